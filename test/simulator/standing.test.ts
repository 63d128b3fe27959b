import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { request } from '../../simulator/request.ts'
import type { RunResult } from '../../simulator/runner.ts'
import { smallEstate } from '../../simulator/small-estate.ts'
import { checkStanding } from '../../simulator/standing.ts'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startCloud({ estate: { ...smallEstate(), secrets: ['open&sesame'] } })
})

afterAll(() => cloud.close())

const quiet = { stdout: '', stderr: '', log: '', outputs: {}, annotations: [] }

/** What is found of a run with these requests, and this result. */
async function checked(requests: () => Promise<unknown>, result: object = {}, given: Record<string, string> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'standing-'))
  const workspaceDir = join(directory, 'workspace')
  mkdirSync(workspaceDir)
  for (const [name, text] of Object.entries(given)) writeFileSync(join(workspaceDir, name), text)
  const before = cloud.requests.length
  await requests()
  const run = { ...quiet, workspaceDir, ...result } as unknown as RunResult
  return () =>
    checkStanding({
      cloud,
      requests: cloud.requests.slice(before),
      result: run,
      directory,
      given: { a: given.a ?? '' },
    })
}

const azure = 'https://management.azure.com'
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const ask = (url: string, options: object) => () => request(cloud, url, options, true).catch(() => undefined)

it('a run that reads and tells no secret is as it should be', async () => {
  const own = ask(`${azure}/subscriptions?api-version=2022-12-01`, bearer(cloud.accessToken()))
  expect(await checked(own, { log: 'all is well' }, { a: 'open&sesame' })).not.toThrow()
})

it.each<[string, string, () => object]>([
  ['Azure gets the token of GitHub', azure, () => bearer(cloud.github.token)],
  ['GitHub gets the token of Azure', 'https://api.github.com/user', () => bearer(cloud.accessToken())],
  ['another cloud gets it', 'https://management.usgovcloudapi.net/', () => bearer(cloud.accessToken())],
  ['the page of GitHub gets the token of its API', 'https://github.com/a', () => bearer(cloud.github.token)],
  ['a header of another name has it', azure, () => ({ headers: { 'x-token': cloud.github.token } })],
  ['an address has it', `https://api.github.com/?t=SIMULATED-OIDC-REQUEST-TOKEN`, () => ({})],
  ['a body has it', azure, () => ({ method: 'POST', body: cloud.github.token })],
])('%s: a token at another origin', async (_, url, options) => {
  expect(await checked(ask(url, options()))).toThrow('another origin')
})

it.each<[string, string, object]>([
  ['PUT', `${azure}/subscriptions/s`, { method: 'PUT' }],
  [
    'POST of an operation',
    `${azure}/subscriptions/s/providers/Microsoft.Storage/storageAccounts/a/listKeys`,
    { method: 'POST' },
  ],
  ['GET of the query', 'https://login.microsoftonline.com/t/oauth2/v2.0/token', {}],
  ['another host', 'https://kv.vault.azure.net/keys', {}],
])('%s: more than reads', async (_, url, options) => {
  expect(await checked(ask(url, options))).toThrow('more than reads')
})

it.each([
  'vaults/v/secrets',
  'storageAccounts/a/listKeys',
  'searchServices/s/listAdminKeys',
  'x/y/queryKeys',
])('%s: an operation that returns secrets', async (path) => {
  const url = `${azure}/subscriptions/s/providers/Microsoft.X/${path}`
  expect(await checked(ask(url, {}))).toThrow('returns secrets')
})

it.each<[string, object, Record<string, string>]>([
  ['in the log', { log: 'open&sesame' }, {}],
  ['printed', { stdout: 'open&sesame' }, {}],
  ['on stderr', { stderr: 'at open%26sesame' }, {}],
  ['in an annotation', { annotations: [{ message: 'open&sesame' }] }, {}],
  ['in a web page', {}, { 'report.html': '<p>open&amp;sesame</p>' }],
])('a secret %s is seen', async (_, result, given) => {
  expect(await checked(async () => {}, result, given)).toThrow('secret is seen')
})

it('what the runner is told to hide is not seen', async () => {
  expect(await checked(async () => {}, { stdout: '::add-mask::open&sesame\n' })).not.toThrow()
})
