import type { Report } from '../../model.ts'
import { listed, plural, reasonWords, resourceKind, resourceName } from '../names.ts'
import { grant } from '../sections/grants.ts'
import { alike, type Unreadable, unreadables } from '../sections/unreadable.ts'
import type { View } from '../sections/view.ts'
import { code, commands, html, list, paragraph, pill, prose, resourceLink, scrolling, section } from './markup.ts'

const NAMES = 20

/** What could be read, and what is missing for the rest. */
export function coverage({ report, context, labels }: View): string {
  const { percent, subscriptions, missing, requests } = report.coverage
  const invisible = subscriptions.filter(({ visible }) => !visible)
  const read = percent === null ? 'Nothing was needed.' : `${percent} % of the evidence could be read.`
  const asked = `It took ${plural(requests.resourceGraph, 'query', 'queries')} of Resource Graph and ${plural(requests.resourceManager, 'request')} to Resource Manager, ${requests.throttled} of them throttled.`
  const parts = [
    paragraph(`<strong>${read}</strong> ${plural(subscriptions.length, 'subscription')}. ${asked}`),
    invisible.length === 0 ? '' : list(invisible.map(({ id }) => `${pill('unknown', 'Not visible')} ${code(id)}`)),
    missing.length === 0 ? '' : missingTable(report, (id) => labels.get(id.toLowerCase()) ?? resourceName(id)),
  ]
  const scopes = [
    ...new Set(missing.flatMap(({ action, scope }) => (action === null || scope === null ? [] : [scope]))),
  ]
  if (scopes.length > 0)
    parts.push(
      paragraph('Give the identity of this run the role Reader:'),
      commands(scopes.map((scope) => grant(scope, context.assignee ?? '<client-id>')).join('\n')),
    )
  return section('coverage', 'Coverage', parts.join('\n'))

  function missingTable({ coverage: all }: Report, called: (id: string) => string): string {
    const reasons = new Map(all.missing.map(({ resource, reason }) => [resource, reasonWords[reason]]))
    const rows = alike([...unreadables(all).values()]).map((one) => row(one, reasons, called))
    const heads = ['Could not be read', 'Why', 'Used by'].map((head) => `<th scope="col">${head}`).join('')
    return scrolling(
      'Could not be read, a table',
      `<table><thead><tr>${heads}</thead><tbody>\n${rows.join('\n')}\n</tbody></table>`,
    )
  }

  function row(one: Unreadable, reasons: Map<string, string>, called: (id: string) => string): string {
    const { resources, actions, messages, usedBy } = one
    const kind = resourceKind(resources[0] ?? '')
    const names = resources.map((id) => resourceLink(id, context))
    const why = [
      reasons.get(resources[0] ?? '') ?? '',
      ...(actions.size > 0 ? [`lacks ${[...actions].map((action) => code(action)).join(', ')}`] : []),
      ...[...messages].slice(0, 2).map((sentence) => prose(sentence)),
    ]
    return `<tr><th scope="row">${listed(names, NAMES)}${kind ? ` (${kind})` : ''}<td>${why.join('; ')}<td>${listed(
      [...usedBy].map((id) => html(called(id), 100)),
      NAMES,
      'workspaces',
    )}`
  }
}
