import type { Finding, ReadValue } from '../../model.ts'
import { labelOf } from '../view/labels.ts'
import type { HtmlView } from './context.ts'
import { code, html } from './markup.ts'

/** What a finding rests on: its own values, then those of other resources, with where they were read. */
export function readingsOf(
  { evidence, resource: own }: Pick<Finding, 'evidence' | 'resource'>,
  most: number,
  view: HtmlView,
) {
  const byResource = Map.groupBy(evidence.slice(0, most), ({ resource = own }) =>
    resource.toLowerCase() === own.toLowerCase() ? '' : resource,
  )
  const parts = [...byResource].map(([id, values]) => `${of(id, view)}${values.map(reading).join(', ')}`)
  return parts.join('; ') + (evidence.length > most ? ` and ${evidence.length - most} more` : '')
}

/** @param id empty: the finding's own resource, which its heading names */
function of(id: string, view: HtmlView): string {
  if (id === '') return ''
  const source = sourceOf(id, view)
  return `${html(labelOf(id, view.labels), 200)}${source && ` (${source})`}: `
}

function reading({ path, value }: ReadValue): string {
  return value === null ? `${code(path)} is not set` : `${code(path)} = ${code(String(value))}`
}

/** Who answered for a resource, and by which api-version, where that is known; empty for what was not read. */
export function sourceOf(resource: string, { context }: HtmlView): string {
  const record = context.sourceOf(resource)
  if (record === null) return ''
  const service = record.source === 'resource-graph' ? 'Resource Graph' : 'Resource Manager'
  return record.apiVersion === null ? service : `${service} ${html(record.apiVersion, 40)}`
}
