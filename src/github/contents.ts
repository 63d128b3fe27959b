import type { Failure } from './failure.ts'
import type { Octokit } from './octokit.ts'
import { limitOf } from './retry.ts'

interface FileAt {
  owner: string
  repo: string
  ref: string
  path: string
  mostBytes?: number
}

/**
 * A file of the repository as a commit has it.
 *
 * @param ref commit or branch
 * @param mostBytes of a file that may be larger than answers are otherwise
 * @returns null when the commit has no such file
 * @throws the error of Octokit
 */
export async function readContents(
  octokit: Octokit,
  { owner, repo, ref, path, mostBytes }: FileAt,
): Promise<string | null> {
  try {
    const { data } = await octokit.rest.repos.getContent({
      owner,
      repo,
      ref,
      path,
      mediaType: { format: 'raw' },
      request: { ...(mostBytes && { mostBytes }) },
    })
    return textOf(data)
  } catch (error) {
    if ((error as Failure).status === 404) return null
    throw error
  }
}

/** What names no character set arrives as bytes, and a folder as a list. */
function textOf(data: unknown): string | null {
  if (data instanceof ArrayBuffer) return new TextDecoder().decode(data)
  return typeof data === 'string' ? data : null
}

/** What to do about a file that could not be read, after a space; empty when no permission is missing. */
export function missingContents(error: Failure): string {
  return error.status === 403 && !limitOf(error) ? ' Give the job `permissions: contents: read`.' : ''
}
