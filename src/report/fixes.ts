import type { Section } from './budget.ts'
import { commandBlock, isCommand, remedy } from './command.ts'
import type { Group, Item } from './items.ts'
import { count, resourceNames } from './names.ts'
import { creationOnly, problem } from './subject.ts'
import type { View } from './view.ts'

/** How to fix what these checks found, folded away. */
export function fixes(groups: Group[], rank: number, view: View): Section[] {
  const rows = groups.map((group) => fix(group, groups.length > 1, view)).filter((row) => row !== '')
  if (rows.length === 0) return []
  return [
    {
      rank,
      open: '<details><summary><b>How to fix this</b></summary>\n\n',
      rows,
      gap: '\n\n',
      close: '\n\n</details>',
      unit: ['fix', 'fixes'],
    },
  ]
}

function fix(group: Group, isNamed: boolean, { limits }: View): string {
  const remedies = byRemedy(group.items)
  const shown = [...remedies.entries()].slice(0, limits.fixes)
  if (shown.length === 0) return ''
  const left = remedies.size - shown.length
  return [
    isNamed ? `**${problem(group)}.**` : '',
    ...(shown.every(([remediation]) => isCommand(remediation))
      ? [commandBlock(shown.map(([remediation]) => remediation))]
      : shown.map(([remediation, items]) => instruction(remediation, items, limits.names))),
    left > 0 ? `… and ${count(left)} more like ${left === 1 ? 'it' : 'these'}.` : '',
    group.items.some(({ finding }) => finding.creationOnly) ? creationOnly : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Commands name their resource, sentences may not. */
function instruction(remediation: string, items: Item[], limit: number): string {
  return `${resourceNames(
    items.map(({ resource }) => resource),
    limit,
  )}:\n\n${remedy(remediation)}`
}

function byRemedy(items: Item[]): Map<string, Item[]> {
  const remedies = new Map<string, Item[]>()
  for (const item of items) {
    const { remediation } = item.finding
    if (remediation === null) continue
    const known = remedies.get(remediation)
    if (known) known.push(item)
    else remedies.set(remediation, [item])
  }
  return remedies
}
