import { LoginError } from './azure/login-error.ts'
import { readEarlier } from './earlier.ts'
import { type GitHubEvent, isSkipped, readEvent } from './github/event.ts'
import { completeEvent } from './github/repository.ts'
import { octokitOf } from './github/token.ts'
import type { Inputs } from './inputs.ts'
import { type LoadedConfig, loadConfig } from './load-config.ts'
import { failsJob } from './policy.ts'
import type { Ports } from './ports.ts'
import { publish } from './publish/publish.ts'
import { markStale } from './publish/stale.ts'
import { replay } from './replay.ts'
import { type Scan, scan, skipped } from './scan.ts'

/**
 * The story of a run: config → identity → evidence → findings → conclusion → reports → last of all, fail or not.
 *
 * @throws a sentence for whoever started it, when there is no result
 */
export async function run(inputs: Inputs, ports: Ports): Promise<void> {
  const startedAt = ports.now()
  const config = await loadConfig(inputs.configFile, ports)
  const event = readEvent(ports.env, payload(ports))
  const result = await scanOrSkip(inputs, config, event, ports).catch(async (error) => {
    await markStale(inputs, event, ports)
    throw error
  })
  const complete = await completeEvent(event, () => octokitOf(inputs.githubToken, ports))
  const sentence = await publish({ inputs, config, event: complete, scan: result, startedAt }, ports)
  if (failsJob(result.conclusion, inputs.policy)) ports.setFailed(sentence)
  else ports.log.info(sentence)
}

/** Pull requests from forks and by Dependabot get no identity from GitHub: that is no failure, and no pass either. */
async function scanOrSkip(inputs: Inputs, config: LoadedConfig, event: GitHubEvent, ports: Ports): Promise<Scan> {
  try {
    const earlier = () => readEarlier(inputs, event, ports)
    if (inputs.replayFile !== null) return await replay(inputs.replayFile, inputs, config, earlier, ports)
    return await scan(inputs, config, earlier, ports)
  } catch (error) {
    if (!(error instanceof LoginError && error.noIdentity && isSkipped(event, false, false))) throw error
    const who = event.pullRequest?.dependabot ? 'by Dependabot' : 'from forks'
    ports.log.notice(
      `Pull requests ${who} get no identity from GitHub, so no workspace was looked at. The nightly run on the default branch covers what they cannot.`,
      { title: 'Encryption check skipped' },
    )
    return skipped(inputs, ports.now())
  }
}

function payload({ env, files }: Ports): unknown {
  try {
    return JSON.parse(files.read(env.GITHUB_EVENT_PATH ?? '') ?? '')
  } catch {
    return {}
  }
}
