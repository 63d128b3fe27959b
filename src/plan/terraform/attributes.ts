import type { Attributes, Target } from '../../resources/terraform/declaration.ts'
import type { Json } from '../json.ts'
import { standInOf } from '../stand-in.ts'
import type { Node } from './nodes.ts'
import { type Candidate, distinct, fits } from './resolve.ts'
import { type Found, find, type Side } from './tree.ts'

/** What attributes need of the plan around them. */
export interface Surroundings extends Pick<Attributes, 'named' | 'host' | 'now'> {
  subscriptionOf(node: Node): string
  /** what an expression of a resource may stand for */
  follow(expression: Json, node: Node): Candidate[]
  /** what stands for object ids that do not exist yet, as far as somebody asked */
  principals: Set<string>
}

export function attributesIn(node: Node, side: Side, around: Surroundings): Attributes {
  const { named, host, now } = around
  const follow = (expression: Json) => around.follow(expression, node)
  return {
    read: (path, target) => oneOf(find(node, side, path), target, follow),
    list: (path, target) => allOf(find(node, side, path), target, follow),
    standIn: standInFor(node, around.principals),
    subscription: around.subscriptionOf(node),
    named,
    host,
    now,
  }
}

type Follow = (expression: Json) => Candidate[]

function oneOf(found: Found, target: Target | undefined, follow: Follow): unknown {
  if (found.is === 'value') return found.value
  if (found.is === 'omitted') return undefined
  if (found.is === 'lacking' || target === undefined) return found.because
  const [only, another] = distinct(follow(found.expression).filter((one) => fits(one, target)))
  return only === undefined || another !== undefined ? found.because : only
}

/** Of a list that is open as a whole, everything that is referred to has to be what the list is of. */
function allOf(found: Found, target: Target, follow: Follow): unknown {
  if (found.is !== 'open') return oneOf(found, target, follow)
  const candidates = follow(found.expression)
  return candidates.length > 0 && candidates.every((one) => fits(one, target)) ? distinct(candidates) : found.because
}

function standInFor({ address }: Node, principals: Set<string>): Attributes['standIn'] {
  const made = standInOf(address)
  const guid = (part: string) => {
    const id = made.guid(part)
    if (part === 'identity' || part === 'principal') principals.add(id)
    return id
  }
  return { ...made, guid }
}
