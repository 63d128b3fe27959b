import { LoginError } from './azure/login-error.ts'
import { readEarlier } from './earlier.ts'
import { type GitHubEvent, isSkipped, readEvent } from './github/event.ts'
import { completeEvent } from './github/repository.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { type LoadedConfig, loadConfig } from './load-config.ts'
import { failsJob } from './policy.ts'
import type { Ports } from './ports.ts'
import { publish } from './publish/publish.ts'
import { markStale } from './publish/stale.ts'
import { replay } from './replay.ts'
import { type Scan, scan, skipped } from './scan.ts'

/** The story of a run: inputs → identity → evidence → findings → conclusion → reports → last of all, fail or not. */
export async function run(ports: Ports): Promise<void> {
  try {
    const startedAt = ports.now()
    const inputs = readInputs(ports.input, ports.env.GITHUB_WORKSPACE ?? '.', ports.env.RUNNER_TEMP)
    const config = await loadConfig(inputs.configFile, ports)
    const event = readEvent(ports.env, payload(ports))
    const result = await scanOrSkip(inputs, config, event, ports).catch(async (error) => {
      await markStale(inputs, event, ports)
      throw error
    })
    const complete = await completeEvent(event, async () => (await ports.github()).getOctokit(inputs.githubToken))
    const sentence = await publish({ inputs, config, event: complete, scan: result, startedAt }, ports)
    if (failsJob(result.conclusion, inputs.policy)) ports.setFailed(sentence)
    else ports.log.info(sentence)
  } catch (error) {
    ports.setFailed(sentenceOf(error))
  }
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

/** What people read when nothing else came: errors that were foreseen are sentences already. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `Something that is no error was thrown: ${String(error)}`
  if (error instanceof LoginError || ['InputError', 'ConfigError', 'EvidenceFileError'].includes(error.name))
    return error.message
  return `This should not have happened, please report it: ${error.stack ?? error.message}`
}
