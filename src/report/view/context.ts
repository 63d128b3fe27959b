import type { Comparison } from '../../baseline/compare.ts'
import type { Mapping } from '../../controls/controls.ts'
import type { CheckInfo, Policy } from '../../model.ts'

/** What a report for people needs besides the report. */
export interface RenderContext {
  /** every check of the tool, in the order of the checklist */
  checks: ReadonlyMap<string, CheckInfo>
  policy: Policy
  /** the controls of frameworks that checks have to do with */
  mapping: Mapping
  reportId: string
  /** where the documentation of this version is; its pages stand in `docs/` below; empty where that is not known */
  docs: string
  /** Azure portal of the cloud */
  portal: string
  serverUrl: string
  /** where to read what does not fit; null where there is nothing longer */
  details: string | null
  /** client id of the run's identity */
  assignee: string | null
  /** null without a baseline */
  comparison: Comparison | null
  /** what the worst workspace depends on; null when nothing fails */
  graph: Graph | null
  /** risks that this pull request accepts and its base branch does not, a sentence each */
  accepted: string[]
  /** sentences about the run */
  notes: string[]
}

/** A workspace and what it depends on, to be drawn. */
export interface Graph {
  /** the workspace first */
  nodes: { name: string; kind: string; state: State }[]
  /** from and to, as indexes */
  edges: [number, number][]
  /** how many resources there was no room for */
  left: number
}

export type State = 'high' | 'medium' | 'low' | 'advice' | 'undecided' | 'waived' | 'passed'
