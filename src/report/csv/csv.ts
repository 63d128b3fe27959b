import type { Report, WorkspaceReport } from '../../model.ts'
import type { RenderContext } from '../view/context.ts'
import { cell, remembering } from './cell.ts'
import { columns, plannedRow, type Row, type RowContext, rowsOf } from './rows.ts'
import { unseenRows } from './unseen.ts'

/**
 * A line for a spreadsheet for every finding, and for every check that found nothing to judge. First stands what could not
 * be seen, so that a short list does not look like a whole one; last, what plans would make of the findings. It comes in
 * pieces, a workspace each, so that 10,000 of them need not be in memory at once. UTF-8 with a byte order mark, without
 * which Excel takes it for another encoding; the rest as RFC 4180 says.
 *
 * No library is used: those add quotation marks, and do not look for formulas behind them or in the middle of a cell.
 */
export function* csvReport(
  workspaces: Iterable<WorkspaceReport>,
  report: Report,
  { checks, policy }: Pick<RenderContext, 'checks' | 'policy'>,
): Generator<string> {
  const { plan, controls } = report
  yield `\uFEFF${columns.join(',')}\r\n`
  const context: RowContext = { checks, policy, controls: new Map(Object.entries(controls.checks).map(inWords)) }
  const shown = remembering(cell)
  const lines = (rows: Row[]) =>
    rows.map((row) => `${columns.map((column) => shown(row[column] ?? '')).join(',')}\r\n`).join('')
  yield lines(unseenRows(report, context))
  for (const workspace of workspaces) yield lines(rowsOf(workspace, context))
  for (const finding of plan?.findings ?? []) yield lines([plannedRow(finding, context)])
}

/** `dora: 9.3a, 9.3c; nis2: 21` */
function inWords([check, frameworks]: [string, Record<string, string[]>]): [string, string] {
  return [
    check,
    Object.entries(frameworks)
      .map(([name, ids]) => `${name}: ${ids.join(', ')}`)
      .join('; '),
  ]
}
