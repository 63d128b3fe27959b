import { createHash } from 'node:crypto'

type GitObject =
  | { type: 'blob'; content: Buffer }
  | { type: 'tree'; entries: GitEntry[] }
  | { type: 'commit'; tree: string; parents: string[]; message: string; at: string; author: string }

export interface GitEntry {
  /** one name, without slashes */
  name: string
  mode: string
  type: 'blob' | 'tree'
  sha: string
}

/** The objects and references of a repository, with the SHAs that git gives them. */
export interface GitStore {
  objects: Map<string, GitObject>
  /** `refs/heads/main` to the SHA of a commit */
  refs: Map<string, string>
}

export function gitStore(): GitStore {
  return { objects: new Map(), refs: new Map() }
}

export function writeBlob(git: GitStore, content: Buffer): string {
  return store(git, { type: 'blob', content }, content)
}

/** A tree of files by path on top of another tree; null removes a file. */
export function writeTree(
  git: GitStore,
  base: string | null,
  files: Map<string, { mode: string; sha: string } | null>,
): string {
  const entries = new Map((base === null ? [] : treeOf(git, base)).map((entry) => [entry.name, entry]))
  const folders = Map.groupBy(files, ([path]) => (path.includes('/') ? (path.split('/', 1)[0] ?? '') : ''))
  for (const [name, file] of folders.get('') ?? []) {
    if (file === null) entries.delete(name)
    else entries.set(name, { name, mode: file.mode, type: 'blob', sha: file.sha })
  }
  folders.delete('')
  for (const [name, below] of folders) {
    const known = entries.get(name)
    const inside = new Map(below.map(([path, file]) => [path.slice(name.length + 1), file]))
    const sha = writeTree(git, known?.type === 'tree' ? known.sha : null, inside)
    entries.set(name, { name, mode: '040000', type: 'tree', sha })
  }
  return storeTree(git, [...entries.values()])
}

function storeTree(git: GitStore, entries: GitEntry[]): string {
  const key = ({ name, type }: GitEntry) => (type === 'tree' ? `${name}/` : name)
  const sorted = entries.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const line = ({ mode, name, sha }: GitEntry) =>
    Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')])
  return store(git, { type: 'tree', entries: sorted }, Buffer.concat(sorted.map(line)))
}

export function writeCommit(
  git: GitStore,
  { tree, parents, message, author }: { tree: string; parents: string[]; message: string; author: string },
): string {
  const at = `${new Date().toISOString().slice(0, 19)}Z`
  const who = `${author} <${author}@users.noreply.github.com> ${Date.parse(at) / 1000} +0000`
  const head = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${who}`, `committer ${who}`]
  const commit: GitObject = { type: 'commit', tree, parents, message, at, author }
  return store(git, commit, Buffer.from(`${head.join('\n')}\n\n${message}`))
}

function store(git: GitStore, object: GitObject, bytes: Buffer): string {
  const sha = createHash('sha1').update(`${object.type} ${bytes.length}\0`).update(bytes).digest('hex')
  git.objects.set(sha, object)
  return sha
}

export function treeOf(git: GitStore, sha: string): GitEntry[] {
  const object = git.objects.get(sha)
  return object?.type === 'tree' ? object.entries : []
}

export function commitOf(git: GitStore, sha: string) {
  const object = git.objects.get(sha)
  return object?.type === 'commit' ? object : undefined
}

/** What stands at a path of a commit; undefined when nothing does. */
export function entryAt(git: GitStore, commit: string, path: string): GitEntry | undefined {
  let tree = commitOf(git, commit)?.tree ?? ''
  let entry: GitEntry | undefined
  for (const name of path.split('/')) {
    entry = treeOf(git, tree).find((one) => one.name === name)
    tree = entry?.sha ?? ''
  }
  return entry
}

/** Whether one commit is the other, or comes before it. */
export function isAncestor(git: GitStore, ancestor: string, commit: string): boolean {
  const seen = new Set<string>()
  const todo = [commit]
  for (let sha = todo.pop(); sha !== undefined; sha = todo.pop()) {
    if (sha === ancestor) return true
    if (seen.has(sha)) continue
    seen.add(sha)
    todo.push(...(commitOf(git, sha)?.parents ?? []))
  }
  return false
}

/** Somebody pushes these files on top of a branch, or as a branch of their own. */
export function push(git: GitStore, branch: string, files: Record<string, string>, message = 'a push'): string {
  const parent = git.refs.get(`refs/heads/${branch}`)
  const blobs = Object.entries(files).map(
    ([path, content]) => [path, { mode: '100644', sha: writeBlob(git, Buffer.from(content)) }] as const,
  )
  const tree = writeTree(git, parent ? (commitOf(git, parent)?.tree ?? null) : null, new Map(blobs))
  const sha = writeCommit(git, { tree, parents: parent ? [parent] : [], message, author: 'mona' })
  git.refs.set(`refs/heads/${branch}`, sha)
  return sha
}

/** The files of a branch, by path; undefined when there is no such branch. */
export function filesOf(git: GitStore, branch: string): Record<string, string> | undefined {
  const sha = git.refs.get(`refs/heads/${branch}`)
  const commit = sha === undefined ? undefined : commitOf(git, sha)
  return commit && Object.fromEntries(walk(git, commit.tree, ''))
}

function walk(git: GitStore, tree: string, folder: string): [string, string][] {
  return treeOf(git, tree).flatMap(({ name, type, sha }) => {
    if (type === 'tree') return walk(git, sha, `${folder}${name}/`)
    const blob = git.objects.get(sha)
    return [[folder + name, blob?.type === 'blob' ? blob.content.toString() : '']]
  })
}

/** The commits of a branch, newest first. */
export function logOf(git: GitStore, branch: string): { sha: string; message: string; parents: string[] }[] {
  const log: { sha: string; message: string; parents: string[] }[] = []
  let sha = git.refs.get(`refs/heads/${branch}`)
  while (sha !== undefined) {
    const commit = commitOf(git, sha)
    if (!commit) break
    log.push({ sha, message: commit.message, parents: commit.parents })
    sha = commit.parents[0]
  }
  return log
}
