import { count, plural } from '../../text.ts'
import { fence } from '../view/escape.ts'
import { type Commands, commandsFor } from '../view/grants.ts'
import type { UnreadableGroup } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'

/** More commands than this are folded away. Those are grants, one for each scope: of searches there are never more. */
const FEW = 3

export function grants(resources: UnreadableGroup[], { context, limits }: View): Section[] {
  return commandsFor(resources, context).map((block) => ({ rank: 3, open: blockOf(block, limits.resources), rows: [] }))
}

function blockOf({ title, commands }: Commands, most: number): string {
  const left = commands.length - most
  const body = `${fence(commands.slice(0, most).join('\n'), 'sh')}${left > 0 ? `\n\n… and ${plural(left, 'more scope')}.` : ''}`
  return commands.length > FEW
    ? `<details><summary><b>${title}</b> at ${count(commands.length)} scopes</summary>\n\n${body}\n\n</details>`
    : `${title}:\n\n${body}`
}
