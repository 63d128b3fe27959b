import type { CloudResource } from '../estate.ts'
import {
  aiServicesAccount,
  aiServicesKey,
  batchDeployment,
  batchEndpoint,
  blobDatastore,
  cluster,
  commandJob,
  computeInstance,
  connectedCluster,
  connectedTo,
  connection,
  containerGroup,
  containerInstanceService,
  credentials,
  customService,
  databricksCompute,
  databricksWorkspace,
  dataLakeDatastore,
  fileDatastore,
  hdInsightCluster,
  hdInsightCompute,
  type KeyReference,
  kubernetesCompute,
  machineLearningExtension,
  managedCluster,
  onKubernetes,
  onlineDeployment,
  onlineEndpoint,
  pipelineJob,
  resourceId,
  type Scope,
  schedule,
  serverlessEndpoint,
  storageAccount,
  storageKey,
  sweepJob,
  systemAssigned,
  virtualMachineCompute,
} from '../templates.ts'
import { encryptedCluster, machineWithDisk } from './attached.ts'
import { cryptoUser } from './parts.ts'

/** Put together so that nobody who searches this repository finds a credential in it. */
const secret = ['labelling', 'Sommer', '2025!'].join('-')

export const demoSecrets = [secret]

interface Lake {
  scope: Scope
  /** in a vault of the lake's own team */
  key: KeyReference
}

/** The fraud team did its homework: a cluster with its own key, tokens of Entra, a lake that is read by identity. */
export function fraudContents(workspace: CloudResource, scope: Scope, key: KeyReference, lake: Lake): CloudResource[] {
  const kubernetes = encryptedCluster(scope, 'fraud', key)
  const inference = kubernetesCompute(workspace, 'aks-fraud', kubernetes.aks)
  const scores = onlineEndpoint(workspace, 'fraud-scores', onKubernetes(inference, 'inference.contoso.com'))
  const nightly = batchEndpoint(workspace, 'fraud-nightly')
  const name = 'sttransactions'
  const identity = systemAssigned(resourceId(lake.scope, 'Microsoft.Storage/storageAccounts', name))
  const byIdentity = { identity, properties: { allowSharedKeyAccess: false } }
  const transactions = storageAccount(lake.scope, name, storageKey(lake.key), byIdentity)
  const openAi = aiServicesAccount(scope, 'aoai-fraud', aiServicesKey(key))
  return [
    ...kubernetes.resources,
    inference,
    cluster(workspace, 'cpu-train'),
    scores,
    onlineDeployment(scores, 'blue'),
    nightly,
    batchDeployment(nightly, 'default'),
    transactions,
    cryptoUser(lake.key.vaultId, identity.principalId),
    dataLakeDatastore(workspace, 'transactions', transactions, credentials('None')),
    openAi,
    connection(workspace, 'aoai-fraud', connectedTo(openAi)),
    commandJob(workspace, 'fraud-2026-11-20'),
    sweepJob(workspace, 'fraud-sweep-2026-11'),
    pipelineJob(workspace, 'fraud-pipeline-2026-11'),
    schedule(workspace, 'fraud-retrain-weekly'),
  ]
}

const clear = (variables: Record<string, string>) => ({ properties: { environmentVariables: variables } })

/** The vision team took what was quick: passwords in variables, a service of SDK v1, a line behind somebody's proxy. */
export function visionContents(workspace: CloudResource, scope: Scope, archive: Scope): CloudResource[] {
  const labelling = { properties: { properties: { customServices: [customService('rstudio', { PASSWORD: secret })] } } }
  const databricks = databricksWorkspace(scope, 'dbw-vision')
  const spark = hdInsightCluster(scope, 'hdi-vision')
  const annotation = machineWithDisk(scope, 'vm-annotation', false)
  const footage = storageAccount(archive, 'stcamerafootage')
  const captions = aiServicesAccount(scope, 'aoai-captions')
  const byName = { properties: { subscriptionId: null, resourceGroup: null } }
  return [
    cluster(workspace, 'gpu-train', { properties: { properties: { scaleSettings: { minNodeCount: 2 } } } }),
    computeInstance(workspace, 'ci-labelling', labelling),
    databricks,
    databricksCompute(workspace, 'dbw-vision', databricks),
    spark,
    hdInsightCompute(workspace, 'hdi-vision', spark),
    ...annotation.resources,
    virtualMachineCompute(workspace, 'vm-annotation', annotation.machine),
    ...factory(workspace, scope),
    ...legacyService(workspace, scope),
    captions,
    connection(workspace, 'captions', connectedTo(captions)),
    footage,
    blobDatastore(workspace, 'camera-footage', footage, credentials('Sas'), byName),
    commandJob(workspace, 'defects-2026-11-18', clear({ REGISTRY_PASSWORD: secret })),
  ]
}

/** On a production line: TLS ends at the factory's own proxy, which Azure does not see. */
function factory(workspace: CloudResource, scope: Scope): CloudResource[] {
  const arc = connectedCluster(scope, 'arc-factory')
  const settings = { inferenceRouterServiceType: 'NodePort', sslSecret: undefined, sslCname: undefined }
  const extension = machineLearningExtension(arc, { properties: { configurationSettings: settings } })
  const compute = kubernetesCompute(workspace, 'arc-factory', arc)
  const endpoint = onlineEndpoint(workspace, 'line-inspection', onKubernetes(compute, '10.20.0.15:31080', 'http'))
  return [arc, extension, compute, endpoint, onlineDeployment(endpoint, 'green')]
}

function legacyService(workspace: CloudResource, scope: Scope): CloudResource[] {
  const host = 'defect-detector.westeurope.azurecontainer.io'
  const https = { properties: { scoringUri: `https://${host}/score` } }
  return [
    containerInstanceService(workspace, 'defect-detector', host, https),
    containerGroup(scope, 'defect-detector', host),
  ]
}

/** Pricing runs an old cluster, and reads a share with the account's key over a protocol of yesterday. */
export function pricingContents(workspace: CloudResource, scope: Scope, account: CloudResource): CloudResource[] {
  const version = { kubernetesVersion: '1.31', currentKubernetesVersion: '1.31.8' }
  const aks = managedCluster(scope, 'aks-pricing', { properties: version })
  const batch = machineWithDisk(scope, 'vm-pricing-batch', true)
  const quotes = onlineEndpoint(workspace, 'pricing-quotes', { properties: { authMode: 'Key' } })
  const plain = { properties: { protocol: 'http' } }
  return [
    aks,
    machineLearningExtension(aks),
    kubernetesCompute(workspace, 'aks-pricing', aks),
    ...batch.resources,
    virtualMachineCompute(workspace, 'vm-pricing-batch', batch.machine),
    quotes,
    onlineDeployment(quotes, 'blue'),
    fileDatastore(workspace, 'rate-cards', account, credentials('AccountKey'), plain),
    commandJob(workspace, 'pricing-2026-11-19', { properties: { displayName: 'retry for ada.lindqvist@contoso.com' } }),
  ]
}

/** A chatbot, with keys where tokens would do. */
export function chatbotContents(hub: CloudResource, project: CloudResource, scope: Scope): CloudResource[] {
  const openAi = aiServicesAccount(scope, 'aoai-genai')
  return [
    openAi,
    connection(hub, 'aoai-genai', connectedTo(openAi), { properties: { authType: 'ApiKey' } }),
    serverlessEndpoint(project, 'chat-mistral'),
    commandJob(project, 'chatbot-eval-2026-11-12'),
  ]
}
