import { posix } from 'node:path'
import type { Plan, PlannedChange } from '../model.ts'
import { bicepResources, parametersOf } from './bicep.ts'
import type { Checkout, Place } from './checkout.ts'
import { terraformBlocks } from './terraform.ts'

/** Where a change stands in the pull request; where nobody can tell, in the plan. */
export type Locate = (change: PlannedChange, names?: readonly string[]) => Place

/**
 * @param inWorkspace where the plan is; null: elsewhere
 * @returns what is given a change, and names of what is set there, as its language has them (`min_tls_version`,
 *   `network_rules.bypass`, `properties.minimumTlsVersion`), the first of which counts that is written down
 */
export function locator(plan: Plan, inWorkspace: string | null, checkout: Checkout): Locate {
  const folder = inWorkspace === null ? null : posix.dirname(inWorkspace)
  const find = finders[plan.kind](plan, folder, checkout)
  return (change, names = []) => find(change, names) ?? { file: inWorkspace ?? plan.file, line: null }
}

type Find = (change: PlannedChange, names: readonly string[]) => Place | null

const finders: Record<Plan['kind'], (plan: Plan, folder: string | null, checkout: Checkout) => Find> = {
  terraform({ changes }, folder, checkout) {
    const kept = changes.filter(({ change }) => !['delete', 'reset'].includes(change))
    const addresses = kept.map(({ source }) => source.address)
    const find = terraformBlocks(folder, addresses, checkout)
    return ({ source }, names) => find(source.address, names.flatMap(inBody))
  },
  'what-if': (_plan, _folder, checkout) => bicepResources(checkout),
  snapshot({ file }, folder, checkout) {
    const place = parametersOf(file, folder, checkout)
    return () => place
  },
}

/** azapi has bodies of Resource Manager. */
function inBody(name: string): string[] {
  return [name, `body.${name}`]
}
