import { listed, plural, reasonWords, resourceKind, resourceName } from '../names.ts'
import { grant } from '../sections/grants.ts'
import { alike, type Unreadable, unreadables } from '../sections/unreadable.ts'
import type { View } from '../sections/view.ts'
import { code, commands, html, list, paragraph, pill, prose, resourceLink, scrolling, section } from './markup.ts'

/** Names in a cell. */
const NAMES = 20

/** What could be read, and what is missing for the rest. */
export function coverage(view: View): string {
  const { percent, subscriptions, missing, requests } = view.report.coverage
  const read = percent === null ? 'Nothing was needed.' : `${percent} % of the evidence could be read.`
  const asked = `It took ${plural(requests.resourceGraph, 'query', 'queries')} of Resource Graph and ${plural(requests.resourceManager, 'request')} to Resource Manager, ${requests.throttled} of them throttled.`
  const invisible = subscriptions.filter(({ visible }) => !visible)
  const parts = [
    paragraph(`<strong>${read}</strong> ${plural(subscriptions.length, 'subscription')}. ${asked}`),
    invisible.length === 0 ? '' : list(invisible.map(({ id }) => `${pill('unknown', 'Not visible')} ${code(id)}`)),
    missing.length === 0 ? '' : missingTable(view),
    grants(view),
  ]
  return section('coverage', 'Coverage', parts.join('\n'))
}

function missingTable(view: View): string {
  const { coverage: all } = view.report
  const reasons = new Map(all.missing.map(({ resource, reason }) => [resource, reasonWords[reason]]))
  const rows = alike([...unreadables(all).values()]).map((one) => {
    return `<tr>${row(one, reasons.get(one.resources[0] ?? '') ?? '', view)}`
  })
  const heads = ['Could not be read', 'Why', 'Used by'].map((head) => `<th scope="col">${head}`).join('')
  const table = `<table><thead><tr>${heads}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return scrolling('Could not be read, a table', table)
}

function row({ resources, actions, messages, usedBy }: Unreadable, reason: string, { context, labels }: View): string {
  const kind = resourceKind(resources[0] ?? '')
  const names = resources.map((id) => resourceLink(id, context))
  const lacks = [...actions].map((action) => code(action)).join(', ')
  const why = [reason, lacks && `lacks ${lacks}`, ...[...messages].slice(0, 2).map((sentence) => prose(sentence))]
  const users = [...usedBy].map((id) => html(labels.get(id.toLowerCase()) ?? resourceName(id), 100))
  return [
    `<th scope="row">${listed(names, NAMES)}${kind ? ` (${kind})` : ''}`,
    `<td>${why.filter((part) => part !== '').join('; ')}`,
    `<td>${listed(users, NAMES, 'workspaces')}`,
  ].join('')
}

function grants({ report, context }: View): string {
  const wanted = report.coverage.missing.filter(({ action }) => action !== null)
  const scopes = [...new Set(wanted.flatMap(({ scope }) => scope ?? []))]
  if (scopes.length === 0) return ''
  const all = scopes.map((scope) => grant(scope, context.assignee ?? '<client-id>')).join('\n')
  return `${paragraph('Give the identity of this run the role Reader:')}\n${commands(all)}`
}
