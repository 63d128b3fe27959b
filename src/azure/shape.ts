import { valueAt } from '../evidence/resource.ts'
import { typeOfId } from '../resources/index.ts'
import type { ResourceType } from '../resources/type.ts'
import { withoutEnd } from '../text.ts'
import { ReadFailure } from './requests/read-failure.ts'

type Body = Record<string, unknown>

/**
 * Whether an answer lacks what every resource of its type has: properties, where rules read them. Taken as it is, every
 * property would count as absent, and absence has a meaning.
 */
export function isHollow(body: unknown, { keep, secrets }: ResourceType): boolean {
  if (!secrets && !keep.some((path) => path.startsWith('properties.'))) return false
  const properties = valueAt(body, 'properties')
  return typeof properties !== 'object' || Array.isArray(properties) || Object.keys(properties ?? {}).length === 0
}

/** The answer, if it can be the resource that was asked for; throws ReadFailure otherwise. */
export function checked(body: Body, id: string, type: string, entry: ResourceType): Body {
  if (![body.id, body.name, body.type].some(isText))
    throw invalid('Azure answered with something other than a resource.')
  if (isAnother(body, id, type)) throw invalid('Azure answered with another resource than the one asked for.')
  if (isHollow(body, entry)) throw invalid(`Azure answered with a ${entry.label} that has no properties.`)
  return body
}

/** By its type and its names, where the answer has them; subscriptions, groups and providers call their types differently. */
function isAnother({ id: told, name, type: toldType }: Body, id: string, type: string): boolean {
  const isOther = (text: unknown, own: string) => isText(text) && text.trim().toLowerCase() !== own.toLowerCase()
  if (typeOfId(id) === null && isOther(toldType, type)) return true
  return (isText(told) && namesIn(told) !== namesIn(id)) || (isText(name) && isOther(lastOf(name), lastOf(id)))
}

/** What a resource that was moved keeps: its own name, and those of what it is a part of. */
function namesIn(id: string): string {
  const segments = withoutEnd(id.trim().toLowerCase(), '/').split('/')
  const [, ...names] = segments.slice(segments.lastIndexOf('providers') + 1)
  return names.length === 0 ? lastOf(id).toLowerCase() : names.filter((_, index) => index % 2 === 1).join('/')
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function lastOf(path: string): string {
  return withoutEnd(path.trim(), '/').split('/').at(-1) ?? ''
}

export function invalid(message: string): ReadFailure {
  return new ReadFailure('invalid-response', message, 200)
}
