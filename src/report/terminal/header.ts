import { failsJob } from '../../judge/policy.ts'
import type { Report } from '../../model.ts'
import { count, plural } from '../../text.ts'
import { shareRead } from '../view/unreadable.ts'
import { verdict } from '../view/verdict.ts'
import type { View } from '../view/view.ts'
import { type Line, type Style, wrapped } from './line.ts'
import { prose } from './prose.ts'

/** The verdict, and what it is about. */
export function header({ report, context }: View, width: number): Line[] {
  const [symbol, style] = mark(report, context)
  const spans = [
    { text: symbol, style },
    { text: ` ${verdict(report, context)}`, style: 'bold' as const },
  ]
  const heading = wrapped(spans, width, ['', '  '])
  const sentences = [scope(report), since(report, context), shareRead(report), reader(report), ...context.notes]
  const said = sentences.flatMap((sentence) => [...prose(sentence), { text: ' ' }])
  return [...heading, [], ...wrapped(said, width, ['  ', '  '])]
}

function mark(report: Report, { policy }: View['context']): [string, Style] {
  if (report.conclusion === 'pass') return ['✓', 'boldGreen']
  return report.conclusion === 'fail' && failsJob(report.conclusion, policy) ? ['✗', 'boldRed'] : ['!', 'boldYellow']
}

function scope({ summary }: Report): string {
  if (summary.workspaces === 0) return 'Nothing was checked. What cannot be seen does not count as passed.'
  return `${plural(summary.workspaces, 'Azure Machine Learning workspace')}, ${plural(summary.pass, 'check')} passed.`
}

function since({ summary }: Report, { comparison }: View['context']): string {
  if (summary.new === null || summary.fixed === null || comparison?.since === '') return ''
  return `Since the baseline: ${count(summary.new)} new, ${count(summary.fixed)} fixed.`
}

/** Whoever has several sessions wants to know which of them saw this; of a replay the notes say where it comes from. */
function reader({ run: { tenant, identity, judgedFrom } }: Report): string {
  if (judgedFrom !== null || (tenant ?? identity) === null) return ''
  return `Read${identity === null ? '' : ` by ${identity}`}${tenant === null ? '' : ` in tenant ${tenant}`}.`
}
