import { shellQuoted } from '../command.ts'
import { fence } from '../escape.ts'
import { count, plural } from '../names.ts'
import type { Section } from './budget.ts'
import type { Unreadable } from './unreadable.ts'
import type { View } from './view.ts'

/** More commands than this are folded away. */
const FEW = 3

/** The commands that give the identity what it lacks. */
export function grants(resources: Unreadable[], { context, limits }: View): Section[] {
  const scopes = [...new Set(resources.flatMap((resource) => [...resource.scopes]))]
  if (scopes.length === 0) return []
  const shown = scopes.slice(0, limits.resources)
  const block = fence(shown.map((scope) => grant(scope, context.assignee ?? '<client-id>')).join('\n'), 'sh')
  const left = scopes.length - shown.length
  const body = `${block}${left > 0 ? `\n\n… and ${plural(left, 'more scope')}.` : ''}`
  const title = 'Give the identity of this run the role Reader'
  const open =
    scopes.length > FEW
      ? `<details><summary><b>${title}</b> at ${count(scopes.length)} scopes</summary>\n\n${body}\n\n</details>`
      : `${title}:\n\n${body}`
  return [{ rank: 3, open, rows: [] }]
}

/** The command that lets an identity read what is in a scope. */
export function grant(scope: string, assignee: string): string {
  const id = scope.startsWith('/') ? scope : `<resource id of ${scope}>`
  return [
    'az role assignment create --role Reader',
    `--assignee ${shellQuoted(assignee)}`,
    `--scope ${shellQuoted(id)}`,
  ].join(' \\\n  ')
}
