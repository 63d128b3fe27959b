import { collectionKey } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { roleAssignment } from '../../resources/identity.ts'
import { ReadFailure } from '../client.ts'
import { literal, literals, query } from '../resource-graph.ts'
import { unreadable } from '../unreadable.ts'
import { byKey } from './condition.ts'
import { BATCH, type Context, take } from './context.ts'
import type { Work } from './work.ts'

/** The role assignments of principals. */
export interface Roles {
  want(principalId: string): void
  /** sends a query when there are enough principals for one, or nothing would add to them soon */
  send(work: Work): void
}

export function createRoles(context: Pick<Context, 'client' | 'evidence' | 'isNew' | 'takeRows'>): Roles {
  const waiting = new Set<string>()
  return {
    want: (principal) => void (context.isNew(collectionKey.roles(principal)) && waiting.add(principal)),
    send(work) {
      while (waiting.size >= BATCH || (waiting.size > 0 && work.isCalm('reads'))) {
        const principals = take(waiting)
        work.query(() => readRoles(context, principals))
      }
    },
  }
}

async function readRoles(
  { client, evidence, takeRows }: Pick<Context, 'client' | 'evidence' | 'takeRows'>,
  principals: Set<string>,
): Promise<void> {
  const where = `type =~ ${literal(roleAssignment.type)} and tostring(${roleAssignment.principalId.path}) in~ (${literals(principals)})`
  const { rows, failure: refused } = await query(client, where, { table: 'authorizationresources' })
  takeRows(rows)
  const failure = refused ?? (rows.some((row) => row.isHollow) ? hollow() : null)
  const assignments = byKey(rows, (row) => String(propertyOf(row, roleAssignment.principalId)).toLowerCase())
  for (const principal of principals) {
    const ids = (assignments.get(principal.toLowerCase()) ?? []).map((row) => row.id)
    const unread = failure && { ...unreadable(`role assignments of ${principal}`, failure), ids }
    evidence.collections.set(collectionKey.roles(principal), unread ?? { state: 'read', ids })
  }
}

function hollow(): ReadFailure {
  return new ReadFailure('invalid-response', 'Resource Graph answered with rows that have no properties.', 200)
}
