import type { CloudResource } from '../estate.ts'
import {
  build,
  displayLocationOf,
  echoed,
  groupId,
  guidOf,
  locationOf,
  type Overrides,
  resourceId,
  type Scope,
  systemAssigned,
  systemData,
  tenantId,
} from './build.ts'
import { type KeyReference, keyUriWithVersion } from './key-vault.ts'

function addresses(scope: Scope, name: string, workspaceId: string) {
  const host = `${locationOf(scope)}.api.azureml.ms`
  const path = `${groupId(scope)}/providers/Microsoft.MachineLearningServices/workspaces/${name}`
  return {
    discoveryUrl: `https://${host}/discovery`,
    mlFlowTrackingUri: `azureml://${host}/mlflow/v1.0${path}`,
    notebookInfo: {
      resourceId: workspaceId.replaceAll('-', ''),
      fqdn: `ml-${name}-${locationOf(scope)}-${workspaceId}.${locationOf(scope)}.notebooks.azure.net`,
      isPrivateLinkEnabled: false,
      notebookPreparationError: null,
    },
  }
}

// Example: Microsoft.MachineLearningServices Workspace/get.json, with what the service adds to it
export function workspace(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.MachineLearningServices/workspaces', name)
  const workspaceId = guidOf(`${id}/workspace`)
  const template = {
    id,
    name,
    type: 'Microsoft.MachineLearningServices/workspaces',
    kind: 'Default',
    location: locationOf(scope),
    tags: {},
    etag: null,
    identity: systemAssigned(id),
    sku: { name: 'Basic', tier: 'Basic' },
    systemData,
    properties: {
      friendlyName: name,
      description: '',
      storageAccount: null,
      keyVault: null,
      applicationInsights: null,
      containerRegistry: null,
      hbiWorkspace: false,
      tenantId,
      imageBuildCompute: null,
      provisioningState: 'Succeeded',
      v1LegacyMode: false,
      softDeleteEnabled: false,
      storageHnsEnabled: false,
      workspaceId,
      linkedModelInventoryArmId: null,
      privateLinkCount: 0,
      allowPublicAccessWhenBehindVnet: false,
      publicNetworkAccess: 'Enabled',
      ipAllowlist: [],
      sdkTelemetryAppInsightsKey: null,
      sasGetterUri: '',
      enableDataIsolation: false,
      systemDatastoresAuthMode: 'accesskey',
      managedNetwork: {
        isolationMode: 'Disabled',
        outboundRules: {},
        status: { status: 'Inactive', sparkReady: false },
      },
      ...addresses(scope, name, workspaceId),
    },
  }
  return build(template, overrides)
}

interface Links {
  storageAccount?: CloudResource
  keyVault?: CloudResource
  applicationInsights?: CloudResource
  containerRegistry?: CloudResource
}

/** What a workspace uses. The service echoes the component's and the registry's id in lower case. */
export const uses = ({ storageAccount, keyVault, applicationInsights, containerRegistry }: Links) => ({
  properties: {
    storageAccount: storageAccount?.id ?? null,
    keyVault: keyVault?.id ?? null,
    applicationInsights: applicationInsights ? echoed(applicationInsights.id) : null,
    containerRegistry: containerRegistry ? echoed(containerRegistry.id) : null,
  },
})

// Example: Microsoft.MachineLearningServices Workspace/get.json, its `encryption`
const encryption = (key: KeyReference, identity?: CloudResource) => ({
  status: 'Enabled',
  identity: identity ? { userAssignedIdentity: identity.id } : undefined,
  keyVaultProperties: { keyVaultArmId: key.vaultId, keyIdentifier: keyUriWithVersion(key), identityClientId: '' },
})

/** Your key; Cosmos DB, AI Search and storage in a managed group of your subscription. */
export const subscriptionSideKey = (key: KeyReference, managedGroup: string, identity?: CloudResource) => ({
  properties: {
    encryption: encryption(key, identity),
    enableServiceSideCMKEncryption: false,
    serviceProvisionedResourceGroup: managedGroup,
  },
})

/** Your key, in Microsoft's stores: nothing to see in the subscription. */
export const serviceSideKey = (key: KeyReference, identity?: CloudResource) => ({
  properties: { encryption: encryption(key, identity), enableServiceSideCMKEncryption: true },
})

interface Stores {
  cosmosDb: CloudResource
  storageAccount: CloudResource
  search: CloudResource
}

/** Your key, in stores that you bring along. */
export const bringYourOwnKey = (key: KeyReference, stores: Stores, identity?: CloudResource) => ({
  properties: {
    encryption: {
      ...encryption(key, identity),
      cosmosDbResourceId: stores.cosmosDb.id,
      storageAccountResourceId: stores.storageAccount.id,
      searchAccountResourceId: stores.search.id,
    },
    enableServiceSideCMKEncryption: false,
  },
})

// Template: "Create a hub using an Azure Resource Manager template" in the documentation of Azure Machine Learning
export function hub(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    kind: 'Hub',
    properties: {
      systemDatastoresAuthMode: 'identity',
      associatedWorkspaces: [],
      workspaceHubConfig: { defaultWorkspaceResourceGroup: groupId(scope) },
      managedNetwork: { isolationMode: 'Disabled', enableNetworkMonitor: false },
    },
  }
  return workspace(scope, name, template, ...overrides)
}

// Template: Azure quickstart machinelearningservices/aifoundry-basics; a project echoes what its hub uses
export function project(scope: Scope, name: string, parent: CloudResource, ...overrides: Overrides[]): CloudResource {
  const inherited = parent.properties as Record<string, unknown>
  const template = {
    kind: 'Project',
    location: displayLocationOf(scope),
    properties: {
      hubResourceId: parent.id,
      storageAccount: inherited.storageAccount,
      keyVault: inherited.keyVault,
      applicationInsights: inherited.applicationInsights,
      containerRegistry: inherited.containerRegistry,
      systemDatastoresAuthMode: inherited.systemDatastoresAuthMode,
      agentsEndpointUri: `https://${locationOf(scope)}.api.azureml.ms/agents/v1.0${parent.id}`,
    },
  }
  return workspace(scope, name, template, ...overrides)
}

// Fields: Microsoft.MachineLearningServices WorkspaceProperties.featureStoreSettings
export function featureStore(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    kind: 'FeatureStore',
    properties: {
      featureStoreSettings: {
        computeRuntime: { sparkRuntimeVersion: '3.4' },
        offlineStoreConnectionName: 'offlineStoreConnection',
        onlineStoreConnectionName: null,
      },
    },
  }
  return workspace(scope, name, template, ...overrides)
}
