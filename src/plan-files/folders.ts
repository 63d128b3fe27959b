import { relative, resolve, sep } from 'node:path'
import { isInside } from '../inputs/values.ts'
import type { Ports } from '../ports.ts'

/** Where files may be. */
export interface Folders {
  workspace: string
  /** null: there is none */
  runnerTemp: string | null
  /** somebody typed the names of files, which may be in any checkout */
  isTyped: boolean
}

export function foldersOf({ env, terminal }: Pick<Ports, 'env' | 'terminal'>): Folders {
  const { GITHUB_WORKSPACE, RUNNER_TEMP } = env
  return {
    workspace: resolve(GITHUB_WORKSPACE || '.'),
    runnerTemp: RUNNER_TEMP ? resolve(RUNNER_TEMP) : null,
    isTyped: terminal !== undefined,
  }
}

/** The way to a file from a folder that it is in, with slashes; null: it is elsewhere. */
export function below(folder: string | null, path: string): string | null {
  const way = folder === null ? '' : relative(folder, path)
  return isInside(way) ? withSlashes(way) : null
}

export function withSlashes(way: string): string {
  return way.split(sep).join('/')
}
