import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { CloudResource, Estate } from '../../simulator/estate.ts'
import { estateOf, reader, subscriptionIds } from '../../simulator/estates/parts.ts'
import {
  change,
  cluster,
  commandJob,
  computeInstance,
  customService,
  shortened,
  storageAccount,
  workspace,
} from '../../simulator/templates.ts'
import type { Fault } from '../../simulator/traffic.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { policyOf } from '../checklist/builder.ts'
import { assess, report } from '../judged.ts'
import { closeClouds, openWorld, type World } from './world.ts'

afterEach(closeClouds)

const { production, platform } = subscriptionIds
const scope = { subscriptionId: production, resourceGroup: 'rg-test' }
const subscriptions = [production, platform].map((id) => ({ id, name: id }))
const mlw = workspace(scope, 'mlw-test')
const holding = (...resources: CloudResource[]): Estate => estateOf({ subscriptions, resources: [mlw, ...resources] })
const clusters = (count: number) => Array.from({ length: count }, (_, index) => cluster(mlw, `cpu-${index + 1}`))

// put together so that nobody who searches this repository finds a credential in it
const secret = ['correct', 'horse', 'battery'].join('-')
const leaking = { properties: { environmentVariables: { MODEL_API_KEY: secret } } }
const leaky = commandJob(mlw, 'leaky', leaking)
const clean = commandJob(mlw, 'clean')

const list = ({ collections }: EvidenceSet, segment: string) => collections.get(collectionKey.list(mlw.id, segment))
const namesIn = (evidence: EvidenceSet, segment: string) =>
  list(evidence, segment)?.ids.map((id) => id.split('/').at(-1) ?? '')

/** What a check says: `fail leaky`, `unknown timeout mlw-test`. */
function said(evidence: EvidenceSet, check: string): string[] {
  return report(evidence, mlw.id, policyOf('cmk-required'))
    .findings.filter((finding) => finding.check === check)
    .map(({ status, reason, resource }) => [status, reason, resource.split('/').at(-1)].filter(Boolean).join(' '))
    .sort()
}

const missingIn = (evidence: EvidenceSet) =>
  assess(evidence, policyOf('baseline'), { resourceGraph: 0, resourceManager: 0, throttled: 0 }).coverage.missing

const linkTo = (world: World, page: number, segment: string, root = mlw.id) =>
  `${world.cloud.urls.resourceManager}${root}/${segment}?api-version=2025-12-01&page=${page}`

/** Answers for a list with what `answer` makes of the number of the page, which stands in the link to it. */
function serve(world: World, segment: string, answer: (page: number) => unknown): void {
  let page = 0
  const match: Fault['match'] = ({ path, query }) => {
    if (!path.endsWith(`/${segment}`)) return false
    page = Number(query.page ?? 0)
    return true
  }
  world.cloud.faults.push({ kind: 'transform', match, transform: () => answer(page) })
}

/** These pages, each leading to the next. */
function servePages(world: World, segment: string, pages: unknown[], after: (world: World) => object = () => ({})) {
  serve(world, segment, (page) => ({
    value: pages[page],
    ...(page + 1 < pages.length ? { nextLink: linkTo(world, page + 1, segment) } : after(world)),
  }))
}

