import type { Changed } from '../../baseline/compare.ts'
import { rank } from '../../severity.ts'
import { count, listed, plural } from '../../text.ts'
import { text } from '../view/escape.ts'
import type { Item } from '../view/items.ts'
import { resourceNames } from '../view/labels.ts'
import { ruleLink, severityWords } from '../view/names.ts'
import type { View } from '../view/view.ts'
import { weighedGroups } from '../view/weighed.ts'
import type { Section } from './budget.ts'

/** What differs from the baseline. */
export function changes(view: View): Section[] {
  return [...sinceThen(view), ...sinceUpgrade(view)]
}

/** Risks that the pull request accepts. */
export function accepted({ context, limits }: View): Section[] {
  const { accepted } = context
  if (accepted.length === 0) return []
  const verb = `This pull request accepts ${plural(accepted.length, 'risk')}`
  return [
    {
      rank: 1,
      open: `### ⚠️ ${verb}\n\nIts config file differs from that of the base branch:\n\n`,
      rows: accepted.map((risk) => `- ${text(risk, 500)}`),
      most: limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['accepted risk', 'accepted risks'],
    },
  ]
}

function sinceThen(view: View): Section[] {
  const { items, context, limits, report } = view
  const { comparison } = context
  // against nothing, everything is new, and listed below anyway
  if (comparison === null || comparison.since === '') return []
  const isNew = [...items.fail, ...items.unknown].filter((item) => item.new && item.severity !== 'info')
  const rows = [
    ...grouped(isNew.sort((a, b) => rank(a.severity) - rank(b.severity))).map((group) => newRow(group, view)),
    ...byCheck(comparison.fixed, '**Fixed**: ', view),
    ...weighedGroups(comparison.weighed).flatMap(([words, those]) => byCheck(those, `**${words}**: `, view)),
    ...workspaceRows(comparison.added, 'Workspaces that the baseline does not have', limits.names),
    ...workspaceRows(comparison.removed, 'Workspaces of the baseline that are gone or out of scope', limits.names),
  ]
  if (rows.length === 0) return []
  const date = comparison.since.slice(0, 16).replace('T', ' ')
  return [
    {
      rank: 1,
      open: `### Changed since ${text(date)} UTC${report.summary.new === 0 ? ': nothing new' : ''}\n\n`,
      rows,
      most: limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['change', 'changes'],
    },
  ]
}

/** What an older version of the tool could not have found: nobody made it worse since then. */
function sinceUpgrade(view: View): Section[] {
  const { report, context, limits } = view
  const upgrade = context.comparison?.upgrade
  if (!upgrade || upgrade.found.length === 0) return []
  const version = text(report.tool.version)
  return [
    {
      rank: 1,
      open: `### Found since version ${version}\n\nVersion ${text(upgrade.from)} wrote the baseline and could not find these, so they do not count as new. The next baseline will contain them.\n\n`,
      rows: byCheck(upgrade.found, '', view),
      most: limits.resources,
      more: (left) => (left > 0 ? `\n- … and ${count(left)} more` : ''),
      unit: ['finding of the newer version', 'findings of the newer version'],
    },
  ]
}

function grouped(items: Item[]): Item[][] {
  return [...Map.groupBy(items, ({ check, severity, finding }) => `${check} ${severity} ${finding.status}`).values()]
}

function newRow(group: Item[], { context, labels, limits }: View): string {
  const [{ check, severity, finding }] = group as [Item]
  const state = finding.status === 'fail' ? severityWords[severity].toLowerCase() : 'undecided'
  const where = resourceNames(
    group.map(({ resource }) => resource),
    labels,
    limits.names,
  )
  return `- **New**, ${state}: ${(finding.status === 'fail' ? failureOf : titleOf)(check, context)} on ${where}`
}

function byCheck(changed: Changed[], word: string, { context, labels, limits }: View): string[] {
  return [...Map.groupBy(changed, ({ check }) => check)].map(([check, those]) => {
    const where = resourceNames(
      those.map(({ resource }) => resource),
      labels,
      limits.names,
    )
    return `- ${word}${failureOf(check, context)} on ${where}`
  })
}

function titleOf(check: string, context: View['context']): string {
  return ruleLink(text(context.checks.get(check)?.title ?? check), check, context)
}

function failureOf(check: string, context: View['context']): string {
  return ruleLink(text(context.checks.get(check)?.failed ?? check), check, context)
}

function workspaceRows(names: string[], what: string, limit: number): string[] {
  if (names.length === 0) return []
  const shown = names.map((name) => text(name, 60))
  return [`- ${what}: ${listed(shown, limit)}`]
}
