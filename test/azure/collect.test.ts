import { afterEach, describe, expect, it } from 'vitest'
import type { CloudResource, Estate, EstateEntry } from '../../simulator/estate.ts'
import { demoEstate, demoIds } from '../../simulator/estates/demo.ts'
import { healthyEstate, healthyIds } from '../../simulator/estates/healthy.ts'
import { oneEstate, oneIds } from '../../simulator/estates/one.ts'
import {
  cryptoUser,
  estateOf,
  reader,
  resourceOf,
  subscriptionIds,
  vaultWithKey,
} from '../../simulator/estates/parts.ts'
import { portalEstate, portalIds } from '../../simulator/estates/portal.ts'
import { scaleEstate } from '../../simulator/estates/scale.ts'
import {
  bringYourOwnKey,
  change,
  cosmosDbAccount,
  databricksCompute,
  databricksWorkspace,
  hexOf,
  keyVault,
  keyWithVersion,
  managedHsm,
  managedHsmKey,
  roleAssignment,
  roles,
  searchService,
  serviceSideKey,
  storageAccount,
  storageKey,
  systemPrincipalOf,
  uses,
  vaultKeyVersion,
  workspace,
} from '../../simulator/templates.ts'
import type { Fault } from '../../simulator/traffic.ts'
import { createReader } from '../../src/azure/reader/reader.ts'
import { childLists } from '../../src/evidence/children.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import type { EvidenceSet, ReadRecord } from '../../src/evidence/records.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { workspaceTarget } from '../../src/inputs/targets.ts'
import { closeClouds, openWorld, type World } from './world.ts'

afterEach(closeClouds)

const { production, platform } = subscriptionIds
const scope = { subscriptionId: production, resourceGroup: 'rg-test' }
const elsewhere = { subscriptionId: platform, resourceGroup: 'rg-keys' }
const subscriptions = [production, platform].map((id) => ({ id, name: id }))
const estate = (...resources: CloudResource[]): Estate => estateOf({ subscriptions, resources })

const entryOf = (from: Estate, id: string): EstateEntry => {
  const found = from.entries.find(({ resource }) => idKey(resource.id) === idKey(id))
  if (!found) throw new Error(`no ${id}`)
  return found
}

const without = (from: Estate, ...ids: string[]): Estate => {
  const gone = new Set(ids.map(idKey))
  from.entries = from.entries.filter(({ resource }) => !gone.has(idKey(resource.id)))
  return from
}

const properties = (...changes: Record<string, unknown>[]) => ({ properties: Object.assign({}, ...changes) })
const read = { state: 'read' }
const onManager = (fault: Fault, ending: string): Fault => ({
  ...fault,
  match: ({ kind, path }) => kind === 'resource-manager' && path.toLowerCase().endsWith(ending.toLowerCase()),
})

/** The group that holds the metadata of the one workspace. */
const groupOf = (from: Estate) => {
  const name = String(valueAt(resourceOf(from, oneIds.workspace), 'properties.serviceProvisionedResourceGroup'))
  return `/subscriptions/${production}/resourceGroups/${name}`
}
const storesOf = (from: Estate) => {
  const group = groupOf(from)
  return from.entries.map(({ resource }) => resource.id).filter((id) => idKey(id).startsWith(`${idKey(group)}/`))
}

describe('links', () => {
  it('everything behind a workspace is read, across subscriptions', async () => {
    const one = oneEstate()
    const { at, evidence, said } = await (await openWorld(one)).collect()
    expect(evidence.workspaces).toEqual([oneIds.workspace])
    for (const id of [...Object.values(oneIds).filter((id) => id !== oneIds.identity), ...storesOf(one)])
      expect(at(id), id).toMatchObject(read)
    expect([...evidence.resources.values()].filter(({ state }) => state !== 'read')).toEqual([])
    expect([...evidence.collections.values()].filter(({ state }) => state !== 'read')).toEqual([])
    expect(evidence.subscriptions).toEqual([{ id: production, visible: true }])
    expect(evidence.unseen).toEqual([])
    expect(said).toEqual([
      '1 workspace',
      expect.stringMatching(/^\d+ resources and \d+ collections, in \d+ queries and \d+ reads$/),
    ])
  })

  it('fifty workspaces share one vault and one key: each is read once', async () => {
    const keys = vaultWithKey(elsewhere, 'kv-shared', 'cmk', Date.now())
    const vault = keyVault(scope, 'kv-own')
    const all = Array.from({ length: 50 }, (_, index) =>
      workspace(scope, `mlw-${index}`, uses({ keyVault: vault }), serviceSideKey(keys.key)),
    )
    const access = all
      .map(systemPrincipalOf)
      .flatMap((principal) => [
        roleAssignment(vault.id, roles.keyVaultAdministrator, principal),
        cryptoUser(keys.vault.id, principal),
      ])
    const world = await openWorld(estate(...all, vault, ...keys.resources, ...access))
    const { evidence } = await world.collect()
    expect(evidence.workspaces).toHaveLength(50)
    expect(world.reads('/keys/cmk')).toHaveLength(1)
    // a key, three providers, what the identity may do in the group, and five lists
    expect(world.sent('resource-manager')).toHaveLength(1 + 3 + 1 + 50 * 5)
    expect(world.queries().filter((text) => text.includes('kv-own'))).toHaveLength(1)
    expect(world.queries().filter((text) => text.includes('kv-shared'))).toHaveLength(1)
  })

  it('what no type declares stays unread, and nothing else is followed from there', async () => {
    const odd = `/subscriptions/${production}/resourceGroups/rg-test/providers/Microsoft.Sql/servers/sql`
    const world = await openWorld(estate(workspace(scope, 'mlw', properties({ storageAccount: odd }))))
    const { at } = await world.collect()
    expect(at(odd)).toMatchObject({ state: 'unreadable', reason: 'unrecognised-value', action: null })
    expect(world.queries().join()).not.toContain('Microsoft.Sql')
  })

  it.each([
    "'; drop",
    '/subscriptions/x/y',
    `/subscriptions/${production}/resourceGroups/a' or 1==1/providers/Microsoft.Storage/storageAccounts/x`,
    `/subscriptions/${production}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a"b`,
    'https://example.com/x',
  ])('a malformed reference is never put into a query: %s', async (reference) => {
    const world = await openWorld(estate(workspace(scope, 'mlw', properties({ storageAccount: reference }))))
    const { at } = await world.collect()
    expect(at(reference)).toMatchObject({
      state: 'unreadable',
      reason: 'unrecognised-value',
      message: expect.stringContaining('not a resource id'),
    })
    expect(world.queries().filter((text) => text.includes(reference))).toEqual([])
    expect(world.queries()).toHaveLength(2)
  })

  it('ids without a slash, with one too many, in lower case, with spaces around', async () => {
    const account = storageAccount(scope, 'stown')
    const vault = keyVault(scope, 'kv-own')
    const odd = properties({ storageAccount: ` ${account.id.slice(1)}/`, keyVault: vault.id.toLowerCase() })
    const world = await openWorld(estate(workspace(scope, 'mlw', odd), account, vault))
    const { at } = await world.collect()
    expect(at(account.id)).toMatchObject({ ...read, id: account.id, source: 'resource-graph' })
    expect(at(vault.id)).toMatchObject({ ...read, id: vault.id, source: 'resource-graph' })
  })

  it('an empty id is none', async () => {
    const world = await openWorld(
      estate(
        workspace(
          scope,
          'mlw',
          properties({
            storageAccount: '',
            encryption: { status: 'Disabled', keyVaultProperties: { keyVaultArmId: '', keyIdentifier: '' } },
          }),
        ),
      ),
    )
    expect((await world.collect()).evidence.resources.size).toBe(4)
  })

  it('a key that is not in use is not followed', async () => {
    const keys = vaultWithKey(elsewhere, 'kv-old', 'cmk', Date.now())
    const off = workspace(scope, 'mlw', serviceSideKey(keys.key), {
      properties: { encryption: { status: 'Disabled' } },
    })
    const { at } = await (await openWorld(estate(off, ...keys.resources))).collect()
    expect(at(keys.vault.id)).toBeUndefined()
  })
})

