import { flag, list, resourceType, text } from './type.ts'

const acls = 'properties.networkAcls'

const own = {
  vaultUri: text('properties.vaultUri'),
  tenantId: text('properties.tenantId'),
  sku: text('properties.sku.name'),
  purgeProtection: flag('properties.enablePurgeProtection', { absent: false }),
  softDelete: flag('properties.enableSoftDelete'),
  rbacAuthorization: flag('properties.enableRbacAuthorization', { absent: false }),
  accessPolicies: list('properties.accessPolicies'),
  publicNetworkAccess: text('properties.publicNetworkAccess', { absent: 'Enabled' }),
  firewallBypass: text(`${acls}.bypass`, { absent: 'AzureServices', absentAt: [acls, `${acls}.bypass`] }),
  firewallDefault: text(`${acls}.defaultAction`, { absent: 'Allow', absentAt: [acls, `${acls}.defaultAction`] }),
}

export const keyVault = resourceType('Microsoft.KeyVault/vaults', own, {
  label: 'key vault',
  prefix: 'kv-',
  apiVersions: ['2026-02-01', '2024-11-01', '2023-07-01'],
  hosts: [own.vaultUri],
  whenGone: { saidBy: 'key-vault/exists' },
})
