import { checklist } from '../checklist/index.ts'
import { sha256 } from '../files/digest.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { ConfigFile } from '../model.ts'
import type { NamedBytes, Ports } from '../ports.ts'
import { count, oneLine } from '../text.ts'
import { type Config, noConfig } from './model.ts'
import { ConfigError, mostBytes, readConfig } from './read.ts'
import { scopesCheck } from './rules.ts'

/** What the config file says, and which file that is; null where there is none. */
export type LoadedConfig = Config & { file: LoadedFile | null }

export interface LoadedFile extends ConfigFile {
  /** how people call it */
  name: string
  contents: Uint8Array
}

/** Checks that cost a request for each account, and run only when they are asked for. */
const enableable = [scopesCheck]

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
export async function loadConfig(named: Inputs['configFile'], ports: Ports): Promise<LoadedConfig> {
  const { path, name, inRepository, isNamed } = named
  const file = ports.files.bytes(path, mostBytes)
  if ('contents' in file) {
    const config = await readConfig(Buffer.from(file.contents).toString(), knownChecks(), ports.now(), name)
    const { contents } = file
    return { ...config, file: { name, path: inRepository ?? name, sha256: sha256(contents), contents } }
  }
  if ('isAbsent' in file && !isNamed) return { ...noConfig, file: null }
  throw new ConfigError([`${oneLine(name)} ${whyUnread(file, ports)}`])
}

function whyUnread(file: Exclude<NamedBytes, { contents: Uint8Array }>, { terminal }: Ports): string {
  if ('refusal' in file) return `is not read: ${file.refusal}.`
  if ('bytes' in file) return `has ${count(file.bytes)} bytes; it must have at most ${count(mostBytes)}.`
  if (terminal) return 'does not exist, although --config-file names it.'
  return 'does not exist, although config-file names it: is there an actions/checkout step before this one?'
}
