import { valueAt } from '../../evidence/resource.ts'
import type { Cluster } from '../../evidence/workspace/model.ts'
import { managedCluster } from '../../resources/kubernetes.ts'
import { said } from '../../said.ts'
import { check, fail, notApplicable, pass, severity, unknown } from '../check.ts'
import { az, instruction, named } from '../remedy.ts'
import { inAzure } from './in-azure.ts'

export const diskCmk = check<Cluster>({
  id: 'kubernetes/disk-cmk',
  title: 'Disks of the cluster are encrypted with a customer-managed key',
  failed: 'Disks of the cluster have no customer-managed key',
  rows: ['S30', 'S31'],
  severity: severity('high', 'info'),
  subjects: inAzure,
  judge: (cluster) =>
    cluster.read(managedCluster.diskEncryptionSet)
      ? pass()
      : fail(
          'The disks are encrypted with Microsoft-managed keys. The 2021 guidance said that they can get a key at any time; the 2024 documentation says that the OS disk can only when the cluster is created.',
        ),
  passes: 'The cluster has a disk encryption set.',
  fails: 'It has none.',
  cannotTell:
    'The cluster cannot be read, or the compute does not name one; or what the cluster names is not a disk encryption set.',
  why: 'OS and data disks hold images, models and cached data.',
  remedy: (cluster) => [
    instruction`Only a new cluster can have it, so that two run for a while. Least disruptive: create it, install the Azure Machine Learning extension, attach it, deploy there, let callers switch, then detach ${cluster}:`,
    az`aks create ${named(cluster.id).with(1, '<new cluster>')} --node-osdisk-diskencryptionset-id ${'<disk encryption set id>'}`,
  ],
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys',
  policies: [
    {
      name: 'Both operating systems and data disks in Azure Kubernetes Service clusters should be encrypted by customer-managed keys',
      id: '7d7be79c-23ba-4033-84dd-45e2a5ccdd67',
    },
  ],
})

export const hostEncryption = check<Cluster>({
  id: 'kubernetes/host-encryption',
  title: 'Node pools encrypt at the host',
  failed: 'Node pools do not encrypt at the host',
  rows: ['S30', 'S33'],
  severity: severity('medium', 'low'),
  subjects: inAzure,
  judge: (cluster) => {
    const all = cluster.read(managedCluster.nodePools) ?? []
    if (all.length === 0) return unknown('property-absent', 'Azure did not list the node pools of the cluster.')
    const pools = all.filter((pool) => !isManagedPool(pool))
    if (pools.length === 0) return notApplicable('not-used')
    const named = (value: unknown) => {
      const found = pools
        .filter((pool) => switchOf(pool) === value)
        .map((pool) => String(valueAt(pool, 'name') ?? 'a pool without a name'))
      return found.length === 0 ? null : found.join(', ')
    }
    const [open, strange] = [named('off'), named('strange')]
    cluster.note('properties.agentPoolProfiles[not encrypted at the host]', open)
    if (open) return fail(said`Not encrypted at the host: ${{ name: open }}.`)
    return strange
      ? unknown('unrecognised-value', said`Unrecognized value of enableEncryptionAtHost in ${{ name: strange }}.`)
      : pass()
  },
  passes: 'Every node pool encrypts at the host. Pools that the service manages (`ManagedSystem`) are not judged.',
  fails: 'One does not.',
  cannotTell: 'Azure lists no node pools, or a value that is not recognized.',
  why: 'Temporary disks and caches of nodes are otherwise not encrypted.',
  remedy: (cluster) => [
    instruction`Only a new node pool can have it, in a subscription with the feature EncryptionAtHost (\`az feature register --namespace Microsoft.Compute --name EncryptionAtHost\`). Two pools run for a while: add one, cordon and drain the old one, delete it:`,
    az`aks nodepool add ${named(cluster.id, '--cluster-name')} --name ${'<pool>'} --enable-encryption-at-host`,
  ],
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/aks/enable-host-encryption',
  policies: [
    {
      name: 'Temp disks and cache for agent node pools in Azure Kubernetes Service clusters should be encrypted at host',
      id: '41425d9f-d1a5-499a-9932-f8ed8453932c',
    },
  ],
})

/** Nobody but the service can change these, and they show no such setting. */
function isManagedPool(pool: unknown): boolean {
  return String(valueAt(pool, 'mode')).toLowerCase() === 'managedsystem'
}

/** Absent means off. */
function switchOf(pool: unknown): 'on' | 'off' | 'strange' {
  const value = valueAt(pool, 'enableEncryptionAtHost')
  if (typeof pool !== 'object' || pool === null) return 'strange'
  return value === true ? 'on' : value === undefined || value === false ? 'off' : 'strange'
}
