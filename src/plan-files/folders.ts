import { relative, resolve, sep } from 'node:path'
import { isInside } from '../inputs/values.ts'

/** Where files may be. */
export interface Folders {
  workspace: string
  /** null: there is none */
  runnerTemp: string | null
}

/** @param env of the runner */
export function foldersOf({ GITHUB_WORKSPACE, RUNNER_TEMP }: Record<string, string | undefined>): Folders {
  return { workspace: resolve(GITHUB_WORKSPACE || '.'), runnerTemp: RUNNER_TEMP ? resolve(RUNNER_TEMP) : null }
}

/** The way to a file from a folder that it is in, with slashes; null: it is elsewhere. */
export function below(folder: string | null, path: string): string | null {
  const way = folder === null ? '' : relative(folder, path)
  return isInside(way) ? withSlashes(way) : null
}

export function withSlashes(way: string): string {
  return way.split(sep).join('/')
}
