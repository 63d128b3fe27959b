import type { CloudResource, Estate } from '../estate.ts'
import { echoed, guidOf, resourceId, roles, tenantId } from '../templates.ts'
import { estateOf } from './parts.ts'

interface Size {
  workspaces: number
  subscriptions: number
  /** one vault for a whole subscription, instead of one for each workspace */
  sharedVault?: boolean
  /** one resource group for all workspaces of a subscription, instead of one for each */
  sharedGroup?: boolean
}

const location = 'westeurope'
const workspacesPerRegistry = 10

const scaleSubscriptionId = (number: number) => `5ca1e000-0000-4000-8000-${String(number).padStart(12, '0')}`

const padded = (number: number) => String(number).padStart(5, '0')

const scopeOf = (subscription: number, team: number) => ({
  subscriptionId: scaleSubscriptionId(subscription),
  resourceGroup: `rg-team-${padded(team)}`,
})

// constants are shared by all resources: 10,000 workspaces have to fit in memory
const networkRules = { bypass: 'AzureServices', virtualNetworkRules: [], ipRules: [], defaultAction: 'Allow' }
const encryptedService = { keyType: 'Account', enabled: true, lastEnabledTime: '2025-03-11T08:15:02.4322836Z' }
const storageEncryption = {
  services: { file: encryptedService, blob: encryptedService },
  keySource: 'Microsoft.Storage',
}
const vaultSku = { family: 'A', name: 'standard' }
const registryPolicies = { quarantinePolicy: { status: 'disabled' }, exportPolicy: { status: 'enabled' } }
const disabled = { status: 'disabled' }
const notIsolated = { isolationMode: 'Disabled' }
const basic = { name: 'Basic', tier: 'Basic' }
const standard = { name: 'Standard', tier: 'Standard' }
const locallyRedundant = { name: 'Standard_LRS', tier: 'Standard' }

function resource(id: string, type: string, rest: Partial<CloudResource>): CloudResource {
  return { id, name: id.slice(id.lastIndexOf('/') + 1), type, location, ...rest }
}

function storage(team: number, id: string) {
  const minimumTlsVersion = team % 25 === 0 ? 'TLS1_0' : 'TLS1_2'
  return resource(id, 'Microsoft.Storage/storageAccounts', {
    kind: 'StorageV2',
    sku: locallyRedundant,
    properties: {
      creationTime: '2025-03-11T08:15:02.4322836Z',
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: true,
      minimumTlsVersion,
      networkAcls: networkRules,
      supportsHttpsTrafficOnly: true,
      encryption: storageEncryption,
      accessTier: 'Hot',
      provisioningState: 'Succeeded',
      primaryLocation: location,
      statusOfPrimary: 'available',
    },
  })
}

function vault(id: string) {
  return resource(id, 'Microsoft.KeyVault/vaults', {
    properties: {
      sku: vaultSku,
      tenantId,
      networkAcls: networkRules,
      accessPolicies: [],
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      vaultUri: `https://${id.slice(id.lastIndexOf('/') + 1)}.vault.azure.net/`,
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
    },
  })
}

function insights(id: string, logs: string) {
  return resource(id, 'microsoft.insights/components', {
    kind: 'web',
    properties: {
      Application_Type: 'web',
      Flow_Type: 'Bluefield',
      Request_Source: 'IbizaMachineLearningExtension',
      AppId: guidOf(id),
      provisioningState: 'Succeeded',
      RetentionInDays: 90,
      WorkspaceResourceId: logs,
      IngestionMode: 'LogAnalytics',
      publicNetworkAccessForIngestion: 'Enabled',
      publicNetworkAccessForQuery: 'Enabled',
      Ver: 'v2',
    },
  })
}

function registry(id: string) {
  return resource(id, 'Microsoft.ContainerRegistry/registries', {
    sku: standard,
    properties: {
      loginServer: `${id.slice(id.lastIndexOf('/') + 1)}.azurecr.io`,
      creationDate: '2025-03-11T08:40:26.1537861Z',
      provisioningState: 'Succeeded',
      adminUserEnabled: false,
      policies: registryPolicies,
      encryption: disabled,
      publicNetworkAccess: 'Enabled',
      networkRuleBypassOptions: 'AzureServices',
      zoneRedundancy: 'Disabled',
    },
  })
}

function logAnalytics(id: string) {
  return resource(id, 'Microsoft.OperationalInsights/workspaces', {
    properties: {
      customerId: guidOf(id),
      provisioningState: 'Succeeded',
      sku: { name: 'PerGB2018' },
      retentionInDays: 30,
      features: { legacy: 0, searchVersion: 1, enableLogAccessUsingOnlyResourcePermissions: true },
      publicNetworkAccessForIngestion: 'Enabled',
      publicNetworkAccessForQuery: 'Enabled',
    },
  })
}

