import { keyUrl } from '../../evidence/key-id.ts'
import { parseResourceId } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { hsmKey, vaultKey } from '../key.ts'
import { keyVault } from '../key-vault.ts'
import { managedHsm } from '../managed-hsm.ts'
import { type Attributes, attribute, constant, isEmpty, type Mapping, type Settings, terraform } from './declaration.ts'
import { absent, below, made, unixSeconds } from './parts.ts'

type Kind = 'vault' | 'hsm'
const holders = {
  vault: { id: 'key_vault_id', type: keyVault.type },
  hsm: { id: 'managed_hsm_id', type: managedHsm.type },
}

/** `https://kv.vault.azure.net/keys/k`; an Unknown where nobody can tell which vault it is in. */
function address(attributes: Attributes, kind: Kind): unknown {
  const known = parseUrl(attributes.read('versionless_id'))
  if (known) return known
  const { id, type } = holders[kind]
  const holder = attributes.read(id, [type])
  if (typeof holder !== 'string') return holder
  const name = attributes.read('name')
  const host = attributes.host(kind, parseResourceId(holder)?.name ?? '')
  return keyUrl(host, typeof name === 'string' ? name : attributes.standIn.name())
}

function parseUrl(value: unknown): string | null {
  return typeof value === 'string' && value.startsWith('https://') ? value : null
}

/** A key that is made, or made again, has a version that nobody knows yet: every reference to it has the same. */
function versioned(attributes: Attributes, kind: Kind): unknown {
  const known = parseUrl(attributes.read(kind === 'hsm' ? 'versioned_id' : 'id'))
  if (known) return known
  const url = address(attributes, kind)
  return typeof url === 'string' ? `${url}/${attributes.standIn.version()}` : url
}

/** Nothing said of rotation shows nothing, as in Azure's own answers. */
const rotationActions: Mapping = {
  attributes: ['rotation_policy.automatic', 'rotation_policy.notify_before_expiry'],
  from(attributes) {
    const policy = attributes.read('rotation_policy')
    if (policy instanceof Unknown || policy === undefined || isEmpty(policy))
      return policy instanceof Unknown ? policy : undefined
    const automatic = attributes.read('rotation_policy.automatic')
    const notify = attributes.read('rotation_policy.notify_before_expiry')
    const rotates = !isEmpty(automatic) && automatic !== undefined
    return [
      ...(automatic instanceof Unknown ? [automatic] : rotates ? [{ action: { type: 'rotate' } }] : []),
      ...(typeof notify === 'string' ? [{ action: { type: 'notify' } }] : []),
    ]
  },
}

const every = (kind: Kind): Settings => [
  [vaultKey.kty, attribute('key_type')],
  [vaultKey.size, attribute('key_size')],
  [vaultKey.operations, attribute('key_opts')],
  [vaultKey.uri, { attributes: [], from: (attributes) => address(attributes, kind) }],
  [vaultKey.uriWithVersion, { attributes: [], from: (attributes) => versioned(attributes, kind) }],
  [vaultKey.enabled, constant(true)],
  [vaultKey.notBefore, attribute('not_before_date', { as: unixSeconds })],
  [vaultKey.expires, attribute('expiration_date', { as: unixSeconds })],
  [vaultKey.created, made],
  [vaultKey.recoveryLevel, absent],
]

export const key = terraform('azurerm_key_vault_key', vaultKey, {
  id: below('key_vault_id', 'keys', [keyVault.type]),
  settings: [...every('vault'), [vaultKey.rotationActions, rotationActions]],
  computed: {
    id: (attributes) => versioned(attributes, 'vault'),
    versionless_id: (attributes) => address(attributes, 'vault'),
    resource_id: (attributes, id) => `${id}/versions/${attributes.standIn.version()}`,
    resource_versionless_id: (_attributes, id) => id,
  },
})

export const keyOfHsm = terraform('azurerm_key_vault_managed_hardware_security_module_key', hsmKey, {
  id: below('managed_hsm_id', 'keys', [managedHsm.type]),
  settings: every('hsm'),
  computed: {
    id: (attributes) => address(attributes, 'hsm'),
    versioned_id: (attributes) => versioned(attributes, 'hsm'),
  },
})
