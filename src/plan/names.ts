import { overlap } from '../evidence/resource.ts'
import { declarations, partDeclarations } from '../resources/terraform/index.ts'
import type { PlannedChange } from './model.ts'
import { parseAddress } from './terraform/address.ts'

/**
 * What sets a property of a resource, as the language of the plan calls it: attributes of the provider, the newest name
 * first; or the property itself, where bodies of Resource Manager are written.
 */
export function namesOf({ source }: PlannedChange, path: string): string[] {
  const type = parseAddress(source.address)?.type ?? ''
  const declared = [declarations.get(type), partDeclarations.get(type)].flatMap((one) => one ?? [])
  const settings = declared.flatMap(({ settings, items }) => [
    ...settings.map(
      ([property, mapping]) => [typeof property === 'string' ? property : property.path, mapping] as const,
    ),
    ...items.map(({ list, value }) => [list.path, value] as const),
  ])
  const setting = settings.filter(([its]) => overlap(its.toLowerCase(), path.toLowerCase()))
  return declared.length === 0 ? [path] : [...new Set(setting.flatMap(([, { attributes }]) => attributes))]
}
