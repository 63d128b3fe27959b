import { describe, expect, it } from 'vitest'
import type { Estate } from '../../../simulator/estate.ts'
import { carelessEstate } from '../../../simulator/estates/careless.ts'
import { demoEstate, demoIds, fixDemo } from '../../../simulator/estates/demo.ts'
import { healthyEstate, healthyIds } from '../../../simulator/estates/healthy.ts'
import { oneEstate, oneIds } from '../../../simulator/estates/one.ts'
import { resourceOf } from '../../../simulator/estates/parts.ts'
import { portalEstate, portalIds } from '../../../simulator/estates/portal.ts'
import { scaleEstate, scaleIds } from '../../../simulator/estates/scale.ts'

const size = { workspaces: 250, subscriptions: 7 }

const estates: Record<string, () => Estate> = {
  demo: demoEstate,
  'demo, fixed': () => fixDemo(demoEstate()),
  portal: portalEstate,
  healthy: healthyEstate,
  careless: carelessEstate,
  one: oneEstate,
  scale: () => scaleEstate(size),
  'scale, shared vault': () => scaleEstate({ ...size, sharedVault: true }),
}

/** Every text anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([property, each]) => [property, ...textsIn(each)])
}

const resourcePattern = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/./i
const keyPattern = /^https:\/\/([^/:]+)(?::443)?\/keys\/([^/]+)(?:\/([0-9a-f]{32}))?$/

const idsIn = (estate: Estate) => estate.entries.map(({ resource }) => resource.id.toLowerCase())

const referencesIn = (estate: Estate) =>
  estate.entries
    .flatMap(({ resource }) => textsIn(resource))
    .filter((text) => resourcePattern.test(text))
    .filter((text) => !/\/roleDefinitions\//.test(text))
    .map((text) => text.toLowerCase())

function keysIn(estate: Estate) {
  const vaults = estate.entries
    .map(({ resource }) => resource)
    .filter(({ type }) => type === 'Microsoft.KeyVault/vaults')
  return estate.entries
    .flatMap(({ resource }) => textsIn(resource))
    .flatMap((text) => {
      const [, host, key, version] = keyPattern.exec(text) ?? []
      if (!host) return []
      const vault = vaults.find(({ name }) => host === `${name}.vault.azure.net`)?.id ?? `nobody's ${host}`
      return `${vault}/keys/${key}${version ? `/versions/${version}` : ''}`.toLowerCase()
    })
}

describe.each(Object.entries(estates))('the estate %s', (_, make) => {
  const estate = make()
  const ids = new Set(idsIn(estate))

  it('has every id once', () => {
    expect(idsIn(estate)).toHaveLength(ids.size)
  })

  it('has every resource that another one names', () => {
    expect([...new Set(referencesIn(estate))].filter((id) => !ids.has(id))).toEqual([])
  })

  it('has every key and key version that a resource names', () => {
    expect([...new Set(keysIn(estate))].filter((id) => !ids.has(id))).toEqual([])
  })

  it('has the managed group of every workspace that names one', () => {
    const groups = estate.entries
      .map(({ resource }) => (resource.properties as Record<string, unknown>).serviceProvisionedResourceGroup)
      .filter((group) => typeof group === 'string')
    expect(groups.filter((group) => ![...ids].some((id) => id.includes(`/${group.toLowerCase()}/`)))).toEqual([])
  })

  it('names only subscriptions that it lists', () => {
    const listed = new Set(estate.subscriptions.map(({ id }) => id))
    const within = [...ids].filter((id) => !id.startsWith('/providers/microsoft.management/'))
    expect(within.map((id) => id.split('/')[2] ?? '').filter((id) => !listed.has(id))).toEqual([])
  })

  it('survives a round trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(estate))).toEqual(estate)
  })

  it('is fresh each time', () => {
    expect(make()).not.toBe(estate)
    expect(make().entries[0]?.resource).not.toBe(estate.entries[0]?.resource)
  })
})

describe('ids for tests', () => {
  it.each([
    [demoEstate(), demoIds],
    [portalEstate(), portalIds],
    [healthyEstate(), healthyIds],
    [oneEstate(), oneIds],
    [scaleEstate(size), scaleIds(42, size)],
  ])('are in their estate', (estate, ids) => {
    for (const id of Object.values(ids)) expect(() => resourceOf(estate, id)).not.toThrow()
  })
})

describe('the demo', () => {
  const readable = (estate: Estate, id: string) =>
    estate.identity.roles.some(({ scope }) => id.toLowerCase().startsWith(scope.toLowerCase()))

  it('hides what other teams keep to themselves, until it is fixed', () => {
    const hiddenIn = (estate: Estate) =>
      estate.entries
        .filter(({ resource }) => !resource.type.startsWith('Microsoft.KeyVault/vaults/keys'))
        // nobody here sees what is assigned to a management group
        .filter(({ resource }) => resource.id.startsWith('/subscriptions/'))
        .filter(({ resource }) => !readable(estate, resource.id))
        .map(({ resource }) => resource.name)
    expect(hiddenIn(demoEstate()).filter((name) => !/^[\da-f-]{36}$/.test(name ?? ''))).toEqual([
      'kv-data-lake',
      'stcamerafootage',
      'crcontososhared',
      'kv-research',
      'law-security',
    ])
    expect(hiddenIn(fixDemo(demoEstate()))).toEqual([])
  })

  it('turns on what was off', () => {
    const estate = fixDemo(demoEstate())
    expect(resourceOf(estate, demoIds.fraudCmkVault).properties).toMatchObject({ enablePurgeProtection: true })
    expect(resourceOf(estate, demoIds.researchStorage).properties).toMatchObject({ minimumTlsVersion: 'TLS1_2' })
  })
})

describe('the large estate', () => {
  it('is the same for the same size', () => {
    expect(scaleEstate(size)).toEqual(scaleEstate(size))
  })

  it('has the resources it says', () => {
    const count = (type: string, estate: Estate) =>
      estate.entries.filter(({ resource }) => resource.type.endsWith(type)).length
    const own = scaleEstate({ workspaces: 200, subscriptions: 2 })
    const shared = scaleEstate({ workspaces: 200, subscriptions: 2, sharedVault: true })
    expect(count('LearningServices/workspaces', own)).toBe(200)
    expect(count('/registries', own)).toBe(20)
    expect(count('OperationalInsights/workspaces', own)).toBe(2)
    expect([count('/vaults', own), count('/vaults', shared)]).toEqual([200, 2])
  })
})
