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

/** Longer chains of variables and outputs lead in a circle. */
const DEEPEST = 32
/** Nobody passes on more to one attribute. */
const MOST = 2000

/** A plan in which references are followed. */
export interface Referred {
  configuration: Configuration
  nodes: Nodes
  /** an attribute of another resource; an empty path: its id */
  attributeOf(node: Node, attribute: string): string | null
}

/** From where a reference is followed. */
interface Scope {
  modules: readonly Step[]
  /** of the instance that refers */
  key: Key
  /** variables and outputs on the way here */
  depth: number
}

interface Walk extends Referred {
  /** references that are followed at most */
  left: number
}

/** What an expression of a resource may stand for. */
export function candidatesOf(
  expression: Json,
  { modules, key }: Pick<Node, 'modules' | 'key'>,
  referred: Referred,
): Candidate[] {
  return ofExpression(expression, { modules, key, depth: 0 }, { ...referred, left: MOST })
}

function ofExpression(written: Json, scope: Scope, walk: Walk): Candidate[] {
  if (scope.depth > DEEPEST || walk.left <= 0) return []
  const constant = member(written, 'constant_value')
  if (typeof constant === 'string') return [{ value: constant, attribute: '' }]
  const references = referencesOf(written)
  walk.left -= references.length
  const isByOwnKey = references.length === 2 && references.includes('each.key')
  return references.flatMap((reference) => {
    if (reference.startsWith('var.')) return ofVariable(reference.split('.')[1] ?? '', scope, walk)
    if (reference.startsWith('module.')) return ofOutput(reference, scope, walk)
    return ofResource(reference, isByOwnKey ? scope.key : null, scope, walk)
  })
}

/** What the caller passes on. Nobody looks at what the variables of the plan itself hold. */
function ofVariable(name: string, { modules, depth }: Scope, walk: Walk): Candidate[] {
  const own = modules.at(-1)
  if (!own) return []
  const above = modules.slice(0, -1)
  const passed = member(member(callOf(moduleOf(walk.configuration, above), own.name), 'expressions'), name)
  return ofExpression(passed, { modules: above, key: own.key, depth: depth + 1 }, walk)
}

function ofOutput(reference: string, { modules, depth }: Scope, walk: Walk): Candidate[] {
  const output = parseOutput(reference)
  if (!output) return []
  const { name, key: written } = output.call
  const call = callOf(moduleOf(walk.configuration, modules), name)
  const expression = member(member(member(member(call, 'module'), 'outputs'), output.name), 'expression')
  const keys = written === null ? walk.nodes.keysOf(modules, name) : [written]
  const within = (key: Key): Scope => ({ modules: [...modules, { name, key }], key: null, depth: depth + 1 })
  return keys.flatMap((key) => ofExpression(expression, within(key), walk))
}

/** @param ownKey the instance that is meant where none is written; null: any */
function ofResource(reference: string, ownKey: Key, { modules }: Scope, { nodes, attributeOf }: Walk): Candidate[] {
  const address = parseAddress(reference)
  if (!address || address.modules.length > 0) return []
  const instances = nodes.find(modules, address.isData, address.type, address.name)
  const wanted = address.key ?? ownKey
  const meant = wanted === null ? instances : instances.filter(({ key }) => key === wanted)
  const attribute = address.path.filter((part) => part !== 0).join('.')
  return meant.flatMap((node) => {
    const value = attributeOf(node, attribute)
    return value === null ? [] : [{ value, attribute: attribute.split('.').at(-1) ?? '' }]
  })
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
