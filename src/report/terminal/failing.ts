import { failsJob } from '../../judge/policy.ts'
import type { Finding, ReadValue } from '../../model.ts'
import { count, listed, oneLine } from '../../text.ts'
import type { Group, Item } from '../view/items.ts'
import { labelOf } from '../view/labels.ts'
import { resourceKind, ruleUrl, severityWords } from '../view/names.ts'
import { problemOf } from '../view/problem.ts'
import { mergedSteps } from '../view/steps.ts'
import type { View } from '../view/view.ts'
import { type Line, type Span, wrapped } from './line.ts'
import { blank, commands, prose } from './prose.ts'

const INDENT = '  '

/** What makes the conclusion `fail`, check by check, with what fixes it. */
export function failing(view: View, width: number): Line[] {
  const { failing: groups, report, context } = view
  if (groups.length === 0) return []
  const isFailing = failsJob(report.conclusion, context.policy)
  const title: Line = [{ text: isFailing ? 'What fails' : 'What would fail', style: 'bold' }]
  return [title, ...groups.flatMap((group) => [blank, ...told(group, isFailing ? '✗' : '!', view, width)])]
}

/** One check: what is wrong, where, and what fixes it. */
export function told(group: Group, symbol: string, view: View, width: number): Line[] {
  const { check, severity, items } = group
  const { heading, shared, of } = problemOf(group, view.context.policy)
  const title = wrapped(
    [
      { text: `${symbol} ${severityWords[severity]}`, style: symbol === '✗' ? 'boldRed' : 'boldYellow' },
      { text: ' · ' },
      ...prose(heading, 'bold'),
    ],
    width,
    ['', INDENT],
  )
  const why = [shared, check.why].filter((part) => part !== '').join(' ')
  const shown = items.slice(0, view.limits.resources)
  const left = items.length - shown.length
  return [
    ...title,
    ...paragraph(prose(why), width),
    ...shown.flatMap((item) => place(item, of(item), view, width)),
    ...(left > 0 ? [[{ text: `${INDENT}… and ${count(left)} more` }]] : []),
    ...fix(items, view, width),
    ...paragraph(prose(ruleUrl(check.id, view.context), 'dim'), width),
  ]
}

function paragraph(spans: Span[], width: number): Line[] {
  return spans.every(({ text }) => text === '') ? [] : wrapped(spans, width, [INDENT, INDENT])
}

/** Which resource, who uses it, and what was read there. */
function place(item: Item, said: string, view: View, width: number): Line[] {
  const where: Span[] = [{ text: oneLine(labelOf(item.resource, view.labels)), style: 'bold' }, ...usedBy(item, view)]
  const isNew: Span[] = item.new ? [{ text: ' · new', style: 'bold' }] : []
  const detail = [said, evidence(item.finding, view)].filter((part) => part !== '').join(' ')
  return wrapped([...where, ...isNew, ...(detail === '' ? [] : [{ text: ': ' }, ...prose(detail)])], width, [
    `${INDENT}- `,
    `${INDENT}  `,
  ])
}

function usedBy({ resource, workspaces }: Item, { labels, limits }: View): Span[] {
  if (workspaces.some((id) => id.toLowerCase() === resource.toLowerCase())) return []
  const kind = resourceKind(resource)
  const names = [...new Set(workspaces)].map((id) => oneLine(labelOf(id, labels)))
  return [{ text: `${kind ? ` (${kind})` : ''}, used by ${listed(names, limits.names, 'workspaces')}` }]
}

function evidence({ evidence: values, resource }: Finding, view: View): string {
  const shown = values.slice(0, 6).map((value) => readValue(value, resource, view))
  const more = values.length > shown.length ? `, and ${values.length - shown.length} more` : ''
  return shown.length === 0 ? '' : `${shown.join(', ')}${more}`
}

function readValue({ path, value, resource = '' }: ReadValue, own: string, { labels }: View): string {
  const isOwn = resource === '' || resource.toLowerCase() === own.toLowerCase()
  const where = isOwn ? path : `${path} of ${labelOf(resource, labels)}`
  return value === null ? `${where} is not set` : `${where} = ${JSON.stringify(value).replace(/^"(.+)"$/, '$1')}`
}

function fix(items: Item[], { labels, limits }: View, width: number): Line[] {
  const steps = mergedSteps(
    items.map(({ finding }) => finding),
    labels,
    limits.fixes,
  )
  if (steps.length === 0) return []
  const lines = steps.flatMap(({ kind, text }) =>
    kind === 'command'
      ? commands(text, INDENT.repeat(2))
      : wrapped(prose(text, undefined, 1500), width, [INDENT.repeat(2), INDENT.repeat(2)]),
  )
  const atCreation = items.some(({ finding }) => finding.creationOnly)
  const title = atCreation ? 'To fix it, where it can only be chosen when the resource is created:' : 'To fix it:'
  return [[{ text: INDENT + title }], ...lines]
}
