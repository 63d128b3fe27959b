import { parseResourceId } from '../evidence/resource-id.ts'
import type { Name, Part, Step } from '../model.ts'

/** What is to be done about a failure, one step after the other; null where nothing is. */
export type Remedy = Step | Step[] | null

/** What has a name and stands in Azure: a resource, or anything else that a check judges. */
interface Called {
  id: string
  name: string
}

/** A sentence or more. What is put in as text belongs to it; what is called something stands in it by its name. */
export function instruction(words: TemplateStringsArray, ...values: (string | Called)[]): Step {
  const parts = words.flatMap((text, index): Part[] => {
    const value = values[index]
    return [text, ...(value === undefined ? [] : [typeof value === 'string' ? value : nameOf(value)])]
  })
  return { instruction: fitting(joined(parts)) }
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

/** What stands for something that could not be found has the id of what names it, and is not called like that. */
function nameOf({ id, name }: Called): Name {
  return id.toLowerCase().endsWith(`/${name.toLowerCase()}`) ? { name, id } : { name }
}

/** An array that has grown keeps room for more, and a large estate has a hundred thousand of these. */
function fitting(parts: Part[]): Part[] {
  return parts.slice()
}

/** Texts that follow each other as one, so that equal advice is equal however it was put together. */
function joined(parts: Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else if (part !== '') all.push(part)
  }
  return all
}
