import { setImmediate } from 'node:timers/promises'
import { cloudOf } from './azure/clouds.ts'
import { type Inputs, readInputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/**
 * Reads the inputs, and loads the rest of the action only when they are right: bad input is refused at once, and GitHub
 * makes its token while the rest is loaded.
 */
export async function start(ports: Ports): Promise<void> {
  try {
    const inputs = readInputs(ports.input, ports.env.GITHUB_WORKSPACE ?? '.', ports.env.RUNNER_TEMP)
    const getIDToken = early(inputs, ports)
    // what is loaded now takes the processor for a while: the request leaves before
    await setImmediate()
    const { run } = await import('./run.ts')
    await run(inputs, { ...ports, getIDToken })
  } catch (error) {
    ports.setFailed(sentenceOf(error))
  }
}

/** Asks for the first token right away, unless there is a config file, which may be wrong and has to be read before. */
function early(inputs: Inputs, { getIDToken, files }: Ports): Ports['getIDToken'] {
  const { federation, replayFile, configFile } = inputs
  if (!federation || replayFile !== null || configFile.isNamed || files.size(configFile.path) !== undefined)
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
const foreseen = ['InputError', 'ConfigError', 'LoginError', 'EvidenceFileError']

/** What people read when nothing else came. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `Something that is no error was thrown: ${String(error)}`
  if (foreseen.includes(error.name)) return error.message
  return `This should not have happened, please report it: ${error.stack ?? error.message}`
}
