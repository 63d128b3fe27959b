import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { demoEstate } from '../../../simulator/estates/demo.ts'
import { scaleEstate } from '../../../simulator/estates/scale.ts'
import { compileQuery } from '../../../simulator/kql.ts'
import { smallEstate, subscriptionA } from '../../../simulator/small-estate.ts'
import { literal, literals, query, type Row } from '../../../src/azure/requests/resource-graph.ts'
import { closeClouds, openWorld, type World } from '../world.ts'

afterEach(closeClouds)

const storage = `type =~ 'microsoft.storage/storageaccounts'`
const size = { workspaces: 25, subscriptions: 3 }
const inPagesOf = (pageSize: number) => ({ quotas: { resourceGraph: { pageSize, queries: 1000 } } })
const names = (rows: Row[]) => rows.map(({ name }) => name)

type Answer = { data: { id: string }[]; totalRecords: number; resultTruncated: string; $skipToken?: string }
const changed = (change: (body: Answer) => unknown, times = 1) => ({
  kind: 'transform' as const,
  transform: (body: unknown) => change(body as Answer),
  times,
})

describe('pages', () => {
  it('all rows, once, in order of their ids, and the next page by its token', async () => {
    const world = await openWorld(scaleEstate(size), inPagesOf(10))
    const { rows, failure } = await query(world.client, storage)
    expect(failure).toBeNull()
    expect(new Set(names(rows)).size).toBe(25)
    expect(names(rows)).toEqual([...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ name }) => name))
    expect(world.queries()).toHaveLength(3)
    expect(world.queries()[0]).toMatch(/ \| order by id asc$/)
    const options = world.sent('resource-graph').map(({ body = '' }) => JSON.parse(body).options)
    expect(options[0]).toMatchObject({ $top: 1000, resultFormat: 'objectArray', allowPartialScopes: false })
    expect(options.map(({ $skipToken }) => typeof $skipToken)).toEqual(['undefined', 'string', 'string'])
  })

  it('nothing', async () => {
    const world = await openWorld(scaleEstate(size))
    expect(await query(world.client, `type == 'nothing'`)).toEqual({ rows: [], failure: null })
  })

  it('a page in the middle fails: the rows before it stay, and it says why', async () => {
    const world = await openWorld(scaleEstate(size), inPagesOf(10))
    const body = { error: { code: 'InternalServerError', message: 'Sorry.' } }
    world.cloud.faults.push({
      kind: 'status',
      status: 500,
      body,
      match: ({ body = '' }) => body.includes('$skipToken'),
    })
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toHaveLength(10)
    expect(failure).toMatchObject({ reason: 'invalid-response', status: 500, message: 'Sorry.' })
  })

  it('throttled for ever in the middle', async () => {
    const world = await openWorld(scaleEstate(size), inPagesOf(10))
    world.cloud.faults.push({
      kind: 'status',
      status: 429,
      body: {},
      match: ({ body = '' }) => body.includes('$skipToken'),
    })
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toHaveLength(10)
    expect(failure).toMatchObject({ reason: 'throttled' })
  })

  it('an answer that is too large is asked for in smaller pages', async () => {
    const world = await openWorld(scaleEstate({ workspaces: 300, subscriptions: 1 }), {
      quotas: { resourceGraph: { responseBytes: 150_000, queries: 1000 } },
    })
    const { rows, failure } = await query(world.client, storage)
    expect({ rows: rows.length, failure }).toEqual({ rows: 300, failure: null })
    const tops = world.sent('resource-graph').map(({ body = '' }) => JSON.parse(body).options.$top)
    expect([...new Set(tops)]).toEqual([1000, 250, 50])
  })

  it('too large in the smallest pages: it says so', async () => {
    const world = await openWorld(scaleEstate(size), { quotas: { resourceGraph: { responseBytes: 500 } } })
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toEqual([])
    expect(failure).toMatchObject({ reason: 'invalid-response', code: 'ResponsePayloadTooLarge' })
    expect(failure?.message).toMatch(/^Response payload size is /)
  })
})

