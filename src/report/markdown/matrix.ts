import type { Policy, Severity, WorkspaceReport } from '../../model.ts'
import { counts, failsJob } from '../../policy.ts'
import { code, text } from '../view/escape.ts'
import { worst } from '../view/items.ts'
import { workspaceNames } from '../view/labels.ts'
import { count, listed, systems as systemWords } from '../view/names.ts'
import { bySystem, type Outcome, outcomes } from '../view/outcome.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { table } from './table.ts'

interface Row {
  workspace: WorkspaceReport
  outcomes: Map<string, Outcome>
  failed: Record<Severity, number>
  undecided: number
  /** failed or undecided, and able to fail the job */
  gated: { fail: number; unknown: number }
  /** the worst that counts against the job, in each system where something does */
  gates: Map<string, Severity | 'open'>
}

/** Above this, workspaces with nothing to do are only counted. */
const MANY = 10

/** Workspaces down, worst first, and systems across, of which those are left out that are well everywhere. */
export function matrix({ report, context, limits, labels }: View): Section[] {
  const systems = bySystem(context.checks)
  const all = report.workspaces.map((workspace) => rowOf(workspace, systems, context.policy))
  const columns = [...systems.keys()].filter((system) => all.some((row) => isRemarkable(row.outcomes.get(system))))
  if (columns.length === 0) return []
  const isMany = all.length > MANY
  const shown = all.filter((row) => !isMany || work(row) > 0).sort((a, b) => work(b) - work(a))
  const isMixed = new Set(report.workspaces.map(({ profile }) => profile)).size > 1
  const isFailing = failsJob(report.conclusion, context.policy)
  const rows = shown.map((row) => [
    workspaceNames([row.workspace.id], labels, 1) + (isMixed ? `, ${code(row.workspace.profile)}` : ''),
    ...columns.map((system) => cell(row, system, isFailing)),
  ])
  const head = ['Workspace', ...columns.map((system) => shortWords[system] ?? word(system))]
  const well = [...systems.keys()].filter((system) => all.every((row) => row.outcomes.get(system)?.kind === 'passed'))
  return [
    {
      ...table(head, rows, ['l', ...columns.map(() => 'c')]),
      rank: 2,
      most: isMany ? limits.rows : rows.length,
      more: (left) => `${remaining(left, all.length - shown.length)}\n\n${legend(rows, well)}`,
      unit: ['workspace', 'workspaces'],
    },
  ]
}

/** The head of a column is no wider than what stands below it, as far as that can be. */
const shortWords: Record<string, string> = {
  workspace: 'Settings',
  'key-vault': 'Vaults',
  'container-registry': 'Registry',
  diagnostics: 'Logs',
  metadata: 'Metadata',
  kubernetes: 'AKS',
  'container-instance': 'ACI',
  'virtual-machine': 'VMs',
  secrets: 'Secrets',
  provider: 'Providers',
}

function rowOf(workspace: WorkspaceReport, systems: Map<string, string[]>, policy: Policy): Row {
  const row: Row = {
    workspace,
    outcomes: outcomes(workspace, systems),
    failed: { high: 0, medium: 0, low: 0, info: 0 },
    undecided: 0,
    gated: { fail: 0, unknown: 0 },
    gates: new Map(),
  }
  for (const finding of workspace.findings) {
    const { status, severity, check } = finding
    if (status !== 'fail' && status !== 'unknown') continue
    if (status === 'fail') row.failed[severity] += 1
    else if (severity !== 'info') row.undecided += 1
    if (!counts(finding, policy)) continue
    row.gated[status] += 1
    const system = check.split('/', 1)[0] ?? ''
    const known = row.gates.get(system)
    if (status === 'unknown') row.gates.set(system, known ?? 'open')
    else row.gates.set(system, known === undefined || known === 'open' ? severity : worst([known, severity]))
  }
  return row
}

function isRemarkable(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'failed' || outcome?.kind === 'open' || outcome?.kind === 'waived'
}

const wells: Record<string, string> = {
  waived: 'waived',
  passed: '✓',
  guaranteed: 'platform',
  manual: 'people',
  inherited: 'hub',
  'switched-off': 'off',
  'not-used': '–',
}

function cell({ outcomes, gates }: Row, system: string, isFailing: boolean): string {
  const gate = gates.get(system)
  if (gate) return `${isFailing && gate !== 'open' ? '❌' : '⚠️'}\u00a0**${gate === 'open' ? '?' : gate}**`
  const outcome = outcomes.get(system)
  if (outcome?.kind !== 'failed' && outcome?.kind !== 'open') return wells[outcome?.kind ?? 'not-used'] ?? ''
  return outcome.kind === 'open' && outcome.severity !== 'info' ? '?' : outcome.severity
}

/** Says what the words in the cells mean, as far as they occur. */
function legend(rows: string[][], well: string[]): string {
  const used = new Set(rows.flatMap((row) => row.slice(1).map((said) => said.replace(/[^\p{L}✓–?]/gu, ''))))
  const parts: [string[], string][] = [
    [['high', 'medium', 'low'], 'severity of the worst failed check'],
    [['info'], 'recommendations only'],
    [['?'], 'undecided'],
    [['waived'], 'accepted by a waiver'],
    [['✓'], 'passed'],
    [['platform'], 'guaranteed by the platform'],
    [['people'], 'for people to judge'],
    [['hub'], 'inherited from the hub'],
    [['off'], 'switched off'],
    [['–'], 'not used'],
  ]
  const said = parts.flatMap(([words, meaning]) => {
    const present = words.filter((each) => used.has(each))
    return present.length === 0 ? [] : [`${present.join(', ')}: ${meaning}`]
  })
  if (well.length > 0) said.push(`passed everywhere: ${listed(well.map(word), well.length)}`)
  return `<sub>${said.join(' · ')}</sub>`
}

/** One number to sort by: what fails the job counts before all others, then the worst severity. */
function work({ failed, gated, undecided }: Row): number {
  return [gated.fail, gated.unknown, failed.high, failed.medium, failed.low, undecided].reduce(
    (sum, value) => sum * 500 + Math.min(value, 499),
    0,
  )
}

function word(system: string): string {
  return systemWords[system] ?? text(system, 40)
}

function remaining(left: number, clean: number): string {
  const parts = [
    left > 0 && `${count(left)} with fewer findings`,
    clean > 0 && `${count(clean)} without findings`,
  ].filter(Boolean)
  return parts.length === 0 ? '' : `\n\n… and ${parts.join(', ')}.`
}
