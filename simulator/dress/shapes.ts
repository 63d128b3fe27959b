import { each, type Habit, isObject, objectAt, of } from './habit.ts'

const machineLearning = 'microsoft.machinelearningservices/workspaces'

/** Names of properties as other versions write them. */
const names: Record<string, string> = {
  keyvaultproperties: 'keyVaultProperties',
  keyvaulturi: 'keyVaultUri',
  KeyName: 'keyName',
  keyname: 'KeyName',
  WorkspaceResourceId: 'workspaceResourceId',
  IngestionMode: 'ingestionMode',
  diskEncryptionSetID: 'diskEncryptionSetId',
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [names[name] ?? name, renamed(member)]))
}

export const shapeHabits: Record<string, Habit> = {
  'names of properties in another case': each((resource) => {
    resource.properties = renamed(resource.properties)
  }),
  'properties that nobody knows': each((resource) => {
    Object.assign(resource, { etag: null, extendedLocation: null, zzz: { nested: [null, {}] } })
    if (isObject(resource.properties))
      Object.assign(resource.properties, {
        EnableSoftwareBillOfMaterials: false,
        ipAllowlist: [],
        provisioningErrors: null,
      })
  }),
  'where a long operation of an endpoint is followed': each((resource, type) => {
    if (!/endpoints(\/deployments)?$/.test(type)) return
    const at =
      'https://management.azure.com/subscriptions/00000000-0000-0000-0000-000000000000/providers/x/oeidp:1?api-version=1'
    const bag = objectAt(resource, 'properties.properties')
    if (bag) bag.AzureAsyncOperationUri = at
  }),
  'a workspace without a kind': of(machineLearning, (_, resource) => {
    if (/^default$/i.test(String(resource.kind))) delete resource.kind
  }),
  'a connection with ids and versions': of(`${machineLearning}/connections`, (properties) => {
    const id = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Search'
    properties.metadata = {
      ResourceId: `${id}/searchServices/a`,
      ...(properties.metadata as object),
      DeploymentApiVersion: '2024-10-21',
    }
  }),
  'steps as another SDK spells them': each((resource) => {
    const steps = ['properties.jobs', 'properties.action.jobDefinition.jobs'].flatMap((path) =>
      Object.values(objectAt(resource, path) ?? {}),
    )
    for (const step of steps.filter(isObject)) {
      const { environmentVariables } = step
      delete step.environmentVariables
      if (environmentVariables) step.environment_variables = environmentVariables
    }
  }),
  'an endpoint without traffic': of(`${machineLearning}/onlineendpoints`, (properties) => {
    properties.traffic = {}
  }),
  'a batch endpoint without a kind': of(`${machineLearning}/batchendpoints`, (_, resource) => {
    delete resource.kind
  }),
  'what the service notes of a job': of(`${machineLearning}/jobs`, (properties) => {
    properties.properties = {
      ...(properties.properties as object),
      _azureml: 'AmlCompute',
      ContentSnapshotId: '8c1f0f35-2b1f-4b0d-9d4d-0e5ce0a0b5c2',
      'azureml.git.commit': '5dc1f6a2b9c87e03d4f1a6b7c8d9e0f1a2b3c4d5',
      ProcessInfoFile: 'azureml-logs/process_info.json',
      'azureml.parameters': '{"learning_rate":"0.1"}',
    }
    const tracking = 'azureml://westeurope.api.azureml.ms/mlflow/v1.0/subscriptions/0/resourceGroups/g'
    properties.services = {
      Tracking: {
        jobServiceType: 'Tracking',
        port: null,
        endpoint: tracking,
        status: null,
        errorMessage: null,
        properties: null,
      },
      Studio: { jobServiceType: 'Studio', port: null, endpoint: 'https://ml.azure.com/runs/train?tid=0', nodes: null },
    }
  }),
  'what storage tells of a key': of('microsoft.storage/storageaccounts', ({ encryption }) => {
    if (!isObject(encryption)) return
    const key = encryption.keyvaultproperties ?? encryption.keyVaultProperties
    if (isObject(key)) key.currentVersionedKeyExpirationTimestamp = '1970-01-01T00:00:00Z'
    encryption.identity ??= { userAssignedIdentity: '' }
  }),
  'a registry that does not say so': of('microsoft.containerregistry/registries', (properties) => {
    if (/^disabled\s*$/i.test(String(objectAt(properties, 'encryption')?.status))) delete properties.encryption
  }),
  'a key that Cosmos DB can reach': of('microsoft.documentdb/databaseaccounts', (properties) => {
    if (properties.keyVaultKeyUri)
      properties.customerManagedKeyStatus = 'Access to the configured customer managed key confirmed. '
  }),
  'pools that the service manages': of('microsoft.containerservice/managedclusters', (properties, resource) => {
    const { agentPoolProfiles: pools } = properties
    resource.kind ??= 'Base'
    if (Array.isArray(pools) && pools.length > 0) pools.push({ name: 'hosted', mode: 'ManagedSystem', osType: 'Linux' })
  }),
  'encryption of Databricks, turned back': of('microsoft.databricks/workspaces', ({ parameters }) => {
    if (isObject(parameters)) parameters.encryption ??= { type: 'Object', value: { keySource: 'Default' } }
  }),
}
