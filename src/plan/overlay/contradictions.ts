import { idKey } from '../../evidence/resource-id.ts'
import { oneLine } from '../../text.ts'
import { isSame } from '../json.ts'
import type { Plan, PlannedChange } from '../model.ts'
import { around } from './around.ts'

/** The changes of all plans. What two of them say alike counts once; where they contradict each other, nobody knows. */
export function agreed(plans: readonly Plan[]): PlannedChange[] {
  const all = plans.flatMap(({ changes }) => changes)
  const byId = Map.groupBy(all, ({ id }) => idKey(id))
  const once = [...byId.values()].flatMap((changes) => inDoubt(changes) ?? oncePerFile(changes))
  return plans.length < 2 ? once : withoutOrphans(once)
}

/** Two resources of one plan are the same one of Azure: nobody knows which of them is dealt with first. */
function inDoubt(changes: PlannedChange[]): PlannedChange[] | null {
  const gone = changes.find(({ change }) => change === 'delete')
  const made = changes.find(({ change, source }) => change === 'put' && source.file === gone?.source.file)
  return gone && made ? unsure(made, [made.source.address, gone.source.address]) : null
}

function oncePerFile(changes: PlannedChange[]): PlannedChange[] {
  const byFile = [...Map.groupBy(changes, ({ source }) => source.file).values()]
  const [first = [], ...others] = byFile
  if (others.every((other) => isSame(what(first), what(other)))) return first
  return first.slice(0, 1).flatMap((change) =>
    unsure(
      change,
      byFile.flatMap((each) => each[0]?.source.file ?? []),
    ),
  )
}

/** What one plan makes below something that another one takes away. */
function withoutOrphans(changes: PlannedChange[]): PlannedChange[] {
  const gone = changes.filter(({ change }) => change === 'delete' || change === 'replace')
  const byId = Map.groupBy(gone, ({ id }) => idKey(id))
  return changes.flatMap((one) => {
    const above = around(one.id).flatMap((key) => byId.get(key) ?? [])
    const other = above.find(({ source }) => source.file !== one.source.file)
    return one.change === 'delete' || !other ? [one] : unsure(one, [one.source.file, other.source.file])
  })
}

function what(changes: PlannedChange[]): unknown {
  return changes.map(({ change, settings, items }) => ({ change, settings, items }))
}

function unsure(change: PlannedChange, sides: string[]): PlannedChange[] {
  const both = sides.map((side) => oneLine(side, 200)).join(' and ')
  const label = `${oneLine(change.source.address, 200)} (${both} contradict each other)`
  return [{ ...change, change: 'unsure', settings: [], items: [], label, source: { ...change.source, address: label } }]
}
