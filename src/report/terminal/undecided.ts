import { count, listed, oneLine } from '../../text.ts'
import { commandsFor } from '../view/grants.ts'
import type { Group } from '../view/items.ts'
import { labelOf } from '../view/labels.ts'
import { reasonWords, severityWords } from '../view/names.ts'
import { consequenceOf, HEADING, kindWords, reasonsOf, undecidedIn } from '../view/undecided.ts'
import type { UnreadableGroup } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import { type Line, type Span, wrapped } from './line.ts'
import { blank, commands, prose } from './prose.ts'

/** What could not be decided and why, with the commands that grant what is missing. */
export function undecided(view: View, width: number): Line[] {
  const found = undecidedIn(view)
  if (found === null) return []
  const { limits } = view
  return [
    [{ text: HEADING, style: 'bold' }],
    blank,
    ...some(found.unread, limits.resources, (one) => entry(reading(one, view), width)),
    ...some(found.others, limits.rows, (group) => entry(otherCheck(group, view), width)),
    ...grants(found.unread, view, width),
  ]
}

function some<T>(all: T[], most: number, show: (one: T) => Line[]): Line[] {
  const left = all.length - most
  return [...all.slice(0, most).flatMap(show), ...(left > 0 ? [[{ text: `  … and ${count(left)} more` }]] : [])]
}

function entry(spans: Span[], width: number): Line[] {
  return wrapped([{ text: '? ', style: 'boldYellow' }, ...spans], width, ['', '  '])
}

function reading(unreadable: UnreadableGroup, view: View): Span[] {
  const { resources, usedBy } = unreadable
  const users = usedBy.size === 0 ? '' : `, used by ${names([...usedBy], view)}`
  const said = [...reasonsOf(unreadable), consequenceOf(unreadable)].filter((sentence) => sentence !== '')
  return [
    { text: names(resources, view), style: 'bold' },
    { text: `${kindWords(unreadable)}${users}: ` },
    ...said.flatMap((sentence, at) => [...(at === 0 ? [] : [{ text: ' ' }]), ...prose(sentence)]),
  ]
}

function otherCheck({ check, severity, reason, items }: Group, view: View): Span[] {
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

function grants(resources: UnreadableGroup[], { context, limits }: View, width: number): Line[] {
  return commandsFor(resources, context).flatMap(({ title, commands: all }) => [
    blank,
    ...wrapped(prose(`${title}:`, undefined, 1500), width, ['  ', '  ']),
    ...some(all, limits.resources, (command) => commands(command, '    ')),
  ])
}
