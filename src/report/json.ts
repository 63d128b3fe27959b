import type { Report, ReportHeader, WorkspaceReport } from '../model.ts'

/** The JSON report, in pieces: workspace by workspace, so that 10,000 of them need not be in memory at once. */
export function* jsonReport(header: ReportHeader, workspaces: Iterable<WorkspaceReport>): Generator<string> {
  yield `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "workspaces": [`
  let separator = '\n'
  for (const workspace of workspaces) {
    yield `${separator}${indented(JSON.stringify(workspace, null, 2))}`
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
  const lines = (of: (workspace: WorkspaceReport) => WorkspaceReport) =>
    `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "workspaces": [\n${workspaces.map((workspace) => JSON.stringify(of(workspace))).join(',\n')}\n  ]\n}\n`
  const whole = lines((workspace) => workspace)
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole
  const short = lines((workspace) => ({
    ...workspace,
    findings: workspace.findings.map((finding) => ({ ...finding, evidence: [], remediation: null })),
  }))
  return Buffer.byteLength(short) <= MOST_BYTES ? short : null
}

function indented(json: string): string {
  return json.replace(/^/gm, '    ')
}
