import type { Message } from 'sarif'
import { oneLine } from '../../text.ts'

/** Text that others wrote, so that nothing in it becomes a link or a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6). */
export function message(...paragraphs: string[]): Message {
  return {
    text: paragraphs
      .filter((paragraph) => paragraph !== '')
      .map(escaped)
      .join('\n\n'),
  }
}

function escaped(paragraph: string): string {
  const lines = paragraph.split('\n').map((line) => oneLine(line.toWellFormed(), 500))
  return lines
    .join('\n')
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&')
}
