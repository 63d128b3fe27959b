import { idKey } from '../../evidence/resource-id.ts'
import { isSame } from '../json.ts'
import type { Plan, PlannedChange } from '../model.ts'

/** The changes of all plans. What two of them say alike counts once; where they contradict each other, nobody knows. */
export function agreed(plans: readonly Plan[]): PlannedChange[] {
  const all = plans.flatMap(({ changes }) => changes)
  if (plans.length < 2) return all
  return [...Map.groupBy(all, ({ id }) => idKey(id)).values()].flatMap((changes) => {
    const byFile = [...Map.groupBy(changes, ({ source }) => source.file).values()]
    const [first = [], ...others] = byFile
    if (others.every((other) => isSame(what(first), what(other)))) return first
    return unsure(
      first,
      byFile.map(([change]) => change?.source.file ?? ''),
    )
  })
}

function what(changes: PlannedChange[]): unknown {
  return changes.map(({ change, settings, items }) => ({ change, settings, items }))
}

function unsure([change]: PlannedChange[], files: string[]): PlannedChange[] {
  if (!change) return []
  const address = `${change.source.address} (${files.join(' and ')} contradict each other)`
  return [{ ...change, change: 'unsure', settings: [], items: [], source: { ...change.source, address } }]
}
