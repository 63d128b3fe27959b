import { count, plural } from '../../text.ts'
import { text } from '../view/escape.ts'
import type { Group } from '../view/items.ts'
import { resourceNames } from '../view/labels.ts'
import { ruleLink, severityWords } from '../view/names.ts'
import { tally } from '../view/tally.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { fixes } from './fixes.ts'
import { table } from './table.ts'

/** Failures that fail no job: a row a check, their fixes folded away. */
export function belowTheGate(view: View): Section[] {
  const { below, report, context } = view
  const advice = adviceWords(view)
  if (below.length === 0) return advice === '' ? [] : [{ rank: 4, open: advice, rows: [] }]
  const title = context.policy.failOnSeverity === 'never' ? 'Findings' : 'Other findings (they do not fail the job)'
  const isFolded = report.conclusion === 'pass' && context.policy.failOnSeverity !== 'never'
  const { open, rows } = table(
    ['Severity', 'Failure', 'Where'],
    below.map((group) => cells(group, view)),
    ['l', 'l', 'l'],
  )
  const [before, after] = isFolded
    ? [`<details><summary><b>${title}</b>: ${severities(view)}</summary>\n\n`, '\n\n</details>']
    : [`### ${title}\n\n`, '']
  return [
    {
      rank: 4,
      open: before + open,
      rows,
      most: view.limits.rows,
      sizes: below.map(({ items }) => tally(items)),
      more: (rows, findings) => [rest(rows, findings), advice].flatMap((part) => (part ? `\n\n${part}` : [])).join(''),
      close: after,
      unit: ['finding', 'findings'],
    },
    ...fixes(below, 5, view),
  ]
}

function cells({ check, severity, items }: Group, { context, labels, limits }: View): string[] {
  const atCreation = items.some(({ finding }) => finding.creationOnly) ? ' (only at creation)' : ''
  const resources = items.map(({ resource }) => resource)
  return [
    severityWords[severity],
    ruleLink(text(check.failed), check.id, context),
    resourceNames(resources, labels, limits.names) + atCreation,
  ]
}

function rest(rows: number, findings: number): string {
  if (rows === 0) return ''
  return `… and ${plural(rows, 'more check')}${findings > rows ? ` with ${plural(findings, 'finding')}` : ''}.`
}

/** Failures that fail no job; also those of what fails it for another workspace, beside which they are shown. */
function severities({ items, gates }: View): string {
  const words = (['high', 'medium', 'low'] as const).map((severity) => {
    const found = tally(items.fail, (finding) => finding.severity === severity && !gates(finding))
    return found === 0 ? '' : `${count(found)} ${severity}`
  })
  return words.filter((word) => word !== '').join(', ')
}

/** Recommendations never fail a job, so they are only counted. */
function adviceWords({ advice }: View): string {
  return advice === 0 ? '' : `${plural(advice, 'recommendation is', 'recommendations are')} not listed here.`
}
