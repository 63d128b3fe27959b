import { afterEach, describe, expect, it } from 'vitest'
import { demoEstate, demoIds } from '../../../simulator/estates/demo.ts'
import { estateOf, subscriptionIds } from '../../../simulator/estates/parts.ts'
import { workspace } from '../../../simulator/templates.ts'
import type { Fault } from '../../../simulator/traffic.ts'
import { findWorkspaces } from '../../../src/azure/find/find-workspaces.ts'
import type { Targets, WorkspaceTarget } from '../../../src/inputs/targets.ts'
import { workspaceTarget } from '../../../src/inputs/targets.ts'
import { spoken } from '../../spoken.ts'
import { closeClouds, everything, openWorld } from '../world.ts'

afterEach(closeClouds)

const { production, research, platform } = subscriptionIds
const nowhere = '99999999-9999-4999-8999-999999999999'
const named = (...texts: string[]): WorkspaceTarget[] => texts.map(workspaceTarget)
const action = 'Microsoft.MachineLearningServices/workspaces/read'
const all = ['hub-genai', 'mlw-fraud-prod', 'mlw-lab', 'mlw-pricing', 'mlw-research', 'mlw-vision', 'proj-chatbot']

async function find(
  targets: Partial<Targets>,
  faults: Fault[] = [],
  change?: (estate: ReturnType<typeof demoEstate>) => void,
) {
  const estate = demoEstate()
  change?.(estate)
  const world = await openWorld(estate)
  world.cloud.faults.push(...faults)
  const collected = await world.collect({ ...everything, ...targets })
  const { subscriptions } = collected.evidence
  const unseen = spoken(collected.evidence.unseen)
  return { world, names: collected.names().sort(), unseen, subscriptions }
}

