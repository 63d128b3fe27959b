import { applicationInsights } from '../application-insights.ts'
import { containerRegistry } from '../container-registry.ts'
import { userAssignedIdentity } from '../identity.ts'
import { keyVault } from '../key-vault.ts'
import { storageAccount } from '../storage-account.ts'
import { mlWorkspace } from '../workspace.ts'
import { attribute, block, constant, type Mapping, type Settings, terraform } from './declaration.ts'
import { absent, identity, inGroup, keyIdentifier, location, ofIdentity } from './parts.ts'

const encryption: Settings = [
  [mlWorkspace.encryptionStatus, block('encryption', 'Enabled', 'Disabled')],
  [mlWorkspace.keyIdentifier, keyIdentifier('encryption.key_id')],
  [mlWorkspace.keyVaultOfKey, attribute('encryption.key_vault_id', { refersTo: [keyVault.type] })],
  [
    mlWorkspace.encryptionIdentity,
    attribute('encryption.user_assigned_identity_id', { refersTo: [userAssignedIdentity.type] }),
  ],
]

/** Of every kind. The stores for metadata, and the group that holds them, are there afterwards. */
const every: Settings = [
  location,
  ...identity,
  [mlWorkspace.tags, attribute('tags')],
  [mlWorkspace.primaryIdentity, attribute('primary_user_assigned_identity', { refersTo: [userAssignedIdentity.type] })],
  [mlWorkspace.managedResourceGroup, absent],
  [mlWorkspace.cosmosDb, absent],
  [mlWorkspace.metadataStorage, absent],
  [mlWorkspace.searchService, absent],
]

const dependencies: Settings = [
  [mlWorkspace.storageAccount, attribute('storage_account_id', { refersTo: [storageAccount.type] })],
  [mlWorkspace.keyVault, attribute('key_vault_id', { refersTo: [keyVault.type] })],
  [mlWorkspace.containerRegistry, attribute('container_registry_id', { refersTo: [containerRegistry.type] })],
  [mlWorkspace.applicationInsights, attribute('application_insights_id', { refersTo: [applicationInsights.type] })],
]

/** A new key in the block is planned as a change in place, and the provider's update does not send it (seen in 5.2.0). */
const unsent = [mlWorkspace.keyIdentifier]

export const workspace = terraform('azurerm_machine_learning_workspace', mlWorkspace, {
  id: inGroup(mlWorkspace),
  settings: [
    ...every,
    ...dependencies,
    ...encryption,
    [mlWorkspace.kind, attribute('kind', { omitted: 'Default' })],
    [mlWorkspace.hub, absent],
    [mlWorkspace.highBusinessImpact, attribute('high_business_impact', { omitted: false })],
    [mlWorkspace.serviceSideEncryption, attribute('service_side_encryption_enabled', { omitted: false })],
    [mlWorkspace.systemDatastoresAuthMode, attribute('storage_account_access_type', { omitted: 'AccessKey' })],
  ],
  computed: ofIdentity,
  unsent,
})

export const hub = terraform('azurerm_ai_foundry', mlWorkspace, {
  id: inGroup(mlWorkspace),
  settings: [
    ...every,
    ...dependencies,
    ...encryption,
    [mlWorkspace.kind, constant('Hub')],
    [mlWorkspace.hub, absent],
    [mlWorkspace.highBusinessImpact, attribute('high_business_impact_enabled', { omitted: false })],
  ],
  computed: ofIdentity,
  unsent,
})

/** Beside its hub. */
const inGroupOfHub: Mapping = {
  attributes: ['ai_services_hub_id', 'name'],
  from(attributes) {
    const hub = attributes.read('ai_services_hub_id', [mlWorkspace.type])
    if (typeof hub !== 'string') return hub
    const name = attributes.read('name')
    return `${hub.slice(0, hub.lastIndexOf('/'))}/${typeof name === 'string' ? name : attributes.standIn.name()}`
  },
}

/** Has the settings of its hub, and is in the hub's group. */
export const project = terraform('azurerm_ai_foundry_project', mlWorkspace, {
  id: inGroupOfHub,
  settings: [
    ...every,
    [mlWorkspace.kind, constant('Project')],
    [mlWorkspace.hub, attribute('ai_services_hub_id', { refersTo: [mlWorkspace.type] })],
    [mlWorkspace.highBusinessImpact, attribute('high_business_impact_enabled', { omitted: false })],
    [mlWorkspace.storageAccount, absent],
    [mlWorkspace.keyVault, absent],
    [mlWorkspace.containerRegistry, absent],
    [mlWorkspace.applicationInsights, absent],
    [mlWorkspace.encryption, absent],
    [mlWorkspace.serviceSideEncryption, absent],
    [mlWorkspace.systemDatastoresAuthMode, absent],
  ],
  computed: ofIdentity,
})
