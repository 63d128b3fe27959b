import { isObject, valueAt } from '../../evidence/resource.ts'
import { Unknown } from '../../evidence/unknown.ts'
import type { ItemChange } from '../model.ts'

type Body = Record<string, unknown>

/** A copy whose members can be changed. What is unknown stays what it is. */
export function copied<T>(value: T): T {
  if (value instanceof Unknown) return value
  if (Array.isArray(value)) return value.map(copied) as T
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, copied(inside)])) as T
}

/** Sets what is at a path, in whatever casing the body has it; undefined takes it away. */
export function setAt(body: Body, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at = body
  for (const key of keys) {
    const name = nameIn(at, key)
    const inside = at[name]
    // of what lies in something unknown nothing is known
    if (inside instanceof Unknown) return
    if (!isObject(inside)) {
      if (value === undefined) return
      at[name] = {}
    }
    at = at[name] as Body
  }
  const name = nameIn(at, last)
  if (value === undefined) delete at[name]
  else at[name] = value
}

function nameIn(at: Body, key: string): string {
  if (Object.hasOwn(at, key)) return key
  return Object.keys(at).find((name) => name.toLowerCase() === key.toLowerCase()) ?? key
}

/** Adds an item to a list, in place of one that is told by the same; or takes that one out. */
export function changeItem(list: unknown, { item, by, isRemoved, isAdded }: ItemChange): unknown {
  if (list instanceof Unknown) return list
  const all = Array.isArray(list) ? list : []
  const known = all.find((one) => isSameItem(one, item, by))
  const others = all.filter((one) => one !== known)
  const changed = isAdded ? united(known, item) : isObject(known) ? { ...known, ...item } : item
  return isRemoved ? others : [...others, changed]
}

function isSameItem(one: unknown, other: Body, by: readonly string[]): boolean {
  const told = by.map((member) => [lowered(valueAt(one, member)), lowered(valueAt(other, member))] as const)
  return told.some(([left]) => typeof left === 'string') && told.every(([left, right]) => left === right)
}

function lowered(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}

/** Lists with the items of both. */
function united(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other.filter((item) => !one.includes(item))]
  if (!isObject(one) || !isObject(other) || other instanceof Unknown) return other
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(names.map((name) => [name, name in other ? united(one[name], other[name]) : one[name]]))
}

/** What is named in these is all that is in them afterwards. */
const whole = new Set(['tags', 'userassignedidentities'])

/** A value over what is there: plans leave out what is read-only, or as it was. */
export function laidOver(there: unknown, value: unknown, name: string): unknown {
  if (!isObject(value) || value instanceof Unknown || !isObject(there) || there instanceof Unknown) return value
  const left: Body = whole.has(name.toLowerCase()) ? {} : { ...there }
  for (const [member, inside] of Object.entries(value)) {
    const known = nameIn(there, member)
    left[known] = laidOver(there[known], inside, member)
  }
  return left
}
