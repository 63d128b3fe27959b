import type { Finding, PlanFinding, ReadValue } from '../../model.ts'
import { code, link, text } from '../view/escape.ts'
import { isForeseen } from '../view/foreseen.ts'
import type { Group, Item } from '../view/items.ts'
import { type Labels, labelOf, workspaceNames } from '../view/labels.ts'
import { portalUrl, resourceKind, ruleLink } from '../view/names.ts'
import { type Problem, problemOf as problem } from '../view/problem.ts'
import type { View } from '../view/view.ts'

const MESSAGE = 600

/** What is wrong with the resources of a group, as Markdown. */
export function problemOf(group: Group, { context: { policy } }: View): Problem {
  const { heading, shared, of } = problem(group, policy)
  return { heading: text(heading), shared: text(shared, MESSAGE), of: (item) => text(of(item), MESSAGE) }
}

/** `kv-fraud` (key vault), used by **mlw-fraud** */
export function subject(item: Item, { labels, limits }: View): string {
  const workspaces = workspaceNames(item.workspaces, labels, limits.names)
  const isWorkspace = item.workspaces.some((id) => id.toLowerCase() === item.resource.toLowerCase())
  if (isWorkspace) return workspaces
  const kind = resourceKind(item.resource)
  const users = workspaces && `, used by ${workspaces}`
  return `${code(labelOf(item.resource, labels))}${kind ? ` (${kind})` : ''}${users}`
}

/** What was read, and where. */
export function evidence(finding: Finding, labels: Labels): string {
  const { evidence: values, resource } = finding
  const now = isForeseen(finding) ? beforeOf(finding) : () => ''
  const shown = values.slice(0, 6).map((value) => readValue(value, resource, labels) + now(value))
  if (shown.length === 0) return ''
  const more = values.length > shown.length ? `, and ${values.length - shown.length} more` : ''
  return `${isForeseen(finding) ? 'Planned' : 'Read'}: ${shown.join(', ')}${more}`
}

function readValue({ path, value, resource = '' }: ReadValue, own: string, labels: Labels): string {
  const isOwn = resource === '' || resource.toLowerCase() === own.toLowerCase()
  const where = isOwn ? code(path) : `${code(path)} of ${code(labelOf(resource, labels))}`
  return value === null ? `${where} is not set` : `${where} = ${valueWords(value)}`
}

function valueWords(value: ReadValue['value']): string {
  return value === null ? 'not set' : code(JSON.stringify(value).replace(/^"(.+)"$/, '$1'))
}

/** What a value is now, where it is another. */
function beforeOf({ live, resource: own }: PlanFinding): (value: ReadValue) => string {
  const placeOf = ({ path, resource = own }: ReadValue) => `${resource} ${path}`.toLowerCase()
  const before = new Map((live?.evidence ?? []).map((value) => [placeOf(value), value.value]))
  return (value) => {
    const known = before.get(placeOf(value))
    return known === undefined || known === value.value ? '' : ` (now ${valueWords(known)})`
  }
}

export const creationOnly = 'This can only be chosen when the resource is created.'

/** Where to read on. The portal does not have what is only planned. */
export function links({ check, resource, finding }: Item, { context }: View): string {
  const url = isForeseen(finding) ? '' : portalUrl(resource, context)
  const rule = ruleLink('About this check', check, context)
  return url === '' ? rule : `${rule} · ${link('Azure portal', url)}`
}