describe('what is missing', () => {
  const unindexed = (from: Estate) => {
    entryOf(from, portalIds.storageAccount).indexed = null
  }
  const denied = (from: Estate) => {
    from.identity.denials = [{ scope: portalIds.storageAccount, actions: ['*'] }]
  }

  it.each<[string, Fault | null, (from: Estate) => void, object]>([
    [
      '404',
      null,
      (from) => without(from, portalIds.storageAccount),
      { state: 'absent', reason: 'absent', action: null, scope: null },
    ],
    [
      '403',
      null,
      denied,
      {
        state: 'unreadable',
        reason: 'forbidden',
        action: 'Microsoft.Storage/storageAccounts/read',
        scope: portalIds.storageAccount,
      },
    ],
    [
      '429 for ever',
      { kind: 'status', status: 429, body: {} },
      unindexed,
      { state: 'unreadable', reason: 'throttled', action: null },
    ],
    [
      '500 for ever',
      { kind: 'status', status: 500, body: {} },
      unindexed,
      { state: 'unreadable', reason: 'invalid-response' },
    ],
    ...[
      { code: 'NotFound', details: null, message: 'Gone.', subcode: '' },
      { error: 'ResourceNotFound', status: 404 },
      { error: { code: 'UserError', message: 'Gone.', details: [], additionalInfo: [] } },
    ].map((body): [string, Fault, typeof unindexed, object] => [
      `404 as its provider writes it, ${Object.keys(body).join(', ')}`,
      { kind: 'status', status: 404, body },
      unindexed,
      { state: 'absent', reason: 'absent', action: null },
    ]),
    ...['', '<html>Not found</html>'].map((body): [string, Fault, typeof unindexed, object] => [
      `404 that no provider wrote: "${body}"`,
      { kind: 'status', status: 404, body },
      unindexed,
      { state: 'unreadable', reason: 'invalid-response', action: null },
    ]),
    ['HTML', { kind: 'malformed' }, unindexed, { state: 'unreadable', reason: 'invalid-response' }],
    [
      'something else',
      { kind: 'malformed', body: '{"value":[]}' },
      unindexed,
      { state: 'unreadable', reason: 'invalid-response' },
    ],
  ])('a referenced id that Resource Graph does not show is probed: %s', async (_, fault, prepare, expected) => {
    const from = portalEstate()
    prepare(from)
    const world = await openWorld(from)
    if (fault) world.cloud.faults.push(onManager(fault, portalIds.storageAccount))
    const { at } = await world.collect()
    expect(at(portalIds.storageAccount)).toMatchObject(expected)
    expect((at(portalIds.storageAccount) as { message?: string }).message).toMatch(/^[A-Z].*\.$/)
  })

  it('the index lags: Resource Manager has it', async () => {
    const from = portalEstate()
    entryOf(from, portalIds.applicationInsights).indexed = null
    const { at } = await (await openWorld(from)).collect()
    expect(at(portalIds.applicationInsights)).toMatchObject({
      ...read,
      source: 'resource-manager',
      apiVersion: '2020-02-02',
    })
    expect(at(portalIds.logAnalyticsWorkspace)).toMatchObject(read)
  })

  describe.each<[string, unknown]>([
    ['null', null],
    ['left out', undefined],
    ['a text', 'none'],
    ['a list', []],
    ['a number', 7],
    ['empty', {}],
  ])('properties that are %s in a row', (_, wrong) => {
    const one = oneEstate()
    const ids = [oneIds.workspace, oneIds.storageAccount, oneIds.cmkVault, ...storesOf(one)]

    it.each(ids)('the resource is read once more by Resource Manager: %s', async (id) => {
      const from = oneEstate()
      const entry = entryOf(from, id)
      entry.indexed = { ...structuredClone(entry.resource), properties: wrong ?? null }
      const world = await openWorld(from)
      const { at, evidence } = await world.collect()
      expect(at(id)).toMatchObject({ ...read, source: 'resource-manager' })
      expect(world.reads(id)).toHaveLength(1)
      expect(evidence.workspaces).toEqual([oneIds.workspace])
      expect([...evidence.resources.values()].filter(({ state }) => state !== 'read')).toEqual([])
    })
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['empty', {}],
    ['a text', 'none'],
  ])('properties that are %s by Resource Manager as well: invalid-response', async (_, wrong) => {
    const from = portalEstate()
    for (const id of [portalIds.storageAccount, portalIds.workspace]) resourceOf(from, id).properties = wrong
    const { at, evidence, names } = await (await openWorld(from)).collect()
    expect(names()).toEqual([])
    expect(evidence.unseen).toMatchObject([
      { id: portalIds.workspace, reason: 'invalid-response', message: expect.stringContaining('has no properties') },
    ])
    expect(at(portalIds.storageAccount)).toBeUndefined()
  })

  it('role assignments without properties: Resource Manager is asked', async () => {
    const world = await openWorld(oneEstate())
    const empty = (body: unknown) => {
      const { data } = body as { data: object[] }
      return { ...(body as object), data: data.map((row) => ({ ...row, properties: null })) }
    }
    const match = ({ resourceGraphQuery = '' }) => resourceGraphQuery.startsWith('authorizationresources')
    world.cloud.faults.push({ kind: 'transform', transform: empty, match })
    const { evidence } = await world.collect()
    const [shown, lists] = ['roles:', 'assigned:'].map((start) =>
      [...evidence.collections].filter(([key]) => key.startsWith(start)),
    )
    expect(shown?.flatMap(([, { ids }]) => ids)).toEqual([])
    expect(lists?.map(([, { state, ids }]) => [state, ids.length > 0])).toEqual(lists?.map(() => ['read', true]))
    expect([...evidence.resources.values()].every(({ state }) => state === 'read')).toBe(true)
  })

  it.each([
    7,
    true,
    {},
    { id: '/x' },
    ['/x'],
    [],
    { properties: 7 },
  ])('a reference that is not a text is kept as it is, and leads nowhere: %j', async (odd) => {
    const paths = [
      'storageAccount',
      'keyVault',
      'containerRegistry',
      'applicationInsights',
      'primaryUserAssignedIdentity',
      'serviceProvisionedResourceGroup',
      'hubResourceId',
    ]
    const parts = Object.fromEntries(paths.map((path) => [path, odd]))
    const mlw = workspace(scope, 'mlw', properties({ encryption: { status: 'Enabled', cosmosDbResourceId: odd } }), {
      identity: {
        type: 'UserAssigned',
        userAssignedIdentities: typeof odd === 'object' && !Array.isArray(odd) ? {} : odd,
      } as object,
    })
    const from = estate(mlw)
    Object.assign(from.entries[0]?.resource.properties as object, parts)
    const { at, evidence } = await (await openWorld(from)).collect()
    const { body } = at(mlw.id) as ReadRecord
    for (const path of paths) expect(valueAt(body, `properties.${path}`), path).toEqual(odd)
    expect([...evidence.resources.values()].filter(({ state }) => state !== 'read')).toEqual([])
  })

  it('a resource of another tenant: no command would help', async () => {
    const account = storageAccount(elsewhere, 'sttenant')
    const from = estate(workspace(scope, 'mlw', uses({ storageAccount: account })))
    from.otherTenant = [platform]
    const { at } = await (await openWorld(from)).collect()
    expect(at(account.id)).toMatchObject({
      state: 'unreadable',
      reason: 'not-visible',
      action: null,
      scope: null,
      message: 'The storage account sttenant belongs to a different tenant from this run.',
    })
  })

  it('rows that nobody asked for are ignored, and so are those that came twice', async () => {
    const world = await openWorld(portalEstate())
    const odd = { id: '/odd', type: 'microsoft.odd/things' }
    const add = (body: unknown) => {
      const { data } = body as { data: unknown[] }
      return { ...(body as object), data: [...data, ...data, odd], totalRecords: data.length * 2 + 1 }
    }
    const match = ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('id in~')
    world.cloud.faults.push({ kind: 'transform', transform: add, match })
    const { at } = await world.collect()
    expect(at('/odd')).toBeUndefined()
    expect(at(portalIds.storageAccount)).toMatchObject(read)
    expect(world.queries()).toHaveLength(3)
  })

  const { storageAccount: asked } = portalIds
  const unlike = { state: 'unreadable', reason: 'invalid-response', action: null }
  it.each<[string, object, object]>([
    ['another id', { id: asked.replace(/[^/]+$/, 'stother') }, unlike],
    ['another name', { name: 'stother' }, unlike],
    ['another type', { type: 'Microsoft.KeyVault/vaults' }, unlike],
    ['another resource', { ...keyVault(scope, 'kv-other') }, unlike],
    ['an id of nothing', { id: '/subscriptions/x' }, unlike],
    ['no id, no name and no type', { id: undefined, name: null, type: '' }, unlike],
    ['the id in capitals', { id: asked.toUpperCase() }, { ...read, id: asked.toUpperCase() }],
    ['the id with a slash behind', { id: `${asked}/` }, { ...read, id: `${asked}/` }],
    [
      'name and type in capitals',
      { name: asked.split('/').at(-1)?.toUpperCase(), type: 'MICROSOFT.STORAGE/STORAGEACCOUNTS' },
      read,
    ],
    ['another group', { id: asked.replace(/resourceGroups\/[^/]+/, 'resourceGroups/old') }, { ...read, id: asked }],
    ['no id', { id: undefined }, { ...read, id: asked }],
    ['no type and no name', { type: null, name: undefined }, { ...read, id: asked }],
  ])('Resource Manager answers with %s', async (_, told, expected) => {
    const from = portalEstate()
    unindexed(from)
    const world = await openWorld(from)
    const rename = (body: unknown) => ({ ...(body as object), ...told })
    world.cloud.faults.push(onManager({ kind: 'transform', transform: rename }, asked))
    const { at } = await world.collect()
    expect(at(asked)).toMatchObject(expected)
  })

  it('a subscription that cannot be seen', async () => {
    const account = storageAccount({ ...scope, subscriptionId: '99999999-9999-4999-8999-999999999999' }, 'st')
    const { at } = await (await openWorld(estate(workspace(scope, 'mlw', uses({ storageAccount: account }))))).collect()
    expect(at(account.id)).toMatchObject({
      state: 'unreadable',
      reason: 'not-visible',
      action: 'Microsoft.Storage/storageAccounts/read',
      scope: account.id,
    })
  })

  it('Resource Graph is throttled for ever at the second level', async () => {
    const world = await openWorld(portalEstate())
    world.cloud.faults.push({
      kind: 'status',
      status: 429,
      body: {},
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('id in~'),
    })
    const { at, evidence } = await world.collect()
    expect(at(portalIds.keyVault)).toMatchObject({ state: 'unreadable', reason: 'throttled' })
    expect(evidence.workspaces).toHaveLength(1)
  })

  it('rows were dropped: what is missing is probed one by one', async () => {
    const world = await openWorld(portalEstate())
    const drop = (body: unknown) => ({ ...(body as object), data: (body as { data: unknown[] }).data.slice(1) })
    world.cloud.faults.push({
      kind: 'transform',
      transform: drop,
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('id in~'),
      times: 1,
    })
    const { at } = await world.collect()
    for (const id of [portalIds.storageAccount, portalIds.keyVault, portalIds.applicationInsights])
      expect(at(id)).toMatchObject(read)
  })

  it('the time is over: what was not read says so', async () => {
    const world = await openWorld(portalEstate())
    const isSecond = ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('id in~')
    world.cloud.faults.push({ kind: 'hang', match: isSecond })
    const collecting = world.collect()
    while (!world.sent('resource-graph').some(isSecond)) await new Promise((resolve) => setTimeout(resolve, 1))
    world.end.abort()
    const { at, names } = await collecting
    expect(names()).toEqual(['mlw-portal'])
    expect(at(portalIds.storageAccount)).toMatchObject({
      state: 'unreadable',
      reason: 'timeout',
      action: null,
      message: expect.stringContaining('timeout-minutes'),
    })
  })

  it('something unforeseen ends the collection, and does not hang it', async () => {
    const { client } = await openWorld(portalEstate())
    const evidence: EvidenceSet = {
      collectedAt: '',
      keyHosts: anyKeyHosts,
      workspaces: [],
      resources: new Map(),
      collections: new Map(),
      subscriptions: [],
      unseen: [],
    }
    const failing = createReader(client, evidence, () => {
      throw new Error('unforeseen')
    })
    failing.want(portalIds.storageAccount)
    failing.want(portalIds.keyVault)
    await expect(failing.settled()).rejects.toThrow('unforeseen')
  })
})

