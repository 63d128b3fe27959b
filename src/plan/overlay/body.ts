import { Unknown } from '../../evidence/unknown.ts'
import { isObject } from '../json.ts'
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
export function changeItem(list: unknown, { item, by, isRemoved }: ItemChange): unknown {
  if (list instanceof Unknown) return list
  const all = Array.isArray(list) ? list : []
  const known = all.find((one) => isSameItem(one, item, by))
  const others = all.filter((one) => one !== known)
  return isRemoved ? others : [...others, isObject(known) ? { ...known, ...item } : item]
}

function isSameItem(one: unknown, other: Body, by: string): boolean {
  const told = (value: unknown) => (isObject(value) ? value[nameIn(value, by)] : undefined)
  const [left, right] = [told(one), told(other)]
  return typeof left === 'string' && typeof right === 'string' && left.toLowerCase() === right.toLowerCase()
}
