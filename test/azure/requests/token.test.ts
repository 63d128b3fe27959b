import { afterEach, describe, expect, it } from 'vitest'
import { smallEstate, workspaceA } from '../../../simulator/small-estate.ts'
import type { Fault } from '../../../simulator/traffic.ts'
import { failureOf, type ReadFailure } from '../../../src/azure/requests/read-failure.ts'
import { query } from '../../../src/azure/requests/resource-graph.ts'
import { closeClouds, openWorld, type World } from '../world.ts'

afterEach(closeClouds)

const refused = (body: unknown, headers: Record<string, string> = {}): Fault => ({
  kind: 'status',
  status: 401,
  headers,
  body,
})
const coded = (code: string) => refused({ error: { code, message: 'The token was not taken.' } })

/** Whatever way leads to Azure: what it brings, or why it brings nothing. */
const ways: [string, (world: World) => Promise<ReadFailure | null>][] = [
  ['a read', ({ client }) => client.get(workspaceA, '2025-12-01').then(() => null, failureOf)],
  ['a query', ({ client }) => query(client, `type =~ 'microsoft.keyvault/vaults'`).then(({ failure }) => failure)],
]

/** A world whose token the cloud does not know, until a new one is asked for; with what was asked. */
async function openStale() {
  const world = await openWorld(smallEstate())
  const { getToken } = world.credential
  let [current, good] = ['stale', false]
  const asked: string[] = []
  world.credential.getToken = async (_, options) => {
    if (options?.claims) {
      asked.push(options.claims)
      good = true
    }
    return good ? getToken('') : { token: current, expiresOnTimestamp: Date.now() + 3_000_000 }
  }
  world.credential.renew = async (_, token) => {
    asked.push(token)
    good = true
    return getToken('')
  }
  const refuseAll = () => {
    world.credential.renew = async (_, token) => {
      asked.push(token)
      current = `stale ${asked.length}`
      return { token: current, expiresOnTimestamp: Date.now() + 3_000_000 }
    }
  }
  return { ...world, asked, refuseAll }
}

describe.each(ways)('a token that is refused to %s', (_, send) => {
  it.each<[string, Fault]>([
    ['expired', coded('ExpiredAuthenticationToken')],
    ['invalid', coded('InvalidAuthenticationToken')],
    ['in any case', coded('expiredauthenticationtoken')],
    ['not accepted', coded('AuthenticationFailed')],
    ['without a code', refused({})],
    ['without a body', refused(undefined)],
    ['in words of a gateway', refused('<html>Unauthorized</html>')],
  ])('%s: a new one is asked for, and it is tried once more', async (_, fault) => {
    const world = await openWorld(smallEstate())
    const renewed: string[] = []
    const { getToken } = world.credential
    world.credential.renew = async (_, token) => {
      renewed.push(token)
      return getToken('')
    }
    world.cloud.faults.push({ ...fault, times: 1 })
    expect(await send(world)).toBeNull()
    expect(renewed).toHaveLength(1)
    expect(world.cloud.requests.map(({ status }) => status)).toEqual([401, 200])
    expect(world.clock.slept).toEqual([])
  })

  it('for ever: invalid-response after the second try, and no missing role', async () => {
    const world = await openStale()
    world.refuseAll()
    expect(await send(world)).toMatchObject({ reason: 'invalid-response', status: 401 })
    expect(world.asked).toEqual(['stale'])
    expect(world.cloud.requests.map(({ status }) => status)).toEqual([401, 401])
  })

  it('by another tenant: not visible at once, and the token stays', async () => {
    const world = await openStale()
    world.cloud.faults.push(coded('InvalidAuthenticationTokenTenant'))
    expect(await send(world)).toMatchObject({ reason: 'not-visible', code: 'InvalidAuthenticationTokenTenant' })
    expect(world.asked).toEqual([])
    expect(world.cloud.requests).toHaveLength(1)
  })

  it('before its time: the new one has what the service wants of it', async () => {
    const world = await openStale()
    const wanted = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(wanted)}"`
    world.cloud.faults.push({
      ...refused({ error: { code: 'InvalidAuthenticationToken' } }, { 'www-authenticate': challenge }),
      times: 1,
    })
    expect(await send(world)).toBeNull()
    expect(world.asked).toEqual([wanted])
  })

  it('and there is no new one: that is why', async () => {
    const world = await openStale()
    world.credential.renew = async () => {
      throw new Error('Entra is closed.')
    }
    expect(await send(world)).toMatchObject({
      reason: 'invalid-response',
      message: 'Azure could not be read: Entra is closed.',
    })
    expect(world.cloud.requests).toHaveLength(1)
  })

  it.each<[string, (world: World, hang: () => Promise<never>) => void]>([
    ['a new one', ({ credential }, hang) => void Object.assign(credential, { renew: hang })],
    ['the first one', ({ credential }, hang) => void Object.assign(credential, { getToken: hang })],
  ])('and nobody answers who is asked for %s: it ends with the run', async (_, change) => {
    const world = await openStale()
    change(world, () => {
      world.end.abort()
      return new Promise(() => {})
    })
    expect(await send(world)).toMatchObject({ reason: 'timeout' })
  })
})

describe('many at once', () => {
  it('in the second of expiry: one new token for all of them, and nothing is lost', async () => {
    const world = await openStale()
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => (ways[index % 2] as (typeof ways)[number])[1](world)),
    )
    expect(outcomes.filter((failure) => failure !== null)).toEqual([])
    expect(world.asked).toEqual(['stale'])
    expect(world.cloud.requests.length).toBeLessThanOrEqual(120)
  })

  it('and the new one is refused as well: at most one a minute is asked for', async () => {
    const world = await openStale()
    world.refuseAll()
    const reads = () => Promise.all(Array.from({ length: 20 }, () => (ways[0] as (typeof ways)[number])[1](world)))
    const outcomes = [...(await reads()), ...(await reads())]
    expect(outcomes.every((failure) => failure?.reason === 'invalid-response')).toBe(true)
    expect(world.asked).toEqual(['stale'])
    await world.clock.sleep(60_000)
    await reads()
    expect(world.asked).toHaveLength(2)
    expect(world.cloud.requests).toHaveLength(120)
  })
})

describe('in a run', () => {
  const expired = coded('ExpiredAuthenticationToken')

  it('a single refusal leaves nothing out', async () => {
    const calm = await (await openWorld(smallEstate())).collect()
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ ...expired, match: ({ kind }) => kind === 'resource-manager', times: 1 })
    const { evidence } = await world.collect()
    expect(evidence.resources).toEqual(calm.evidence.resources)
    expect(evidence.collections).toEqual(calm.evidence.collections)
  })

  it('refusals for ever name no action that would help', async () => {
    const world = await openWorld(smallEstate())
    world.cloud.faults.push({ ...expired, match: ({ kind }) => kind === 'resource-manager' })
    const { evidence } = await world.collect()
    const unread = [...evidence.resources.values(), ...evidence.collections.values()].flatMap((record) =>
      record.state === 'unreadable' ? [record] : [],
    )
    expect(unread.length).toBeGreaterThan(0)
    for (const { reason, action, message } of unread) {
      expect({ reason, action }).toEqual({ reason: 'invalid-response', action: null })
      expect(message).toMatch(/The token was not taken\.$/)
    }
  })
})
