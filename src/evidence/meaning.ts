import { resourceTypes } from '../resources/index.ts'
import type { Property } from '../resources/type.ts'

/** The documented meaning of an absent path, undefined where there is none. Paths and types are lower-cased. */
export function meaningOfAbsence(type: string, path: string): unknown {
  const meant = propertiesOf(type).filter(({ absentAt }) => absentAt.includes(path))
  return meant.reduce<unknown>((sofar, property) => placed(sofar, below(path, property), property.absent), undefined)
}

/** The api-version that introduced a path, when the one it was read with may be older. */
export function introducedIn(type: string, path: string): string | undefined {
  return propertiesOf(type).find((property) => lower(property) === path)?.since
}

/** Paths of a type whose absence means nothing when read with this api-version. */
export function notObservable(type: string, apiVersion: string | null): string[] {
  const isLate = ({ since }: Property) => since !== undefined && (apiVersion === null || apiVersion < since)
  const isHidden = ({ isPreview }: Property) => isPreview && !apiVersion?.endsWith('-preview')
  return propertiesOf(type)
    .filter((property) => isLate(property) || isHidden(property))
    .map(lower)
}

function propertiesOf(type: string): Property[] {
  return resourceTypes[type]?.properties ?? []
}

function lower({ path }: Property): string {
  return path.toLowerCase()
}

/** The names that lead from a path to a property that lies below it. */
function below(path: string, property: Property): string[] {
  const names = path.split('.').length
  return property.path.split('.').slice(names)
}

/** What stands for an absent object has in it what the absence of each of its members means. */
function placed(into: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value
  const members = (into ?? {}) as Record<string, unknown>
  return { ...members, [name]: placed(members[name], rest, value) }
}
