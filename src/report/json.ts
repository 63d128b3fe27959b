import type { Controls, Finding, PlanReport, Policy, Report, ReportHeader, WorkspaceReport } from '../model.ts'
import { asText } from '../said.ts'
import { sentenceOf } from './view/sentence.ts'
import { stepsText } from './view/steps.ts'
import type { Sentences, WrittenHeader, WrittenPlanFinding, WrittenWorkspaceReport } from './written.ts'

/** What stands before the workspaces. */
export type Beginning = ReportHeader & Pick<Report, 'plan'>

/** The JSON report, in pieces, so that what 10,000 workspaces and a large plan hold need not be in memory at once. */
export function* jsonReport(
  { plan, ...header }: Beginning,
  workspaces: Iterable<WorkspaceReport>,
  policy: Policy,
): Generator<string> {
  yield* beginning(header, plan, policy)
  yield ',\n  "workspaces": '
  yield* list(workspaces, 2, (workspace) => written(workspace, policy))
  yield '\n}\n'
}

/** GitHub refuses files of 100 MB. */
const MOST_BYTES = 90_000_000

/**
 * The report for a place that keeps every version of it: a workspace a line, without the findings that pass, without what
 * is only planned, and without evidence and remedies where it would be too large with them. null: it is too large anyway.
 */
export function publishedReport({ workspaces, plan: _, ...header }: Report, policy: Policy): string | null {
  const lines = (less: Partial<Finding>) => workspaces.map((one) => JSON.stringify(written(one, policy, less)))
  const text = (less: Partial<Finding> = {}) =>
    `${[...beginning(header, null, policy)].join('')},\n  "workspaces": [\n${lines(less).join(',\n')}\n  ]\n}\n`
  const whole = text()
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole
  const short = text({ evidence: [], steps: [] })
  return Buffer.byteLength(short) <= MOST_BYTES ? short : null
}

function* beginning({ controls, ...header }: ReportHeader, plan: PlanReport | null, policy: Policy): Generator<string> {
  yield open(writtenHeader(header), 0)
  yield ',\n  "plan": '
  yield* planText(plan, policy)
  yield `,\n  "controls": ${controlsText(controls)}`
}

function* planText(plan: PlanReport | null, policy: Policy): Generator<string> {
  if (plan === null) return yield 'null'
  const { findings, ...rest } = plan
  yield open(rest, 1).trimStart()
  yield ',\n    "findings": '
  yield* list(findings, 3, (finding): WrittenPlanFinding => writtenFinding(finding, policy))
  yield '\n  }'
}

/** A line a check: there are a thousand controls. */
function controlsText({ source, frameworks, checks }: Controls): string {
  const each = Object.entries(checks).map(([id, controls]) => `${JSON.stringify(id)}: ${JSON.stringify(controls)}`)
  const list = (lines: string[]) => lines.map((line) => `\n      ${line}`).join(',')
  return `{
    "source": ${JSON.stringify(source)},
    "frameworks": [${list(frameworks.map((framework) => JSON.stringify(framework)))}\n    ],
    "checks": {${list(each)}\n    }\n  }`
}

function writtenHeader(header: Omit<ReportHeader, 'controls'>): Omit<WrittenHeader, 'controls'> {
  const missing = header.coverage.missing.map((one) => ({ ...one, message: asText(one.message) }))
  return { ...header, coverage: { ...header.coverage, missing } }
}

function written(workspace: WorkspaceReport, policy: Policy, less: Partial<Finding> = {}): WrittenWorkspaceReport {
  const findings = workspace.findings.map((finding) => writtenFinding({ ...finding, ...less }, policy))
  return { ...workspace, findings }
}

function writtenFinding<F extends Finding>(finding: F, policy: Policy): Omit<F, 'message'> & Sentences {
  return { ...finding, message: sentenceOf(finding, policy), remediation: stepsText(finding.steps) }
}

/** Shorter pieces would cost more to write than to make. */
const PIECE = 65_536

/** A list whose items stand `depth` levels deep. */
function* list<T>(items: Iterable<T>, depth: number, writtenItem: (item: T) => object): Generator<string> {
  let [piece, end] = ['[', ']']
  for (const item of items) {
    piece += `${end === ']' ? '' : ','}\n${indented(writtenItem(item), depth)}`
    end = `\n${'  '.repeat(depth - 1)}]`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield piece + end
}

/** An object without its end: more members follow. */
function open(value: object, depth: number): string {
  return indented(value, depth).slice(0, -(2 + 2 * depth))
}

/** With the indentation of a place `depth` levels deep. */
function indented(value: object, depth: number): string {
  let nested: object = value
  for (let level = 0; level < depth; level += 1) nested = [nested]
  // brackets of these levels, their indentation and their line breaks
  const around = depth * (depth + 1)
  const text = JSON.stringify(nested, null, 2)
  return text.slice(around, text.length - around)
}
