import { setImmediate } from 'node:timers/promises'
import { cloudOf } from './azure/clouds.ts'
import { type Given, type Inputs, type Place, readInputs } from './inputs/inputs.ts'
import { careful } from './log.ts'
import type { ExitCode, Outside, Ports } from './ports.ts'
import { everyTenSeconds } from './progress.ts'
import { cancelled, timeBy, within } from './time.ts'

/** Milliseconds for publishing: the runner sends SIGTERM 7.5 seconds after SIGINT, and kills 2.5 seconds later. */
const LEFT = { SIGINT: 5_000, SIGTERM: 2_000 }

/** The same after an error. */
const AFTER_ERROR = 60_000

/** Seconds that GitHub may take for an OIDC token. */
const OIDC = 60

/** Runs the action, or what somebody typed. When it has come to its end, so has the process, whatever still hangs. */
export async function start(world: Outside): Promise<void> {
  const outside = careful(world)
  const { life, terminal, stopwatch, log } = outside
  const time = timeBy(stopwatch)
  let code: ExitCode = 0
  const setFailed = (sentence: string) => {
    code = 1
    outside.setFailed(sentence)
  }
  const watch = world.watch ?? everyTenSeconds(stopwatch, log.info)
  const ports: Ports = { ...outside, setFailed, time, watch }
  life.onSignal((signal) => time.end(cancelled(terminal ? 'run' : 'job'), LEFT[signal]))
  const crash = new Promise<never>((_, reject) => life.onCrash(reject))
  const known: Known = { place: null }
  try {
    await Promise.race([begin(known, ports), crash])
  } catch (error) {
    setFailed(sentenceOf(error))
    if (terminal) code = 2
    time.end(error as Error, AFTER_ERROR)
    // the job fails in any case
    if (!stopsBefore(error)) await tell(known.place, error, ports).catch(() => undefined)
  }
  life.exit(code)
}

/** Where an earlier result may be shown, once the inputs have said so. */
interface Known {
  place: Place | null
}

/**
 * Reads the inputs, and loads the rest of the action only when they are right: bad input is refused at once, and GitHub
 * makes its token while the rest is loaded.
 */
async function begin(known: Known, ports: Ports): Promise<void> {
  const { input } = ports
  const inputs = readInputs(input, givenBy(ports))
  if (!ports.terminal) known.place = inputs
  ports.time.limit(inputs.timeoutMinutes)
  const getIDToken = early(inputs, { ...ports, getIDToken: bounded(ports) })
  // what is loaded now takes the processor for a while: the request leaves before
  await setImmediate()
  ports.life.saveMemory()
  const { run } = await import('./run.ts')
  await run(inputs, { ...ports, getIDToken })
}

function givenBy({ terminal, env }: Ports): Given {
  if (terminal) return { by: 'command line', folder: '.', problems: terminal.problems }
  return { by: 'workflow', workspace: env.GITHUB_WORKSPACE ?? '.', runnerTemp: env.RUNNER_TEMP }
}

/** Bad inputs and a bad config file end the run before anybody is asked for anything, and so nothing is told either. */
function stopsBefore(error: unknown): boolean {
  return error instanceof Error && ['InputError', 'ConfigError'].includes(error.name)
}

/** Whatever shows an earlier result is to say that this run has none. */
async function tell(place: Place | null, error: unknown, ports: Ports): Promise<void> {
  if (place === null || place.githubToken === '' || !ports.env.GITHUB_REPOSITORY) return
  const { withoutResult } = await import('./run.ts')
  await withoutResult(place, error, ports)
}

/** The toolkit waits without end for the rest of an answer that broke off. */
function bounded({ getIDToken, stopwatch }: Ports): Ports['getIDToken'] {
  return (audience) => {
    const bound = new AbortController()
    const late = `it sent no whole answer within ${OIDC} seconds. Check that this runner reaches it (proxy, firewall).`
    stopwatch.after(OIDC * 1000, () => bound.abort(new Error(late)))
    return within(bound.signal, () => getIDToken(audience))
  }
}

/** Asks for the first token right away, unless there is a config file, which may be wrong and has to be read before. */
function early(inputs: Inputs, { getIDToken, files }: Ports): Ports['getIDToken'] {
  const { login, plans, replayFile, configFile } = inputs
  if (
    login.by !== 'github' ||
    replayFile !== null ||
    plans.files.length > 0 ||
    configFile.isNamed ||
    files.exists(configFile.path)
  )
    return getIDToken
  const { audience } = cloudOf(inputs)
  let first: Promise<string> | null = getIDToken(audience)
  // whoever logs in hears of it
  first.catch(() => undefined)
  return (wanted) => {
    const asked = first
    first = null
    return asked && wanted === audience ? asked : getIDToken(wanted)
  }
}

/** Errors that were foreseen: sentences already. */
const foreseen = ['InputError', 'ConfigError', 'LoginError', 'EvidenceFileError', 'PlanFilesError']

/** What people read when nothing else came. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `Unexpected failure. Please report it: ${String(error)}`
  if (foreseen.includes(error.name)) return error.message
  return `Unexpected error. Please report it with the lines that follow: ${error.stack ?? error.message}`
}
