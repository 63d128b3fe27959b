import type { CloudResource, Estate } from '../estate.ts'
import { hexOf } from '../templates.ts'

/** Changes an estate in place: it then says the same in another way, as Azure was recorded to say it. */
export type Habit = (estate: Estate) => void

type Shape = Partial<CloudResource>
type Json = Record<string, unknown>

/** A habit of single resources, wherever they are shown: read alone, listed, or as rows of Resource Graph. */
export function each(wear: (resource: Shape, type: string) => void): Habit {
  return ({ entries }) => {
    for (const { resource, indexed, listed } of entries)
      for (const shape of [resource, indexed, listed]) if (shape) wear(shape, resource.type.toLowerCase())
  }
}

/** The same of one type. */
export function of(type: string, wear: (properties: Json, resource: Shape) => void): Habit {
  return each((resource, own) => {
    if (own === type && isObject(resource.properties)) wear(resource.properties, resource)
  })
}

/** Every text of a resource gives way to what `write` makes of it; names of properties stay. */
export function texts(write: (text: string, property: string, path: string) => string): Habit {
  return each((resource) => rewrite(resource as Json, '', write))
}

function rewrite(
  into: Json | unknown[],
  path: string,
  write: (text: string, property: string, path: string) => string,
) {
  for (const [name, value] of Object.entries(into)) {
    const property = Array.isArray(into) ? (path.split('.').at(-1) ?? '') : name
    const below = Array.isArray(into) ? path : [path, name].filter(Boolean).join('.')
    if (typeof value === 'string') (into as Json)[name] = write(value, property, below)
    else if (typeof value === 'object' && value !== null) rewrite(value as Json, below, write)
  }
}

/** One of several, always the same for the same text. */
export function pick<T>(text: string, ...choices: [T, ...T[]]): T {
  return choices[Number.parseInt(hexOf(text).slice(0, 8), 16) % choices.length] as T
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object at a path of plain names. */
export function objectAt(json: unknown, path: string): Json | undefined {
  const found = path.split('.').reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), json)
  return isObject(found) ? found : undefined
}
