import { oneLine } from '../../text.ts'
import type { Line, Span, Style } from './line.ts'

/** A sentence that others may have written; what stands in backticks is code. */
export function prose(value: string, style?: Style, limit = 600): Span[] {
  const parts = oneLine(value, limit).split('`')
  if (parts.length % 2 === 0) return [{ text: parts.join('`'), style }]
  return parts.map((text, index) => ({ text, style: index % 2 === 0 ? style : 'cyan' }))
}

/** Commands as they are to be copied. */
export function commands(text: string, indent: string): Line[] {
  return text.split('\n').map((line) => [{ text: indent }, { text: line, style: 'cyan' }])
}

export const blank: Line = []
