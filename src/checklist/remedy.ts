import { parseResourceId } from '../evidence/resource-id.ts'
import type { Part, Step } from '../model.ts'
import { fitting, type Put, partsIn, type Value } from '../said.ts'

/** What is to be done about a failure, one step after the other; null where nothing is. */
export type Remedy = Step | Step[] | null

/** A sentence or more: as `said`. */
export function instruction<const V extends readonly Value[]>(words: TemplateStringsArray, ...values: Put<V>): Step {
  return { instruction: partsIn(words, values) }
}

/** An `az` command: words as they are written, and what is put in, each as one argument, whatever it holds. */
export function az(words: TemplateStringsArray, ...values: (Part | Part[])[]): Step {
  const parts = words.flatMap((text, index) => [...text.split(/\s+/).filter(Boolean), ...[values[index] ?? []].flat()])
  return { command: fitting(['az', ...parts]) }
}

/** The options by which `az` finds a resource, whatever the default subscription is. */
export function named(id: string, option = '--name'): Part[] {
  const at = parseResourceId(id)
  if (!at) return [option, { name: id }]
  const where = ['--resource-group', { name: at.resourceGroup }, '--subscription', { name: at.subscriptionId }]
  return [option, { name: at.name }, ...where]
}
