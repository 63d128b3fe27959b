import { createHash } from 'node:crypto'
import { blame, type Range } from '../github/blame.ts'
import type { GitHubEvent } from '../github/event.ts'
import { failureFrom } from '../github/failure.ts'
import { whyOf } from '../github/octokit.ts'
import { octokitOf } from '../github/token.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { WaiverChange } from '../model.ts'
import type { Ports } from '../ports.ts'
import { within } from '../time.ts'
import type { LoadedConfig } from './load.ts'
import type { Config, ConfigWaiver } from './model.ts'

/** The commit that last changed each waiver, by the line in which it begins. */
export type WaiverChanges = ReadonlyMap<number, WaiverChange>

/**
 * Asks GitHub, once, which commits last changed the waivers of the config file; git itself is never run. Never rejects:
 * what it cannot tell is left out.
 */
export async function waiverChanges(
  { waivers, file }: LoadedConfig,
  { owner, repo }: GitHubEvent,
  { githubToken, configFile: { inRepository } }: Inputs,
  ports: Ports,
): Promise<WaiverChanges> {
  // what actions/checkout takes unless it is told otherwise
  const sha = ports.env.GITHUB_SHA ?? ''
  const isKnown = owner !== '' && sha !== '' && githubToken !== ''
  if (waivers.length === 0 || file === null || inRepository === null || !isKnown) return new Map()
  try {
    const ask = async () => blame(await octokitOf(githubToken, ports), { owner, repo, sha, path: inRepository })
    const known = await within(ports.time.reading, ask)
    // whatever was checked out: lines of another text would name the wrong commit
    return known !== null && blobsOf(file.contents).includes(known.blob) ? byLine(waivers, known.ranges) : new Map()
  } catch (error) {
    const failure = failureFrom(error)
    ports.log.info(`GitHub did not tell when the waivers of ${file.name} were last changed ${whyOf(failure)}.`)
    return new Map()
  }
}

/** The waivers with what is known of their changes. */
export function withChanges(config: Config, changes: WaiverChanges): Config {
  if (changes.size === 0) return config
  const waivers = config.waivers.map((waiver) => ({ ...waiver, changed: changes.get(waiver.line) ?? null }))
  return { ...config, waivers }
}

/** Git's ids of what the file holds: as it is, and as it is committed where git changes line ends. */
function blobsOf(contents: Uint8Array): string[] {
  const bytes = Buffer.from(contents)
  const committed = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  return [bytes, committed].map((blob) => createHash('sha1').update(`blob ${blob.length}\0`).update(blob).digest('hex'))
}

function byLine(waivers: ConfigWaiver[], ranges: Range[]): WaiverChanges {
  return new Map(
    waivers.flatMap(({ line, lastLine }) => {
      const [newest] = ranges
        .filter(({ first, last }) => first <= lastLine && last >= line)
        .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
      return newest ? [[line, { sha: newest.sha, at: newest.at }] as const] : []
    }),
  )
}
