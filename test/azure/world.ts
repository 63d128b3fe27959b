import type { HttpClient, PipelinePolicy, PipelineRequest } from '@azure/core-rest-pipeline'
import { type Cloud, type CloudOptions, startCloud } from '../../simulator/cloud.ts'
import type { Estate } from '../../simulator/estate.ts'
import { trust } from '../../simulator/request.ts'
import type { Kind, RecordedRequest } from '../../simulator/traffic.ts'
import { cloudOf } from '../../src/azure/clouds.ts'
import { type Collection, collect, type Depth, type PlansOver } from '../../src/azure/collect.ts'
import type { Credential } from '../../src/azure/login/credential.ts'
import { createClient } from '../../src/azure/requests/client.ts'
import * as sdk from '../../src/azure/sdk.ts'
import { noConfig } from '../../src/config/model.ts'
import type { CollectionRecord, ResourceRecord, Unreadable } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import type { Targets } from '../../src/inputs/targets.ts'
import { asText } from '../../src/said.ts'
import { depthOf } from '../../src/scan/evidence.ts'
import { impatientClock } from './virtual-clock.ts'

const suffixes = { vaultSuffix: 'vault.azure.net', hsmSuffix: 'managedhsm.azure.net' }

export const everything: Targets = { workspaces: [], resourceGroups: [], subscriptions: [], managementGroups: [] }

const open = new Set<Cloud>()

/** Closes every cloud that a test opened. */
export function closeClouds(): void {
  for (const cloud of open) cloud.close()
  open.clear()
}

/** The simulated cloud, and the action's client in front of it: the real SDK, and a clock that does not wait. */
export async function openWorld(
  estate: Estate,
  options: Omit<CloudOptions, 'estate'> = {},
  attemptTimeout?: number,
  largestAnswer?: number,
) {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) delete process.env[name]
  const clock = impatientClock()
  const cloud = await startCloud({ estate, clock: clock.now, ...options })
  open.add(cloud)
  trust(cloud)
  const end = new AbortController()
  const getToken = async () => ({
    token: cloud.accessToken(cloud.urls.resourceManager),
    expiresOnTimestamp: Date.now() + 3_000_000,
  })
  const credential: Credential = { getToken, renew: getToken }
  const urls = { resourceManagerUrl: cloud.urls.resourceManager, authorityHost: cloud.urls.authority }
  const trips = { depth: 0 }
  const counted = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    clock.busy += 1
    const depth = trips.depth + 1
    try {
      return await send()
    } finally {
      clock.busy -= 1
      trips.depth = Math.max(trips.depth, depth)
    }
  }
  const unpacked = { bytes: 0 }
  const weighed = (outgoing: PipelineRequest) => {
    const { onDownloadProgress } = outgoing
    outgoing.onDownloadProgress = (progress) => {
      unpacked.bytes = Math.max(unpacked.bytes, progress.loadedBytes)
      onDownloadProgress?.(progress)
    }
    return outgoing
  }
  const createDefaultHttpClient = (): HttpClient => {
    const http = sdk.createDefaultHttpClient()
    return { sendRequest: (outgoing) => counted(() => http.sendRequest(weighed(outgoing))) }
  }
  const client = createClient({
    // its vaults are called as those of the public cloud
    cloud: { ...cloudOf({ environment: 'custom', audience: null, ...urls }), ...suffixes },
    credential,
    sdk: { ...sdk, createDefaultHttpClient },
    signal: end.signal,
    clock,
    version: '1.0.0',
    env: {},
    ...(attemptTimeout === undefined ? {} : { attemptTimeout }),
    ...(largestAnswer === undefined ? {} : { largestAnswer }),
  })
  const count: PipelinePolicy = { name: 'count', sendRequest: (outgoing, next) => counted(() => next(outgoing)) }
  client.resourceGraph.pipeline.addPolicy(count, { phase: 'Sign' })
  const weigh: PipelinePolicy = { name: 'weigh', sendRequest: (outgoing, next) => next(weighed(outgoing)) }
  client.resourceGraph.pipeline.addPolicy(weigh, { afterPhase: 'Sign', afterPolicies: ['answerSizePolicy'] })
  const sent = (kind: Kind) => cloud.requests.filter((each) => each.kind === kind)
  return {
    cloud,
    client,
    clock,
    end,
    credential,
    /** the longest chain of requests, each sent after another one of them was answered */
    trips,
    /** of the largest answer, as far as it was unpacked */
    unpacked,
    sent,
    /** paths of the reads of Resource Manager that end so */
    reads: (ending = ''): RecordedRequest[] =>
      sent('resource-manager').filter(({ path }) => idKey(path).endsWith(ending.toLowerCase())),
    queries: (): string[] => sent('resource-graph').map(({ resourceGraphQuery = '' }) => resourceGraphQuery),
    collect: async (
      targets: Partial<Targets> = {},
      depth: Depth = depthOf(noConfig),
      plans: PlansOver | null = null,
    ): Promise<Collected> => {
      const said: string[] = []
      const say = (line: string) => said.push(line)
      const all = { ...everything, ...targets }
      const collection = await collect(client, {
        targets: all,
        now: new Date(0),
        depth,
        plans,
        say,
        show: () => {},
      })
      const { evidence } = collection
      const { resources, collections, unseen } = evidence
      for (const one of [...resources.values(), ...collections.values(), ...unseen]) readOut(one)
      return {
        ...collection,
        said,
        at: (id) => evidence.resources.get(idKey(id)),
        names: () => evidence.workspaces.map((id) => id.split('/').at(-1) ?? ''),
      }
    },
  }
}

/** Its message as people read it. */
function readOut(record: ResourceRecord | CollectionRecord | Unreadable): void {
  if ('message' in record) record.message = asText(record.message)
  if ('gap' in record && record.gap) readOut(record.gap.failure)
}

export type World = Awaited<ReturnType<typeof openWorld>>

interface Collected extends Collection {
  said: string[]
  at(id: string): ReturnType<Collection['evidence']['resources']['get']>
  names(): string[]
}
