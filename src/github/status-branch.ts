import { readContents } from './contents.ts'
import type { Failure } from './failure.ts'
import { answerOf, commonRefusal, type Octokit } from './octokit.ts'
import { type Patience, retried } from './retry.ts'

interface Branch {
  owner: string
  repo: string
  /** without `refs/heads/` */
  branch: string
}

export interface StatusRequest extends Branch {
  /** where the run is: `refs/heads/main` */
  ref: string
  /** of the commit */
  message: string
  /**
   * What is to stand on the branch, by path; everything else on it stays. Asked again when somebody else wrote to the
   * branch meanwhile.
   *
   * @param previous a file as it is, null when there is none
   */
  files: (previous: (path: string) => Promise<string | null>) => Promise<Map<string, string>>
}

/** Why the status branch could not be written, and what to do about it. */
export class StatusRefused extends Error {
  override name = 'StatusRefused'
}

/** How often somebody else may be faster. */
const RACES = 5

/**
 * Makes one commit on the status branch, without a checkout; the first one begins a branch without history. The branch
 * only ever moves on from what was read: when somebody else was faster, everything is done again upon what they wrote.
 *
 * @param random 0 to 1
 * @returns the page of the commit; null when nothing was different
 * @throws StatusRefused
 */
export async function publishStatus(
  octokit: Octokit,
  request: StatusRequest,
  patience: Patience,
  random = Math.random,
): Promise<string | null> {
  const { branch } = request
  if (request.ref === `refs/heads/${branch}`)
    throw new StatusRefused(
      `status-branch is ${branch}, the branch that this run is on: reports would become part of your code. Name a branch of its own, such as encryption-status.`,
    )
  const blobs = new Map<string, string>()
  for (let tried = 1; ; tried++) {
    try {
      return await retried(() => commit(octokit, request, blobs), patience)
    } catch (error) {
      if (error instanceof StatusRefused) throw error
      if (tried === RACES || !isRace(error as Failure)) throw new StatusRefused(refusal(error as Failure, request))
      await patience.sleep(Math.round(250 * 2 ** tried * (0.5 + random())))
    }
  }
}

/** @param blobs what is uploaded already: its SHA by content */
async function commit(octokit: Octokit, request: StatusRequest, blobs: Map<string, string>): Promise<string | null> {
  const { owner, repo, branch, message } = request
  const { git } = octokit.rest
  const parent = await tip(octokit, request)
  const files = await request.files(async (path) =>
    parent ? readContents(octokit, { owner, repo, ref: parent.sha, path }) : null,
  )
  if (files.size === 0) return null
  const tree = await upload(octokit, request, files, blobs)
  const base = parent ? { base_tree: parent.tree } : {}
  const { data: written } = await git.createTree({ owner, repo, tree, ...base })
  if (written.sha === parent?.tree) return null
  const parents = parent ? [parent.sha] : []
  const { data: made } = await git.createCommit({ owner, repo, message, tree: written.sha, parents })
  if (parent) await git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: made.sha, force: false })
  else await git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: made.sha })
  return made.html_url
}

/** The last commit of the branch; null when there is no branch. */
async function tip(octokit: Octokit, { owner, repo, branch }: Branch): Promise<{ sha: string; tree: string } | null> {
  try {
    const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` })
    const { sha } = data.object
    const last = await octokit.rest.git.getCommit({ owner, repo, commit_sha: sha })
    return { sha, tree: last.data.tree.sha }
  } catch (error) {
    if ((error as Failure).status === 404) return null
    throw error
  }
}

async function upload(
  octokit: Octokit,
  { owner, repo }: Branch,
  files: Map<string, string>,
  blobs: Map<string, string>,
) {
  const entries: { path: string; mode: '100644'; type: 'blob'; sha: string }[] = []
  for (const [path, content] of files) {
    const known = blobs.get(content)
    const sha = known ?? (await octokit.rest.git.createBlob({ owner, repo, content, encoding: 'utf-8' })).data.sha
    blobs.set(content, sha)
    entries.push({ path, mode: '100644', type: 'blob', sha })
  }
  return entries
}

/** Somebody else moved, made or deleted the branch between our reading and writing. */
function isRace({ status, message }: Failure): boolean {
  if (status === 409) return !/empty/i.test(message)
  return status === 422 && /fast.?forward|already exists|does not exist|cannot be updated/i.test(message)
}

function refusal(error: Failure, { owner, repo, branch }: Branch): string {
  const where = `branch ${branch} of ${owner}/${repo}`
  const said = answerOf(error)
  const common = commonRefusal(error, `the commit on ${where}`)
  if (common !== null) return common
  if (isRace(error))
    return `Others wrote to ${where} each of the ${RACES} times that this run tried ${said}, so the run is missing there. Let one job at a time write to it, with \`concurrency\` in the workflow.`
  if (error.status === 409)
    return `${owner}/${repo} is empty ${said}, and GitHub makes no branch in an empty repository. Push a first commit.`
  if (/protect|rule|restricted|pull request|reference update failed/i.test(error.message))
    return `A branch protection rule or ruleset keeps this job from writing to ${where} ${said}. Exempt the branch from it, or name another status-branch.`
  if (error.status === 403 || error.status === 404)
    return `GitHub does not let this job write to ${where} ${said}. Give the job \`permissions: contents: write\`.`
  if (error.status === 413 || /too large|too big/i.test(error.message))
    return `GitHub finds a file for ${where} too large ${said}. It takes up to 100 MB; the whole report is in json-file.`
  return `The ${where} could not be written ${said}. The whole report is in the report files of the run.`
}
