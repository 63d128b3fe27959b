import { worst } from '../../severity.ts'
import { listed, oneLine, plural } from '../../text.ts'
import { type Group, groupByCheck, type Item } from './items.ts'
import { resourceKind } from './names.ts'
import { tally } from './tally.ts'
import { alike, attach, missingIn, type UnreadableGroup, unreadables } from './unreadable.ts'
import type { View } from './view.ts'

export const HEADING = 'Undecided'

/** What could not be decided, without recommendations. */
export interface Undecided {
  /** what could not be read, with what is undecided because of it, that of the most first */
  unread: UnreadableGroup[]
  items: Item[]
  /** what is undecided for other reasons */
  others: Group[]
}

/** null where there is nothing to show. */
export function undecidedIn({ report, items: { unknown }, context }: View): Undecided | null {
  const found = unreadables(missingIn(report).live)
  const isCounted = ({ severity }: Item) => severity !== 'info'
  const others = groupByCheck(attach(unknown, found).filter(isCounted), context.checks)
  const items = unknown.filter(isCounted)
  if (found.size === 0 && items.length === 0) return null
  return { unread: alike([...found.values()]).sort(mostUndecided), items, others }
}

function mostUndecided(a: UnreadableGroup, b: UnreadableGroup): number {
  return tally(b.items) - tally(a.items) || b.usedBy.size - a.usedBy.size
}

/** ` (key vault)`; empty where they are of several kinds, or nobody knows of which. */
export function kindWords({ resources }: UnreadableGroup): string {
  const kinds = new Set(resources.map(resourceKind))
  const [kind = null] = kinds.size === 1 ? kinds : []
  return kind === null ? '' : ` (${kind})`
}

/** Actions, and messages, beside each other. */
const [ACTIONS, MESSAGES] = [4, 2]

/** Of a message, which may be Azure's. */
const LONGEST = 300

/** Why it could not be read: no more than is known. What stands in backticks is code. */
export function reasonsOf({ resources, actions, messages, isByName }: UnreadableGroup): string[] {
  if (isByName) return [hiddenWords(resources.length > 1)]
  const lacking = listed(
    [...actions].map((action) => `\`${action}\``),
    ACTIONS,
  )
  const told = [...messages].slice(0, MESSAGES).map((message) => oneLine(message, LONGEST))
  return [...(lacking ? [`the identity of this run lacks ${lacking}.`] : []), ...told]
}

/** Of what has only a name, which its message repeats. */
function hiddenWords(areMany: boolean): string {
  const [it, itIs] = areMany ? ['them', 'they are'] : ['it', 'it is']
  return `the identity of this run cannot see ${it}: either a permission is missing, or ${itIs} in another tenant.`
}

/** What is undecided because of it; empty where nothing is. */
export function consequenceOf({ items }: UnreadableGroup, marked = (severity: string) => severity): string {
  const found = tally(items)
  if (found === 0) return items.length === 0 ? '' : 'Only recommendations depend on it.'
  const severity = `${marked(worst(items.map((item) => item.severity)))} severity`
  return `${plural(found, 'finding is', 'findings are')} undecided, ${found === 1 ? 'of' : 'the worst of'} ${severity}.`
}
