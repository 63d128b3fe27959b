import { counts, failsJob } from '../../judge/policy.ts'
import type { Policy } from '../../model.ts'
import { count, plural } from '../../text.ts'
import { code, text } from '../view/escape.ts'
import type { Group, Item } from '../view/items.ts'
import { resourceNames, workspaceNames } from '../view/labels.ts'
import { reasonWords, ruleLink, severityWords } from '../view/names.ts'
import { spread, tally } from '../view/tally.ts'
import { consequenceOf, HEADING, kindWords, reasonsOf, undecidedIn } from '../view/undecided.ts'
import type { UnreadableGroup } from '../view/unreadable.ts'
import type { View } from '../view/view.ts'
import { folded, type Section } from './budget.ts'
import { grants } from './grants.ts'
import { table } from './table.ts'

/** What could not be read, which permission is missing where, and what is undecided because of it. */
export function undecided(view: View): Section[] {
  const found = undecidedIn(view)
  if (found === null) return []
  const { unread, items, others } = found
  const parts = [...listOf(unread, view), ...grants(unread, view), ...otherChecks(others, unread.length > 0, view)]
  // who has nothing to do has nothing to scroll past
  if (view.report.conclusion === 'pass') return [folded(`<b>${HEADING}</b>: ${inShort(items, unread)}`, parts)]
  return [
    { rank: 3, open: `### ${HEADING}\n\n${[consequence(items, unread, view), shared(items)].join('')}`, rows: [] },
    ...parts,
  ]
}

function inShort(items: Item[], resources: UnreadableGroup[]): string {
  if (items.length > 0) return `${plural(tally(items), 'finding')}, none of which fails the job`
  return holdsAdvice(resources) ? 'recommendations only' : 'no check depends on it'
}

function shared(items: Item[]): string {
  const where = spread(items)
  return where && ` They concern ${where}; shared resources are listed once.`
}

function holdsAdvice(resources: UnreadableGroup[]): boolean {
  return resources.some(({ items }) => items.length > 0)
}

function consequence(items: Item[], resources: UnreadableGroup[], { report, context }: View): string {
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

function listOf(resources: UnreadableGroup[], view: View): Section[] {
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

/** Characters of a reason that names several actions. */
const REASON = 1000

function reading(unreadable: UnreadableGroup, { labels, limits }: View): string {
  const { resources, usedBy } = unreadable
  const users = usedBy.size === 0 ? '' : `, used by ${workspaceNames([...usedBy], labels, limits.names)}`
  const said = [
    ...reasonsOf(unreadable).map((reason) => text(reason, REASON)),
    consequenceOf(unreadable, (severity) => `**${severity}**`),
  ]
  const names = resourceNames(resources, labels, limits.names)
  return `${names}${kindWords(unreadable)}${users}: ${said.filter((sentence) => sentence !== '').join(' ')}`
}

function otherChecks(groups: Group[], areMore: boolean, view: View): Section[] {
  const { limits } = view
  if (groups.length === 0) return []
  const items = groups.flatMap((group) => group.items)
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
