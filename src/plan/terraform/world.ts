import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import type { Attributes, Declaration, Target } from '../../resources/terraform/declaration.ts'
import { declarations } from '../../resources/terraform/index.ts'
import { references } from '../../resources/terraform/references.ts'
import { hostsOf } from '../hosts.ts'
import type { Json } from '../json.ts'
import type { ReadOptions } from '../model.ts'
import { standInOf } from '../stand-in.ts'
import { azapiId } from './azapi-id.ts'
import { configurationOf } from './configuration.ts'
import { type Node, nodesOf } from './nodes.ts'
import { candidatesOf, distinct, fits } from './resolve.ts'
import { subscriptionsOf } from './subscription.ts'
import { find, open, type Side } from './tree.ts'

/** A plan whose references can be followed. */
export interface World {
  nodes: Node[]
  attributesOf(node: Node, side: Side): Attributes
  /** the resource's id, an Unknown where nobody can tell; undefined for what is not a resource of Azure */
  idOf(node: Node): unknown
  /** the id that it has in the state: whoever gets another name gets another id */
  formerIdOf(node: Node): unknown
  /** what stands for object ids that do not exist yet, as far as somebody asked */
  principals: ReadonlySet<string>
}

export function openPlan(plan: Json, { subscriptionId, now, keyHosts }: ReadOptions): World {
  const configuration = configurationOf(plan)
  const nodes = nodesOf(plan, configuration)
  const subscriptionOf = subscriptionsOf(plan, { nodes, configuration }, subscriptionId)
  const host = hostsOf(keyHosts)
  const seconds = Math.floor(Date.parse(now) / 1000)
  const ids = new Map<Node, unknown>()
  const principals = new Set<string>()
  const byName = new Map<string, Map<string, string[]>>()
  return { nodes: nodes.all, attributesOf, idOf, formerIdOf: (node) => madeId(node, 'before'), principals }

  function attributesOf(node: Node, side: Side): Attributes {
    return {
      read: (path, target) => read(node, side, path, target),
      list: (path, target) => list(node, side, path, target),
      standIn: standInFor(node),
      subscription: subscriptionOf(node),
      named,
      host,
      now: seconds,
    }
  }

  function standInFor({ address }: Node): Attributes['standIn'] {
    const made = standInOf(address)
    const guid = (part: string) => {
      const id = made.guid(part)
      if (part === 'identity' || part === 'principal') principals.add(id)
      return id
    }
    return { ...made, guid }
  }

  function read(node: Node, side: Side, path: string, target?: Target): unknown {
    const found = find(node, side, path)
    if (found.is === 'value') return found.value
    if (found.is === 'omitted') return undefined
    if (found.is === 'lacking' || target === undefined) return found.because
    const [only, another] = distinct(followed(node, found.expression).filter((one) => fits(one, target)))
    return only === undefined || another !== undefined ? found.because : only
  }

  /** A list that is open as a whole: everything that is referred to has to be what the list is of. */
  function list(node: Node, side: Side, path: string, target: Target): unknown {
    const found = find(node, side, path)
    if (found.is === 'value') return found.value
    if (found.is === 'omitted') return undefined
    if (found.is === 'lacking') return found.because
    const candidates = followed(node, found.expression)
    return candidates.length > 0 && candidates.every((one) => fits(one, target)) ? distinct(candidates) : found.because
  }

  function followed(node: Node, expression: Json) {
    return candidatesOf(expression, node, { configuration, nodes, attributeOf: referredTo })
  }

  /** What another resource's attribute will be; without an attribute, its id. */
  function referredTo(node: Node, attribute: string): string | null {
    if (attribute === '') return textOf(idOf(node))
    const known = find(node, 'after', attribute)
    if (known.is === 'value') return textOf(known.value)
    const computed = declarations.get(node.type)?.computed ?? references.get(node.type)?.computed ?? ofAnyIdentity
    const id = idOf(node)
    // what is only read is there already, and nothing stands in for it
    if (node.isData && attribute !== 'id') return null
    const make = Object.hasOwn(computed, attribute) ? computed[attribute] : undefined
    if (make && typeof id === 'string') return textOf(make(attributesOf(node, 'after'), id))
    if (attribute === 'name' && typeof id === 'string') return parseResourceId(id)?.name ?? null
    return attribute === 'id' ? textOf(id) : null
  }

  function named(type: string, name: string): string | undefined {
    const ids = byName.get(type) ?? idsByName(type)
    byName.set(type, ids)
    const [only, another] = ids.get(name.toLowerCase()) ?? []
    return another === undefined ? only : undefined
  }

  function idsByName(type: string): Map<string, string[]> {
    const ids = nodes.all
      .filter((node) => declarations.get(node.type)?.type === type)
      .flatMap((node) => textOf(idOf(node)) ?? [])
    const all = [...new Map(ids.map((id) => [idKey(id), id])).values()]
    return Map.groupBy(all, (id) => (parseResourceId(id)?.name ?? '').toLowerCase())
  }

  function idOf(node: Node): unknown {
    if (ids.has(node)) return ids.get(node)
    // whoever refers to itself has no id
    ids.set(node, open(node, 'id'))
    const id = madeId(node, node.after === null ? 'before' : 'after')
    ids.set(node, id)
    return id
  }

  function madeId(node: Node, side: Side): unknown {
    const declared = declarations.get(node.type)
    const known = find(node, side, 'id')
    const text = known.is === 'value' ? textOf(known.value) : null
    if (text && (declared === undefined || parseResourceId(text)?.type === declared.type)) return text
    if (node.provider === 'azapi') return azapiId(attributesOf(node, side))
    return (declared ?? references.get(node.type))?.id.from(attributesOf(node, side))
  }
}

const ofAnyIdentity: Declaration['computed'] = {
  'identity.principal_id': (attributes) => attributes.standIn.guid('identity'),
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
