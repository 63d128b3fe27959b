import { markdownTable } from 'markdown-table'
import type { Section } from './budget.ts'

/** The head and the rows of a table. The cells are Markdown without pipes, which `text` and `code` never write. */
export function table(head: string[], rows: string[][], align: string[]): Pick<Section, 'open' | 'rows'> {
  const [names, delimiters, ...lines] = markdownTable([head, ...rows], { align, alignDelimiters: false }).split('\n')
  return { open: `${names}\n${delimiters}\n`, rows: lines }
}
