import { parseKeyId } from '../../evidence/key-id.ts'
import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import type { Target } from '../../resources/terraform/declaration.ts'
import { type Json, member } from '../json.ts'
import { type Key, parseAddress, parseOutput, type Step } from './address.ts'
import { type Configuration, callOf, moduleOf, referencesOf } from './configuration.ts'
import type { Node, Nodes } from './nodes.ts'

/** What a reference may stand for: a value, and the attribute that it comes from. */
export interface Candidate {
  value: string
  attribute: string
}

/** A module on the way to a reference, with the key of the instance that refers. */
interface Scope {
  modules: readonly Step[]
  key: Key
}

/** Longer chains of variables and outputs lead in a circle. */
const DEEPEST = 32
/** Nobody passes on more to one attribute. */
const MOST = 2000

/** What an expression of a resource may stand for. `attributeOf` tells an attribute of another one; an empty path: its id. */
export function candidatesOf(
  expression: Json,
  { modules, key }: Pick<Node, 'modules' | 'key'>,
  { configuration, nodes, attributeOf }: Referred,
): Candidate[] {
  let left = MOST
  return ofExpression(expression, { modules, key }, 0)

  function ofExpression(written: Json, scope: Scope, depth: number): Candidate[] {
    if (depth > DEEPEST || left <= 0) return []
    const constant = member(written, 'constant_value')
    if (typeof constant === 'string') return [{ value: constant, attribute: '' }]
    const references = referencesOf(written)
    left -= references.length
    const isByOwnKey = references.length === 2 && references.includes('each.key')
    return references.flatMap((one) => ofReference(one, scope, isByOwnKey, depth))
  }

  function ofReference(reference: string, scope: Scope, isByOwnKey: boolean, depth: number): Candidate[] {
    if (reference.startsWith('var.')) return ofVariable(reference.split('.')[1] ?? '', scope, depth)
    if (reference.startsWith('module.')) return ofOutput(reference, scope, depth)
    const address = parseAddress(reference)
    if (!address || address.modules.length > 0) return []
    const { isData, type, name, path } = address
    const instances = nodes.find(scope.modules, isData, type, name)
    const wanted = address.key ?? (isByOwnKey ? scope.key : null)
    const meant = wanted === null ? instances : instances.filter(({ key: its }) => its === wanted)
    const attribute = path.filter((part) => part !== 0).join('.')
    return meant.flatMap((node) => {
      const value = attributeOf(node, attribute)
      return value === null ? [] : [{ value, attribute: attribute.split('.').at(-1) ?? '' }]
    })
  }

  /** What the caller passes on. Nobody looks at what the variables of the plan itself hold. */
  function ofVariable(name: string, { modules }: Scope, depth: number): Candidate[] {
    const own = modules.at(-1)
    if (!own) return []
    const above = modules.slice(0, -1)
    const passed = member(member(callOf(moduleOf(configuration, above), own.name), 'expressions'), name)
    return ofExpression(passed, { modules: above, key: own.key }, depth + 1)
  }

  function ofOutput(reference: string, scope: Scope, depth: number): Candidate[] {
    const output = parseOutput(reference)
    if (!output) return []
    const call = callOf(moduleOf(configuration, scope.modules), output.call.name)
    const expression = member(member(member(member(call, 'module'), 'outputs'), output.name), 'expression')
    const keys = output.call.key === null ? nodes.keysOf(scope.modules, output.call.name) : [output.call.key]
    return keys.flatMap((key) =>
      ofExpression(expression, { modules: [...scope.modules, { name: output.call.name, key }], key: null }, depth + 1),
    )
  }
}

export interface Referred {
  configuration: Configuration
  nodes: Nodes
  attributeOf(node: Node, attribute: string): string | null
}

const guid = /^[0-9a-f-]{36}$/i

/** Whether a candidate can be what an attribute refers to. */
export function fits({ value, attribute }: Candidate, target: Target): boolean {
  if (target === 'key') return parseKeyId(value) !== null
  if (target === 'principal') return ['principal_id', 'object_id'].includes(attribute) && guid.test(value)
  if (target === 'client') return attribute === 'client_id' && guid.test(value)
  if (target === 'name') return attribute === 'name'
  if (target === 'scope') return /^\/(subscriptions|providers)\//i.test(value)
  const type = parseResourceId(value)?.type
  return type !== undefined && target.includes(type)
}

/** The same thing is named once, in whatever casing. */
export function distinct(candidates: Candidate[]): string[] {
  return [...new Map(candidates.map(({ value }) => [idKey(value), value])).values()]
}