describe('api-versions', () => {
  const key = 'microsoft.keyvault/vaults/keys'
  it('a cloud that lags behind: the next older one, and from then on that one', async () => {
    const from = healthyEstate()
    from.apiVersions = { [key]: ['2023-07-01'] }
    const world = await openWorld(from)
    const { evidence } = await world.collect()
    const keys = [...evidence.resources.values()].filter(
      (record): record is ReadRecord => record.state === 'read' && record.body.type === key,
    )
    expect(keys.length).toBeGreaterThan(2)
    for (const { apiVersion } of keys) expect(apiVersion).toBe('2023-07-01')
  })

  const lists = Object.values(childLists)
  const oldest = (...types: string[]) => Object.fromEntries(types.map((type) => [type, ['2024-10-01']]))
  const machineLearningTypes = lists
    .filter((segment) => segment !== 'services')
    .map((segment) => `microsoft.machinelearningservices/workspaces/${segment.toLowerCase()}`)

  it('a cloud that knows only the oldest: a few lists find that out for those of fifty workspaces', async () => {
    const from = scaleEstate({ workspaces: 50, subscriptions: 1, sharedVault: true })
    from.apiVersions = oldest(...machineLearningTypes)
    const world = await openWorld(from)
    const { evidence } = await world.collect()
    expect([...evidence.collections.values()].every(({ state }) => state === 'read')).toBe(true)
    const otherwise = 3 + 50 * (lists.length + 1)
    // two scouts for each type, and two api-versions that are refused
    expect(world.client.counters.resourceManager).toBeLessThanOrEqual(otherwise + 4 * machineLearningTypes.length)
  })

  it('what one list finds out says nothing about the others', async () => {
    const from = scaleEstate({ workspaces: 5, subscriptions: 1, sharedVault: true })
    from.apiVersions = oldest(`microsoft.machinelearningservices/workspaces/computes`)
    const world = await openWorld(from)
    await world.collect()
    const asked = (segment: string) => new Set(world.reads(`/${segment}`).map(({ query }) => query['api-version']))
    expect([...asked('computes')].at(-1)).toBe('2024-10-01')
    for (const segment of ['datastores', 'connections', 'jobs', 'schedules'])
      expect([...asked(segment)], segment).toEqual(['2025-12-01'])
  })

  it('a list that hangs until it is given up holds up no other', async () => {
    const from = scaleEstate({ workspaces: 5, subscriptions: 1, sharedVault: true })
    const world = await openWorld(from, {}, 50)
    const [first] = from.entries.flatMap(({ resource }) => (resource.id.includes('/workspaces/') ? [resource.id] : []))
    world.cloud.faults.push({ kind: 'hang', match: ({ path }) => path === `${first}/jobs` })
    const { evidence } = await world.collect()
    const jobs = [...evidence.collections].filter(([key]) => key.endsWith('/jobs'))
    expect(jobs.map(([, { state }]) => state).sort()).toEqual([...Array(4).fill('read'), 'unreadable'])
  })

  it('none that is known: api-unsupported', async () => {
    const from = oneEstate()
    from.apiVersions = { [key]: ['2099-01-01'] }
    const world = await openWorld(from)
    const { at } = await world.collect()
    expect(at(oneIds.key)).toMatchObject({
      state: 'unreadable',
      reason: 'api-unsupported',
      action: null,
      message: expect.stringContaining('none of the API versions'),
    })
    expect(world.reads(oneIds.key).map(({ query }) => query['api-version'])).toEqual([
      '2026-02-01',
      '2024-11-01',
      '2023-07-01',
    ])
  })
})

