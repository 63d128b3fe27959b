import type { Cluster } from '../../evidence/workspace/model.ts'
import { managedCluster } from '../../resources/kubernetes.ts'
import { check, oneOf, pass, severity, unknown } from '../check.ts'
import { az, named } from '../remedy.ts'
import { inAzure } from './in-azure.ts'
import { versionVerdict } from './supported-versions.ts'

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
    'The version is newer than this version of the action knows, or is absent; or the support plan is not recognized.',
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
