import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { get, query, request } from '../../simulator/request.ts'
import { smallEstate, workspaceA } from '../../simulator/small-estate.ts'

let cloud: Cloud

beforeEach(async () => {
  cloud = await startCloud({ estate: smallEstate() })
})

afterEach(() => cloud.close())

describe('the proxy', () => {
  test.each([
    ['https://management.azure.com'],
    ['https://management.usgovcloudapi.net'],
    ['https://management.chinacloudapi.cn'],
  ])('leads to %s, which wants a token of its own cloud', async (origin) => {
    const url = `${origin}${workspaceA}?api-version=2025-12-01`
    const headers = { authorization: `Bearer ${cloud.accessToken(origin)}` }
    expect((await request(cloud, url, { headers }, true)).status).toBe(200)
    const other = { authorization: `Bearer ${cloud.accessToken('https://management.example')}` }
    expect((await request(cloud, url, { headers: other }, true)).status).toBe(401)
  })

  test('refuses and records every other host', async () => {
    await expect(request(cloud, 'https://kv-churn.vault.azure.net/keys', {}, true)).rejects.toThrow('502')
    expect(cloud.requests).toMatchObject([{ kind: 'refused-host', host: 'kv-churn.vault.azure.net:443', status: 502 }])
  })
})

describe('misbehaviour', () => {
  const read = () => get(cloud, workspaceA, '2025-12-01')

  test('a status, so many times, to the requests that match', async () => {
    cloud.faults.push({
      kind: 'status',
      status: 503,
      headers: { 'retry-after': '1' },
      times: 2,
      match: ({ kind }) => kind === 'resource-manager',
    })
    expect((await query(cloud, 'resources')).status).toBe(200)
    expect([(await read()).status, (await read()).status, (await read()).status]).toEqual([503, 503, 200])
    expect(cloud.requests.map(({ status }) => status)).toEqual([200, 503, 503, 200])
  })

  test('a closed connection', async () => {
    cloud.faults.push({ kind: 'reset', times: 1 })
    await expect(read()).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect(cloud.requests).toMatchObject([{ status: 0 }])
  })

  test('half a body', async () => {
    cloud.faults.push({ kind: 'truncate', times: 1 })
    await expect(read()).rejects.toThrow('aborted')
  })

  test('no JSON', async () => {
    cloud.faults.push({ kind: 'malformed', times: 1 })
    expect(await read()).toMatchObject({ status: 200, text: '<html>502 Bad Gateway</html>' })
  })

  test('a changed answer', async () => {
    const transform = (body: unknown) => ({ ...(body as object), totalRecords: 99 })
    cloud.faults.push({ kind: 'transform', transform, times: 1 })
    expect((await query(cloud, 'resources')).body.totalRecords).toBe(99)
    expect((await query(cloud, 'resources')).body.totalRecords).toBe(3)
  })

  test('no answer at all', async () => {
    cloud.faults.push({ kind: 'hang', times: 1 })
    const outcome = read().catch((error: Error) => error.message)
    while (cloud.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(cloud.requests).toMatchObject([{ status: 0 }])
    cloud.close()
    expect(await outcome).toMatch(/socket hang up|ECONNRESET/)
  })
})
