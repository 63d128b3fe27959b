import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CloudResource, Estate } from '../../simulator/estate.ts'
import type { PlansOver } from '../../src/azure/collect.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { openWorld } from '../azure/world.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** What is in the fixtures is of this subscription. */
export const subscription = 'aaaaaaaa-0000-4000-8000-000000000001'

export function fixture(...path: string[]): Buffer {
  return readFileSync(join(fixtures, ...path))
}

/** All plans of the fixtures that have an estate, with the name of their file. */
export function planFixtures(): [name: string, file: string][] {
  const files = ['plan.json', 'whatif.json', 'main.snapshot.json']
  const isPlan = (name: string) => readdirSync(join(fixtures, name)).includes('before.json')
  const names = readdirSync(fixtures, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? one.name : []))
  return names.filter(isPlan).map((name) => {
    const file = readdirSync(join(fixtures, name)).find((one) => files.includes(one))
    if (file === undefined) throw new Error(`The fixture ${name} has no plan.`)
    return [name, file]
  })
}

interface Listed {
  subscriptions: { id: string; name: string }[]
  resources: CloudResource[]
}

/** What there is before a plan, or after it. */
export function estateOf(name: string, when: 'before' | 'after'): Estate {
  const { subscriptions, resources }: Listed = JSON.parse(fixture(name, `${when}.json`).toString())
  return {
    tenantId: '11111111-1111-4111-8111-111111111111',
    subscriptions,
    entries: resources.map((resource) => ({ resource })),
    identity: {
      clientId: '66666666-6666-4666-8666-666666666666',
      principalId: '77777777-7777-4777-8777-777777777777',
      federatedCredentials: [],
      roles: subscriptions.map(({ id }) => ({ actions: ['*/read'], scope: `/subscriptions/${id}` })),
    },
  }
}

/** What a run with these plans reads of an estate of the fixtures. */
export async function collected(name: string, when: 'before' | 'after', plans: Plan[] = []): Promise<EvidenceSet> {
  const world = await openWorld(estateOf(name, when))
  const { whole } = await world.collect({}, undefined, plans.length === 0 ? null : overOf(plans))
  whole.collectedAt = '2026-11-27T04:00:00.000Z'
  return whole
}

/** What plans make of evidence while it is collected. */
export function overOf(plans: Plan[]): PlansOver {
  const snapshots = plans.filter(({ kind }) => kind === 'snapshot')
  return {
    over: (evidence) => overlay(evidence, plans).evidence,
    uncertain: snapshots.flatMap(({ changes }) => changes.map(({ id }) => id)),
  }
}
