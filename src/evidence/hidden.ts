import type { Name, Said } from '../model.ts'
import { resourceTypes, typeOfId } from '../resources/index.ts'
import { resourceGroup } from '../resources/subscription.ts'
import { asText, listing, said, words } from '../said.ts'
import type { UnreadableRecord } from './records.ts'
import type { Resource } from './resource.ts'

/** Something that cannot be read, and that may use a customer-managed key or lead to something that does. */
export interface HiddenUser {
  /** of the resource that is hidden, or holds what is */
  id: string
  name: Name
  /** what is listed below it, where it is the list that is hidden */
  list: string | null
  /** lower-cased type of the resource, or what the list is of */
  kind: string
  record: UnreadableRecord
}

/** What cannot be read of what may use keys, each record once. What does not exist uses none. */
export function hiddenUsers(resources: readonly Resource[]): HiddenUser[] {
  const byRecord = new Map<string, HiddenUser>()
  for (const { id, name, type, list = null, unreadable } of resources) {
    if (unreadable?.state !== 'unreadable') continue
    const kind = list?.toLowerCase() ?? (typeOfId(id) === resourceGroup.type ? resourceGroup.type : type)
    // what is not named has no id of its own
    const key = unreadable.id || `${id} ${type}`
    if (!byRecord.has(key)) byRecord.set(key, { id, name: { id, name }, list, kind, record: unreadable })
  }
  return [...byRecord.values()]
}

/** `the computes of mlw-fraud`, or the name alone. */
export function called({ name, list }: Pick<HiddenUser, 'name' | 'list'>, the: 'the' | 'The' = 'the'): Said {
  return list === null ? said`${name}` : said`${the} ${words(list)} of ${name}`
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
export function summed(
  users: readonly Pick<HiddenUser, 'name' | 'list' | 'record'>[],
  open: string,
): UnreadableRecord | null {
  const [first] = users
  if (!first) return null
  const distinct = new Map(users.map((user) => [asText(called(user)), user]))
  const names = listing(
    [...distinct.values()].map((user, index) => called(user, index === 0 ? 'The' : 'the')),
    3,
  )
  return { ...first.record, message: said`${names} could not be read, so ${words(open)}` }
}
