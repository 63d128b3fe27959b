import { setImmediate } from 'node:timers/promises'
import { keyHostsOf } from './azure/clouds.ts'
import { LoginError } from './azure/login/login-error.ts'
import { readEarlier } from './baseline/earlier.ts'
import { type LoadedConfig, loadConfig } from './config/load.ts'
import { completed, eventOf, warnOfGaps } from './event.ts'
import type { EvidenceSet } from './evidence/records.ts'
import { replay } from './evidence-file/replay.ts'
import { type GitHubEvent, getsNoIdentity } from './github/event.ts'
import type { Inputs, Place } from './inputs/inputs.ts'
import { failsJob } from './judge/policy.ts'
import type { Planning } from './planned/planning.ts'
import type { Ports } from './ports.ts'
import { publish } from './publish/publish.ts'
import { show } from './publish/show.ts'
import { markStale } from './publish/stale.ts'
import type { Scan } from './scan/model.ts'
import { scan as read } from './scan/scan.ts'
import { alone, cutShort, nothingRead, skipped } from './scan/unread.ts'
import { isCancelled } from './time.ts'

/**
 * The story of a run: config → identity → evidence → findings → conclusion → reports → last of all, fail or not.
 *
 * @throws a sentence for whoever started it, when there is no result
 */
export async function run(inputs: Inputs, ports: Ports): Promise<void> {
  const startedAt = ports.now()
  const event = eventOf(ports)
  warnOfGaps(event, ports)
  const config = await loadConfig(inputs.configFile, ports)
  const scan = await scanOrCancelled(inputs, config, event, ports)
  const complete = await completed(event, inputs.githubToken, ports)
  const result = { inputs, config, event: complete, scan, startedAt }
  const sentence = await (ports.terminal ? show(result, ports.terminal, ports) : publish(result, ports))
  if (ports.time.ended) ports.setFailed(`${ports.time.ended.message} ${sentence}`)
  else if (failsJob(scan.conclusion, inputs.policy)) ports.setFailed(sentence)
  else ports.log.info(sentence)
}

/** After a run that ended without a result: whatever shows an earlier one says so. Never rejects. */
export async function withoutResult(place: Place, error: unknown, ports: Ports): Promise<void> {
  await markStale(place, eventOf(ports), error, ports)
}

/** Whoever cancels the job ends the reading, and what is known until then is the result, whatever fails after it. */
async function scanOrCancelled(inputs: Inputs, config: LoadedConfig, event: GitHubEvent, ports: Ports): Promise<Scan> {
  const { time } = ports
  const result = await scanOrSkip(inputs, config, event, ports).catch(async (error) => {
    await signalsHeard()
    if (isCancelled(time.ended)) return nothingRead(inputs, ports.now(), time.ended)
    throw error
  })
  if (time.ended === null || result.conclusion === 'skipped') return result
  if (isCancelled(time.ended)) return cutShort(result, time.ended)
  // an error that nobody caught: somebody else tells of it
  throw time.ended
}

/** A signal that came before now may still wait: the event loop tells of it last of all, in its next turn at the latest. */
async function signalsHeard(): Promise<void> {
  await setImmediate()
  await setImmediate()
}

/** Pull requests from forks and by Dependabot get no identity from GitHub: that is neither a failure nor a pass. */
async function scanOrSkip(inputs: Inputs, config: LoadedConfig, event: GitHubEvent, ports: Ports): Promise<Scan> {
  const earlier = () => readEarlier(inputs, config, event, ports)
  if (inputs.replayFile !== null) {
    const planning = ({ collectedAt, keyHosts }: EvidenceSet) =>
      plansOf(inputs, event, { now: collectedAt, keyHosts }, ports)
    return replay(inputs.replayFile, inputs, config, earlier, planning, ports)
  }
  const planning = await plansOf(inputs, event, { now: ports.now().toISOString(), keyHosts: keyHostsOf(inputs) }, ports)
  try {
    return await read(inputs, config, earlier, planning, ports)
  } catch (error) {
    if (!(error instanceof LoginError && error.noIdentity && getsNoIdentity(event))) throw error
    const who = event.pullRequest?.dependabot ? 'by Dependabot' : 'from forks'
    if (planning) {
      ports.log.notice(
        `Pull requests ${who} get no identity from GitHub, so the plan alone is judged, and nothing of what is live.`,
        { title: 'Plan only' },
      )
      return alone(inputs, config, planning, ports.now())
    }
    ports.log.notice(
      `Pull requests ${who} get no identity from GitHub, so no workspace was checked. Only a run with an identity can check them: one for a branch of this repository, or a scheduled one, if there is any.`,
      { title: 'Encryption check skipped' },
    )
    return skipped(inputs, ports.now())
  }
}

/** What judges plans is loaded only with plans. */
async function plansOf(
  inputs: Inputs,
  event: GitHubEvent,
  given: { now: string; keyHosts: EvidenceSet['keyHosts'] },
  ports: Ports,
): Promise<Planning | null> {
  if (inputs.plans.files.length === 0) return null
  const { planningOf } = await import('./planned/planning.ts')
  return planningOf(inputs, event, given, ports)
}
