import { asText, said, words } from '../../said.ts'
import { called, type HiddenUser, summed } from '../hidden.ts'
import { keyReferences } from '../keys.ts'
import { unplanned } from '../records.ts'
import type { Resource } from '../resource.ts'
import { idKey } from '../resource-id.ts'
import { readOnce } from './consumers.ts'
import type { Lookup } from './lookup.ts'
import type { Key } from './model.ts'

/** One for each consumer whose key is on and cannot be told, and one for each place that hides what may use a key. */
export function withoutName(unnamed: readonly Key[], hidden: readonly HiddenUser[], current: Resource): Key[] {
  const known = new Set(unnamed.map(({ id }) => idKey(id)))
  const places = Map.groupBy(hidden, ({ id }) => idKey(id))
  const behind = [...places].flatMap(([place, users]): Key[] => {
    const unreadable = summed(users, 'whether a customer-managed key is used there, and which, is not known.')
    const [first] = users
    if (known.has(place) || !unreadable || !first) return []
    const { id } = first
    return [{ ...noKey(current), id, name: asText(called(first)), unreadable, hiddenBy: users.map(({ kind }) => kind) }]
  })
  return [...unnamed, ...behind]
}

/** Consumers whose key is on and cannot be told, each once. */
export function unnamedKeys(consumers: Resource[], current: Resource, { evidence }: Lookup): Key[] {
  return readOnce(consumers).flatMap(({ id, name, type, record }): Key[] => {
    const lost = keyReferences(type, record.body, evidence.keyHosts).filter(({ use }) => use === null)
    if (lost.length === 0) return []
    const open = lost.find((reference) => reference.open)?.open
    const where = lost.map(({ path }) => path).join(', ')
    const message = said`${{ id, name }} is encrypted with a customer-managed key, and nobody can tell which: ${words(where)} does not name one.`
    const absent = { reason: 'property-absent' as const, message, action: null, scope: null, id: '' }
    return [
      { ...noKey(current), id, name, unreadable: open ? unplanned(open) : { state: 'unreadable' as const, ...absent } },
    ]
  })
}

function noKey(current: Resource) {
  const nothing = { host: '', vault: null, versions: [], consumers: [], otherTenant: false }
  return { ...nothing, current, hiddenUsers: null, hiddenBy: [] as string[] }
}
