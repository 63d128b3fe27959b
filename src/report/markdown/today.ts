import { count } from '../../text.ts'
import type { View } from '../view/view.ts'
import type { Section } from './budget.ts'

/** What is live, folded away below what would be, and left out before it. */
export function today(sections: Section[], { report }: View): Section[] {
  const { failedBySeverity } = report.summary
  if (report.workspaces.length === 0) return []
  const found = (['high', 'medium', 'low'] as const).map(
    (severity) => `${count(failedBySeverity[severity])} ${severity}`,
  )
  return [
    { rank: 0, open: `<details><summary><b>Live today</b>: ${found.join(', ')}</summary>`, rows: [] },
    ...sections.map((section) => ({ ...section, rank: section.rank + AFTER })),
    { rank: 0, open: '</details>', rows: [] },
  ]
}

/** What plans change has ranks up to this. */
const AFTER = 5
