import type { Baseline } from './compare.ts'
import { type BaseConfig, baseConfig } from './earlier/base-config.ts'
import { loadBaseline } from './earlier/baseline.ts'
import type { GitHubEvent } from './github/event.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** What a run is compared with: an earlier run, and the config file of the base branch. */
export interface Earlier {
  /** null: none is asked for */
  baseline: Baseline | null
  /** null: this is no pull request */
  base: BaseConfig | null
}

export const nothingEarlier: Earlier = { baseline: null, base: null }

/** Never rejects: what could not be read says so itself. */
export async function readEarlier(inputs: Inputs, event: GitHubEvent, ports: Ports): Promise<Earlier> {
  const [baseline, base] = await Promise.all([loadBaseline(inputs, event, ports), baseConfig(event, inputs, ports)])
  return { baseline, base }
}
