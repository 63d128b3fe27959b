import { assignmentsOf } from './assignments.ts'
import type { Need } from './data-actions.ts'
import { type Grant, grantsAmong, isDefinition } from './grants.ts'
import type { Evidence, UnreadableRecord } from './records.ts'
import { Undecided } from './resource.ts'
import { idKey } from './resource-id.ts'

/** Whether roles give somebody all that is needed (https://learn.microsoft.com/azure/role-based-access-control/overview). */
export type Access =
  | {
      state: 'held' | 'conditional' | 'lacking'
      /** the actions that no assignment grants without a condition */
      lacks: string[]
      /** the assignments and definitions that say so */
      through: string[]
    }
  /** with what nobody asked for yet, that could tell: definitions, and the scope of a list */
  | { state: 'undecided'; why: Undecided; unread: { definitions: string[]; scope: string | null } }

/**
 * What Resource Graph shows of somebody's own assignments is enough to tell that they have access. That they have none
 * only Resource Manager can tell: its list for somebody at a vault has those of groups and management groups as well.
 */
export function accessOf(evidence: Evidence, need: Need): Access {
  const shown = assignmentsOf(evidence, need)
  const { grants, doubts } = grantsAmong(evidence, need, shown)
  const firm = grants.filter(({ isConditional }) => !isConditional)
  const lacks = lackingIn(need, firm)
  if (lacks.length === 0) return { state: 'held', lacks, through: through(firm) }
  const [why] = [...shown.hidden.map(undecided), ...doubts, ...shown.unasked.map(undecided)]
  if (why) return { state: 'undecided', why, unread: { definitions: unaskedIn(evidence, doubts), scope: shown.next } }
  const state = lackingIn(need, grants).length === 0 ? 'conditional' : 'lacking'
  return { state, lacks, through: through(grants) }
}

/** In the order of the need: what none of these grants. */
function lackingIn({ actions }: Need, grants: Grant[]): string[] {
  return actions.filter((action) => !grants.some(({ holds }) => holds(action)))
}

function through(grants: Grant[]): string[] {
  return [...new Set(grants.flatMap(({ ids }) => ids))]
}

function unaskedIn({ resources }: Evidence, doubts: Undecided[]): string[] {
  return doubts.flatMap(({ record }) =>
    record && isDefinition.test(record.id) && resources.get(idKey(record.id)) === undefined ? [record.id] : [],
  )
}

function undecided(record: UnreadableRecord): Undecided {
  return new Undecided(record.reason, record.message, record)
}
