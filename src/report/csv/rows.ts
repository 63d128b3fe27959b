import { parseResourceId } from '../../evidence/resource-id.ts'
import type { Finding, Others, PlanFinding, ReadValue, Step, Waiver, WorkspaceReport } from '../../model.ts'
import type { RenderContext } from '../view/context.ts'
import { sentenceOf } from '../view/sentence.ts'
import { stepsText } from '../view/steps.ts'
import { withoutFinding } from './without-finding.ts'

/** In their order, which only grows at its end. */
export const columns = [
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
  'controls',
] as const

/** What a line says, by column; nothing where a column is left out. */
export type Row = Partial<Record<(typeof columns)[number], string>>

export interface RowContext extends Pick<RenderContext, 'checks' | 'policy'> {
  /** by check */
  controls: ReadonlyMap<string, string>
}

/** The lines of a workspace: what was found, and what there was nothing to find of. */
export function rowsOf({ id, name, findings, others }: WorkspaceReport, context: RowContext): Row[] {
  const place = { ...placeOf(id), workspace: name, judgement: 'live' }
  const rows = [...findings.map((finding) => rowOf(finding, context)), ...otherRows(others, context)]
  return rows.map((row) => ({ ...place, ...row }))
}

/** Where a workspace is; empty where its id does not say. */
function placeOf(id: string): Row {
  const { name = id, subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {}
  return { workspace: name, subscription: subscriptionId, resource_group: resourceGroup }
}

function rowOf(finding: Finding, context: RowContext): Row {
  return {
    ...ofCheck(finding.check, context),
    status: finding.status,
    severity: finding.severity,
    reason: finding.reason ?? '',
    message: sentenceOf(finding, context.policy),
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

function otherRows(others: Others, context: RowContext): Row[] {
  return withoutFinding(others).map(({ check, ...row }) => ({ ...ofCheck(check, context), ...row }))
}

/** What plans make of a finding; of no workspace where it is in a file. */
export function plannedRow(finding: PlanFinding, context: RowContext): Row {
  const { workspace, change, source } = finding
  const place = workspace === null ? {} : placeOf(workspace)
  const where = source && (source.line === null ? source.file : `${source.file}:${source.line}`)
  return { ...place, judgement: 'planned', ...rowOf(finding, context), change, source: where ?? '' }
}

function ofCheck(check: string, { checks, controls }: RowContext): Row {
  const { title = '' } = checks.get(check) ?? {}
  return { check, title, system: check.split('/', 1)[0] ?? '', controls: controls.get(check) ?? '' }
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
