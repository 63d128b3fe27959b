import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { smallEstate, subscriptionA, vaultB, workspaceA } from '../../../simulator/small-estate.ts'
import type { Fault } from '../../../simulator/traffic.ts'
import { ReadFailure } from '../../../src/azure/requests/read-failure.ts'
import { query } from '../../../src/azure/requests/resource-graph.ts'
import { closeClouds, openWorld, type World } from '../world.ts'

afterEach(closeClouds)

const version = '2025-12-01'
const endedRun = join(import.meta.dirname, 'ended-run.ts')

/** Plain members of a ReadFailure. */
async function failure(read: Promise<unknown>): Promise<ReadFailure> {
  const error = await read.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ReadFailure)
  return error as ReadFailure
}

const read = ({ client }: World, id = workspaceA) => client.get(id, version)
const statusFault = (status: number, headers: Record<string, string> = {}, body: unknown = {}): Fault => ({
  kind: 'status',
  status,
  headers,
  body,
})

describe('tries again, and then succeeds', () => {
  it.each<[string, Fault, number[]]>([
    ['429 with Retry-After', statusFault(429, { 'retry-after': '17' }), [17_000, 17_000]],
    ['429 without a word', statusFault(429), [5_000, 5_000]],
    [
      '429 with a date in Retry-After',
      statusFault(429, {
        date: 'Wed, 21 Oct 2026 07:28:00 GMT',
        'retry-after': 'Wed, 21 Oct 2026 07:28:07 GMT',
      }),
      [7_000, 7_000],
    ],
    ['429 with less than nothing', statusFault(429, { 'retry-after': '-5' }), [5_000, 5_000]],
    [
      '429 with the window of Resource Graph',
      statusFault(429, { 'x-ms-user-quota-resets-after': '00:00:03' }),
      [3_000, 3_000],
    ],
    ['503 with Retry-After', statusFault(503, { 'retry-after': '4' }), [4_000, 4_000]],
    ['500', statusFault(500), []],
    ['502 of a gateway', statusFault(502, {}, '<html>'), []],
    ['504', statusFault(504), []],
    ['408', statusFault(408), []],
    ['the connection is reset', { kind: 'reset' }, []],
    ['half an answer', { kind: 'truncate' }, []],
  ])('%s', async (_, fault, slept) => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ ...fault, times: 2 })
    await expect(read(world)).resolves.toMatchObject({ id: workspaceA })
    if (slept.length > 0) expect(world.clock.slept.filter((each) => each >= 1_000)).toEqual(slept)
    else expect(world.clock.slept).toHaveLength(2)
    const throttled = 'status' in fault && fault.status === 429 ? 2 : 0
    expect(world.client.counters).toEqual({ resourceGraph: 0, resourceManager: 3, throttled })
  })

  it('no answer: the try ends, the run does not', async () => {
    const world = await openWorld(smallEstate(), {}, 5_000)
    world.cloud.faults.push({ kind: 'hang', times: 1 })
    await expect(read(world)).resolves.toMatchObject({ id: workspaceA })
    expect(world.client.counters.resourceManager).toBe(2)
  })

  it.each<[string, Fault]>([
    ['429', statusFault(429, { 'x-ms-user-quota-resets-after': '00:00:02' })],
    ['503', statusFault(503)],
    ['a reset', { kind: 'reset' }],
  ])('Resource Graph: %s', async (_, fault) => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ ...fault, times: 2 })
    const { rows, failure } = await query(world.client, `type =~ 'microsoft.keyvault/vaults'`)
    expect({ rows: rows.length, failure }).toEqual({ rows: 1, failure: null })
    expect(world.client.counters.resourceGraph).toBe(3)
  })
})

