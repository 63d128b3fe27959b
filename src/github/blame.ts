import { objectOf } from '../json.ts'
import type { Octokit } from './octokit.ts'

/** Lines of a file, counted from 1, and the commit that changed them last. */
export interface Range {
  first: number
  last: number
  sha: string
  /** when it was committed: ISO 8601, UTC */
  at: string
}

interface FileAt {
  owner: string
  repo: string
  /** of a commit */
  sha: string
  path: string
}

/**
 * Which commit changed each line of a file last, as another commit has the file. GitHub gives that by GraphQL alone,
 * for the whole file (https://docs.github.com/graphql/reference/objects#blame).
 *
 * @returns with git's id of what the file holds there; null when the commit has no such file
 * @throws the error of Octokit
 */
export async function blame(
  octokit: Octokit,
  { owner, repo, sha, path }: FileAt,
): Promise<{ blob: string; ranges: Range[] } | null> {
  const { repository } = await octokit.graphql<{ repository: unknown }>(query, {
    owner,
    repo,
    path,
    commit: sha,
    file: `${sha}:${path}`,
  })
  const { blob, commit } = objectOf(repository)
  const { oid } = objectOf(blob)
  const { ranges } = objectOf(objectOf(commit).blame)
  if (typeof oid !== 'string' || !Array.isArray(ranges)) return null
  return { blob: oid, ranges: ranges.flatMap(rangeOf) }
}

const query = `query ($owner: String!, $repo: String!, $path: String!, $commit: String!, $file: String!) {
  repository(owner: $owner, name: $repo) {
    blob: object(expression: $file) { oid }
    commit: object(expression: $commit) {
      ... on Commit { blame(path: $path) { ranges { startingLine endingLine commit { oid committedDate } } } }
    }
  }
}`

/** What is none is left out. */
function rangeOf(value: unknown): Range[] {
  const { startingLine, endingLine, commit } = objectOf(value)
  const { oid, committedDate } = objectOf(commit)
  const at = Date.parse(String(committedDate))
  if (!Number.isSafeInteger(startingLine) || !Number.isSafeInteger(endingLine)) return []
  if (typeof oid !== 'string' || !/^[0-9a-f]{40,64}$/.test(oid) || Number.isNaN(at)) return []
  return [{ first: Number(startingLine), last: Number(endingLine), sha: oid, at: new Date(at).toISOString() }]
}
