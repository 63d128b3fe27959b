import { extensionsSegment } from '../evidence/children.ts'
import { Unknown } from '../evidence/unknown.ts'
import { diskEncryptionSet } from './disk-encryption-set.ts'
import { flag, type Link, list, object, resourceType, text } from './type.ts'

const profile = 'properties.securityProfile'
const kms = `${profile}.azureKeyVaultKms`

const extensions = { segment: extensionsSegment }

const laterVersion = new Unknown(
  'The cluster is made without a version, and Azure chooses one: set `kubernetesVersion` to make it known.',
)

const version = text('properties.kubernetesVersion')

const own = {
  diskEncryptionSet: text('properties.diskEncryptionSetID'),
  nodePools: list('properties.agentPoolProfiles'),
  currentVersion: text('properties.currentKubernetesVersion', {
    givenBy: 'azure',
    made: ({ at }) => at(version.path) ?? laterVersion,
  }),
  version,
  supportPlan: text('properties.supportPlan'),
  etcdEncryption: object(kms),
  etcdEncrypted: flag(`${kms}.enabled`, { absent: false, absentAt: [profile, kms, `${kms}.enabled`] }),
  etcdKey: text(`${kms}.keyId`),
  etcdVault: text(`${kms}.keyVaultResourceId`),
  objectEncryption: object(`${profile}.kubernetesResourceObjectEncryptionProfile`, { isPreview: true }),
  infrastructureEncryption: text(`${profile}.kubernetesResourceObjectEncryptionProfile.infrastructureEncryption`),
}

export const diskEncryption: Link = { property: own.diskEncryptionSet, type: diskEncryptionSet.type }

export const managedCluster = resourceType('Microsoft.ContainerService/managedClusters', own, {
  label: 'Kubernetes cluster',
  prefix: 'co-',
  apiVersions: ['2024-09-01', '2024-05-01'],
  links: [diskEncryption],
  lists: [extensions],
  keys: [
    {
      when: { property: own.etcdEncrypted, is: 'true' },
      identifier: own.etcdKey,
      vaultId: own.etcdVault,
      // the newer way to encrypt what a cluster keeps in etcd wraps keys
      encrypts: { eitherWhen: { property: own.infrastructureEncryption, is: 'Enabled' } },
    },
  ],
  whenGone: 'nothing-to-encrypt',
})

export const connectedCluster = resourceType(
  'Microsoft.Kubernetes/connectedClusters',
  {},
  {
    label: 'Arc cluster',
    prefix: 'co-',
    apiVersions: ['2024-01-01'],
    lists: [extensions],
    whenGone: 'nothing-to-encrypt',
  },
)

const settings = 'properties.configurationSettings'

const ofExtension = {
  extensionType: text('properties.extensionType'),
  inference: flag(`${settings}.enableInference`),
  insecureConnections: flag(`${settings}.allowInsecureConnections`),
  sslSecret: text(`${settings}.sslSecret`),
  sslName: text(`${settings}.sslCname`),
  routerServiceType: text(`${settings}.inferenceRouterServiceType`),
}

export const clusterExtension = resourceType('Microsoft.KubernetesConfiguration/extensions', ofExtension, {
  label: 'cluster extension',
  prefix: 'co-',
  apiVersions: ['2023-05-01', '2022-11-01'],
  hosts: [ofExtension.sslName],
})
