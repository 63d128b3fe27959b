import type { PerProfile, Severity } from '../model.ts'
import { aiServicesAccount } from '../resources/ai-services.ts'
import { applicationInsights } from '../resources/application-insights.ts'
import { containerGroup } from '../resources/container-group.ts'
import { containerRegistry } from '../resources/container-registry.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { databricksWorkspace } from '../resources/databricks.ts'
import { diskEncryptionSet as diskSet } from '../resources/disk-encryption-set.ts'
import { encryptionScope } from '../resources/encryption-scope.ts'
import { hdInsightCluster } from '../resources/hdinsight.ts'
import { managedCluster } from '../resources/kubernetes.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from '../resources/log-analytics.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { resourceGroup } from '../resources/subscription.ts'
import { worst } from '../severity.ts'
import { customerManagedKey as ofAiServices } from './ai-services.ts'
import { type Check, severity } from './check.ts'
import { customerManagedKey as ofContainerGroup } from './container-instance.ts'
import { dbfsCmk } from './databricks.ts'
import { customerManagedKey as ofDiagnostics } from './diagnostics.ts'
import { diskCmk as ofHdInsight } from './hdinsight.ts'
import { diskEncryptionSet } from './kubernetes/disk-encryption-set.ts'
import { diskCmk as ofKubernetes } from './kubernetes/disks.ts'
import { cosmosCmk } from './metadata.ts'
import { encryptionScopes } from './storage/encryption.ts'

/** A check of its own says that it cannot be read, and gates. */
const exists = severity('medium')

/** By lower-cased type of a resource, or last segment of a list: the most that it makes an undecided key count for. */
const gates: Record<string, PerProfile<Severity> | Check['severity']> = {
  [storageAccount.type]: exists,
  datastores: exists,
  [resourceGroup.type]: exists,
  [containerRegistry.type]: exists,
  [encryptionScope.type]: encryptionScopes.severity,
  encryptionscopes: encryptionScopes.severity,
  [applicationInsights.type]: ofDiagnostics.severity,
  [logAnalyticsWorkspace.type]: ofDiagnostics.severity,
  [logAnalyticsCluster.type]: ofDiagnostics.severity,
  [cosmosDbAccount.type]: cosmosCmk.severity,
  [managedCluster.type]: ofKubernetes.severity,
  computes: ofKubernetes.severity,
  [diskSet.type]: diskEncryptionSet.severity,
  [databricksWorkspace.type]: dbfsCmk.severity,
  [hdInsightCluster.type]: ofHdInsight.severity,
  [aiServicesAccount.type]: ofAiServices.severity,
  connections: ofAiServices.severity,
  [containerGroup.type]: ofContainerGroup.severity,
  containergroups: ofContainerGroup.severity,
}

/** What hides users of a key carries the gate; of several the worst counts. */
export function carriedBy(hiddenBy: readonly string[]): PerProfile<Severity> {
  const all = hiddenBy.map((kind) => gates[kind]).map((gate) => (typeof gate === 'object' ? gate : severity('high')))
  return severity(worst(all.map((gate) => gate['cmk-required'])), worst(all.map(({ baseline }) => baseline)))
}
