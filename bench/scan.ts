import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cloud, startCloud } from '../simulator/cloud.ts'
import type { Estate } from '../simulator/estate.ts'
import { pullRequest } from '../simulator/events.ts'
import { runAction } from '../simulator/runner.ts'

/** What a run of the action was seen to do. */
export interface Scan {
  cloud: Cloud
  queries: number
  reads: number
  requests: number
  throttled: number
  /** from the first request to Azure to the last answer */
  seconds: number
  /** of the action's own process */
  megabytes: number
  /** files of dist/ that it loaded */
  loaded: string[]
  /** of processor time: of the action's own process, and of this one, which answers it */
  busy: { action: number; cloud: number }
}

/** Milliseconds from the first query to the last answer of Azure. */
function span({ requests }: Cloud): number {
  const azure = requests.filter(({ kind }) => kind === 'resource-graph' || kind === 'resource-manager')
  return Math.max(...azure.map(({ answeredAt = 0 }) => answeredAt)) - Math.min(...azure.map(({ at }) => at))
}

/**
 * Runs the action against the simulated cloud, which grants what Azure documents.
 *
 * @param plan what `plan-files` names
 */
export async function scan(estate: Estate, latency = 0, plan?: string): Promise<Scan> {
  const latencyMs = { oidc: latency, token: latency, 'resource-graph': latency, 'resource-manager': latency }
  const cloud = await startCloud({ estate, latencyMs })
  const identity = { 'client-id': estate.identity.clientId, 'tenant-id': estate.tenantId }
  const temp = join(cloud.directory, 'plans')
  mkdirSync(temp, { recursive: true })
  if (plan !== undefined) writeFileSync(join(temp, 'plan.json'), plan)
  const given: Record<string, string> = plan === undefined ? {} : { 'plan-files': join(temp, 'plan.json') }
  const before = process.cpuUsage()
  const { outputs, stdout, stderr } = await runAction({
    cloud,
    event: pullRequest(),
    inputs: { ...identity, 'publish-details': 'true', ...given },
    env: { RUNNER_TEMP: temp },
    nodeOptions: ['--require', join(import.meta.dirname, 'usage.cjs')],
    timeoutMs: 600_000,
  })
  if (!outputs.conclusion) throw new Error(`The run brought no conclusion:\n${stdout}\n${stderr}`)
  const { user, system } = process.cpuUsage(before)
  const [, memory, busy] = /^peak memory: (\d+) KB, processor time: (\d+) ms$/m.exec(stderr) ?? []
  const [, loaded = ''] = /^loaded: (.*)$/m.exec(stderr) ?? []
  if (!loaded.includes(plan === undefined ? 'run.js' : 'planned.js'))
    throw new Error(`Other files were loaded: ${loaded}`)
  await cloud.close()
  return {
    cloud,
    queries: cloud.count('resource-graph'),
    reads: cloud.count('resource-manager'),
    requests: cloud.count('resource-graph') + cloud.count('resource-manager'),
    throttled: cloud.requests.filter(({ status }) => status === 429).length,
    seconds: span(cloud) / 1000,
    megabytes: Number(memory) / 1024,
    loaded: loaded.split(','),
    busy: { action: Number(busy) / 1000, cloud: (user + system) / 1_000_000 },
  }
}
