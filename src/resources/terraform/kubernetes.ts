import { Unknown } from '../../evidence/unknown.ts'
import { diskEncryptionSet } from '../disk-encryption-set.ts'
import { clusterExtension, connectedCluster, managedCluster } from '../kubernetes.ts'
import type { Property } from '../type.ts'
import { type Attributes, attribute, block, type Mapping, part, type Settings, terraform } from './declaration.ts'
import { absent, below, inGroup, keyIdentifier, location, ofIdentity } from './parts.ts'

const laterVersion = new Unknown(
  'The cluster is made without a version, and Azure chooses one: set `kubernetes_version` to make it known.',
)

const encryptsHost = (at: string) => attribute([`${at}host_encryption_enabled`, `${at}enable_host_encryption`])

/** A node pool, from the attributes at a place. */
const pool = (at: string, mode: Mapping): Mapping => ({
  attributes: [`${at}name`, ...mode.attributes, ...encryptsHost(at).attributes],
  from: (attributes) => ({
    name: attributes.read(`${at}name`),
    mode: mode.from(attributes),
    enableEncryptionAtHost: encryptsHost(at).from(attributes) ?? false,
  }),
})

export const kubernetesCluster = terraform('azurerm_kubernetes_cluster', managedCluster, {
  id: inGroup(managedCluster),
  settings: [
    location,
    [managedCluster.diskEncryptionSet, attribute('disk_encryption_set_id', { refersTo: [diskEncryptionSet.type] })],
    [managedCluster.version, attribute('kubernetes_version', { omitted: laterVersion })],
    // what is asked for is what runs afterwards
    [managedCluster.currentVersion, attribute('kubernetes_version', { omitted: laterVersion })],
    [managedCluster.supportPlan, attribute('support_plan', { omitted: 'KubernetesOfficial' })],
    [managedCluster.etcdEncrypted, block('key_management_service', true, false)],
    [managedCluster.etcdKey, keyIdentifier('key_management_service.key_vault_key_id')],
    [managedCluster.etcdVault, absent],
    // only previews of the API show it, and a new cluster of the provider does not set it
    [managedCluster.objectEncryption, absent],
  ],
  items: [
    {
      list: managedCluster.nodePools,
      by: ['name'],
      value: pool('default_node_pool.', { attributes: [], from: () => 'System' }),
    },
  ],
  computed: ofIdentity,
})

export const nodePool = part('azurerm_kubernetes_cluster_node_pool', managedCluster, {
  of: attribute('kubernetes_cluster_id', { refersTo: [managedCluster.type] }),
  items: [{ list: managedCluster.nodePools, by: ['name'], value: pool('', attribute('mode', { omitted: 'User' })) }],
})

/** Settings of an extension are texts, under names in any casing. */
function configured({ path }: Property): Mapping {
  const name = path.split('.').at(-1)?.toLowerCase()
  return {
    attributes: ['configuration_settings'],
    from(attributes: Attributes) {
      const settings = attributes.read('configuration_settings')
      if (settings instanceof Unknown || typeof settings !== 'object' || settings === null)
        return settings instanceof Unknown ? settings : undefined
      return Object.entries(settings).find(([each]) => each.toLowerCase() === name)?.[1]
    },
  }
}

const { inference, insecureConnections, sslSecret, sslName, routerServiceType } = clusterExtension

const settings: Settings = [
  [clusterExtension.extensionType, attribute('extension_type')],
  ...[inference, insecureConnections, sslSecret, sslName, routerServiceType].map(
    (property) => [property, configured(property)] as const,
  ),
]

const segment = 'providers/Microsoft.KubernetesConfiguration/extensions'

export const extension = terraform('azurerm_kubernetes_cluster_extension', clusterExtension, {
  id: below('cluster_id', segment, [managedCluster.type]),
  settings,
})

export const arcExtension = terraform('azurerm_arc_kubernetes_cluster_extension', clusterExtension, {
  id: below('cluster_id', segment, [connectedCluster.type]),
  settings,
})
