import { type AzureClient, createClient } from '../azure/client.ts'
import { clockUntil } from '../azure/clock.ts'
import { type Cloud, cloudOf } from '../azure/clouds.ts'
import { collect, type Depth, type Extent } from '../azure/collect.ts'
import { type Identity, login } from '../azure/login.ts'
import { LoginError } from '../azure/login-error.ts'
import { nameSubscriptions } from '../azure/subscription-names.ts'
import { type Earlier, nothingEarlier } from '../baseline/earlier.ts'
import { type Config, noConfig } from '../config/model.ts'
import { isEnabled, scopesCheck } from '../config/rules.ts'
import { withChanges } from '../config/waiver-changes.ts'
import { waiverNotes } from '../config/waivers.ts'
import { anyKeyHosts } from '../evidence/key-id.ts'
import type { EvidenceSet, Unreadable } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { judgeAgain, judgeAll, toConfirm } from '../judge/again.ts'
import { type Assessment, assess, conclusionOf } from '../judge/assess.ts'
import type { Judged } from '../judge/judge.ts'
import type { Conclusion, Coverage, JudgedFrom, Missing, PlanReport, RunInfo } from '../model.ts'
import type { Live, Planned, Planning } from '../planned/planning.ts'
import type { Ports } from '../ports.ts'
import { foreign } from '../said.ts'
import { isOutOfTime, within } from '../time.ts'
import { version } from '../version.ts'

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

/** Most failures that are read once more before they fail the job. */
const CONFIRMATIONS = 200

/**
 * Logs in, collects the evidence, judges it.
 *
 * @param readEarlier what the findings are compared with; read meanwhile
 * @param planning null: there are no plans
 */
export async function scan(
  inputs: Inputs,
  config: Config,
  readEarlier: () => Promise<Earlier>,
  planning: Planning | null,
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
  const collect = () => watched(client, inputs, config, planning, ports)
  const { evidence, whole, confirm } = await log.group('Collect evidence', collect)
  const earlier = await meanwhile
  const { baseline } = earlier
  const terms = { policy, config: withChanges(config, earlier.changes), baseline }
  const outcome = await log.group('Judge', async () => {
    const asked = new Set<string>()
    const confirmed = async (judged: Judged[], doubtful: string[]) => {
      const ids = doubtful.filter((id) => !asked.has(idKey(id)))
      if (ids.length === 0) return judged
      for (const id of ids) asked.add(idKey(id))
      log.info(`Resources behind failures that are read once more by Resource Manager: ${ids.length}`)
      return judgeAgain(evidence, judged, terms, () => confirm(ids))
    }
    const first = judgeAll(evidence, terms)
    const fails = conclusionOf(evidence, first, policy) === 'fail'
    const judged = await confirmed(first, fails ? toConfirm(first, CONFIRMATIONS) : [])
    const live = { evidence, whole, terms }
    const all = withPlans({ ...live, judged }, planning, client.counters)
    const again = await confirmed(judged, doubtfulAhead(all, CONFIRMATIONS - asked.size))
    return again === judged ? all : withPlans({ ...live, judged: again }, planning, client.counters)
  })
  return {
    ...outcome,
    evidence,
    earlier,
    identity,
    reader: readerOf(identity),
    judgedFrom: null,
    isCut: false,
    about: [],
  }
}

function readerOf({ tenantId, clientId, personId }: Identity): Scan['reader'] {
  const person = personId === null ? null : `object id ${personId}`
  return { tenant: tenantId, identity: clientId === null ? person : `client id ${clientId}` }
}

type Outcome = Assessment & Pick<Scan, 'planned' | 'liveConclusion'>

