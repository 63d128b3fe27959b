import { text } from '../escape.ts'
import type { Group } from '../items.ts'
import { plural, resourceNames, ruleLink, severityWords } from '../names.ts'
import type { Section } from './budget.ts'
import { fixes } from './fixes.ts'
import { table } from './table.ts'
import type { View } from './view.ts'

/** Failures that fail no job: a row a check, their fixes folded away. */
export function belowTheGate(view: View): Section[] {
  const { below, report, context } = view
  const advice = adviceWords(view)
  if (below.length === 0) return advice === '' ? [] : [{ rank: 4, open: advice, rows: [] }]
  const title = context.policy.failOnSeverity === 'never' ? 'Findings' : 'Below the gate'
  const isFolded = report.conclusion === 'pass' && context.policy.failOnSeverity !== 'never'
  const { open, rows } = table(
    ['Severity', 'Not met', 'Where'],
    below.map((group) => cells(group, view)),
    ['l', 'l', 'l'],
  )
  const [before, after] = isFolded
    ? [`<details><summary><b>${title}</b>: ${severities(below)}</summary>\n\n`, '\n\n</details>']
    : [`### ${title}\n\n`, '']
  return [
    {
      rank: 4,
      open: before + open,
      rows,
      most: view.limits.rows,
      more: (left) => [left > 0 ? `\n\n… and ${plural(left, 'more check')}.` : '', advice && `\n\n${advice}`].join(''),
      close: after,
      unit: ['check', 'checks'],
    },
    ...fixes(below, 5, view),
  ]
}

function cells({ check, severity, items }: Group, { context, limits }: View): string[] {
  const atCreation = items.some(({ finding }) => finding.creationOnly) ? ' (only at creation)' : ''
  const resources = items.map(({ resource }) => resource)
  return [
    severityWords[severity],
    ruleLink(text(check.title), check.id, context),
    resourceNames(resources, limits.names) + atCreation,
  ]
}

function severities(groups: Group[]): string {
  const items = groups.flatMap((group) => group.items)
  const words = (['high', 'medium', 'low'] as const).map((severity) => {
    const found = items.filter((item) => item.severity === severity).length
    return found === 0 ? '' : `${found} ${severity}`
  })
  return words.filter((word) => word !== '').join(', ')
}

/** Advice never fails a job, so it is only counted. */
function adviceWords({ advice }: View): string {
  return advice === 0 ? '' : `${plural(advice, 'piece of advice is', 'pieces of advice are')} only counted here.`
}
