import type { CloudResource } from '../estate.ts'
import {
  aiServicesAccount,
  aiServicesKey,
  aksCompute,
  batchDeployment,
  batchEndpoint,
  blobDatastore,
  cluster,
  commandJob,
  computeInstance,
  connectedTo,
  connection,
  credentials,
  databricksCompute,
  databricksEntityKey,
  databricksRootKey,
  databricksWorkspace,
  dataLakeDatastore,
  disk,
  diskEncryption,
  diskEncryptionSet,
  diskUnder,
  etcdKey,
  hdInsightCluster,
  hdInsightCompute,
  hdInsightKey,
  type KeyReference,
  kubernetesCompute,
  machineLearningExtension,
  managedCluster,
  onKubernetes,
  onlineDeployment,
  onlineEndpoint,
  pipelineJob,
  pool,
  type Scope,
  schedule,
  serverlessEndpoint,
  sweepJob,
  systemPrincipalOf,
  virtualMachine,
  virtualMachineCompute,
} from '../templates.ts'
import { cryptoUser } from './parts.ts'

const encryptedPool = pool('nodepool1', { enableEncryptionAtHost: true })

/** A cluster with its own key on disks and in etcd, that answers over TLS. */
export function encryptedCluster(scope: Scope, stem: string, key: KeyReference) {
  const set = diskEncryptionSet(scope, `des-${stem}`, key)
  const keys = [diskEncryption(set), etcdKey(key)]
  const aks = managedCluster(scope, `aks-${stem}`, ...keys, { properties: { agentPoolProfiles: [encryptedPool] } })
  const access = cryptoUser(key.vaultId, systemPrincipalOf(set))
  return { aks, set, resources: [aks, set, machineLearningExtension(aks), access] }
}

/** A machine with one disk; what it is encrypted with is the caller's choice. */
export function machineWithDisk(scope: Scope, name: string, encryptionAtHost: boolean, set?: CloudResource) {
  const osDisk = disk(scope, `${name}-os`, ...(set ? [diskUnder(set)] : []))
  const machine = virtualMachine(scope, name, osDisk, { properties: { securityProfile: { encryptionAtHost } } })
  return { machine, resources: [machine, osDisk] }
}

const local = { properties: { disableLocalAuth: true } }

/** Everything that can be attached to a workspace, encrypted with its key. */
export function encryptedComputes(workspace: CloudResource, scope: Scope, stem: string, access: Access) {
  const { key, identity } = access
  const kubernetes = encryptedCluster(scope, stem, key)
  const databricks = databricksWorkspace(
    scope,
    `dbw-${stem}`,
    databricksRootKey(key),
    databricksEntityKey('managedServices', key),
    databricksEntityKey('managedDisk', key),
    { properties: { parameters: { requireInfrastructureEncryption: { type: 'Bool', value: true } } } },
  )
  const { machine, resources } = machineWithDisk(scope, `vm-${stem}`, true, kubernetes.set)
  const hdInsight = hdInsightCluster(scope, `hdi-${stem}`, hdInsightKey(key, identity))
  const inference = kubernetesCompute(workspace, 'aks-inference', kubernetes.aks)
  const openAi = aiServicesAccount(scope, `aoai-${stem}`, aiServicesKey(key))
  const services = [openAi, connection(workspace, `aoai-${stem}`, connectedTo(openAi))]
  const computes = [
    cluster(workspace, 'cpu-cluster'),
    computeInstance(workspace, `ci-${stem}`, local),
    inference,
    aksCompute(workspace, 'aks-legacy', kubernetes.aks),
    databricksCompute(workspace, `dbw-${stem}`, databricks),
    virtualMachineCompute(workspace, `vm-${stem}`, machine),
    hdInsightCompute(workspace, `hdi-${stem}`, hdInsight),
  ]
  const platforms = [...kubernetes.resources, databricks, ...resources, hdInsight]
  return { inference, resources: [...platforms, ...computes, ...services] }
}

interface Access {
  key: KeyReference
  identity: CloudResource
}

/** What a workspace serves and runs: endpoints with tokens of Entra, jobs without secrets. */
export function quietContents(workspace: CloudResource, stem: string, inference?: CloudResource): CloudResource[] {
  const managed = onlineEndpoint(workspace, `${stem}-scores`)
  const batch = batchEndpoint(workspace, `${stem}-nightly`)
  const behind = inference
    ? [onlineEndpoint(workspace, `${stem}-edge`, onKubernetes(inference, `${stem}.contoso.com`))]
    : []
  return [
    managed,
    onlineDeployment(managed, 'blue'),
    batch,
    batchDeployment(batch, 'default'),
    ...behind,
    ...behind.map((endpoint) => onlineDeployment(endpoint, 'blue')),
    serverlessEndpoint(workspace, `${stem}-chat`, { properties: { authMode: 'AAD' } }),
    commandJob(workspace, `${stem}-train`),
    sweepJob(workspace, `${stem}-sweep`),
    pipelineJob(workspace, `${stem}-pipeline`),
    schedule(workspace, `${stem}-weekly`),
    connection(workspace, 'aoai-contoso'),
  ]
}

/** Datastores that people register: by identity, with and without saying where the account is. */
export function ownDatastores(workspace: CloudResource, account: CloudResource): CloudResource[] {
  const byName = { properties: { subscriptionId: null, resourceGroup: null } }
  return [
    blobDatastore(workspace, 'transactions', account, credentials('None')),
    dataLakeDatastore(workspace, 'curated', account, credentials('None'), byName),
  ]
}
