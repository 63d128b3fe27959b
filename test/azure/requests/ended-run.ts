import tls from 'node:tls'
import { subscriptionA, vaultB } from '../../../simulator/small-estate.ts'
import { cloudOf } from '../../../src/azure/clouds.ts'
import { createClient } from '../../../src/azure/requests/client.ts'
import { clockUntil } from '../../../src/azure/requests/clock.ts'
import { failureOf } from '../../../src/azure/requests/read-failure.ts'
import { query } from '../../../src/azure/requests/resource-graph.ts'
import * as sdk from '../../../src/azure/sdk.ts'

/**
 * A process of its own that reads Azure in every way that takes for ever, ends the run once all of them are under way,
 * and then has nothing more to do.
 */
const { RESOURCE_MANAGER = '', CERTIFICATE = '', TOKEN = '' } = process.env
tls.setDefaultCACertificates([CERTIFICATE])
const end = new AbortController()
const token = { token: TOKEN, expiresOnTimestamp: Date.now() + 3_000_000 }
let renewals = 0
const client = createClient({
  cloud: cloudOf({
    environment: 'custom',
    audience: null,
    resourceManagerUrl: RESOURCE_MANAGER,
    authorityHost: RESOURCE_MANAGER,
  }),
  credential: {
    getToken: async () => token,
    renew: () => {
      renewals += 1
      return new Promise(() => {})
    },
  },
  sdk,
  signal: end.signal,
  clock: clockUntil(end.signal),
  version: '1.0.0',
  env: {},
})
const read = (path: string) => client.get(path, '2025-12-01').then(() => null, failureOf)
const all = [
  read(`/subscriptions/${subscriptionA}/hangs`),
  read(`/subscriptions/${subscriptionA}/stalls`),
  read(`${vaultB}/throttled`),
  read(`${vaultB}/throttled`),
  read('/busy'),
  read('/refused'),
  query(client, `type == 'hangs'`).then(({ failure }) => failure),
]
const isUnderWay = () =>
  client.counters.resourceManager >= 5 &&
  client.counters.resourceGraph === 1 &&
  client.counters.throttled > 0 &&
  renewals === 1
while (!isUnderWay()) await new Promise((resolve) => setTimeout(resolve, 10))
end.abort()
console.log(JSON.stringify((await Promise.all(all)).map((failure) => failure?.reason)))
