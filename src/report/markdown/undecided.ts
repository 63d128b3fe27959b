import { counts, failsJob } from '../../judge/policy.ts'
import type { Policy } from '../../model.ts'
import { count, listed, plural } from '../../text.ts'
import { code, text } from '../view/escape.ts'
import { type Group, groupByCheck, type Item, worst } from '../view/items.ts'
import { resourceNames, workspaceNames } from '../view/labels.ts'
import { reasonWords, resourceKind, ruleLink, severityWords } from '../view/names.ts'
import { spread, tally } from '../view/tally.ts'
import { alike, attach, hiddenWords, type Unreadable, unreadables, unreadOfLive } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import { folded, type Section } from './budget.ts'
import { grants } from './grants.ts'
import { table } from './table.ts'

/** What could not be read, which permission is missing where, and what is undecided because of it. */
export function undecided(view: View): Section[] {
  const found = unreadables(unreadOfLive(view.report.coverage))
  const isCounted = ({ severity }: Item) => severity !== 'info'
  const items = view.items.unknown.filter(isCounted)
  const others = attach(view.items.unknown, found).filter(isCounted)
  if (found.size === 0 && items.length === 0) return []
  const resources = alike([...found.values()]).sort(mostUndecided)
  const parts = [...listOf(resources, view), ...grants(resources, view), ...otherChecks(others, found.size > 0, view)]
  const title = 'Undecided'
  // who has nothing to do has nothing to scroll past
  if (view.report.conclusion === 'pass') return [folded(`<b>${title}</b>: ${inShort(items, resources)}`, parts)]
  return [
    { rank: 3, open: `### ${title}\n\n${[consequence(items, resources, view), shared(items)].join('')}`, rows: [] },
    ...parts,
  ]
}

function inShort(items: Item[], resources: Unreadable[]): string {
  if (items.length > 0) return `${plural(tally(items), 'finding')}, none of which fails the job`
  return holdsAdvice(resources) ? 'recommendations only' : 'no check depends on it'
}

function mostUndecided(a: Unreadable, b: Unreadable): number {
  return tally(b.items) - tally(a.items) || b.usedBy.size - a.usedBy.size
}

function shared(items: Item[]): string {
  const where = spread(items)
  return where && ` They concern ${where}; shared resources are listed once.`
}

function holdsAdvice(resources: Unreadable[]): boolean {
  return resources.some(({ items }) => items.length > 0)
}

function consequence(items: Item[], resources: Unreadable[], { report, context }: View): string {
  const { failOnSeverity, onUnknown, warnOnly } = context.policy
  const all = tally(items)
  if (report.plan !== null) return all === 0 ? '' : `${plural(all, 'finding is', 'findings are')} undecided today.`
  const gated = tally(items, (finding) => counts(finding, context.policy))
  const level = code(`fail-on-severity: ${failOnSeverity}`)
  const isFailing = failsJob(report.conclusion, context.policy)
  if (gated === 0 && report.conclusion === 'incomplete') {
    const unseen = 'something that the workflow names could not be found or accessed'
    return isFailing ? `**The job fails because ${unseen}.**` : `The result is incomplete because ${unseen}.`
  }
  if (all === 0) return holdsAdvice(resources) ? 'Only recommendations depend on it.' : 'No check depends on it.'
  if (gated === 0)
    return `${plural(all, 'finding is', 'findings are')} undecided, which does not fail the job (${level}).`
  const some = `${share(gated, all)} ${gated === 1 ? 'is' : 'are'} ${gatedWords(context.policy)}`
  if (isFailing && onUnknown === 'fail') return `**${some}, so the job fails.**`
  return `${some}, but ${warnOnly ? '`warn-only: true`' : '`on-unknown: warn`'} keeps the job from failing.`
}

/** What is counted of findings, for the policy that counts them. */
function gatedWords({ failOnSeverity, failOnNewOnly }: Policy): string {
  const level = failOnSeverity === 'high' ? 'high severity' : `${failOnSeverity} severity or above`
  return `${failOnNewOnly ? 'new and ' : ''}of ${level}`
}

function share(part: number, whole: number): string {
  if (part < whole) return `${count(part)} of ${count(whole)} undecided findings`
  if (whole === 1) return 'The undecided finding'
  return whole === 2 ? 'Both undecided findings' : `All ${count(whole)} undecided findings`
}

function listOf(resources: Unreadable[], view: View): Section[] {
  if (resources.length === 0) return []
  return [
    {
      rank: 3,
      open: '',
      rows: resources.map((resource) => `- ${reading(resource, view)}`),
      sizes: resources.map((one) => one.resources.length),
      most: view.limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['unreadable resource', 'unreadable resources'],
    },
  ]
}

function reading(unreadable: Unreadable, { labels, limits }: View): string {
  const { resources, usedBy, items } = unreadable
  const kinds = new Set(resources.map(resourceKind))
  const kind = kinds.size === 1 && resourceKind(resources[0] ?? '')
  const users = usedBy.size === 0 ? '' : `, used by ${workspaceNames([...usedBy], labels, limits.names)}`
  const said = [...reasons(unreadable), consequenceOf(items)].filter((sentence) => sentence !== '').join(' ')
  return `${resourceNames(resources, labels, limits.names)}${kind ? ` (${kind})` : ''}${users}: ${said}`
}

/** Why it could not be read: no more than is known. */
function reasons({ resources, actions, messages, isByName }: Unreadable): string[] {
  const lacking = listed(
    [...actions].map((action) => code(action)),
    4,
  )
  if (isByName) return [hiddenWords(resources.length > 1)]
  return [
    lacking && `the identity of this run lacks ${lacking}.`,
    ...[...messages].slice(0, 2).map((message) => text(message)),
  ]
}

function consequenceOf(items: Item[]): string {
  const found = tally(items)
  if (found === 0) return items.length === 0 ? '' : 'Only recommendations depend on it.'
  const severity = `**${worst(items.map((item) => item.severity))}** severity`
  return found === 1
    ? `1 finding is undecided, of ${severity}.`
    : `${count(found)} findings are undecided, the worst of ${severity}.`
}

function otherChecks(items: Item[], areMore: boolean, view: View): Section[] {
  const { context, limits } = view
  const groups = groupByCheck(items, context.checks)
  if (groups.length === 0) return []
  const rows = groups.map((group) => cells(group, view))
  const head = ['Severity', 'Undecided', 'Where', 'Why']
  const { open, rows: lines } = table(
    head,
    rows,
    head.map(() => 'l'),
  )
  const lead = `${plural(tally(items), 'finding is', 'findings are')} undecided for other reasons:\n\n`
  return [
    {
      open: areMore ? lead + open : open,
      rows: lines,
      sizes: groups.map((group) => tally(group.items)),
      rank: 3,
      most: limits.rows,
      more: (left, findings) =>
        left > 0 ? `\n\n… and ${plural(left, 'more check')} with ${plural(findings, 'finding')}.` : '',
      unit: ['undecided finding', 'undecided findings'],
    },
  ]
}

function cells({ check, severity, reason, items }: Group, { context, labels, limits }: View): string[] {
  const resources = items.map(({ resource }) => resource)
  return [
    severityWords[severity],
    ruleLink(text(check.title), check.id, context),
    resourceNames(resources, labels, limits.names),
    reason === null ? '' : reasonWords[reason],
  ]
}