describe('keys', () => {
  const now = Date.now()
  const vault = keyVault(elsewhere, 'kv-cmk')
  const { reference, resources } = keyWithVersion(vault, 'cmk')
  const older = hexOf('older')
  const account = (version?: string) => storageAccount(scope, 'st', storageKey(reference, version))
  const using = (...overrides: Parameters<typeof workspace>[2][]) => workspace(scope, 'mlw', ...overrides)
  const keyId = `${vault.id}/keys/cmk`

  it('a storage account names the host: the vault is found, and the current version needs no second read', async () => {
    const world = await openWorld(estate(using(uses({ storageAccount: account() })), account(), vault, ...resources))
    const { at, evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))).toEqual({
      state: 'read',
      ids: [vault.id],
    })
    expect(at(keyId)).toMatchObject({ ...read, source: 'resource-manager' })
    expect(world.reads().filter(({ path }) => path.includes('/versions/'))).toEqual([])
  })

  it('pinned to the current version: no second read', async () => {
    const pinned = account(reference.version.toUpperCase())
    const world = await openWorld(estate(using(uses({ storageAccount: pinned })), pinned, vault, ...resources))
    await world.collect()
    expect(world.reads().filter(({ path }) => path.includes('/keys/'))).toHaveLength(1)
  })

  it('pinned to an older version: both are read', async () => {
    const pinned = account(older)
    const version = vaultKeyVersion(vault, 'cmk', older)
    const { at } = await (
      await openWorld(estate(using(uses({ storageAccount: pinned })), pinned, vault, version, ...resources))
    ).collect()
    expect(at(keyId)).toMatchObject(read)
    expect(at(version.id)).toMatchObject(read)
  })

  it('pinned to a version that is gone', async () => {
    const pinned = account(older)
    const { at } = await (
      await openWorld(estate(using(uses({ storageAccount: pinned })), pinned, vault, ...resources))
    ).collect()
    expect(at(keyId)).toMatchObject(read)
    expect(at(`${keyId}/versions/${older}`)).toMatchObject({ state: 'absent' })
  })

  it('the key is gone', async () => {
    const { at, evidence } = await (
      await openWorld(estate(using(uses({ storageAccount: account() })), account(), vault))
    ).collect()
    expect(at(keyId)).toMatchObject({ state: 'absent', message: 'The vault key cmk does not exist.' })
    expect([...evidence.resources.keys()].filter((id) => id.includes('/versions/'))).toEqual([])
  })

  it('the keys may not be read: the action, and the vault as the scope', async () => {
    const from = estate(using(uses({ storageAccount: account(older) })), account(older), vault, ...resources)
    from.identity.denials = [{ scope: vault.id, actions: ['Microsoft.KeyVault/vaults/keys/*'] }]
    const { at } = await (await openWorld(from)).collect()
    expect(at(vault.id)).toMatchObject(read)
    expect(at(keyId)).toMatchObject({
      state: 'unreadable',
      reason: 'forbidden',
      action: 'Microsoft.KeyVault/vaults/keys/read',
      scope: vault.id,
    })
  })

  it('a version may not be read: the same scope', async () => {
    const from = estate(using(uses({ storageAccount: account(older) })), account(older), vault, ...resources)
    from.identity.denials = [{ scope: vault.id, actions: ['Microsoft.KeyVault/vaults/keys/versions/read'] }]
    const { at } = await (await openWorld(from)).collect()
    expect(at(`${keyId}/versions/${older}`)).toMatchObject({
      reason: 'forbidden',
      action: 'Microsoft.KeyVault/vaults/keys/versions/read',
      scope: vault.id,
    })
  })

  it('no vault with that host can be seen', async () => {
    const from = estate(using(uses({ storageAccount: account() })), account(), vault, ...resources)
    from.identity.roles = [reader(`/subscriptions/${production}`)]
    const { evidence } = await (await openWorld(from)).collect()
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))).toMatchObject({
      state: 'unreadable',
      id: 'https://kv-cmk.vault.azure.net',
      reason: 'not-visible',
      action: 'Microsoft.KeyVault/vaults/read',
      ids: [],
    })
  })

  it('the search for the host fails', async () => {
    const world = await openWorld(estate(using(uses({ storageAccount: account() })), account(), vault, ...resources))
    world.cloud.faults.push({
      kind: 'status',
      status: 403,
      body: { error: { code: 'AccessDenied', message: 'No.' } },
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('vaultUri'),
    })
    const { evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))).toMatchObject({
      reason: 'forbidden',
      action: 'Microsoft.KeyVault/vaults/read',
      scope: null,
      message:
        'The identity of this run may not read the vault behind kv-cmk.vault.azure.net: it lacks Microsoft.KeyVault/vaults/read.',
    })
  })

  it('a vault named by its id is not searched for, also when it may not be read', async () => {
    const from = estate(using(serviceSideKey(reference)), vault, ...resources)
    from.identity.roles = [reader(`/subscriptions/${production}`)]
    const world = await openWorld(from)
    const { at } = await world.collect()
    expect(at(vault.id)).toMatchObject({
      reason: 'forbidden',
      action: 'Microsoft.KeyVault/vaults/read',
      scope: vault.id,
    })
    expect(at(keyId)).toMatchObject({ reason: 'forbidden', scope: vault.id })
    expect(world.queries().join()).not.toContain('vaultUri')
  })

  it('a storage account looked for the host in vain, and then a workspace names the vault', async () => {
    const late = using(serviceSideKey(reference))
    const early = workspace(scope, 'mlw-early', uses({ storageAccount: account() }))
    const from = estate(early, late, account(), vault, ...resources)
    entryOf(from, late.id).indexed = null
    from.identity.roles = [reader(`/subscriptions/${production}`)]
    const world = await openWorld(from)
    const { evidence, at } = await world.collect({ workspaces: [workspaceTarget(early.id), workspaceTarget(late.id)] })
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))).toEqual({
      state: 'read',
      ids: [vault.id],
    })
    expect(at(keyId)).toMatchObject({ reason: 'forbidden' })
  })

  it('the id names another vault than the host: both are read', async () => {
    const other = keyVault(scope, 'kv-other')
    const odd = using(serviceSideKey(reference), {
      properties: { encryption: { keyVaultProperties: { keyVaultArmId: other.id } } },
    })
    const { at } = await (await openWorld(estate(odd, other, vault, ...resources))).collect()
    for (const id of [other.id, vault.id, keyId]) expect(at(id)).toMatchObject(read)
  })

  it('the vault was moved to another group after the key was set: its host stays', async () => {
    const old = vault.id.replace('rg-keys', 'rg-before')
    const odd = using(serviceSideKey({ ...reference, vaultId: old }))
    const { at, evidence } = await (await openWorld(estate(odd, vault, ...resources))).collect()
    expect(at(old)).toMatchObject({ state: 'absent' })
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))).toEqual({
      state: 'read',
      ids: [vault.id],
    })
    expect(at(keyId)).toMatchObject(read)
  })

  it.each<[string, from: string, to: string, object]>([
    [
      'of the same name in another vault',
      'kv-cmk',
      'kv-elsewhere',
      { state: 'unreadable', reason: 'invalid-response' },
    ],
    ['in a vault that was moved to another group', 'rg-keys', 'rg-before', { ...read, id: keyId }],
  ])('Resource Manager answers with the key %s', async (_, from, to, expected) => {
    const world = await openWorld(estate(using(serviceSideKey(reference)), vault, ...resources))
    const rename = (body: unknown) => ({ ...(body as object), id: keyId.replace(from, to) })
    world.cloud.faults.push(onManager({ kind: 'transform', transform: rename }, keyId))
    const { at } = await world.collect()
    expect(at(keyId)).toMatchObject(expected)
  })

  it('the vault was deleted: it stays absent', async () => {
    const { at, evidence } = await (await openWorld(estate(using(serviceSideKey(reference))))).collect()
    expect(at(vault.id)).toMatchObject({ state: 'absent' })
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))).toEqual({
      state: 'read',
      ids: [vault.id],
    })
  })

  it('the key lies in the workspace’s own vault: it is known, and not searched for', async () => {
    const world = await openWorld(
      estate(using(uses({ storageAccount: account(), keyVault: vault })), account(), vault, ...resources),
    )
    const { at } = await world.collect()
    expect(at(keyId)).toMatchObject(read)
    expect(world.queries().join()).not.toContain('vaultUri')
  })

  it('two keys of one vault: one search', async () => {
    const other = keyWithVersion(vault, 'other')
    const second = storageAccount(scope, 'stother', storageKey(other.reference))
    const two = [using(uses({ storageAccount: account() })), workspace(scope, 'mlw2', uses({ storageAccount: second }))]
    const world = await openWorld(estate(...two, account(), second, vault, ...resources, ...other.resources))
    const { at } = await world.collect()
    expect(at(keyId)).toMatchObject(read)
    expect(at(`${vault.id}/keys/other`)).toMatchObject(read)
    expect(world.queries().filter((text) => text.includes('vaultUri'))).toHaveLength(1)
  })

  it('a key without the address of its version: every version in use is read', async () => {
    const pinned = account(reference.version)
    const from = estate(using(uses({ storageAccount: pinned })), pinned, vault, ...resources)
    change(resourceOf(from, keyId), { properties: { keyUriWithVersion: undefined } })
    const { at } = await (await openWorld(from)).collect()
    expect(at(`${keyId}/versions/${reference.version}`)).toMatchObject(read)
  })

  it('a managed HSM, by its whole host', async () => {
    const hsm = managedHsm(elsewhere, 'hsm1')
    const version = hexOf('hsm')
    const key = managedHsmKey(hsm, 'cmk', version)
    const used = { vaultId: hsm.id, vaultUri: 'https://westeurope.hsm1.managedhsm.azure.net', name: 'cmk', version }
    const { at, evidence } = await (await openWorld(estate(using(serviceSideKey(used)), hsm, key))).collect()
    expect(evidence.collections.get(collectionKey.vault('westeurope.hsm1.managedhsm.azure.net'))).toEqual({
      state: 'read',
      ids: [hsm.id],
    })
    expect(at(key.id)).toMatchObject(read)
  })

  /** A cloud given by its addresses: nobody has said what its vaults are called. */
  const withoutSuffixes = (world: World) => {
    world.client.keyHosts = anyKeyHosts
    return world
  }
  const named = (host: string) =>
    using(
      properties({
        encryption: {
          status: 'Enabled',
          keyVaultProperties: { keyVaultArmId: vault.id, keyIdentifier: `https://${host}/keys/cmk` },
        },
      }),
    )

  it.each([
    'kv-cmk.vault.azure.net.evil.example',
    'kv-cmk.evil.example',
    'kv-cmk.vault.azure.cn',
    'kv-cmk.managedhsm.azure.net',
    'kv-cmk2.vault.azure.net',
    'x.kv-cmk.vault.azure.net',
  ])('a host that is not the one of the vault beside it: no key of that vault is read: %s', async (host) => {
    for (const prepare of [(world: World) => world, withoutSuffixes]) {
      const world = prepare(await openWorld(estate(named(host), vault, ...resources)))
      const { evidence } = await world.collect()
      expect(evidence.collections.get(collectionKey.vault(host))?.ids ?? []).toEqual([])
      expect(world.reads('/keys/cmk')).toEqual([])
    }
  })

  it.each<[string, (from: Estate) => void, string[], object | undefined]>([
    ['it can be read', () => undefined, [vault.id], read],
    [
      'it may not be read, and another vault tells what hosts end in',
      (from) => {
        from.identity.denials = [{ scope: vault.id, actions: ['Microsoft.KeyVault/vaults/read'] }]
        const other = keyVault(scope, 'kv-other')
        from.entries.push({ resource: other })
        change(from.entries[0]?.resource as CloudResource, properties({ keyVault: other.id }))
      },
      [vault.id],
      read,
    ],
    [
      'it may not be read, and nothing tells what hosts end in',
      (from) => {
        from.identity.denials = [{ scope: vault.id, actions: ['Microsoft.KeyVault/vaults/read'] }]
      },
      [],
      undefined,
    ],
  ])('a vault named by its id in a cloud whose suffixes are not known: %s', async (_, prepare, ids, key) => {
    const from = estate(named('kv-cmk.vault.azure.net'), vault, ...resources)
    prepare(from)
    const { evidence, at } = await withoutSuffixes(await openWorld(from)).collect()
    expect(evidence.collections.get(collectionKey.vault('kv-cmk.vault.azure.net'))?.ids).toEqual(ids)
    if (key) expect(at(keyId)).toMatchObject(key)
    else expect(at(keyId)).toBeUndefined()
  })

  it('a key name that is not a name is asked of nobody', async () => {
    const odd = account()
    change(odd, { properties: { encryption: { keyvaultproperties: { keyname: "x'?y" } } } })
    const { at } = await (await openWorld(estate(using(uses({ storageAccount: odd })), odd, vault))).collect()
    expect(at(`${vault.id}/keys/x'?y`)).toMatchObject({ reason: 'unrecognised-value' })
  })

  it('a host that wants to break out of the query finds nothing', async () => {
    const odd = account()
    change(odd, { properties: { encryption: { keyvaultproperties: { keyvaulturi: "https://x') or (1==1" } } } })
    const world = withoutSuffixes(await openWorld(estate(using(uses({ storageAccount: odd })), odd, vault)))
    const { evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.vault("x') or (1==1"))).toMatchObject({
      state: 'unreadable',
      ids: [],
    })
  })

  it('a Log Analytics cluster and its key', async () => {
    const one = oneEstate(now)
    const { at, evidence } = await (await openWorld(one)).collect()
    expect(at(oneIds.logAnalyticsCluster)).toMatchObject(read)
    expect(evidence.collections.get(collectionKey.vault('kv-platform-cmk.vault.azure.net'))).toEqual({
      state: 'read',
      ids: [oneIds.clusterVault],
    })
    expect(at(`${oneIds.clusterVault}/keys/cmk-platform`)).toMatchObject(read)
  })
})

