import type { Severity, WorkspaceReport } from '../../model.ts'
import { rank } from '../../severity.ts'
import { count } from '../../text.ts'
import { labelOf } from '../view/labels.ts'
import { portalUrl, severityWords, systems as systemWords } from '../view/names.ts'
import { bySystem, outcomes, type SystemOutcome } from '../view/outcome.ts'
import type { View } from '../view/view.ts'
import { html, link, paragraph } from './markup.ts'

/** The workspaces with their numbers, the worst first, in pieces. */
export function* workspaceTable({ report, context, labels }: View): Generator<string> {
  const heads = ['Workspace', 'High', 'Medium', 'Low', 'Undecided', 'Waived', 'Passed', 'Profile', 'Kind', 'Region']
  yield* opening('workspaces', 'Workspaces', 'Recommendations are not counted.', heads)
  for (const workspace of byWorst(report.workspaces)) {
    const numbers = numbersOf(workspace)
    const { id, counts, profile, kind, location } = workspace
    const cells = [
      ...numbers.map((number, index) => `<td class="n${number > 0 ? ` ${columns[index]}` : ''}">${count(number)}`),
      `<td class="n">${count(counts.waived)}<td class="n">${count(counts.pass)}`,
      ...[profile, kind, location].map((value) => `<td>${html(value, 60)}`),
    ]
    yield `<tr><th scope="row">${link(html(labelOf(id, labels)), portalUrl(id, context))}${cells.join('')}\n`
  }
  yield '</tbody></table></div></section>\n'
}

const columns = ['high', 'medium', 'low', 'unknown']

function numbersOf({ findings }: WorkspaceReport): number[] {
  const numbers = [0, 0, 0, 0]
  for (const { status, severity } of findings) {
    const column = status === 'unknown' ? 3 : rank(severity)
    if (severity !== 'info' && (status === 'fail' || status === 'unknown')) numbers[column] = (numbers[column] ?? 0) + 1
  }
  return numbers
}

/** The worst first. */
export function byWorst(workspaces: WorkspaceReport[]): WorkspaceReport[] {
  return workspaces
    .map((workspace) => ({ workspace, numbers: numbersOf(workspace) }))
    .sort((a, b) => worstFirst(a.numbers, b.numbers))
    .map(({ workspace }) => workspace)
}

function worstFirst(a: number[], b: number[]): number {
  return a.map((number, index) => (b[index] ?? 0) - number).find((difference) => difference !== 0) ?? 0
}

/** What came out for each system of each workspace, in pieces. */
export function* matrix({ report, context, labels }: View): Generator<string> {
  const systems = bySystem(context.checks)
  const isUsed = (system: string) => report.workspaces.some((workspace) => used(workspace, system))
  const used = (workspace: WorkspaceReport, system: string) => {
    const { kind } = outcomes(workspace, new Map([[system, systems.get(system) ?? []]])).get(system) as SystemOutcome
    return kind !== 'not-used'
  }
  const shown = new Map([...systems].filter(([system]) => isUsed(system)))
  const unused = [...systems.keys()].filter((system) => !shown.has(system)).map(nameOf)
  const legend = `Each cell shows the worst result of the checks of a system; – means not used${unused.length > 0 ? `, and no workspace uses: ${unused.join(', ')}` : ''}.`
  yield* opening('matrix', 'What was checked', legend, ['Workspace', ...[...shown.keys()].map(nameOf)], shortLegend)
  for (const workspace of report.workspaces) {
    const cells = [...outcomes(workspace, shown).values()].map(cell).join('')
    yield `<tr><th scope="row">${html(labelOf(workspace.id, labels))}${cells}\n`
  }
  yield '</tbody></table></div></section>\n'
}

function nameOf(system: string): string {
  return systemWords[system] ?? html(system, 40)
}

const words = {
  waived: 'Waived',
  passed: 'Passed',
  guaranteed: 'By the platform',
  manual: 'For people to judge',
  inherited: 'From the hub',
  'switched-off': 'Switched off',
  'not-used': '–',
}

/** The same where paper leaves no room for words. */
const short = {
  waived: 'W',
  passed: 'ok',
  guaranteed: 'P',
  manual: 'J',
  inherited: 'hub',
  'switched-off': 'off',
  'not-used': '–',
}

const shortSeverity: Record<Severity, string> = { high: 'H', medium: 'M', low: 'L', info: 'I' }

const shortLegend =
  'H, M, L, I: failed with high, medium, low or info severity; with a question mark: undecided; W: waived; ok: passed; P: guaranteed by the platform; J: for people to judge; hub: inherited from the hub; off: switched off; –: not used.'

function cell(outcome: SystemOutcome): string {
  if (outcome.kind === 'failed')
    return td(outcome.severity, shortSeverity[outcome.severity], severityWords[outcome.severity])
  if (outcome.kind === 'undecided') return undecidedCell(outcome.severity)
  return td(outcome.kind === 'passed' ? 'pass' : '', short[outcome.kind], words[outcome.kind])
}

function undecidedCell(severity: Severity): string {
  const word = `Undecided (${severityWords[severity].toLowerCase()})`
  return td(severity === 'info' ? '' : 'unknown', `?${shortSeverity[severity]}`, word)
}

function td(kind: string, printed: string, word: string): string {
  return `<td${kind && ` class="${kind}"`} data-short="${printed}">${word}`
}

function* opening(id: string, title: string, intro: string, heads: string[], printed = ''): Generator<string> {
  yield `<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}</h2>
${paragraph(intro, 'facts')}${paragraph(printed, 'facts print')}
<div class="scroll" role="region" tabindex="0" aria-label="${title}, a table"><table class="sort"><thead><tr>${heads
    .map((head) => `<th scope="col">${head}`)
    .join('')}</thead><tbody>
`
}
