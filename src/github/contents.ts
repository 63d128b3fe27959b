import type { Failure, Octokit } from './octokit.ts'

/**
 * A file of the repository as a commit has it.
 *
 * @param ref commit or branch
 * @returns null when the commit has no such file
 * @throws the error of Octokit
 */
export async function readContents(
  octokit: Octokit,
  { owner, repo, ref, path }: { owner: string; repo: string; ref: string; path: string },
): Promise<string | null> {
  try {
    const { data } = await octokit.rest.repos.getContent({
      owner,
      repo,
      ref,
      path,
      mediaType: { format: 'raw' },
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
