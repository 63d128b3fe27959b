import type { Report } from '../../model.ts'
import { listed } from '../../text.ts'
import type { RenderContext } from './context.ts'
import { code, text } from './escape.ts'
import { resourceLabel, resourcePath } from './names.ts'

/** What each resource of a report is called, by lower-cased id. */
export type Labels = ReadonlyMap<string, string>

/** Everything that shows a report asks for the same. */
const known = new WeakMap<Report, { comparison: RenderContext['comparison']; labels: Labels }>()

/** Everything that a report names. */
export function labelsOf(report: Report, comparison: RenderContext['comparison'] = null): Labels {
  const last = known.get(report)
  if (last?.comparison === comparison) return last.labels
  const labels = labelsOfIds(namedIn(report, comparison))
  known.set(report, { comparison, labels })
  return labels
}

function namedIn(report: Report, comparison: RenderContext['comparison']): string[] {
  const found = report.workspaces.flatMap(({ id, findings }) => [id, ...findings.map(({ resource }) => resource)])
  const planned = (report.plan?.findings ?? []).flatMap(({ resource, workspace }) => [resource, workspace ?? []].flat())
  const missing = report.coverage.missing.flatMap(({ resource, usedBy }) => [resource, ...usedBy])
  const changed = [
    ...(comparison?.fixed ?? []),
    ...(comparison?.weighed ?? []),
    ...(comparison?.upgrade?.found ?? []),
  ].flatMap(({ resource, workspace }) => [resource, workspace])
  return [...found, ...planned, ...missing, ...changed]
}

/** The name; where another of its kind has the same name, also the workspace, the group, then the subscription. */
export function labelsOfIds(ids: Iterable<string>): Labels {
  const byName = new Map<string, Map<string, string>>()
  // most are named again and again
  for (const id of new Set(ids)) {
    const name = `${kindOf(id)} ${resourceLabel(id).toLowerCase()}`
    const known = byName.get(name) ?? new Map<string, string>()
    byName.set(name, known.set(id.toLowerCase(), id))
  }
  return new Map([...byName.values()].flatMap((alike) => [...labelled(alike)]))
}

export function labelOf(id: string, labels: Labels): string {
  return labels.get(id.toLowerCase()) ?? resourceLabel(id)
}

/** Workspaces by name; of many only the first. */
export function workspaceNames(ids: string[], labels: Labels, limit: number): string {
  return listed(
    distinct(ids).map((id) => `**${text(labelOf(id, labels))}**`),
    limit,
    'workspaces',
  )
}

/** Resources as code; of many only the first. */
export function resourceNames(ids: string[], labels: Labels, limit: number): string {
  return listed(
    distinct(ids).map((id) => code(labelOf(id, labels))),
    limit,
  )
}

/** Of `/subscriptions/…/resourceGroups/…/providers/…`, the provider's. */
const NAMESPACE = 6

function distinct(ids: string[]): string[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()]
}

/** The segments of an id that are not names, in lower case. */
function kindOf(id: string): string {
  return id
    .toLowerCase()
    .split('/')
    .filter((_, index) => index % 2 === 1 || index === NAMESPACE)
    .join('/')
}

/** By lower-cased id, the shortest form in which all of these differ. */
function labelled(alike: Map<string, string>): [string, string][] {
  const all = [...alike].map(([key, id]) => ({ key, forms: formsOf(id) }))
  const differ = (form: number) => new Set(all.map(({ forms }) => forms[form]?.toLowerCase())).size === all.length
  const form = [0, 1, 2, 3].find(differ) ?? 3
  return all.map(({ key, forms }) => [key, forms[form] ?? ''])
}

function formsOf(id: string): string[] {
  const [, subscription, group] = /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+)\/)?/i.exec(id) ?? []
  const path = resourcePath(id)
  const inGroup = group === undefined ? path : `${path} in ${group}`
  return [
    resourceLabel(id),
    path,
    inGroup,
    subscription === undefined ? inGroup : `${inGroup}, subscription ${subscription}`,
  ]
}
