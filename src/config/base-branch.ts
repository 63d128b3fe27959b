import { missingContents, readContents } from '../github/contents.ts'
import type { GitHubEvent } from '../github/event.ts'
import { failureFrom } from '../github/failure.ts'
import { afterwards, answerOf } from '../github/octokit.ts'
import { octokitOf } from '../github/token.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Ports } from '../ports.ts'
import { oneLine } from '../text.ts'
import { within } from '../time.ts'
import { knownChecks } from './load.ts'
import { type Config, noConfig } from './model.ts'
import { ConfigError, readConfig } from './read.ts'

/** The config file as the base branch has it, or a sentence about why there is nothing to compare with. */
export type BaseConfig = { config: Config } | { note: string }

/**
 * Reads the config file from the base of the pull request.
 *
 * @returns null where there is no pull request, or where the file does not belong to the repository
 */
export async function baseConfig(event: GitHubEvent, inputs: Inputs, ports: Ports): Promise<BaseConfig | null> {
  const { owner, repo, pullRequest } = event
  const path = inputs.configFile.inRepository
  if (!pullRequest?.baseSha || path === null) return null
  try {
    const at = { owner, repo, ref: pullRequest.baseSha, path }
    const read = async () => readContents(await octokitOf(inputs.githubToken, ports), at)
    const text = await within(ports.time.reading, read)
    return { config: text === null ? noConfig : await readConfig(text, knownChecks(), ports.now(), path) }
  } catch (error) {
    return { note: sentence(error, path) }
  }
}

function sentence(error: unknown, path: string): string {
  if (error instanceof ConfigError)
    return `${path} of the base branch is not valid itself (${oneLine(error.problems[0] ?? '', 200)}), so what this pull request changes in it is not shown.`
  const failure = failureFrom(error)
  const remedy = missingContents(failure)
  return `${path} of the base branch could not be read ${answerOf(failure)}, so what this pull request changes in it is not shown.${remedy}${afterwards(failure)}`
}
