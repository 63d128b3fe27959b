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
