import { commitOf, entryAt, isAncestor, treeOf, writeBlob, writeCommit, writeTree } from './git-objects.ts'
import { denied, type GitHubContext, githubError, type Route } from './github-model.ts'
import type { Reply } from './traffic.ts'

/** The Git data API, and files as a commit has them. */
export const gitRoutes: Route[] = [
  { method: 'GET', path: /^\/git\/ref\/(.+)$/, answer: reading(getRef) },
  { method: 'POST', path: /^\/git\/refs$/, answer: writing(createRef) },
  { method: 'PATCH', path: /^\/git\/refs\/(.+)$/, answer: writing(updateRef) },
  { method: 'GET', path: /^\/git\/commits\/([0-9a-f]+)$/, answer: reading(getCommit) },
  { method: 'POST', path: /^\/git\/commits$/, answer: writing(createCommit) },
  { method: 'POST', path: /^\/git\/trees$/, answer: writing(createTree) },
  { method: 'POST', path: /^\/git\/blobs$/, answer: writing(createBlob) },
  { method: 'GET', path: /^\/contents\/(.*)$/, answer: reading(getContent) },
]

type Answer = (context: GitHubContext, body: Record<string, unknown>) => Reply

function reading(answer: Answer): Route['answer'] {
  return (context) => denied(context, ['contents'], 'read') ?? answer(context, {})
}

/** Nothing of git can be made in a repository without a first commit. */
function writing(answer: Answer): Route['answer'] {
  return (context) => {
    const problem = denied(context, ['contents'], 'write') ?? empty(context)
    return problem ?? answer(context, JSON.parse(context.request.body || '{}'))
  }
}

function empty({ github }: GitHubContext): Reply | undefined {
  return github.git.refs.size === 0 ? githubError(409, 'Git Repository is empty.') : undefined
}

function getRef(context: GitHubContext): Reply {
  const ref = `refs/${context.parameters[0]}`
  const sha = context.github.git.refs.get(ref)
  return empty(context) ?? (sha ? { status: 200, body: refBody(context, ref, sha) } : githubError(404, 'Not Found'))
}

