import type { Ports, Terminal } from '../ports.ts'
import { jsonReport } from '../report/json.ts'
import { renderSummary } from '../report/markdown/markdown.ts'
import { terminalReport } from '../report/terminal/terminal.ts'
import { verdict } from '../report/view/verdict.ts'
import { inert } from '../text.ts'
import { writeFiles } from './files.ts'
import type { Publication, Result } from './model.ts'
import { publicationOf } from './result.ts'

/** Writes the files that are asked for, and prints the outcome where somebody waits for it. Returns the verdict in a sentence. */
export async function show(result: Result, terminal: Terminal, ports: Ports): Promise<string> {
  const publication = await publicationOf(result, ports)
  const { report, context, warnings, configuration } = publication
  // the other formats have them among their notes
  if (terminal.format === 'json') for (const warning of [...warnings, ...configuration]) ports.log.warning(warning)
  const { paths } = writeFiles(result, publication, ports)
  terminal.print(printed(publication, result, terminal, paths))
  return verdict(report, context)
}

function printed(
  publication: Publication,
  { inputs }: Result,
  terminal: Terminal,
  written: string[],
): Iterable<string> {
  const { header, report, context } = publication
  if (terminal.format === 'json')
    return visible(jsonReport({ ...header, plan: report.plan }, publication.whole(), inputs.policy))
  if (terminal.format === 'markdown') return [inert(renderSummary(report, context))]
  return [inert(terminalReport(report, context, terminal, written))]
}

/** JSON leaves characters as they are that a terminal obeys or nobody sees, and what a runner takes for its commands. */
function* visible(pieces: Iterable<string>): Generator<string> {
  const active = /[^\P{C}\n]|#(?=#(?:vso)?\[)/giu
  for (const piece of pieces) yield piece.replace(active, (text) => text.split('').map(escaped).join(''))
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
