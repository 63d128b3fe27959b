import type { Finding, ReportHeader, WorkspaceReport } from '../model.ts'

/** The JSON report. */
export interface WrittenReport extends ReportHeader {
  workspaces: WrittenWorkspaceReport[]
}

export interface WrittenWorkspaceReport extends Omit<WorkspaceReport, 'findings'> {
  findings: WrittenFinding[]
}

/** One finding per workspace, check and subject. */
export interface WrittenFinding extends Finding {
  /** the steps as text, with commands quoted for a POSIX shell; null where nothing is to be done */
  remediation: string | null
}
