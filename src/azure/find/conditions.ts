import type { ResourceGroupTarget, Targets } from '../../inputs/targets.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { literal, literals } from '../requests/resource-graph.ts'
import { namesNoScope, patterns } from './targets.ts'

/** Values in one list: as many as Microsoft's own example has. A chain of `or` as long would be too deep for the parser. */
const MOST_VALUES = 1000
/** Characters of one condition: no limit is published, and the example's thousand ids have more. */
const MOST_CHARACTERS = 100_000
/** Conditions that one query tells by `or`; beginnings of names can be told in no other way. */
const MOST_CONDITIONS = 50

export function chunks<Value>(values: Value[], size = MOST_VALUES / 2): Value[][] {
  const starts = Array.from({ length: Math.ceil(values.length / size) }, (_, index) => index * size)
  return starts.map((start) => values.slice(start, start + size))
}

export function inLists(values: string[], condition: (list: string) => string): string[] {
  return chunks(values).map((some) => condition(literals(some)))
}

/** As few queries as these conditions fit into; one without any where one of them is empty, which is everything. */
export function packed(conditions: string[]): string[] {
  if (conditions.includes('')) return ['']
  const queries: string[][] = []
  let length = 0
  for (const condition of conditions) {
    length += condition.length
    const last = queries.at(-1)
    if (last && length <= MOST_CHARACTERS && last.length < MOST_CONDITIONS) last.push(condition)
    else {
      queries.push([condition])
      length = condition.length
    }
  }
  return queries.map((all) => all.join(' or '))
}

/** The conditions for "all in these containers, if their name fits": none, some, or `''` for everything. */
export function scopeConditions(targets: Targets): string[] {
  const ofSubscription = targets.resourceGroups.filter(
    ({ subscriptionId = targets.subscriptionId }) => subscriptionId !== undefined,
  )
  const anywhere = targets.resourceGroups.filter((target) => !ofSubscription.includes(target))
  // more than was named, where one name is in several subscriptions: that is told when the rows are here
  const inSubscriptions = (some: ResourceGroupTarget[]) =>
    `(subscriptionId in~ (${literals(distinct(some.map(({ subscriptionId = targets.subscriptionId as string }) => subscriptionId)))}) and resourceGroup in~ (${literals(distinct(some.map(({ name }) => name)))}))`
  const containers = [
    ...inLists(targets.subscriptions, (list) => `subscriptionId in~ (${list})`),
    ...chunks(ofSubscription).map(inSubscriptions),
    ...inLists(
      anywhere.map(({ name }) => name),
      (list) => `resourceGroup in~ (${list})`,
    ),
  ]
  const names = namesOf(targets)
  if (containers.length > 0) return containers.map((container) => and(container, names))
  if (targets.managementGroups.length > 0 || namesNoScope(targets)) return []
  return [and(targets.subscriptionId ? `subscriptionId =~ ${literal(targets.subscriptionId)}` : '', names)]
}

/**
 * Narrows by name as far as KQL can, and not at all where that would take more than one query: names are compared
 * anyhow when the rows are here.
 */
export function namesOf(targets: Targets): string {
  const all = distinct(patterns(targets))
  const plain = all.filter((pattern) => !pattern.includes('*'))
  const beginnings = distinct(all.filter((pattern) => pattern.includes('*')).map((pattern) => beginningOf(pattern)))
  if (beginnings.includes('') || beginnings.length > MOST_CONDITIONS || plain.length > MOST_VALUES) return ''
  const conditions = [
    ...(plain.length > 0 ? [`name in~ (${literals(plain)})`] : []),
    ...beginnings.map((beginning) => `name startswith ${literal(beginning)}`),
  ].join(' or ')
  return conditions === '' || conditions.length > MOST_CHARACTERS ? '' : `(${conditions})`
}

function beginningOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf('*'))
}

export function distinct(texts: string[]): string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()]
}

export function inType(condition: string): string {
  return and(`type =~ ${literal(mlWorkspace.type)}`, condition === '' ? '' : `(${condition})`)
}

function and(...conditions: string[]): string {
  return conditions.filter((condition) => condition !== '').join(' and ')
}