describe('the managed resource group', () => {
  it('with all three stores, nobody asks for the group itself', async () => {
    const one = oneEstate()
    const world = await openWorld(one)
    const { evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.group(groupOf(one)))).toMatchObject({
      state: 'read',
      ids: storesOf(one).sort(),
    })
    expect(world.reads(groupOf(one))).toEqual([])
  })

  it.each<[string, (group: string) => string]>([
    ['by its id', (group) => group],
    ['by its id in capitals', (group) => group.toUpperCase()],
    ['by its id with a slash and blanks behind', (group) => `${group}/ `],
    ['by its name with blanks around', (group) => ` ${group.split('/').at(-1)} `],
  ])('named %s: it is the same group, and asked for once', async (_, write) => {
    const one = oneEstate()
    const [group, stores] = [groupOf(one), storesOf(one)]
    change(resourceOf(one, oneIds.workspace), properties({ serviceProvisionedResourceGroup: write(group) }))
    const twin = structuredClone(resourceOf(one, oneIds.workspace))
    change(twin, { id: `${twin.id}-twin`, name: undefined }, properties({ serviceProvisionedResourceGroup: group }))
    one.entries.push({ resource: twin })
    const world = await openWorld(one)
    const { evidence } = await world.collect()
    const groups = [...evidence.collections].filter(([key]) => key.startsWith('group:'))
    expect(groups).toEqual([[collectionKey.group(group), { state: 'read', ids: stores.sort() }]])
    expect(world.queries().filter((text) => text.includes('resourceGroup in~'))).toHaveLength(1)
  })

  it.each([
    'a/b',
    "rg' or 1==1",
    `${'x'.repeat(91)}`,
  ])('named by what names none: it is asked of nobody: %s', async (odd) => {
    const one = oneEstate()
    change(resourceOf(one, oneIds.workspace), properties({ serviceProvisionedResourceGroup: odd }))
    const world = await openWorld(one)
    const { evidence } = await world.collect()
    expect([...evidence.collections.keys()].filter((key) => key.startsWith('group:'))).toEqual([])
    expect(world.queries().join()).not.toContain(odd)
  })

  it('the service names the stores as well: they are read when the group cannot be listed', async () => {
    const one = oneEstate()
    const [cosmosDbResourceId, searchAccountResourceId, storageAccountResourceId] = storesOf(one)
      .sort((a, b) => (idKey(a) < idKey(b) ? -1 : 1))
      .map((id) => id.toLowerCase())
    const encryption = { cosmosDbResourceId, searchAccountResourceId, storageAccountResourceId }
    change(resourceOf(one, oneIds.workspace), properties({ encryption }))
    one.identity.denials = [{ scope: groupOf(one), actions: ['Microsoft.Resources/*'] }]
    for (const id of storesOf(one)) entryOf(one, id).indexed = null
    const { evidence, at } = await (await openWorld(one)).collect()
    expect(evidence.collections.get(collectionKey.group(groupOf(one)))?.ids).toEqual([])
    expect(at(groupOf(one))).toMatchObject({ state: 'unreadable', reason: 'forbidden' })
    for (const id of storesOf(one)) expect(at(id), id).toMatchObject(read)
  })

  it.each([0, 1, 2])('lacking store %i: the group is there', async (index) => {
    const one = oneEstate()
    const group = groupOf(one)
    without(one, storesOf(one)[index] ?? '')
    const { evidence, at } = await (await openWorld(one)).collect()
    expect(evidence.collections.get(collectionKey.group(group))?.ids).toHaveLength(2)
    expect(at(group)).toMatchObject(read)
  })

  it('it may not be read', async () => {
    const one = oneEstate()
    const group = groupOf(one)
    one.identity.denials = [{ scope: group, actions: ['*'] }]
    const { at } = await (await openWorld(one)).collect()
    expect(at(group)).toMatchObject({
      state: 'unreadable',
      reason: 'forbidden',
      action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
      scope: group,
    })
  })

  it('it was deleted', async () => {
    const one = oneEstate()
    const group = groupOf(one)
    without(one, ...storesOf(one))
    const { at } = await (await openWorld(one)).collect()
    expect(at(group)).toMatchObject({ state: 'absent' })
  })

  it('what comes twice counts once', async () => {
    const one = oneEstate()
    const world = await openWorld(one)
    const twice = (body: unknown) => {
      const { data } = body as { data: object[] }
      return { ...(body as object), data: [...data, ...data], totalRecords: data.length * 2 }
    }
    world.cloud.faults.push({ kind: 'transform', transform: twice, match: ({ kind }) => kind === 'resource-graph' })
    const { evidence } = await world.collect()
    expect(evidence.collections.get(collectionKey.group(groupOf(one)))?.ids).toEqual(storesOf(one).sort())
    for (const [key, { ids }] of evidence.collections)
      if (key.startsWith('roles:')) expect(ids, key).toEqual([...new Set(ids)])
  })

  it('other things in it, and stores of other groups, do not count', async () => {
    const one = oneEstate()
    const name = groupOf(one).split('/').at(-1) ?? ''
    const count = storesOf(one).length
    const here = { subscriptionId: production, resourceGroup: name }
    const others = [
      keyVault(here, 'kv-in-it'),
      storageAccount({ ...here, resourceGroup: `${name}2` }, 'sttwo'),
      storageAccount({ ...here, subscriptionId: platform }, 'stthree'),
    ]
    one.entries.push(...others.map((resource) => ({ resource })))
    const group = groupOf(one)
    change(resourceOf(one, oneIds.workspace), { properties: { keyVault: others[0]?.id } })
    const { evidence, at } = await (await openWorld(one)).collect()
    expect(evidence.collections.get(collectionKey.group(group))?.ids).toHaveLength(count)
    expect(at(others[1]?.id ?? '')).toBeUndefined()
    expect(at(others[2]?.id ?? '')).toBeUndefined()
  })

  it('the query fails: unreadable, and the group itself is asked for', async () => {
    const one = oneEstate()
    const group = groupOf(one)
    const world = await openWorld(one)
    world.cloud.faults.push({
      kind: 'status',
      status: 500,
      body: {},
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('azureml-rg-'),
    })
    const { evidence, at } = await world.collect()
    expect(evidence.collections.get(collectionKey.group(group))).toMatchObject({
      state: 'unreadable',
      reason: 'invalid-response',
    })
    expect(at(group)).toMatchObject(read)
  })

  it('brought along: the three ids', async () => {
    const keys = vaultWithKey(elsewhere, 'kv-byo', 'cmk', Date.now())
    const stores = {
      cosmosDb: cosmosDbAccount(elsewhere, 'cosmos'),
      storageAccount: storageAccount(elsewhere, 'stbyo'),
      search: searchService(elsewhere, 'search'),
    }
    const world = await openWorld(
      estate(workspace(scope, 'mlw', bringYourOwnKey(keys.key, stores)), ...Object.values(stores), ...keys.resources),
    )
    const { at } = await world.collect()
    for (const { id } of Object.values(stores)) expect(at(id)).toMatchObject(read)
  })
})

