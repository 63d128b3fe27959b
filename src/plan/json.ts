import { isObject } from '../evidence/resource.ts'

/** Whoever opened the pull request wrote it: nothing of it has to be what it should. */
export type Json = unknown

/** A member of an object; undefined when it has none of that name, or is not an object. */
export function member(value: Json, name: string): Json {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

export function textIn(value: Json, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' ? found : undefined
}

export function listIn(value: Json, name: string): Json[] {
  const found = member(value, name)
  return Array.isArray(found) ? found : []
}

/** Equal as JSON, whatever the order of members; absent, null and empty are the same. */
export function isSame(one: Json, other: Json): boolean {
  if (one === other) return true
  return (isNested(one) || isNested(other)) && canonical(one) === canonical(other)
}

function isNested(value: Json): boolean {
  return typeof value === 'object' && value !== null
}

function canonical(value: Json): string {
  return (
    JSON.stringify(value, (_name, part) =>
      isObject(part)
        ? Object.fromEntries(
            Object.entries(part)
              .filter(([, inside]) => inside !== null && inside !== undefined)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : part,
    ) ?? ''
  )
}