describe('gives up', () => {
  it('429 for ever: throttled', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push(
      statusFault(
        429,
        { 'retry-after': '1' },
        { error: { code: 'SubscriptionRequestsThrottled', message: 'Slow down.' } },
      ),
    )
    expect(await failure(read(world))).toMatchObject({
      reason: 'throttled',
      status: 429,
      code: 'SubscriptionRequestsThrottled',
      message: 'Slow down.',
    })
    expect(world.client.counters).toEqual({ resourceGraph: 0, resourceManager: 20, throttled: 20 })
  })

  it.each<[string, Fault, Partial<ReadFailure>]>([
    [
      '503 for ever',
      statusFault(503, {}, { error: { code: 'ServerBusy', message: 'Busy.' } }),
      { status: 503, message: 'Busy.' },
    ],
    [
      '500 without a body',
      statusFault(500, {}, undefined),
      { status: 500, message: 'Azure answered with HTTP status 500.' },
    ],
    [
      'half an answer for ever',
      { kind: 'truncate' },
      { status: 0, message: 'Azure answered with something that is not JSON.' },
    ],
  ])('%s: invalid-response', async (_, fault, expected) => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push(fault)
    expect(await failure(read(world))).toMatchObject({ reason: 'invalid-response', ...expected })
    expect(world.client.counters.resourceManager).toBe(4)
  })

  it('resets for ever: invalid-response, with a sentence', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ kind: 'reset' })
    const { reason, message } = await failure(read(world))
    expect(reason).toBe('invalid-response')
    expect(message).toMatch(/^Azure could not be read: /)
  })

  it('no answer for ever: invalid-response', async () => {
    const world = await openWorld(smallEstate(), {}, 100)
    world.cloud.faults.push({ kind: 'hang' })
    expect(await failure(read(world))).toMatchObject({
      reason: 'invalid-response',
      message: 'Azure did not answer in time.',
    })
    expect(world.client.counters.resourceManager).toBe(4)
  })

  it.each<[string, number, unknown, string]>([
    ['400', 400, { error: { code: 'BadRequest', message: 'x' } }, 'invalid-response'],
    [
      '401 of another tenant',
      401,
      { error: { code: 'InvalidAuthenticationTokenTenant', message: 'x' } },
      'not-visible',
    ],
    ['403', 403, { error: { code: 'AuthorizationFailed', message: 'x' } }, 'forbidden'],
    ['403 of a firewall', 403, '<html>Forbidden</html>', 'forbidden'],
    ['404', 404, { error: { code: 'ResourceNotFound', message: 'x' } }, 'absent'],
    ['404 without an envelope', 404, { code: 'NotFound', message: 'x' }, 'absent'],
    ['404 with a capital', 404, { Code: 'NotFound', Message: 'x' }, 'absent'],
    ['404 of a proxy', 404, '<html>Not Found</html>', 'invalid-response'],
    ['404 of a gateway that speaks JSON', 404, { statusCode: 404 }, 'invalid-response'],
    ['404 of a subscription', 404, { error: { code: 'SubscriptionNotFound', message: 'x' } }, 'not-visible'],
    ['404 of a type', 404, { error: { code: 'InvalidResourceType', message: 'x' } }, 'api-unsupported'],
    ['404 of a provider', 404, { error: { code: 'InvalidResourceNamespace', message: 'x' } }, 'api-unsupported'],
    ['400 of an api-version', 400, { error: { code: 'NoRegisteredProviderFound', message: 'x' } }, 'api-unsupported'],
    ['409', 409, { error: { code: 'Conflict', message: 'x' } }, 'invalid-response'],
    [
      '409 of a provider',
      409,
      { error: { code: 'MissingSubscriptionRegistration', message: 'x' } },
      'invalid-response',
    ],
    ['409 without a code', 409, undefined, 'invalid-response'],
    ['204', 204, undefined, 'invalid-response'],
  ])('%s at once', async (_, status, body, reason) => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push(statusFault(status, {}, body))
    expect(await failure(read(world))).toMatchObject({ reason, status })
    expect(world.client.counters.resourceManager).toBe(1)
  })

  it.each<[string, string]>([
    ['HTML', '<html>Welcome to the airport</html>'],
    ['nothing', ''],
    ['half of JSON', '{"id": "/subscr'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a word', '"fine"'],
  ])('200 with %s: invalid-response', async (_, body) => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ kind: 'malformed', body })
    expect(await failure(read(world))).toMatchObject({
      reason: 'invalid-response',
      status: 200,
      message: 'Azure answered with something that is not JSON.',
    })
  })

  it('what Azure sent is never repeated when it is not JSON', async () => {
    const world = await openWorld(smallEstate())
    const headers = { 'content-type': 'application/json' }
    world.cloud.faults.push({ kind: 'status', status: 200, headers, body: '{"ConnectionString": "AccountKey=secret' })
    const { failure } = await query(world.client, `type == 'x'`)
    expect(failure).toMatchObject({
      reason: 'invalid-response',
      message: 'Azure answered with something that is not JSON.',
    })
  })
})

