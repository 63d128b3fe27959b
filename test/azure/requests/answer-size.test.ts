import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { smallEstate, workspaceA } from '../../../simulator/small-estate.ts'
import { limitAnswers } from '../../../src/azure/requests/answer-size.ts'
import { failureOf, type ReadFailure } from '../../../src/azure/requests/read-failure.ts'
import { query } from '../../../src/azure/requests/resource-graph.ts'
import * as sdk from '../../../src/azure/sdk.ts'
import { closeClouds, openWorld, type World } from '../world.ts'

afterEach(closeClouds)

const ways: [string, (world: World) => Promise<ReadFailure | null>][] = [
  ['a read', ({ client }) => client.get(workspaceA, '2025-12-01').then(() => null, failureOf)],
  ['a query', ({ client }) => query(client, `type == 'x'`).then(({ failure }) => failure)],
]
const LARGEST = 1024 * 1024
const CHUNK = 128 * 1024
const text = (bytes: number) => JSON.stringify({ data: [], totalRecords: 0, filling: 'x'.repeat(bytes) })
const json = { 'content-type': 'application/json' }

describe.each(ways)('%s', (_, send) => {
  it.each<[string, number, Record<string, string>]>([
    ['packed', 200, json],
    ['of an error', 503, json],
    ['of another error', 403, json],
  ])('an answer %s that unpacks to more than is held: it ends there, and is not asked for again', async (_, status, headers) => {
    const world = await openWorld(smallEstate(), {}, undefined, LARGEST)
    world.cloud.faults.push({ kind: 'status', status, headers, body: text(2 * LARGEST) })
    expect(await send(world)).toMatchObject({
      reason: 'invalid-response',
      message: "Azure's answer was larger than 1 MiB; the rest was not read.",
    })
    expect(world.unpacked.bytes).toBeGreaterThan(LARGEST)
    expect(world.unpacked.bytes).toBeLessThan(LARGEST + CHUNK)
    expect(world.cloud.requests).toHaveLength(1)
  })

  it('an answer that just fits is read', async () => {
    const world = await openWorld(smallEstate(), {}, undefined, LARGEST)
    world.cloud.faults.push({ kind: 'status', status: 200, headers: json, body: text(LARGEST - CHUNK) })
    expect(await send(world)).toBeNull()
  })

  it('the next one is read as ever', async () => {
    const world = await openWorld(smallEstate(), {}, undefined, LARGEST)
    world.cloud.faults.push({ kind: 'status', status: 200, headers: json, body: text(LARGEST + 1), times: 1 })
    world.cloud.faults.push({ kind: 'status', status: 200, headers: json, body: text(1) })
    expect((await send(world))?.reason).toBe('invalid-response')
    expect(await send(world)).toBeNull()
  })
})

describe('a body', () => {
  const through = (body: Readable, timeout = 0) => {
    const request = sdk.createPipelineRequest({ url: 'https://localhost', timeout })
    const answer = { request, status: 200, headers: sdk.createHttpHeaders(), readableStreamBody: body }
    return limitAnswers(sdk).sendRequest(request, async () => answer)
  }
  const pieces = (count: number) => Readable.from(Array.from({ length: count }, () => Buffer.alloc(1024 * 1024, 'x')))

  it('of 32 MiB is held, and no more', async () => {
    expect((await through(pieces(32), 60_000)).bodyAsText).toHaveLength(32 * 1024 * 1024)
    const body = pieces(1000)
    await expect(through(body, 60_000)).rejects.toThrow('larger than 32 MiB')
    expect(body.destroyed).toBe(true)
  })

  it('that does not come to its end is waited for as long as for an answer', async () => {
    const body = new Readable({ read: () => {} })
    body.push('{"half')
    await expect(through(body, 10)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(body.destroyed).toBe(true)
  })
})
