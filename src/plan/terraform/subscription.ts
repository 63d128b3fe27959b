import { createHash } from 'node:crypto'
import { type Json, member, textIn } from '../json.ts'
import { parseModules } from './address.ts'
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
  return (node) => {
    const key = textIn(node.configuration, 'provider_config_key') ?? node.provider
    const found = known.get(key) ?? configured(key) ?? shownIn(key) ?? givenTo(key) ?? standIn(key)
    known.set(key, found)
    return found
  }

  function givenTo(key: string): string | null {
    const provider = member(configuration.providers, key)
    const says = member(member(provider, 'expressions'), 'subscription_id')
    return textIn(provider, 'alias') !== undefined && says !== undefined ? null : given
  }

  function configured(key: string): string | null {
    const provider = member(configuration.providers, key)
    const modules = parseModules(textIn(provider, 'module_address') ?? '').map(({ name }) => name)
    return chosen(member(member(provider, 'expressions'), 'subscription_id'), modules)
  }

  /** The one place where the plan's own variables are looked at. */
  function chosen(expression: Json, modules: string[]): string | null {
    const constant = member(expression, 'constant_value')
    if (typeof constant === 'string') return guid.test(constant) ? constant : null
    const references = referencesOf(expression)
    const name = /^var\.([\w-]+)$/.exec(references[0] ?? '')?.[1]
    if (name === undefined || references.length !== 1) return null
    const caller = modules.at(-1)
    if (caller === undefined) {
      const value = textIn(member(member(plan, 'variables'), name), 'value') ?? ''
      return guid.test(value) ? value : null
    }
    const above = modules.slice(0, -1)
    const steps = above.map((step) => ({ name: step, key: null }))
    return chosen(member(member(callOf(moduleOf(configuration, steps), caller), 'expressions'), name), above)
  }

  function shownIn(key: string): string | null {
    const ofKey = nodes.all.filter((node) => textIn(node.configuration, 'provider_config_key') === key)
    const ids = ofKey.flatMap(({ before, after }) => [textIn(before, 'id'), textIn(after, 'id')])
    const all = new Set(ids.flatMap((id) => /^\/subscriptions\/([^/]+)\//i.exec(id ?? '')?.[1]?.toLowerCase() ?? []))
    const [only] = all
    return all.size === 1 && only && guid.test(only) ? only : null
  }
}

function standIn(key: string): string {
  const hex = createHash('sha256').update(`subscription\n${key}`).digest('hex')
  return `00000000-${hex.slice(0, 4)}-4${hex.slice(5, 8)}-8${hex.slice(9, 12)}-${hex.slice(12, 24)}`
}
