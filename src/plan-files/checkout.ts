import { join } from 'node:path'
import type { Checkout } from '../plan/locate/checkout.ts'
import type { Files } from '../ports.ts'
import { expand } from './expand.ts'
import { below } from './folders.ts'

/** Nobody wrote a larger source, nor so much of it. */
const MOST_BYTES = 1024 * 1024
const MOST_BYTES_TOGETHER = 16 * MOST_BYTES

/**
 * The sources in the workspace, looked for when somebody asks. Where there are too many files to look through, there are
 * none: of half of them nobody can say which is the only one.
 */
export function checkoutOf(workspace: string, files: Files): Checkout {
  let known: string[] | null = null
  let left = MOST_BYTES_TOGETHER
  return {
    get files() {
      known ??= sourcesIn(workspace, files)
      return known
    },
    read(path) {
      const file = left < 0 ? null : files.read(join(workspace, path), MOST_BYTES)
      if (file === null || !('text' in file)) return undefined
      left -= file.text.length
      return file.text
    },
  }
}

function sourcesIn(workspace: string, files: Files): string[] {
  const { paths, isWhole } = expand({ text: '', folder: workspace, parts: ['**', '*'] }, files)
  const sources = paths.filter((path) => /\.(tf|tofu|tf\.json|tofu\.json|bicep|bicepparam)$/.test(path))
  return isWhole ? sources.flatMap((path) => below(workspace, path) ?? []) : []
}
