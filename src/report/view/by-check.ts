import type { FindingStatus, Others, WorkspaceReport } from '../../model.ts'

/** What became of a check. */
export interface Results {
  /** numbers of findings */
  findings: Record<FindingStatus, number>
  /** numbers of workspaces in which there was nothing to judge, or not all was judged, by why */
  without: Partial<Record<Without, number>>
}

export type Without = 'attested' | 'manual' | 'disabled' | 'inherited' | 'not-used' | 'absent'

export function noResults(): Results {
  return { findings: { pass: 0, fail: 0, unknown: 0, waived: 0 }, without: {} }
}

/** @param workspaces with the findings that pass */
export function resultsByCheck(workspaces: Iterable<WorkspaceReport>): Map<string, Results> {
  const all = new Map<string, Results>()
  const of = (check: string) => {
    const known = all.get(check) ?? noResults()
    all.set(check, known)
    return known
  }
  for (const { findings, others } of workspaces) {
    for (const { check, status } of findings) of(check).findings[status] += 1
    for (const [why, checks] of placesIn(others))
      for (const check of checks) {
        const { without } = of(check)
        without[why] = (without[why] ?? 0) + 1
      }
  }
  return all
}

function placesIn({ attested, manual, 'not-applicable': none }: Others): [Without, string[]][] {
  return Object.entries({ attested, manual, ...none }) as [Without, string[]][]
}

/** Of several checks together. */
export function sumOf(results: Results[]): Results['findings'] {
  const sum = noResults().findings
  for (const { findings } of results)
    for (const status of Object.keys(sum) as FindingStatus[]) sum[status] += findings[status]
  return sum
}
