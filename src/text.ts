/**
 * Makes text that others wrote fit to stand in a sentence: one line, no control or direction characters, no JSON web
 * token, at most `limit` characters.
 */
export function oneLine(text: string, limit = 300): string {
  const line = text
    .replace(/eyJ[\w-]*\.[\w-]+\.[\w-]*/g, '***')
    .replace(/[\p{Z}\p{C}]+/gu, ' ')
    .trim()
  return line.length <= limit ? line : `${Array.from(line).slice(0, limit).join('').trimEnd()} …`
}

/** A value that somebody typed, in quotation marks, with everything that cannot be seen spelt out. */
export function quoted(value: string, limit = 80): string {
  const shown = Array.from(value).slice(0, limit).join('')
  const escaped = JSON.stringify(shown).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
  return shown.length < value.length ? `${escaped.slice(0, -1)}…"` : escaped
}

/** What somebody who threw something had to say. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** `a`, `a and b`, `a, b and 3 more`. One more than the limit is named: "and 1 more" would be no shorter. */
export function listed(parts: string[], limit: number, unit = ''): string {
  if (parts.length > limit + 1) {
    const more = `${count(parts.length - limit)} more${unit && ` ${unit}`}`
    return `${parts.slice(0, limit).join(', ')} and ${more}`
  }
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** `1 finding`, `2 findings`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}
