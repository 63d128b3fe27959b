import { Unknown } from '../../evidence/unknown.ts'
import { keyVault, policyMembers } from '../key-vault.ts'
import { managedHsm } from '../managed-hsm.ts'
import { type Attributes, attribute, choice, constant, kept, type Mapping, part, terraform } from './declaration.ts'
import { inGroup, location } from './parts.ts'

const kinds = ['key', 'secret', 'certificate'] as const

/** What a policy grants, from the attributes at a place. */
function policyAt(attributes: Attributes, at: string): Record<string, unknown> {
  const permissions = kinds.map((kind) => [`${kind}s`, attributes.read(`${at}${kind}_permissions`) ?? []])
  return {
    tenantId: attributes.read(`${at}tenant_id`),
    objectId: attributes.read(`${at}object_id`, 'principal'),
    applicationId: attributes.read(`${at}application_id`) || undefined,
    permissions: Object.fromEntries(permissions),
  }
}

const policies: Mapping = {
  attributes: ['access_policy'],
  from(attributes) {
    const list = attributes.read('access_policy')
    if (list instanceof Unknown) return list
    return Array.isArray(list) ? list.map((_, index) => policyAt(attributes, `access_policy.${index}.`)) : []
  },
}

/** Its address is told by its name. */
const address = (attribute: string, kind: 'vault' | 'hsm'): Mapping => ({
  attributes: [attribute, 'name'],
  from: (attributes) => {
    const known = attributes.read(attribute)
    if (typeof known === 'string' && known !== '') return known
    const name = attributes.read('name')
    return typeof name === 'string' ? `https://${attributes.host(kind, name)}/` : name
  },
})

/** It cannot be turned off: what is not true is not sent. */
const purgeProtection = attribute('purge_protection_enabled', {
  omitted: kept,
  as: (value) => (value === true ? true : kept),
})

export const vault = terraform('azurerm_key_vault', keyVault, {
  id: inGroup(keyVault),
  settings: [
    location,
    [keyVault.vaultUri, address('vault_uri', 'vault')],
    [keyVault.tenantId, attribute('tenant_id')],
    [keyVault.sku, attribute('sku_name')],
    [keyVault.purgeProtection, purgeProtection],
    [keyVault.softDelete, constant(true)],
    [
      keyVault.rbacAuthorization,
      attribute(['rbac_authorization_enabled', 'enable_rbac_authorization'], { omitted: false }),
    ],
    [keyVault.accessPolicies, policies],
    [
      keyVault.publicNetworkAccess,
      attribute('public_network_access_enabled', { omitted: 'Enabled', as: choice('Enabled', 'Disabled') }),
    ],
    [keyVault.firewallBypass, attribute('network_acls.bypass', { omitted: 'AzureServices' })],
    [keyVault.firewallDefault, attribute('network_acls.default_action', { omitted: 'Allow' })],
  ],
  computed: { vault_uri: (attributes) => address('vault_uri', 'vault').from(attributes) },
  filledIn: ['network_acls', 'access_policy'],
})

export const accessPolicy = part('azurerm_key_vault_access_policy', keyVault, {
  of: attribute('key_vault_id', { refersTo: [keyVault.type] }),
  items: [
    {
      list: keyVault.accessPolicies,
      by: policyMembers,
      value: {
        attributes: ['tenant_id', 'object_id', 'application_id', ...kinds.map((kind) => `${kind}_permissions`)],
        from: (attributes) => policyAt(attributes, ''),
      },
    },
  ],
})

export const hsm = terraform('azurerm_key_vault_managed_hardware_security_module', managedHsm, {
  id: inGroup(managedHsm),
  settings: [
    location,
    [managedHsm.hsmUri, address('hsm_uri', 'hsm')],
    [managedHsm.sku, attribute('sku_name')],
    [managedHsm.tenantId, attribute('tenant_id')],
    [managedHsm.purgeProtection, attribute('purge_protection_enabled', { omitted: false })],
    [managedHsm.softDelete, constant(true)],
  ],
  computed: { hsm_uri: (attributes) => address('hsm_uri', 'hsm').from(attributes) },
})
