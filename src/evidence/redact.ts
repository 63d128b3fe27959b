import { classify, DEPTH, type SecretClass, shapeOf, shown } from './secrets.ts'
import { Unknown } from './unknown.ts'

/**
 * A value as it may be kept: what has the shape of a credential gives way to its length and class, wherever it stands,
 * and so does what is nested too deeply to be looked at. What needs no change is returned as it is.
 */
export function redacted(value: unknown, name = '', depth = 0): unknown {
  if (typeof value === 'string') return redactedText(value, shapeOf(name, value.trim()))
  if (typeof value !== 'object' || value === null || value instanceof Unknown) return value
  if (depth > DEPTH) return '…'
  if (Array.isArray(value)) {
    const items = value.map((item) => redacted(item, name, depth + 1))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  const members = Object.entries(value).map(([key, member]) => [shown(key), redacted(member, key, depth + 1)] as const)
  const isSame = members.every(([key, member]) => (value as Record<string, unknown>)[key] === member)
  return isSame ? value : Object.fromEntries(members)
}

/** Tags are as free as variables, so their names count as well; `secret: yes` is a word by which profiles select. */
export function redactedTags(tags: unknown): unknown {
  if (typeof tags !== 'object' || tags === null || tags instanceof Unknown) return redacted(tags)
  const members = Object.entries(tags).map(([name, value]): [string, unknown] => {
    const isNamed = typeof value === 'string' && !isWord(value) && classify(name, value) === 'name'
    return [shown(name), isNamed ? withheld(value, 'name') : redacted(value, name)]
  })
  return Object.fromEntries(members)
}

/** Whether a text stands for a value that was not kept. */
export function isRedacted(value: unknown): boolean {
  return typeof value === 'string' && /^\d+ characters?, (name|credential:[\w-]+)$/.test(value)
}

function redactedText(text: string, shape: string | null): string {
  return shape === null ? text : withheld(text, `credential:${shape}`)
}

/** What people are told of a value that may be secret. */
export function withheld({ length }: { length: number }, taken: SecretClass): string {
  return `${length} ${length === 1 ? 'character' : 'characters'}, ${taken}`
}

function isWord(text: string): boolean {
  return /^\p{L}{1,20}$/u.test(text.trim())
}
