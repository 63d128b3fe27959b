import type { Finding, Report, ReportHeader, WorkspaceReport } from '../model.ts'
import { stepsText } from './view/steps.ts'
import type { WrittenFinding, WrittenWorkspaceReport } from './written.ts'

/** The JSON report, in pieces: workspace by workspace, so that 10,000 of them need not be in memory at once. */
export function* jsonReport(header: ReportHeader, workspaces: Iterable<WorkspaceReport>): Generator<string> {
  yield `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "workspaces": [`
  let separator = '\n'
  for (const workspace of workspaces) {
    yield `${separator}${indented(JSON.stringify(written(workspace), null, 2))}`
    separator = ',\n'
  }
  yield `${separator === '\n' ? '' : '\n  '}]\n}\n`
}

/** GitHub refuses files of 100 MB. */
const MOST_BYTES = 90_000_000

/**
 * The report for a place that keeps every version of it: a workspace a line, without the findings that pass, and without
 * evidence and remedies where it would be too large with them. null: it is too large anyway.
 */
export function publishedReport({ workspaces, ...header }: Report): string | null {
  const lines = (of: (workspace: WorkspaceReport) => WrittenWorkspaceReport) =>
    `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "workspaces": [\n${workspaces.map((workspace) => JSON.stringify(of(workspace))).join(',\n')}\n  ]\n}\n`
  const whole = lines(written)
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole
  const short = lines((workspace) => ({
    ...workspace,
    findings: workspace.findings.map((finding) => ({ ...finding, evidence: [], steps: [], remediation: null })),
  }))
  return Buffer.byteLength(short) <= MOST_BYTES ? short : null
}

function written(workspace: WorkspaceReport): WrittenWorkspaceReport {
  return { ...workspace, findings: workspace.findings.map(writtenFinding) }
}

function writtenFinding(finding: Finding): WrittenFinding {
  const { check, resource, status, severity, reason, message, evidence, steps, ...rest } = finding
  const remediation = stepsText(steps)
  return { check, resource, status, severity, reason, message, evidence, remediation, steps, ...rest }
}

function indented(json: string): string {
  return json.replace(/^/gm, '    ')
}
