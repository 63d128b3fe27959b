import { afterAll, describe, expect, it } from 'vitest'
import type { Baseline } from '../../src/baseline/compare.ts'
import { noConfig } from '../../src/config/model.ts'
import { judgeAll } from '../../src/judge/again.ts'
import { type Judged, whole } from '../../src/judge/judge.ts'
import type { Terms } from '../../src/judge/terms.ts'
import type { Profile } from '../../src/model.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { readPlan } from '../../src/plan/read.ts'
import { differences } from '../../src/planned/difference.ts'
import { judgePlanned } from '../../src/planned/judge.ts'
import { closeClouds } from '../azure/world.ts'
import { policyOf } from '../checklist/builder.ts'
import { options } from './builder.ts'
import { collected, fixture, planFixtures } from './estates.ts'

afterAll(closeClouds)

/** An earlier run that has found nothing. */
const earlier: Baseline = { open: new Map(), workspaces: [], finishedAt: '', upgrade: null, notes: [] }
const allOfIt = (plan: Plan) => plan
const nothingOfIt = (plan: Plan) => ({ ...plan, changes: [] })

const cases: [name: string, Profile, Baseline | null, part: (plan: Plan) => Plan][] = [
  ['under the baseline', 'baseline', null, allOfIt],
  ['under cmk-required', 'cmk-required', null, allOfIt],
  ['since an earlier run', 'cmk-required', earlier, allOfIt],
  ['of a workspace that it leaves alone', 'cmk-required', null, nothingOfIt],
]

/** What a comparison of all findings says, those that pass among them, workspace by workspace. */
function compared(before: readonly Judged[], after: readonly Judged[], terms: Terms) {
  const ids = new Set([...before, ...after].map(({ report }) => report.id.toLowerCase()))
  const allOf = (judged: readonly Judged[], id: string) =>
    judged.filter(({ report }) => report.id.toLowerCase() === id).flatMap((one) => whole(one, terms).findings)
  return [...ids].flatMap((id) => differences(allOf(before, id), allOf(after, id)))
}

describe.each(planFixtures())('%s', (name, file) => {
  it.each(cases)('%s, it says what a comparison of all findings says', async (_name, profile, baseline, part) => {
    const plan = part(readPlan(fixture(name, file), file, options))
    const live = await collected(name, 'before', [plan])
    const planned = overlay(live, [plan])
    const terms = { policy: policyOf(profile), config: noConfig, baseline }
    const judged = judgeAll(live, terms)
    const { findings } = judgePlanned(live, judged, planned, terms)
    const told = findings.map(({ workspace: _, sources: __, ...difference }) => difference)
    expect(told).toEqual(compared(judged, judgeAll(planned.evidence, terms), terms))
    expect(told.length > 0).toBe(plan.changes.length > 0 || live.workspaces.length > 0)
  })
})
