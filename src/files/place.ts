import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isInside } from '../inputs/values.ts'

/** A file that is neither read nor written: why, and what to do, as the rest of a sentence without its period. */
export class Misplaced extends Error {}

/**
 * Where a path leads, of which the last parts need not exist. A checkout is what somebody committed, links included: a
 * path must not leave the folder that it was given in, and not come upon what git keeps for itself by a link.
 *
 * @param folders where files may be; those that do not exist are left out
 * @param mayBeLink whether a link may stand in the place of the file itself
 * @throws Misplaced
 */
export function placeOf(path: string, folders: (string | undefined)[], mayBeLink: boolean): string {
  if (!mayBeLink && isLink(path)) throw new Misplaced(`a symbolic link is in its place; ${without}`)
  const real = behindLinks(path)
  const inside = folders.flatMap((folder) => (folder && isInside(relative(resolve(folder), path)) ? [folder] : []))
  const [missing] = inside.filter((folder) => realOf(folder) === null)
  if (missing !== undefined)
    throw new Misplaced(`the folder ${missing} is not there, which GITHUB_WORKSPACE or RUNNER_TEMP names; set it right`)
  const ways = inside.flatMap((folder) => {
    const way = relative(realOf(folder) ?? '', real)
    return realOf(folder) !== null && isInside(way) ? [{ way, isDirect: way === relative(resolve(folder), path) }] : []
  })
  if (ways.length === 0)
    throw new Misplaced(`the path follows a symbolic link out of the workspace and RUNNER_TEMP; ${without}`)
  if (ways.every(({ way, isDirect }) => !isDirect && isOfGit(way)))
    throw new Misplaced(`the path follows a symbolic link into the files of git itself; ${without}`)
  return real
}

const without = 'name a path without it'

/** Reading a pipe or a device can last for ever. */
export function refuseIrregular(stats: Stats | undefined): void {
  if (stats === undefined || stats.isFile()) return
  const kind = stats.isDirectory()
    ? 'a folder'
    : stats.isFIFO()
      ? 'a pipe'
      : stats.isSocket()
        ? 'a socket'
        : 'a device, or something else that is not a file'
  throw new Misplaced(`there is ${kind} of this name; name a file`)
}

/** A link that leads nowhere counts as leading out. */
function behindLinks(path: string): string {
  const above = dirname(path)
  if (above === path || isLink(path)) return realOf(path) ?? '/'
  return realOf(path) ?? join(behindLinks(above), basename(path))
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** As the operating system spells it: on Windows and macOS names have other spellings. */
export function realOf(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

function isOfGit(way: string): boolean {
  return way.split(sep).some((part) => part.toLowerCase() === '.git')
}
