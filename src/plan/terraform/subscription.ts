import { createHash } from 'node:crypto'
import { type Json, member, textIn } from '../json.ts'
import { parseModules, type Step } from './address.ts'
import { type Configuration, callOf, moduleOf, referencesOf } from './configuration.ts'
import type { Node, Nodes } from './nodes.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * In which subscription a provider works: what its configuration says, else the one that all ids of its resources show,
 * else the one that the run is told, else one that stands for it and is equal to no other. A further provider that says
 * so in a way that is not in the plan most likely works elsewhere than the run is told.
 */
export function subscriptionsOf(
  plan: Json,
  { nodes, configuration }: { nodes: Nodes; configuration: Configuration },
  given: string | null,
): (node: Node) => string {
  const known = new Map<string, string>()
  const find = (key: string): string => {
    const provider = member(configuration.providers, key)
    return configured(provider, plan, configuration) ?? shownIn(nodes, key) ?? givenTo(provider, given) ?? standIn(key)
  }
  return (node) => {
    const key = textIn(node.configuration, 'provider_config_key') ?? node.provider
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    return found
  }
}

function subscriptionIn(provider: Json): Json {
  return member(member(provider, 'expressions'), 'subscription_id')
}

function configured(provider: Json, plan: Json, configuration: Configuration): string | null {
  const modules = parseModules(textIn(provider, 'module_address') ?? '')
  return chosen(subscriptionIn(provider), modules, plan, configuration)
}

/** What an expression says in a module, by what its callers pass on. */
function chosen(expression: Json, modules: readonly Step[], plan: Json, configuration: Configuration): string | null {
  const constant = member(expression, 'constant_value')
  if (typeof constant === 'string') return subscriptionOrNone(constant)
  const [reference = '', another] = referencesOf(expression)
  const name = /^var\.([\w-]+)$/.exec(reference)?.[1]
  if (name === undefined || another !== undefined) return null
  const caller = modules.at(-1)
  if (caller === undefined) return ofVariable(plan, name)
  const above = modules.slice(0, -1)
  const call = callOf(moduleOf(configuration, above), caller.name)
  return chosen(member(member(call, 'expressions'), name), above, plan, configuration)
}

/** The one place where the plan's own variables are looked at. */
function ofVariable(plan: Json, name: string): string | null {
  return subscriptionOrNone(textIn(member(member(plan, 'variables'), name), 'value') ?? '')
}

function shownIn({ all }: Nodes, key: string): string | null {
  const ofKey = all.filter((node) => textIn(node.configuration, 'provider_config_key') === key)
  const ids = ofKey.flatMap(({ before, after }) => [textIn(before, 'id'), textIn(after, 'id')])
  const shown = ids.flatMap((id) => /^\/subscriptions\/([^/]+)\//i.exec(id ?? '')?.[1]?.toLowerCase() ?? [])
  const [only = '', another] = new Set(shown)
  return another === undefined ? subscriptionOrNone(only) : null
}

function givenTo(provider: Json, given: string | null): string | null {
  const saysSo = textIn(provider, 'alias') !== undefined && subscriptionIn(provider) !== undefined
  return saysSo ? null : given
}

function subscriptionOrNone(text: string): string | null {
  return guid.test(text) ? text : null
}

function standIn(key: string): string {
  const hex = createHash('sha256').update(`subscription\n${key}`).digest('hex')
  return `00000000-${hex.slice(0, 4)}-4${hex.slice(5, 8)}-8${hex.slice(9, 12)}-${hex.slice(12, 24)}`
}