describe('identities and roles', () => {
  const roleQueries = (queries: string[]) => queries.filter((text) => text.startsWith('authorizationresources'))

  it('role assignments are read once for each principal, where vaults go by roles', async () => {
    const world = await openWorld(oneEstate())
    const { evidence } = await world.collect()
    const queries = roleQueries(world.queries())
    const principals = queries.flatMap((text) =>
      [...text.matchAll(/principalId\) in~ \(([^)]*)\)/g)].map(([, ids]) => ids),
    )
    expect(principals.length).toBeGreaterThan(0)
    const asked = principals.flatMap((ids) => String(ids).split(', '))
    expect(asked).toEqual([...new Set(asked)])
    expect(queries[0]).toContain('project id, name, type, properties |')
    const shown = [...evidence.collections].filter(([key]) => key.startsWith('roles:'))
    expect(shown).toHaveLength(asked.length)
    for (const [, collection] of shown)
      expect(collection).toMatchObject({ state: 'read', ids: expect.arrayContaining([expect.any(String)]) })
  })

  it('vaults with access policies: no role assignment is read', async () => {
    const world = await openWorld(portalEstate())
    await world.collect()
    expect(roleQueries(world.queries())).toEqual([])
  })

  it('an identity whose principal the workspace does not repeat is read itself', async () => {
    const one = oneEstate()
    change(resourceOf(one, oneIds.workspace), {
      identity: { userAssignedIdentities: { [oneIds.identity]: { principalId: undefined } } },
    })
    const { at, evidence } = await (await openWorld(one)).collect()
    expect(at(oneIds.identity)).toMatchObject(read)
    const principal = String(valueAt(resourceOf(one, oneIds.identity), 'properties.principalId'))
    expect(evidence.collections.get(collectionKey.roles(principal))).toMatchObject(read)
  })

  it('every identity of a workspace, also one that it does not use', async () => {
    const from = portalEstate()
    const id = oneIds.identity
    change(resourceOf(from, portalIds.workspace), {
      identity: { type: 'SystemAssigned,UserAssigned', userAssignedIdentities: { [id]: {} } },
    })
    const { at } = await (await openWorld(from)).collect()
    expect(at(id)).toMatchObject({
      state: 'unreadable',
      action: 'Microsoft.ManagedIdentity/userAssignedIdentities/read',
    })
  })

  it('a principal that is none is asked of nobody', async () => {
    const one = oneEstate()
    const odd = { identity: { userAssignedIdentities: { [oneIds.identity]: { principalId: "x' or 1==1" } } } }
    for (const id of [oneIds.workspace, oneIds.storageAccount]) change(resourceOf(one, id), odd)
    const world = await openWorld(one)
    await world.collect()
    expect(world.queries().join()).not.toContain('1==1')
  })
})

