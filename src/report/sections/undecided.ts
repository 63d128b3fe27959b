import { failsJob, reaches } from '../../policy.ts'
import { code, text } from '../escape.ts'
import { type Group, groupByCheck, type Item, worst } from '../items.ts'
import {
  count,
  listed,
  plural,
  reasonWords,
  resourceKind,
  resourceNames,
  ruleLink,
  severityWords,
  workspaceNames,
} from '../names.ts'
import { folded, type Section } from './budget.ts'
import { grants } from './grants.ts'
import { table } from './table.ts'
import { alike, attach, type Unreadable, unreadables } from './unreadable.ts'
import type { View } from './view.ts'

/** What could not be read, which permission is missing where, and which checks stay open. */
export function undecided(view: View): Section[] {
  const found = unreadables(view.report.coverage)
  const items = view.items.unknown.filter(({ severity }) => severity !== 'info')
  const others = attach(items, found)
  if (found.size === 0 && items.length === 0) return []
  const resources = alike([...found.values()]).sort(mostOpen)
  const parts = [
    ...listOf(resources, view),
    ...grants(resources, view),
    ...otherChecks(groupByCheck(others, view.context.checks), view),
  ]
  const title = 'What could not be decided'
  // who has nothing to do has nothing to scroll past
  if (view.report.conclusion === 'pass') return [folded(`<b>${title}</b>: ${openChecks(items)}`, parts)]
  return [{ rank: 3, open: `### ${title}\n\n${consequence(items, view)}`, rows: [] }, ...parts]
}

function openChecks(items: Item[]): string {
  return items.length === 0 ? 'no check depends on it' : `${plural(items.length, 'open check')}, none at the gate`
}

function mostOpen(a: Unreadable, b: Unreadable): number {
  return b.items.length - a.items.length || b.usedBy.size - a.usedBy.size
}

function consequence(items: Item[], { report, context }: View): string {
  const { failOnSeverity, onUnknown, warnOnly } = context.policy
  const gated = items.filter(({ severity }) => reaches(severity, failOnSeverity)).length
  const level = code(`fail-on-severity: ${failOnSeverity}`)
  const isFailing = failsJob(report.conclusion, context.policy)
  if (gated === 0 && report.conclusion === 'incomplete') {
    return isFailing
      ? '**What is named and cannot be seen fails the job.**'
      : 'What is named and cannot be seen is not passed.'
  }
  if (items.length === 0) return 'No check depends on it.'
  if (gated === 0)
    return `${plural(items.length, 'check is', 'checks are')} open, which does not fail the job (${level}).`
  const some = `${share(gated, items.length)} ${gated === 1 ? 'reaches' : 'reach'} ${level}`
  if (isFailing && onUnknown === 'fail') return `**${some}, which fails the job.**`
  return `${some}; with ${warnOnly ? '`warn-only: true`' : '`on-unknown: warn`'} that does not fail the job.`
}

function share(part: number, whole: number): string {
  if (part < whole) return `${count(part)} of ${count(whole)} open checks`
  return whole === 1 ? 'The open check' : `All ${count(whole)} open checks`
}

function listOf(resources: Unreadable[], view: View): Section[] {
  if (resources.length === 0) return []
  return [
    {
      rank: 3,
      open: '',
      rows: resources.map((resource) => `- ${reading(resource, view)}`),
      most: view.limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['unreadable resource', 'unreadable resources'],
    },
  ]
}

function reading({ resources, actions, messages, usedBy, items }: Unreadable, { labels, limits }: View): string {
  const kind = resourceKind(resources[0] ?? '')
  const users = usedBy.size === 0 ? '' : `, used by ${workspaceNames([...usedBy], labels, limits.names)}`
  const sentences = [
    actions.size === 0
      ? ''
      : `this run lacks ${listed(
          [...actions].map((action) => code(action)),
          4,
        )}.`,
    ...[...messages].slice(0, 2).map((message) => text(message)),
    items.length === 0 ? '' : `${plural(items.length, 'check is', 'checks are')} open, ${upTo(items)}.`,
  ]
  const said = sentences.filter((sentence) => sentence !== '').join(' ')
  return `${resourceNames(resources, limits.names)}${kind ? ` (${kind})` : ''}${users}: ${said}`
}

function upTo(items: Item[]): string {
  const severity = worst(items.map((item) => item.severity))
  return items.length === 1 ? `of **${severity}** severity` : `up to **${severity}** severity`
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
  const head = ['Severity', 'Open', 'Where', 'Why']
  return [
    {
      ...table(
        head,
        rows,
        head.map(() => 'l'),
      ),
      rank: 3,
      most: limits.rows,
      more: (left) => (left > 0 ? `\n\n… and ${plural(left, 'more open check')}.` : ''),
      unit: ['open check', 'open checks'],
    },
  ]
}
