import { withoutCredentials } from './evidence/in-text.ts'

/** Longer than any credential of which a part could be left where a text is cut. */
const longest = 1100

/**
 * Makes text that others wrote fit to stand in a sentence: one line, nothing that cannot be seen, no credentials, at
 * most `limit` characters.
 */
export function oneLine(text: string, limit = 300): string {
  const { shown, isCut } = safe(text, limit, (part) => part.replace(/[\p{Z}\p{C}]+/gu, ' '))
  const line = shown.trim()
  return line.length <= limit && !isCut ? line : `${firstOf(line, limit).trimEnd()} …`
}

/** The same for text whose lines are to stay. */
export function severalLines(text: string, limit = 65_536): string {
  const invisible = /[\p{Zl}\p{Zp}]|(?!\n)\p{C}/gu
  const { shown, isCut } = safe(text, limit, (part) => part.replace(/\r\n/g, '\n').replace(invisible, ' '))
  return shown.length <= limit && !isCut ? shown : `${firstOf(shown, limit)} …`
}

/** Lines that no runner takes for its commands: GitHub's begin with colons or have `##[` anywhere, those of Azure Pipelines `##vso[`. */
export function inert(text: string): string {
  return text.replace(/^[^\S\n]*:(?=:)/gm, '$& ').replace(/##(?=(?:vso)?\[)/gi, '## ')
}

/** A value that somebody typed, in quotation marks, with everything that cannot be seen spelt out. */
export function quoted(value: string, limit = 80): string {
  const { shown, isCut } = safe(value, limit, (part) => part)
  const short = firstOf(shown, limit)
  const escaped = JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
  return isCut || short.length < shown.length ? `${escaped.slice(0, -1)}…"` : escaped
}

/** Looks at no more of a text than may be shown of it, and at so much that no credential is seen by half. */
function safe(text: string, limit: number, visible: (part: string) => string): { shown: string; isCut: boolean } {
  const most = limit * 4 + longest
  const isCut = text.length > most
  const shown = withoutCredentials(visible(text.slice(0, most)))
  return { shown: isCut ? shown.slice(0, -longest) : shown, isCut }
}

function firstOf(text: string, limit: number): string {
  return text.length <= limit ? text : Array.from(text).slice(0, limit).join('')
}

/** A text without what it has of these characters at its end: a pattern would start again at each of them. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Whether the whole text fits the pattern, in any case; `*` stands for any characters. Never looks back. */
export function matchesPattern(pattern: string, text: string): boolean {
  const [first = '', ...parts] = pattern.toLowerCase().split('*')
  const subject = text.toLowerCase()
  const last = parts.pop()
  if (last === undefined) return subject === first
  if (!subject.startsWith(first)) return false
  let from = first.length
  for (const part of parts) {
    const at = subject.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return subject.length - last.length >= from && subject.endsWith(last)
}

/** What somebody who threw something had to say. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** `a`, `a and b`, `a, b and 3 more`. One more than the limit is named: "and 1 more" would be no shorter. */
export function listed(parts: string[], limit: number, unit = ''): string {
  return enumerated(parts, limit, unit).join('')
}

/** The same in pieces, whatever the parts are. */
export function enumerated<T>(parts: readonly T[], limit: number, unit = ''): (T | string)[] {
  const isLong = parts.length > limit + 1
  const last = isLong ? [`${count(parts.length - limit)} more${unit && ` ${unit}`}`] : parts.slice(-1)
  const before = isLong ? parts.slice(0, limit) : parts.slice(0, -1)
  const pieces = before.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))
  return before.length === 0 ? last : [...pieces, ' and ', ...last]
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** `1 finding`, `2 findings`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}
