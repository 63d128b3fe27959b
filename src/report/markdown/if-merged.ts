import { counts, failsJob } from '../../judge/policy.ts'
import type { Finding, PlanFinding } from '../../model.ts'
import { asText } from '../../said.ts'
import { count, listed, plural } from '../../text.ts'
import { text } from '../view/escape.ts'
import { inCommit, isRegraded } from '../view/foreseen.ts'
import { changedIn, headings, INCOMPLETE } from '../view/if-merged.ts'
import { type Group, groupByCheck, type Item } from '../view/items.ts'
import { resourceNames } from '../view/labels.ts'
import { ruleLink, severityWords } from '../view/names.ts'
import { tally } from '../view/tally.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { stories } from './failing.ts'
import { fixes } from './fixes.ts'
import { sourceOf } from './place.ts'

type Planned = Item<PlanFinding>

/** What merging would change: for the worse, for the better, and what nobody can tell. */
export function ifMerged(view: View): Section[] {
  const { foreseen } = view
  if (foreseen === null) return []
  const changed = changedIn(foreseen)
  return [
    ...introduced(changed.introduced, view),
    ...listOf('fixed', 2, changed.fixed, view),
    ...listOf('gone', 2, changed.gone, view),
    ...undecided(changed.undecided, view),
    ...listOf('regraded', 3, changed.regraded, view),
    ...listOf('inFiles', 3, changed.inFiles, view),
    ...notLookedInto(view),
  ]
}

/** What counts is told, the rest is listed, advice is only counted. */
function introduced(items: Planned[], view: View): Section[] {
  if (items.length === 0) return []
  const { policy, checks } = view.context
  const gates = (finding: Finding) => counts(finding, policy)
  const isTold = ({ findings }: Planned) => findings.some(gates)
  // all of it is new
  const told = groupByCheck(
    items.filter(isTold).map((item) => ({ ...item, new: false })),
    checks,
  )
  const rest = items.filter((item) => !isTold(item) && item.severity !== 'info')
  const advice = items.filter(({ severity }) => severity === 'info').length
  const symbol = view.report.conclusion === 'fail' && failsJob('fail', policy) ? '❌' : '⚠️'
  return [
    { rank: 1, open: `### ${headings.introduced}`, rows: [] },
    ...stories(told, symbol, { ...view, gates }),
    ...(rest.length > 0 ? [linesOf('', 2, rest, view)] : []),
    ...fixes(groupByCheck(rest, checks), 4, view),
    ...(advice > 0
      ? [{ rank: 3, open: `${plural(advice, 'recommendation is', 'recommendations are')} not listed here.`, rows: [] }]
      : []),
  ]
}

/** A line for each check, its severity first. */
function listOf(title: keyof typeof headings, rank: number, items: Planned[], view: View): Section[] {
  const shown = items.filter((item) => item.severity !== 'info' || isRegraded(item.finding))
  return shown.length === 0 ? [] : [linesOf(`### ${headings[title]}\n\n`, rank, shown, view)]
}

function linesOf(open: string, rank: number, items: Planned[], view: View): Section {
  const groups = groupByCheck(items, view.context.checks).flatMap(bySeverity)
  return {
    rank,
    open,
    rows: groups.map((group) => `- ${line(group, view)}`),
    most: view.limits.resources,
    sizes: groups.map((group) => tally(group.items)),
    more: (left) => (left > 0 ? `\n- … and ${plural(left, 'more check')}` : ''),
    unit: ['change', 'changes'],
  }
}

function bySeverity(group: Group<PlanFinding>): Group<PlanFinding>[] {
  const alike = Map.groupBy(group.items, ({ severity, finding }) => `${severity} ${finding.live?.severity}`)
  return [...alike.values()].map((items) => ({ ...group, severity: items[0]?.severity ?? group.severity, items }))
}

function line({ check, severity, items }: Group<PlanFinding>, view: View): string {
  const [first] = items as [Planned]
  const before = isRegraded(first.finding) && first.finding.live
  const grade = `**${severityWords[severity]}**${before ? ` (now ${before.severity})` : ''}`
  const places = placesOf(items, view)
  const failure = ruleLink(text(check.failed), check.id, view.context)
  return `${grade} · ${failure} · ${whereOf(items, view)}${places && ` · ${places}`}`
}

/** What nobody can tell before the plan is applied, and what would make it known. */
function undecided(items: Planned[], view: View): Section[] {
  const groups = groupByCheck(
    items.filter(({ severity }) => severity !== 'info'),
    view.context.checks,
  )
  if (groups.length === 0) return []
  const rows = groups.map(({ check, severity, items }) => {
    const places = placesOf(items, view)
    const why = [...new Set(items.map(({ finding }) => asText(finding.message)))].map((message) => text(message, 400))
    const failure = ruleLink(text(check.title), check.id, view.context)
    return `- **${severityWords[severity]}** · ${failure} · ${whereOf(items, view)}${places && ` · ${places}`}<br>${why.slice(0, 2).join(' ')}`
  })
  return [
    {
      rank: 3,
      open: `### ${headings.undecided}\n\n`,
      rows,
      most: view.limits.resources,
      sizes: groups.map(({ items }) => tally(items)),
      more: (left) => (left > 0 ? `\n- … and ${plural(left, 'more check')}` : ''),
      unit: ['undecided finding', 'undecided findings'],
    },
  ]
}

function notLookedInto({ report, limits }: View): Section[] {
  const parts = report.plan?.notLookedInto ?? []
  if (parts.length === 0) return []
  return [
    {
      rank: 3,
      open: `### ${headings.notJudged}\n\n${INCOMPLETE}\n\n`,
      rows: parts.map(({ address, reason }) => `- ${text(address, 200)}: ${text(reason, 500)}`),
      most: limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['part that could not be judged', 'parts that could not be judged'],
    },
  ]
}

function whereOf(items: Planned[], { labels, limits }: View): string {
  return resourceNames(
    items.map(({ resource }) => resource),
    labels,
    limits.names,
  )
}

function placesOf(items: Planned[], view: View): string {
  const found = items.flatMap(({ finding }) => (inCommit(finding, view.report) ? sourceOf(finding, view) : []))
  const places = new Set(found)
  return listed([...places], view.limits.names)
}
