import { isLackingAssignments } from '../evidence/assignments.ts'
import { idKey } from '../evidence/resource-id.ts'
import type { Finding, PlanSource } from '../model.ts'
import type { Checkout } from '../plan/locate/checkout.ts'
import { type Locate, locator } from '../plan/locate/locate.ts'
import type { Plan, PlannedChange } from '../plan/model.ts'
import { namesOf } from '../plan/names.ts'
import type { PlannedFinding } from './judge.ts'

/** Where in the repository a finding comes from. */
export interface Origin {
  place: PlanSource
  /** what sets there what the finding rests on, as the language of the plan calls it; null: the plans leave that alone */
  names: string[] | null
  /** the plans delete the subject */
  isDeleted: boolean
}

/** Tells where in the repository a finding comes from; null: from nothing of the plans. */
export type OriginOf = (finding: Finding, sources: PlannedFinding['sources']) => Origin | null

interface Known {
  change: PlannedChange
  locate: Locate
}

/** @param plans each with where it is in the workspace; null: elsewhere */
export function originsIn(plans: { plan: Plan; inWorkspace: string | null }[], checkout: Checkout): OriginOf {
  let all: Map<string, Known[]> | null = null
  // an address can change several resources, as an account and its file service
  const known = () => {
    all ??= Map.groupBy(
      plans.flatMap(({ plan, inWorkspace }) => {
        const locate = locator(plan, inWorkspace, checkout)
        return plan.changes.map((change): Known => ({ change, locate }))
      }),
      ({ change }) => keyOf(change.source),
    )
    return all
  }
  return (finding, sources) => {
    const [first] = sources
    if (!first) return null
    const found = sources.flatMap((source) => known().get(keyOf(source)) ?? [])
    const place = around(found) ?? { file: first.file, line: null }
    const isDeleted = found.some(
      ({ change: { id, change } }) => change === 'delete' && idKey(id) === idKey(finding.resource),
    )
    return ofOwn(finding, found) ?? { place, names: null, isDeleted }
  }
}

function keyOf({ file, address }: PlannedFinding['sources'][number]): string {
  return `${file}\n${address}`
}

function around([first]: Known[]): PlanSource | null {
  return first ? first.locate(first.change) : null
}

/** What changes the subject, or what the finding rests on; of several, what sets that. */
function ofOwn(finding: Finding, found: Known[]): Origin | null {
  const { resource, evidence } = finding
  const ids = new Set([resource, ...evidence.flatMap((value) => value.resource ?? [])].map(idKey))
  const own = found.filter(({ change }) => ids.has(idKey(change.id)) && change.change !== 'delete')
  const all = own.map((one) => ({ ...one, names: namesIn(finding, one.change) }))
  const best = all.find(({ names }) => names.length > 0) ?? all[0]
  if (!best) return null
  const { change, locate, names } = best
  // who has access is set elsewhere, and may be what is wrong
  const isOfAccess = evidence.some(({ path }) => isLackingAssignments(path))
  return { place: locate(change, names.flat()), names: isOfAccess ? [] : spelt(names, best), isDeleted: false }
}

/** For each value that the finding rests on, what sets it: the newest name first. */
function namesIn({ resource, evidence }: Finding, change: PlannedChange): string[][] {
  const own = evidence.filter((value) => idKey(value.resource ?? resource) === idKey(change.id))
  const set = own.filter(({ path }) => !isLackingAssignments(path))
  return set.map(({ path }) => namesOf(change, path)).filter((names) => names.length > 0)
}

/** Names have changed from version to version: those that are written down, else the newest. */
function spelt(names: string[][], { change, locate }: Known): string[] {
  const block = locate(change).line
  const written = names.flatMap((each) => each.find((name) => locate(change, [name]).line !== block) ?? [])
  return [...new Set(written.length > 0 ? written : names.flatMap((each) => each[0] ?? []))]
}
