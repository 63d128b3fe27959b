import { isObject } from '../evidence/resource.ts'
import { oneLine } from '../text.ts'
import { type Json, member } from './json.ts'

/** What a plan says that was there when it was made, and what is there now. */
export interface Before {
  id: string
  path: string
  before: Json
  live: Json
}

/** How far a plan is from what is there. */
export interface Staleness {
  /** it was made before the head commit, so it may be of another state of the pull request */
  isOlder: boolean
  /** whatever has changed in Azure since */
  changed: Before[]
}

/**
 * @param createdAt when the plan was made, ISO 8601; null: it does not say
 * @param headAt when the head commit was made; null: nobody knows
 */
export function staleness(createdAt: string | null, headAt: string | null, values: readonly Before[]): Staleness {
  return {
    isOlder: Date.parse(createdAt ?? '') < Date.parse(headAt ?? ''),
    changed: values.filter(({ before, live }) => !agrees(before, live)),
  }
}

/** A sentence for each way in which a plan is stale; none: it is not. */
export function staleNotes(file: string, { isOlder, changed }: Staleness): string[] {
  const [first, ...more] = changed
  return [
    ...(isOlder ? [`${file} was made before the head commit of this pull request: make the plan again.`] : []),
    ...(first === undefined
      ? []
      : [
          `Azure has changed since ${file} was made: ${oneLine(`${first.path} of ${nameOf(first.id)}`, 200)}${more.length > 0 ? ` and ${more.length} more` : ''}. Where the plan changes nothing, what is there now counts.`,
        ]),
  ]
}

function nameOf(id: string): string {
  return id.split('/').at(-1) ?? id
}

/** A plan leaves out what is empty or only the service says, and spells names in its own way. */
function agrees(before: Json, live: Json): boolean {
  if (isEmpty(before)) return true
  if (isObject(before)) return Object.keys(before).every((name) => agrees(before[name], member(live, name)))
  if (Array.isArray(before)) return Array.isArray(live) && sameLists(before, live)
  return spelt(before) === spelt(live)
}

function isEmpty(value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.keys(value).length === 0
  return value === undefined || value === null || value === ''
}

/** Whatever the order. */
function sameLists(before: Json[], live: Json[]): boolean {
  const left = [...live]
  return (
    before.length === live.length &&
    before.every((item) => {
      const at = left.findIndex((other) => agrees(item, other))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
  )
}

function spelt(value: Json): string {
  return String(value).replaceAll(/\s/g, '').toLowerCase()
}
