import type { EvidenceSet } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import { changesSince } from '../evidence/watched.ts'
import { createAlike } from '../judge/alike.ts'
import { findingsOf, type Judged, judge } from '../judge/judge.ts'
import type { Terms } from '../judge/terms.ts'
import type { Finding } from '../model.ts'
import type { Source } from '../plan/model.ts'
import type { Overlaid } from '../plan/overlay/overlay.ts'
import { type Difference, differences } from './difference.ts'

/** What plans do to a finding of a workspace. */
export interface PlannedFinding extends Difference {
  /** its id */
  workspace: string
  /** what of the plans leads to it; nothing of them, when it stays as it is */
  sources: readonly Source[]
}

/**
 * Judges what plans make of an estate: the workspaces that would be looked at otherwise. All others stay as they are.
 *
 * @param judged what the live estate was judged
 */
export function judgePlanned(
  live: EvidenceSet,
  judged: readonly Judged[],
  { evidence, sources }: Overlaid,
  terms: Terms,
): { judged: Judged[]; findings: PlannedFinding[] } {
  const changes = changesSince(live, evidence)
  const now = new Map(judged.map((one) => [idKey(one.report.id), one]))
  const alike = createAlike()
  const planned = evidence.workspaces.map((id) => {
    const known = now.get(idKey(id))
    return known && !known.seen.some((one) => changes.has(one)) ? known : judge(evidence, id, terms, alike)
  })
  const then = new Map(planned.map((one) => [idKey(one.report.id), one]))
  const ids = new Map([...now, ...then].map(([key, { report }]) => [key, report.id]))
  const sourcesSeen = seenBy({ evidence, sources })
  const findings = [...ids].flatMap(([key, workspace]) => {
    const [before, after] = [now.get(key), then.get(key)]
    const isTouched = before !== after
    const around = isTouched ? sourcesSeen(after?.seen ?? [key]) : []
    return compared(before, after, terms).map((difference) => ({
      ...difference,
      workspace,
      sources: isTouched ? (sourcesOf(difference.finding, sources) ?? around) : [],
    }))
  })
  return { judged: planned, findings }
}

function compared(before: Judged | undefined, after: Judged | undefined, terms: Terms): Difference[] {
  // what nobody judged again is as it was
  if (before && before === after) return differences(before.report.findings, before.report.findings)
  const both = [before, after].flatMap((one) => one ?? [])
  // of a check that passes before and after, nothing is told
  const told = new Set(both.flatMap(({ report }) => report.findings.map(({ check }) => check)))
  const all = (one: Judged | undefined) => (one ? findingsOf(one, terms, told) : [])
  return differences(all(before), all(after))
}

/** What touches the subject, or else what the finding rests on. */
function sourcesOf({ resource, evidence }: Finding, sources: Overlaid['sources']): Source[] | undefined {
  const of = (ids: string[]) => ids.flatMap((id) => sources.get(idKey(id)) ?? [])
  return [of([resource]), of(evidence.flatMap((value) => value.resource ?? []))].find((all) => all.length > 0)
}

/** Of all that the plans touch, what a workspace leads to. */
function seenBy({ evidence, sources }: Overlaid): (seen: readonly unknown[]) => Source[] {
  const all = [...sources.values()]
  const places = new Map<unknown, number>()
  for (const [index, key] of [...sources.keys()].entries())
    for (const one of [key, evidence.resources.get(key)]) if (one !== undefined) places.set(one, index)
  return (seen) => {
    const found = new Set(seen.flatMap((one) => places.get(one) ?? []))
    return [...found].sort((one, other) => one - other).flatMap((index) => all[index] ?? [])
  }
}
