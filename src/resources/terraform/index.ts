import { aiServicesAccounts, keyOfAiServices } from './ai-services.ts'
import { computeCluster, computeInstance, inferenceCluster, synapseSpark } from './compute.ts'
import { containers } from './container-group.ts'
import { registry } from './container-registry.ts'
import { databricks, rootKeysOfDatabricks } from './databricks.ts'
import { blobDatastore, fileDatastore, lakeDatastore } from './datastore.ts'
import type { Declaration, PartDeclaration } from './declaration.ts'
import { cluster, component, keyOfCluster, linkedService, logs } from './diagnostics.ts'
import { diskSet } from './disk-encryption-set.ts'
import { hdInsightClusters } from './hdinsight.ts'
import { assignedIdentity, assignment } from './identity.ts'
import { key, keyOfHsm } from './key.ts'
import { accessPolicy, hsm, vault } from './key-vault.ts'
import { arcExtension, extension, kubernetesCluster, nodePool } from './kubernetes.ts'
import { cosmosDb, search } from './metadata.ts'
import { registration } from './provider.ts'
import { account, filesOfAccount, keyOfStorage, scope } from './storage-account.ts'
import { dataDisk, linuxMachine, windowsMachine } from './virtual-machine.ts'
import { hub, project, workspace } from './workspace.ts'

/** By the provider's name. */
export const declarations = byResource<Declaration>([
  workspace,
  hub,
  project,
  computeCluster,
  computeInstance,
  inferenceCluster,
  synapseSpark,
  blobDatastore,
  fileDatastore,
  lakeDatastore,
  account,
  scope,
  vault,
  hsm,
  key,
  keyOfHsm,
  registry,
  component,
  logs,
  cluster,
  assignedIdentity,
  assignment,
  kubernetesCluster,
  extension,
  arcExtension,
  diskSet,
  databricks,
  cosmosDb,
  search,
  linuxMachine,
  windowsMachine,
  ...hdInsightClusters,
  containers,
  ...aiServicesAccounts,
  registration,
])

export const partDeclarations = byResource<PartDeclaration>([
  keyOfStorage,
  filesOfAccount,
  accessPolicy,
  linkedService,
  keyOfCluster,
  nodePool,
  ...rootKeysOfDatabricks,
  dataDisk,
  keyOfAiServices,
])

function byResource<T extends { resource: string }>(all: T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.resource, one]))
}
