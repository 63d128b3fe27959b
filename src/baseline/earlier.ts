import { type BaseConfig, baseConfig } from '../config/base-branch.ts'
import type { LoadedConfig } from '../config/load.ts'
import { type WaiverChanges, waiverChanges } from '../config/waiver-changes.ts'
import type { GitHubEvent } from '../github/event.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import type { Baseline } from './compare.ts'
import { type History, loadHistory } from './history.ts'
import { loadBaseline } from './load.ts'

/** What a run is compared with, an earlier run and the config file of the base branch; and when waivers were changed. */
export interface Earlier {
  /** null: none is asked for */
  baseline: Baseline | null
  /** null: this is not a pull request */
  base: BaseConfig | null
  changes: WaiverChanges
  /** null where nobody shows it, or it could not be read */
  history: History | null
}

export const nothingEarlier: Earlier = { baseline: null, base: null, changes: new Map(), history: null }

/** Never rejects: what could not be read says so itself. */
export async function readEarlier(
  inputs: Inputs,
  config: LoadedConfig,
  event: GitHubEvent,
  ports: Ports,
): Promise<Earlier> {
  const [baseline, base, changes, history] = await Promise.all([
    loadBaseline(inputs, event, ports),
    baseConfig(event, inputs, ports),
    waiverChanges(config, event, inputs, ports),
    loadHistory(inputs, event, ports),
  ])
  return { baseline, base, changes, history }
}
