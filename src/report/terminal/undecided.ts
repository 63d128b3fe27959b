import { count, listed, oneLine, plural } from '../../text.ts'
import { grant, PERHAPS, SEARCH, scopesOf } from '../view/grants.ts'
import { type Group, groupByCheck, type Item, worst } from '../view/items.ts'
import { labelOf } from '../view/labels.ts'
import { reasonWords, resourceKind, severityWords } from '../view/names.ts'
import { searches } from '../view/search.ts'
import { tally } from '../view/tally.ts'
import { alike, attach, hiddenWords, type Unreadable, unreadables, unreadOfLive } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import { type Line, type Span, wrapped } from './line.ts'
import { blank, commands, prose } from './prose.ts'

/** What could not be decided and why, with the commands that grant what is missing. */
export function undecided(view: View, width: number): Line[] {
  const found = unreadables(unreadOfLive(view.report.coverage))
  const isCounted = ({ severity }: Item) => severity !== 'info'
  const others = groupByCheck(attach(view.items.unknown, found).filter(isCounted), view.context.checks)
  const resources = alike([...found.values()]).sort((a, b) => tally(b.items) - tally(a.items))
  if (resources.length + others.length === 0) return []
  const { limits } = view
  return [
    [{ text: 'What could not be decided', style: 'bold' }],
    blank,
    ...some(resources, limits.resources, (one) => entry(reading(one, view), width)),
    ...some(others, limits.rows, (group) => entry(open(group, view), width)),
    ...grants(resources, view, width),
  ]
}

function some<T>(all: T[], most: number, show: (one: T) => Line[]): Line[] {
  const left = all.length - most
  return [...all.slice(0, most).flatMap(show), ...(left > 0 ? [[{ text: `  … and ${count(left)} more` }]] : [])]
}

function entry(spans: Span[], width: number): Line[] {
  return wrapped([{ text: '? ', style: 'boldYellow' }, ...spans], width, ['', '  '])
}

function reading(unreadable: Unreadable, view: View): Span[] {
  const { resources, usedBy, items } = unreadable
  const kinds = new Set(resources.map(resourceKind))
  const kind = kinds.size === 1 && resourceKind(resources[0] ?? '')
  const users = usedBy.size === 0 ? '' : `, used by ${names([...usedBy], view)}`
  const said = [...reasons(unreadable), consequence(items)].filter((sentence) => sentence !== '').join(' ')
  return [
    { text: names(resources, view), style: 'bold' },
    { text: `${kind ? ` (${kind})` : ''}${users}: ` },
    ...prose(said),
  ]
}

function reasons({ resources, actions, messages, isByName }: Unreadable): string[] {
  if (isByName) return [hiddenWords(resources.length > 1)]
  const lacking = actions.size > 0 ? `the identity of this run lacks ${listed([...actions], 4)}.` : ''
  return [lacking, ...[...messages].slice(0, 2)]
}

function consequence(items: Item[]): string {
  const found = tally(items)
  if (found === 0) return items.length === 0 ? '' : 'Only recommendations depend on it.'
  return `${plural(found, 'finding is', 'findings are')} undecided, up to ${worst(items.map(({ severity }) => severity))} severity.`
}

function open({ check, severity, reason, items }: Group, view: View): Span[] {
  const where = names(
    items.map(({ resource }) => resource),
    view,
  )
  const why = reason === null ? '' : ` · ${reasonWords[reason]}`
  return [{ text: `${severityWords[severity]} · ` }, ...prose(check.title, 'bold'), { text: ` · ${where}${why}` }]
}

function names(ids: string[], { labels, limits }: View): string {
  return listed(
    [...new Set(ids)].map((id) => oneLine(labelOf(id, labels))),
    limits.names,
  )
}

function grants(resources: Unreadable[], view: View, width: number): Line[] {
  const { certain, doubtful } = scopesOf(resources)
  const assignee = view.context.assignee ?? '<id of the identity>'
  const roles = (scopes: string[]) => scopes.map((scope) => grant(scope, assignee, scopes.length > 1))
  const blocks: [title: string, commands: string[]][] = [
    ['Give the identity of this run the Reader role', roles(certain)],
    [PERHAPS, roles(doubtful)],
    [SEARCH, searches(resources)],
  ]
  return blocks
    .filter(([, all]) => all.length > 0)
    .flatMap(([title, all]) => [
      blank,
      ...wrapped(prose(`${title}:`, undefined, 1500), width, ['  ', '  ']),
      ...some(all, view.limits.resources, (command) => commands(command, '    ')),
    ])
}
