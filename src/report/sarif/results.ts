import type { Location, Result, Suppression } from 'sarif'
import { fingerprint } from '../../judge/evaluate.ts'
import type { Finding, PlanFinding, PlanSource, Report, Severity, Waiver } from '../../model.ts'
import { rank } from '../../severity.ts'
import { causedIn, inCommit } from '../view/foreseen.ts'
import { type Labels, labelOf, labelsOf } from '../view/labels.ts'
import { reasonWords, resourceKind, resourceLabel } from '../view/names.ts'
import { sentenceOf } from '../view/sentence.ts'
import { stepsText } from '../view/steps.ts'
import { unseenIn, unseenInfo } from '../view/unseen.ts'
import type { SarifContext } from './context.ts'
import { message } from './message.ts'

/** What there is to report, and how to. */
export interface Entry {
  ruleId: string
  severity: Severity
  status: string
  result: (ruleIndex: number) => Result
}

export const levels: Record<Severity, Result.level> = { high: 'error', medium: 'warning', low: 'note', info: 'note' }

/** The most severe first, what is waived last. */
export function entriesOf(report: Report, context: SarifContext): Entry[] {
  const labels = labelsOf(report)
  const caused = causedIn(report)
  const then = new Set(caused.map(({ fingerprint }) => fingerprint))
  const found = report.workspaces.flatMap(({ id, findings }) =>
    findings
      .filter(({ status, fingerprint }) => status !== 'pass' && !then.has(fingerprint))
      .map((finding) => entryOf(finding, () => nameOf(finding.resource, id, labels), context)),
  )
  const planned = caused.map((finding) => plannedEntry(finding, report, labels, context))
  const places = new Map([...context.checks.keys()].map((id, index) => [id, index]))
  const place = ({ ruleId }: Entry) => places.get(ruleId) ?? -1
  return [...unseen(report, context), ...found, ...planned].sort((a, b) => order(a) - order(b) || place(a) - place(b))
}

const statuses = ['fail', 'unknown', 'waived']

function order({ severity, status }: Entry): number {
  return (status === 'waived' ? 100 : 0) + rank(severity) * 10 + statuses.indexOf(status)
}

/** Stands at the line that causes it, in the files that the pull request changes. */
function plannedEntry(finding: PlanFinding, report: Report, labels: Labels, context: SarifContext): Entry {
  const { resource, workspace } = finding
  const nameThen = () => `If merged, ${workspace === null ? resource : nameOf(resource, workspace, labels)}`
  return entryOf(finding, nameThen, context, inCommit(finding, report))
}

function entryOf(
  finding: Finding,
  nameOf: () => string,
  context: SarifContext,
  source: PlanSource | null = null,
): Entry {
  const { check, resource, severity, status, waiver, steps } = finding
  const result = (ruleIndex: number): Result => ({
    ruleId: check,
    ruleIndex,
    level: status === 'unknown' && severity === 'high' ? 'warning' : levels[severity],
    message: message(
      `${nameOf()}: ${openWords(finding)}${sentenceOf(finding, context.policy)}`,
      waiver === null ? '' : `Waived by ${waiver.owner} until ${waiver.expires}: ${waiver.reason}`,
      status === 'fail' && steps.length > 0 ? `To fix it:\n${stepsText(steps)}` : '',
      resource.startsWith('/') ? `Resource: ${resource}` : '',
    ),
    locations: [locationOf(resource, context, source)],
    // the name of the fingerprint by which code scanning tells results in the same line apart
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(waiver !== null && { suppressions: [suppression(waiver)] }),
    properties: { severity, status },
  })
  return { ruleId: check, severity, status, result }
}

function suppression({ owner, reason, expires, ticket }: Waiver): Suppression {
  const justification = `${reason} (${owner}, until ${expires}${ticket === null ? '' : `, ${ticket}`})`.toWellFormed()
  return { kind: 'external', status: 'accepted', justification }
}

/** `kv-fraud (key vault, workspace mlw-fraud)` */
function nameOf(resource: string, workspaceId: string, labels: Labels): string {
  const workspace = labelOf(workspaceId, labels)
  if (resource.toLowerCase() === workspaceId.toLowerCase()) return `Workspace ${workspace}`
  const kind = resourceKind(resource)
  return `${labelOf(resource, labels)} (${kind ? `${kind}, ` : ''}workspace ${workspace})`
}

function openWords({ status, reason }: Finding): string {
  return status === 'unknown' ? `undecided${reason && ` (${reasonWords[reason]})`}. ` : ''
}

function locationOf(resource: string, { location }: SarifContext, source: PlanSource | null = null): Location {
  const path = (source?.file ?? location).toWellFormed().split('/').map(encodeURIComponent).join('/')
  const id = resource.toWellFormed()
  return {
    physicalLocation: {
      artifactLocation: { uri: path, uriBaseId: '%SRCROOT%' },
      region: { startLine: source?.line ?? 1 },
    },
    ...(id !== '' && { logicalLocations: [{ name: resourceLabel(id), fullyQualifiedName: id, kind: 'resource' }] }),
  }
}

/** Without these, an upload would close the alerts of what is out of sight. */
function unseen(report: Report, context: SarifContext): Entry[] {
  if (report.conclusion === 'skipped') return []
  return unseenIn(report, context).map(({ resource, message: sentence }) => ({
    ruleId: unseenInfo.id,
    severity: 'high',
    status: 'unknown',
    result: (ruleIndex) => ({
      ruleId: unseenInfo.id,
      ruleIndex,
      level: 'warning',
      message: message(resource === '' ? sentence : `${resourceLabel(resource)}: ${sentence}`),
      locations: [locationOf(resource, context)],
      partialFingerprints: { primaryLocationLineHash: fingerprint(unseenInfo.id, resource, '') },
      properties: { severity: 'high', status: 'unknown' },
    }),
  }))
}
