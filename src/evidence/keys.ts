import { resourceTypes } from '../resources/index.ts'
import type { Condition, KeyHolder, Property } from '../resources/type.ts'
import { type KeyHosts, parseKeyId, vaultHost } from './key-id.ts'
import { propertyOf } from './resource.ts'
import { Unknown } from './unknown.ts'

/** A use of a customer-managed key, read from the resource that uses it. */
export interface KeyUse {
  /** lower-cased host of the vault or managed HSM */
  host: string
  name: string
  /** the version that the consumer is set to; null when it follows the current one */
  pinned: string | null
  /** the version that the consumer says it uses, where it says so */
  inUse: string | null
  /** resource id of the vault, when the consumer names it */
  vaultId: string | null
  /** how the consumer uses the key; null when it takes either way */
  operations: readonly [string, string] | null
  /** the consumer reaches the vault with an identity of another tenant */
  isFederated: boolean
}

/** A place where a resource names its key. */
export interface KeyReference {
  path: string
  /** null when a key is on and cannot be told from what stands there */
  use: KeyUse | null
  /** why, when a plan leaves it open; it then may also be that no key is on */
  open: Unknown | null
}

export const wrapping = ['wrapKey', 'unwrapKey'] as const
export const encrypting = ['encrypt', 'decrypt'] as const

/** The keys that a resource uses, from its properties. */
export function keyUses(type: string, body: Record<string, unknown>, hosts: KeyHosts): KeyUse[] {
  return keyReferences(type, body, hosts).flatMap(({ use }) => use ?? [])
}

/** The same, with those that are on and cannot be named. */
export function keyReferences(type: string, body: Record<string, unknown>, hosts: KeyHosts): KeyReference[] {
  const { keys = [] } = resourceTypes[type.toLowerCase()] ?? {}
  return keys
    .filter((holder) => isOn(holder, body))
    .map((holder) => ({
      path: (holder.identifier ?? holder.parts?.name)?.path ?? '',
      use: use(holder, body, hosts),
      open: openIn(holder, body),
    }))
}

/** What decides whether a key is used, and which. */
function openIn({ when, identifier, parts, follows }: KeyHolder, body: Record<string, unknown>): Unknown | null {
  const deciding = [when?.property, identifier, parts?.uri, parts?.name, parts?.version, follows]
  const values = deciding.map((property) => property && propertyOf(body, property))
  return values.find((value) => value instanceof Unknown) ?? null
}

function isOn({ when, implied, identifier, parts }: KeyHolder, body: Record<string, unknown>): boolean {
  if (when) return says(body, when) || propertyOf(body, when.property) instanceof Unknown
  const isNamed = [identifier, parts?.uri, parts?.name].some(
    (property) => property !== undefined && propertyOf(body, property) !== undefined,
  )
  return isNamed || (implied?.is.some((each) => says(body, { property: implied.property, is: each })) ?? false)
}

function use(holder: KeyHolder, body: Record<string, unknown>, hosts: KeyHosts): KeyUse | null {
  if (openIn(holder, body)) return null
  const text = (property: Property | undefined) => {
    const value = property === undefined ? undefined : propertyOf(body, property)
    return typeof value === 'string' ? value : null
  }
  const key = holder.identifier ? parseKeyId(text(holder.identifier), hosts) : fromParts(holder, text, hosts)
  if (!key) return null
  const follows = holder.follows !== undefined && says(body, { property: holder.follows, is: 'true' })
  const inUse = parseKeyId(text(holder.inUse))?.version ?? versionOf(text(holder.inUseVersion))
  return {
    host: key.host,
    name: key.name,
    pinned: follows ? null : key.version,
    inUse: follows ? key.version : inUse,
    vaultId: text(holder.vaultId),
    isFederated: holder.federated?.fits.test(text(holder.federated.property) ?? '') ?? false,
    operations: operationsOf(holder, body),
  }
}

function operationsOf({ encrypts }: KeyHolder, body: Record<string, unknown>): KeyUse['operations'] {
  if (!encrypts) return wrapping
  return says(body, encrypts.eitherWhen) ? null : encrypting
}

/** Compares texts and switches, in any casing. */
export function says(body: Record<string, unknown>, { property, is }: Condition): boolean {
  return String(propertyOf(body, property)).toLowerCase() === is.toLowerCase()
}

function fromParts(holder: KeyHolder, text: (property: Property | undefined) => string | null, hosts: KeyHosts) {
  const host = vaultHost(text(holder.parts?.uri), hosts)
  const name = text(holder.parts?.name)
  return host && name ? { host, name, version: text(holder.parts?.version) } : null
}

/** Cosmos DB shows the version alone or as a whole key identifier. */
function versionOf(text: string | null): string | null {
  return text === null ? null : (parseKeyId(text)?.version ?? (/^[0-9a-f]{32}$/i.test(text) ? text : null))
}
