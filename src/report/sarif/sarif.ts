import type { Invocation, Log, Result, Run, ToolComponent, ToolComponentReference } from 'sarif'
import type { Report } from '../../model.ts'
import { plural } from '../../text.ts'
import type { SarifContext } from './context.ts'
import { message } from './message.ts'
import { type Entry, entriesOf } from './results.ts'
import { rulesOf } from './rules.ts'
import { taxonomiesOf } from './taxonomies.ts'

/** Code scanning refuses runs with more. */
const RESULTS = 25_000

/** In bytes. Code scanning takes 10 MB after gzip, which does not make even the least compressible text larger than half. */
const ROOM = 24_000_000

/**
 * What does not pass, as SARIF 2.1.0 for code scanning. Waived findings are suppressed results. What does not fit is
 * the least severe, and a notification says how many.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(report: Report, context: SarifContext): string {
  const entries = entriesOf(report, context)
  const rules = rulesOf(context, entries)
  const results = fitting(
    entries,
    rules.map(({ id }) => id),
  )
  const taxonomies = taxonomiesOf(context.mapping)
  const run: Run = {
    tool: { driver: { ...driverOf(report, context), rules, supportedTaxonomies: taxonomies.map(componentOf) } },
    // what ends with a slash is the category of an upload, and two reports of a repository must not have the same
    taxonomies,
    automationDetails: { id: `${report.tool.name}/${context.reportId}/` },
    invocations: [invocationOf(report, context, entries.length - results.length)],
    ...provenanceOf(report, context),
    columnKind: 'utf16CodeUnits',
    results,
  }
  const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  const log: Log = { $schema, version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log)}\n`
}

function componentOf({ name }: ToolComponent, index: number): ToolComponentReference {
  return { name, index }
}

function fitting(entries: Entry[], rules: string[]): Result[] {
  const indices = new Map(rules.map((id, index) => [id, index]))
  const results: Result[] = []
  let room = ROOM
  for (const { ruleId, result } of entries.slice(0, RESULTS)) {
    const next = result(indices.get(ruleId) ?? -1)
    room -= Buffer.byteLength(JSON.stringify(next))
    if (room < 0) break
    results.push(next)
  }
  return results
}

function driverOf({ tool }: Report, context: SarifContext): ToolComponent {
  return {
    name: tool.name,
    version: tool.version,
    semanticVersion: tool.version,
    ...(context.docs && { informationUri: `${context.docs}/README.md` }),
  }
}

function invocationOf(
  { run, conclusion, coverage, summary }: Report,
  { notes }: SarifContext,
  leftOut: number,
): Invocation {
  const warnings = [
    conclusion === 'skipped' ? 'No workspace was checked: this run has no identity in Azure.' : '',
    (coverage.percent ?? 100) < 100 ? `Only ${coverage.percent} % of the evidence could be read.` : '',
    leftOut > 0
      ? `The ${plural(leftOut, 'least severe result is', 'least severe results are')} omitted: code scanning accepts no more.`
      : '',
  ].filter((sentence) => sentence !== '')
  const looked = `${plural(summary.workspaces, 'Azure Machine Learning workspace')}, ${plural(summary.pass, 'check')} passed.`
  return {
    executionSuccessful: conclusion !== 'skipped',
    startTimeUtc: run.startedAt,
    endTimeUtc: run.finishedAt,
    toolExecutionNotifications: [
      ...warnings.map((sentence) => ({ level: 'warning' as const, message: message(sentence) })),
      ...[looked, ...notes].map((sentence) => ({ level: 'note' as const, message: message(sentence) })),
    ],
  }
}

function provenanceOf({ run }: Report, { serverUrl }: SarifContext): Pick<Run, 'versionControlProvenance'> {
  if (run.sha === '') return {}
  const mappedTo = { uriBaseId: '%SRCROOT%' }
  return {
    versionControlProvenance: [{ repositoryUri: `${serverUrl}/${run.repository}`, revisionId: run.sha, mappedTo }],
  }
}
