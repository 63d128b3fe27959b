import { remedies } from '../command.ts'
import type { Group } from '../items.ts'
import { count, resourceNames } from '../names.ts'
import type { Section } from './budget.ts'
import { problemOf } from './subject.ts'
import type { View } from './view.ts'

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

function fix(group: Group, isNamed: boolean, { limits }: View): string {
  const items = group.items.filter(({ finding }) => finding.remediation !== null)
  const all = [...new Set(items.map(({ finding }) => finding.remediation ?? ''))]
  if (all.length === 0) return ''
  const left = all.length - Math.min(all.length, limits.fixes)
  const where = resourceNames(
    items.map(({ resource }) => resource),
    limits.names,
  )
  const heading = isNamed ? `**${problemOf(group).heading}** · ${where}` : ''
  const more = left > 0 ? `… and the same for ${count(left)} more.` : ''
  return [heading, remedies(all.slice(0, limits.fixes)), more].filter((part) => part !== '').join('\n\n')
}
