import { type GitHubEvent, isDefaultBranch, objectOf, type Visibility, visibilityOf } from './event.ts'

/** An event of which everything is known, if need be by assumption. */
export interface CompleteEvent extends GitHubEvent {
  visibility: Visibility
  onDefaultBranch: boolean
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
  const repository = known ? {} : await askedFor(event, octokit)
  return {
    ...event,
    visibility: event.visibility ?? visibilityOf(repository) ?? 'public',
    onDefaultBranch: event.onDefaultBranch ?? isDefaultBranch(event.ref, repository.default_branch) ?? false,
  }
}

async function askedFor({ owner, repo }: GitHubEvent, octokit: () => Promise<RepositoryReader>) {
  try {
    const { rest } = await octokit()
    return objectOf((await rest.repos.get({ owner, repo })).data)
  } catch {
    return {}
  }
}
