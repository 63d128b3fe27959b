import { globSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The files of a folder, by default of the repository, that a pattern means: in order, with slashes on every system. */
export function filesLike(pattern: string, folder = join(import.meta.dirname, '..')): string[] {
  return globSync(pattern, { cwd: folder }).map(withSlashes).sort()
}

export function withSlashes(path: string): string {
  return path.replaceAll(sep, '/')
}
