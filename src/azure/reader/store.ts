import type { EvidenceSet, ReadRecord, ResourceRecord } from '../../evidence/records.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { resourceTypes } from '../../resources/index.ts'
import type { Row } from '../requests/resource-graph.ts'
import type { Context } from './context.ts'

/** Who is told what arrives. */
interface Listeners {
  /** of everything that was read, before any of it is followed */
  learn(record: ReadRecord): void
  follow(record: ReadRecord): void
  isAbsent(id: string): void
  /** a row came without the properties that its type has */
  isHollow(id: string, type: string): void
}

/** Keeps what was read, and knows what has been wanted. */
export function createStore(
  { resources }: EvidenceSet,
  listeners: Listeners,
): Pick<Context, 'isNew' | 'keep' | 'takeRows'> & { wanted(): number } {
  const asked = new Set<string>()

  function isNew(key: string): boolean {
    if (asked.has(key)) return false
    asked.add(key)
    return true
  }

  function put(record: ResourceRecord): void {
    resources.set(idKey(record.id), record)
    if (record.state === 'absent') listeners.isAbsent(record.id)
    else if (record.state === 'read') listeners.learn(record)
  }

  function recordOf(row: Row): ReadRecord | null {
    if (!resourceTypes[row.type.toLowerCase()] || row.isHollow || resources.get(idKey(row.id))?.state === 'read')
      return null
    const { apiVersion, ...body } = row
    return { state: 'read', id: row.id, source: 'resource-graph', apiVersion: apiVersion || null, body }
  }

  return {
    isNew,
    wanted: () => asked.size,
    keep(record) {
      put(record)
      if (record.state === 'read') listeners.follow(record)
    },
    takeRows(rows) {
      const fresh = rows.flatMap((row) => recordOf(row) ?? [])
      for (const record of fresh) {
        asked.add(idKey(record.id))
        put(record)
      }
      for (const record of fresh) listeners.follow(record)
      for (const { id, type } of rows.filter((row) => row.isHollow)) listeners.isHollow(id, type)
    },
  }
}