describe('read again', () => {
  const keys = vaultWithKey(elsewhere, 'kv-again', 'cmk', Date.now())
  const rotating = properties({ keyPolicy: { keyExpirationPeriodInDays: 90 } })

  it('the architecture of a workspace whose row came from an older api-version', async () => {
    const machineLearning = workspace(scope, 'mlw', serviceSideKey(keys.key))
    const from = estate(machineLearning, ...keys.resources)
    const entry = entryOf(from, machineLearning.id)
    entry.indexed = structuredClone(machineLearning)
    delete (entry.indexed.properties as Record<string, unknown>).enableServiceSideCMKEncryption
    entry.indexedApiVersion = '2024-10-01'
    const world = await openWorld(from)
    const { at } = await world.collect()
    const record = at(machineLearning.id) as ReadRecord
    expect(record).toMatchObject({ source: 'resource-manager', apiVersion: '2025-12-01' })
    expect(valueAt(record.body, 'properties.enableServiceSideCMKEncryption')).toBe(true)
  })

  it.each([
    ['the newest api-version leaves it open', '2025-12-01'],
    ['an older one does', '2024-10-01'],
    ['not told which', ''],
  ])('undetermined, and %s: it is read once more', async (_, indexedApiVersion) => {
    const machineLearning = workspace(
      scope,
      'mlw',
      serviceSideKey(keys.key),
      properties({ enableServiceSideCMKEncryption: undefined }),
    )
    const from = estate(machineLearning, ...keys.resources)
    entryOf(from, machineLearning.id).indexedApiVersion = indexedApiVersion
    const world = await openWorld(from)
    await world.collect()
    expect(world.reads('/workspaces/mlw')).toHaveLength(1)
  })

  it.each<[string, string, (parts: { mode?: string; group?: string }) => object, number, string]>([
    ['not told which', '', () => ({}), 1, 'serverless'],
    ['an older one', '2024-05-01', () => ({}), 1, 'serverless'],
    ['the newest', '2026-01-01', () => ({}), 0, 'undefined'],
    [
      'an older one, and it has a managed group',
      '2024-05-01',
      () => ({ managedResourceGroupId: '/x' }),
      0,
      'undefined',
    ],
    ['an older one, and it shows the mode', '2024-05-01', () => ({ computeMode: 'Serverless' }), 0, 'serverless'],
  ])('the mode of a Databricks workspace whose row came from %s', async (_, indexedApiVersion, shown, reads, mode) => {
    const databricks = databricksWorkspace(scope, 'dbw', {
      properties: { computeMode: 'Serverless', parameters: undefined, managedResourceGroupId: undefined },
    })
    const mlw = workspace(scope, 'mlw')
    const from = estate(mlw, databricks, databricksCompute(mlw, 'dbx', databricks))
    Object.assign(entryOf(from, databricks.id), {
      indexed: { ...databricks, properties: { provisioningState: 'Succeeded', ...shown({}) } },
      indexedApiVersion,
    })
    const world = await openWorld(from)
    const { at } = await world.collect()
    const record = at(databricks.id) as ReadRecord
    expect(String(valueAt(record.body, 'properties.computeMode')).toLowerCase()).toBe(mode)
    expect(world.reads('/workspaces/dbw')).toHaveLength(reads)
  })

  it.each<[string, string, string | null, number]>([
    ['not told which', '', null, 1],
    ['an older one', '2024-11-15', null, 1],
    ['one that shows it', '2025-10-15', null, 0],
    ['an older one, and the key is pinned', '2024-11-15', hexOf('pinned'), 0],
  ])('the key version in use by a Cosmos DB account whose row came from %s', async (_, indexedApiVersion, pinned, reads) => {
    const one = oneEstate()
    const id = storesOf(one).find((store) => store.includes('databaseAccounts')) ?? ''
    const uri = String(valueAt(resourceOf(one, id), 'properties.keyVaultKeyUri')).replace(/\/[0-9a-f]{32}$/, '')
    change(
      resourceOf(one, id),
      properties({ keyVaultKeyUri: pinned ? `${uri}/${pinned}` : uri, keyVaultKeyUriVersion: undefined }),
    )
    entryOf(one, id).indexedApiVersion = indexedApiVersion
    const world = await openWorld(one)
    await world.collect()
    expect(world.reads(id)).toHaveLength(reads)
  })

  it('what the second read leads to is followed, and read again where that is needed', async () => {
    const one = oneEstate()
    const entry = entryOf(one, oneIds.workspace)
    entry.indexed = structuredClone(entry.resource)
    Object.assign(entry.indexed.properties as object, {
      serviceProvisionedResourceGroup: null,
      enableServiceSideCMKEncryption: null,
    })
    entry.indexedApiVersion = '2024-10-01'
    const store = storesOf(one).find((id) => id.includes('storageAccounts')) ?? ''
    change(resourceOf(one, store), rotating)
    entryOf(one, store).indexed = {
      ...structuredClone(resourceOf(one, store)),
      properties: { ...(resourceOf(one, store).properties as object), keyCreationTime: null },
    }
    const { at } = await (await openWorld(one)).collect()
    expect(at(store)).toMatchObject({ ...read, source: 'resource-manager' })
  })

  it('key creation times that the index leaves out', async () => {
    const from = portalEstate()
    const account = resourceOf(from, portalIds.storageAccount)
    change(account, rotating)
    entryOf(from, account.id).indexed = {
      ...account,
      properties: { ...(account.properties as object), keyCreationTime: null },
    }
    const { at } = await (await openWorld(from)).collect()
    expect(valueAt((at(account.id) as ReadRecord).body, 'properties.keyCreationTime.key1')).toBeTypeOf('string')
    expect(at(account.id)).toMatchObject({ source: 'resource-manager' })
  })

  it('the second read fails: the first one stays', async () => {
    const from = portalEstate()
    const account = resourceOf(from, portalIds.storageAccount)
    change(account, rotating, properties({ keyCreationTime: null }))
    const world = await openWorld(from)
    world.cloud.faults.push(onManager({ kind: 'status', status: 403, body: {} }, account.id))
    expect((await world.collect()).at(account.id)).toMatchObject({ ...read, source: 'resource-graph' })
  })
})

/** The system datastores of a project lead to the account of its hub by its name. */
function withoutDatastores(estate: Estate): Estate {
  return { ...estate, entries: estate.entries.filter(({ resource }) => !resource.id.includes('/datastores/')) }
}

describe('hubs and projects', () => {
  it('a project reads its hub, and what is the hub’s only once', async () => {
    const world = await openWorld(withoutDatastores(healthyEstate()))
    const { at, names } = await world.collect({ workspaces: [workspaceTarget(healthyIds.project)] })
    expect(names()).toEqual(['proj-agents'])
    expect(at(healthyIds.hub)).toMatchObject(read)
    expect([...world.queries()].join()).not.toContain('st-agents')
    const hub = at(healthyIds.hub) as ReadRecord
    expect(at(String(valueAt(hub.body, 'properties.storageAccount')))).toBeUndefined()
    expect(world.reads().some(({ path }) => path.includes('/keys/'))).toBe(false)
  })

  it('a project that echoes the encryption of its hub does not follow it', async () => {
    const from = withoutDatastores(healthyEstate())
    const { encryption, serviceProvisionedResourceGroup } = resourceOf(from, healthyIds.hub).properties as Record<
      string,
      unknown
    >
    change(resourceOf(from, healthyIds.project), properties({ encryption, serviceProvisionedResourceGroup }))
    const { evidence } = await (await openWorld(from)).collect({ workspaces: [workspaceTarget(healthyIds.project)] })
    expect([...evidence.collections.keys()].filter((key) => !key.startsWith('list:'))).toEqual([])
  })

  it('a dependency of its own is read', async () => {
    const from = healthyEstate()
    const own = storageAccount(scope, 'stproject', rotating())
    from.entries.push({
      resource: own,
      indexed: { ...own, properties: { ...(own.properties as object), keyCreationTime: null } },
    })
    change(resourceOf(from, healthyIds.project), properties({ storageAccount: own.id }))
    const { at } = await (await openWorld(from)).collect({ workspaces: [workspaceTarget(healthyIds.project)] })
    expect(at(own.id)).toMatchObject({ ...read, source: 'resource-manager' })
  })

  it('a hub that may not be read: what the project names is read', async () => {
    const from = healthyEstate()
    from.identity.denials = [{ scope: healthyIds.hub, actions: ['*'] }]
    const { at } = await (await openWorld(from)).collect({ workspaces: [workspaceTarget(healthyIds.project)] })
    expect(at(healthyIds.hub)).toMatchObject({ state: 'unreadable', reason: 'forbidden' })
    expect(at(String(valueAt(resourceOf(from, healthyIds.project), 'properties.storageAccount')))).toMatchObject(read)
  })

  it('a hub that was named as well and may not be read is unseen, and its project still knows why', async () => {
    const from = healthyEstate()
    from.identity.denials = [{ scope: healthyIds.hub, actions: ['*'] }]
    const { at, evidence, names, confirm } = await (await openWorld(from)).collect({
      workspaces: [healthyIds.project, healthyIds.hub].map(workspaceTarget),
    })
    expect(names()).toEqual(['proj-agents'])
    expect(evidence.unseen).toMatchObject([{ id: healthyIds.hub, reason: 'forbidden' }])
    expect(at(healthyIds.hub)).toMatchObject({ reason: 'forbidden' })
    await confirm([])
    expect(evidence.unseen).toHaveLength(1)
  })

  it('a project without a hub', async () => {
    const from = healthyEstate()
    change(resourceOf(from, healthyIds.project), properties({ hubResourceId: null }))
    const { names } = await (await openWorld(from)).collect({ workspaces: [workspaceTarget(healthyIds.project)] })
    expect(names()).toEqual(['proj-agents'])
  })

  function rotating() {
    return properties({ keyPolicy: { keyExpirationPeriodInDays: 90 } })
  }
})

