import { listed, plural } from '../../text.ts'
import { grant, PERHAPS, SEARCH, scopesOf } from '../view/grants.ts'
import { labelOf } from '../view/labels.ts'
import { reasonWords, resourceKind } from '../view/names.ts'
import { searches } from '../view/search.ts'
import { alike, hiddenWords, isOfPlan, shareRead, type Unreadable, unreadables } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import { code, commands, html, list, paragraph, pill, prose, resourceLink, scrolling, section } from './markup.ts'

/** Names in a cell. */
const NAMES = 20

/** What could be read, and what is missing for the rest. */
export function coverage(view: View): string {
  const { coverage: all } = view.report
  const { percent, subscriptions, missing, requests } = all
  const read = percent === null ? 'No evidence was needed.' : shareRead(all) || 'All that was asked for could be read.'
  const asked = `It took ${plural(requests.resourceGraph, 'query', 'queries')} of Resource Graph and ${plural(requests.resourceManager, 'request')} to Resource Manager, of which Azure throttled ${requests.throttled}.`
  const invisible = subscriptions.filter(({ visible }) => !visible)
  const parts = [
    paragraph(`<strong>${read}</strong> ${plural(subscriptions.length, 'subscription')}. ${asked}`),
    invisible.length === 0 ? '' : list(invisible.map(({ id }) => `${pill('unknown', 'Not visible')} ${code(id)}`)),
    missing.length === 0 ? '' : missingTable(view),
    ...grants(view),
  ]
  return section('coverage', 'Coverage', parts.join('\n'))
}

function missingTable(view: View): string {
  const { coverage: all } = view.report
  const reasons = new Map(
    all.missing.map((one) => [one.resource, isOfPlan(one) ? 'not looked into' : reasonWords[one.reason]]),
  )
  const rows = alike([...unreadables(all).values()]).map((one) => {
    return `<tr>${row(one, reasons.get(one.resources[0] ?? '') ?? '', view)}`
  })
  const heads = ['Could not be read', 'Why', 'Used by'].map((head) => `<th scope="col">${head}`).join('')
  const table = `<table><thead><tr>${heads}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return scrolling('Could not be read, a table', table)
}

function row({ resources, actions, messages, usedBy, isByName }: Unreadable, reason: string, view: View): string {
  const kinds = new Set(resources.map(resourceKind))
  const kind = kinds.size === 1 && resourceKind(resources[0] ?? '')
  const names = resources.map((id) => resourceLink(id, view))
  const lacks = [...actions].map((action) => code(action)).join(', ')
  const said = isByName ? [hiddenWords(resources.length > 1)] : [...messages].slice(0, 2)
  const why = [isByName ? '' : reason, lacks && `lacks ${lacks}`, ...said.map((sentence) => prose(sentence))]
  const users = [...usedBy].map((id) => html(labelOf(id, view.labels), 200))
  return [
    `<th scope="row">${listed(names, NAMES)}${kind ? ` (${kind})` : ''}`,
    `<td>${why.filter((part) => part !== '').join('; ')}`,
    `<td>${listed(users, NAMES, 'workspaces')}`,
  ].join('')
}

function grants({ report, context }: View): string[] {
  const resources = [...unreadables(report.coverage).values()]
  const { certain, doubtful } = scopesOf(resources)
  const all = (scopes: string[]) =>
    scopes.map((scope) => grant(scope, context.assignee ?? '<client-id>', scopes.length > 1))
  return [
    ...block('Give the identity of this run the Reader role', all(certain)),
    ...block(PERHAPS, all(doubtful)),
    ...block(SEARCH, searches(resources)),
  ]
}

function block(title: string, all: string[]): string[] {
  return all.length === 0 ? [] : [paragraph(`${html(title, 500)}:`), commands(all.join('\n'))]
}
