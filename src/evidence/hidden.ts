import type { Name, Said } from '../model.ts'
import { resourceTypes } from '../resources/index.ts'
import { asText, listing, said, words } from '../said.ts'
import type { UnreadableRecord } from './records.ts'
import type { Resource } from './resource.ts'
import { idKey } from './resource-id.ts'

/** Something that cannot be read, and that may use a customer-managed key or lead to something that does. */
export interface HiddenUser {
  /** of the resource that is hidden, or holds what is */
  id: string
  name: Said
  /** lower-cased type of the resource, or the last segment of the list */
  kind: string
  record: UnreadableRecord
}

/** What cannot be read of what may use keys, each record once. What does not exist uses none. */
export function hiddenUsers(resources: readonly Resource[]): HiddenUser[] {
  const byRecord = new Map<string, HiddenUser>()
  for (const { id, name, type, unreadable } of resources) {
    if (unreadable?.state !== 'unreadable') continue
    const isList = unreadable.id.startsWith('/') && idKey(unreadable.id) !== idKey(id)
    const segment = unreadable.id.split('/').at(-1) ?? ''
    const own = said`${{ id, name }}`
    const named = isList ? said`the ${words(segment)} of ${own}` : own
    const kind = isList ? segment.toLowerCase() : isGroup(id) ? 'resourcegroups' : type
    // what is not named has no id of its own
    const key = unreadable.id || `${id} ${type}`
    if (!byRecord.has(key)) byRecord.set(key, { id, name: named, kind, record: unreadable })
  }
  return [...byRecord.values()]
}

function isGroup(id: string): boolean {
  return /\/resourcegroups\/[^/]+$/i.test(id)
}

/** A store that a managed resource group always has, and does not show. */
export function hiddenStore({ id, name }: { id: string; name: string }, type: string): UnreadableRecord {
  return {
    state: 'unreadable',
    id,
    reason: 'not-visible',
    action: resourceTypes[type]?.action ?? null,
    scope: id,
    message: lackingMessage({ id, name }, [type]),
  }
}

export function lackingMessage(group: Name, types: readonly string[]): Said {
  const stores = types.map((type) => resourceTypes[type]?.label ?? type).join(', ')
  return said`The managed resource group ${group} shows no ${words(stores)}; it always has one, so the identity of this run may not see it.`
}

/** One record for all of them: the first one's reason, everybody's name, and what that leaves open. */
export function summed(users: readonly Pick<HiddenUser, 'name' | 'record'>[], open: string): UnreadableRecord | null {
  const [first] = users
  if (!first) return null
  const distinct = new Map(users.map(({ name }) => [asText(name), name]))
  const [start, ...more] = listing([...distinct.values()], 3)
  // names keep their casing
  const names = [typeof start === 'string' ? start.replace(/^the /, 'The ') : (start ?? ''), ...more]
  return { ...first.record, message: said`${names} could not be read, so ${words(open)}` }
}
