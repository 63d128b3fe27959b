import type { BuiltInPolicy } from '../model.ts'
import { source, table } from './table.ts'

/** A framework, and the controls of it that checks have to do with. */
export interface Framework {
  /** as a workflow names it, its version included */
  name: string
  title: string
  version: string
  /** Microsoft's initiative for it, with its version */
  initiative: string
  /** how many controls that initiative lists */
  size: number
  controls: Control[]
}

/** A control to which Microsoft assigns a policy that asks the same as a check, or nearly the same. */
export interface Control {
  id: string
  /** how many policies Microsoft assigns to it in all */
  policies: number
  /** ids of the checks, in the order of the checklist; at least one */
  checks: string[]
}

/** What Microsoft's mapping says about checks, and where and when it said so. */
export interface Mapping {
  source: { repository: string; commit: string; date: string }
  frameworks: Framework[]
}

export function mappingOf(checks: readonly { id: string; policies?: readonly BuiltInPolicy[] }[]): Mapping {
  const controlOf = ([id, text]: [string, string]): Control => {
    const [count = '', ours = ''] = text.split(': ')
    const assigned = ours.split(' ')
    const isAssigned = (policy: BuiltInPolicy) => assigned.some((start) => policy.id.startsWith(start))
    const found = checks.filter(({ policies = [] }) => policies.some(isAssigned))
    return { id, policies: Number(count), checks: found.map((check) => check.id) }
  }
  const frameworks = table.map(({ controls, ...framework }) => ({
    ...framework,
    controls: Object.entries(controls).map(controlOf),
  }))
  return { source, frameworks }
}
