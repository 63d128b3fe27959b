import type { BuiltInPolicy, Controls, Framework } from '../model.ts'
import { source, table } from './table.ts'

/** A control to which Microsoft assigns a policy that asks the same as a check, or nearly the same. */
export interface Control {
  id: string
  /** how many policies Microsoft assigns to it in all */
  policies: number
  /** and how many of these checks ask */
  assigned: number
  /** ids of the checks, in the order of the checklist; at least one */
  checks: string[]
}

export interface MappedFramework extends Framework {
  /** those that checks have to do with */
  controls: Control[]
}

/** What Microsoft's mapping says about checks, and where and when it said so. */
export interface Mapping {
  source: Controls['source']
  frameworks: MappedFramework[]
}

export interface Mapped {
  id: string
  policies?: readonly BuiltInPolicy[]
}

export function mappingOf(checks: readonly Mapped[]): Mapping {
  const controlOf = ([id, text]: [string, string]): Control => {
    const [count = '', ours = ''] = text.split(': ')
    const assigned = ours.split(' ')
    const isAssigned = (policy: BuiltInPolicy) => assigned.some((start) => policy.id.startsWith(start))
    const found = checks.filter(({ policies = [] }) => policies.some(isAssigned))
    return { id, policies: Number(count), assigned: assigned.length, checks: found.map((check) => check.id) }
  }
  const frameworks = table.map(({ controls, ...framework }) => ({
    ...framework,
    controls: Object.entries(controls).map(controlOf),
  }))
  return { source, frameworks }
}

/** The same by check, as the JSON report has it. */
export function controlsIn({ source, frameworks }: Mapping, checks: readonly Mapped[]): Controls {
  const of = (check: string) =>
    frameworks.flatMap(({ name, controls }): [string, string[]][] => {
      const ids = controls.filter((control) => control.checks.includes(check)).map(({ id }) => id)
      return ids.length === 0 ? [] : [[name, ids]]
    })
  return {
    source,
    frameworks: frameworks.map(({ controls: _, ...framework }) => framework),
    checks: Object.fromEntries(checks.map(({ id }) => [id, Object.fromEntries(of(id))])),
  }
}
