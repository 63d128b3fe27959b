import type { Group } from '../view/items.ts'
import { resourceNames } from '../view/labels.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'
import { stepsOf } from './steps.ts'
import { problemOf } from './subject.ts'

/** How to fix what these checks found, folded away. */
export function fixes(groups: Group[], rank: number, view: View): Section[] {
  const rows = groups.map((group) => fix(group, groups.length > 1, view)).filter((row) => row !== '')
  if (rows.length === 0) return []
  return [
    {
      rank,
      open: `<details><summary><b>How to fix ${groups.length > 1 ? 'them' : 'this'}</b></summary>\n\n`,
      rows,
      gap: '\n\n',
      close: '\n\n</details>',
      unit: ['fix', 'fixes'],
    },
  ]
}

function fix(group: Group, isNamed: boolean, view: View): string {
  const { labels, limits } = view
  const items = group.items.filter(({ finding }) => finding.steps.length > 0)
  if (items.length === 0) return ''
  const where = resourceNames(
    items.map(({ resource }) => resource),
    labels,
    limits.names,
  )
  const heading = isNamed ? `**${problemOf(group, view).heading}** · ${where}\n\n` : ''
  const findings = items.map(({ finding }) => finding)
  return heading + stepsOf(findings, labels, limits.fixes)
}
