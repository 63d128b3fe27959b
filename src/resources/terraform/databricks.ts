import { databricksWorkspace } from '../databricks.ts'
import { attribute, constant, given, part, type Settings, terraform } from './declaration.ts'
import { absent, inGroup, keyParts, location } from './parts.ts'

const {
  rootEncryption,
  rootKeySource,
  rootKeyVaultUri,
  rootKeyName,
  rootKeyVersion,
  servicesKeySource,
  servicesKeyVaultUri,
  servicesKeyName,
  servicesKeyVersion,
  servicesRotation,
  diskKeySource,
  diskKeyVaultUri,
  diskKeyName,
  diskKeyVersion,
  diskRotation,
} = databricksWorkspace

const services = 'managed_services_cmk_key_vault_key_id'
const disk = 'managed_disk_cmk_key_vault_key_id'

const entities: Settings = [
  [servicesKeySource, given(services, 'Microsoft.Keyvault', 'key')],
  ...keyParts(services, { uri: servicesKeyVaultUri, name: servicesKeyName, version: servicesKeyVersion }),
  [servicesRotation, absent],
  [diskKeySource, given(disk, 'Microsoft.Keyvault', 'key')],
  ...keyParts(disk, { uri: diskKeyVaultUri, name: diskKeyName, version: diskKeyVersion }),
  [diskRotation, attribute('managed_disk_cmk_rotation_to_latest_version_enabled')],
]

export const databricks = terraform('azurerm_databricks_workspace', databricksWorkspace, {
  id: inGroup(databricksWorkspace),
  settings: [
    location,
    [databricksWorkspace.sku, attribute('sku')],
    [databricksWorkspace.computeMode, constant('Hybrid')],
    [databricksWorkspace.managedResourceGroup, attribute('managed_resource_group_id')],
    [databricksWorkspace.infrastructureEncryption, attribute('infrastructure_encryption_enabled', { omitted: false })],
    // `customer_managed_key_enabled` only prepares for it
    [rootEncryption, absent],
    ...entities,
  ],
})

const rootKeyBy = (resource: string) =>
  part(resource, databricksWorkspace, {
    of: attribute('workspace_id', { refersTo: [databricksWorkspace.type] }),
    settings: [
      [rootKeySource, constant('Microsoft.Keyvault')],
      ...keyParts('key_vault_key_id', { uri: rootKeyVaultUri, name: rootKeyName, version: rootKeyVersion }),
    ],
    reset: [
      [rootEncryption, undefined],
      [rootKeySource, 'Default'],
    ],
  })

/** Version 3 has the second one beside the first. */
export const rootKeysOfDatabricks = [
  'azurerm_databricks_workspace_root_dbfs_customer_managed_key',
  'azurerm_databricks_workspace_customer_managed_key',
].map(rootKeyBy)
