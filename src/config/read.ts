import { count, oneLine } from '../text.ts'
import type { KnownChecks } from './check-id.ts'
import { configOf } from './format.ts'
import type { Config } from './model.ts'
import type { Problem } from './tree.ts'

/** Everything that is wrong with the config file, one sentence each, with its place: `file:line:column: …`. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: string[]

  constructor(problems: string[]) {
    const shown = problems.slice(0, mostShown)
    const left = problems.length - shown.length
    const lines = [...shown.map((problem) => `- ${problem}`), ...(left > 0 ? [`- … and ${left} more`] : [])]
    super(`The config file is not valid:\n${lines.join('\n')}`)
    this.problems = problems
  }
}

const mostShown = 100
/** A larger file is none that people wrote. */
export const mostBytes = 1024 * 1024

/**
 * Reads the config file.
 *
 * ```yaml
 * # yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/azureml-encryption-check/v1/schema/config.schema.json
 * version: 1
 * profiles:
 *   - { workspaces: ['*-prod'], profile: cmk-required }
 * severity: { storage/minimum-tls: high }
 * waivers:
 *   - check: storage/shared-key
 *     workspace: mlw-*
 *     owner: data-platform
 *     reason: AutoML needs it until the move in March
 *     expires: 2027-03-31
 * ```
 *
 * @param file its name, for messages
 * @param now decides how far ahead a waiver may end
 * @throws ConfigError that lists every problem at once
 */
export async function readConfig(text: string, known: KnownChecks, now: Date, file: string): Promise<Config> {
  const bytes = Buffer.byteLength(text)
  if (bytes > mostBytes) {
    const message = `The file has ${count(bytes)} bytes; it must have at most ${count(mostBytes)}.`
    throw errorOf([{ line: 1, column: 1, message }], file)
  }
  const { treeOf } = await import('./yaml.ts')
  const { tree, problems } = treeOf(text.replace(/^\uFEFF/, ''))
  if (tree === null) throw errorOf(problems, file)
  const config = configOf(tree, known, now, (at, message) =>
    problems.push({ line: at.line, column: at.column, message }),
  )
  if (problems.length > 0) throw errorOf(problems, file)
  return config
}

/** In the order of the file; what an alias repeats is said once. */
function errorOf(problems: Problem[], file: string): ConfigError {
  const sorted = problems.toSorted((one, other) => one.line - other.line || one.column - other.column)
  const sentences = sorted.map(({ line, column, message }) => `${oneLine(file)}:${line}:${column}: ${message}`)
  return new ConfigError([...new Set(sentences)])
}
