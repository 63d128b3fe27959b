import { eastAsianWidth } from 'get-east-asian-width'

/** A line is made of spans, and what a span says is shown and never obeyed: colours are added when it is printed. */
export interface Span {
  text: string
  style?: Style | undefined
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'boldRed' | 'boldYellow' | 'boldGreen'

export type Line = Span[]

/** Select Graphic Rendition, https://ecma-international.org/publications-and-standards/standards/ecma-48/ */
const codes: Record<Style, string> = {
  bold: '1',
  dim: '2',
  red: '31',
  yellow: '33',
  green: '32',
  cyan: '36',
  boldRed: '1;31',
  boldYellow: '1;33',
  boldGreen: '1;32',
}

export function painted(lines: Line[], hasColours: boolean): string {
  return lines.map((line) => `${line.map((span) => paintedSpan(span, hasColours)).join('')}\n`).join('')
}

function paintedSpan({ text, style }: Span, hasColours: boolean): string {
  const shown = text.replace(/\p{C}/gu, ' ')
  return style && hasColours && shown.trim() !== '' ? `\u001b[${codes[style]}m${shown}\u001b[0m` : shown
}

/** How many columns a text takes: marks that stand on the letter before them take none, and many Asian letters two. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const letter of text) if (!/\p{M}/u.test(letter)) columns += eastAsianWidth(letter.codePointAt(0) as number)
  return columns
}

/** @param indent of the first line, and of the others */
export function wrapped(spans: Span[], width: number, [first, rest]: [Line | string, string] = ['', '']): Line[] {
  const lines: Line[] = []
  let used = Number.POSITIVE_INFINITY
  for (const word of wordsOf(spans)) {
    const columns = widthOf(word)
    if (used + 1 + columns > width) {
      const indent = lines.length === 0 ? first : rest
      const start = typeof indent === 'string' ? [{ text: indent }] : indent
      lines.push([...start, ...word])
      used = widthOf(start) + columns
    } else {
      const line = lines.at(-1) as Line
      const style = word[0]?.style
      line.push({ text: ' ', style: line.at(-1)?.style === style ? style : undefined }, ...word)
      used += 1 + columns
    }
  }
  return lines.map(joined)
}

function widthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + columnsOf(text), 0)
}

/** What stands between blanks, whatever its styles. */
function wordsOf(spans: Span[]): Span[][] {
  const words: Span[][] = [[]]
  for (const { text, style } of spans)
    for (const [at, part] of text.split(' ').entries()) {
      if (at > 0) words.push([])
      if (part !== '') words.at(-1)?.push({ text: part, style })
    }
  return words.filter((word) => word.length > 0)
}

/** Spans of one style as one. */
function joined(line: Line): Line {
  return line.reduce<Line>((spans, span) => {
    const last = spans.at(-1)
    if (last && last.style === span.style) last.text += span.text
    else spans.push({ ...span })
    return spans
  }, [])
}

/** A text in so many columns, with blanks after it or before it. */
export function padded(text: string, columns: number, at: 'end' | 'start' = 'end'): string {
  const blanks = ' '.repeat(Math.max(0, columns - columnsOf(text)))
  return at === 'end' ? text + blanks : blanks + text
}

/** As much of a text as so many columns hold. */
export function fitted(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let cut = ''
  for (const letter of text) {
    if (columnsOf(cut + letter) > columns - 1) break
    cut += letter
  }
  return `${cut}…`
}
