import { afterAll, describe, expect, it } from 'vitest'
import { PlanError } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { readPlan } from '../../src/plan/read.ts'
import { closeClouds } from '../azure/world.ts'
import { options } from './builder.ts'
import { collected, fixture } from './estates.ts'

afterAll(closeClouds)

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** What may stand in a plan that somebody wrote, or that a tool of another version made. */
const odd: Json[] = [null, '', 'x', 7, true, [], {}, [null], ['x'], [{}], { x: 1 }]

/** Where values stand in a plan: its resources, and how they are configured. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Object.entries(value).flatMap(([name, each]) =>
    placesIn(each, [...path, Array.isArray(value) ? Number(name) : name]),
  )
  return [path, ...inside]
}

function withValue(plan: Json, path: (string | number)[], value: Json): Json {
  const copy = structuredClone(plan)
  const holder = path.slice(0, -1).reduce<Json>((at, name) => (at as Record<string, Json>)[name] as Json, copy)
  ;(holder as Record<string, Json>)[path.at(-1) as string] = value
  return copy
}

const told = ['resource_changes', 'configuration', 'prior_state', 'changes', 'potentialChanges', 'predictedResources']

describe.each([
  ['tf-new', 'plan.json'],
  ['tf-modify', 'plan.json'],
  ['tf-delete', 'plan.json'],
  ['tf-replace', 'plan.json'],
  ['tf-modules', 'plan.json'],
  ['tf-compute', 'plan.json'],
  ['tf-azapi', 'plan.json'],
  ['tf-access', 'plan.json'],
  ['whatif-group', 'whatif.json'],
  ['whatif-subscription', 'whatif.json'],
  ['bicep-snapshot', 'main.snapshot.json'],
])('an odd value anywhere in %s', (name, file) => {
  it('leaves a plan that can be laid over what is live, or ends with a sentence', async () => {
    const plan: Json = JSON.parse(fixture(name, file).toString())
    const live = await collected(name, 'before')
    const places = placesIn(plan).filter(([first], index) => index > 0 && told.includes(String(first)))
    // some of them, spread over the whole plan
    const step = Math.max(1, Math.floor(places.length / 1500))
    const untold = places
      .filter((_, index) => index % step === 0)
      .flatMap((path, index) => {
        const value = odd[index % odd.length] as Json
        const why = unexpected(withValue(plan, path, value), live)
        return why === null ? [] : [`${path.join('.')} = ${JSON.stringify(value)}: ${why}`]
      })
    expect(untold).toEqual([])
  })
})

/** What went wrong with a plan, other than that it is refused. */
function unexpected(plan: Json, live: Parameters<typeof overlay>[0]): string | null {
  try {
    const read = readPlan(Buffer.from(JSON.stringify(plan)), 'plan.json', options)
    overlay(live, [read])
    return read.changes.every(({ id, type }) => typeof id === 'string' && typeof type === 'string') ? null : 'odd ids'
  } catch (error) {
    return error instanceof PlanError ? null : String((error as Error).stack).slice(0, 300)
  }
}
