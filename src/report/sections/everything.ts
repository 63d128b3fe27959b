import type { Policy, Report } from '../../model.ts'
import { failsJob, reaches } from '../../policy.ts'
import { code, text } from '../escape.ts'
import { rank } from '../items.ts'
import { count, listed, severityWords, systems as systemWords } from '../names.ts'
import { bySystem, type Outcome, outcomes } from '../outcome.ts'
import type { Section } from './budget.ts'
import { table } from './table.ts'
import type { View } from './view.ts'
import { waived, withoutVerdict } from './waived.ts'

/** Up to so many workspaces stand side by side. */
const SIDE_BY_SIDE = 3

/** Everything that was checked, folded away. */
export function everything(view: View): Section[] {
  const { report } = view
  if (report.workspaces.length === 0) return []
  const matrix = report.workspaces.length <= SIDE_BY_SIDE ? sideBySide(view) : oneBelowTheOther(view)
  const rest = [...withoutVerdict(view), ...waived(view), '</details>']
  return [
    {
      ...matrix,
      rank: 6,
      open: `<details><summary><b>Everything that was checked</b>: ${numbers(view)}</summary>\n\n${matrix.open}`,
      close: `\n\n${rest.join('\n\n')}`,
    },
  ]
}

function numbers({ report: { summary }, advice }: View): string {
  const { info } = summary.failedBySeverity
  const words: [number, string][] = [
    [summary.pass, 'passed'],
    [summary.fail - info, 'failed'],
    [summary.unknown - (advice - info), 'open'],
    [summary.waived, 'waived'],
    [advice, 'advice'],
    [summary.attested, 'guaranteed by the platform'],
  ]
  return words.flatMap(([number, word]) => (number > 0 ? `${count(number)} ${word}` : [])).join(', ')
}

type Rows = Pick<Section, 'open' | 'rows' | 'more' | 'unit'>

/** Systems down, workspaces across. */
function sideBySide({ report, context, labels }: View): Rows {
  const systems = bySystem(context.checks)
  const columns = report.workspaces.map((workspace) => outcomes(workspace, systems))
  const used = [...systems.keys()].filter((system) => columns.some((column) => !isUnused(column.get(system))))
  const rows = used.map((system) => [
    systemWord(system),
    ...columns.map((column) => outcomeWords(column.get(system) as Outcome, report, context.policy)),
  ])
  const profiles = ['Profile', ...report.workspaces.map(({ profile }) => code(profile))]
  const head = ['', ...report.workspaces.map(({ id }) => text(labels.get(id.toLowerCase()) ?? '', 60))]
  const unused = [...systems.keys()].filter((system) => !used.includes(system)).map(systemWord)
  return {
    ...table(
      head,
      [profiles, ...rows],
      head.map(() => 'l'),
    ),
    more: () => (unused.length === 0 ? '' : `\n\nNot used: ${listed(unused, unused.length)}.`),
  }
}

/** Workspaces down, a row for all that have the same outcomes. */
function oneBelowTheOther({ report, context, labels, limits }: View): Rows {
  const systems = bySystem(context.checks)
  const isMixed = new Set(report.workspaces.map(({ profile }) => profile)).size > 1
  const alike = new Map<string, { cells: string[]; profile: string; names: string[]; order: number }>()
  for (const workspace of report.workspaces) {
    const { cells, order } = columnsOf(outcomes(workspace, systems))
    const profile = isMixed ? `: ${code(workspace.profile)}` : ''
    const key = [profile, ...cells].join()
    const known = alike.get(key) ?? { cells, profile, names: [], order }
    known.names.push(text(labels.get(workspace.id.toLowerCase()) ?? '', 60))
    alike.set(key, known)
  }
  const rows = [...alike.values()]
    .sort((a, b) => b.order - a.order)
    .map(({ names, profile, cells }) => [listed(names, limits.names) + profile, ...cells])
  return {
    ...table(['Workspace', 'Findings', 'Open', 'Passed'], rows, ['l', 'l', 'l', 'l']),
    more: (left) => (left > 0 ? `\n\n… and ${count(left)} more rows.` : ''),
    unit: ['row of the overview', 'rows of the overview'],
  }
}

function columnsOf(outcomes: Map<string, Outcome>): { cells: string[]; order: number } {
  const columns: { failed: string[]; open: string[]; passed: string[] } = { failed: [], open: [], passed: [] }
  let order = 0
  for (const [system, outcome] of outcomes) {
    const word = systemWord(system)
    if (outcome.kind === 'failed') order += 100 ** (3 - rank(outcome.severity))
    if (outcome.kind === 'failed') columns.failed.push(`${word} (${severityWords[outcome.severity].toLowerCase()})`)
    if (outcome.kind === 'open') columns.open.push(outcome.severity === 'info' ? `${word} (advice)` : word)
    if (outcome.kind === 'passed') columns.passed.push(word)
    if (outcome.kind === 'waived') columns.passed.push(`${word} (waived)`)
  }
  const cells = [columns.failed, columns.open, columns.passed].map((names) => names.join(', ') || '–')
  return { cells, order }
}

function systemWord(system: string): string {
  return systemWords[system] ?? text(system, 40)
}

function isUnused(outcome: Outcome | undefined): boolean {
  return outcome === undefined || outcome.kind === 'not-used' || outcome.kind === 'switched-off'
}

const words: Record<string, string> = {
  waived: 'waived',
  passed: '✅ passed',
  guaranteed: 'by the platform',
  inherited: "the hub's",
  'switched-off': 'switched off',
  'not-used': 'not used',
}

function outcomeWords(outcome: Outcome, { conclusion }: Report, policy: Policy): string {
  if (outcome.kind === 'open' && outcome.severity === 'info') return 'open (advice)'
  if (outcome.kind === 'open') return `⚠️ open (${severityWords[outcome.severity].toLowerCase()})`
  if (outcome.kind !== 'failed') return words[outcome.kind] ?? ''
  const word = severityWords[outcome.severity].toLowerCase()
  if (!reaches(outcome.severity, policy.failOnSeverity)) return word
  return `${failsJob(conclusion, policy) ? '❌' : '⚠️'} **${word}**`
}
