import { counts, failsJob } from '../../judge/policy.ts'
import type { Policy, Severity, WorkspaceReport } from '../../model.ts'
import { worst } from '../../severity.ts'
import { systems as systemWords } from './names.ts'
import { bySystem, outcomes, type SystemOutcome } from './outcome.ts'
import type { View } from './view.ts'

/** Workspaces down, worst first, and systems across, of which those are left out that are well everywhere. */
export interface Matrix {
  /** the heads of the columns after that of the workspaces */
  heads: string[]
  rows: { workspace: WorkspaceReport; cells: Cell[] }[]
  /** workspaces without findings that are not among the rows */
  clean: number
  /** there are so many workspaces that those with nothing to do are only counted */
  isMany: boolean
  /** systems that passed everywhere, as they are called */
  well: string[]
}

export interface Cell {
  /** a severity, `?`, or what a legend explains */
  word: string
  /** what counts against the job: fails it, or would, or could be either */
  gate: 'failing' | 'counted' | null
}

interface Row {
  workspace: WorkspaceReport
  outcomes: Map<string, SystemOutcome>
  failed: Record<Severity, number>
  undecided: number
  /** failed or undecided, and able to fail the job */
  gated: { fail: number; unknown: number }
  /** the worst that counts against the job, in each system where something does */
  gates: Map<string, Severity | 'undecided'>
}

/** Above this, workspaces with nothing to do are only counted. */
const MANY = 10

/** null where there is nothing to show. */
export function matrixOf({ report, context }: View): Matrix | null {
  const systems = bySystem(context.checks)
  const all = report.workspaces.map((workspace) => rowOf(workspace, systems, context.policy))
  const columns = [...systems.keys()].filter((system) => all.some((row) => isRemarkable(row.outcomes.get(system))))
  if (columns.length === 0) return null
  const isMany = all.length > MANY
  const shown = all.filter((row) => !isMany || work(row) > 0).sort((a, b) => work(b) - work(a))
  const isFailing = failsJob(report.conclusion, context.policy)
  const well = [...systems.keys()].filter((system) => all.every((row) => row.outcomes.get(system)?.kind === 'passed'))
  return {
    heads: columns.map((system) => shortWords[system] ?? word(system)),
    rows: shown.map((row) => ({
      workspace: row.workspace,
      cells: columns.map((system) => cell(row, system, isFailing)),
    })),
    clean: all.length - shown.length,
    isMany,
    well: well.map(word),
  }
}

/** The head of a column is no wider than what stands below it, as far as that can be. */
const shortWords: Record<string, string> = {
  workspace: 'Settings',
  'key-vault': 'Vaults',
  'container-registry': 'Registry',
  diagnostics: 'Logs',
  metadata: 'Metadata',
  kubernetes: 'AKS',
  'ai-services': 'AI',
  'container-instance': 'ACI',
  'virtual-machine': 'VMs',
  secrets: 'Secrets',
  provider: 'Providers',
}

function word(system: string): string {
  return systemWords[system] ?? system
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
    if (status === 'unknown') row.gates.set(system, known ?? 'undecided')
    else row.gates.set(system, known === undefined || known === 'undecided' ? severity : worst([known, severity]))
  }
  return row
}

function isRemarkable(outcome: SystemOutcome | undefined): boolean {
  return outcome?.kind === 'failed' || outcome?.kind === 'undecided' || outcome?.kind === 'waived'
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

function cell({ outcomes, gates }: Row, system: string, isFailing: boolean): Cell {
  const gate = gates.get(system)
  if (gate === 'undecided') return { word: '?', gate: 'counted' }
  if (gate) return { word: gate, gate: isFailing ? 'failing' : 'counted' }
  const outcome = outcomes.get(system)
  if (outcome?.kind !== 'failed' && outcome?.kind !== 'undecided')
    return { word: wells[outcome?.kind ?? 'not-used'] ?? '', gate: null }
  const isUndecided = outcome.kind === 'undecided' && outcome.severity !== 'info'
  return { word: isUndecided ? '?' : outcome.severity, gate: null }
}

const meanings: [words: string[], meaning: string][] = [
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

/** Says what the words in the cells mean, as far as they occur. */
export function legendOf({ rows }: Matrix): string[] {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ word }) => word)))
  return meanings.flatMap(([words, meaning]) => {
    const present = words.filter((each) => used.has(each))
    return present.length === 0 ? [] : [`${present.join(', ')}: ${meaning}`]
  })
}

/** One number to sort by: what fails the job counts before all others, then the worst severity. */
function work({ failed, gated, undecided }: Row): number {
  return [gated.fail, gated.unknown, failed.high, failed.medium, failed.low, undecided].reduce(
    (sum, value) => sum * 500 + Math.min(value, 499),
    0,
  )
}