describe('a next page', () => {
  const elsewhere = mlw.id.replace(production, platform)
  it.each<[string, (world: World) => unknown, RegExp]>([
    ['in another subscription', (world) => linkTo(world, 1, 'computes', elsewhere), /out of this subscription/],
    [
      'in another subscription, by way of this one',
      (world) => linkTo(world, 1, 'computes', `/subscriptions/${production}/../${platform}/resourceGroups/rg-test`),
      /out of this subscription/,
    ],
    ['in none', (world) => `${world.cloud.urls.resourceManager}/providers/x?page=1`, /out of this subscription/],
    ['of another host', () => `https://example.com${mlw.id}/computes`, /another host \(example\.com\)/],
    ['without TLS', (world) => linkTo(world, 1, 'computes').replace('https:', 'http:'), /another host/],
    ['that is a number', () => 42, /is not an address/],
    ['that is an object', () => ({ href: 'https://example.com' }), /is not an address/],
    ['that is a list', () => [], /is not an address/],
    ['that is true', () => true, /is not an address/],
    ['that is not an address', () => 'http://[', /unexpected answer/],
  ])('%s is not asked for, and the list is not taken for whole', async (_, linkOf, message) => {
    const world = await openWorld(holding())
    servePages(world, 'computes', [clusters(2)], () => ({ nextLink: linkOf(world) }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({
      state: 'unreadable',
      reason: 'invalid-response',
      message: expect.stringMatching(message),
    })
    expect(namesIn(evidence, 'computes')).toEqual(['cpu-1', 'cpu-2'])
    expect(world.reads('/computes')).toHaveLength(1)
    expect(world.cloud.count('refused-host')).toBe(0)
  })

  it.each([null, ''])('%j is none', async (nextLink) => {
    const world = await openWorld(holding())
    servePages(world, 'computes', [clusters(2)], () => ({ nextLink }))
    expect(list((await world.collect()).evidence, 'computes')).toMatchObject({ state: 'read' })
  })

  it.each<[string, number, number]>([
    ['itself', 2, 4],
    ['the one before', 1, 4],
    ['the first', 0, 5],
  ])('that is %s: the list ends there', async (_, back, most) => {
    const world = await openWorld(holding())
    const pages = clusters(3).map((each) => [each])
    servePages(world, 'computes', pages, () => ({ nextLink: linkTo(world, back, 'computes') }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ reason: 'invalid-response' })
    expect(namesIn(evidence, 'computes')).toEqual(['cpu-1', 'cpu-2', 'cpu-3'])
    expect(world.reads('/computes').length).toBeLessThanOrEqual(most)
  })

  it.each<[string, CloudResource[]]>([
    ['nothing', []],
    ['the same', clusters(1)],
  ])('and another one, without end, each with %s: the list is given up', async (_, value) => {
    const world = await openWorld(holding())
    serve(world, 'computes', (page) => ({ value, nextLink: linkTo(world, page + 1, 'computes') }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({
      reason: 'invalid-response',
      message: expect.stringMatching(/does not end: 100 pages in a row brought nothing new/),
    })
    expect(world.reads('/computes').length).toBeLessThanOrEqual(102)
    expect(said(evidence, 'secrets/compute-environment')).toEqual(['unknown invalid-response mlw-test'])
  })

  it('is looked for behind empty ones', async () => {
    const world = await openWorld(holding())
    const [first = [], last = []] = clusters(2).map((each) => [each])
    servePages(world, 'computes', [[], first, ...Array.from({ length: 99 }, () => []), last])
    const { evidence } = await world.collect()
    expect(list(evidence, 'computes')).toMatchObject({ state: 'read' })
    expect(namesIn(evidence, 'computes')).toEqual(['cpu-1', 'cpu-2'])
  })
})

describe('a page that is none', () => {
  it.each<[string, unknown]>([
    ['no value', {}],
    ['null', { value: null }],
    ['an object', { value: {} }],
    ['a text', { value: 'none' }],
    ['items under another name', { items: [leaky] }],
  ])('%s: nobody knows what the list holds', async (_, page) => {
    const world = await openWorld(holding())
    serve(world, 'jobs', () => page)
    const { evidence } = await world.collect()
    expect(list(evidence, 'jobs')).toMatchObject({ state: 'unreadable', reason: 'invalid-response', ids: [] })
    expect(said(evidence, 'secrets/job-environment')).toEqual(['unknown invalid-response mlw-test'])
  })

  it('does not hide what stands beside it, or after it', async () => {
    const world = await openWorld(holding())
    servePages(world, 'jobs', [[clean], {}, [leaky]])
    const { evidence } = await world.collect()
    expect(namesIn(evidence, 'jobs')).toEqual(['clean', 'leaky'])
    expect(said(evidence, 'secrets/job-environment')).toEqual(['fail leaky', 'unknown invalid-response mlw-test'])
  })
})

describe('an item without an id', () => {
  it.each<[string, object]>([
    ['null', { id: null }],
    ['no text', { id: 7 }],
    ['blank', { id: ' ' }],
    ['left out, and the type with it', { id: undefined, type: undefined }],
    ['left out, and the name oddly cased', { id: undefined, name: 'LEAKY' }],
    ['left out, and the name with blanks around', { id: undefined, name: ' leaky ' }],
  ])('%s: its name says which it is', async (_, changes) => {
    const world = await openWorld(holding())
    serve(world, 'jobs', () => ({ value: [{ ...leaky, ...changes }, clean] }))
    const { evidence } = await world.collect()
    expect(list(evidence, 'jobs')).toMatchObject({ state: 'read' })
    expect(list(evidence, 'jobs')?.ids.map((id) => id.toLowerCase())).toEqual(
      [leaky.id, clean.id].map((id) => id.toLowerCase()),
    )
    expect(said(evidence, 'secrets/job-environment').join().toLowerCase()).toBe('fail leaky')
  })

  it('that comes again on the next page is there once', async () => {
    const world = await openWorld(holding())
    const bare = { ...leaky, id: undefined }
    servePages(world, 'jobs', [[bare], [leaky, bare]])
    const { evidence } = await world.collect()
    expect(list(evidence, 'jobs')).toEqual({ state: 'read', ids: [leaky.id] })
  })

  it.each([
    '../x',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a%2Fb',
  ])('and a name that leads elsewhere stays in the list: %s', async (name) => {
    const world = await openWorld(holding())
    serve(world, 'jobs', () => ({ value: [{ ...leaky, id: undefined, name }] }))
    const { evidence } = await world.collect()
    const [id = ''] = list(evidence, 'jobs')?.ids ?? []
    expect(id.slice(mlw.id.length)).toBe(`/jobs/${encodeURIComponent(name)}`)
    expect(said(evidence, 'secrets/job-environment')).toHaveLength(1)
  })

  it.each<[string, unknown]>([
    ['but an object without a name either', { properties: leaking.properties }],
    ['but a name that is not a text', { name: 7, properties: leaking.properties }],
    ['but an empty name', { name: ' ', properties: leaking.properties }],
    ['but null', null],
    ['but a text', 'leaky'],
    ['but a number', 7],
    ['but a list', [leaky]],
  ])('%s: that one is unknown, and the others are judged', async (_, item) => {
    const world = await openWorld(holding())
    servePages(world, 'jobs', [
      [clean, item],
      [{ ...leaky, name: 'later' }, item],
    ])
    const { evidence } = await world.collect()
    expect(list(evidence, 'jobs')).toMatchObject({ state: 'read' })
    expect(namesIn(evidence, 'jobs')).toEqual(['clean', 'item 2 of the list', 'leaky', 'item 4 of the list'])
    expect(said(evidence, 'secrets/job-environment')).toEqual([
      'fail leaky',
      'unknown invalid-response item 2 of the list',
      'unknown invalid-response item 4 of the list',
    ])
    expect(evidence.resources.get(`${mlw.id}/jobs/item 2 of the list`.toLowerCase())).toMatchObject({
      message: 'Of the jobs of mlw-test, item 2 of the list has neither an id nor a name.',
    })
    expect(world.reads('of the list')).toEqual([])
  })
})

describe('an item without properties', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['left out', undefined],
    ['a text', 'none'],
    ['a list', [leaking]],
    ['a number', 7],
    ['an empty object', {}],
  ])('%s: it is read on its own', async (_, properties) => {
    const world = await openWorld(holding(leaky))
    serve(world, 'jobs', () => ({ value: [{ ...leaky, properties }] }))
    const { evidence } = await world.collect()
    expect(said(evidence, 'secrets/job-environment')).toEqual(['fail leaky'])
    expect(world.reads('/jobs/leaky')).toHaveLength(1)
  })

  it('that has none on its own either is unknown, and the others are judged', async () => {
    const world = await openWorld(holding())
    const empty = { ...leaky, properties: {} }
    serve(world, 'jobs', () => ({ value: [empty, clean] }))
    serve(world, 'jobs/leaky', () => empty)
    const { evidence } = await world.collect()
    expect(said(evidence, 'secrets/job-environment')).toEqual(['unknown invalid-response leaky'])
    expect(namesIn(evidence, 'jobs')).toEqual(['leaky', 'clean'])
  })
})

describe('names that differ only by case', () => {
  const shouting = { ...leaky, id: clean.id.replace(/clean$/, 'CLEAN'), name: 'CLEAN' }

  it.each<[string, unknown[]]>([
    ['on a page', [[clean, shouting]]],
    ['on two', [[clean], [shouting], []]],
  ])('%s: the second one was not judged, and that is said', async (_, pages) => {
    const world = await openWorld(holding())
    servePages(world, 'jobs', pages)
    const { evidence } = await world.collect()
    expect(namesIn(evidence, 'jobs')).toEqual(['clean'])
    expect(list(evidence, 'jobs')).toMatchObject({
      reason: 'unrecognised-value',
      message: expect.stringContaining('(clean, CLEAN)'),
    })
    expect(said(evidence, 'secrets/job-environment')).toEqual(['unknown unrecognised-value mlw-test'])
  })

  it('are the same name when only the path before them differs', async () => {
    const world = await openWorld(holding())
    const other = { ...clean, id: clean.id.replace('resourceGroups/rg-test', 'resourcegroups/RG-Test') }
    servePages(world, 'jobs', [[clean], [other]])
    const { evidence } = await world.collect()
    expect(list(evidence, 'jobs')).toEqual({ state: 'read', ids: [clean.id] })
  })
})

describe('a list that fails on its third page', () => {
  const notFound = { error: { code: 'NotFound', message: 'Gone.' } }
  const failures: [string, Fault, string][] = [
    ['500, again and again', { kind: 'status', status: 500 }, 'invalid-response'],
    ['the connection is reset', { kind: 'reset' }, 'invalid-response'],
    ['half an answer', { kind: 'truncate' }, 'invalid-response'],
    ['half of the JSON', { kind: 'malformed', body: '{"value":[{"id":"/subscr' }, 'invalid-response'],
    ['no JSON', { kind: 'malformed' }, 'invalid-response'],
    ['403', { kind: 'status', status: 403, body: {} }, 'forbidden'],
    ['404', { kind: 'status', status: 404, body: notFound }, 'api-unsupported'],
    ['404 of somebody else', { kind: 'status', status: 404, body: '<html>' }, 'invalid-response'],
    ['429 for ever', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }, 'throttled'],
  ]
  const onThird = (fault: Fault): Fault => ({
    ...fault,
    match: ({ path, query }) => path.endsWith('/jobs') && query.page === '2',
  })

  it.each(failures)('%s: what was found fails, and the rest is unknown', async (_, fault, reason) => {
    const world = await openWorld(holding())
    world.cloud.faults.push(onThird(fault))
    servePages(world, 'jobs', [[leaky], [clean], []])
    const { evidence } = await world.collect()
    expect(said(evidence, 'secrets/job-environment')).toEqual(['fail leaky', `unknown ${reason} mlw-test`])
    expect(said(evidence, 'secrets/job-names')).toEqual([`unknown ${reason} mlw-test`])
  })

  it.each(failures)('%s: nothing found is not nothing there', async (_, fault, reason) => {
    const world = await openWorld(holding())
    world.cloud.faults.push(onThird(fault))
    servePages(world, 'jobs', [[clean], [], []])
    const { evidence } = await world.collect()
    expect(said(evidence, 'secrets/job-environment')).toEqual([`unknown ${reason} mlw-test`])
    expect(missingIn(evidence)).toContainEqual(expect.objectContaining({ resource: `${mlw.id}/jobs`, reason }))
  })
})

