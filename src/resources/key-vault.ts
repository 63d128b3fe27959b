import { isSince, nameOfSent } from './created.ts'
import { casedType, flag, list, resourceType, text } from './type.ts'

const acls = 'properties.networkAcls'

const own = {
  vaultUri: text('properties.vaultUri', {
    givenBy: 'name',
    made: (sent) => `https://${sent.host('vault', nameOfSent(sent))}/`,
  }),
  tenantId: text('properties.tenantId'),
  sku: text('properties.sku.name'),
  purgeProtection: flag('properties.enablePurgeProtection', { absent: false }),
  softDelete: flag('properties.enableSoftDelete', { made: () => true }),
  rbacAuthorization: flag('properties.enableRbacAuthorization', {
    absent: false,
    // new vaults have roles unless they say otherwise (https://learn.microsoft.com/azure/key-vault/general/access-control-default)
    made: (sent) => isSince('2026-02-01', sent) ?? false,
  }),
  accessPolicies: list('properties.accessPolicies'),
  publicNetworkAccess: text('properties.publicNetworkAccess', { absent: 'Enabled' }),
  firewallBypass: text(`${acls}.bypass`, { absent: 'AzureServices', absentAt: [acls, `${acls}.bypass`] }),
  firewallDefault: text(`${acls}.defaultAction`, { absent: 'Allow', absentAt: [acls, `${acls}.defaultAction`] }),
}

/** What tells an access policy from others: an application that acts on behalf of somebody has one of its own. */
export const policyMembers = ['objectId', 'applicationId']

export const keyVault = resourceType('Microsoft.KeyVault/vaults', own, {
  label: 'key vault',
  prefix: 'kv-',
  apiVersions: ['2026-02-01', '2024-11-01', '2023-07-01'],
  hosts: [own.vaultUri],
  whenGone: { saidBy: 'key-vault/exists' },
})

/** Data actions on what a vault holds. */
export function inVaults(...actions: string[]): string[] {
  return actions.map((action) => `${casedType(keyVault.about)}/${action}`)
}
