import type { KeyHosts } from '../evidence/key-id.ts'

/** What a plan makes of one resource. */
export interface PlannedChange {
  /** as it is or will be; where the plan cannot tell, made of the address and the same wherever the plan refers to it */
  id: string
  /** in lower case */
  type: string
  /**
   * `put`: it is there afterwards; `merge`: it is changed in place; `replace`: it is deleted with all that it holds, and
   * made again; `delete`; `edit`: another resource of the plan changes this one; `reset`: that other one goes away;
   * `unsure`: nobody can tell what happens to it
   */
  change: 'put' | 'merge' | 'replace' | 'delete' | 'edit' | 'reset' | 'unsure'
  /** what is set, by path in Resource Manager's form; undefined: it is not there afterwards */
  settings: Setting[]
  /** what comes into lists, and what goes out of them */
  items: ItemChange[]
  /** it goes over whatever else of the plans changes the resource */
  isLast?: true
  /** it is sent as a whole: what it does not name may go */
  isWhole?: true
  /** the plan does not say whether it is there already */
  mayBeThere?: true
  /** nor does the evidence that it is laid over, which holds no more than workspaces led to */
  isUnseen?: true
  /** why the plan is not the last word on what it sets */
  doubt?: string
  /** as people are shown it, where that is more than its address */
  label?: string
  source: Source
}

export interface Setting {
  path: string
  value: unknown
  /** nobody says it: it holds only of what is not there yet */
  isDefault?: true
}

export interface ItemChange {
  path: string
  item: Record<string, unknown>
  /** of the item, what tells it from others in the list: all of these together */
  by: readonly string[]
  isRemoved: boolean
  /** what is granted already stays */
  isAdded?: true
}

/** Where in the pull request a change comes from. */
export interface Source {
  /** of the plan */
  file: string
  /** as the plan calls the resource */
  address: string
}

/** A part of the pull request that nobody looked into. */
export interface NotLookedInto {
  address: string
  reason: string
}

export type PlanKind = 'terraform' | 'what-if' | 'snapshot'

/** A file that was read as a plan. */
export interface Plan {
  file: string
  kind: PlanKind
  /** in words, with its version where the file tells it */
  tool: string
  /** ISO 8601; null where the file does not say when it was made */
  createdAt: string | null
  changes: PlannedChange[]
  /** what was there when the plan was made, as far as it says */
  before: { id: string; settings: Setting[] }[]
  /** object ids that stand for identities which do not exist yet: nobody else can have given them anything */
  principals: string[]
  /** why anybody may get a role that the plan does not name; null when it names all whom it gives one */
  openRoles: string | null
  notLookedInto: NotLookedInto[]
}

/** What the readers have to be told. */
export interface ReadOptions {
  /** where a plan does not say in which subscription it is; null when nobody does */
  subscriptionId: string | null
  /** as azurerm calls the cloud that this run reads: `public`, `usgovernment` or `china`; null for any other */
  cloud: string | null
  /** ISO 8601: what the plan makes is made then */
  now: string
  /** what hosts of keys end in, in the cloud that the plan is for */
  keyHosts: KeyHosts
}

/** Why a file cannot be judged, in a sentence for whoever named it. */
export class PlanError extends Error {
  override name = 'PlanError'
}
