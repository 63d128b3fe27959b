import type { CloudResource } from '../estate.ts'
import { build, childId, type Overrides, systemAssigned, systemData } from './build.ts'

const provider = 'Microsoft.MachineLearningServices/workspaces'

function child(parent: CloudResource, collection: string, name: string, type: string, rest: Partial<CloudResource>) {
  const id = childId(parent, collection, name)
  return { id, name, type, location: parent.location ?? '', tags: {}, systemData, ...rest }
}

const uris = (host: string, score = 'score') => ({
  scoringUri: `https://${host}/${score}`,
  swaggerUri: `https://${host}/swagger.json`,
})

// Example: Microsoft.MachineLearningServices Workspace/OnlineEndpoint/get.json
export function onlineEndpoint(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const template = child(workspace, 'onlineEndpoints', name, `${provider}/onlineEndpoints`, {
    kind: 'Managed',
    identity: systemAssigned(childId(workspace, 'onlineEndpoints', name)),
    properties: {
      authMode: 'AADToken',
      description: null,
      properties: { 'azureml.onlineendpointid': childId(workspace, 'onlineEndpoints', name).toLowerCase() },
      ...uris(`${name}.${workspace.location}.inference.ml.azure.com`),
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
      compute: null,
      mirrorTraffic: {},
      traffic: { blue: 100 },
    },
  })
  return build(template, overrides)
}

/** An endpoint on a Kubernetes compute; the customer's cluster answers. */
export const onKubernetes = (compute: CloudResource, host: string, scheme = 'https') => ({
  kind: 'K8S',
  properties: {
    compute: compute.id,
    scoringUri: `${scheme}://${host}/api/v1/endpoint/score`,
    swaggerUri: `${scheme}://${host}/api/v1/endpoint/swagger.json`,
  },
})

// Example: Microsoft.MachineLearningServices OnlineDeployment/ManagedOnlineDeployment/createOrUpdate.json
export function onlineDeployment(endpoint: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const probe = { failureThreshold: 30, successThreshold: 1, timeout: 'PT2S', period: 'PT10S', initialDelay: 'PT10S' }
  const template = child(endpoint, 'deployments', name, `${provider}/onlineEndpoints/deployments`, {
    kind: 'Managed',
    sku: { name: 'Default', capacity: 1 },
    properties: {
      endpointComputeType: 'Managed',
      instanceType: 'Standard_DS3_v2',
      appInsightsEnabled: false,
      egressPublicNetworkAccess: 'Enabled',
      codeConfiguration: { codeId: null, scoringScript: 'score.py' },
      environmentId: null,
      environmentVariables: { AZUREML_MODEL_DIR: '/var/azureml-app/azureml-models/model/1' },
      model: null,
      properties: {},
      provisioningState: 'Succeeded',
      livenessProbe: probe,
      readinessProbe: probe,
      requestSettings: { requestTimeout: 'PT5S', maxConcurrentRequestsPerInstance: 1, maxQueueWait: 'PT0.5S' },
      scaleSettings: { scaleType: 'Default' },
    },
  })
  return build(template, overrides)
}

// Example: Microsoft.MachineLearningServices Workspace/BatchEndpoint/get.json
export function batchEndpoint(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const template = child(workspace, 'batchEndpoints', name, `${provider}/batchEndpoints`, {
    kind: 'Batch',
    identity: systemAssigned(childId(workspace, 'batchEndpoints', name)),
    properties: {
      authMode: 'AADToken',
      description: null,
      properties: {},
      ...uris(`${name}.${workspace.location}.inference.ml.azure.com`, 'jobs'),
      provisioningState: 'Succeeded',
      defaults: { deploymentName: 'default' },
    },
  })
  return build(template, overrides)
}