const principalOf = (workspace: string) => guidOf(`${workspace}/principal`)

/** What the service grants to a workspace on its vault. */
function access(vaultId: string, workspaceId: string) {
  const id = `${vaultId}/providers/Microsoft.Authorization/roleAssignments/${guidOf(`${workspaceId}/access`)}`
  const definitions = `${vaultId.split('/').slice(0, 3).join('/')}/providers/Microsoft.Authorization/roleDefinitions`
  return resource(id, 'Microsoft.Authorization/roleAssignments', {
    location: undefined,
    properties: {
      roleDefinitionId: `${definitions}/${roles.keyVaultAdministrator}`,
      principalId: principalOf(workspaceId),
      principalType: 'ServicePrincipal',
      scope: vaultId,
      condition: null,
    },
  })
}

type Links = Record<'storageAccount' | 'keyVault' | 'applicationInsights' | 'containerRegistry', string>

function machineLearning(id: string, links: Links) {
  const name = id.slice(id.lastIndexOf('/') + 1)
  return resource(id, 'Microsoft.MachineLearningServices/workspaces', {
    kind: 'Default',
    sku: basic,
    identity: { type: 'SystemAssigned', principalId: principalOf(id), tenantId },
    properties: {
      ...links,
      friendlyName: name,
      description: '',
      hbiWorkspace: false,
      tenantId,
      provisioningState: 'Succeeded',
      privateLinkCount: 0,
      publicNetworkAccess: 'Enabled',
      discoveryUrl: `https://${location}.api.azureml.ms/discovery`,
      managedNetwork: notIsolated,
      systemDatastoresAuthMode: 'identity',
      workspaceId: guidOf(id),
    },
  })
}

/** Ids of the n-th workspace and of what it uses; teams are dealt to the subscriptions in turn. */
export function scaleIds(number: number, { subscriptions, sharedVault, sharedGroup }: Omit<Size, 'workspaces'>) {
  const subscription = number % subscriptions
  const scope = scopeOf(subscription, sharedGroup ? subscription : number)
  const shared = { ...scope, resourceGroup: 'rg-shared' }
  const rank = Math.floor(number / subscriptions)
  const registryName = `crteams${padded(subscription)}x${padded(Math.floor(rank / workspacesPerRegistry))}`
  const [vaultScope, vaultName] = sharedVault
    ? [shared, `kv-shared-${padded(subscription)}`]
    : [scope, `kv-team-${padded(number)}`]
  return {
    workspace: resourceId(scope, 'Microsoft.MachineLearningServices/workspaces', `mlw-team-${padded(number)}`),
    storageAccount: resourceId(scope, 'Microsoft.Storage/storageAccounts', `stteam${padded(number)}`),
    keyVault: resourceId(vaultScope, 'Microsoft.KeyVault/vaults', vaultName),
    applicationInsights: resourceId(scope, 'microsoft.insights/components', `appi-team-${padded(number)}`),
    containerRegistry: resourceId(shared, 'Microsoft.ContainerRegistry/registries', registryName),
    logs: echoed(resourceId(shared, 'Microsoft.OperationalInsights/workspaces', `law-${padded(subscription)}`)),
  }
}

/** Adds a team's resources, those it shares with others only once. */
function addTeam(resources: Map<string, CloudResource>, number: number, size: Size) {
  const ids = scaleIds(number, size)
  const add = (id: string, make: () => CloudResource) => resources.has(id) || resources.set(id, make())
  const links = {
    storageAccount: ids.storageAccount,
    keyVault: ids.keyVault,
    applicationInsights: echoed(ids.applicationInsights),
    containerRegistry: echoed(ids.containerRegistry),
  }
  add(ids.workspace, () => machineLearning(ids.workspace, links))
  add(ids.storageAccount, () => storage(number, ids.storageAccount))
  add(ids.keyVault, () => vault(ids.keyVault))
  add(`${ids.workspace}/access`, () => access(ids.keyVault, ids.workspace))
  add(ids.applicationInsights, () => insights(ids.applicationInsights, ids.logs))
  add(ids.containerRegistry, () => registry(ids.containerRegistry))
  add(ids.logs, () => logAnalytics(ids.logs))
}

/** The same estate for the same size: teams with a workspace each, nothing high, one old storage account in 25. */
export function scaleEstate(size: Size): Estate {
  const resources = new Map<string, CloudResource>()
  for (let number = 0; number < size.workspaces; number++) addTeam(resources, number, size)
  const subscriptions = Array.from({ length: size.subscriptions }, (_, number) => ({
    id: scaleSubscriptionId(number),
    name: `team-subscription-${padded(number)}`,
    managementGroups: ['contoso', 'contoso-teams'],
  }))
  return estateOf({ subscriptions, resources: [...resources.values()] })
}
