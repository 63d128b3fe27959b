import { commitOf, entryAt, type GitStore } from './git-objects.ts'
import { denied, type GitHubContext } from './github-model.ts'
import type { Reply } from './traffic.ts'

/** The one query for this that is answered; `Blame.ranges` has no arguments, and gives all of them. */
export const blameQuery =
  'query ($owner: String!, $repo: String!, $path: String!, $commit: String!, $file: String!) { repository(owner: $owner, name: $repo) { blob: object(expression: $file) { oid } commit: object(expression: $commit) { ... on Commit { blame(path: $path) { ranges { startingLine endingLine commit { oid committedDate } } } } } } }'

export function isBlame(query: string): boolean {
  return query.replace(/\s+/g, ' ').trim() === blameQuery
}

/** `repository.object(…)`, twice: the blob, and who last changed its lines. Refusals come with status 200. */
export function blame(context: GitHubContext, variables: Record<string, string>): Reply {
  const { owner, repo, path = '', commit: sha = '', file = '' } = variables
  const { github } = context
  const isOther = owner !== github.owner || repo !== github.repo
  if (isOther || denied(context, ['contents'], 'read')) return notFound(`${owner}/${repo}`)
  const [of = '', ...rest] = file.split(':')
  const entry = entryAt(github.git, of, rest.join(':'))
  const ranges = commitOf(github.git, sha) ? { blame: { ranges: rangesOf(github.git, sha, path) } } : null
  return { status: 200, body: { data: { repository: { blob: entry ? { oid: entry.sha } : null, commit: ranges } } } }
}

function notFound(name: string): Reply {
  const message = `Could not resolve to a Repository with the name '${name}'.`
  const errors = [{ type: 'NOT_FOUND', path: ['repository'], locations: [{ line: 2, column: 3 }], message }]
  return { status: 200, body: { data: { repository: null }, errors } }
}

/** A line is of the first commit from which on every first parent has it. */
function rangesOf(git: GitStore, sha: string, path: string) {
  const lines = linesAt(git, sha, path)
  const found = lines.map((line) => lastChange(git, sha, path, line))
  return found.map((oid, index) => ({
    startingLine: index + 1,
    endingLine: index + 1,
    commit: { oid, committedDate: commitOf(git, oid)?.at },
  }))
}

function lastChange(git: GitStore, sha: string, path: string, line: string): string {
  const parent = commitOf(git, sha)?.parents.find((each) => linesAt(git, each, path).includes(line))
  return parent === undefined ? sha : lastChange(git, parent, path, line)
}

function linesAt(git: GitStore, sha: string, path: string): string[] {
  const blob = git.objects.get(entryAt(git, sha, path)?.sha ?? '')
  return blob?.type === 'blob' ? blob.content.toString().replace(/\n$/, '').split('\n') : []
}
