import type { EvidenceSet } from '../../evidence/records.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { resourceTypes } from '../../resources/index.ts'
import type { ReadFailure } from '../requests/read-failure.ts'
import type { Row } from '../requests/resource-graph.ts'
import { byKey, groupOf } from './condition.ts'
import type { Context } from './context.ts'
import { type Holds, readPermissions } from './permissions.ts'

/** What Resource Graph shows of resource groups, and whether that is all that they hold. */
export interface GroupIndex {
  /** calls back, now or later, with what a group holds of a type; null where there may be more than Resource Graph shows */
  find(group: string, type: string, then: (rows: Row[] | null) => void): void
  /** groups that a query is to look into */
  waiting: Set<string>
  /** what a query for these groups brought */
  answer(groups: Set<string>, rows: Row[], failure: ReadFailure | null): void
}

interface Group {
  rows?: Row[] | null
  holds?: Holds | null
  callbacks: (() => void)[]
}

/**
 * Resource Graph leaves out what the identity may not read, and does not say so. Only an identity that may read a type in
 * the whole group can conclude from missing rows that the group holds nothing of that type.
 */
export function createGroupIndex(context: Context): GroupIndex {
  const groups = new Map<string, Group>()
  const waiting = new Set<string>()

  function open(id: string): Group {
    const group: Group = { callbacks: [] }
    groups.set(idKey(id), group)
    waiting.add(id)
    context.read(id, async () => tell(group, { holds: await readPermissions(context, id) }))
    return group
  }

  function tell(group: Group, news: Partial<Group>): void {
    Object.assign(group, news)
    if (isKnown(group)) for (const callback of group.callbacks.splice(0)) callback()
  }

  return {
    waiting,
    find(id, type, then) {
      const group = groups.get(idKey(id)) ?? open(id)
      const callback = () => then(all(group, type))
      if (isKnown(group)) callback()
      else group.callbacks.push(callback)
    },
    answer(asked, rows, failure) {
      const held = byKey(rows, (row) => idKey(groupOf(row)))
      for (const id of asked) {
        const group = groups.get(idKey(id))
        if (group) tell(group, { rows: failure ? null : (held.get(idKey(id)) ?? []) })
      }
    },
  }
}

/** What Resource Graph does not show itself, it shows nothing of: rights that were given a moment ago reach it later. */
export function isShown({ resources }: Pick<EvidenceSet, 'resources'>, id: string): boolean {
  const record = resources.get(idKey(id))
  return record?.state === 'read' && record.source === 'resource-graph'
}

function isKnown({ rows, holds }: Group): boolean {
  return rows !== undefined && holds !== undefined
}

function all({ rows, holds }: Group, type: string): Row[] | null {
  const { action = '' } = resourceTypes[type] ?? {}
  return rows && holds?.(action) ? rows.filter((row) => row.type.toLowerCase() === type) : null
}
