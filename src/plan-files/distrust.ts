import { dirname, join, relative, sep } from 'node:path'
import type { Files } from '../ports.ts'
import { below, type Folders, withSlashes } from './folders.ts'
import { Undecipherable } from './git-index.ts'
import { folded, trackedIn } from './repository.ts'

/**
 * Why a plan in one of these files would prove nothing, as the rest of a sentence: whoever opened the pull request could
 * have written it, and no tool. What git does not track was made by this run, or brought by a step of it.
 *
 * @returns by path; those that are not in it were made by this run
 */
export function distrusted(paths: string[], folders: Folders, files: Files): Map<string, string> {
  const why = new Map<string, string>()
  const byRepository = new Map<string, string[]>()
  for (const path of paths) {
    const { reason, repositories } = surroundings(path, folders, files)
    if (reason !== null) why.set(path, reason)
    for (const folder of repositories) byRepository.set(folder, [...(byRepository.get(folder) ?? []), path])
  }
  for (const [folder, inside] of byRepository)
    for (const [path, reason] of judged(folder, inside, files)) why.set(path, reason)
  return why
}

const elsewhere = 'keep it in RUNNER_TEMP, where nothing comes from the checkout'

/** The repositories around a file: that of a submodule, and the one that has it. */
function surroundings(path: string, { workspace, runnerTemp }: Folders, files: Files) {
  const isOfWorkspace = below(workspace, path) !== null
  const home = isOfWorkspace || runnerTemp === null ? workspace : runnerTemp
  if (isBehindLink(home, path, files))
    return { reason: 'a symbolic link leads to it; name a path without it', repositories: [] }
  const repositories = above(home, path).filter((folder) => files.exists(join(folder, '.git')))
  const isUnknown = isOfWorkspace && repositories.length === 0
  const reason = `whether git tracks it cannot be told: no folder of the workspace that it is in has a .git; ${elsewhere}`
  return { reason: isUnknown ? reason : null, repositories }
}

/** The folders that a file is in. */
function above(home: string, path: string): string[] {
  const folders = [home]
  for (const part of relative(home, dirname(path)).split(sep)) folders.push(join(folders.at(-1) ?? home, part))
  return [...new Set(folders)]
}

/** Case may differ: some file systems know one name by many spellings. */
function isBehindLink(home: string, path: string, files: Files): boolean {
  const [root, place] = [files.real(home), files.real(path)]
  if (root === null || place === null) return true
  return folded(relative(root, place)) !== folded(relative(home, path))
}

function judged(folder: string, paths: string[], files: Files): [path: string, reason: string][] {
  const named = new Map(paths.map((path) => [withSlashes(relative(folder, path)), path]))
  try {
    const tracked = trackedIn(folder, [...named.keys()], files)
    const reason = `git tracks it, so it may be what somebody committed; let this run make the plan, and ${elsewhere}`
    return [...named].flatMap(([name, path]) => (tracked.has(name) ? [[path, reason]] : []))
  } catch (error) {
    if (!(error instanceof Undecipherable)) throw error
    const reason = `whether git tracks it cannot be told: the index of git cannot be read (${error.message}); ${elsewhere}`
    return paths.map((path) => [path, reason])
  }
}
