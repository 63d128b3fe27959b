import type { Controls, Finding, PlanReport, Policy, Report, ReportHeader, WorkspaceReport } from '../model.ts'
import { asText } from '../said.ts'
import { sentenceOf } from './view/sentence.ts'
import { stepsText } from './view/steps.ts'
import type { Sentences, WrittenHeader, WrittenPlanReport, WrittenWorkspaceReport } from './written.ts'

/** What stands before the workspaces. */
export type Beginning = ReportHeader & Pick<Report, 'plan'>

/** The JSON report, in pieces: workspace by workspace, so that 10,000 of them need not be in memory at once. */
export function* jsonReport(
  { plan, ...header }: Beginning,
  workspaces: Iterable<WorkspaceReport>,
  policy: Policy,
): Generator<string> {
  yield `${beginning(header, plan, policy)},\n  "workspaces": [`
  let separator = '\n'
  for (const workspace of workspaces) {
    yield `${separator}${inList(written(workspace, policy))}`
    separator = ',\n'
  }
  yield `${separator === '\n' ? '' : '\n  '}]\n}\n`
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
    `${beginning(header, null, policy)},\n  "workspaces": [\n${lines(less).join(',\n')}\n  ]\n}\n`
  const whole = text()
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole
  const short = text({ evidence: [], steps: [] })
  return Buffer.byteLength(short) <= MOST_BYTES ? short : null
}

function beginning({ controls, ...header }: ReportHeader, plan: PlanReport | null, policy: Policy): string {
  const rest = JSON.stringify({ ...writtenHeader(header), plan: plan && writtenPlan(plan, policy) }, null, 2)
  return `${rest.slice(0, -2)},\n  "controls": ${controlsText(controls)}`
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

function writtenPlan(plan: PlanReport, policy: Policy): WrittenPlanReport {
  return { ...plan, findings: plan.findings.map((finding) => writtenFinding(finding, policy)) }
}

function written(workspace: WorkspaceReport, policy: Policy, less: Partial<Finding> = {}): WrittenWorkspaceReport {
  const findings = workspace.findings.map((finding) => writtenFinding({ ...finding, ...less }, policy))
  return { ...workspace, findings }
}

function writtenFinding<F extends Finding>(finding: F, policy: Policy): Omit<F, 'message'> & Sentences {
  return { ...finding, message: sentenceOf(finding, policy), remediation: stepsText(finding.steps) }
}

/** As it stands in a list of the report, with the indentation of that place. */
function inList(workspace: WrittenWorkspaceReport): string {
  const [before, after] = ['[\n  [\n', '\n  ]\n]']
  return JSON.stringify([[workspace]], null, 2).slice(before.length, -after.length)
}
