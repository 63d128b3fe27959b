import { parseKeyId } from '../../evidence/key-id.ts'
import { referenceAt } from '../../evidence/references.ts'
import type { Resource } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import type { Subjects } from '../../evidence/subjects.ts'
import type { Cluster, Workspace } from '../../evidence/workspace/model.ts'
import { diskEncryptionSet as diskSet } from '../../resources/disk-encryption-set.ts'
import { vaultKey } from '../../resources/key.ts'
import { managedCluster } from '../../resources/kubernetes.ts'
import { anyResource } from '../../resources/type.ts'
import { said } from '../../said.ts'
import { oneLine } from '../../text.ts'
import { cannotTell, fails, keyAccess, passes } from '../access.ts'
import { check, fail, notApplicable, notRead, oneOf, pass, severity, unknown, type Verdict } from '../check.ts'
import { az, instruction, named } from '../remedy.ts'
import { inAzure } from './in-azure.ts'

const disks = 'https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys'

export const diskEncryptionSet = check<Cluster>({
  id: 'kubernetes/disk-encryption-set',
  title: "The cluster's disk encryption set uses a customer-managed key and follows its versions",
  failed: 'The disk encryption set follows no customer-managed key',
  rows: ['S30'],
  severity: severity('medium'),
  subjects: inAzure,
  judge: (cluster, workspace) => {
    const id = cluster.read(managedCluster.diskEncryptionSet)
    return id ? setVerdict(workspace.at(id), cluster, workspace) : notApplicable('not-used')
  },
  passes: 'The set has a customer-managed key, is in the region of the cluster, and follows new versions.',
  fails:
    'It has no customer-managed key, is in another region, failed to rotate, or uses an old version. Low, info under `baseline`: it does not rotate, but is at the current version.',
  cannotTell: 'The set is gone, or Azure does not report where it is or which version it uses.',
  why: 'A disk encryption set that cannot rotate leaves disks on an old version of the key, and one with an error may stop disks from starting.',
  remedy: (cluster) => [
    instruction`For the disk encryption set of ${cluster}:`,
    az`disk-encryption-set update ${named(cluster.read(managedCluster.diskEncryptionSet) ?? '')} --enable-auto-key-rotation true`,
  ],
  reference: disks,
})

/** Whether a disk encryption set has a customer-managed key. */
function encryption(set: Resource): Verdict {
  return oneOf(
    set.read(diskSet.encryptionType),
    {
      pass: [
        'EncryptionAtRestWithCustomerKey',
        'EncryptionAtRestWithPlatformAndCustomerKeys',
        'ConfidentialVmEncryptedWithCustomerKey',
      ],
      fail: ['EncryptionAtRestWithPlatformKey'],
    },
    'The disk encryption set does not use a customer-managed key.',
  )
}

function setVerdict(set: Resource, cluster: Cluster, workspace: Workspace): Verdict {
  const type = encryption(set)
  if (type.status !== 'pass') return type
  if (set.has(diskSet.rotationError)) {
    const code = set.read(diskSet.rotationErrorCode)
    return fail(
      said`The last rotation of the disk encryption set failed${code ? said` (${{ name: oneLine(code, 60) }})` : ''}.`,
    )
  }
  const [here, there] = [region(cluster.read(anyResource.location)), region(set.read(anyResource.location))]
  if (!here || !there)
    return unknown(
      'property-absent',
      'Azure did not report in which regions the cluster and its disk encryption set are.',
    )
  if (here !== there)
    return fail('The disk encryption set is in another region than the cluster.', { remedy: anotherSet(cluster) })
  if (set.read(diskSet.autoRotation) === true) return pass()
  return followsByHand(set, workspace)
}

const anotherSet = (cluster: Cluster) =>
  instruction`A cluster cannot change its disk encryption set: create a set with a customer-managed key in the region of ${cluster}, a new cluster with it, and move the workloads.`

/** Without rotation, the version in use must at least be the current one. */
function followsByHand(set: Resource, workspace: Workspace): Verdict {
  const key = workspace.keys.all.find(({ consumers }) => consumers.some(({ resource }) => resource.id === set.id))
  if (!key) return unknown('property-absent', 'The disk encryption set does not name the key that it uses.')
  if (key.unreadable?.state === 'unreadable') return notRead(key.unreadable)
  const used = versionOf(set.read(diskSet.keyUrl))
  const newest = versionOf(key.current.read(vaultKey.uriWithVersion))
  if (!used || !newest)
    return unknown(
      'property-absent',
      'Azure did not report which version of the key is in use, or which is the current one.',
    )
  if (used !== newest) return fail('The disk encryption set does not rotate, and uses an old version of its key.')
  return fail('The disk encryption set does not rotate; its key is at the current version.', {
    severity: severity('low', 'info'),
  })
}

function versionOf(identifier: string | undefined): string | null {
  return parseKeyId(identifier)?.version?.toLowerCase() ?? null
}

function region(location: string | undefined): string | undefined {
  return location?.toLowerCase().replace(/\s+/g, '')
}

export const cmkAccess = check<Resource>({
  id: 'kubernetes/cmk-access',
  title: "The cluster's disk encryption set can use its customer-managed key",
  failed: 'The disk encryption set cannot use its key',
  rows: ['S30'],
  severity: severity('medium'),
  subjects: diskSets,
  judge: (subject, workspace) => {
    if (subject.type !== diskSet.type) {
      subject.read(managedCluster.diskEncryptionSet)
      return notApplicable('not-used')
    }
    const encrypted = encryption(subject)
    if (encrypted.status !== 'pass') return encrypted.status === 'fail' ? notApplicable('not-used') : encrypted
    return subject.read(diskSet.federatedClient) === undefined
      ? keyAccess(subject, workspace)
      : notApplicable('not-used')
  },
  passes: `${passes} A set that reaches a vault of another tenant is not judged.`,
  fails,
  cannotTell,
  why: 'Disks whose key cannot be unwrapped do not attach: nodes stop, and new ones do not start.',
  reference: disks,
})

/** The disk encryption sets of clusters in Azure; a cluster without one stands for itself. */
function diskSets(workspace: Workspace): Subjects<Resource> {
  const { all, none } = inAzure(workspace)
  const sets = all.map((cluster): Resource => {
    const set = referenceAt(cluster, managedCluster.diskEncryptionSet)
    return typeof set === 'string' ? cluster : workspace.at(set.id)
  })
  return { all: [...new Map(sets.map((one) => [idKey(one.id), one])).values()], none }
}
