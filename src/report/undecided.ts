import { idKey, parentId } from '../evidence/resource-id.ts'
import type { Missing, Report } from '../model.ts'
import type { Section } from './budget.ts'
import { shellQuoted } from './command.ts'
import { code, fence, text } from './escape.ts'
import { type Group, groupByCheck, type Item, reaches, worst } from './items.ts'
import {
  count,
  listed,
  plural,
  reasonWords,
  resourceKind,
  resourceName,
  resourceNames,
  ruleLink,
  severityWords,
  workspaceNames,
} from './names.ts'
import { table } from './table.ts'
import { failsJob } from './verdict.ts'
import type { View } from './view.ts'

/** What could not be read, which permission is missing where, and what stays undecided. */
export function undecided(view: View): Section[] {
  const missing = unreadable(view.report)
  const items = view.items.unknown.filter(({ severity }) => severity !== 'info')
  const others = attach(items, missing)
  if (missing.size === 0 && items.length === 0) return []
  return [
    { rank: 3, open: `### What could not be decided\n\n${consequence(items, view)}`, rows: [] },
    ...unreadableList([...missing.values()], view),
    ...grants([...missing.values()], view),
    ...otherChecks(groupByCheck(others, view.context.checks), view),
  ]
}

/** One resource that could not be read, with everything that was to be read of it. */
interface Unreadable {
  resource: string
  actions: Set<string>
  scopes: Set<string>
  messages: Set<string>
  usedBy: Set<string>
  /** what stays undecided for it */
  items: Item[]
}

function unreadable({ coverage }: Report): Map<string, Unreadable> {
  const found = new Map<string, Unreadable>()
  for (const missing of coverage.missing) {
    const key = idKey(missing.resource)
    const known = found.get(key) ?? empty(missing.resource)
    found.set(key, known)
    add(known, missing)
  }
  return found
}

function empty(resource: string): Unreadable {
  return { resource, actions: new Set(), scopes: new Set(), messages: new Set(), usedBy: new Set(), items: [] }
}

function add(known: Unreadable, { action, scope, message, usedBy }: Missing) {
  if (action === null) known.messages.add(message)
  else known.actions.add(action)
  if (scope !== null) known.scopes.add(scope)
  for (const id of usedBy) known.usedBy.add(id)
}

/** Gives each item to what could not be read: its resource, or what holds that. Returns those that belong to none. */
function attach(items: Item[], missing: Map<string, Unreadable>): Item[] {
  return items.filter((item) => {
    let id = idKey(item.resource)
    while (id.length > 1 && !missing.has(id)) id = parentId(id)
    return !missing.get(id)?.items.push(item)
  })
}

function consequence(items: Item[], { report, context }: View): string {
  const { failOnSeverity, onUnknown, warnOnly } = context.policy
  if (items.length === 0) return 'What is named and cannot be seen is never passed over in silence.'
  const gated = items.filter(({ severity }) => reaches(severity, failOnSeverity)).length
  const level = code(`fail-on-severity: ${failOnSeverity}`)
  if (gated === 0) return `${plural(items.length, 'check')} undecided; none fails the job (${level}).`
  const some = `${count(gated)} of ${plural(items.length, 'undecided check')} ${gated === 1 ? 'reaches' : 'reach'} ${level}`
  if (failsJob(report, context.policy) && onUnknown === 'fail') return `**${some}, which fails the job.**`
  return `${some}, but ${warnOnly ? '`warn-only: true`' : '`on-unknown: warn`'} lets the job pass.`
}

function unreadableList(missing: Unreadable[], view: View): Section[] {
  if (missing.length === 0) return []
  const rows = missing
    .sort((a, b) => b.items.length - a.items.length || b.usedBy.size - a.usedBy.size)
    .map((one) => `- ${reading(one, view)}`)
  return [
    {
      rank: 3,
      open: '',
      rows,
      most: view.limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['unreadable resource', 'unreadable resources'],
    },
  ]
}

function reading({ resource, actions, messages, usedBy, items }: Unreadable, { labels, limits }: View): string {
  const kind = resourceKind(resource)
  const users = usedBy.size === 0 ? '' : `, used by ${workspaceNames([...usedBy], labels, limits.names)}`
  const lacks =
    actions.size === 0
      ? ''
      : `this run lacks ${listed(
          [...actions].map((action) => code(action)),
          4,
        )}.`
  const open =
    items.length === 0
      ? ''
      : `${plural(items.length, 'check')} undecided, up to **${worst(items.map(({ severity }) => severity))}**.`
  const sentences = [lacks, ...[...messages].slice(0, 2).map((message) => text(message)), open]
  return `${code(resourceName(resource), 80)}${kind ? ` (${kind})` : ''}${users}: ${sentences.filter(Boolean).join(' ')}`
}

/** The commands that give the identity what it lacks. */
function grants(missing: Unreadable[], { context, limits }: View): Section[] {
  const scopes = [...new Set(missing.flatMap((one) => [...one.scopes]))]
  if (scopes.length === 0) return []
  const assignee = context.assignee === null ? "'<client-id>'" : shellQuoted(context.assignee)
  const commands = scopes
    .slice(0, limits.resources)
    .map(
      (scope) =>
        `az role assignment create --role Reader \\\n  --assignee ${assignee} \\\n  --scope ${shellQuoted(scope)}`,
    )
  const left = scopes.length - commands.length
  const block = `${fence(commands.join('\n'), 'sh')}${left > 0 ? `\n\n… and ${count(left)} more scopes.` : ''}`
  const isLong = scopes.length > 3
  return [
    {
      rank: 3,
      open: isLong
        ? `<details><summary><b>Give the identity of this run Reader</b> at ${count(scopes.length)} scopes</summary>\n\n${block}\n\n</details>`
        : `Give the identity of this run Reader there:\n\n${block}`,
      rows: [],
    },
  ]
}

function otherChecks(groups: Group[], { context, limits }: View): Section[] {
  if (groups.length === 0) return []
  const rows = groups.map(({ check, severity, reason, items }) => [
    severityWords[severity],
    ruleLink(text(check.title), check.id, context),
    resourceNames(
      items.map(({ resource }) => resource),
      limits.names,
    ),
    reason === null ? '' : reasonWords[reason],
  ])
  return [
    {
      ...table(['Severity', 'Undecided', 'Where', 'Why'], rows, ['l', 'l', 'l', 'l']),
      rank: 3,
      unit: ['check', 'checks'],
    },
  ]
}