function createRef(context: GitHubContext, { ref, sha }: Record<string, unknown>): Reply {
  const { git } = context.github
  if (typeof ref !== 'string' || !/^refs\/[^/]+\/./.test(ref))
    return githubError(422, 'Reference name must start with refs')
  if (/[\s~^:?*[\\]|\.\.|\.lock$|\/$/.test(ref)) return githubError(422, `${ref} is not a valid ref name.`)
  if (typeof sha !== 'string' || !commitOf(git, sha)) return githubError(422, 'Object does not exist')
  context.github.meanwhile.shift()?.()
  if (git.refs.has(ref)) return githubError(422, 'Reference already exists')
  return guarded(context, ref) ?? moved(context, ref, sha, 201)
}

function updateRef(context: GitHubContext, { sha, force }: Record<string, unknown>): Reply {
  const { git } = context.github
  const ref = `refs/${context.parameters[0]}`
  if (typeof sha !== 'string' || !commitOf(git, sha)) return githubError(422, 'Object does not exist')
  context.github.meanwhile.shift()?.()
  const before = git.refs.get(ref)
  if (!before) return githubError(422, 'Reference does not exist')
  if (!force && !isAncestor(git, before, sha)) return githubError(422, 'Update is not a fast forward')
  return guarded(context, ref) ?? moved(context, ref, sha, 200)
}

function guarded({ github }: GitHubContext, ref: string): Reply | undefined {
  if (!github.guardedBranches.includes(ref.replace('refs/heads/', ''))) return undefined
  return githubError(422, 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n')
}

function moved(context: GitHubContext, ref: string, sha: string, status: number): Reply {
  context.github.git.refs.set(ref, sha)
  return { status, body: refBody(context, ref, sha) }
}

/** The schema `git-ref`. */
function refBody(context: GitHubContext, ref: string, sha: string) {
  const url = gitUrl(context)
  return {
    ref,
    node_id: `REF_${ref}`,
    url: `${url}/${ref}`,
    object: { type: 'commit', sha, url: `${url}/commits/${sha}` },
  }
}

function getCommit(context: GitHubContext): Reply {
  const sha = context.parameters[0] ?? ''
  const known = commitOf(context.github.git, sha)
  return known ? { status: 200, body: commitBody(context, sha) } : githubError(404, 'Not Found')
}

function createCommit(context: GitHubContext, { tree, parents, message }: Record<string, unknown>): Reply {
  const { git, tokenLogin } = context.github
  const before = Array.isArray(parents) ? parents.map(String) : []
  if (typeof message !== 'string' || typeof tree !== 'string') return githubError(422, 'Invalid request.')
  if (git.objects.get(tree)?.type !== 'tree') return githubError(422, 'Tree SHA does not exist')
  if (!before.every((sha) => commitOf(git, sha)))
    return githubError(422, 'Parent SHA does not exist or is not a commit object')
  const sha = writeCommit(git, { tree, parents: before, message, author: tokenLogin })
  return { status: 201, body: commitBody(context, sha) }
}

/** The schema `git-commit`. */
function commitBody(context: GitHubContext, sha: string) {
  const { github } = context
  const commit = commitOf(github.git, sha)
  if (!commit) throw new Error(`${sha} is not a commit`)
  const url = gitUrl(context)
  const page = (of: string) => `${context.serverUrl}/${github.owner}/${github.repo}/commit/${of}`
  const who = { name: commit.author, email: `${commit.author}@users.noreply.github.com`, date: commit.at }
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${url}/commits/${sha}`,
    html_url: page(sha),
    author: who,
    committer: who,
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((of) => ({ sha: of, url: `${url}/commits/${of}`, html_url: page(of) })),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  }
}

interface TreeEntry {
  path?: string
  mode?: string
  sha?: string | null
  content?: string
}

function createTree(context: GitHubContext, body: Record<string, unknown>): Reply {
  const { git } = context.github
  const { base_tree: base = null, tree } = body as { base_tree?: string | null; tree?: TreeEntry[] }
  if (!Array.isArray(tree)) return githubError(422, 'Invalid request.\n\n"tree" wasn\'t supplied.')
  if (base !== null && git.objects.get(base)?.type !== 'tree')
    return githubError(422, 'base_tree is not a valid tree oid')
  const files = new Map<string, { mode: string; sha: string } | null>()
  for (const { path = '', mode = '', sha, content } of tree) {
    if (!/^(100644|100755|120000)$/.test(mode)) return githubError(422, 'tree.mode contains invalid mode')
    if (/^\/|\/\/|\/$|(^|\/)\.\.?(\/|$)|^$/.test(path))
      return githubError(422, 'tree.path contains a malformed path component')
    const blob = content === undefined ? sha : writeBlob(git, Buffer.from(content))
    if (blob && git.objects.get(blob)?.type !== 'blob') return githubError(422, 'tree.sha is not a valid blob')
    files.set(path, blob ? { mode, sha: blob } : null)
  }
  const sha = writeTree(git, base, files)
  return { status: 201, body: treeBody(context, sha) }
}

/** The schema `git-tree`. */
function treeBody(context: GitHubContext, sha: string) {
  const { git } = context.github
  const url = gitUrl(context)
  const tree = treeOf(git, sha).map(({ name, mode, type, sha: of }) => {
    const object = git.objects.get(of)
    const size = object?.type === 'blob' ? { size: object.content.length } : {}
    return { path: name, mode, type, sha: of, ...size, url: `${url}/${type}s/${of}` }
  })
  return { sha, url: `${url}/trees/${sha}`, tree, truncated: false }
}

function createBlob(context: GitHubContext, { content, encoding = 'utf-8' }: Record<string, unknown>): Reply {
  if (typeof content !== 'string') return githubError(422, 'Invalid request.\n\n"content" wasn\'t supplied.')
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8')
  if (bytes.length > 100_000_000) return githubError(422, 'Input is too large to process.')
  const sha = writeBlob(context.github.git, bytes)
  const url = `${gitUrl(context)}/blobs/${sha}`
  return { status: 201, headers: { location: url }, body: { url, sha } }
}

/** In the raw form, which gives files of up to 100 MB. */
function getContent({ github, request, parameters }: GitHubContext): Reply {
  const { git, defaultBranch } = github
  const ref = request.query.ref ?? defaultBranch
  if (git.refs.size === 0) return githubError(404, 'This repository is empty.')
  const names = [ref, `refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`]
  const commit = commitOf(git, ref) ? ref : names.map((name) => git.refs.get(name)).find((sha) => sha !== undefined)
  if (!commit) return githubError(404, `No commit found for the ref ${ref}`)
  const entry = entryAt(git, commit, parameters[0] ?? '')
  if (!entry) return githubError(404, 'Not Found')
  const object = git.objects.get(entry.sha)
  if (object?.type !== 'blob') return { status: 200, body: [] }
  if (!String(request.headers.accept).includes('raw'))
    throw new Error('The simulated GitHub gives files in the raw form only')
  const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' }
  return { status: 200, headers, body: object.content.toString() }
}

function gitUrl({ apiUrl, github }: GitHubContext): string {
  return `${apiUrl}/repos/${github.owner}/${github.repo}/git`
}
