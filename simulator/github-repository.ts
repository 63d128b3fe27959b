import { type GitHubContext, type GitHubState, githubError, simpleUser } from './github-model.ts'
import type { Reply } from './traffic.ts'

const born = '2024-01-31T09:12:26Z'

/** The schema `public-user`. */
export function user(github: GitHubState): Reply {
  if (github.tokenLogin.endsWith('[bot]')) return githubError(403, 'Resource not accessible by integration')
  const [name, company, blog, location, email, hireable, bio] = [github.tokenLogin, null, '', null, null, null, null]
  const about = { name, company, blog, location, email, hireable, bio }
  const figures = { public_repos: 2, public_gists: 0, followers: 20, following: 0, created_at: born, updated_at: born }
  return { status: 200, body: { ...simpleUser(github.tokenLogin, 'User'), ...about, ...figures } }
}

/** What a repository's addresses end in. */
const below = `archive{/archive_format}{/ref} assignees{/user} git/blobs{/sha} branches{/branch}
collaborators{/collaborator} comments{/number} commits{/sha} compare/{base}...{head} contents/{+path} contributors
deployments downloads events forks git/commits{/sha} git/refs{/sha} git/tags{/sha} hooks issues/comments{/number}
issues/events{/number} issues{/number} keys{/key_id} labels{/name} languages merges milestones{/number}
notifications{?since,all,participating} pulls{/number} releases{/id} stargazers statuses/{sha} subscribers
subscription tags teams git/trees{/sha}`.split(/\s+/)

const names = `archive assignees blobs branches collaborators comments commits compare contents contributors
deployments downloads events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels
languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams
trees`.split(/\s+/)

const nothing = { description: null, homepage: null, language: null, license: null, mirror_url: null }
const features = { has_projects: false, has_wiki: false, has_pages: false, has_discussions: false, disabled: false }
const figures = { size: 108, forks: 0, forks_count: 0, watchers: 3, watchers_count: 3, stargazers_count: 3 }
const network = { network_count: 0, subscribers_count: 5 }
const dates = { created_at: born, updated_at: born, pushed_at: born }

/** The schema `full-repository`. */
export function repository({ github, apiUrl, serverUrl }: GitHubContext): Reply {
  const { owner, repo, repositoryId, defaultBranch, hasIssues, issues, archived } = github
  const [url, page] = [`${apiUrl}/repos/${owner}/${repo}`, `${serverUrl}/${owner}/${repo}`]
  const open = issues.filter(({ state }) => state === 'open').length
  const identity = { id: repositoryId, node_id: `R_${repositoryId}`, name: repo, full_name: `${owner}/${repo}` }
  const visibility = { private: github.private, visibility: github.private ? 'private' : 'public' }
  const addresses = Object.fromEntries(names.map((name, at) => [`${name}_url`, `${url}/${below[at]}`]))
  const clones = {
    clone_url: `${page}.git`,
    svn_url: page,
    git_url: `git:${owner}/${repo}.git`,
    ssh_url: `git@${repo}`,
  }
  const state = { has_issues: hasIssues, open_issues: open, open_issues_count: open, archived, fork: false }
  const general = { owner: simpleUser(owner, 'Organization'), url, html_url: page, default_branch: defaultBranch }
  const rest = { ...nothing, ...features, ...figures, ...network, ...dates }
  return { status: 200, body: { ...identity, ...visibility, ...general, ...addresses, ...clones, ...state, ...rest } }
}
