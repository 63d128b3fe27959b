import { objectOf } from '../json.ts'
import { type GitHubEvent, idOf, isDefaultBranch, type Visibility, visibilityOf } from './event.ts'
import { failureFrom } from './failure.ts'
import { afterwards, whyOf } from './octokit.ts'

/** An event of which everything is known, if need be by assumption. */
export interface CompleteEvent extends GitHubEvent {
  visibility: Visibility
  onDefaultBranch: boolean
  /** why visibility and branch are assumed, as GitHub or Octokit said it */
  doubt?: string
  /** what to do about that: a space, and sentences; often empty */
  advice?: string
}

interface RepositoryReader {
  rest: { repos: { get(of: { owner: string; repo: string }): Promise<{ data: unknown }> } }
}

/**
 * Asks GitHub for what the payload does not tell; when GitHub does not tell either, the careful answer: public, and
 * not the default branch.
 *
 * @param octokit loads GitHub's SDK; called only when something has to be asked
 */
export async function completeEvent(
  event: GitHubEvent,
  octokit: () => Promise<RepositoryReader>,
): Promise<CompleteEvent> {
  const known = event.visibility !== null && event.onDefaultBranch !== null
  const { doubt, advice, ...repository } = known ? {} : await askedFor(event, octokit)
  return {
    ...event,
    repositoryId: event.repositoryId ?? idOf(repository.id),
    visibility: event.visibility ?? visibilityOf(repository) ?? 'public',
    onDefaultBranch: event.onDefaultBranch ?? isDefaultBranch(event.ref, repository.default_branch) ?? false,
    ...(typeof doubt === 'string' ? { doubt, advice: String(advice) } : {}),
  }
}

async function askedFor(
  { owner, repo }: GitHubEvent,
  octokit: () => Promise<RepositoryReader>,
): Promise<Record<string, unknown>> {
  try {
    const { rest } = await octokit()
    return objectOf((await rest.repos.get({ owner, repo })).data)
  } catch (error) {
    const failure = failureFrom(error)
    return { doubt: whyOf(failure), advice: afterwards(failure) }
  }
}
