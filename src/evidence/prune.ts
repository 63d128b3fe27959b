import { mlCompute } from '../resources/compute.ts'
import type { ResourceType } from '../resources/type.ts'
import { anyResource, secretPlaces } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { redacted, redactedTags } from './redact.ts'
import { isObject, valueAt } from './resource.ts'
import { parseResourceId } from './resource-id.ts'
import { secretPlaces as placesIn } from './secrets.ts'

/** What is kept of every resource, whatever its type. */
const always = Object.values(anyResource).map(({ path }) => path)

/**
 * Keeps of a resource what its type declares, and nothing else: memory stays small, and what may be secret
 * (connection strings, instrumentation keys) is dropped on arrival, or gives way to its length and class. Casing of what
 * is kept follows the declaration.
 */
export function prune(
  body: Record<string, unknown>,
  entry: Pick<ResourceType, 'keep' | 'secrets'> & Partial<Pick<ResourceType, 'links'>>,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  const free = new Set(entry.links?.flatMap(({ inFreeText, property }) => (inFreeText ? [property.path] : [])))
  if (entry.secrets) kept[secretPlaces.path] = placesIn(body, entry === mlCompute.about)
  for (const path of [...always, ...entry.keep]) {
    const value = valueAt(body, path)
    if (value === undefined) keepContainer(body, kept, path)
    else put(kept, path.split('.'), free.has(path) && !isId(value) ? emptied(value) : withoutSecrets(path, value))
  }
  return kept
}

/** Ids and names of resources are kept: without them nobody could say what was judged. */
function withoutSecrets(path: string, value: unknown): unknown {
  if (always.includes(path)) return value
  return path === mlWorkspace.tags.path ? redactedTags(value) : redacted(value, path.slice(path.lastIndexOf('.') + 1))
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && parseResourceId(value) !== null
}

/** An object that is there without the wanted member is not the same as an object that is absent. */
function keepContainer(body: Record<string, unknown>, kept: Record<string, unknown>, path: string): void {
  const keys = path.split('.')
  for (let length = keys.length - 1; length > 0; length -= 1) {
    const above = valueAt(body, keys.slice(0, length).join('.'))
    if (above === undefined) continue
    put(kept, keys.slice(0, length), emptied(above))
    return
  }
}

/** What is there where an object is expected keeps its type, by which a rule sees that it cannot decide, and no content. */
function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return []
  return typeof value === 'string' ? '…' : isObject(value) ? {} : value
}

/** Sets what is at a path, and makes the objects on the way to it. */
export function put(into: Record<string, unknown>, keys: string[], value: unknown): void {
  const [key = '', ...rest] = keys
  if (rest.length === 0) {
    into[key] = isObject(into[key]) && isEmpty(value) ? into[key] : value
    return
  }
  if (!isObject(into[key])) into[key] = {}
  put(into[key] as Record<string, unknown>, rest, value)
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0
}
