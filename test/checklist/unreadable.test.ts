import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Estate } from '../../simulator/estate.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import { healthyEstate } from '../../simulator/estates/healthy.ts'
import { oneEstate } from '../../simulator/estates/one.ts'
import { portalEstate } from '../../simulator/estates/portal.ts'
import { rareEstate, rareTargets } from '../../simulator/estates/rare.ts'
import { noConfig } from '../../src/config/model.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { Targets } from '../../src/inputs/targets.ts'
import type { Outcome } from '../../src/judge/evaluate.ts'
import { depthOf } from '../../src/scan/evidence.ts'
import { closeClouds, openWorld } from '../azure/world.ts'
import { greener, judgedIn, without } from './greener.ts'

const estates: [name: string, Estate, Partial<Targets>?][] = [
  ['demo', demoEstate()],
  ['healthy', healthyEstate()],
  ['one', oneEstate()],
  ['rare', rareEstate(), rareTargets],
  ['portal', portalEstate()],
]

interface Scanned {
  evidence: EvidenceSet
  before: Map<string, Outcome[]>
  /** of everything that was read; a workspace that cannot be read is not judged, and the run incomplete */
  keys: string[]
}

const scanned = new Map<string, Scanned>()

beforeAll(async () => {
  for (const [name, estate, targets] of estates) {
    const { evidence } = await (await openWorld(estate)).collect(targets, {
      ...depthOf(noConfig),
      encryptionScopes: true,
    })
    const judged = new Set(evidence.workspaces.map(idKey))
    const keys = [...evidence.resources.keys(), ...evidence.collections.keys()].filter((key) => !judged.has(key))
    const before = new Map(evidence.workspaces.map((id) => [id, judgedIn(evidence, id)]))
    scanned.set(name, { evidence, before, keys })
  }
})
afterAll(closeClouds)

function greenerWithout({ evidence, before }: Scanned, hidden: string[]): string[] {
  const less = without(evidence, hidden)
  return evidence.workspaces.flatMap((id) =>
    greener(before.get(id) ?? [], judgedIn(less, id)).map((what) => `${what} in ${id} without ${hidden.join(', ')}`),
  )
}

describe.each(estates.map(([name]) => name))('in the estate %s', (name) => {
  const estate = () => scanned.get(name) as Scanned

  it('nothing gets greener when any one thing may not be read', () => {
    expect(estate().keys.length).toBeGreaterThan(20)
    expect(estate().keys.flatMap((key) => greenerWithout(estate(), [key]))).toEqual([])
  })

  it('nothing gets greener when two things may not be read', () => {
    const pair = fc.uniqueArray(fc.constantFrom(...estate().keys), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(pair, (hidden) => {
        expect(greenerWithout(estate(), hidden)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
