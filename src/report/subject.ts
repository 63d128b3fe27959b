import type { Finding, ReadValue } from '../model.ts'
import { code, link, text } from './escape.ts'
import type { Group, Item } from './items.ts'
import { portalUrl, resourceKind, resourceName, ruleLink, workspaceNames } from './names.ts'
import { withoutPeriod } from './verdict.ts'
import type { View } from './view.ts'

const HEADING = 110

/**
 * What is wrong, in a few words: what the findings say when they all say the same, else the rule that is not met.
 */
export function problem(group: Group): string {
  return said(group) ?? `Not met: ${text(group.check.title)}`
}

/** The message of a finding, unless the heading is made of it. */
export function message({ finding }: Item, group: Group): string {
  return said(group) === null ? text(finding.message, 600) : ''
}

function said({ items }: Group): string | null {
  const messages = new Set(items.map(({ finding }) => finding.message))
  const [only = ''] = messages
  return messages.size === 1 && only.length > 0 && only.length <= HEADING ? text(withoutPeriod(only)) : null
}

/** `kv-fraud` (key vault), used by **mlw-fraud** */
export function subject(item: Item, { labels, limits }: View): string {
  const workspaces = workspaceNames(item.workspaces, labels, limits.names)
  const isWorkspace = item.workspaces.some((id) => id.toLowerCase() === item.resource.toLowerCase())
  if (isWorkspace) return workspaces
  const kind = resourceKind(item.resource)
  return `${code(resourceName(item.resource), 80)}${kind ? ` (${kind})` : ''}, used by ${workspaces}`
}

/** What was read, and where. */
export function evidence({ evidence: values, resource }: Finding): string {
  const shown = values.slice(0, 6).map((value) => readValue(value, resource))
  if (shown.length === 0) return ''
  const more = values.length > shown.length ? `, and ${values.length - shown.length} more` : ''
  return `Read: ${shown.join(', ')}${more}`
}

function readValue({ path, value, resource = '' }: ReadValue, own: string): string {
  const isOwn = resource === '' || resource.toLowerCase() === own.toLowerCase()
  const where = isOwn ? code(path) : `${code(path)} of ${code(resourceName(resource), 80)}`
  return value === null ? `${where} is not set` : `${where} = ${code(JSON.stringify(value).replace(/^"(.+)"$/, '$1'))}`
}

export const creationOnly = 'This can only be chosen when the resource is created.'

/** Where to read on. */
export function links({ check, resource }: Item, { context }: View): string {
  const url = portalUrl(resource, context)
  const rule = ruleLink('Rule', check, context)
  return url === '' ? rule : `${rule} · ${link('Azure portal', url)}`
}
