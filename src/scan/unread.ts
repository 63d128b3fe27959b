import { nothingEarlier } from '../baseline/earlier.ts'
import { type Config, noConfig } from '../config/model.ts'
import { anyKeyHosts } from '../evidence/key-id.ts'
import { listOfWorkspaces } from '../evidence/named.ts'
import type { EvidenceSet, Unreadable } from '../evidence/records.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { assess } from '../judge/assess.ts'
import type { Planning } from '../planned/planning.ts'
import { foreign } from '../said.ts'
import type { Scan } from './model.ts'
import { withParts } from './plans.ts'

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
  return without(inputs, now, [
    { id: listOfWorkspaces, reason: 'timeout', action: null, scope: null, message: foreign(message) },
  ])
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