describe('honesty', () => {
  it.each<[string, (body: Answer) => unknown, number, RegExp]>([
    [
      'fewer rows than announced',
      (body) => ({ ...body, data: body.data.slice(1) }),
      24,
      /announced 25 rows and sent 24/,
    ],
    ['more rows than announced', (body) => ({ ...body, totalRecords: 3 }), 25, /announced 3 rows and sent 25/],
    ['no number of rows', ({ totalRecords: _, ...body }) => body, 25, /announced no number of rows and sent 25/],
    ['cut short without a token', (body) => ({ ...body, resultTruncated: 'true' }), 25, /cut its answer short/],
    ['cut short, as a boolean', (body) => ({ ...body, resultTruncated: true }), 25, /cut its answer short/],
    [
      'rows of a wrong shape',
      (body) => ({ ...body, data: [null, 'x', { id: 1 }, ...body.data.slice(3)] }),
      22,
      /announced 25 rows and sent 22/,
    ],
  ])('%s: truncated', async (_, change, count, message) => {
    const world = await openWorld(scaleEstate(size))
    world.cloud.faults.push(changed(change))
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toHaveLength(count)
    expect(failure).toMatchObject({ reason: 'truncated', message: expect.stringMatching(message) })
    expect(world.queries()).toHaveLength(1)
  })

  it('the same token again and again: it ends', async () => {
    const world = await openWorld(scaleEstate(size), inPagesOf(10))
    let token: string | undefined
    const repeat = (body: Answer) => {
      token ??= body.$skipToken
      return { ...body, $skipToken: token }
    }
    world.cloud.faults.push(changed(repeat, 100))
    const { failure } = await query(world.client, storage)
    expect(failure).toMatchObject({ reason: 'truncated', message: 'Resource Graph sent the same page twice.' })
    expect(world.queries()).toHaveLength(2)
  })

  it('more subscriptions than it looks at: the rows stay, truncated', async () => {
    const world = await openWorld(scaleEstate(size), { quotas: { resourceGraph: { subscriptions: 2 } } })
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toHaveLength(25)
    expect(failure).toMatchObject({ reason: 'truncated', message: expect.stringContaining('10,000') })
  })

  it.each([
    ['a word', 'fine'],
    ['nothing', undefined],
    ['an object', {}],
    ['columns and rows', { columns: [], rows: [] }],
  ])('data is %s', async (_, data) => {
    const world = await openWorld(scaleEstate(size))
    world.cloud.faults.push(changed((body) => ({ ...body, data })))
    expect((await query(world.client, storage)).failure).toMatchObject({ reason: 'invalid-response' })
  })

  it.each(['<html>', '', 'null', '[]'])('the body is %j', async (body) => {
    const world = await openWorld(scaleEstate(size))
    world.cloud.faults.push({ kind: 'malformed', body })
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toEqual([])
    expect(failure?.reason).toBe('invalid-response')
    expect(failure?.message).not.toMatch(/undefined|null \(/)
  })

  it('a refused query says what is wrong with it', async () => {
    const world = await openWorld(smallEstate())
    const { failure } = await query(world.client, 'nonsense ~~ 1')
    expect(failure).toMatchObject({ reason: 'invalid-response', status: 400, code: 'InvalidQuery' })
  })
})

describe('rows are counted once', () => {
  const twice = (body: Answer) => ({ ...body, data: [...body.data.slice(0, -1), body.data[0]] })
  const unlike = { id: '/odd', type: 'x' }
  const other = (type: string) => ({ id: `/subscriptions/${subscriptionA}/resourceGroups/g/providers/${type}/x`, type })

  it('four are announced and four are sent, one of them twice: one is missing', async () => {
    const world = await openWorld(scaleEstate({ workspaces: 4, subscriptions: 1 }))
    world.cloud.faults.push(changed(twice))
    const { rows, failure } = await query(world.client, storage)
    expect(new Set(names(rows)).size).toBe(3)
    expect(rows).toHaveLength(3)
    expect(failure).toMatchObject({
      reason: 'truncated',
      message: 'Resource Graph announced 4 rows and sent 3.',
    })
  })

  it('the second one in another case is the same one', async () => {
    const world = await openWorld(scaleEstate({ workspaces: 4, subscriptions: 1 }))
    const loud = (body: Answer) => {
      const [first, ...others] = body.data as [Row, ...Row[]]
      return { ...body, data: [first, { ...first, id: first.id.toUpperCase() }, ...others.slice(1)] }
    }
    world.cloud.faults.push(changed(loud))
    const { rows, failure } = await query(world.client, storage)
    expect({ rows: rows.length, reason: failure?.reason }).toEqual({ rows: 3, reason: 'truncated' })
  })

  it('of two pages that overlap, what both have counts once', async () => {
    const world = await openWorld(scaleEstate(size), inPagesOf(10))
    let last: object | undefined
    const overlap = (body: Answer) => {
      const data = last ? [last, ...body.data] : body.data
      last = body.data.at(-1)
      return { ...body, data }
    }
    world.cloud.faults.push(changed(overlap, 3))
    const { rows, failure } = await query(world.client, storage)
    expect({ rows: rows.length, failure }).toEqual({ rows: 25, failure: null })
  })

  it.each<[string, Parameters<typeof query>[2], string]>([
    ['resources', {}, storage],
    ['role assignments', { table: 'authorizationresources' }, `type =~ 'microsoft.authorization/roleassignments'`],
    ['resource groups', { table: 'resourcecontainers' }, `type =~ 'microsoft.resources/subscriptions/resourcegroups'`],
  ])('%s', async (_, scope, where) => {
    const world = await openWorld(demoEstate())
    const whole = await query(world.client, where, scope)
    expect(whole.failure).toBeNull()
    world.cloud.faults.push(changed(twice))
    const { rows, failure } = await query(world.client, where, scope)
    expect({ rows: rows.length, reason: failure?.reason }).toEqual({
      rows: whole.rows.length - 1,
      reason: 'truncated',
    })
  })

  it.each<[string, unknown, RegExp]>([
    ['that is garbled', unlike, /and sent 25, and 1 row that nobody can place: "\/odd"\.$/],
    ['without an id but a name', { name: 'mlw-x', type: 'x' }, /1 row that nobody can place: "mlw-x"\.$/],
    ['without either', { type: 'x' }, /1 row that nobody can place: one without an id\.$/],
    ['without a type', { id: other('Microsoft.Storage/storageAccounts').id }, /nobody can place: "\/subscriptions\//],
    ['that is a number', 7, /nobody can place: one without an id\.$/],
    ['of control characters', { id: '\u001b[31m\u202e/x', type: 'x' }, /place: "\\u001b\[31m\\u\{202e\}\/x"\.$/],
    ['of a megabyte', { id: 'x'.repeat(1_000_000), type: 'x' }, /^.{1,250}$/],
  ])('a row %s makes the list incomplete, and is named', async (_, row, message) => {
    const world = await openWorld(scaleEstate(size))
    world.cloud.faults.push(changed((body) => ({ ...body, data: [row, ...body.data], totalRecords: 26 })))
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toHaveLength(25)
    expect(failure).toMatchObject({ reason: 'truncated', message: expect.stringMatching(message) })
  })

  it('of a hundred such rows a few are named', async () => {
    const world = await openWorld(scaleEstate(size))
    const odd = Array.from({ length: 100 }, (_, index) => ({ id: `/odd-${index}`, type: 'x' }))
    world.cloud.faults.push(changed((body) => ({ ...body, data: odd })))
    expect((await query(world.client, storage)).failure?.message).toMatch(
      /100 rows that nobody can place: "\/odd-0", "\/odd-1", "\/odd-2" and 97 more\.$/,
    )
  })

  it.each<[string, (body: Answer) => unknown, number | null]>([
    ['besides all that was', (body) => ({ ...body, data: [...body.data, other('Microsoft.Web/sites')] }), null],
    ['in place of what was', (body) => ({ ...body, data: [...body.data.slice(1), other('Microsoft.Web/sites')] }), 24],
  ])('what was not asked for, %s', async (_, change, incomplete) => {
    const world = await openWorld(scaleEstate(size))
    world.cloud.faults.push(changed(change))
    const isAsked = ({ type }: { type: string }) => type.toLowerCase() === 'microsoft.storage/storageaccounts'
    const { rows, failure } = await query(world.client, storage, { isAsked })
    expect(rows.every(isAsked)).toBe(true)
    expect(failure?.message ?? null).toBe(incomplete && `Resource Graph announced 25 rows and sent ${incomplete}.`)
  })
})

describe('lists without end', () => {
  const endless = (data: (body: Answer, page: number) => unknown[]) => {
    let page = 0
    const change = (body: Answer) => {
      page += 1
      return { ...body, data: data(body, page), $skipToken: `page ${page}` }
    }
    return changed(change, 1_000)
  }
  /** The cloud knows its own tokens only: whatever token is sent, the first page is asked for. */
  const askForFirstPages = ({ client: { resourceGraph } }: World) => {
    const honest = resourceGraph.resources.bind(resourceGraph)
    resourceGraph.resources = ({ options = {}, ...body }, rest) => {
      const { skipToken: _, ...others } = options
      return honest({ ...body, options: others }, rest)
    }
  }

  it.each<[string, (body: Answer, page: number) => unknown[], number]>([
    ['the same rows', ({ data }) => data, 25],
    ['no rows', () => [], 0],
    ['rows of another kind', () => [{ id: '/odd', type: 'x' }], 0],
  ])('%s under a new token for ever: it ends, truncated', async (_, data, count) => {
    const world = await openWorld(scaleEstate(size))
    world.cloud.faults.push(endless(data))
    askForFirstPages(world)
    const { rows, failure } = await query(world.client, storage)
    expect(rows).toHaveLength(count)
    expect(failure).toMatchObject({ reason: 'truncated', message: expect.stringMatching(/does not end/) })
    expect(world.queries().length).toBeLessThanOrEqual(12)
  })

  it('new rows under a new token for ever: it ends soon after what was announced', async () => {
    const world = await openWorld(scaleEstate(size))
    const ids = (page: number) =>
      Array.from({ length: 1000 }, (_, index) => ({
        id: `/subscriptions/${subscriptionA}/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/st${page}x${index}`,
        type: 'Microsoft.Storage/storageAccounts',
      }))
    world.cloud.faults.push(endless((_, page) => ids(page)))
    askForFirstPages(world)
    expect((await query(world.client, storage)).failure).toMatchObject({ reason: 'truncated' })
    expect(world.queries()).toHaveLength(2)
  })
})

describe('literals', () => {
  function found(value: string, among: string[]): string[] {
    const program = compileQuery(
      `resources | where name in (${literals([value])}) | project id, name | order by id asc`,
    )
    if ('code' in program) throw new Error(JSON.stringify(program))
    return program.run(among.map((name, index) => ({ id: String(index), name }))).map(({ name }) => String(name))
  }

  it('any text finds itself and nothing else', () => {
    const hostile = fc.constantFrom(
      "'",
      '\\',
      '"',
      '\n',
      '\r',
      '\u0000',
      '\u2028',
      '`',
      ')',
      '|',
      '//',
      "' or 1==1",
      '\\u0027',
      'é',
      '日',
      '\u{1f600}',
      '@',
      "'''",
      '```',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(hostile).map((parts) => parts.join('')),
      fc.string(),
    )
    fc.assert(
      fc.property(text, (value) => {
        expect(found(value, [value, 'other', `${value}x`, `x${value}`])).toEqual([value])
      }),
      { numRuns: 300 },
    )
  })

  it('stays on one line and in one literal', () => {
    expect(literal("a'b\\c\nd")).toBe("'a\\'b\\\\c\\u000ad'")
  })
})
