import type { ReportHeader, WorkspaceReport } from '../model.ts'

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

function indented(json: string): string {
  return json.replace(/^/gm, '    ')
}
