import { idKey } from '../evidence/resource-id.ts'
import type { Finding, PlanSource } from '../model.ts'
import { type Locate, locator, namesOf, type Plan, type PlannedChange, type PlannedFinding } from '../plan/index.ts'
import type { Checkout } from '../plan/locate/checkout.ts'

/** Tells where in the repository a finding comes from. */
export interface Sources {
  placeOf(finding: Finding, sources: PlannedFinding['sources']): PlanSource | null
}

interface Known {
  change: PlannedChange
  locate: Locate
}

/** @param plans each with where it is in the workspace; null: elsewhere */
export function sourcesOf(plans: { plan: Plan; inWorkspace: string | null }[], checkout: Checkout): Sources {
  let all: Map<string, Known> | null = null
  const known = () => {
    all ??= new Map(
      plans.flatMap(({ plan, inWorkspace }) => {
        const locate = locator(plan, inWorkspace, checkout)
        return plan.changes.map((change): [string, Known] => [keyOf(change.source), { change, locate }])
      }),
    )
    return all
  }
  return {
    placeOf(finding, sources) {
      const [first] = sources
      if (!first) return null
      const found = sources.flatMap((source) => known().get(keyOf(source)) ?? [])
      const own = found.find(({ change }) => idKey(change.id) === idKey(finding.resource)) ?? found[0]
      if (!own) return { file: first.file, line: null }
      return own.locate(own.change, namesIn(finding, own.change))
    },
  }
}

function keyOf({ file, address }: PlannedFinding['sources'][number]): string {
  return `${file}\n${address}`
}

/** What the finding rests on, as the language of the plan calls it. */
function namesIn({ resource, evidence }: Finding, change: PlannedChange): string[] {
  const own = evidence.filter((value) => idKey(value.resource ?? resource) === idKey(change.id))
  return own.flatMap(({ path }) => namesOf(change, path))
}