describe('a limit', () => {
  it.each<[string, CloudResource[], string[]]>([
    ['a secret before it', [leaky, clean, clean], ['fail leaky']],
    ['a secret behind it', [clean, clean, leaky], ['unknown truncated mlw-test']],
  ])('%s', async (_, [first, second, third], expected) => {
    const world = await openWorld(holding())
    const named = [first, second, third].map((job, at) => (job === leaky ? leaky : { ...job, id: `${job?.id}-${at}` }))
    servePages(
      world,
      'jobs',
      named.map((job) => [job]),
    )
    const { evidence } = await world.collect({}, { jobsPerWorkspace: 2, encryptionScopes: false })
    expect(world.reads('/jobs')).toHaveLength(2)
    expect(said(evidence, 'secrets/job-environment')).toEqual(expected)
  })
})

describe('a second read that fails leaves a gap, and nothing passes for it', () => {
  const labelling = computeInstance(mlw, 'ci', {
    properties: { properties: { customServices: [customService('rstudio', { PASSWORD: secret })] } },
  })

  function withShortCompute(): Estate {
    const estate = holding(labelling)
    const entry = estate.entries.find(({ resource }) => resource.name === 'ci')
    if (entry) entry.listed = { properties: change(structuredClone(entry.resource), shortened).properties }
    return estate
  }

  it.each<[string, Fault[], string, string]>([
    ['read', [], 'fail ci', 'pass ci'],
    ['forbidden', [{ kind: 'status', status: 403, body: {} }], 'unknown forbidden ci', 'unknown forbidden ci'],
    ['down', [{ kind: 'status', status: 503 }], 'unknown invalid-response ci', 'unknown invalid-response ci'],
  ])('of a compute that the list shows in short: %s', async (_, faults, environment, login) => {
    const world = await openWorld(withShortCompute())
    world.cloud.faults.push(
      ...faults.map((fault) => ({ ...fault, match: ({ path }: { path: string }) => path.endsWith('/ci') })),
    )
    const { evidence } = await world.collect()
    expect(said(evidence, 'secrets/compute-environment')).toEqual([environment])
    expect(said(evidence, 'compute/remote-login')).toEqual([login])
    expect(missingIn(evidence).filter(({ resource }) => resource === labelling.id)).toMatchObject(
      faults.length > 0 ? [{ usedBy: [mlw.id] }] : [],
    )
    expect(world.reads('/computes/ci').length).toBe(environment.includes('invalid') ? 4 : 1)
  })

  const account = storageAccount(scope, 'sttest')
  const using = workspace(scope, 'mlw-test', { properties: { storageAccount: account.id } })
  const long = '2020-01-01T00:00:00Z'

  function rotating(keyCreationTime: unknown): Estate {
    const properties = { allowSharedKeyAccess: true, keyPolicy: { keyExpirationPeriodInDays: 90 } }
    const estate = estateOf({ subscriptions, resources: [using, account].map((each) => structuredClone(each)) })
    for (const { resource } of estate.entries)
      if (resource.name === 'sttest') change(resource, { properties: { ...properties, keyCreationTime } as object })
    return estate
  }

  it.each<[string, unknown, boolean, string]>([
    ['never rotated, and that was read', null, false, 'fail sttest'],
    ['not shown, and not read', null, true, 'unknown forbidden sttest'],
    ['one of two not shown', { key1: null, key2: '2099-01-01T00:00:00Z' }, true, 'unknown forbidden sttest'],
    ['one of two not shown, and the other too old', { key1: null, key2: long }, true, 'fail sttest'],
  ])('of the ages of account keys: %s', async (_, times, isRefused, expected) => {
    const world = await openWorld(rotating(times))
    const match = ({ path }: { path: string }) => path.endsWith('/sttest')
    if (isRefused) world.cloud.faults.push({ kind: 'status', status: 403, body: {}, match })
    const { evidence } = await world.collect()
    evidence.collectedAt = '2026-11-24T00:00:00.000Z'
    expect(said(evidence, 'storage/shared-key')).toEqual([expected])
    expect(world.reads('/sttest')).toHaveLength(1)
    if (expected.startsWith('unknown'))
      expect(missingIn(evidence)).toContainEqual(
        expect.objectContaining({ resource: account.id, action: 'Microsoft.Storage/storageAccounts/read' }),
      )
  })
})

