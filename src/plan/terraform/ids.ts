import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import type { Attributes } from '../../resources/terraform/declaration.ts'
import { declarations } from '../../resources/terraform/index.ts'
import { references } from '../../resources/terraform/references.ts'
import { azapiId } from './azapi-id.ts'
import type { Node } from './nodes.ts'
import { find, open, type Side, textOf } from './tree.ts'

/** The attributes of a resource, as it was or as it will be. */
export type AttributesOf = (node: Node, side: Side) => Attributes

export interface Ids {
  /** the resource's id, an Unknown where nobody can tell; undefined for what is not a resource of Azure */
  idOf(node: Node): unknown
  /** the id that it has in the state: whoever gets another name gets another id */
  formerIdOf(node: Node): unknown
  /** the id of the one resource of a type that has this name */
  named(type: string, name: string): string | undefined
}

/** The ids of the resources of a plan, those that it does not know among them. */
export function idsOf(nodes: readonly Node[], attributesOf: AttributesOf): Ids {
  const ids = new Map<Node, unknown>()
  const idOf = (node: Node): unknown => {
    if (ids.has(node)) return ids.get(node)
    // whoever refers to itself has no id
    ids.set(node, open(node, 'id'))
    const id = madeId(node, node.after === null ? 'before' : 'after', attributesOf)
    ids.set(node, id)
    return id
  }
  return { idOf, formerIdOf: (node) => madeId(node, 'before', attributesOf), named: byName(nodes, idOf) }
}

function madeId(node: Node, side: Side, attributesOf: AttributesOf): unknown {
  const declared = declarations.get(node.type)
  const known = find(node, side, 'id')
  const text = known.is === 'value' ? textOf(known.value) : null
  if (text && (declared === undefined || parseResourceId(text)?.type === declared.type)) return text
  if (node.provider === 'azapi') return azapiId(attributesOf(node, side))
  return (declared ?? references.get(node.type))?.id.from(attributesOf(node, side))
}

function byName(nodes: readonly Node[], idOf: Ids['idOf']): Ids['named'] {
  const byType = new Map<string, Map<string, string[]>>()
  return (type, name) => {
    const ids = byType.get(type) ?? namesOf(type, nodes, idOf)
    byType.set(type, ids)
    const [only, another] = ids.get(name.toLowerCase()) ?? []
    return another === undefined ? only : undefined
  }
}

function namesOf(type: string, nodes: readonly Node[], idOf: Ids['idOf']): Map<string, string[]> {
  const ids = nodes
    .filter((node) => declarations.get(node.type)?.type === type)
    .flatMap((node) => textOf(idOf(node)) ?? [])
  const all = [...new Map(ids.map((id) => [idKey(id), id])).values()]
  return Map.groupBy(all, (id) => (parseResourceId(id)?.name ?? '').toLowerCase())
}
