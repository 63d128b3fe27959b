import { parseResourceId } from '../../evidence/resource-id.ts'
import type { Finding, Others, PlanFinding, PlanReport, ReadValue, Step, Waiver, WorkspaceReport } from '../../model.ts'
import type { RenderContext } from '../view/context.ts'
import { sentenceOf } from '../view/sentence.ts'
import { stepsText } from '../view/steps.ts'
import { cell, remembering } from './cell.ts'
import { withoutFinding } from './without-finding.ts'

/** In their order, which only grows at its end. */
const columns = [
  'workspace',
  'subscription',
  'resource_group',
  'judgement',
  'check',
  'title',
  'system',
  'status',
  'severity',
  'reason',
  'message',
  'resource',
  'evidence',
  'fix',
  'waiver_owner',
  'waiver_reason',
  'waiver_expires',
  'waiver_ticket',
  'new',
  'change',
  'source',
  'fingerprint',
] as const

type Row = Partial<Record<(typeof columns)[number], string>>
type Context = Pick<RenderContext, 'checks' | 'policy'>

/**
 * Every finding as a line for a spreadsheet, with what is no finding because there is nothing to judge, and what plans would
 * make of it at the end. In pieces, a workspace each, so that 10,000 of them need not be in memory at once. UTF-8 with a
 * byte order mark, without which Excel takes it for another encoding; else as RFC 4180 says.
 *
 * No library: what those have is the quotation marks, and none looks for formulas behind them or in the middle of a cell.
 */
export function* csvReport(
  workspaces: Iterable<WorkspaceReport>,
  plan: PlanReport | null,
  context: Context,
): Generator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  const shown = remembering(cell)
  const lines = (rows: Row[]) =>
    rows.map((row) => `${columns.map((column) => shown(row[column] ?? '')).join(',')}\r\n`).join('')
  for (const workspace of workspaces) yield lines(rowsOf(workspace, context))
  for (const finding of plan?.findings ?? []) yield lines([plannedRow(finding, context)])
}

function rowsOf({ id, name, findings, others }: WorkspaceReport, context: Context): Row[] {
  const place = { ...placeOf(id), workspace: name, judgement: 'live' }
  const rows = [...findings.map((finding) => rowOf(finding, context)), ...otherRows(others, context)]
  return rows.map((row) => ({ ...place, ...row }))
}

/** Where a workspace is; empty where its id does not say. */
function placeOf(id: string): Row {
  const { name = id, subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {}
  return { workspace: name, subscription: subscriptionId, resource_group: resourceGroup }
}

function rowOf(finding: Finding, { checks, policy }: Context): Row {
  return {
    ...ofCheck(finding.check, checks),
    status: finding.status,
    severity: finding.severity,
    reason: finding.reason ?? '',
    message: sentenceOf(finding, policy),
    resource: finding.resource,
    evidence: finding.evidence.map((value) => reading(value, finding.resource)).join('; '),
    fix: fixOf(finding.steps),
    ...(finding.waiver && ofWaiver(finding.waiver)),
    new: finding.new === null ? '' : String(finding.new),
    fingerprint: finding.fingerprint,
  }
}

function ofWaiver({ owner, reason, expires, ticket }: Waiver): Row {
  return { waiver_owner: owner, waiver_reason: reason, waiver_expires: expires, waiver_ticket: ticket ?? '' }
}

function otherRows(others: Others, { checks }: Context): Row[] {
  return withoutFinding(others).map(({ check, ...row }) => ({ ...ofCheck(check, checks), ...row }))
}

function plannedRow(finding: PlanFinding, context: Context): Row {
  const { workspace, change, source } = finding
  const place = workspace === null ? {} : placeOf(workspace)
  const where = source && (source.line === null ? source.file : `${source.file}:${source.line}`)
  return { ...place, judgement: 'planned', ...rowOf(finding, context), change, source: where ?? '' }
}

function ofCheck(check: string, checks: Context['checks']): Row {
  return { check, title: checks.get(check)?.title ?? '', system: check.split('/', 1)[0] ?? '' }
}

function reading({ path, value, resource = '' }: ReadValue, own: string): string {
  const isOwn = resource === '' || resource.toLowerCase() === own.toLowerCase()
  const where = isOwn ? path : `${path} of ${resource}`
  return value === null ? `${where} is not set` : `${where}: ${value}`
}

/** In one line, from which a shell can be given the commands. */
function fixOf(steps: Step[]): string {
  return steps.reduce((text, step, index) => {
    const last = steps[index - 1]
    return `${text}${last === undefined ? '' : 'command' in last ? '; ' : ' '}${stepsText([step])}`
  }, '')
}
