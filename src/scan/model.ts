import type { Identity } from '../azure/login/login.ts'
import type { Earlier } from '../baseline/earlier.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import type { Assessment } from '../judge/assess.ts'
import type { Conclusion, JudgedFrom, RunInfo } from '../model.ts'
import type { Planned } from '../planned/planning.ts'

/** What was read and what it means. */
export interface Scan extends Assessment {
  evidence: EvidenceSet
  earlier: Earlier
  identity: Identity | null
  /** who read it */
  reader: Pick<RunInfo, 'tenant' | 'identity'>
  /** null: this run */
  judgedFrom: JudgedFrom | null
  /** somebody ended the run while it read */
  isCut: boolean
  /** what a reader of the report has to know of the evidence */
  about: string[]
  /** what would be, with what decides the conclusion; null: nothing was given that says so */
  planned: Planned | null
  /** whatever is planned */
  liveConclusion: Conclusion
}
