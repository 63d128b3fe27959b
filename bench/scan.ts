import { join } from 'node:path'
import { type Cloud, startCloud } from '../simulator/cloud.ts'
import { serialDepth } from '../simulator/depth.ts'
import type { Estate } from '../simulator/estate.ts'
import { oneEstate } from '../simulator/estates/one.ts'
import { scaleEstate } from '../simulator/estates/scale.ts'
import { pullRequest } from '../simulator/events.ts'
import { compileQuery } from '../simulator/kql.ts'
import { runAction } from '../simulator/runner.ts'
import type { Figure } from './figure.ts'

interface Scan {
  cloud: Cloud
  queries: number
  requests: number
  throttled: number
  /** from the first request to Azure to the last answer */
  seconds: number
  /** of the action's own process */
  megabytes: number
  /** of processor time: of the action's own process, and of this one, which answers it */
  busy: { action: number; cloud: number }
}

/** Milliseconds from the first query to the last answer of Azure. */
function span({ requests }: Cloud): number {
  const azure = requests.filter(({ kind }) => kind === 'resource-graph' || kind === 'resource-manager')
  return Math.max(...azure.map(({ answeredAt = 0 }) => answeredAt)) - Math.min(...azure.map(({ at }) => at))
}

/** What scans of 1, 1,000 and 10,000 workspaces cost against the quotas that Azure documents. */
export async function scanFigures(): Promise<Figure[]> {
  compileQuery('resources | project id')
  const one = await scan(oneEstate(), 20)
  const thousand = await scan(scaleEstate({ workspaces: 1000, subscriptions: 10 }))
  const tenThousand = await scan(scaleEstate({ workspaces: 10_000, subscriptions: 100 }))
  const quota = Math.max(5 * (Math.ceil(tenThousand.queries / 15) - 1), (tenThousand.requests / 100 - 250) / 25)
  const azure = one.cloud.requests.filter(({ kind }) => kind !== 'github')
  return [
    { name: 'Resource Graph queries, 1 workspace with all links', measured: one.queries, bound: 9, unit: '' },
    {
      name: 'round trips one behind the other before the comment, 1 workspace',
      measured: serialDepth(azure),
      bound: 9,
      unit: '',
    },
    {
      name: 'Resource Graph queries, 1,000 workspaces in 10 subscriptions',
      measured: thousand.queries,
      bound: 20,
      unit: '',
    },
    {
      name: 'Resource Graph queries, 10,000 workspaces in 100 subscriptions',
      measured: tenThousand.queries,
      bound: 120,
      unit: '',
    },
    {
      name: `time for 10,000 workspaces, over the ${Math.round(quota)} s that the quotas ask for`,
      measured: tenThousand.seconds / quota,
      bound: 1.1,
      unit: '×',
    },
    {
      name: `processor time of the action for that, over the same (the simulated cloud took ${Math.round(tenThousand.busy.cloud)} s beside it)`,
      measured: tenThousand.busy.action / quota,
      bound: 1.5,
      unit: '×',
    },
    {
      name: 'requests refused for too many (429)',
      measured: one.throttled + thousand.throttled + tenThousand.throttled,
      bound: 0,
      unit: '',
    },
    { name: 'memory at 10,000 workspaces', measured: tenThousand.megabytes, bound: 512, unit: 'MB' },
    {
      name: 'requests, 10,000 over 1,000 workspaces',
      measured: tenThousand.requests / thousand.requests,
      bound: 10.5,
      unit: '×',
    },
    {
      name: 'memory, 10,000 over 1,000 workspaces',
      measured: tenThousand.megabytes / thousand.megabytes,
      bound: 10.5,
      unit: '×',
    },
  ]
}

async function scan(estate: Estate, latency = 0): Promise<Scan> {
  const latencyMs = { oidc: latency, token: latency, 'resource-graph': latency, 'resource-manager': latency }
  const cloud = await startCloud({ estate, latencyMs })
  const identity = { 'client-id': estate.identity.clientId, 'tenant-id': estate.tenantId }
  const before = process.cpuUsage()
  const { outputs, stdout, stderr } = await runAction({
    cloud,
    event: pullRequest(),
    inputs: { ...identity, 'publish-details': 'true' },
    nodeOptions: ['--require', join(import.meta.dirname, 'usage.cjs')],
    timeoutMs: 600_000,
  })
  if (!outputs.conclusion) throw new Error(`The run brought no conclusion:\n${stdout}\n${stderr}`)
  const { user, system } = process.cpuUsage(before)
  const [, memory, busy] = /^peak memory: (\d+) KB, processor time: (\d+) ms$/m.exec(stderr) ?? []
  await cloud.close()
  return {
    cloud,
    queries: cloud.count('resource-graph'),
    requests: cloud.count('resource-graph') + cloud.count('resource-manager'),
    throttled: cloud.requests.filter(({ status }) => status === 429).length,
    seconds: span(cloud) / 1000,
    megabytes: Number(memory) / 1024,
    busy: { action: Number(busy) / 1000, cloud: (user + system) / 1_000_000 },
  }
}
