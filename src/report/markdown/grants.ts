import { count, plural } from '../../text.ts'
import { fence } from '../view/escape.ts'
import { grant, PERHAPS, SEARCH, scopesOf } from '../view/grants.ts'
import { searches } from '../view/search.ts'
import type { Unreadable } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'

/** More commands than this are folded away. */
const FEW = 3

/** Commands that give the identity what it lacks, that may give it, and that find what has only a name. */
export function grants(resources: Unreadable[], view: View): Section[] {
  const { certain, doubtful } = scopesOf(resources)
  const assignee = view.context.assignee ?? '<client-id>'
  const commands = (scopes: string[]) => scopes.map((scope) => grant(scope, assignee, scopes.length > 1))
  return [
    ...block('Give the identity of this run the Reader role', 'scope', commands(certain), view),
    ...block(PERHAPS, 'scope', commands(doubtful), view),
    ...block(SEARCH, 'search', searches(resources), view),
  ]
}

function block(title: string, unit: string, commands: string[], { limits }: View): Section[] {
  if (commands.length === 0) return []
  const shown = commands.slice(0, limits.resources)
  const left = commands.length - shown.length
  const body = `${fence(shown.join('\n'), 'sh')}${left > 0 ? `\n\n… and ${plural(left, `more ${unit}`)}.` : ''}`
  const open =
    commands.length > FEW
      ? `<details><summary><b>${title}</b> at ${count(commands.length)} ${unit}s</summary>\n\n${body}\n\n</details>`
      : `${title}:\n\n${body}`
  return [{ rank: 3, open, rows: [] }]
}
