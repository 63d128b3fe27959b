import { type Assessment, assess, report, toConfirm } from './assess.ts'
import { createClient } from './azure/client.ts'
import { cloudOf } from './azure/clouds.ts'
import { collect, type Depth } from './azure/collect.ts'
import type { Clock } from './azure/gate.ts'
import { type Identity, login } from './azure/login.ts'
import { isEnabled } from './config/rules.ts'
import type { Config } from './config.ts'
import { type Earlier, nothingEarlier } from './earlier.ts'
import type { EvidenceSet } from './evidence/records.ts'
import type { Inputs } from './inputs.ts'
import type { WorkspaceReport } from './model.ts'
import type { Ports } from './ports.ts'
import { version } from './version.ts'

/** What was read and what it means. */
export interface Scan extends Assessment {
  evidence: EvidenceSet
  earlier: Earlier
  identity: Identity | null
  /** one workspace whole, with the findings that pass */
  whole(id: string): WorkspaceReport
}

export const scopesCheck = 'storage/encryption-scopes'

/** Most failures that are read once more before they fail the job. */
const CONFIRMATIONS = 200

/**
 * Logs in, collects the evidence, judges it.
 *
 * @param readEarlier what the findings are compared with; read meanwhile
 */
export async function scan(
  inputs: Inputs,
  config: Config,
  readEarlier: () => Promise<Earlier>,
  { log, getIDToken, azure, now }: Ports,
): Promise<Scan> {
  const cloud = cloudOf(inputs)
  const identity = await log.group('Log in to Azure', () => login({ inputs, cloud, getIDToken, sdk: azure }))
  const meanwhile = readEarlier()
  const signal = AbortSignal.timeout(inputs.timeoutMinutes * 60_000)
  const client = createClient({
    cloud,
    credential: identity.credential,
    sdk: await azure(),
    signal,
    clock: clock(signal),
    version,
  })
  const { policy } = inputs
  const { evidence, confirm } = await log.group('Collect evidence', () =>
    collect(client, inputs.targets, now(), log.info, depthOf(config)),
  )
  const earlier = await meanwhile
  const { baseline } = earlier
  const assessment = await log.group('Judge', async () => {
    const first = assess(evidence, policy, client.counters, config, baseline)
    const doubtful = first.conclusion === 'fail' ? toConfirm(evidence, policy, CONFIRMATIONS, config) : []
    if (doubtful.length === 0) return first
    log.info(`Resources behind failures that are read once more by Resource Manager: ${doubtful.length}`)
    await confirm(doubtful)
    return assess(evidence, policy, client.counters, config, baseline)
  })
  return { ...assessment, evidence, earlier, identity, whole: (id) => report(evidence, id, policy, config, baseline) }
}

/** How deep a run looks that is configured so. */
export function depthOf(config: Config): Depth {
  return {
    jobsPerWorkspace: config.thresholds.jobsPerWorkspace,
    encryptionScopes: isEnabled(config, scopesCheck),
  }
}

/** Nothing was looked at: the event has no identity. */
export function skipped(inputs: Inputs, now: Date): Scan {
  const evidence: EvidenceSet = {
    collectedAt: now.toISOString(),
    workspaces: [],
    resources: new Map(),
    collections: new Map(),
    subscriptions: [],
    unseen: [],
  }
  const assessment = assess(evidence, inputs.policy, { resourceGraph: 0, resourceManager: 0, throttled: 0 })
  return {
    ...assessment,
    conclusion: 'skipped',
    evidence,
    earlier: nothingEarlier,
    identity: null,
    whole: (id) => report(evidence, id, inputs.policy),
  }
}

function clock(signal: AbortSignal): Clock {
  return {
    now: () => performance.now(),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds)
        signal.addEventListener('abort', done, { once: true })
        function done() {
          clearTimeout(timer)
          signal.removeEventListener('abort', done)
          resolve()
        }
      }),
  }
}
