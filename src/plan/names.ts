import { overlap } from '../evidence/resource.ts'
import { declarations, partDeclarations } from '../resources/terraform/index.ts'
import { pathOf } from '../resources/type.ts'
import type { PlannedChange } from './model.ts'
import { parseAddress } from './terraform/address.ts'

/**
 * What sets a property of a resource, as the language of the plan calls it: attributes of the provider, the newest name
 * first; or the property itself, where bodies of Resource Manager are written.
 */
export function namesOf({ source }: PlannedChange, path: string): string[] {
  const type = parseAddress(source.address)?.type ?? ''
  if (!declarations.has(type) && !partDeclarations.has(type)) return [path]
  const known = settersOf.get(type) ?? declared(type)
  settersOf.set(type, known)
  const setters = known.filter(([its]) => overlap(its, path.toLowerCase()))
  return [...new Set(setters.flatMap(([, attributes]) => attributes))]
}

/** A property's path in lower case, and the attributes that set it. */
type Setter = [path: string, attributes: readonly string[]]

/** By what the provider calls the type. */
const settersOf = new Map<string, Setter[]>()

function declared(type: string): Setter[] {
  const all = [declarations.get(type), partDeclarations.get(type)].flatMap((one) => one ?? [])
  return all.flatMap(({ settings, items }) => [
    ...settings.map(([property, mapping]): Setter => [pathOf(property).toLowerCase(), mapping.attributes]),
    ...items.map(({ list, value }): Setter => [list.path.toLowerCase(), value.attributes]),
  ])
}
