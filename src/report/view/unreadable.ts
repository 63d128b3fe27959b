import { idKey } from '../../evidence/resource-id.ts'
import type { Missing, Report, UnknownReason } from '../../model.ts'
import { asText } from '../../said.ts'
import type { Item } from './items.ts'
import { resourceKind } from './names.ts'

/** What could not be read, and would be with one grant or for one reason. */
export interface UnreadableGroup {
  resources: string[]
  /** of the first of them */
  reason: UnknownReason
  /** permissions that the identity lacks */
  actions: Set<string>
  /** where a role would grant them */
  scopes: Set<string>
  /** where a role may help, unless what is there belongs to another tenant */
  doubtful: Set<string>
  /** nobody knows more than its name, so that there is no scope at which to grant anything */
  isByName: boolean
  /** what there is to say where it is not known that a permission is lacking */
  messages: Set<string>
  /** ids of workspaces */
  usedBy: Set<string>
  /** what is undecided because of it */
  items: Item[]
}

/**
 * What could not be read of what is live, apart from what could not be judged of plans. A plan has the same sentence for
 * a part; its address may be a pseudonym in one of the two places only.
 */
export function missingIn({ coverage, plan }: Covered): { live: Missing[]; planned: Missing[] } {
  const reasons = new Set(plan?.notLookedInto.map((part) => part.reason))
  const isPlanned = ({ reason, usedBy, message }: Missing) =>
    reason === 'not-observable' && usedBy.length === 0 && reasons.has(asText(message))
  const of = (planned: boolean) => coverage.missing.filter((one) => isPlanned(one) === planned)
  return { live: of(false), planned: of(true) }
}

type Covered = Pick<Report, 'coverage' | 'plan'>

/**
 * How much of the evidence could be read, as a sentence; empty where nothing was asked for, and where all that was asked
 * for could be read but not all that findings rest on: a store of which only the group is known is not asked for.
 */
export function shareRead(report: Covered, marked = (share: string) => share): string {
  const { percent } = report.coverage
  if (percent === null) return ''
  if (percent < 100) return `${marked(`${percent} %`)} of the evidence could be read.`
  return missingIn(report).live.length === 0 ? 'All evidence could be read.' : ''
}

/** By the form under which ids compare. */
export function unreadables(missing: Missing[]): Map<string, UnreadableGroup> {
  const found = new Map<string, UnreadableGroup>()
  for (const one of missing) {
    const key = idKey(one.resource)
    const known = found.get(key)
    if (known) join(known, unreadable(one))
    else found.set(key, unreadable(one))
  }
  return found
}

/** Only a refusal says that a permission is lacking; what is not visible may be in another tenant. */
function unreadable({ resource, reason, action, scope, message, usedBy }: Missing): UnreadableGroup {
  const isRefused = reason === 'forbidden' && action !== null
  const grantable = action !== null && scope !== null ? [scope] : []
  return {
    resources: [resource],
    reason,
    actions: new Set(isRefused ? [action] : []),
    scopes: new Set(isRefused ? grantable : []),
    doubtful: new Set(isRefused ? [] : grantable),
    isByName: reason === 'not-visible' && action !== null && scope === null,
    messages: new Set(isRefused ? [] : [asText(message)]),
    usedBy: new Set(usedBy),
    items: [],
  }
}

/** Gives each item to what its finding rests on and could not be read. Returns those that rest on nothing of it. */
export function attach(items: Item[], found: Map<string, UnreadableGroup>): Item[] {
  return items.filter((item) => {
    const { missing } = item.finding
    return missing === null || !found.get(idKey(missing))?.items.push(item)
  })
}

/** Puts together what one grant settles, then what is of one kind and lacks the same. */
export function alike(all: UnreadableGroup[]): UnreadableGroup[] {
  return together(together(all, grantOf), lackOf)
}

function together(all: UnreadableGroup[], keyOf: (one: UnreadableGroup) => string | null): UnreadableGroup[] {
  const found = new Map<string | UnreadableGroup, UnreadableGroup>()
  for (const one of all) {
    const key = keyOf(one) ?? one
    const known = found.get(key)
    if (known) join(known, one)
    else found.set(key, one)
  }
  return [...found.values()]
}

function grantOf({ scopes }: UnreadableGroup): string | null {
  const [scope, ...others] = scopes
  return scope === undefined || others.length > 0 ? null : idKey(scope)
}

function lackOf({ resources, actions, messages, isByName }: UnreadableGroup): string {
  const kinds = [...new Set(resources.map(kindOf))].sort()
  return JSON.stringify([kinds, isByName, [...actions].sort(), isByName ? [] : [...messages]])
}

/** In words, or for a list the word that its ids end with. */
function kindOf(id: string): string {
  return resourceKind(id) ?? (id.startsWith('/') ? id.slice(id.lastIndexOf('/')).toLowerCase() : '')
}

function join(known: UnreadableGroup, other: UnreadableGroup) {
  for (const name of ['actions', 'scopes', 'doubtful', 'messages', 'usedBy'] as const)
    for (const value of other[name]) known[name].add(value)
  known.resources.push(...other.resources.filter((id) => !known.resources.includes(id)))
  known.items.push(...other.items)
}
