import type { Policy, Severity, WorkspaceReport } from '../../model.ts'
import { failsJob, reaches } from '../../policy.ts'
import { bold } from '../escape.ts'
import { reaching } from '../items.ts'
import { count } from '../names.ts'
import type { Section } from './budget.ts'
import { table } from './table.ts'
import type { View } from './view.ts'

interface Row {
  workspace: WorkspaceReport
  failed: Record<Severity, number>
  undecided: number
  /** undecided, and able to fail the job */
  gated: number
}

const highOf = ({ failed }: Row) => failed.high

/** Short names: all five columns have to fit on a phone. Without the numbers of `high` there would be no table. */
const columns: [string, (row: Row) => number][] = [
  ['High', highOf],
  ['Med.', ({ failed }) => failed.medium],
  ['Low', ({ failed }) => failed.low],
  ['Open', ({ undecided }) => undecided],
]

/** Above this, workspaces with nothing to do are only counted. */
const MANY = 10

/** The workspaces, worst first. */
export function workspaceTable({ report, context, limits, labels }: View): Section[] {
  const all = report.workspaces.map((workspace) => rowOf(workspace, context.policy))
  const isMany = all.length > MANY
  const shown = all.filter((row) => !isMany || work(row) > 0).sort((a, b) => work(b) - work(a))
  if (shown.length === 0) return []
  const isFailing = failsJob(report.conclusion, context.policy)
  const used = columns.filter(([, numberOf]) => numberOf === highOf || shown.some((row) => numberOf(row) > 0))
  const rows = shown.map((row) => [
    `${symbolOf(row, context.policy, isFailing)} ${bold(labels.get(row.workspace.id.toLowerCase()) ?? '')}`,
    ...used.map(([, numberOf]) => count(numberOf(row))),
  ])
  const head = ['Workspace', ...used.map(([name]) => name)]
  return [
    {
      ...table(head, rows, ['l', ...used.map(() => 'r')]),
      rank: 2,
      most: isMany ? limits.rows : rows.length,
      more: (left) => remaining(left, all.length - shown.length),
      unit: ['workspace', 'workspaces'],
    },
  ]
}

function rowOf(workspace: WorkspaceReport, { failOnSeverity }: Policy): Row {
  const row: Row = { workspace, failed: { high: 0, medium: 0, low: 0, info: 0 }, undecided: 0, gated: 0 }
  for (const { status, severity } of workspace.findings) {
    if (status === 'fail') row.failed[severity] += 1
    if (status !== 'unknown' || severity === 'info') continue
    row.undecided += 1
    if (reaches(severity, failOnSeverity)) row.gated += 1
  }
  return row
}

/** One number to sort by: the worst severity counts before all others. */
function work({ failed, gated, undecided }: Row): number {
  return [failed.high, gated, failed.medium, failed.low, undecided].reduce(
    (sum, value) => sum * 1000 + Math.min(value, 999),
    0,
  )
}

function symbolOf({ failed, gated }: Row, { failOnSeverity }: Policy, isFailing: boolean): string {
  if (reaching(failOnSeverity).some((severity) => failed[severity] > 0)) return isFailing ? '❌' : '⚠️'
  return gated > 0 || (failOnSeverity === 'never' && failed.high + failed.medium > 0) ? '⚠️' : '✅'
}

function remaining(left: number, clean: number): string {
  const parts = [left > 0 && `${count(left)} with less to do`, clean > 0 && `${count(clean)} without findings`].filter(
    Boolean,
  )
  return parts.length === 0 ? '' : `\n\n… and ${parts.join(', ')}.`
}