// Example: Microsoft.MachineLearningServices Workspace/BatchDeployment/get.json
export function batchDeployment(endpoint: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const template = child(endpoint, 'deployments', name, `${provider}/batchEndpoints/deployments`, {
    properties: {
      codeConfiguration: { codeId: null, scoringScript: 'batch.py' },
      environmentId: null,
      environmentVariables: {},
      compute: null,
      errorThreshold: -1,
      retrySettings: { maxRetries: 3, timeout: 'PT30S' },
      miniBatchSize: 10,
      loggingLevel: 'Info',
      model: null,
      maxConcurrencyPerInstance: 1,
      outputAction: 'AppendRow',
      outputFileName: 'predictions.csv',
      resources: { instanceCount: 1, instanceType: null, properties: {} },
      properties: {},
      provisioningState: 'Succeeded',
    },
  })
  return build(template, overrides)
}

// Example: Microsoft.MachineLearningServices Workspace/ServerlessEndpoint/get.json
export function serverlessEndpoint(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const uri = `https://${name}.${workspace.location}.models.ai.azure.com`
  const template = child(workspace, 'serverlessEndpoints', name, `${provider}/serverlessEndpoints`, {
    kind: 'ServerlessEndpoint',
    sku: { name: 'Consumption' },
    properties: {
      authMode: 'Key',
      contentSafety: { contentSafetyStatus: 'Enabled' },
      endpointState: 'Online',
      inferenceEndpoint: { uri, headers: {} },
      marketplaceSubscriptionId: null,
      modelSettings: { modelId: 'azureml://registries/azureml-mistral/models/Mistral-large' },
      provisioningState: 'Succeeded',
    },
  })
  return build(template, overrides)
}

const environmentImageRequest = {
  driverProgram: 'score.py',
  assets: [{ id: null, mimeType: 'application/x-python', url: 'aml://artifact/LocalUpload/score.py', unpack: false }],
  modelIds: ['model.pkl:2'],
  environment: {
    name: 'AzureML-Scikit-learn-0.20.3',
    version: '3',
    python: { interpreterPath: 'python', userManagedDependencies: false, baseCondaEnvironment: null },
    environmentVariables: { EXAMPLE_ENV_VAR: 'EXAMPLE_VALUE' },
    docker: { baseImage: 'mcr.microsoft.com/azureml/base:latest', baseDockerfile: null },
    inferencingStackVersion: null,
  },
}

const legacy = {
  containerResourceRequirements: { cpu: 0.1, memoryInGB: 0.5, gpu: null, fpga: null },
  dataCollection: { eventHubEnabled: false, storageEnabled: false },
  appInsightsEnabled: true,
  authEnabled: true,
  aadAuthEnabled: false,
  environmentImageRequest,
  description: null,
  kvTags: {},
  properties: { hasInferenceSchema: 'False', hasHttps: 'False' },
  state: 'Healthy',
}

function service(workspace: CloudResource, name: string, properties: Overrides, overrides: Overrides[]) {
  const template = {
    id: childId(workspace, 'services', name),
    name,
    type: `${provider}/services`,
    systemData,
    properties: { ...legacy, ...properties },
  }
  return build(template, overrides)
}

// Example: Microsoft.MachineLearningServices 2021-04-01 getServices.json, its first; `hasHttps` is a string
export const aksService = (workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource => {
  const properties = {
    computeType: 'AKS',
    computeName: 'aks-inference',
    namespace: `azureml-${workspace.name}`,
    numReplicas: 1,
    scoringUri: `http://20.50.2.20:80/api/v1/service/${name}/score`,
    swaggerUri: `http://20.50.2.20/api/v1/service/${name}/swagger.json`,
  }
  return service(workspace, name, properties, overrides)
}

// Example: Microsoft.MachineLearningServices 2021-04-01 getServices.json, its second (there, the id lacks its leading slash)
export const containerInstanceService = (
  workspace: CloudResource,
  name: string,
  host: string,
  ...overrides: Overrides[]
): CloudResource => {
  const properties = {
    computeType: 'ACI',
    location: workspace.location,
    scoringUri: `http://${host}/score`,
    sslEnabled: false,
    sslCertificate: '',
    sslKey: '',
    cname: null,
    publicIp: '20.50.2.21',
    publicFqdn: host,
  }
  return service(workspace, name, properties, overrides)
}
