import { resourceName, said } from '../said.ts'
import { collectionKey } from './collection-key.ts'
import type { Need } from './data-actions.ts'
import { roleAssignmentsOf } from './named.ts'
import { type Evidence, neverRead, type UnreadableRecord } from './records.ts'
import { idKey } from './resource-id.ts'

/** Where assignments are shown, and what keeps the list from being complete. */
export interface Assignments {
  ids: string[]
  /** Resource Manager listed them at the vault, for this principal */
  isListed: boolean
  hidden: UnreadableRecord[]
  unasked: UnreadableRecord[]
  /** the scope at which Resource Manager should be asked next */
  next: string | null
}

export function assignmentsOf(evidence: Evidence, { vault, at, principalId }: Need): Assignments {
  const { collections } = evidence
  const [atVault, atKey] = [vault, at].map((scope) => collections.get(collectionKey.assigned(scope, principalId)))
  const listed = [atVault, idKey(at) === idKey(vault) ? undefined : atKey]
  const isListed = atVault?.state === 'read'
  const lists = isListed ? listed : [collections.get(collectionKey.roles(principalId)), atVault]
  const [next = null] = atVault === undefined ? [vault] : isListed && atKey === undefined ? [at] : []
  return {
    ids: [...new Map(lists.flatMap((list) => list?.ids ?? []).map((id) => [idKey(id), id])).values()],
    isListed,
    hidden: lists.flatMap((list) => (list && list.state !== 'read' ? [list] : [])).reverse(),
    unasked: next === null ? [] : [notListed(evidence, next, principalId)],
    next,
  }
}

function notListed(evidence: Evidence, scope: string, principalId: string): UnreadableRecord {
  const message = said`The role assignments of ${{ name: principalId }} at ${resourceName(scope)} were not read.`
  return neverRead(evidence, roleAssignmentsOf(principalId, scope), message)
}

const lacking = 'roleAssignments['

/** As what it is shown that somebody has none that are enough. */
export function lackingAssignments(principalId: string): string {
  return `${lacking}assignedTo=${principalId}]`
}

export function isLackingAssignments(path: string): boolean {
  return path.startsWith(lacking)
}
