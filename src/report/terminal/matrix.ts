import { count, listed, oneLine } from '../../text.ts'
import { labelOf } from '../view/labels.ts'
import { type Cell, legendOf, type Matrix, matrixOf } from '../view/matrix.ts'
import type { View } from '../view/view.ts'
import { columnsOf, fitted, type Line, padded, type Span, type Style, wrapped } from './line.ts'

const GAP = '  '
/** Columns of the longest name of a workspace that is shown whole. */
const LONGEST_NAME = 30

/** What came out where; what does not fit beside each other stands below. */
export function matrix(view: View, width: number): Line[] {
  const found = matrixOf(view)
  if (found === null) return []
  const rows = found.rows.slice(0, view.limits.rows)
  const names = rows.map(({ workspace }) => fitted(oneLine(labelOf(workspace.id, view.labels)), LONGEST_NAME))
  const widest = Math.max(...['Workspace', ...names].map(columnsOf))
  const columns = found.heads.map((head, at) => ({
    head,
    cells: rows.map(({ cells }) => cells[at] as Cell),
    width: Math.max(...[head, ...rows.map(({ cells }) => wordOf(cells[at] as Cell))].map(columnsOf)),
  }))
  // a line that fills the last column makes some terminals begin another one
  const tables = beside(columns, width - 1 - widest).map((some) => [
    [...spans('Workspace', widest, 'dim'), ...some.flatMap((one) => spans(GAP + one.head, one.width + 2, 'dim'))],
    ...names.map((name, row) => [
      ...spans(name, widest),
      ...some.flatMap((one) => {
        const cell = one.cells[row] as Cell
        return spans(GAP + wordOf(cell), one.width + 2, styleOf(cell))
      }),
    ]),
  ])
  const left = found.rows.length - rows.length
  return [
    ...tables.flatMap((table) => [...table.map(trimmed), []]),
    ...rest(left, found.clean),
    ...legend(found, width),
  ]
}

interface Column {
  head: string
  cells: Cell[]
  width: number
}

/** As many columns in each table as there is room for. */
function beside(columns: Column[], room: number): Column[][] {
  const tables: Column[][] = []
  let left = 0
  for (const column of columns) {
    left -= column.width + GAP.length
    if (left < 0) {
      tables.push([])
      left = room - column.width - GAP.length
    }
    tables.at(-1)?.push(column)
  }
  return tables
}

function wordOf({ word, gate }: Cell): string {
  return gate === null ? word : `${gate === 'failing' ? '✗' : '!'} ${word}`
}

const styles: Record<string, Style> = { high: 'red', medium: 'yellow', '?': 'yellow', '✓': 'green', '–': 'dim' }

function styleOf({ word, gate }: Cell): Style | undefined {
  if (gate !== null) return gate === 'failing' ? 'boldRed' : 'boldYellow'
  return styles[word]
}

function spans(text: string, columns: number, style?: Style): Span[] {
  return [{ text, style }, { text: padded(text, columns).slice(text.length) }]
}

/** Blanks at the end of a line are in the way of whoever copies it. */
function trimmed(line: Line): Line {
  const last = line.findLastIndex(({ text }) => text.trim() !== '')
  return line.slice(0, last + 1)
}

function rest(left: number, clean: number): Line[] {
  const parts = [
    ...(left > 0 ? [`${count(left)} with fewer findings`] : []),
    ...(clean > 0 ? [`${count(clean)} without findings`] : []),
  ]
  return parts.length === 0 ? [] : [[{ text: `… and ${parts.join(', ')}.` }], []]
}

function legend(matrix: Matrix, width: number): Line[] {
  const { well } = matrix
  const said = [...legendOf(matrix), ...(well.length > 0 ? [`passed everywhere: ${listed(well, well.length)}`] : [])]
  return wrapped([{ text: said.join(' · '), style: 'dim' }], width)
}