describe('confirmation', () => {
  it('Resource Manager wins over a stale index', async () => {
    const from = demoEstate()
    const entry = entryOf(from, demoIds.fraudCmkVault)
    entry.indexed = structuredClone(entry.resource)
    change(entry.resource, properties({ enablePurgeProtection: true }))
    const { at, confirm } = await (await openWorld(from)).collect({ workspaces: [workspaceTarget(demoIds.fraud)] })
    expect(valueAt((at(demoIds.fraudCmkVault) as ReadRecord).body, 'properties.enablePurgeProtection')).toBeUndefined()
    await confirm([demoIds.fraudCmkVault])
    expect(at(demoIds.fraudCmkVault)).toMatchObject({
      source: 'resource-manager',
      body: { properties: { enablePurgeProtection: true } },
    })
  })

  it('it follows what is new', async () => {
    const from = portalEstate()
    const keys = vaultWithKey(elsewhere, 'kv-new', 'cmk', Date.now())
    const entry = entryOf(from, portalIds.storageAccount)
    entry.indexed = structuredClone(entry.resource)
    change(entry.resource, storageKey(keys.key))
    from.subscriptions.push({ id: platform, name: 'platform' })
    from.identity.roles.push(reader(`/subscriptions/${platform}`))
    from.entries.push(
      ...keys.resources.map((resource) =>
        resource.type.endsWith('vaults') ? { resource } : { resource, indexed: null },
      ),
    )
    const { at, confirm } = await (await openWorld(from)).collect()
    await confirm([portalIds.storageAccount])
    expect(at(`${keys.vault.id}/keys/cmk`)).toMatchObject(read)
  })

  it('nothing to confirm: nothing is read', async () => {
    const world = await openWorld(portalEstate())
    const { confirm } = await world.collect()
    const before = world.cloud.requests.length
    await confirm([])
    expect(world.cloud.requests).toHaveLength(before)
  })

  it('it fails: the first read stays', async () => {
    const world = await openWorld(portalEstate())
    const { at, confirm } = await world.collect()
    world.cloud.faults.push(onManager({ kind: 'status', status: 500, body: {} }, portalIds.keyVault))
    await confirm([portalIds.keyVault])
    expect(at(portalIds.keyVault)).toMatchObject({ ...read, source: 'resource-graph' })
  })

  it.each<[string, (body: Record<string, unknown>) => unknown]>([
    ['an id and nothing else', ({ id }) => ({ id })],
    ['who it is, and no properties', ({ id, name, type }) => ({ id, name, type })],
    ['null for properties', (body) => ({ ...body, properties: null })],
    ['a list for properties', (body) => ({ ...body, properties: [] })],
    ['a text for properties', (body) => ({ ...body, properties: 'none' })],
    ['empty properties', (body) => ({ ...body, properties: {} })],
    ['a list', () => []],
    ['null', () => null],
    ['another vault', (body) => ({ ...body, id: `${body.id}2`, name: 'kv2' })],
  ])('it brings %s: the first read stays', async (_, transform) => {
    const world = await openWorld(portalEstate())
    const { at, confirm } = await world.collect()
    const first = structuredClone(at(portalIds.keyVault))
    const answer = (body: unknown) => transform(body as Record<string, unknown>)
    world.cloud.faults.push(onManager({ kind: 'transform', transform: answer }, portalIds.keyVault))
    await confirm([portalIds.keyVault])
    expect(at(portalIds.keyVault)).toEqual(first)
    expect(first).toMatchObject({ source: 'resource-graph' })
  })

  it.each<[string, string[], string | undefined, string | undefined, unknown]>([
    ['an older one takes back nothing', ['2024-05-01'], 'Serverless', '2026-01-01', 'Serverless'],
    ['an older one takes back nothing that was not told by which', ['2024-05-01'], 'Serverless', '', 'Serverless'],
    ['nor that it was not set', ['2024-05-01'], undefined, '2026-01-01', undefined],
    ['a newer one wins', ['2026-01-01'], 'Serverless', '2026-01-01', 'Hybrid'],
  ])('by api-versions: %s', async (_, apiVersions, shown, indexedApiVersion, mode) => {
    const databricks = databricksWorkspace(scope, 'dbw', {
      sku: { name: 'standard' },
      properties: { computeMode: 'Hybrid' },
    })
    const mlw = workspace(scope, 'mlw')
    const from = estate(mlw, databricks, databricksCompute(mlw, 'dbx', databricks))
    const indexed = {
      ...databricks,
      sku: { name: 'premium' },
      properties: { ...(databricks.properties as object), computeMode: shown },
    }
    Object.assign(entryOf(from, databricks.id), { indexed, indexedApiVersion })
    from.apiVersions = { 'microsoft.databricks/workspaces': apiVersions }
    const world = await openWorld(from)
    const { at, confirm } = await world.collect()
    const old = (body: unknown) => ({
      ...(body as object),
      properties: { ...((body as CloudResource).properties as object), computeMode: undefined },
    })
    const match = ({ path, query }: { path: string; query: Record<string, string> }) =>
      path === databricks.id && query['api-version'] === '2024-05-01'
    world.cloud.faults.push({ kind: 'transform', transform: old, match })
    await confirm([databricks.id])
    const record = at(databricks.id) as ReadRecord
    expect(record).toMatchObject({ source: 'resource-manager', body: { sku: { name: 'standard' } } })
    expect(valueAt(record.body, 'properties.computeMode')).toBe(mode)
    expect(record.apiVersion).toBe(indexedApiVersion || apiVersions[0])
  })

  it('it is gone by now', async () => {
    const from = portalEstate()
    const { at, confirm } = await (await openWorld(from)).collect()
    entryOf(from, portalIds.storageAccount).deleted = true
    await confirm([portalIds.storageAccount])
    expect(at(portalIds.storageAccount)).toMatchObject({ state: 'absent' })
  })

  it('the workspace itself is gone by now: it is not judged, and said to be missing', async () => {
    const from = portalEstate()
    const { evidence, confirm, names } = await (await openWorld(from)).collect()
    entryOf(from, portalIds.workspace).deleted = true
    await confirm([portalIds.workspace])
    expect(names()).toEqual([])
    expect(evidence.unseen).toMatchObject([{ id: portalIds.workspace, reason: 'absent' }])
    await confirm([])
    expect(evidence.unseen).toHaveLength(1)
  })

  it('role assignments and other things that cannot be read again are left as they are', async () => {
    const world = await openWorld(oneEstate())
    const { evidence, confirm } = await world.collect()
    const [id = ''] = [...evidence.resources.keys()].filter((key) => key.includes('roleassignments'))
    await confirm([id, `/subscriptions/${production}/providers/Microsoft.Authorization/roleAssignments/x`])
    expect(evidence.resources.get(id)).toMatchObject(read)
  })
})

describe('what is kept', () => {
  it('no connection string, wherever it comes from', async () => {
    const from = demoEstate()
    entryOf(from, demoIds.researchInsights).indexed = null
    const { evidence } = await (await openWorld(from)).collect()
    const kept = JSON.stringify([...evidence.resources.values()])
    expect(kept).not.toMatch(/InstrumentationKey|ConnectionString|IngestionEndpoint/i)
  })
})
