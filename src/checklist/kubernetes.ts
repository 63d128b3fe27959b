import { parseKeyId } from '../evidence/key-id.ts'
import { referenceAt } from '../evidence/references.ts'
import { type Resource, valueAt } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Subjects } from '../evidence/subjects.ts'
import { type Cluster, only, type Workspace } from '../evidence/workspace.ts'
import { mlCompute } from '../resources/compute.ts'
import { diskEncryptionSet as diskSet } from '../resources/disk-encryption-set.ts'
import { vaultKey } from '../resources/key.ts'
import { clusterExtension, managedCluster } from '../resources/kubernetes.ts'
import { anyResource } from '../resources/type.ts'
import { said } from '../said.ts'
import { oneLine } from '../text.ts'
import { cannotTell, fails, keyAccess, passes } from './access.ts'
import { check, fail, notApplicable, notRead, oneOf, pass, severity, unknown, type Verdict } from './check.ts'
import { versionVerdict } from './kubernetes-versions.ts'
import { computeType } from './managed-compute.ts'
import { az, instruction, named } from './remedy.ts'

const disks = 'https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys'
const clusters = (workspace: Workspace) => workspace.clusters
/** Disks and versions of an Arc cluster are its owner's infrastructure, which Azure does not see. */
const inAzure = (workspace: Workspace) => only(workspace.clusters, ({ isArc }) => !isArc)

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
  cannotTell: 'Only when the cluster cannot be read.',
  why: 'OS and data disks hold images, models and cached data.',
  remedy: (cluster) => [
    instruction`Only a new cluster can have it, so that two run for a while. Least disruptive: create it, install the Azure Machine Learning extension, attach it, deploy there, let callers switch, then detach ${cluster}:`,
    az`aks create ${named(cluster.id).with(1, '<new cluster>')} --node-osdisk-diskencryptionset-id ${'<disk encryption set id>'}`,
  ],
  creationOnly: true,
  reference: disks,
  policies: [
    {
      name: 'Both operating systems and data disks in Azure Kubernetes Service clusters should be encrypted by customer-managed keys',
      id: '7d7be79c-23ba-4033-84dd-45e2a5ccdd67',
    },
  ],
})

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
  return parseKeyId(identifier ?? '')?.version?.toLowerCase() ?? null
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
      ? unknown('unrecognised-value', said`Unrecognized value of enableEncryptionAtHost of ${{ name: strange }} means.`)
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

export const version = check<Cluster>({
  id: 'kubernetes/version',
  title: 'The Kubernetes version of the cluster is supported',
  failed: 'The Kubernetes version of the cluster is not supported',
  rows: ['S31'],
  severity: severity('medium'),
  subjects: inAzure,
  judge: (cluster, workspace) => {
    const text = cluster.read(managedCluster.currentVersion) ?? cluster.read(managedCluster.version)
    if (text === undefined) return unknown('property-absent', 'Azure did not report which version the cluster runs.')
    return versionVerdict(text, cluster.read(managedCluster.supportPlan), workspace.evidence.collectedAt.slice(0, 7))
  },
  passes: 'Azure Kubernetes Service supports the version, by the support plan of the cluster.',
  fails: 'It is no longer supported. High: older than 1.24, which cannot have customer-managed keys.',
  cannotTell:
    'The version is newer than this version of the action knows, or is absent; or the support plan is unknown.',
  why: 'Versions out of support get no security fixes. Customer-managed keys need at least 1.24; the 2021 guidance said 1.17.',
  remedy: (cluster) => az`aks upgrade ${named(cluster.id)} --kubernetes-version ${'<version>'}`,
  reference: 'https://learn.microsoft.com/azure/aks/supported-kubernetes-versions',
  policies: [
    {
      name: 'Kubernetes Services should be upgraded to a non-vulnerable Kubernetes version',
      id: 'fb893a29-21bb-418c-a157-e99480ec364c',
    },
  ],
})

