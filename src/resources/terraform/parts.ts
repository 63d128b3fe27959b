import { parseKeyId, vaultHost } from '../../evidence/key-id.ts'
import { groupId, parseResourceId } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { userAssignedIdentity } from '../identity.ts'
import { keyVault } from '../key-vault.ts'
import { managedHsm } from '../managed-hsm.ts'
import { managedIdentity } from '../managed-identity.ts'
import { anyResource, casedType, type Property, type ResourceType } from '../type.ts'
import {
  type Attributes,
  attribute,
  constant,
  isEmpty,
  type Mapping,
  type Settings,
  type Target,
} from './declaration.ts'

/** A name that is not known yet gives way to one that is made of the address. */
function named(attributes: Attributes, attribute: string): string {
  const name = attributes.read(attribute)
  return typeof name === 'string' && name !== '' ? name : attributes.standIn.name()
}

/** In the resource group that an attribute names. */
export function inGroup({ about }: { about: ResourceType }): Mapping {
  return {
    attributes: ['resource_group_name', 'name'],
    from: (attributes) =>
      `${groupId(attributes.subscription, named(attributes, 'resource_group_name'))}/providers/${casedType(about)}/${named(attributes, 'name')}`,
  }
}

/** Below the resource that an attribute names by its id. */
export function below(parent: string, segment: string, refersTo: Target): Mapping {
  return under(attribute(parent, { refersTo }), segment)
}

/** Below the resource of this id. */
export function under(parent: Mapping, segment: string): Mapping {
  return {
    attributes: [...parent.attributes, 'name'],
    from(attributes) {
      const id = parent.from(attributes)
      return typeof id === 'string' ? `${id}/${segment}/${named(attributes, 'name')}` : id
    },
  }
}

export const location: Settings[number] = [anyResource.location, attribute('location')]

/** A block `identity`, of whatever acts with identities of its own. */
export const identity: Settings = [
  [managedIdentity.identityType, attribute('identity.type')],
  [managedIdentity.principalId, { attributes: ['identity.type'], from: principalOf }],
  [managedIdentity.userAssignedIdentities, { attributes: ['identity.identity_ids'], from: assignedOf }],
]

function assignedOf(attributes: Attributes): unknown {
  const ids = attributes.list('identity.identity_ids', [userAssignedIdentity.type])
  if (ids instanceof Unknown || ids === undefined || isEmpty(ids)) return ids instanceof Unknown ? ids : undefined
  return Array.isArray(ids) ? Object.fromEntries(ids.map((id) => [String(id), {}])) : undefined
}

/** The object of a system-assigned identity, which may not exist yet. */
function principalOf(attributes: Attributes): unknown {
  const type = attributes.read('identity.type')
  if (type instanceof Unknown) return type
  if (!String(type).toLowerCase().includes('systemassigned')) return undefined
  const known = attributes.read('identity.principal_id')
  return typeof known === 'string' && known !== '' ? known : attributes.standIn.guid('identity')
}

/** What of `identity` can be referred to. */
export const ofIdentity = {
  'identity.principal_id': (attributes: Attributes) => attributes.standIn.guid('identity'),
}

interface KeyParts {
  uri: Property
  name: Property
  version: Property
}

/** A key identifier in one attribute, of which Resource Manager has the parts. */
export function keyParts(names: string | readonly string[], { uri, name, version }: KeyParts): Settings {
  const of = (pick: (url: string) => unknown) =>
    attribute(names, { refersTo: 'key', as: (url) => pick(String(url)) ?? strangeKey })
  return [
    [uri, of((url) => withKey(url, ({ host }) => `https://${host}/`))],
    [name, of((url) => withKey(url, ({ name }) => name))],
    [version, of((url) => withKey(url, ({ version }) => version ?? ''))],
  ]
}

const strangeKey = new Unknown('The plan names a key there in a form that this version of the action does not know.')

function withKey(url: string, pick: (key: { host: string; name: string; version: string | null }) => string) {
  const key = parseKeyId(url)
  return key === null ? undefined : pick(key)
}

export const keyIdentifier = (names: string | readonly string[]) => attribute(names, { refersTo: 'key' })

/** The address of a vault or a managed HSM that an attribute names by its id or its address. */
export function vaultAddress(names: readonly string[]): Mapping {
  const as = (value: unknown, attributes: Attributes) => {
    const at = parseResourceId(String(value))
    if (at?.type === keyVault.type) return `https://${attributes.host('vault', at.name)}/`
    return vaultHost(String(value)) ? value : strangeKey
  }
  return attribute(names, { refersTo: [keyVault.type, managedHsm.type], as })
}

/** RFC 3339 as seconds since 1970. */
export const unixSeconds = (value: unknown) => {
  const at = Date.parse(String(value))
  return Number.isNaN(at) ? new Unknown('The plan holds no date there.') : Math.floor(at / 1000)
}

export const made = { attributes: [], from: ({ now }: Attributes) => now }
export const absent = constant(undefined)