describe('an older api-version', () => {
  const type = 'microsoft.machinelearningservices/workspaces'

  it.each<[string[], string]>([
    [['2025-12-01'], 'fail mlw-test'],
    [['2025-06-01'], 'fail mlw-test'],
    [['2024-10-01'], 'unknown api-unsupported mlw-test'],
    [['2030-01-01'], 'unknown api-unsupported mlw-test'],
  ])('%j: what it cannot show is not absent: %s', async (versions, expected) => {
    const estate = holding()
    for (const entry of estate.entries) {
      change(entry.resource, { properties: { systemDatastoresAuthMode: undefined } })
      entry.indexedApiVersion = '2024-10-01'
    }
    estate.apiVersions = { [type]: versions }
    const { evidence } = await (await openWorld(estate)).collect()
    expect(said(evidence, 'secrets/system-datastores')).toEqual([expected])
  })
})

it('no value that may be secret is in the evidence, the report or the log, whatever becomes of the list', async () => {
  const estate = holding()
  estate.identity.roles = [reader(`/subscriptions/${production}`)]
  const world = await openWorld(estate)
  const odd = { ...leaky, id: `${leaky.id}-2`, properties: { ...leaking.properties, displayName: 7 } }
  servePages(world, 'jobs', [[leaky, { properties: leaking.properties }], [odd]], () => ({
    nextLink: `https://x/${secret}`,
  }))
  const { evidence, said: log } = await world.collect()
  expect(namesIn(evidence, 'jobs')).toEqual(['leaky', 'item 2 of the list', 'leaky-2'])
  const shown = report(evidence, mlw.id, policyOf('baseline'))
  for (const text of [
    ...evidence.resources.values(),
    ...evidence.collections.values(),
    shown,
    log,
    missingIn(evidence),
  ])
    expect(JSON.stringify(text)).not.toContain(secret)
})

it('however a list is cut into pages, and however they overlap, the evidence is the same', async () => {
  const all = clusters(7)
  const world = await openWorld(holding(...all))
  const whole = (await world.collect()).evidence
  const cut = fc.array(fc.record({ take: fc.nat({ max: 4 }), again: fc.nat({ max: 3 }) }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(cut, async (cuts) => {
      const pages: unknown[] = []
      let at = 0
      for (const { take, again } of cuts) {
        pages.push(all.slice(Math.max(0, at - again), at + take))
        at = Math.min(all.length, at + take)
      }
      world.cloud.faults.length = 0
      servePages(world, 'computes', [...pages, all.slice(at)])
      const before = world.reads('/computes').length
      const { evidence } = await world.collect()
      expect(evidence).toEqual(whole)
      expect(world.reads('/computes').length - before).toBe(pages.length + 1)
    }),
    { numRuns: 40 },
  )
})
