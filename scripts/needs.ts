import { catalog } from '../src/azure/catalog.ts'
import { checklist } from '../src/checklist/index.ts'
import { evaluate } from '../src/evaluate.ts'
import type { EvidenceSet } from '../src/evidence/records.ts'
import { idKey } from '../src/evidence/resource-id.ts'
import { defaultOptions, openWorkspace } from '../src/evidence/workspace.ts'
import type { Targets } from '../src/targets.ts'
import { closeClouds, openWorld } from '../test/azure/world.ts'
import type { Estate } from '../test/cloud/estate.ts'
import { demoEstate, fixDemo } from '../test/cloud/estates/demo.ts'
import { healthyEstate } from '../test/cloud/estates/healthy.ts'
import { oneEstate } from '../test/cloud/estates/one.ts'
import { rareEstate, rareTargets } from '../test/cloud/estates/rare.ts'

/** What becomes of a run that lacks one action. */
export interface Need {
  action: string
  /** checks that cannot be decided any more */
  checks: string[]
  /** no workspace is seen at all */
  blind: boolean
  /** what the workflow names is not told from what is hidden */
  vague: boolean
  /** what passes now and did not before: never anything */
  greener: string[]
}

/** Every action of the catalogue. */
export const everyAction = [...new Set(Object.values(catalog).map(({ action }) => action))].sort()

/** Together they have something of everything that is read. */
const looks: { make: () => Estate; targets?: Partial<Targets> }[] = [
  { make: () => fixDemo(demoEstate()) },
  { make: healthyEstate },
  { make: oneEstate },
  { make: rareEstate, targets: rareTargets },
]

/** What comes of every check, by workspace, check and subject; and why something that was named is unseen. */
type Outcomes = Map<string, string>

async function lookAt(estate: Estate, actions: string[], targets: Partial<Targets> = {}) {
  estate.identity.roles = estate.subscriptions.map(({ id }) => ({ scope: `/subscriptions/${id}`, actions }))
  const world = await openWorld(estate)
  const { evidence } = await world.collect(targets, { jobsPerWorkspace: 1000, encryptionScopes: true })
  closeClouds()
  return { outcomes: outcomesOf(evidence), unseen: evidence.unseen, seen: evidence.workspaces.length }
}

function outcomesOf(evidence: EvidenceSet): Outcomes {
  const outcomes: Outcomes = new Map()
  for (const id of evidence.workspaces) {
    const workspace = openWorkspace(evidence, id, 'cmk-required', { ...defaultOptions, encryptionScopes: true })
    for (const { check, subject, verdict } of evaluate(checklist, workspace))
      outcomes.set([idKey(id), check.id, subject ? idKey(subject.id) : ''].join('\n'), verdict.status)
  }
  return outcomes
}

/** Takes the actions away one by one, and sees which checks cannot be decided any more. */
export async function needs(): Promise<Need[]> {
  const whole = await lookEverywhere(everyAction)
  const found: Need[] = []
  for (const action of everyAction) {
    const without = await lookEverywhere(everyAction.filter((each) => each !== action))
    const turned = (status: string) =>
      without.flatMap(({ outcomes }, at) =>
        [...outcomes]
          .filter(([key, now]) => now === status && whole[at]?.outcomes.get(key) !== status)
          .map(([key]) => key),
      )
    const undecided = new Set(turned('unknown').map((key) => key.split('\n')[1]))
    found.push({
      action,
      checks: checklist.map(({ id }) => id).filter((id) => undecided.has(id)),
      blind: without.every(({ seen }) => seen === 0),
      vague: without.some(({ unseen }) => unseen.some((one) => one.action === action && typeof one.scope === 'string')),
      greener: turned('pass'),
    })
  }
  return found
}

async function lookEverywhere(actions: string[]) {
  const all: Awaited<ReturnType<typeof lookAt>>[] = []
  for (const { make, targets } of looks) all.push(await lookAt(make(), actions, targets))
  return all
}
