import type { Mapping, Settings } from '../../resources/terraform/declaration.ts'
import { declarations, partDeclarations } from '../../resources/terraform/index.ts'
import { identity } from '../../resources/terraform/parts.ts'

/**
 * Whether an attribute is a block that is there only when somebody writes it. Where the plan leaves one open and the
 * configuration shows none, `dynamic` makes it, as often as a value says that nobody knows yet: what the configuration of
 * a plan shows leaves `dynamic` out.
 */
export function isBlock(resource: string, path: string): boolean {
  const known = blocks.get(resource) ?? blocksOf(resource)
  blocks.set(resource, known)
  return known.has(path)
}

const blocks = new Map<string, ReadonlySet<string>>()

function blocksOf(resource: string): ReadonlySet<string> {
  const [declared, part] = [declarations.get(resource), partDeclarations.get(resource)]
  const mappings = [declared, part].flatMap((one) => (one ? [...mapped(one.settings), ...one.items.map(inItem)] : []))
  const all = resource.startsWith('azapi_') ? mapped(identity) : mappings
  const found = new Set(
    all.flatMap(({ attributes, block }) => [...attributes.flatMap(around), ...(block ? [block] : [])]),
  )
  for (const name of declared?.filledIn ?? []) found.delete(name)
  return found
}

const mapped = (settings: Settings): Mapping[] => settings.map(([, mapping]) => mapping)
const inItem = ({ value }: { value: Mapping }) => value

/** The blocks that lead to an attribute. */
function around(path: string): string[] {
  const keys = path.split('.').slice(0, -1)
  return keys.map((_, index) => keys.slice(0, index + 1).join('.'))
}
