import type { PerProfile, Severity } from '../model.ts'
import { type Check, severity } from './check.ts'
import { customerManagedKey as ofContainerGroup } from './container-instance.ts'
import { dbfsCmk } from './databricks.ts'
import { customerManagedKey as ofDiagnostics } from './diagnostics.ts'
import { diskCmk as ofHdInsight } from './hdinsight.ts'
import { diskEncryptionSet, diskCmk as ofKubernetes } from './kubernetes.ts'
import { cosmosCmk } from './metadata.ts'
import { encryptionScopes } from './storage.ts'

/** A check of its own says that it cannot be read, and gates. */
const exists = severity('medium')

/** By lower-cased type of a resource, or last segment of a list: the most that it makes an undecided key count for. */
const gates: Record<string, PerProfile<Severity> | Check['severity']> = {
  'microsoft.storage/storageaccounts': exists,
  datastores: exists,
  resourcegroups: exists,
  'microsoft.containerregistry/registries': exists,
  'microsoft.storage/storageaccounts/encryptionscopes': encryptionScopes.severity,
  encryptionscopes: encryptionScopes.severity,
  'microsoft.insights/components': ofDiagnostics.severity,
  'microsoft.operationalinsights/workspaces': ofDiagnostics.severity,
  'microsoft.operationalinsights/clusters': ofDiagnostics.severity,
  'microsoft.documentdb/databaseaccounts': cosmosCmk.severity,
  'microsoft.containerservice/managedclusters': ofKubernetes.severity,
  computes: ofKubernetes.severity,
  'microsoft.compute/diskencryptionsets': diskEncryptionSet.severity,
  'microsoft.databricks/workspaces': dbfsCmk.severity,
  'microsoft.hdinsight/clusters': ofHdInsight.severity,
  'microsoft.containerinstance/containergroups': ofContainerGroup.severity,
  containergroups: ofContainerGroup.severity,
}

/** What hides users of a key carries the gate; of several the gravest counts. */
export function carriedBy(hiddenBy: readonly string[]): PerProfile<Severity> {
  const all = hiddenBy.map((kind) => gates[kind]).map((gate) => (typeof gate === 'object' ? gate : severity('high')))
  return severity(gravest(all, 'cmk-required'), gravest(all, 'baseline'))
}

const order: Severity[] = ['high', 'medium', 'low', 'info']

function gravest(all: PerProfile<Severity>[], profile: keyof PerProfile<Severity>): Severity {
  return order.find((each) => all.some((gate) => gate[profile] === each)) ?? 'high'
}
