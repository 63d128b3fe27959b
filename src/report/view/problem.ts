import type { Policy } from '../../model.ts'
import type { Group, Item } from './items.ts'
import { sentenceOf } from './sentence.ts'
import { withoutPeriod } from './verdict.ts'

const HEADING = 110

/** What is wrong with the resources of a group: in a heading, once for all of them, and for each. */
export interface Problem {
  heading: string
  shared: string
  of: (item: Item) => string
}

/** What the findings say is the heading when they all say the same in few words, else it is what a failure of the check is called. */
export function problemOf({ check, items }: Group, policy: Policy): Problem {
  const said = ({ finding }: Item) => sentenceOf(finding, policy)
  const sentences = new Set(items.map(said))
  const [only = ''] = sentences
  const heading = check.failed
  if (sentences.size > 1) return { heading, shared: '', of: said }
  if (only === '' || only.length > HEADING) return { heading, shared: only, of: () => '' }
  return { heading: withoutPeriod(only), shared: '', of: () => '' }
}
