import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { literal, literals, query, type Row } from '../../src/azure/resource-graph.ts'
import { scaleEstate } from '../cloud/estates/scale.ts'
import { compileQuery } from '../cloud/kql.ts'
import { smallEstate } from '../cloud/small-estate.ts'
import { closeClouds, openWorld } from './world.ts'

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
