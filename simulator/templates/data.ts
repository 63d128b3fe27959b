import type { CloudResource } from '../estate.ts'
import { build, childId, hexOf, type Overrides, systemData } from './build.ts'

type Credentials = 'None' | 'AccountKey' | 'Sas' | 'ServicePrincipal' | 'Certificate'

/** What a read shows of credentials: their kind, never their value. */
export const credentials = (credentialsType: Credentials) => ({
  properties: {
    credentials: {
      credentialsType,
      secrets: credentialsType === 'None' ? undefined : { secretsType: credentialsType },
    },
  },
})

// Example: Microsoft.MachineLearningServices Datastore/get.json
function datastore(workspace: CloudResource, name: string, properties: Overrides, overrides: Overrides[]) {
  const template = {
    id: childId(workspace, 'datastores', name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/datastores',
    systemData,
    properties: {
      description: null,
      tags: {},
      properties: {},
      isDefault: false,
      credentials: { credentialsType: 'None' },
      resourceGroup: null,
      subscriptionId: null,
      ...properties,
    },
  }
  return build(template, overrides)
}

const serviceData = { endpoint: 'core.windows.net', protocol: 'https', serviceDataAccessAuthIdentity: 'None' }

function locate(account: CloudResource) {
  const [, , subscriptionId, , resourceGroup] = account.id.split('/')
  return { accountName: account.name, subscriptionId, resourceGroup }
}

// Example: Microsoft.MachineLearningServices Datastore/list.json
export const blobDatastore = (
  workspace: CloudResource,
  name: string,
  account: CloudResource,
  ...overrides: Overrides[]
): CloudResource => {
  const container = { datastoreType: 'AzureBlob', containerName: name }
  return datastore(workspace, name, { ...serviceData, ...container, ...locate(account) }, overrides)
}

// Example: Microsoft.MachineLearningServices Datastore/AzureFileWAccountKey/createOrUpdate.json
export const fileDatastore = (
  workspace: CloudResource,
  name: string,
  account: CloudResource,
  ...overrides: Overrides[]
): CloudResource => {
  const share = { datastoreType: 'AzureFile', fileShareName: name }
  return datastore(workspace, name, { ...serviceData, ...share, ...locate(account) }, overrides)
}

// Example: Microsoft.MachineLearningServices Datastore/AzureDataLakeGen2WServicePrincipal/createOrUpdate.json
export const dataLakeDatastore = (
  workspace: CloudResource,
  name: string,
  account: CloudResource,
  ...overrides: Overrides[]
): CloudResource => {
  const system = { datastoreType: 'AzureDataLakeGen2', filesystem: name }
  return datastore(workspace, name, { ...serviceData, ...system, ...locate(account) }, overrides)
}

// Example: Microsoft.MachineLearningServices Datastore/AzureDataLakeGen1WServicePrincipal/createOrUpdate.json
export const dataLakeGen1Datastore = (workspace: CloudResource, name: string, ...overrides: Overrides[]) =>
  datastore(workspace, name, { datastoreType: 'AzureDataLakeGen1', storeName: name }, overrides)

// Fields: Microsoft.MachineLearningServices OneLakeDatastore
export const oneLakeDatastore = (workspace: CloudResource, name: string, ...overrides: Overrides[]) => {
  const lake = {
    datastoreType: 'OneLake',
    endpoint: 'onelake.dfs.fabric.microsoft.com',
    oneLakeWorkspaceName: 'contoso-fabric',
    artifact: { artifactType: 'LakeHouse', artifactName: name },
  }
  return datastore(workspace, name, lake, overrides)
}

/** The four that every workspace is born with. They name the account only, and hold its key unless told otherwise. */
export function systemDatastores(workspace: CloudResource, account: CloudResource, kind: Credentials = 'AccountKey') {
  const suffix = hexOf(`${workspace.id}/workspace`)
  const common = [{ properties: { subscriptionId: null, resourceGroup: null } }, credentials(kind)]
  const blob = (name: string, containerName: string, isDefault = false) =>
    blobDatastore(workspace, name, account, ...common, { properties: { containerName, isDefault } })
  const file = (name: string, fileShareName: string) =>
    fileDatastore(workspace, name, account, ...common, { properties: { fileShareName } })
  return [
    blob('workspaceblobstore', `azureml-blobstore-${suffix}`, true),
    blob('workspaceartifactstore', 'azureml'),
    file('workspacefilestore', `azureml-filestore-${suffix}`),
    file('workspaceworkingdirectory', `code-${suffix}`),
  ]
}

// Example: Microsoft.MachineLearningServices WorkspaceConnection/list.json (there, ids say `linkedWorkspaces`)
/** As the portal makes it: the account is named by its id. */
export const connectedTo = (account: CloudResource) => ({
  properties: {
    target: `https://${account.name}.openai.azure.com/`,
    metadata: { ApiType: 'Azure', ResourceId: account.id, DeploymentApiVersion: '2024-02-01' },
  },
})

export function connection(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: childId(workspace, 'connections', name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/connections',
    systemData,
    properties: {
      authType: 'AAD',
      category: 'AzureOpenAI',
      target: 'https://aoai-contoso.openai.azure.com/',
      expiryTime: null,
      isSharedToAll: true,
      sharedUserList: [],
      peRequirement: 'NotRequired',
      peStatus: 'NotApplicable',
      useWorkspaceManagedIdentity: false,
      group: 'AzureAI',
      metadata: { ApiType: 'Azure', ApiVersion: '2024-02-01' },
    },
  }
  return build(template as unknown as CloudResource, overrides)
}
