import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, ids, type Row, together } from '../builder.ts'
import { forbiddenTarget } from '../lists.ts'

export const attached: Change = { also: ['aks', 'kubernetes', 'set', 'extension'] }
export const onArc: Change = { also: ['arc', 'arcCompute', 'arcExtension'] }
export const of = { of: ids.aks }
export const is = (properties: Overrides) => together(attached, { aks: { properties } })
export const arcHasNone: Row[] = [
  ['an Arc cluster', onArc, 'not-applicable not-used'],
  ['an Arc cluster that is hidden', together(onArc, { hide: { arc: 'forbidden' } }), 'not-applicable not-used'],
  ['the cluster of v1', { also: ['aks', 'aksV1', 'set'] }, 'pass', of],
]
export const forbidden = (severity: string) => forbiddenTarget('aks', 'kubernetes', severity)
