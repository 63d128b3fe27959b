import { afterAll, describe, expect, it } from 'vitest'
import { dressed, habits } from '../../../simulator/dress.ts'
import type { Estate } from '../../../simulator/estate.ts'
import { carelessEstate } from '../../../simulator/estates/careless.ts'
import { demoEstate, fixDemo } from '../../../simulator/estates/demo.ts'
import { healthyEstate } from '../../../simulator/estates/healthy.ts'
import { oneEstate } from '../../../simulator/estates/one.ts'
import { portalEstate } from '../../../simulator/estates/portal.ts'
import { rareEstate, rareTargets } from '../../../simulator/estates/rare.ts'
import { scaleEstate } from '../../../simulator/estates/scale.ts'
import { noConfig } from '../../../src/config/model.ts'
import { scopesCheck } from '../../../src/config/rules.ts'
import type { EvidenceSet } from '../../../src/evidence/records.ts'
import { idKey } from '../../../src/evidence/resource-id.ts'
import type { Targets } from '../../../src/inputs/targets.ts'
import type { Profile } from '../../../src/model.ts'
import { depthOf } from '../../../src/scan/evidence.ts'
import { closeClouds, openWorld, type World } from '../../azure/world.ts'
import { policyOf } from '../../checklist/builder.ts'
import { assess, report, toConfirm } from '../../judged.ts'

afterAll(closeClouds)

const now = Date.now()

interface Scene {
  estate: Estate
  targets?: Partial<Targets>
}

const scenes = {
  demo: { estate: demoEstate(now) },
  'demo, fixed': { estate: fixDemo(demoEstate(now)) },
  portal: { estate: portalEstate() },
  healthy: { estate: healthyEstate(now) },
  one: { estate: oneEstate(now) },
  rare: { estate: rareEstate(now), targets: rareTargets },
  careless: { estate: carelessEstate() },
  scale: { estate: scaleEstate({ workspaces: 12, subscriptions: 2 }) },
  'scale, shared vault': { estate: scaleEstate({ workspaces: 12, subscriptions: 2, sharedVault: true }) },
} satisfies Record<string, Scene>

const config = { ...noConfig, enable: [scopesCheck] }
const depth = depthOf(config)

/** One cloud for all: what it answers from is swapped. */
let world: World | undefined

/** What a run says of an estate in both profiles, a line for each finding; failures are read once more, as a run does. */
async function verdicts({ estate, targets }: Scene): Promise<string[]> {
  world ??= await openWorld(estate)
  world.cloud.estate = estate
  const { evidence, confirm } = await world.collect(targets, depth)
  await confirm(toConfirm(evidence, policyOf('cmk-required'), 200, config))
  return (['baseline', 'cmk-required'] as const).flatMap((profile) => judged(evidence, profile))
}

function judged(evidence: EvidenceSet, profile: Profile): string[] {
  const policy = policyOf(profile)
  const { conclusion, coverage } = assess(
    evidence,
    policy,
    { resourceGraph: 0, resourceManager: 0, throttled: 0 },
    config,
  )
  const lines = evidence.workspaces.flatMap((id) => {
    const { name, cmkArchitecture, others, findings } = report(evidence, id, policy, config)
    return [
      `${name} ${cmkArchitecture} ${JSON.stringify(others)}`,
      ...findings.map(({ check, resource, status, severity, reason }) =>
        [name, check, idKey(resource), status, severity, reason].join(' '),
      ),
    ]
  })
  return [`${profile} ${conclusion} ${coverage.missing.length} missing`, ...lines.toSorted()]
}

const plain = new Map<Scene, string[]>()

/** What the estate is judged as when Azure answers as its examples do. */
async function expected(scene: Scene): Promise<string[]> {
  const known = plain.get(scene) ?? (await verdicts(scene))
  plain.set(scene, known)
  return known
}

const isWorn = (name: string, { estate }: Scene) =>
  JSON.stringify(dressed(estate, [name])) !== JSON.stringify(dressed(estate, []))

describe('an estate in recorded dress has the verdicts that it has in plain dress', () => {
  it.each(Object.entries<Scene>(scenes))('%s', async (_, scene) => {
    const all = { ...scene, estate: dressed(scene.estate) }
    expect(await verdicts(all)).toEqual(await expected(scene))
  })
})

it('in schedules without ids, as Azure lists them, connection strings are found', async () => {
  const [conclusion, ...lines] = await verdicts({ estate: dressed(scenes.careless.estate) })
  expect(conclusion).toMatch(/^baseline fail /)
  for (const name of ['weekly', 'monthly'])
    expect(lines).toContainEqual(
      expect.stringMatching(new RegExp(`^mlw-careless secrets/schedule-environment .*/schedules/${name} fail high `)),
    )
})

describe.each(['demo', 'one'] as const)('%s, with one habit alone', (name) => {
  const scene: Scene = scenes[name]
  const own = Object.keys(habits).filter((habit) => isWorn(habit, scene))

  it.each(own)('%s', async (habit) => {
    expect(await verdicts({ ...scene, estate: dressed(scene.estate, [habit]) })).toEqual(await expected(scene))
  })
})

describe('the dress', () => {
  it.each(Object.keys(habits))('is worn somewhere: %s', (name) => {
    expect(Object.values<Scene>(scenes).filter((scene) => isWorn(name, scene))).not.toEqual([])
  })

  it('is the same each time', () => {
    expect(dressed(scenes.demo.estate)).toEqual(dressed(scenes.demo.estate))
  })

  it('leaves the estate that it was made for as it is', () => {
    const before = JSON.stringify(scenes.one.estate)
    dressed(scenes.one.estate)
    expect(JSON.stringify(scenes.one.estate)).toBe(before)
  })

  it('leads through pages that providers number and name in their own ways', async () => {
    await verdicts({ estate: dressed(scenes.demo.estate) })
    const links = (world?.sent('resource-manager') ?? []).map(({ query }) => query)
    expect(links.filter(({ $skipToken }) => $skipToken === btoa('1'))).not.toEqual([])
    expect(links.filter(({ $maxpagesize }) => $maxpagesize !== undefined)).not.toEqual([])
  })
})
