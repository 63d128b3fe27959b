import type { Tree } from '../../config/tree.ts'
import { type Place, placeOf } from './places.ts'

const bag = /^environment_?variables$/i

/** Variables of a job, a step, a deployment or a custom application, wherever they are in the file. */
export function environmentIn(tree: Tree): Place[] {
  const seen = new Set<Tree>()
  return walk(tree, [])

  function walk(at: Tree, path: string[]): Place[] {
    // an alias leads to what was looked through already
    if (seen.has(at)) return []
    seen.add(at)
    if (at.kind === 'list') return at.items.flatMap((item, index) => walk(item, [...path, String(index)]))
    if (at.kind !== 'map') return []
    return at.entries.flatMap(({ key, value }) =>
      bag.test(key) && value.kind === 'map'
        ? value.entries.flatMap((one) => placeOf(one.value, [...path, key, one.key]) ?? [])
        : walk(value, [...path, key]),
    )
  }
}
