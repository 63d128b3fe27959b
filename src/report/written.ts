import type { Finding, PlanFinding, PlanReport, ReportHeader, WorkspaceReport } from '../model.ts'

/** The JSON report. */
export interface WrittenReport extends ReportHeader {
  /** null: no plan was given */
  plan: WrittenPlanReport | null
  workspaces: WrittenWorkspaceReport[]
}

export interface WrittenWorkspaceReport extends Omit<WorkspaceReport, 'findings'> {
  findings: WrittenFinding[]
}

/** What would be if everything that `plan-files` names were applied. */
export interface WrittenPlanReport extends Omit<PlanReport, 'findings'> {
  findings: (PlanFinding & Remediation)[]
}

/** One finding per workspace, check and subject. */
export interface WrittenFinding extends Finding, Remediation {}

export interface Remediation {
  /** the steps as text, with commands quoted for a POSIX shell; null where nothing is to be done */
  remediation: string | null
}