describe('the end of the run', () => {
  it('what is under way ends, and what comes is refused', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ kind: 'hang' })
    const underWay = failure(read(world))
    while (world.cloud.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
    world.end.abort()
    expect(await underWay).toMatchObject({ reason: 'timeout' })
    expect(await failure(read(world))).toMatchObject({ reason: 'timeout' })
    expect((await query(world.client, `type == 'x'`)).failure).toMatchObject({ reason: 'timeout' })
    expect(world.cloud.requests).toHaveLength(1)
  })

  it('who waits for a quota does not wait on', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push(statusFault(429, { 'retry-after': '3600' }))
    const { sleep } = world.clock
    world.clock.sleep = async (milliseconds) => {
      await sleep(milliseconds)
      world.end.abort()
    }
    const outcomes = await Promise.all([failure(read(world)), failure(read(world))])
    expect(outcomes.map(({ reason }) => reason)).toEqual(['timeout', 'timeout'])
    expect(world.cloud.requests.length).toBeLessThanOrEqual(2)
  })
})

describe('a run that ended', () => {
  it('leaves nothing that keeps the process: no timer, no socket, nobody who waits', async () => {
    const { cloud } = await openWorld(smallEstate())
    const at = (ending: string) => (request: { path: string }) => request.path.endsWith(ending)
    cloud.faults.push(
      { kind: 'hang', match: at('/hangs') },
      { kind: 'stall', match: at('/stalls') },
      { ...statusFault(429, { 'retry-after': '99999999' }), match: at('/throttled') },
      { ...statusFault(503, { 'retry-after': '99999999' }), match: at('/busy') },
      { ...statusFault(401), match: at('/refused') },
      { kind: 'hang', match: ({ kind }) => kind === 'resource-graph' },
    )
    const env = {
      ...process.env,
      RESOURCE_MANAGER: cloud.urls.resourceManager,
      CERTIFICATE: cloud.caPem,
      TOKEN: cloud.accessToken(cloud.urls.resourceManager),
    }
    // it resolves when the process ends of itself
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [endedRun], { env })
    expect(JSON.parse(stdout)).toEqual(Array.from({ length: 7 }, () => 'timeout'))
    expect(stderr).not.toMatch(/Warning|Error/)
  })
})

describe('a service that asks for more patience than there is', () => {
  const patience = { 'retry-after': '99999999' }
  it.each<[string, Fault, (world: World) => Promise<unknown>]>([
    ['429', statusFault(429, patience), (world) => failure(read(world))],
    ['503', statusFault(503, patience), (world) => failure(read(world))],
    ['429 of Resource Graph', statusFault(429, patience), async ({ client }) => (await query(client, 'true')).failure],
    ['503 of Resource Graph', statusFault(503, patience), async ({ client }) => (await query(client, 'true')).failure],
  ])('%s: it is waited for until the run ends, and no timer overflows', async (_, fault, send) => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push(fault)
    const slept: number[] = []
    world.clock.sleep = async (milliseconds) => {
      slept.push(milliseconds)
      world.end.abort()
    }
    expect(await send(world)).toMatchObject({ reason: 'timeout' })
    expect(slept).toEqual([2 ** 31 - 1])
    expect(world.cloud.requests).toHaveLength(1)
  })
})

describe('where requests go', () => {
  it.each([
    'https://example.com/subscriptions?$skip=1',
    'http://localhost:1/x',
    '//example.com/x',
  ])('%s is refused: the token stays', async (link) => {
    const world = await openWorld(smallEstate())
    const { reason, message } = await failure((async () => world.client.get(link, null))())
    expect(reason).toBe('invalid-response')
    expect(message).toMatch(/^Azure's answer points to another host \(.*\); it was not followed\.$/)
    expect(world.cloud.requests).toEqual([])
  })

  it('a redirection to another host is not followed', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push(statusFault(302, { location: `${world.cloud.urls.githubServer}/steal` }))
    expect(await failure(read(world))).toMatchObject({ reason: 'invalid-response', status: 302 })
    expect(world.cloud.requests.map(({ kind }) => kind)).toEqual(['resource-manager'])
  })

  it('a nextLink of the same host is followed as it is', async () => {
    const world = await openWorld(smallEstate())
    const link = `${world.cloud.urls.resourceManager}${workspaceA}?api-version=${version}&%24skip=a%2Fb`
    await world.client.get(link, null)
    expect(world.cloud.requests[0]?.query).toEqual({ 'api-version': version, $skip: 'a/b' })
  })

  it.each([
    'a b',
    'a#b',
    'a?b',
    'a%2fb',
    'a%',
    'ä-日本',
    "o'brien",
    'a+b',
    'a&b=c',
    'a;b',
    'a\\b',
    '(group).x',
  ])('%s arrives as it is', async (name) => {
    const world = await openWorld(smallEstate())
    const id = `/subscriptions/${subscriptionA}/resourceGroups/${name}/providers/Microsoft.Storage/storageAccounts/st`
    await failure(world.client.get(id, version))
    expect(world.cloud.requests[0]).toMatchObject({ path: id, query: { 'api-version': version } })
  })

  it.each(['..', '.'])('a group named %s is no way to another resource', async (name) => {
    const world = await openWorld(smallEstate())
    const path = `/subscriptions/${subscriptionA}/resourceGroups/${name}/providers/Microsoft.Storage/storageAccounts/st`
    expect(await failure((async () => world.client.get(path, version))())).toMatchObject({
      reason: 'unrecognised-value',
    })
    expect(world.cloud.requests).toEqual([])
  })
})

