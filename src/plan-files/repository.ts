import { join, resolve } from 'node:path'
import type { Files } from '../ports.ts'
import { trackedBy, Undecipherable } from './git-index.ts'

/** The index of a repository with a million files has half as much. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * Which of these files git tracks, by the index of the repository in a folder. Git itself is not asked: it does what
 * `.git/config` says, and that can name programs (`core.fsmonitor`, filters, helpers that fetch what a sparse checkout
 * leaves out). A commit cannot bring that file along, but an artifact that is unpacked into the checkout can. Nothing of
 * the index is executed, there need not be a git, and nobody need own the folder (`safe.directory`).
 *
 * @param names below the folder, with slashes
 * @throws Undecipherable where that cannot be told
 */
export function trackedIn(folder: string, names: string[], files: Files): Set<string> {
  const wanted = Map.groupBy(names, folded)
  const found = new Set<string>()
  for (const { name, isFolder } of trackedBy(indexOf(folder, files))) {
    const known = folded(name)
    const within = isFolder ? [...wanted.keys()].filter((one) => one.startsWith(known)) : [known]
    for (const one of within.flatMap((key) => wanted.get(key) ?? [])) found.add(one)
  }
  return found
}

/** Names that are one and the same on some file system, as of macOS and Windows. */
export function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
}

function indexOf(folder: string, files: Files): Uint8Array {
  const index = files.bytes(join(gitFolder(folder, files), 'index'), MOST_BYTES)
  if ('contents' in index) return index.contents
  if ('isAbsent' in index) throw new Undecipherable('it has none yet')
  throw new Undecipherable('bytes' in index ? `it has ${index.bytes} bytes` : index.refusal)
}

/** Submodules, and what `git worktree` made, have a file that says where it is. It is followed within the workspace. */
function gitFolder(folder: string, files: Files): string {
  const path = join(folder, '.git')
  const file = files.read(path, 4096)
  const [, elsewhere] = 'text' in file ? (/^gitdir: ([^\n\r]+)/.exec(file.text) ?? []) : []
  return elsewhere === undefined ? path : resolve(folder, elsewhere)
}
