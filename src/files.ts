import {
  appendFileSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { Files } from './ports.ts'

/**
 * The files of the runner. A checkout may hold links: what is written stays in the folders nevertheless.
 *
 * @param folders where files may be written; those that do not exist are left out
 */
export function filesIn(folders: (string | undefined)[]): Files {
  return {
    read(path) {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return undefined
      }
    },
    size(path) {
      try {
        const stats = statSync(path)
        return stats.isFile() ? stats.size : undefined
      } catch {
        return undefined
      }
    },
    write(path, pieces) {
      refuseOutside(path, folders)
      mkdirSync(dirname(path), { recursive: true })
      const file = openSync(path, 'w')
      try {
        for (const piece of pieces) writeSync(file, piece)
      } finally {
        closeSync(file)
      }
    },
    append: (path, text) => appendFileSync(path, text),
  }
}

function refuseOutside(path: string, folders: (string | undefined)[]): void {
  const allowed = folders.flatMap((folder) => (folder ? (realOf(folder) ?? []) : []))
  const real = behindLinks(path)
  if (!allowed.some((folder) => isInside(relative(folder, real))))
    throw new Error('a link on the way leads out of the workspace and of RUNNER_TEMP; name a path without it')
}

/** Where a path leads, of which the last parts need not exist; a link that leads nowhere counts as leading out. */
function behindLinks(path: string): string {
  const above = dirname(path)
  if (above === path || isLink(path)) return realOf(path) ?? '/'
  return realOf(path) ?? join(behindLinks(above), basename(path))
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function realOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

function isInside(path: string): boolean {
  return path !== '' && !/^\.\.([\\/]|$)/.test(path) && !isAbsolute(path)
}
