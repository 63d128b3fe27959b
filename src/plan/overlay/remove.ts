import { collectionKey } from '../../evidence/collection-key.ts'
import type { EvidenceSet, UnreadableRecord } from '../../evidence/records.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { said } from '../../said.ts'
import { oneLine } from '../../text.ts'
import type { PlannedChange } from '../model.ts'

/** Takes away resources with everything below their ids: it is gone, as after an authoritative 404. */
export function remove(evidence: EvidenceSet, changes: PlannedChange[]): void {
  if (changes.length === 0) return
  const { resources, collections } = evidence
  const below = startingWith([...resources.keys()])
  for (const { id, source } of changes) {
    const key = idKey(id)
    for (const each of [key, ...below(`${key}/`)]) {
      const record = resources.get(each)
      if (record || each === key) resources.set(each, gone(record?.id ?? id, source.address))
    }
  }
  const lists = startingWith([...collections.keys()])
  // a list that could not be read before is known to be empty now
  for (const { id } of changes)
    for (const key of lists(collectionKey.list(id, ''))) collections.set(key, { state: 'read', ids: [] })
  evidence.workspaces = evidence.workspaces.filter((id) => resources.get(idKey(id))?.state !== 'absent')
}

function gone(id: string, address: string): UnreadableRecord {
  const message = said`The plan deletes it with ${{ name: oneLine(address, 200) }}.`
  return { state: 'absent', id, reason: 'absent', action: null, scope: null, message }
}

/** Keys that start alike: sorted, they stand next to each other. */
function startingWith(keys: string[]): (prefix: string) => string[] {
  const sorted = keys.sort()
  return (prefix) => {
    const found: string[] = []
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at += 1) found.push(sorted[at] as string)
    return found
  }
}

function firstFrom(sorted: string[], prefix: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < prefix) low = middle + 1
    else high = middle
  }
  return low
}
