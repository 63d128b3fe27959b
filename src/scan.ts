import { type Assessment, assess } from './assess.ts'
import { type AzureClient, createClient } from './azure/client.ts'
import { clockUntil } from './azure/clock.ts'
import { type Cloud, cloudOf } from './azure/clouds.ts'
import { collect, type Depth, type Extent } from './azure/collect.ts'
import { type Identity, login } from './azure/login.ts'
import { LoginError } from './azure/login-error.ts'
import { type Config, noConfig } from './config/model.ts'
import { isEnabled } from './config/rules.ts'
import { type Earlier, nothingEarlier } from './earlier.ts'
import { anyKeyHosts } from './evidence/key-id.ts'
import type { EvidenceSet, Unreadable } from './evidence/records.ts'
import type { Inputs } from './inputs.ts'
import { judgeAgain, judgeAll, toConfirm } from './judge/again.ts'
import type { Ports } from './ports.ts'
import { isOutOfTime, within } from './time.ts'
import { version } from './version.ts'

/** What was read and what it means. */
export interface Scan extends Assessment {
  evidence: EvidenceSet
  earlier: Earlier
  identity: Identity | null
  /** somebody ended the run while it read */
  isCut: boolean
  /** what a reader of the report has to know of the evidence */
  about: string[]
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
  ports: Ports,
): Promise<Scan> {
  const { log, azure, env } = ports
  const cloud = cloudOf(inputs)
  const identity = await log.group('Log in to Azure', () => loginInTime(inputs, cloud, ports))
  const meanwhile = readEarlier()
  const signal = ports.time.reading
  const client = createClient({
    cloud,
    credential: identity.credential,
    sdk: await azure(),
    signal,
    clock: clockUntil(signal),
    version,
    env,
  })
  const { policy } = inputs
  const { evidence, confirm } = await log.group('Collect evidence', () => watched(client, inputs, config, ports))
  const earlier = await meanwhile
  const { baseline } = earlier
  const terms = { policy, config, baseline }
  const assessment = await log.group('Judge', async () => {
    const judged = judgeAll(evidence, terms)
    const first = assess(evidence, judged, terms, client.counters)
    const doubtful = first.conclusion === 'fail' ? toConfirm(judged, CONFIRMATIONS) : []
    if (doubtful.length === 0) return first
    log.info(`Resources behind failures that are read once more by Resource Manager: ${doubtful.length}`)
    const again = await judgeAgain(evidence, judged, terms, () => confirm(doubtful))
    return assess(evidence, again, terms, client.counters)
  })
  return {
    ...assessment,
    evidence,
    earlier,
    identity,
    isCut: false,
    about: [],
  }
}

/** Collects, and lets somebody watch. */
async function watched(client: AzureClient, { targets }: Inputs, config: Config, { log, now, watch }: Ports) {
  let extent: () => Extent = () => ({ workspaces: null, read: 0, needed: 0 })
  const { counters } = client
  const stop = watch(() => ({
    ...extent(),
    requests: counters.resourceGraph + counters.resourceManager,
    throttled: counters.throttled,
  }))
  const show = (latest: () => Extent) => {
    extent = latest
  }
  return collect(client, targets, now(), log.info, depthOf(config), show).finally(stop)
}

/** Neither GitHub nor Entra has to answer at all, and either may ask for patience without end. */
async function loginInTime(inputs: Inputs, cloud: Cloud, ports: Ports): Promise<Identity> {
  const { getIDToken, azure, env, time, files, log, terminal } = ports
  let awaited = { github: "GitHub's OIDC service", 'azure-cli': 'the Azure CLI' }[inputs.login.by as string] ?? 'Azure'
  const asked = async (audience: string) => {
    const token = await getIDToken(audience)
    awaited = new URL(cloud.authority).host
    return token
  }
  const work = () =>
    login({
      inputs,
      cloud,
      getIDToken: asked,
      sdk: azure,
      env,
      read: files.ofRunner,
      ask: log.notice,
      isCommandLine: terminal !== undefined,
    })
  return within(time.reading, work).catch((error) => {
    if (!isOutOfTime(error)) throw error
    throw new LoginError(
      `The login to Azure was not done when the run reached its time limit (timeout-minutes: ${inputs.timeoutMinutes}): ${awaited} gave no token until then. Check that the runner reaches it (proxy, firewall), then run the job again.`,
    )
  })
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
  return { ...without(inputs, now, []), conclusion: 'skipped' }
}

/** The run was ended before it knew of any workspace. */
export function nothingRead(inputs: Inputs, now: Date, { message }: Error): Scan {
  const id = 'the list of workspaces'
  return without(inputs, now, [{ id, reason: 'timeout', action: null, scope: null, message }])
}

/** The run was ended: what is known until then decides nothing. */
export function cutShort(scan: Scan, { message }: Error): Scan {
  return { ...scan, conclusion: 'incomplete', isCut: true, about: [message, ...scan.about] }
}

function without(inputs: Inputs, now: Date, unseen: Unreadable[]): Scan {
  const evidence: EvidenceSet = {
    collectedAt: now.toISOString(),
    keyHosts: anyKeyHosts,
    workspaces: [],
    resources: new Map(),
    collections: new Map(),
    subscriptions: [],
    unseen,
  }
  const terms = { policy: inputs.policy, config: noConfig, baseline: null }
  const assessment = assess(evidence, [], terms, { resourceGraph: 0, resourceManager: 0, throttled: 0 })
  return {
    ...assessment,
    evidence,
    earlier: nothingEarlier,
    identity: null,
    isCut: false,
    about: [],
  }
}
