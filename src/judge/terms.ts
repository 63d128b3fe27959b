import type { Baseline } from '../baseline/compare.ts'
import type { Config } from '../config/model.ts'
import type { Policy } from '../model.ts'

/** What workspaces are judged by. */
export interface Terms {
  policy: Policy
  config: Config
  baseline: Baseline | null
}
