import { isObject } from '../../evidence/resource.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { Lacking, Withheld } from '../../resources/terraform/declaration.ts'
import { isSame, type Json } from '../json.ts'
import { isBlock } from './blocks.ts'
import type { Node } from './nodes.ts'

/** An attribute with everything that the plan says of it. */
interface Place {
  value: Json
  /** what stood there before */
  earlier: Json
  /** mirrors the value: true where it is known only afterwards */
  unknown: Json
  /** likewise, where it is a secret */
  sensitive: Json
  /** what the configuration has for it; of attributes in blocks that one expression makes, that of all of them */
  expression: Json
  /** the configuration does not show the block that it is in: one that is made by `dynamic` */
  isHidden: boolean
}

export type Side = 'before' | 'after'

/** What stands at a path, as far as the plan says it. */
export type Found =
  | { is: 'value'; value: unknown }
  /** known only afterwards; the expression that makes it, where the configuration shows one */
  | { is: 'open'; expression: Json; because: Unknown }
  /** nobody sets it */
  | { is: 'omitted' }
  | { is: 'lacking'; because: Lacking }

export function find(node: Node, side: Side, path: string): Found {
  let at: Place = top(node, side)
  const way: string[] = []
  for (const key of path.includes('.') ? path.split('.') : [path]) {
    if (at.unknown === true) break
    if (!isIndex(key)) way.push(key)
    const inside = isIndex(key) ? itemOf(at, Number(key)) : memberOf(itemOf(at, 0), key)
    if (inside === 'omitted') return { is: 'omitted' }
    if (inside === 'lacking') return { is: 'lacking', because: lacking(node, path) }
    at = inside
  }
  if (at.unknown === true) {
    const isShown = at.expression !== undefined || at.isHidden
    if (!isShown && !isBlock(node.type, way.join('.'))) return { is: 'omitted' }
    return { is: 'open', expression: at.expression, because: open(node, path) }
  }
  const value = shown(at, node, path)
  return value === undefined || value === null ? { is: 'omitted' } : { is: 'value', value }
}

const isIndex = (key: string) => /^\d+$/.test(key)

function top(node: Node, side: Side): Place {
  const expression = isObject(node.configuration) ? node.configuration.expressions : undefined
  return {
    value: node[side],
    earlier: node.before,
    unknown: side === 'after' ? node.unknown : {},
    sensitive: node.sensitive[side],
    expression: expression ?? {},
    isHidden: false,
  }
}

/** One of a list, as blocks are kept; anything else is itself. */
function itemOf(place: Place, index: number): Place {
  const { value, earlier, unknown, sensitive, expression } = place
  if (!Array.isArray(value) && !Array.isArray(unknown)) return place
  const count = Array.isArray(value) ? value.length : 0
  const inside = isFlat(expression) ? expression : ofBlock(expression, index, count)
  return {
    value: itemAt(value, index),
    earlier: itemAt(earlier, index),
    unknown: itemAt(unknown, index),
    sensitive: itemAt(sensitive, index),
    expression: inside,
    isHidden: inside === undefined && count > 0,
  }
}

/** Blocks of the configuration are those of the plan, unless some are made by `dynamic`. */
function ofBlock(expression: Json, index: number, count: number): Json {
  if (!Array.isArray(expression)) return index === 0 ? expression : undefined
  return expression.length === count ? expression[index] : undefined
}

function itemAt(value: Json, index: number): Json {
  return Array.isArray(value) ? value[index] : value
}

function memberOf(place: Place, key: string): Place | 'omitted' | 'lacking' {
  const { value, earlier, unknown, sensitive, expression, isHidden } = place
  if (unknown === true) return place
  if (!isObject(value) && !isObject(unknown)) return 'omitted'
  if (own(value, key) === undefined && own(unknown, key) === undefined) return 'lacking'
  return {
    value: own(value, key),
    earlier: own(earlier, key),
    unknown: own(unknown, key),
    sensitive: sensitive === true ? true : own(sensitive, key),
    expression: isFlat(expression) ? expression : own(expression, key),
    isHidden,
  }
}

/** Distinguishes null, which says that nobody sets it, from what is not there at all. */
function own(value: Json, key: string): Json {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** One expression for everything that lies in it. */
function isFlat(expression: Json): boolean {
  return isObject(expression) && ('references' in expression || 'constant_value' in expression)
}

/** A text that says something. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A value without what is secret in it, and without what is known only afterwards. */
function shown(place: Omit<Place, 'expression' | 'isHidden'>, node: Node, path: string): unknown {
  const { value, unknown, sensitive } = place
  if (unknown === true) return open(node, path)
  if (sensitive === true && value !== null && value !== undefined) return secret(node, path, place)
  if (Array.isArray(value)) {
    const item = (one: Json, index: number) => shown({ ...parts(place, index), value: one }, node, path)
    return value.map(item)
  }
  if (!isObject(value)) return value
  const names = new Set([...Object.keys(value), ...(isObject(unknown) ? Object.keys(unknown) : [])])
  const entries = [...names].map((name) => [
    name,
    shown({ ...parts(place, name), value: own(value, name) }, node, path),
  ])
  return Object.fromEntries(entries)
}

function parts({ earlier, unknown, sensitive }: Omit<Place, 'expression' | 'isHidden'>, key: string | number) {
  const inside = (tree: Json) => (typeof key === 'number' ? itemAt(tree, key) : own(tree, key))
  const isSensitive = sensitive === true ? true : inside(sensitive)
  return { earlier: inside(earlier), unknown: inside(unknown), sensitive: isSensitive }
}

export function open({ label }: Node, path: string): Unknown {
  return new Unknown(
    `The plan cannot tell \`${path}\` of ${label}: it depends on what exists only after it was applied. A plan that is made then shows it.`,
  )
}

/** What the plan changes is told from what it leaves: with one sentence for both, the change would be none. */
function secret({ label, before }: Node, path: string, { value, earlier }: Pick<Place, 'value' | 'earlier'>): Withheld {
  if (isObject(before) && !isSame(value, earlier))
    return new Withheld(
      `The plan changes \`${path}\` of ${label}, which is marked as sensitive, and what is sensitive in a plan is not read.`,
    )
  return new Withheld(`\`${path}\` of ${label} is marked as sensitive, and what is sensitive in a plan is not read.`)
}

function lacking({ label }: Node, path: string): Lacking {
  return new Lacking(
    `The plan has no \`${path}\` for ${label}: in the version of its provider it has another name, or is not there.`,
  )
}
