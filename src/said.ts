import type { Name, Part, Said } from './model.ts'
import { enumerated } from './text.ts'

/**
 * Words that are written in the source. The compiler refuses a text that may hold anything, because in words no pseudonym
 * replaces a name: what was read is put in as a name.
 */
export type Written<T> = [T] extends [string] ? (Record<never, never> extends Record<T, unknown> ? Unseen : T) : T

type Unseen = 'What was read stands in words as a name: said`… ${{ name }} …`'

/** What has a name, and the id of what is called so where that is known. */
export type Value = string | number | Name | Part[] | Said

/** These values, unless one of them is a text that nobody has seen. */
export type Put<V extends readonly Value[]> = { [K in keyof V]: V[K] & Written<V[K]> }

/** A sentence or more, with names as values: a resource by its name, `${{ name }}` for any other text that was read. */
export function said<const V extends readonly Value[]>(words: TemplateStringsArray, ...values: Put<V>): Said {
  const parts = partsIn(words, values)
  const [first = '', ...more] = parts
  return typeof first === 'string' && more.length === 0 ? first : parts
}

/** The same, always in parts. */
export function partsIn(words: TemplateStringsArray, values: readonly Value[]): Part[] {
  return fitting(joined(words.flatMap((text, index): Part[] => [text, ...partsOf(values[index])])))
}

/** Names with commas between them. */
export function separated(all: readonly (Name | Said)[]): Part[] {
  return all.flatMap((one, index) => [...(index === 0 ? [] : [', ']), ...partsOf(one)])
}

/** `a and b`, `a, b and 3 more`: as `listed`. */
export function listing(all: readonly (Name | Said)[], limit: number): Part[] {
  return enumerated(all, limit).flatMap(partsOf)
}

/** Text of ours, put together from what cannot be a name: numbers, dates, terms of Azure. */
export function words(text: string): Part[] {
  return [text]
}

/** Text that others wrote, with whatever names there are in it. */
export function foreign(text: string): Part[] {
  return [{ name: text }]
}

/** A resource by the last part of its id. */
export function resourceName(id: string): Name {
  const name = id.slice(id.lastIndexOf('/') + 1)
  return id.startsWith('/') ? { name, id } : { name }
}

export function asText(message: Said): string {
  return typeof message === 'string' ? message : message.map(nameIn).join('')
}

export function nameIn(part: Part): string {
  return typeof part === 'string' ? part : part.name
}

function partsOf(value: Value | undefined): Part[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  return [typeof value === 'object' ? nameOf(value) : String(value)]
}

/** What stands for something that could not be found has the id of what names it, and is not called like that. */
function nameOf({ id, name }: Name): Name {
  return id?.toLowerCase().endsWith(`/${name.toLowerCase()}`) ? { name, id } : { name }
}

/** An array that has grown keeps room for more, and a large estate has a hundred thousand of these. */
export function fitting(parts: Part[]): Part[] {
  return parts.slice()
}

/** Texts that follow each other as one, so that what is equal is so however it was put together. */
function joined(parts: Part[]): Part[] {
  const all: Part[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (typeof part === 'string' && typeof last === 'string') all[all.length - 1] = last + part
    else if (part !== '') all.push(part)
  }
  return all
}
