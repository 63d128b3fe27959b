import type { Coverage, Finding, Missing, PlanFinding, PlanReport, ReportHeader, WorkspaceReport } from '../model.ts'

/** The JSON report. */
export interface WrittenReport extends WrittenHeader {
  /** null: no plan was given */
  plan: WrittenPlanReport | null
  workspaces: WrittenWorkspaceReport[]
}

/** What the report says besides the workspaces and the plans; small, whatever the number of workspaces. */
export interface WrittenHeader extends Omit<ReportHeader, 'coverage'> {
  coverage: WrittenCoverage
}

export interface WrittenCoverage extends Omit<Coverage, 'missing'> {
  missing: WrittenMissing[]
}

/** Something that was needed and could not be read. */
export interface WrittenMissing extends Omit<Missing, 'message'> {
  /** a sentence for people */
  message: string
}

export interface WrittenWorkspaceReport extends Omit<WorkspaceReport, 'findings'> {
  findings: WrittenFinding[]
}

/** What would be if everything that `plan-files` names were applied. */
export interface WrittenPlanReport extends Omit<PlanReport, 'findings'> {
  findings: WrittenPlanFinding[]
}

/** What plans make of one finding; its fingerprint is the one that the live finding will have. */
export interface WrittenPlanFinding extends Omit<PlanFinding, 'message'>, Sentences {}

/** One finding per workspace, check and subject. */
export interface WrittenFinding extends Omit<Finding, 'message'>, Sentences {}

export interface Sentences {
  /** a sentence for people */
  message: string
  /** the steps as text, with commands quoted for a POSIX shell; null where nothing is to be done */
  remediation: string | null
}
