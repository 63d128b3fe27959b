// planned/ judges what plans make of what is live; plan-files/ finds them, and plan/ lays them over it.

import { isTarget } from '../azure/find/targets.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { GitHubEvent } from '../github/event.ts'
import type { Environment, Inputs } from '../inputs/inputs.ts'
import type { Judged } from '../judge/judge.ts'
import type { Terms } from '../judge/terms.ts'
import type { Conclusion, Gate, PlanFinding, PlanReport } from '../model.ts'
import type { ReadOptions } from '../plan/model.ts'
import { type Overlaid, overlay } from '../plan/overlay/overlay.ts'
import { checkoutOf } from '../plan-files/checkout.ts'
import { foldersOf } from '../plan-files/folders.ts'
import { type LoadedPlans, loadPlans } from '../plan-files/load.ts'
import type { Ports } from '../ports.ts'
import { comparedYaml } from './base.ts'
import { gated, plannedConclusion } from './conclusion.ts'
import { judgedFiles, notLookedInto } from './files.ts'
import { headTime } from './head.ts'
import { judgePlanned } from './judge.ts'
import { planFinding, summaryOf } from './report.ts'
import { originsIn } from './sources.ts'
import { type ComparedYaml, yamlFindings } from './yaml.ts'

/** What a run knows of what is live. */
export interface Live {
  evidence: EvidenceSet
  /** the same with what only the plans lead to */
  whole: EvidenceSet
  judged: readonly Judged[]
  terms: Terms
  conclusion: Conclusion
  /** nothing was read: there is no identity */
  isAlone: boolean
}

/** What the plans make of it. */
export interface Planned {
  plan: PlanReport
  /** of the run, as `gate-on` has it */
  conclusion: Conclusion
  /** what that is, where nothing was said */
  gateOn: Gate['gateOn']
  /** what would be */
  evidence: EvidenceSet
  judged: readonly Judged[]
  /** indexes of the waivers that cover something */
  waivers: number[]
  /** what somebody has to know of the files */
  warnings: string[]
}

/** The plans that a run was given. */
export interface Planning {
  /** lays the plans over what has been read so far */
  over(evidence: EvidenceSet): EvidenceSet
  /** resources that may be there or not, as far as the plans tell */
  uncertain: string[]
  judge(live: Live): Planned
}

type PlanInputs = Pick<Inputs, 'environment' | 'githubToken' | 'plans' | 'targets' | 'replayFile'>

/**
 * Reads what `plan-files` names.
 *
 * @returns null where there is nothing, and what is live may decide then
 * @throws PlanFilesError
 */
export async function planningOf(
  inputs: PlanInputs,
  event: GitHubEvent,
  given: Pick<ReadOptions, 'now' | 'keyHosts'>,
  ports: Ports,
): Promise<Planning | null> {
  const { plans: asked, environment, targets } = inputs
  const options = { ...given, subscriptionId: targets.subscriptionId ?? null, cloud: clouds[environment] }
  const loaded = await loadPlans(asked, options, ports)
  for (const sentence of loaded.unmatched) ports.log.notice(sentence)
  const { plans, yaml, refused, notices } = loaded
  if (plans.length + yaml.length + refused.length + notices.length === 0) return null
  const repository = await lookedUp(loaded, event, inputs.githubToken, ports)
  const over = overlaying(loaded, inputs)
  return {
    over: (evidence) => over(evidence, false).evidence,
    // a snapshot does not say what is there already
    uncertain: plans.flatMap(({ plan }) => (plan.kind === 'snapshot' ? plan.changes.map(({ id }) => id) : [])),
    judge: judging({ ...loaded, ...repository }, over, inputs, ports),
  }
}

/** What GitHub is asked of the pull request. */
interface OfRepository {
  compared: ComparedYaml[]
  /** when the head commit was made; null: nobody knows */
  headAt: string | null
}

async function lookedUp(
  { plans, yaml }: LoadedPlans,
  event: GitHubEvent,
  githubToken: string,
  ports: Ports,
): Promise<OfRepository> {
  const isDated = plans.some(({ plan }) => plan.createdAt !== null)
  const [{ compared, notes }, headAt] = await Promise.all([
    comparedYaml(yaml, event, githubToken, ports),
    isDated ? headTime(event, githubToken, ports) : null,
  ])
  for (const sentence of notes) ports.log.notice(sentence)
  return { compared, headAt }
}

/** As azurerm calls them. */
const clouds: Record<Environment, string | null> = {
  azurecloud: 'public',
  azureusgovernment: 'usgovernment',
  azurechinacloud: 'china',
  custom: null,
}

type Over = (evidence: EvidenceSet, isAlone: boolean) => Overlaid

/** Of the workspaces that plans make, those are judged that would be if they were there. */
function overlaying({ plans }: LoadedPlans, { targets, replayFile }: PlanInputs): Over {
  return (evidence, isAlone) => {
    // the night before was asked for other things
    const ofReplay = replayFile === null ? null : 'not-observable'
    const overlaid = overlay(
      evidence,
      plans.map(({ plan }) => plan),
      isAlone ? 'not-visible' : ofReplay,
    )
    const live = new Set(evidence.workspaces.map(idKey))
    const isChosen = replayFile === null ? isTarget(targets, evidence.subscriptions) : () => true
    const workspaces = overlaid.evidence.workspaces.filter((id) => live.has(idKey(id)) || isChosen(id))
    return { ...overlaid, evidence: { ...overlaid.evidence, workspaces } }
  }
}

function judging(
  loaded: LoadedPlans & OfRepository,
  over: Over,
  { plans }: PlanInputs,
  ports: Ports,
): Planning['judge'] {
  const checkout = checkoutOf(foldersOf(ports).workspace, ports.files)
  const originOf = originsIn(
    loaded.plans.map(({ plan, file }) => ({ plan, inWorkspace: file.inWorkspace })),
    checkout,
  )
  const gateOn = plans.gateOn ?? (loaded.plans.length + loaded.refused.length > 0 ? 'planned' : 'live')
  return (live) => {
    const overlaid = over(live.whole, live.isAlone)
    const { judged, findings } = judgePlanned(live.evidence, live.judged, overlaid, live.terms)
    const { evidence } = overlaid
    const ofYaml = yamlFindings(loaded.compared, live.terms.config, new Date(evidence.collectedAt))
    const all = [...findings.map((finding) => planFinding(finding, originOf)), ...ofYaml.findings]
    const { plan, notes } = reportOf(loaded, live, { evidence, judged, findings: all })
    const warnings = [...loaded.refused.map(({ reason }) => reason), ...notes]
    const waivers = [...judged.flatMap((one) => one.waivers), ...ofYaml.waivers]
    const conclusion = gated(gateOn, live.conclusion, plan.conclusion)
    return { plan, conclusion, gateOn, evidence, judged, waivers, warnings }
  }
}

function reportOf(
  loaded: LoadedPlans & OfRepository,
  live: Live,
  planned: { evidence: EvidenceSet; judged: readonly Judged[]; findings: PlanFinding[] },
): { plan: PlanReport; notes: string[] } {
  const { findings } = planned
  const { files, notes } = judgedFiles(loaded, live.whole, loaded.headAt)
  const open = notLookedInto(loaded)
  const grounds = { ...planned, live: live.evidence, doubts: open.length, isAlone: live.isAlone }
  const conclusion = plannedConclusion(grounds, live.terms.policy)
  return { plan: { files, conclusion, summary: summaryOf(findings), findings, notLookedInto: open }, notes }
}