export const etcdEncryption = check<Cluster>({
  id: 'kubernetes/etcd-encryption',
  title: 'Secrets of the cluster are encrypted in etcd',
  failed: 'Secrets of the cluster are not encrypted in etcd',
  rows: ['S30'],
  severity: severity('medium', 'info'),
  subjects: inAzure,
  judge: (cluster) => {
    if (cluster.read(managedCluster.etcdEncrypted) === true) return pass()
    const profile = cluster.read(managedCluster.infrastructureEncryption)
    if (profile === undefined) {
      return unknown(
        'property-absent',
        'Key Vault encryption is off, and only preview versions of the API show the other kind. The platform encrypts the disks under etcd in any case.',
      )
    }
    return oneOf(
      profile,
      { pass: ['Enabled'], fail: ['Disabled'] },
      'Secrets are not encrypted beyond the disks under etcd, which the platform always encrypts.',
    )
  },
  passes: 'Encryption with a key in Key Vault is on, or platform encryption of Kubernetes resources is.',
  fails: 'Both are off.',
  cannotTell: 'The first is off, and the API does not show the second.',
  why: 'Whoever reaches etcd reads every secret of the cluster.',
  remedy: (cluster) =>
    az`aks update ${named(cluster.id)} --enable-azure-keyvault-kms --azure-keyvault-kms-key-id ${'<key identifier>'}`,
  reference: 'https://learn.microsoft.com/azure/aks/kms-data-encryption-concepts',
  policies: [
    {
      name: 'Azure Kubernetes Clusters should enable Key Management Service (KMS)',
      id: 'dbbdc317-9734-4dd8-9074-993b29c69008',
    },
  ],
})

export const scoringTls = check({
  id: 'kubernetes/scoring-tls',
  title: 'Scoring on the attached cluster uses TLS',
  failed: 'Scoring on the attached cluster does not use TLS',
  irreversible: 'data',
  rows: ['S39'],
  severity: severity('high'),
  subjects: (workspace) =>
    only(workspace.list('computes'), (compute) => compute.unreadable !== null || computeType(compute) === 'aks'),
  judge: (compute) => {
    if (!compute.has(mlCompute.settings))
      return unknown('property-absent', 'Azure did not show the settings of the compute.')
    const status = compute.read(mlCompute.sslStatus)
    if (status === undefined) return fail('No certificate is configured: scoring requests are not encrypted.')
    return oneOf(status, { pass: ['Enabled', 'Auto'], fail: ['Disabled'] }, 'Scoring requests are not encrypted.')
  },
  passes: 'A certificate is configured on the compute.',
  fails: 'None is.',
  cannotTell: 'Azure does not show the settings of the compute, or a status that is not recognized.',
  why: 'Requests and predictions can be read on their way. Certificates that Microsoft made for this kind of compute no longer renew themselves.',
  remedy: (cluster) =>
    instruction`Move what runs on ${cluster} to Kubernetes compute with the Azure Machine Learning extension, or to managed endpoints: SDK and CLI v1 have been out of support since 2026-06-30.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/v1/how-to-secure-web-service',
})

export const extensionTls = check<Cluster>({
  id: 'kubernetes/extension-tls',
  title: 'Inference on the cluster uses TLS',
  failed: 'Inference on the cluster does not use TLS',
  irreversible: 'data',
  rows: ['S39'],
  severity: severity('high'),
  subjects: clusters,
  judge: (cluster, workspace) => {
    const extension = workspace.extensionOf(cluster)
    if (extension === null) return notApplicable('not-used')
    if (extension.read(clusterExtension.inference) !== true) return notApplicable('not-used')
    if (extension.read(clusterExtension.insecureConnections) === true)
      return fail('The extension allows connections without TLS.')
    if (extension.read(clusterExtension.sslSecret) || extension.read(clusterExtension.sslName)) return pass()
    return unknown(
      'not-observable',
      'Inference is on and connections without TLS are not allowed, but no certificate is to be seen; it may be in settings that nobody can read.',
    )
  },
  passes:
    'A certificate is configured, and connections without TLS are not allowed. Not judged without the extension, or without inference.',
  fails: 'Connections without TLS are allowed.',
  cannotTell: 'They are not allowed, but no certificate is seen: it may be in protected settings.',
  why: 'Requests and predictions can be read on their way.',
  remedy: (cluster, workspace) => {
    const extension = workspace.extensionOf(cluster)
    const where = [
      ...named(cluster.id, '--cluster-name'),
      '--cluster-type',
      cluster.isArc ? 'connectedClusters' : 'managedClusters',
    ]
    const settings = ['allowInsecureConnections=False', 'sslSecret=<secret>', 'sslCname=<name>']
    return az`k8s-extension update ${where} --name ${extension ? { name: extension.name } : '<extension>'} --config ${settings}`
  },
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-online-endpoint',
})

export const productionInference = check({
  id: 'kubernetes/production-inference',
  title: 'Production inference runs on Kubernetes or managed endpoints',
  failed: 'Production inference runs where it should not',
  rows: ['S02'],
  severity: severity('info'),
  subjects: (workspace) => ({ all: workspace.clusters.all.length > 0 ? [workspace.resource] : [], none: 'not-used' }),
  judge: () => ({ status: 'manual' }),
  passes: 'Never: people have to judge. Not asked without a cluster.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'The 2021 guidance recommended Azure Kubernetes Service; managed endpoints are encrypted as compute clusters are.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

function region(location: string | undefined): string | undefined {
  return location?.toLowerCase().replace(/\s+/g, '')
}