describe('outside of subscriptions', () => {
  it('has a quota of its own', async () => {
    const world = await openWorld(smallEstate())
    const { value } = await world.client.get('/subscriptions', version)
    expect(value).toHaveLength(2)
  })
})

describe('the token', () => {
  it('is that of the moment when the request is sent, not of when it began to wait', async () => {
    const world = await openWorld(smallEstate())
    const { getToken } = world.credential
    let asked = 0
    world.credential.getToken = async () => {
      asked += 1
      return { ...(await getToken('')), expiresOnTimestamp: Date.now() }
    }
    world.cloud.faults.push({ ...statusFault(429, { 'retry-after': '400' }), times: 1 })
    await read(world)
    expect(asked).toBe(2)
  })

  it('goes along when Azure redirects within its host', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ ...statusFault(307, { location: `${vaultB}?api-version=${version}` }), times: 1 })
    await expect(read(world)).resolves.toMatchObject({ id: vaultB })
  })
})

describe('no token', () => {
  it('says why, and does not try again', async () => {
    const world = await openWorld(smallEstate())
    world.credential.getToken = async () => {
      throw new Error('Entra is closed.')
    }
    expect(await failure(read(world))).toMatchObject({
      reason: 'invalid-response',
      message: 'Azure could not be read: Entra is closed.',
    })
    expect(world.clock.slept).toEqual([])
  })
})

describe('quotas', () => {
  it('a throttled subscription does not hold up another', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({
      ...statusFault(429, { 'retry-after': '60' }),
      match: ({ path }) => path.includes(subscriptionA),
    })
    world.clock.sleep = () => new Promise(() => {})
    const isDone: string[] = []
    const { client } = world
    void client.get(workspaceA, version).then(() => isDone.push('A'))
    while (client.counters.throttled === 0) await new Promise((resolve) => setImmediate(resolve))
    await client.get(vaultB, version)
    expect(isDone).toEqual([])
    expect(world.cloud.requests.map(({ status }) => status)).toEqual([429, 200])
  })

  it('hundreds of reads at once: nothing is lost, and no 429 is provoked', async () => {
    const world = await openWorld(smallEstate())
    await Promise.all(Array.from({ length: 600 }, () => read(world)))
    expect(world.client.counters).toEqual({ resourceGraph: 0, resourceManager: 600, throttled: 0 })
  })

  it('dozens of queries at once: nothing is lost, and no 429 is provoked', async () => {
    const world = await openWorld(smallEstate())
    const results = await Promise.all(
      Array.from({ length: 70 }, () => query(world.client, `type =~ 'microsoft.keyvault/vaults'`)),
    )
    expect(results.every(({ failure }) => failure === null)).toBe(true)
    expect(world.client.counters).toEqual({ resourceGraph: 70, resourceManager: 0, throttled: 0 })
  })

  it('a query that is refused in words that are not Azure’s keeps its meaning', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ ...statusFault(403, {}, '<html>Forbidden</html>'), times: 1 })
    expect((await query(world.client, `type == 'x'`)).failure).toMatchObject({ reason: 'forbidden', status: 403 })
    world.cloud.faults.push({ ...statusFault(403, { 'content-type': 'application/json' }, '<html>'), times: 1 })
    expect((await query(world.client, `type == 'x'`)).failure).toMatchObject({ reason: 'forbidden', status: 403 })
  })

  it('slow reads do not keep queries from going', async () => {
    const world = await openWorld(smallEstate(), {}, 600_000)
    world.cloud.faults.push({ kind: 'hang', match: ({ kind }) => kind === 'resource-manager' })
    const reads = Array.from({ length: 80 }, () => failure(read(world)))
    while (world.sent('resource-manager').length < 80) await new Promise((resolve) => setTimeout(resolve, 5))
    expect((await query(world.client, `type =~ 'microsoft.keyvault/vaults'`)).failure).toBeNull()
    world.end.abort()
    expect((await Promise.all(reads)).every(({ reason }) => reason === 'timeout')).toBe(true)
  })
})
