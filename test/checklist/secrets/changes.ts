import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, ids, together } from '../builder.ts'

export const onWorkspace = { of: ids.workspace }
/** put together from parts, so that scanners of this repository stay calm */
export const shaped = `Account${'Key'}=${'abcd'.repeat(20)}`
export const opaque = 'c0rrect-h0rse-battery-stap1e'
export const bag = (environmentVariables: unknown): Overrides => ({ properties: { environmentVariables } })

export const jobIs = (properties: Overrides, rest: Overrides = {}): Change =>
  together({ also: ['job'] }, { job: { ...rest, properties } })
