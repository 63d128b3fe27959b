import { parseResourceId } from '../../evidence/resource-id.ts'
import { count, listed } from '../../text.ts'
import type { HtmlView } from './context.ts'
import { code, html, paragraph, pill, scrolling, section } from './markup.ts'

/** Names in a cell. */
const NAMES = 30

/** What was to be judged, and where it is. */
export function scope(view: HtmlView): string {
  const named = view.context.named.map(
    ([kind, names]) => `<div><dt>${kind}</dt><dd>${names.map((name) => code(name)).join(', ')}</dd></div>`,
  )
  const whatever =
    view.report.run.judgedFrom === null
      ? 'Nothing was named: every workspace that the identity can read is judged.'
      : 'Whatever the evidence file has is judged.'
  const asked = named.length === 0 ? paragraph(whatever) : `<dl class="run">${named.join('')}</dl>`
  return section('scope', 'Scope', `${asked}\n${subscriptions(view)}`)
}

function subscriptions({ report, context }: HtmlView): string {
  const groups = new Map<string, Map<string, number>>()
  for (const { id } of report.workspaces) {
    const { subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {}
    const known = groups.get(subscriptionId) ?? new Map<string, number>()
    groups.set(subscriptionId, known.set(resourceGroup, (known.get(resourceGroup) ?? 0) + 1))
  }
  const rows = report.coverage.subscriptions.map(({ id, visible }) => {
    const own = groups.get(id.toLowerCase()) ?? new Map<string, number>()
    const workspaces = [...own.values()].reduce((sum, each) => sum + each, 0)
    const names = [...own.keys()].map((name) => html(name, 100))
    const hidden = visible ? '' : ` ${pill('unknown', 'Not visible')}`
    const name = context.subscriptionName(id)
    const called = name === null ? '' : `${html(name, 100)} `
    return `<tr><th scope="row">${called}${code(id)}${hidden}<td class="n">${count(workspaces)}<td>${listed(names, NAMES)}`
  })
  if (rows.length === 0) return ''
  const heads = '<th scope="col">Subscription<th scope="col">Workspaces<th scope="col">Their resource groups'
  const table = `<table><thead><tr>${heads}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return scrolling('Subscriptions, a table', table)
}