describe('what is found', () => {
  it.each<[string, Partial<Targets>, string[]]>([
    ['nothing is named: everything', {}, all],
    [
      'subscription-id alone is the scope',
      { subscriptionId: production },
      ['mlw-fraud-prod', 'mlw-pricing', 'mlw-vision'],
    ],
    ['a name', { workspaces: named('mlw-lab') }, ['mlw-lab']],
    ['a name in any case', { workspaces: named('MLW-Lab') }, ['mlw-lab']],
    ['a name is exact', { workspaces: named('mlw-vision', 'mlw-lab') }, ['mlw-lab', 'mlw-vision']],
    ['a prefix', { workspaces: named('mlw-*') }, all.filter((name) => name.startsWith('mlw'))],
    ['a suffix', { workspaces: named('*-prod') }, ['mlw-fraud-prod']],
    ['a middle', { workspaces: named('*-RES*') }, ['mlw-research']],
    ['both ends', { workspaces: named('m*d') }, ['mlw-fraud-prod']],
    ['everything by pattern', { workspaces: named('*') }, all],
    ['two stars are one', { workspaces: named('mlw-l**b') }, ['mlw-lab']],
    ['a name within subscription-id', { subscriptionId: research, workspaces: named('*-l*') }, ['mlw-lab']],
    ['an id', { workspaces: named(demoIds.lab) }, ['mlw-lab']],
    ['an id in another case', { workspaces: named(demoIds.lab.toUpperCase()) }, ['mlw-lab']],
    ['an id twice', { workspaces: named(demoIds.lab, demoIds.lab.toLowerCase()) }, ['mlw-lab']],
    ['group/name', { workspaces: named('rg-lab/mlw-lab') }, ['mlw-lab']],
    ['group/name in another case', { workspaces: named('RG-LAB/MLW-LAB') }, ['mlw-lab']],
    ['group/name in subscription-id', { subscriptionId: research, workspaces: named('rg-lab/mlw-lab') }, ['mlw-lab']],
    [
      'the same by id, by group and by name',
      { subscriptionId: research, workspaces: named(demoIds.lab, 'rg-lab/mlw-lab', 'mlw-lab') },
      ['mlw-lab'],
    ],
    ['a resource group anywhere', { resourceGroups: [{ name: 'RG-vision' }] }, ['mlw-pricing', 'mlw-vision']],
    [
      'a resource group by id',
      { resourceGroups: [{ subscriptionId: production, name: 'rg-vision' }] },
      ['mlw-pricing', 'mlw-vision'],
    ],
    [
      'a resource group in subscription-id',
      { subscriptionId: production, resourceGroups: [{ name: 'rg-vision' }] },
      ['mlw-pricing', 'mlw-vision'],
    ],
    ['subscriptions', { subscriptions: [production] }, ['mlw-fraud-prod', 'mlw-pricing', 'mlw-vision']],
    ['several subscriptions', { subscriptions: [production, research] }, all],
    [
      'a management group',
      { managementGroups: ['contoso-sandboxes'] },
      ['hub-genai', 'mlw-lab', 'mlw-research', 'proj-chatbot'],
    ],
    ['management groups that overlap', { managementGroups: ['contoso', 'contoso-sandboxes'] }, all],
    [
      'a container and a name',
      { subscriptions: [production, research], workspaces: named('mlw-*r*') },
      ['mlw-fraud-prod', 'mlw-pricing', 'mlw-research'],
    ],
    ['a management group and a name', { managementGroups: ['contoso'], workspaces: named('mlw-l*') }, ['mlw-lab']],
    [
      'a management group and a subscription',
      { managementGroups: ['contoso-sandboxes'], subscriptions: [production] },
      all,
    ],
    [
      'an id besides a container',
      { resourceGroups: [{ name: 'rg-vision' }], workspaces: named(demoIds.lab) },
      ['mlw-lab', 'mlw-pricing', 'mlw-vision'],
    ],
    [
      'group/name besides a container',
      { resourceGroups: [{ name: 'rg-vision' }], workspaces: named('rg-lab/mlw-lab') },
      ['mlw-lab', 'mlw-pricing', 'mlw-vision'],
    ],
    [
      'an id besides a management group',
      { managementGroups: ['contoso-landing-zones'], workspaces: named(demoIds.lab) },
      ['mlw-fraud-prod', 'mlw-lab', 'mlw-pricing', 'mlw-vision'],
    ],
    [
      'names select in containers, ids add',
      { subscriptions: [production], workspaces: named('mlw-v*', demoIds.lab) },
      ['mlw-lab', 'mlw-vision'],
    ],
    [
      'a container that shows workspaces is fine while names select elsewhere',
      { subscriptions: [production, research], workspaces: named('mlw-lab') },
      ['mlw-lab'],
    ],
    [
      'a group without a match as well',
      { resourceGroups: [{ name: 'rg-vision' }, { name: 'rg-lab' }], workspaces: named('mlw-lab') },
      ['mlw-lab'],
    ],
    [
      'a group by id without a match as well',
      {
        resourceGroups: [{ subscriptionId: production, name: 'rg-vision' }, { name: 'rg-lab' }],
        workspaces: named('mlw-lab'),
      },
      ['mlw-lab'],
    ],
    [
      'a management group without a match as well',
      { managementGroups: ['contoso-landing-zones', 'contoso-sandboxes'], workspaces: named('mlw-lab') },
      ['mlw-lab'],
    ],
  ])('%s', async (_, targets, expected) => {
    const { names, unseen } = await find(targets)
    expect(names).toEqual(expected)
    expect(unseen).toEqual([])
  })

  it('the same group/name in two subscriptions, without subscription-id: both', async () => {
    const scopes = [production, research].map((subscriptionId) => ({ subscriptionId, resourceGroup: 'rg-twin' }))
    const subscriptions = [production, research].map((id) => ({ id, name: id }))
    const world = await openWorld(
      estateOf({ subscriptions, resources: scopes.map((scope) => workspace(scope, 'mlw-twin')) }),
    )
    expect((await world.collect({ workspaces: named('rg-twin/mlw-twin') })).names()).toHaveLength(2)
    expect(
      (await world.collect({ subscriptionId: research, workspaces: named('rg-twin/mlw-twin') })).evidence.workspaces,
    ).toEqual([
      `/subscriptions/${research}/resourceGroups/rg-twin/providers/Microsoft.MachineLearningServices/workspaces/mlw-twin`,
    ])
  })

  it('only what is asked for is asked for', async () => {
    const { world } = await find({ subscriptions: [production], workspaces: named('mlw-v*', 'mlw-pricing') })
    expect(world.queries()[0]).toMatch(
      /subscriptionId in~ \('1111.*\(name in~ \('mlw-pricing'\) or name startswith 'mlw-v'\)/,
    )
  })

  it('ids that Resource Graph does not show yet are read and judged', async () => {
    const { names, unseen } = await find(
      { workspaces: named(demoIds.lab, demoIds.lab.toUpperCase()) },
      [],
      (estate) => {
        for (const entry of estate.entries) if (entry.resource.id === demoIds.lab) entry.indexed = null
      },
    )
    expect(names).toEqual(['mlw-lab'])
    expect(unseen).toEqual([])
  })

  it('says which subscriptions were looked at', async () => {
    expect((await find({})).subscriptions).toEqual([production, research].map((id) => ({ id, visible: true })))
    const { subscriptions } = await find({ subscriptions: [production, nowhere], workspaces: named(demoIds.lab) })
    expect(subscriptions).toContainEqual({ id: nowhere, visible: false })
  })
})

describe('what is not found', () => {
  const hidden = { ...everything }
  it.each<[string, Partial<Targets>, object[]]>([
    [
      'a name',
      { workspaces: named('mlw-lab', 'mlw-gone') },
      [
        {
          id: 'mlw-gone',
          reason: 'not-visible',
          action,
          message: 'No workspace named mlw-gone is visible to the identity of this run.',
        },
      ],
    ],
    ['a name, written twice', { workspaces: named('mlw-gone', 'mlw-gone') }, [{ id: 'mlw-gone' }]],
    ['the beginning of a name', { workspaces: named('mlw-fraud') }, [{ id: 'mlw-fraud' }]],
    [
      'a pattern',
      { workspaces: named('x-*') },
      [{ id: 'x-*', reason: 'not-visible', action, message: expect.stringContaining('whose name matches x-*') }],
    ],
    [
      'a pattern that only an id outside fits',
      { subscriptions: [production], workspaces: named('mlw-lab', demoIds.lab, 'mlw-vision') },
      [{ id: 'mlw-lab' }],
    ],
    [
      'an id that does not exist',
      { workspaces: named(`${demoIds.lab}x`) },
      [{ id: `${demoIds.lab}x`, reason: 'absent', message: 'The workspace mlw-labx does not exist.' }],
    ],
    [
      'an id in a group that does not exist',
      { workspaces: named(demoIds.lab.replace('rg-lab', 'rg-none')) },
      [{ reason: 'absent' }],
    ],
    [
      'an id in a subscription that is not there',
      { workspaces: named(demoIds.lab.replace(research, nowhere)) },
      [{ reason: 'not-visible', action }],
    ],
    [
      'an id that may not be read',
      { workspaces: named(demoIds.lab.replace(research, platform)) },
      [{ reason: 'forbidden', action, scope: demoIds.lab.replace(research, platform) }],
    ],
    ['an id, twice', { workspaces: named(`${demoIds.lab}x`, `${demoIds.lab}X`) }, [{ reason: 'absent' }]],
    [
      'group/name',
      { workspaces: named('rg-lab/mlw-vision') },
      [{ id: 'rg-lab/mlw-vision', reason: 'not-visible', action }],
    ],
    [
      'group/name in subscription-id',
      { subscriptionId: production, workspaces: named('rg-lab/mlw-lab') },
      [{ reason: 'absent' }],
    ],
    [
      'a resource group',
      { resourceGroups: [{ name: 'rg-none' }] },
      [
        {
          id: 'rg-none',
          reason: 'not-visible',
          action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
          message: 'No resource group rg-none is visible to the identity of this run.',
        },
      ],
    ],
    [
      'a resource group by id',
      { resourceGroups: [{ subscriptionId: production, name: 'rg-none' }] },
      [{ reason: 'absent', message: 'The resource group rg-none does not exist.' }],
    ],
    [
      'a resource group in subscription-id',
      { subscriptionId: production, resourceGroups: [{ name: 'rg-lab' }] },
      [{ reason: 'absent' }],
    ],
    [
      'a resource group that may not be read',
      { resourceGroups: [{ subscriptionId: platform, name: 'rg-shared-vaults' }] },
      [
        {
          reason: 'forbidden',
          action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
          scope: `/subscriptions/${platform}/resourceGroups/rg-shared-vaults`,
        },
      ],
    ],
    [
      'a resource group without workspaces',
      { resourceGroups: [{ name: 'rg-platform-monitoring' }] },
      [
        {
          id: 'rg-platform-monitoring',
          reason: 'absent',
          action,
          message: expect.stringContaining('There is no workspace'),
        },
      ],
    ],
    [
      'a subscription',
      { subscriptions: [production, nowhere] },
      [{ id: `/subscriptions/${nowhere}`, reason: 'not-visible' }],
    ],
    [
      'a subscription without workspaces',
      { subscriptions: [platform] },
      [{ id: `/subscriptions/${platform}`, reason: 'absent', action }],
    ],
    [
      'a subscription without workspaces while names select',
      { subscriptions: [production, platform], workspaces: named('mlw-vision') },
      [{ id: `/subscriptions/${platform}`, reason: 'absent', action }],
    ],
    [
      'a subscription without workspaces while names select that Resource Graph cannot compare',
      { subscriptions: [production, platform], workspaces: named('*-vision') },
      [{ id: `/subscriptions/${platform}`, reason: 'absent', action }],
    ],
    [
      'a resource group without workspaces while names select',
      { resourceGroups: [{ name: 'rg-platform-monitoring' }, { name: 'rg-vision' }], workspaces: named('mlw-vision') },
      [{ id: 'rg-platform-monitoring', reason: 'absent', action }],
    ],
    [
      'subscription-id alone, without workspaces while names select',
      { subscriptionId: platform, workspaces: named('mlw-vision') },
      [
        { id: `/subscriptions/${platform}`, reason: 'absent' },
        { id: 'mlw-vision', reason: 'not-visible' },
      ],
    ],
    [
      'a hidden subscription while names select',
      { subscriptions: [production, nowhere], workspaces: named('mlw-vision') },
      [{ id: `/subscriptions/${nowhere}` }],
    ],
    [
      'subscription-id alone',
      { subscriptionId: nowhere },
      [{ id: `/subscriptions/${nowhere}`, reason: 'not-visible' }],
    ],
    [
      'subscription-id alone, without workspaces',
      { subscriptionId: platform },
      [{ id: `/subscriptions/${platform}`, reason: 'absent' }],
    ],
    [
      'a management group',
      { managementGroups: ['contoso-none'] },
      [
        {
          id: 'contoso-none',
          reason: 'forbidden',
          action: 'Microsoft.Management/managementGroups/read',
          scope: '/providers/Microsoft.Management/managementGroups/contoso-none',
        },
      ],
    ],
    [
      'a management group without workspaces',
      { managementGroups: ['contoso-platform', 'contoso-sandboxes'] },
      [{ id: 'contoso-platform', reason: 'not-visible', action }],
    ],
    ...['mlw-lab', '*-lab'].map((pattern): [string, Partial<Targets>, object[]] => [
      `a management group without workspaces while ${pattern} selects`,
      { managementGroups: ['contoso-platform', 'contoso-sandboxes'], workspaces: named(pattern) },
      [{ id: 'contoso-platform', reason: 'not-visible', action }],
    ]),
  ])('%s', async (_, targets, expected) => {
    const { unseen } = await find({ ...hidden, ...targets })
    expect(unseen).toMatchObject(expected)
    expect(unseen).toHaveLength(expected.length)
    for (const { message } of unseen) expect(message).toMatch(/^[A-Z].*\.$/)
  })

  it('no workspace at all', async () => {
    const { unseen, names, subscriptions } = await find({}, [], (estate) => {
      estate.identity.roles = []
    })
    expect({ names, subscriptions }).toEqual({ names: [], subscriptions: [] })
    expect(unseen).toMatchObject([
      { reason: 'not-visible', action, message: expect.stringContaining('Give it Reader') },
    ])
  })

  it.each([
    ['mlw-*', ['resources', 'resources']],
    ['*-prod', ['resources']],
  ])('a subscription of which only itself may be read, while %s selects', async (pattern, tables) => {
    const estate = demoEstate()
    estate.identity.roles = [
      { scope: `/subscriptions/${production}`, actions: ['*/read'] },
      { scope: `/subscriptions/${research}`, actions: ['Microsoft.Resources/subscriptions/read'] },
    ]
    const world = await openWorld(estate)
    const targets = { ...everything, subscriptions: [production, research], workspaces: named(pattern) }
    const { unseen, subscriptions } = await findWorkspaces(world.client, targets)
    expect(unseen).toMatchObject([{ id: `/subscriptions/${research}`, reason: 'absent', action }])
    expect(subscriptions).toContainEqual({ id: research, visible: true })
    expect(world.queries().map((text) => text.split(' ')[0])).toEqual(tables)
    expect(world.reads()).toHaveLength(1)
  })

  it('a hidden subscription is not said to be visible', async () => {
    expect((await find({ subscriptionId: nowhere })).subscriptions).toEqual([{ id: nowhere, visible: false }])
    const { subscriptions } = await find({ subscriptionId: nowhere, workspaces: named('rg-lab/mlw-lab') })
    expect(subscriptions).toEqual([{ id: nowhere, visible: false }])
  })
})

describe('when the list fails', () => {
  const throttled = (): Fault => ({
    kind: 'status',
    status: 429,
    body: {},
    match: ({ kind }) => kind === 'resource-graph',
    times: 20,
  })
  const cut = (): Fault => ({
    kind: 'transform',
    transform: (body) => ({ ...(body as object), totalRecords: 99 }),
    times: 1,
  })

  it('nobody says of what was not listed that it is not there', async () => {
    const { unseen, names } = await find({ subscriptions: [production, research], workspaces: named('mlw-*') }, [
      throttled(),
    ])
    expect(names).toEqual([])
    expect(unseen).toMatchObject([
      {
        id: 'the list of workspaces',
        reason: 'throttled',
        message: expect.stringMatching(/^The list of workspaces could not be read: /),
      },
    ])
  })

  it.each<[string, Partial<Targets>, string]>([
    ['a subscription', { subscriptions: [production, platform] }, `/subscriptions/${platform}`],
    ['a management group', { managementGroups: ['contoso-platform', 'contoso-sandboxes'] }, 'contoso-platform'],
  ])('%s of which nobody can tell whether it holds workspaces of other names', async (_, targets, id) => {
    const fault = {
      ...throttled(),
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('project id, name, type |'),
    }
    const { unseen } = await find({ ...targets, workspaces: named('mlw-*') }, [fault])
    const message = expect.stringMatching(/^Whether there are workspaces in .* could not be read: /)
    expect(unseen).toMatchObject([{ id, reason: 'throttled', message }])
  })

  it('an incomplete list is said to be so, and what came is judged', async () => {
    const { unseen, names } = await find({}, [cut()])
    expect(names).toEqual(all)
    expect(unseen).toMatchObject([
      {
        id: 'the list of workspaces',
        reason: 'truncated',
        message: expect.stringMatching(/announced 99 rows and sent 7/),
      },
    ])
  })

  it.each([400, 403, 404])('status %i of the whole list is not a missing management group', async (status) => {
    const fault: Fault = {
      kind: 'status',
      status,
      body: { error: { code: 'X', message: 'Refused.' } },
      match: ({ kind }) => kind === 'resource-graph',
      times: 1,
    }
    const { unseen } = await find({}, [fault])
    expect(unseen).toMatchObject([{ id: 'the list of workspaces', message: expect.stringMatching(/Refused/) }])
  })

  it('a management group that Resource Graph calls unknown', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 404,
      body: { error: { code: 'NotFound', message: 'x' } },
      match: ({ body = '' }) => body.includes('"managementGroups"'),
    }
    const { unseen } = await find({ managementGroups: ['mg-x'] }, [fault])
    expect(unseen).toMatchObject([
      { id: 'mg-x', reason: 'not-visible', action: 'Microsoft.Management/managementGroups/read' },
    ])
  })

  it('a management group that fails half-way', async () => {
    const { unseen } = await find({ managementGroups: ['contoso-sandboxes'] }, [cut()])
    expect(unseen).toMatchObject([{ id: 'the list of workspaces', reason: 'truncated' }])
  })

  it('the resource groups cannot be listed either', async () => {
    const fault: Fault = {
      ...throttled(),
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.startsWith('resourcecontainers'),
    }
    const { unseen } = await find({ resourceGroups: [{ name: 'rg-none' }] }, [fault])
    expect(unseen).toMatchObject([{ id: 'rg-none', reason: 'throttled' }])
  })

  const changed = (change: (data: object[]) => object[]): Fault => ({
    kind: 'transform',
    transform: (body) => ({ ...(body as object), data: change((body as { data: object[] }).data) }),
    times: 1,
  })
  const odd = { id: '/subscriptions/x/\u001b[31modd', type: 'microsoft.machinelearningservices/workspaces' }
  const site = { id: demoIds.lab.replace(/Microsoft.*/, 'Microsoft.Web/sites/x'), type: 'Microsoft.Web/sites' }

  it.each<[string, (data: object[]) => object[], RegExp | null]>([
    ['one twice', (data) => [...data.slice(1), data[1] as object], /announced 7 rows and sent 6\.$/],
    [
      'one that nobody can place',
      (data) => [...data.slice(1), odd],
      /sent 6, and 1 row that nobody can place: "\/subscriptions\/x\/\\u001b\[31modd"\.$/,
    ],
    ['one of another type', (data) => [...data.slice(1), site], /announced 7 rows and sent 6\.$/],
    ['all, and one of another type', (data) => [...data, site], null],
  ])('%s among the rows: %#', async (_, change, message) => {
    const { names, unseen } = await find({}, [changed(change)])
    expect(names).toHaveLength(message ? 6 : 7)
    expect(unseen).toMatchObject(message ? [{ reason: 'truncated', message: expect.stringMatching(message) }] : [])
  })

  it('rows whose ids nobody can read are not workspaces', async () => {
    const world = await openWorld(demoEstate())
    world.cloud.faults.push({
      kind: 'transform',
      transform: (body) => ({ ...(body as object), data: [odd], totalRecords: 1 }),
      times: 1,
    })
    const { rows, unseen } = spoken(await findWorkspaces(world.client, everything))
    expect(rows).toEqual([])
    expect(unseen).toMatchObject([{ message: expect.stringMatching(/1 row that nobody can place: "/) }])
  })
})

describe('hundreds of targets', () => {
  const many = (count: number, name: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => name(index))
  /** how deep `or` and `and` nest at most, as the parser of a service counts it */
  const chain = (text: string) => Math.max(text.split(' or ').length, text.split(' and ').length)

  it.each<[string, Partial<Targets>, number]>([
    ['names', { workspaces: named('mlw-lab', ...many(800, (index) => `mlw-${index}`)) }, 800],
    [
      'more names than one list takes',
      { workspaces: named('mlw-lab', ...many(1_500, (index) => `mlw-${index}`)) },
      1_500,
    ],
    ['long names', { workspaces: named('mlw-lab', ...many(400, (index) => `${'m'.repeat(250)}${index}`)) }, 400],
    ['patterns', { workspaces: named('*-lab', ...many(800, (index) => `x${index}-*`)) }, 800],
    ['patterns with one beginning', { workspaces: named('mlw-l*b', ...many(800, (index) => `mlw-l*${index}`)) }, 800],
    ['ids', { workspaces: named(demoIds.lab, ...many(800, (index) => `${demoIds.lab}-${index}`)) }, 800],
    ['group/name', { workspaces: named('rg-lab/mlw-lab', ...many(800, (index) => `rg-${index}/mlw-lab`)) }, 800],
    [
      'resource groups',
      { resourceGroups: [{ name: 'rg-lab' }, ...many(800, (index) => `rg-${index}`).map((name) => ({ name }))] },
      800,
    ],
  ])('%s: found, and the queries stay flat and few', async (_, targets, missing) => {
    const { world, names, unseen } = await find(targets)
    expect(names).toEqual(['mlw-lab'])
    expect(unseen).toHaveLength(missing)
    const queries = world.queries()
    expect(queries.length).toBeLessThanOrEqual(16)
    for (const text of queries) {
      expect(chain(text)).toBeLessThanOrEqual(55)
      expect(text.length).toBeLessThanOrEqual(150_000)
    }
  })

  it('resource groups of many subscriptions', async () => {
    const elsewhere = many(100, (index) => `99999999-9999-4999-8999-${String(index).padStart(12, '0')}`)
    const resourceGroups = [research, ...elsewhere].map((subscriptionId) => ({ subscriptionId, name: 'rg-lab' }))
    const { world, names, unseen } = await find({ resourceGroups })
    expect(names).toEqual(['mlw-lab'])
    expect(unseen).toHaveLength(100)
    expect(chain(world.queries()[0] ?? '')).toBeLessThanOrEqual(4)
  })

  it('a group and a subscription that were not named together select nothing', async () => {
    const { names } = await find({
      resourceGroups: [
        { subscriptionId: production, name: 'rg-lab' },
        { subscriptionId: research, name: 'rg-vision' },
      ],
    })
    expect(names).toEqual([])
  })

  it('a group and a name that were not named together select nothing', async () => {
    const { names } = await find({ workspaces: named('rg-lab/mlw-vision', 'rg-vision/mlw-lab') })
    expect(names).toEqual([])
  })

  it('one of several queries fails: the list is incomplete, and what came is judged', async () => {
    const fault: Fault = {
      kind: 'status',
      status: 400,
      body: { error: { code: 'X', message: 'Refused.' } },
      match: ({ resourceGraphQuery = '' }) => resourceGraphQuery.includes('-799'),
    }
    const { names, unseen } = await find(
      { workspaces: named(demoIds.lab, ...many(800, (index) => `${demoIds.lab}-${index}`)) },
      [fault],
    )
    expect(names).toEqual(['mlw-lab'])
    expect(unseen).toContainEqual(
      expect.objectContaining({ message: 'The list of workspaces is not complete: Refused.' }),
    )
  })
})

describe('patterns', () => {
  it.each([
    ['m.w-lab', []],
    ['mlw.lab', []],
    ['*', all],
    ['MLW-L*', ['mlw-lab']],
    ['*lab', ['mlw-lab']],
    ['m*-*b', ['mlw-lab']],
    ['mlw-l*c', []],
    ['mlw-la', []],
  ])('%s', async (pattern, expected) => {
    expect((await find({ workspaces: named(pattern) })).names).toEqual(expected)
  })

  it('of a hundred stars are compared in one go', async () => {
    const { unseen } = await find({ workspaces: named(`${'*a'.repeat(125)}*b`) }, [], (estate) => {
      for (const { resource } of estate.entries)
        if (resource.id === demoIds.lab) resource.id = resource.id.replace('mlw-lab', 'a'.repeat(250))
    })
    expect(unseen).toMatchObject([{ reason: 'not-visible' }])
  })
})
