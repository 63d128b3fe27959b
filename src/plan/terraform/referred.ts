import { parseResourceId } from '../../evidence/resource-id.ts'
import type { Declaration } from '../../resources/terraform/declaration.ts'
import { declarations } from '../../resources/terraform/index.ts'
import { references } from '../../resources/terraform/references.ts'
import type { AttributesOf, Ids } from './ids.ts'
import type { Node } from './nodes.ts'
import { find, textOf } from './tree.ts'

/** What an attribute will be to which another resource refers; without an attribute, the id. */
export function referredTo(node: Node, attribute: string, { idOf }: Ids, attributesOf: AttributesOf): string | null {
  if (attribute === '') return textOf(idOf(node))
  const known = find(node, 'after', attribute)
  if (known.is === 'value') return textOf(known.value)
  const id = idOf(node)
  // what is only read is there already, and nothing stands in for it
  if (node.isData && attribute !== 'id') return null
  const make = computedBy(node.type, attribute)
  if (make && typeof id === 'string') return textOf(make(attributesOf(node, 'after'), id))
  if (attribute === 'name' && typeof id === 'string') return parseResourceId(id)?.name ?? null
  return attribute === 'id' ? textOf(id) : null
}

type Computed = Declaration['computed']

function computedBy(type: string, attribute: string): Computed[string] | undefined {
  const computed = declarations.get(type)?.computed ?? references.get(type)?.computed ?? ofAnyIdentity
  return Object.hasOwn(computed, attribute) ? computed[attribute] : undefined
}

const ofAnyIdentity: Computed = {
  'identity.principal_id': (attributes) => attributes.standIn.guid('identity'),
}
