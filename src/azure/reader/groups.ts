import { collectionKey } from '../../evidence/collection-key.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { storeTypes } from '../../resources/workspace.ts'
import type { ReadFailure } from '../requests/read-failure.ts'
import type { Row } from '../requests/resource-graph.ts'
import { unreadable } from '../unreadable.ts'
import { byKey, groupOf } from './condition.ts'
import type { Context } from './context.ts'

/** The metadata stores of resource groups. */
export interface Groups {
  /** a group, by its id */
  want(id: string): void
  /** groups that a query is to look into */
  waiting: Set<string>
  /** what a query for these groups brought */
  answer(groups: Set<string>, rows: Row[], failure: ReadFailure | null): void
}

export function createGroups({ evidence, isNew, want }: Pick<Context, 'evidence' | 'isNew' | 'want'>): Groups {
  const waiting = new Set<string>()
  return {
    waiting,
    want: (id) => void (isNew(collectionKey.group(id)) && waiting.add(id)),
    answer(groups, rows, failure) {
      const stores = byKey(
        rows.filter((row) => storeTypes.includes(row.type.toLowerCase())),
        (row) => idKey(groupOf(row)),
      )
      for (const group of groups) {
        const held = stores.get(idKey(group)) ?? []
        const ids = held.map((row) => row.id)
        const key = collectionKey.group(group)
        evidence.collections.set(key, failure ? { ...unreadable(group, failure), ids } : { state: 'read', ids })
        // a group that shows all kinds of store exists; for any other, Resource Manager says whether it does
        const types = new Set(held.map((row) => row.type.toLowerCase()))
        if (!storeTypes.every((type) => types.has(type))) want(group)
      }
    },
  }
}
