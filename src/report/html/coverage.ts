import { listed, plural } from '../../text.ts'
import { commandsFor } from '../view/grants.ts'
import { labelOf } from '../view/labels.ts'
import { reasonWords } from '../view/names.ts'
import { consequenceOf, kindWords, reasonsOf, undecidedIn } from '../view/undecided.ts'
import { alike, missingIn, shareRead, type UnreadableGroup, unreadables } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import { code, commands, html, list, paragraph, pill, prose, resourceLink, scrolling, section } from './markup.ts'

/** Names in a cell. */
const NAMES = 20

/** What could be read, and what is missing for the rest. */
export function coverage(view: View): string {
  const { coverage: all } = view.report
  const { percent, subscriptions, missing, requests } = all
  const read =
    percent === null ? 'No evidence was needed.' : shareRead(view.report) || 'All that was asked for could be read.'
  const asked = `It took ${plural(requests.resourceGraph, 'query', 'queries')} of Resource Graph and ${plural(requests.resourceManager, 'request')} to Resource Manager, of which Azure throttled ${requests.throttled}.`
  const unread = undecidedIn(view)?.unread ?? []
  const invisible = subscriptions.filter(({ visible }) => !visible)
  const parts = [
    paragraph(`<strong>${read}</strong> ${plural(subscriptions.length, 'subscription')}. ${asked}`),
    invisible.length === 0 ? '' : list(invisible.map(({ id }) => `${pill('unknown', 'Not visible')} ${code(id)}`)),
    missing.length === 0 ? '' : missingTable(unread, view),
    ...grants(unread, view),
  ]
  return section('coverage', 'Coverage', parts.join('\n'))
}

function missingTable(unread: UnreadableGroup[], view: View): string {
  const planned = alike([...unreadables(missingIn(view.report).planned).values()])
  const rows = [
    ...unread.map((one) => row(one, one.isByName ? '' : reasonWords[one.reason], view)),
    ...planned.map((one) => row(one, 'a part of a plan that could not be judged', view)),
  ]
  const heads = ['Could not be read', 'Why', 'Used by'].map((head) => `<th scope="col">${head}`).join('')
  const table = `<table><thead><tr>${heads}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
  return scrolling('Could not be read, a table', table)
}

function row(unreadable: UnreadableGroup, reason: string, view: View): string {
  const { resources, usedBy } = unreadable
  const names = resources.map((id) => resourceLink(id, view))
  const said = [...reasonsOf(unreadable).map((sentence) => prose(sentence)), consequenceOf(unreadable)]
  const why = [reason, said.filter((sentence) => sentence !== '').join(' ')].filter((part) => part !== '')
  const users = [...usedBy].map((id) => html(labelOf(id, view.labels), 200))
  return [
    `<tr><th scope="row">${listed(names, NAMES)}${kindWords(unreadable)}`,
    `<td>${why.join('; ')}`,
    `<td>${listed(users, NAMES, 'workspaces')}`,
  ].join('')
}

function grants(unread: UnreadableGroup[], { context }: View): string[] {
  const blocks = commandsFor(unread, context)
  return blocks.flatMap(({ title, commands: all }) => [paragraph(`${html(title, 500)}:`), commands(all.join('\n'))])
}
