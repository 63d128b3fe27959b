import { hostsOf } from '../hosts.ts'
import type { Json } from '../json.ts'
import type { ReadOptions } from '../model.ts'
import { attributesIn, type Surroundings } from './attributes.ts'
import { configurationOf } from './configuration.ts'
import { type AttributesOf, type Ids, idsOf } from './ids.ts'
import { type Node, nodesOf } from './nodes.ts'
import { referredTo } from './referred.ts'
import { candidatesOf, type Referred } from './resolve.ts'
import { subscriptionsOf } from './subscription.ts'

/** A plan whose references can be followed. */
export interface World extends Pick<Ids, 'idOf' | 'formerIdOf'> {
  nodes: Node[]
  attributesOf: AttributesOf
  /** what stands for object ids that do not exist yet, as far as somebody asked */
  principals: ReadonlySet<string>
}

/** Ids are made of attributes, attributes are what they refer to, and that may be an id. */
export function openPlan(plan: Json, { subscriptionId, now, keyHosts }: ReadOptions): World {
  const configuration = configurationOf(plan)
  const nodes = nodesOf(plan, configuration)
  const attributesOf: AttributesOf = (node, side) => attributesIn(node, side, around)
  const ids = idsOf(nodes.all, attributesOf)
  const attributeOf: Referred['attributeOf'] = (node, attribute) => referredTo(node, attribute, ids, attributesOf)
  const around: Surroundings = {
    subscriptionOf: subscriptionsOf(plan, { nodes, configuration }, subscriptionId),
    follow: (expression, node) => candidatesOf(expression, node, { configuration, nodes, attributeOf }),
    principals: new Set(),
    named: ids.named,
    host: hostsOf(keyHosts),
    now: Math.floor(Date.parse(now) / 1000),
  }
  const { idOf, formerIdOf } = ids
  return { nodes: nodes.all, attributesOf, idOf, formerIdOf, principals: around.principals }
}
