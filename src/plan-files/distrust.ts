import { dirname, join, parse, relative, sep } from 'node:path'
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
  const byRepository = new Map<string, Named[]>()
  for (const path of paths) {
    const { reason, place, repositories } = surroundings(path, folders, files)
    if (reason !== null) why.set(path, reason)
    for (const folder of repositories) byRepository.set(folder, [...(byRepository.get(folder) ?? []), { path, place }])
  }
  for (const [folder, inside] of byRepository)
    for (const [path, reason] of judged(folder, inside, folders.isTyped, files)) why.set(path, reason)
  return why
}

/** A file, and where it is. */
interface Named {
  path: string
  place: string
}

function elsewhere(isTyped: boolean): string {
  return isTyped
    ? 'keep it in a checkout, where git ignores it'
    : 'keep it in RUNNER_TEMP, where nothing comes from the checkout'
}

/** Where a file is, and the repositories around it: that of a submodule, and the one that has it. */
function surroundings(path: string, folders: Folders, files: Files) {
  if (folders.isTyped) {
    const place = files.real(path) ?? path
    const around = (at: string) => repositoriesAround(parse(at).root, at, files)
    // a link that somebody committed may lead to what git keeps of a commit elsewhere
    const isLinked = around(path).some((folder) => isBehindLink(folder, path, files))
    const repositories = around(place)
    const isUnknown = repositories.length === 0 && below(folders.runnerTemp, path) === null
    return { reason: isLinked ? behindLink : isUnknown ? untold('folder', true) : null, place, repositories }
  }
  const isOfWorkspace = below(folders.workspace, path) !== null
  const home = isOfWorkspace || folders.runnerTemp === null ? folders.workspace : folders.runnerTemp
  if (isBehindLink(home, path, files)) return { reason: behindLink, place: path, repositories: [] }
  const repositories = repositoriesAround(home, path, files)
  const isUnknown = isOfWorkspace && repositories.length === 0
  return { reason: isUnknown ? untold('folder of the workspace', false) : null, place: path, repositories }
}

function untold(what: string, isTyped: boolean): string {
  return `whether git tracks it cannot be told: no ${what} that it is in has a .git; ${elsewhere(isTyped)}`
}

const behindLink = 'a symbolic link leads to it; name a path without it'

function repositoriesAround(home: string, place: string, files: Files): string[] {
  return above(home, place).filter((folder) => files.exists(join(folder, '.git')))
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

function judged(folder: string, named: Named[], isTyped: boolean, files: Files): [path: string, reason: string][] {
  const nameOf = ({ place }: Named) => withSlashes(relative(folder, place))
  try {
    const tracked = trackedIn(folder, named.map(nameOf), files)
    const make = isTyped ? 'name one that a tool made just now' : 'let this run make the plan'
    const reason = `git tracks it, so it may be what somebody committed; ${make}, and ${elsewhere(isTyped)}`
    return named.flatMap((one) => (tracked.has(nameOf(one)) ? [[one.path, reason]] : []))
  } catch (error) {
    if (!(error instanceof Undecipherable)) throw error
    const reason = `whether git tracks it cannot be told: the index of git cannot be read (${error.message}); ${elsewhere(isTyped)}`
    return named.map(({ path }) => [path, reason])
  }
}
