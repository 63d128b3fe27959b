import { listed, plural } from '../../text.ts'
import { code, link, text } from '../view/escape.ts'
import type { View } from '../view/view.ts'
import type { LeftOut } from './budget.ts'

/** What is left out and where it is, then where all of this comes from. */
export function footer(leftOut: LeftOut, view: View): string {
  return [remainder(leftOut, view), origin(view)].filter((part) => part !== '').join('\n\n')
}

function remainder(leftOut: LeftOut, { context }: View): string {
  const counts = [...leftOut.values()].map(({ unit, count }) => plural(count, ...unit))
  if (counts.length === 0) return ''
  const where =
    context.details === null ? 'the JSON report has all' : link('the summary of this run has more', context.details)
  return `_Not shown here: ${listed(counts, counts.length)}; ${where}._`
}

function origin({ report, context }: View): string {
  const { tool, run } = report
  const commit = `${context.serverUrl}/${run.repository}/commit/${run.sha}`
  const parts = [
    link(text(`${tool.name} ${tool.version}`), `${context.docs}/README.md`),
    run.repository === '' ? '' : link('this run', run.url),
    run.sha === '' ? '' : link(code(run.sha.slice(0, 7)), commit),
    `${text(run.finishedAt.slice(0, 16).replace('T', ' '))} UTC`,
  ]
  return `<sub>${parts.filter((part) => part !== '').join(' · ')}</sub>`
}
