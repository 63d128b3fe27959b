import { failedCount, failsJob, reaches, undecidedCount } from '../../judge/policy.ts'
import type { Policy, Report } from '../../model.ts'
import { count, listed } from '../../text.ts'
import { code, text } from '../view/escape.ts'
import { labelOf } from '../view/labels.ts'
import { severityWords, systems as systemWords } from '../view/names.ts'
import { bySystem, outcomes, type SystemOutcome } from '../view/outcome.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { table } from './table.ts'
import { waived, withoutVerdict } from './waived.ts'

/** Up to so many workspaces stand side by side. */
const SIDE_BY_SIDE = 3

/** Everything that was checked, folded away. */
export function everything(view: View): Section[] {
  const { report } = view
  if (report.workspaces.length === 0) return []
  const systems = report.workspaces.length <= SIDE_BY_SIDE ? sideBySide(view) : null
  const rest = [...withoutVerdict(view), ...waived(view), '</details>']
  const open = `<details><summary><b>Everything that was checked</b>: ${numbers(view)}</summary>`
  return systems
    ? [{ ...systems, rank: 6, open: `${open}\n\n${systems.open}`, close: `\n\n${rest.join('\n\n')}` }]
    : [{ rank: 6, open: [open, ...rest].join('\n\n'), rows: [] }]
}

function numbers({ report: { summary }, advice }: View): string {
  const words: [number, string][] = [
    [summary.pass, 'passed'],
    [failedCount(summary), 'failed'],
    [undecidedCount(summary), 'undecided'],
    [summary.waived, 'waived'],
    [advice, advice === 1 ? 'recommendation' : 'recommendations'],
    [summary.attested, 'guaranteed by the platform'],
    [summary.manual, 'for people to judge'],
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
    ...columns.map((column) => outcomeWords(column.get(system) as SystemOutcome, report, context.policy)),
  ])
  const profiles = ['Profile', ...report.workspaces.map(({ profile }) => code(profile))]
  const head = ['', ...report.workspaces.map(({ id }) => text(labelOf(id, labels), 200))]
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

function systemWord(system: string): string {
  return systemWords[system] ?? text(system, 40)
}

function isUnused(outcome: SystemOutcome | undefined): boolean {
  return outcome === undefined || outcome.kind === 'not-used' || outcome.kind === 'switched-off'
}

const words: Record<string, string> = {
  waived: 'waived',
  passed: '✅ passed',
  guaranteed: 'guaranteed by the platform',
  manual: 'for people to judge',
  inherited: 'inherited from the hub',
  'switched-off': 'switched off',
  'not-used': 'not used',
}

function outcomeWords(outcome: SystemOutcome, { conclusion }: Report, policy: Policy): string {
  if (outcome.kind === 'undecided' && outcome.severity === 'info') return 'undecided (info)'
  if (outcome.kind === 'undecided') return `⚠️ undecided (${severityWords[outcome.severity].toLowerCase()})`
  if (outcome.kind !== 'failed') return words[outcome.kind] ?? ''
  const word = severityWords[outcome.severity].toLowerCase()
  if (!reaches(outcome.severity, policy.failOnSeverity)) return word
  return `${failsJob(conclusion, policy) ? '❌' : '⚠️'} **${word}**`
}
