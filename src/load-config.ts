import { checklist } from './checklist/index.ts'
import { type Config, ConfigError, noConfig, readConfig } from './config.ts'
import type { Inputs } from './inputs.ts'
import type { Ports } from './ports.ts'

/** The config file's contents, and its name; null where there is none. */
export type LoadedConfig = Config & { file: string | null }

/** Checks that cost a request for each account, and run only when they are asked for. */
const enableable = ['storage/encryption-scopes']

/** What a config file may name. */
export function knownChecks() {
  const checks = checklist.map(({ id }) => id)
  return { checks, enableable: enableable.filter((id) => checks.includes(id as never)) }
}

/**
 * Reads the config file that the workflow names, or the one at its usual place, if there is one.
 *
 * @throws ConfigError for a named file that is missing, and for everything that is wrong in it
 */
export async function loadConfig({ path, name, isNamed }: Inputs['configFile'], ports: Ports): Promise<LoadedConfig> {
  const text = ports.files.read(path)
  if (text === undefined) {
    if (!isNamed) return { ...noConfig, file: null }
    throw new ConfigError([
      `${name} does not exist, although config-file names it: is there an actions/checkout step before this one?`,
    ])
  }
  return { ...(await readConfig(text, knownChecks(), ports.now(), name)), file: name }
}
