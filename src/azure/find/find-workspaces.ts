import type { EvidenceSet, Unreadable } from '../../evidence/records.ts'
import { idKey } from '../../evidence/resource-id.ts'
import type { Targets } from '../../inputs/targets.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import type { AzureClient } from '../requests/client.ts'
import { literals, query, type Row } from '../requests/resource-graph.ts'
import { chunks, distinct, inLists, inType, namesOf, packed, scopeConditions } from './conditions.ts'
import { isNotScope, unseenGroup } from './containers.ts'
import { groupAndName, inGroups, isInScope, matcher, namedIds, placeAndName } from './targets.ts'
import { incompleteList, nothingFound, unmatched } from './unseen.ts'

export interface Found {
  rows: Row[]
  /** ids that were named and that Resource Graph did not show: to be asked for one by one */
  unlisted: string[]
  /** what was named and matches nothing that can be seen */
  unseen: Unreadable[]
  subscriptions: EvidenceSet['subscriptions']
}

/** Finds what the workflow points at. Whatever was named and cannot be seen is said, never left out. */
export async function findWorkspaces(client: AzureClient, targets: Targets): Promise<Found> {
  const ids = namedIds(targets)
  const [selected, ...groups] = await Promise.all([
    selectRows(client, targets, ids),
    ...targets.managementGroups.map((name) =>
      query(client, inType(namesOf(targets)), { managementGroups: [name], isAsked: isWorkspace }),
    ),
  ])
  const fits = matcher(targets)
  const named = new Set([...ids.map(idKey), ...inGroups(targets).map(groupAndName)])
  const isDirect = (row: Row) => named.has(idKey(row.id)) || named.has(placeAndName(row))
  const inScope = unique([
    ...selected.rows.filter((row) => isInScope(targets, row)),
    ...groups.flatMap(({ rows }) => rows),
  ]).filter(fits)
  const rows = unique([...selected.rows.filter(isDirect), ...inScope])
  const seen = new Set(rows.map((row) => idKey(row.id)))
  const unlisted = ids.filter((id) => !seen.has(idKey(id)))
  const failures = [
    selected.failures,
    ...groups.map((group) => (isNotScope(group) ? [] : (group.failure ?? []))),
  ].flat()
  const isWhole = failures.length === 0
  const [{ unseen, subscriptions }, ...unseenGroups] = await Promise.all([
    unmatched(client, targets, { rows, inScope, others: selected.rows, isWhole }),
    ...groups.map((group, index) => unseenGroup(client, targets, targets.managementGroups[index] as string, group)),
  ])
  const missing = [
    ...failures.map((failure) => incompleteList(failure, rows.length)),
    ...unseenGroups.flat(),
    ...unseen,
  ]
  if (rows.length + unlisted.length + missing.length === 0) missing.push(nothingFound())
  return { rows, unlisted, subscriptions, unseen: missing }
}

async function selectRows(client: AzureClient, targets: Targets, ids: string[]) {
  const conditions = [
    ...inLists(ids, (list) => `id in~ (${list})`),
    ...chunks(inGroups(targets)).map(
      (some) =>
        `(resourceGroup in~ (${literals(distinct(some.map(({ resourceGroup }) => resourceGroup)))}) and name in~ (${literals(distinct(some.map(({ name }) => name)))}))`,
    ),
    ...scopeConditions(targets),
  ]
  const results = await Promise.all(
    packed(conditions).map((condition) => query(client, inType(condition), { isAsked: isWorkspace })),
  )
  return {
    rows: results.flatMap(({ rows }) => rows),
    failures: results.flatMap(({ failure }) => failure ?? []),
  }
}

function isWorkspace({ type }: { type: string }): boolean {
  return type.toLowerCase() === mlWorkspace.type
}

function unique(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [idKey(row.id), row])).values()].sort((a, b) =>
    idKey(a.id) < idKey(b.id) ? -1 : 1,
  )
}
