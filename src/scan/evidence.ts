import type { Cloud } from '../azure/clouds.ts'
import { type Collection, collect, type Depth, type Extent } from '../azure/collect.ts'
import type { Identity } from '../azure/login/login.ts'
import { type AzureClient, createClient } from '../azure/requests/client.ts'
import { clockUntil } from '../azure/requests/clock.ts'
import { nameSubscriptions } from '../azure/subscription-names.ts'
import type { Config } from '../config/model.ts'
import { isEnabled, scopesCheck } from '../config/rules.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Planning } from '../planned/planning.ts'
import type { Ports } from '../ports.ts'
import { version } from '../version.ts'

/** Reads Azure as an identity that has logged in, until the run's time for reading is over. */
export async function clientOf(
  cloud: Cloud,
  { credential }: Identity,
  { azure, env, time }: Ports,
): Promise<AzureClient> {
  const signal = time.reading
  return createClient({ cloud, credential, sdk: await azure(), signal, clock: clockUntil(signal), version, env })
}

/** Collects, and lets somebody watch. */
export async function watched(
  client: AzureClient,
  { targets, htmlFile, evidenceFile }: Inputs,
  config: Config,
  planning: Planning | null,
  { log, now, watch }: Ports,
): Promise<Collection> {
  let extent: () => Extent = () => ({ workspaces: null, read: 0, needed: 0 })
  const { counters } = client
  const stop = watch(() => ({
    ...extent(),
    requests: counters.resourceGraph + counters.resourceManager,
    throttled: counters.throttled,
  }))
  const show = (latest: () => Extent) => {
    extent = latest
  }
  const work = async () => {
    const collection = await collect(client, {
      targets,
      now: now(),
      depth: depthOf(config),
      plans: planning,
      say: log.info,
      show,
    })
    const { subscriptions } = collection.evidence
    if (htmlFile !== null || evidenceFile !== null) await nameSubscriptions(client, subscriptions)
    return collection
  }
  return work().finally(stop)
}

/** How deep a run looks that is configured so. */
export function depthOf(config: Config): Depth {
  return {
    jobsPerWorkspace: config.thresholds.jobsPerWorkspace,
    encryptionScopes: isEnabled(config, scopesCheck),
  }
}
