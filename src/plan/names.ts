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
  const known = namesByPath.get(type) ?? new Map<string, string[]>()
  namesByPath.set(type, known)
  const names = known.get(path) ?? settersOf(type, path)
  known.set(path, names)
  return names
}

/** By what the provider calls the type. The paths are those that checks read: few, and asked for with each finding. */
const namesByPath = new Map<string, Map<string, string[]>>()

function settersOf(type: string, path: string): string[] {
  const declared = [declarations.get(type), partDeclarations.get(type)].flatMap((one) => one ?? [])
  const settings = declared.flatMap(({ settings, items }) => [
    ...settings.map(([property, mapping]) => [pathOf(property), mapping] as const),
    ...items.map(({ list, value }) => [list.path, value] as const),
  ])
  const setters = settings.filter(([its]) => overlap(its.toLowerCase(), path.toLowerCase()))
  return [...new Set(setters.flatMap(([, { attributes }]) => attributes))]
}
