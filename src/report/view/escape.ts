import { oneLine } from '../../text.ts'

/**
 * Text that others wrote, as Markdown that shows it and does nothing else. Holds in a sentence, a heading, a link and a
 * table cell; what stands in backticks is code. GitHub looks for mentions, references and addresses after Markdown is
 * done, where neither backslash nor entity helps: words that it would link become code, which it leaves alone.
 */
export function text(value: string, limit = 300): string {
  const parts = clean(value, limit).split('`')
  if (parts.length % 2 === 0) return leading(words(parts.join('`')))
  return leading(
    parts
      .map((part, index) => (index % 2 === 0 ? words(part) : code(part) || ' '))
      .reduce(joined)
      .trim(),
  )
}

/** A name, id or value as a code span; backticks and pipes in it are only themselves. */
export function code(value: string, limit = 200): string {
  return clean(value, limit).split('|').map(span).join('&#124;')
}

export function bold(value: string): string {
  return `**${text(value, 100)}**`
}

/**
 * @param label Markdown
 * @param url without one that can be opened the label stands alone
 */
export function link(label: string, url: string): string {
  if (!/^https?:\/\//i.test(url)) return label
  return `[${label}](${url
    .toWellFormed()
    .replace(/[^\w\-.~:/?#@!$'*+,=%&]/gu, percent)
    .replaceAll('&', '&amp;')})`
}

/** A block of code; the text is left as it is, but for what cannot be seen. */
export function fence(content: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(content) + 1))
  return `${ticks}${language}\n${visible(content)}\n${ticks}`
}

function clean(value: string, limit: number): string {
  return oneLine(value, limit)
}

/** A command that holds an invisible character must not look, or run, as if it had none. */
function visible(content: string): string {
  return content.replace(/[^\P{C}\n]/gu, '\u{fffd}')
}

const linkedByGitHub = [/[@#$]/, /:\/\//, /www\./i, /\bgh-\d/i, /:[\w+-]+:/, /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i]

function words(value: string): string {
  return value.split(' ').map(word).join(' ')
}

/** Two spans of code that touch would be one. */
function joined(left: string, right: string): string {
  return left.endsWith('`') && right.startsWith('`') ? `${left} ${right}` : left + right
}

function word(value: string): string {
  if (!linkedByGitHub.some((pattern) => pattern.test(value))) return escaped(value)
  const start = indexOutside(value, '("\'[{')
  const end = value.length - indexOutside([...value].reverse().join(''), ')"\']}.,:;!?')
  return escaped(value.slice(0, start)) + code(value.slice(start, end)) + escaped(value.slice(end))
}

/** How many of the first characters are among these. */
function indexOutside(value: string, characters: string): number {
  const index = Array.from(value).findIndex((character) => !characters.includes(character))
  return index === -1 ? 0 : index
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' }

function escaped(value: string): string {
  return value.replace(/[\\`*_{}[\]~&<>|]/g, (character) => entities[character] ?? `\\${character}`)
}

/** What would begin a list, a heading's underline or a rule when it stands first on a line. */
function leading(markdown: string): string {
  return markdown.replace(/^(\d{1,9}(?=[.)])|(?=[-+=]))/, '$1\\')
}

function span(content: string): string {
  if (content === '') return ''
  const ticks = '`'.repeat(longestRun(content) + 1)
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : ''
  return ticks + padding + content + padding + ticks
}

function longestRun(content: string): number {
  return Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length))
}

function percent(character: string): string {
  return encodeURIComponent(character).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
}
