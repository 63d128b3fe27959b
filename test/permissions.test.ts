import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyAction, looking, type Need, needs } from '../scripts/needs.ts'
import { permissionsPage, type roleOf } from '../scripts/permissions-page.ts'
import type { Estate } from '../simulator/estate.ts'
import { demoEstate, fixDemo } from '../simulator/estates/demo.ts'
import { healthyEstate } from '../simulator/estates/healthy.ts'
import { oneEstate } from '../simulator/estates/one.ts'
import { rareEstate, rareTargets } from '../simulator/estates/rare.ts'
import { checklist } from '../src/checklist/index.ts'
import type { ResourceRecord } from '../src/evidence/records.ts'
import { parseResourceId } from '../src/evidence/resource-id.ts'
import { openWorkspace } from '../src/evidence/workspace/open.ts'
import type { Targets } from '../src/inputs/targets.ts'
import { evaluate } from '../src/judge/evaluate.ts'
import { resourceTypes, typeOfId } from '../src/resources/index.ts'
import { managementGroup } from '../src/resources/management-group.ts'
import { closeClouds } from './azure/world.ts'
import { allAsked, evidenceOf, ids } from './checklist/builder.ts'
import { scenes } from './checklist/scenes.ts'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/permissions.md'), 'utf8')
let found: Need[] = []

beforeAll(async () => {
  found = await needs()
})
afterAll(closeClouds)

const without = (action: string) => found.find((need) => need.action === action)

describe('the role on the page', () => {
  const { Actions } = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '') as ReturnType<typeof roleOf>

  it('holds every action that the code names, and no other', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    const code = files
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    const written = code.flatMap((text) => [...text.matchAll(/'(Microsoft\.[\w.]+\/[\w/]+\/read)'/g)].map(([, a]) => a))
    const listed = [managementGroup, ...Object.values(resourceTypes)].map(({ action }) => action)
    expect(Actions).toEqual([...new Set([...written, ...listed])].sort())
  })

  it('is covered by Reader', () => {
    expect(Actions.filter((action) => !/^Microsoft\.[\w.]+(\/\w+)+\/read$/.test(action))).toEqual([])
  })

  const estates: [string, Estate, Partial<Targets>?][] = [
    ['healthy', healthyEstate()],
    ['one', oneEstate()],
    ['rare', rareEstate(), rareTargets],
    ['demo', fixDemo(demoEstate())],
  ]
  it.each(estates)('lets everything be read: %s', async (_name, estate, targets) => {
    const { evidence, outcomes } = await (await looking(estate, targets))(Actions)
    const records = [...evidence.resources.values(), ...evidence.collections.values(), ...evidence.unseen]
    const reasons = records.map((record) => ('reason' in record ? record.reason : 'read'))
    expect(evidence.workspaces.length).toBeGreaterThan(0)
    expect(reasons.filter((reason) => reason !== 'read' && reason !== 'absent')).toEqual([])
    for (const { verdict } of outcomes.values())
      if (verdict.status === 'unknown') expect(['forbidden', 'not-visible']).not.toContain(verdict.reason)
  })
})

describe('without an action', () => {
  it('exactly the checks that the page lists are unknown', () => {
    expect(page).toBe(permissionsPage(found))
  })

  it('nothing is decided otherwise', () => {
    expect(found.flatMap(({ action, changed }) => changed.map((what) => `${action}: ${what}`))).toEqual([])
  })

  it('something is unknown, or there are no workspaces', () => {
    const silent = found.filter(({ blind, unknown }) => !blind && unknown.length === 0).map(({ action }) => action)
    expect(silent).toEqual([
      'Microsoft.Authorization/permissions/read',
      'Microsoft.Management/managementGroups/read',
      'Microsoft.Resources/subscriptions/read',
    ])
    expect(found.filter(({ blind }) => blind).map(({ action }) => action)).toEqual([
      'Microsoft.MachineLearningServices/workspaces/read',
    ])
  })

  it('the report names it, unless Azure leaves things out without a word', () => {
    // behind an Arc cluster that may not be read there is an endpoint, for which the cluster's own check names it
    const unnamed = found.flatMap(({ action, unnamed }) => (unnamed.length > 0 ? [[action, ...unnamed]] : []))
    expect(unnamed).toEqual([
      ['Microsoft.DocumentDB/databaseAccounts/read', 'metadata/resource-group'],
      ['Microsoft.Kubernetes/connectedClusters/read', 'endpoint/scoring-tls'],
      ['Microsoft.Search/searchServices/read', 'metadata/resource-group'],
      ['Microsoft.Storage/storageAccounts/read', 'metadata/resource-group'],
    ])
  })
})

/** What the record of a rule was read with; extensions of a cluster have ids of their own shape. */
function actionFor({ id, ...record }: ResourceRecord): string {
  const written = record.state === 'read' ? String(record.body.type).toLowerCase() : ''
  const type = [written, parseResourceId(id)?.type ?? '', typeOfId(id) ?? ''].find((each) => resourceTypes[each]) ?? ''
  return resourceTypes[type]?.action ?? `nothing reads ${id}`
}

it.each(Object.entries(scenes))('every record that a rule reads is among what its check needs: %s', (_name, scene) => {
  const options = { ...allAsked, ...scene.options }
  for (const profile of ['baseline', 'cmk-required'] as const) {
    for (const outcome of evaluate(checklist, openWorkspace(evidenceOf(scene), ids.workspace, profile, options))) {
      if (outcome.subject === null) continue
      for (const record of outcome.reads.records) {
        const { blind, unknown = [], unseen = [] } = without(actionFor(record)) ?? {}
        if (!blind) expect([...unknown, ...unseen], actionFor(record)).toContain(outcome.check.id)
      }
    }
  }
})

it('looks for every action that a type asks for', () => {
  expect(found.map(({ action }) => action)).toEqual(everyAction)
})
