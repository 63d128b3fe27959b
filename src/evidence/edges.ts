import { resourceTypes } from '../resources/index.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { type ChildList, casedType, type Link, type Property } from '../resources/type.ts'
import { collectionKey } from './collection-key.ts'
import { type KeyHosts, keyUrl } from './key-id.ts'
import { type KeyUse, keyUses, says } from './keys.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from './records.ts'
import { propertyOf } from './resource.ts'
import { groupId, groupIdOf, parseResourceId } from './resource-id.ts'
import { Unknown } from './unknown.ts'

/** Where a resource leads, as its type declares it: what is read, drawn and hidden behind it. */
export type Edge =
  | { to: 'resource'; id: string; link: Link }
  | { to: 'list'; parent: string; list: ChildList }
  /** the id where the resource says enough for one */
  | { to: 'account'; name: string; id: string | null }
  | { to: 'identity'; id: string }
  /** that keeps the stores of its metadata */
  | { to: 'group'; id: string }
  | { to: 'key'; use: KeyUse }

type Body = ReadRecord['body']

export function edgesOf({ id, body }: Pick<ReadRecord, 'id' | 'body'>, hosts: KeyHosts): Edge[] {
  const type = typeIn(body)
  const about = resourceTypes[type]
  if (!about) return []
  return [
    ...about.links.flatMap((link) => linkIn(body, link)),
    ...about.lists.flatMap((list) => listIn(id, body, list)),
    ...accountIn(body, about.account),
    ...about.identities.flatMap((property) => identitiesIn(body, property)),
    ...groupIn(id, body, about.managedGroup),
    ...keyUses(type, body, hosts).map((use): Edge => ({ to: 'key', use })),
  ]
}

/** The ids that an edge leads to, as far as they were read. */
export function ledTo(edge: Edge, { collections }: Pick<EvidenceSet, 'collections'>): string[] {
  switch (edge.to) {
    case 'list':
      return collections.get(collectionKey.list(edge.parent, edge.list.segment))?.ids ?? []
    case 'account':
      return edge.id ? [edge.id] : (collections.get(collectionKey.account(edge.name))?.ids ?? [])
    case 'group':
      return [edge.id, ...(collections.get(collectionKey.group(edge.id))?.ids ?? [])]
    case 'key':
      return [keyIdOf(edge.use, collections.get(collectionKey.vault(edge.use.host))?.ids[0])]
    default:
      return [edge.id]
  }
}

/** The id of a key in its vault; its address where the vault is not known. */
export function keyIdOf({ host, name }: Pick<KeyUse, 'host' | 'name'>, vault: string | undefined): string {
  return vault ? `${vault}/keys/${name}` : keyUrl(host, name)
}

function linkIn(body: Body, link: Link): Edge[] {
  const id = propertyOf(body, link.property)
  if (typeof id !== 'string' || (link.when && !says(body, link.when))) return []
  const isOther = link.inFreeText && parseResourceId(id)?.type !== link.type
  return isOther ? [] : [{ to: 'resource', id, link }]
}

function listIn(id: string, body: Body, list: ChildList): Edge[] {
  if (list.unless && says(body, list.unless)) return []
  const { subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {}
  return [{ to: 'list', parent: list.ofGroup ? groupId(subscriptionId, resourceGroup) : id, list }]
}

type Account = NonNullable<(typeof resourceTypes)[string]['account']>

function accountIn(body: Body, account: Account | undefined): Edge[] {
  if (!account) return []
  const parts = [account.name, account.subscription, account.resourceGroup]
  const [name, subscription, group] = parts.map((each) => propertyOf(body, each))
  if (typeof name !== 'string' || !/^[a-z0-9]{3,24}$/i.test(name)) return []
  const isPlaced = typeof subscription === 'string' && typeof group === 'string'
  return [{ to: 'account', name, id: isPlaced ? accountId(subscription, group, name) : null }]
}

export function accountId(subscription: string, group: string, name: string): string {
  return `${groupId(subscription, group)}/providers/${casedType(storageAccount.about)}/${name}`
}

/** An object has the ids as names of its members. */
function identitiesIn(body: Body, property: Property): Edge[] {
  const value = propertyOf(body, property)
  if (value instanceof Unknown || Array.isArray(value)) return []
  const isBag = property.kind === 'object' && typeof value === 'object'
  const ids = isBag ? Object.keys(value ?? {}) : typeof value === 'string' ? [value] : []
  return ids.map((id) => ({ to: 'identity', id }))
}

type ManagedGroup = NonNullable<(typeof resourceTypes)[string]['managedGroup']>

function groupIn(id: string, body: Body, managed: ManagedGroup | undefined): Edge[] {
  const written = managed && says(body, managed.when) ? propertyOf(body, managed.property) : undefined
  const { subscriptionId = '' } = parseResourceId(id) ?? {}
  const group = typeof written === 'string' ? groupIdOf(written, subscriptionId) : null
  return group ? [{ to: 'group', id: group }] : []
}