/** What is live, and what plans make of it. */
export function withPlans(
  live: Pick<Live, 'evidence' | 'whole' | 'terms'> & { judged: Judged[] },
  planning: Planning | null,
  requests: Coverage['requests'],
): Outcome {
  const { evidence, judged, terms } = live
  const assessment = assess(evidence, judged, terms, requests)
  const { conclusion } = assessment
  const planned = planning?.judge({ ...live, conclusion, isAlone: false }) ?? null
  if (planned === null) return { ...assessment, planned, liveConclusion: conclusion }
  const used = new Set([...judged.flatMap(({ waivers }) => waivers), ...planned.waivers])
  const notes = waiverNotes(terms.config, used, new Date(evidence.collectedAt))
  const coverage = withParts(assessment.coverage, planned.plan)
  return { ...assessment, coverage, notes, conclusion: planned.conclusion, planned, liveConclusion: conclusion }
}

/** Parts of plans into which nobody could look are missing as well; what was read of what is live counts without them. */
function withParts(coverage: Coverage, { notLookedInto }: PlanReport): Coverage {
  const parts = notLookedInto.map(({ address, reason }): Missing => {
    const nobody = { action: null, scope: null, usedBy: [], named: false }
    return { resource: address, reason: 'not-observable', message: foreign(reason), ...nobody }
  })
  return { ...coverage, missing: [...coverage.missing, ...parts] }
}

/** Failures that are only planned count once they are confirmed as well. */
function doubtfulAhead({ planned }: Outcome, limit: number): string[] {
  return planned?.plan.conclusion === 'fail' ? toConfirm(planned.judged, limit) : []
}

/** Collects, and lets somebody watch. */
async function watched(
  client: AzureClient,
  { targets, htmlFile, evidenceFile }: Inputs,
  config: Config,
  planning: Planning | null,
  { log, now, watch }: Ports,
) {
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
  const work = async () => {
    const collection = await collect(client, targets, now(), log.info, depthOf(config), show, planning)
    const { subscriptions } = collection.evidence
    if (htmlFile !== null || evidenceFile !== null) await nameSubscriptions(client, subscriptions)
    return collection
  }
  return work().finally(stop)
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

/** There is no identity to read anything with: plans are judged by what they say themselves. */
export function alone(inputs: Inputs, config: Config, planning: Planning, now: Date): Scan {
  const scan = without(inputs, now, [])
  const { evidence } = scan
  const terms = { policy: inputs.policy, config, baseline: null }
  const conclusion = 'skipped' as const
  const live = { evidence, whole: evidence, judged: [], terms, conclusion, isAlone: true }
  const planned = planning.judge(live)
  const coverage = withParts(scan.coverage, planned.plan)
  return { ...scan, coverage, conclusion: planned.conclusion, liveConclusion: conclusion, planned, about: [planOnly] }
}

const planOnly =
  'Plan only: there was no identity to read Azure with, so the plan is judged by what it says itself, and nothing of what is live is known.'

/** Nothing was looked at: the event has no identity. */
export function skipped(inputs: Inputs, now: Date): Scan {
  return { ...without(inputs, now, []), conclusion: 'skipped', liveConclusion: 'skipped' }
}

/** The run was ended before it knew of any workspace. */
export function nothingRead(inputs: Inputs, now: Date, { message }: Error): Scan {
  const id = 'the list of workspaces'
  return without(inputs, now, [{ id, reason: 'timeout', action: null, scope: null, message: foreign(message) }])
}

/** The run was ended: what is known until then decides nothing. */
export function cutShort(scan: Scan, { message }: Error): Scan {
  const planned = scan.planned && {
    ...scan.planned,
    plan: { ...scan.planned.plan, conclusion: 'incomplete' as const },
  }
  return {
    ...scan,
    planned,
    conclusion: 'incomplete',
    liveConclusion: 'incomplete',
    isCut: true,
    about: [message, ...scan.about],
  }
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
    reader: { tenant: null, identity: null },
    judgedFrom: null,
    isCut: false,
    about: [],
    planned: null,
    liveConclusion: assessment.conclusion,
  }
}
