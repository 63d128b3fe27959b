export type Language = 'terraform' | 'json' | 'bicep'

/** A word, a text in quotation marks, the end of a line, or any other character. Comments are none. */
export interface Token {
  kind: 'word' | 'text' | 'line' | 'mark'
  value: string
  line: number
}

const word = /[\p{L}\p{N}_][\p{L}\p{N}_.-]*/uy
const blank = /[^\S\n]+/uy
const heredoc = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[^\S\n]*\n/uy

/** What a source is made of. Whoever opened the pull request wrote it: nothing is looked at twice. */
export function* tokensOf(source: string, language: Language): Generator<Token> {
  let [at, line, lineEnd] = [0, 1, source.indexOf('\n')]
  while (at < source.length) {
    const { kind, end, value } = next(source, at, language)
    if (kind !== null) yield { kind, value, line }
    for (; lineEnd >= 0 && lineEnd < end; lineEnd = source.indexOf('\n', lineEnd + 1)) line += 1
    at = end
  }
}

interface Piece {
  /** null: nothing that counts */
  kind: Token['kind'] | null
  end: number
  value: string
}

function next(source: string, at: number, language: Language): Piece {
  const first = source.charAt(at)
  if (first === '\n') return { kind: 'line', end: at + 1, value: '' }
  const [space] = matchAt(blank, source, at) ?? []
  if (space !== undefined) return { kind: null, end: at + space.length, value: '' }
  const comment = language === 'json' ? null : endOfComment(source, at)
  if (comment !== null) return { kind: null, end: comment, value: '' }
  if (first === (language === 'bicep' ? "'" : '"')) return text(source, at, language)
  const marker = language === 'terraform' && first === '<' ? matchAt(heredoc, source, at) : null
  if (marker) return { kind: 'text', end: endOfHeredoc(source, at + marker[0].length, marker[1] ?? ''), value: '' }
  const [found] = matchAt(word, source, at) ?? []
  if (found !== undefined) return { kind: 'word', end: at + found.length, value: found }
  return { kind: 'mark', end: at + 1, value: first }
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

/** Null where none begins. */
function endOfComment(source: string, at: number): number | null {
  if (source.startsWith('/*', at)) return after(source, '*/', at + 2)
  if (source[at] === '#' || source.startsWith('//', at)) return after(source, '\n', at) - 1
  return null
}

function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length + 1 : found + mark.length
}

function text(source: string, at: number, language: Language): Piece {
  const isLong = language === 'bicep' && source.startsWith("'''", at)
  const end = isLong ? after(source, "'''", at + 3) : endOfText(source, at, language)
  return { kind: 'text', end, value: isLong ? '' : source.slice(at + 1, end - 1) }
}

const INSIDE_TEXT = -1

/** A text can hold code, which holds a text. */
function endOfText(source: string, start: number, language: Language): number {
  const quote = source[start]
  // what is open around a place: a text, or code with so many braces
  const open = [INSIDE_TEXT]
  for (let at = start + 1; at < source.length; at += 1) {
    const [character, within] = [source[at], open.at(-1) ?? INSIDE_TEXT]
    if (within !== INSIDE_TEXT) inCode(open, character, quote)
    else if (character === '\\') at += 1
    else if (character === quote) open.pop()
    else if (character === '\n' && open.length === 1) return at
    else if (isTemplate(source, at, language)) {
      if (source[at - 1] !== character || language === 'bicep') open.push(0)
      at += 1
    }
    if (open.length === 0) return at + 1
  }
  return source.length
}

function inCode(open: number[], character: string | undefined, quote: string | undefined): void {
  const braces = open.pop() ?? 0
  if (character === quote) open.push(braces, INSIDE_TEXT)
  else if (character === '{') open.push(braces + 1)
  else if (character !== '}') open.push(braces)
  else if (braces > 0) open.push(braces - 1)
}

function isTemplate(source: string, at: number, language: Language): boolean {
  if (language === 'json' || source[at + 1] !== '{') return false
  return source[at] === '$' || (source[at] === '%' && language === 'terraform')
}

function endOfHeredoc(source: string, start: number, marker: string): number {
  let at = start
  while (at < source.length) {
    const end = after(source, '\n', at) - 1
    if (source.slice(at, end).trim() === marker) return end
    at = end + 1
  }
  return source.length
}
