import type { EvidenceSet, Unreadable } from '../evidence/records.ts'
import { groupId, idKey, isWithin, parseResourceId, type ResourceId } from '../evidence/resource-id.ts'
import type { ResourceGroupTarget, Targets } from '../inputs/targets.ts'
import type { Said } from '../model.ts'
import { resourceTypes, typeOfId } from '../resources/index.ts'
import { resourceGroup, subscription } from '../resources/subscription.ts'
import type { ResourceType } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { foreign, said } from '../said.ts'
import { matchesPattern } from '../text.ts'
import { type AzureClient, failureOf, type ReadFailure } from './client.ts'
import { literal, literals, type QueryResult, query, type Row } from './resource-graph.ts'
import { unreadable } from './unreadable.ts'

export interface Found {
  rows: Row[]
  /** ids that were named and that Resource Graph did not show: to be asked for one by one */
  unlisted: string[]
  /** what was named and matches nothing that can be seen */
  unseen: Unreadable[]
  subscriptions: EvidenceSet['subscriptions']
}

const action = 'Microsoft.MachineLearningServices/workspaces/read'

/** Finds what the workflow points at. Whatever was named and cannot be seen is said, never left out. */
export async function findWorkspaces(client: AzureClient, targets: Targets): Promise<Found> {
  const ids = namedIds(targets)
  const [selected, ...groups] = await Promise.all([
    selectRows(client, targets, ids),
    ...targets.managementGroups.map((name) =>
      query(client, inType(namesOf(targets)), { managementGroups: [name], isAsked: isWorkspace }),
    ),
  ])
  const fits = matcher(targets)
  const named = new Set([...ids.map(idKey), ...inGroups(targets).map(groupAndName)])
  const isDirect = (row: Row) => named.has(idKey(row.id)) || named.has(placeAndName(row))
  const inScope = unique([
    ...selected.rows.filter((row) => isInScope(targets, row)),
    ...groups.flatMap(({ rows }) => rows),
  ]).filter(fits)
  const rows = unique([...selected.rows.filter(isDirect), ...inScope])
  const seen = new Set(rows.map((row) => idKey(row.id)))
  const unlisted = ids.filter((id) => !seen.has(idKey(id)))
  const failures = [
    selected.failures,
    ...groups.map((group) => (isNotScope(group) ? [] : (group.failure ?? []))),
  ].flat()
  const { unseen, subscriptions } = await unmatched(client, targets, { rows, inScope, isWhole: failures.length === 0 })
  const missing = [
    ...failures.map((failure) => incompleteList(failure, rows.length)),
    ...groups.flatMap((result, index) => unseenGroup(targets, targets.managementGroups[index] as string, result)),
    ...unseen,
  ]
  if (rows.length + unlisted.length + missing.length === 0) missing.push(nothingFound())
  return { rows, unlisted, subscriptions, unseen: missing }
}

/** Names of workspaces without a subscription are in `subscription-id`, when there is one. */
function namedIds({ workspaces, subscriptionId }: Targets): string[] {
  const ids = workspaces.flatMap((target) => {
    if (target.kind === 'id') return [target.id]
    if (target.kind === 'pattern' || !subscriptionId) return []
    return [
      `${groupId(subscriptionId, target.resourceGroup)}/providers/Microsoft.MachineLearningServices/workspaces/${target.name}`,
    ]
  })
  return [...new Map(ids.map((id) => [idKey(id), id])).values()]
}

async function selectRows(client: AzureClient, targets: Targets, ids: string[]) {
  const conditions = [
    ...inLists(ids, (list) => `id in~ (${list})`),
    ...chunks(inGroups(targets)).map(
      (some) =>
        `(resourceGroup in~ (${literals(distinct(some.map(({ resourceGroup }) => resourceGroup)))}) and name in~ (${literals(distinct(some.map(({ name }) => name)))}))`,
    ),
    ...scopeConditions(targets),
  ]
  const results = await Promise.all(
    packed(conditions).map((condition) => query(client, inType(condition), { isAsked: isWorkspace })),
  )
  return {
    rows: results.flatMap(({ rows }) => rows),
    failures: results.flatMap(({ failure }) => failure ?? []),
  }
}

/** Values in one list: as many as Microsoft's own example has. A chain of `or` as long would be too deep for the parser. */
const MOST_VALUES = 1000
/** Characters of one condition: no limit is published, and the example's thousand ids have more. */
const MOST_CHARACTERS = 100_000
/** Conditions that one query tells by `or`; beginnings of names can be told in no other way. */
const MOST_CONDITIONS = 50

function chunks<Value>(values: Value[], size = MOST_VALUES / 2): Value[][] {
  const starts = Array.from({ length: Math.ceil(values.length / size) }, (_, index) => index * size)
  return starts.map((start) => values.slice(start, start + size))
}

export function inLists(values: string[], condition: (list: string) => string): string[] {
  return chunks(values).map((some) => condition(literals(some)))
}

/** As few queries as these conditions fit into; one without any where one of them is empty, which is everything. */
function packed(conditions: string[]): string[] {
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
function scopeConditions(targets: Targets): string[] {
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
function namesOf(targets: Targets): string {
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

function distinct(texts: string[]): string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()]
}

function isWorkspace({ type }: { type: string }): boolean {
  return type.toLowerCase() === mlWorkspace.type
}

function inType(condition: string): string {
  return and(`type =~ ${literal(mlWorkspace.type)}`, condition === '' ? '' : `(${condition})`)
}

function and(...conditions: string[]): string {
  return conditions.filter((condition) => condition !== '').join(' and ')
}

function patterns({ workspaces }: Targets): string[] {
  return workspaces.flatMap((target) => (target.kind === 'pattern' ? [target.pattern] : []))
}

function inGroups({ workspaces, subscriptionId }: Targets) {
  return workspaces.flatMap((target) => (target.kind === 'group' && !subscriptionId ? [target] : []))
}

/** `group/name`, to compare; no id looks like it. */
function groupAndName({ resourceGroup, name }: { resourceGroup: string; name: string }): string {
  return `${resourceGroup}/${name}`.toLowerCase()
}

function placeAndName({ id }: Pick<Row, 'id'>): string {
  const at = parseResourceId(id)
  return at ? groupAndName(at) : ''
}

/** Whether a row's name fits one of the patterns, and it was not only named by its group. */
function matcher(targets: Targets): (row: Pick<Row, 'id'>) => boolean {
  const all = patterns(targets)
  if (all.length === 0) return () => !namesNoScope(targets)
  const fits = anyOf(all)
  return (row) => fits(nameOf(row))
}

/** Names are looked up: hundreds of them may be given, and there may be ten thousand workspaces. */
function anyOf(all: string[]): (name: string) => boolean {
  const plain = new Set(all.map((pattern) => pattern.toLowerCase()))
  const wild = all.filter((pattern) => pattern.includes('*'))
  return (name) => plain.has(name.toLowerCase()) || wild.some((pattern) => matchesPattern(pattern, name))
}

/**
 * Whether a workspace that is not there yet would be chosen. What a management group holds is known only as far as
 * something of it was found.
 */
export function isTarget(targets: Targets, found: EvidenceSet['subscriptions']): (id: string) => boolean {
  const named = new Set([...namedIds(targets).map(idKey), ...inGroups(targets).map(groupAndName)])
  const fits = matcher(targets)
  const seen = new Set(targets.managementGroups.length > 0 ? found.map(({ id }) => id) : [])
  return (id) => {
    const row = { id }
    const isSelected = isInScope(targets, row) || seen.has(parseResourceId(id)?.subscriptionId ?? '')
    return named.has(idKey(id)) || named.has(placeAndName(row)) || (isSelected && fits(row))
  }
}

/** Whether what nobody could see is only not there yet: with this workspace it is. */
export function isMetBy({ id, reason }: Unreadable, workspace: string): boolean {
  if (id === EVERYTHING) return true
  if (id.startsWith('/')) return idKey(id) === idKey(workspace) || (reason === 'absent' && isWithin(workspace, id))
  const row = { id: workspace }
  return id.includes('/') ? placeAndName(row) === id.toLowerCase() : matchesPattern(id, nameOf(row))
}

/** Only ids and `group/name`: there is nothing to select from. */
function namesNoScope(targets: Targets): boolean {
  return !hasContainers(targets) && targets.workspaces.length > 0 && patterns(targets).length === 0
}

function hasContainers({ subscriptions, resourceGroups, managementGroups }: Targets): boolean {
  return subscriptions.length + resourceGroups.length + managementGroups.length > 0
}

/** Whether a row lies in a subscription or resource group that was named, or may lie anywhere. */
function isInScope(targets: Targets, row: Pick<Row, 'id'>): boolean {
  const place = parseResourceId(row.id)
  if (!place) return false
  if (!hasContainers(targets))
    return targets.subscriptionId === undefined || place.subscriptionId === targets.subscriptionId
  return (
    targets.subscriptions.includes(place.subscriptionId) ||
    targets.resourceGroups.some((target) => isInGroup(targets, target, place))
  )
}

function isInGroup(
  { subscriptionId: fallback }: Targets,
  { subscriptionId = fallback, name }: ResourceGroupTarget,
  place: ResourceId,
): boolean {
  return (
    place.resourceGroup.toLowerCase() === name.toLowerCase() &&
    (!subscriptionId || place.subscriptionId === subscriptionId)
  )
}

function nameOf({ id }: Pick<Row, 'id'>): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function unique(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [idKey(row.id), row])).values()].sort((a, b) =>
    idKey(a.id) < idKey(b.id) ? -1 : 1,
  )
}

interface Seen {
  rows: Row[]
  /** those among them that were selected, not named one by one */
  inScope: Row[]
  /** false when the list was cut short: then nothing is known of what is not on it */
  isWhole: boolean
}

async function unmatched(client: AzureClient, targets: Targets, seen: Seen) {
  const hasNames = patterns(targets).length > 0
  const places = seen.inScope.flatMap((row) => parseResourceId(row.id) ?? [])
  const unmet = containers(targets).flatMap(({ id, holds }) => (places.some(holds) ? [] : [id]))
  const empty = await lookInto(client, unmet)
  const told = empty.filter(({ exists }) => !exists || (seen.isWhole && !hasNames))
  const visible = new Map(empty.map(({ id, exists }) => [id, exists]))
  for (const row of seen.rows) visible.set(subscriptionOf(row), true)
  const subscriptions = [...visible].filter(([id]) => typeOfId(id) === subscription.type)
  return {
    unseen: [...told.map(({ why }) => why), ...(seen.isWhole ? workspacesUnseen(targets, seen) : [])],
    subscriptions: subscriptions.map(([id, isVisible]) => ({
      id: id.slice('/subscriptions/'.length),
      visible: isVisible,
    })),
  }
}

function subscriptionOf(row: Row): string {
  return `/subscriptions/${parseResourceId(row.id)?.subscriptionId ?? ''}`
}

/** What was named to hold workspaces; `subscription-id` too, where it is the scope. */
function containers(targets: Targets): { id: string; holds: (place: ResourceId) => boolean }[] {
  const scope =
    targets.subscriptionId && !hasContainers(targets) && !namesNoScope(targets) ? [targets.subscriptionId] : []
  return [
    ...[...new Set([...targets.subscriptions, ...scope])].map((subscription) => {
      const id = `/subscriptions/${subscription}`
      return { id, holds: (place: ResourceId) => place.subscriptionId === subscription }
    }),
    ...targets.resourceGroups.map((target) => {
      const { subscriptionId = targets.subscriptionId, name } = target
      return {
        id: subscriptionId ? groupId(subscriptionId, name) : name,
        holds: (place: ResourceId) => isInGroup(targets, target, place),
      }
    }),
  ]
}

interface Look {
  id: string
  /** it can be read, and no workspace can be seen in it; that is fine while names select elsewhere */
  exists: boolean
  why: Unreadable
}

/** Containers in which nothing was found: hidden, missing, or really empty. */
async function lookInto(client: AzureClient, ids: string[]): Promise<Look[]> {
  const names = ids.filter((id) => !id.startsWith('/'))
  const looks = await Promise.all([
    ...ids.filter((id) => id.startsWith('/')).map((id) => lookAt(client, id)),
    ...chunks(names).map((some) => lookForGroups(client, some)),
  ])
  const found = new Map(looks.flat().map((look) => [look.id, look]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function lookAt(client: AzureClient, id: string): Promise<Look> {
  try {
    await client.get(id, (resourceTypes[typeOfId(id) as string] as ResourceType).apiVersions[0] as string)
    return { id, exists: true, why: noWorkspaceIn(id) }
  } catch (error) {
    return { id, exists: false, why: unreadable(id, failureOf(error)) }
  }
}

/** A resource group without its subscription can be in any of them. */
async function lookForGroups(client: AzureClient, names: string[]): Promise<Look[]> {
  const where = `type =~ ${literal(resourceGroup.type)} and name in~ (${literals(names)})`
  const { rows, failure } = await query(client, where, { table: 'resourcecontainers' })
  const there = new Set(rows.map((row) => nameOf(row).toLowerCase()))
  const help = { action: 'Microsoft.Resources/subscriptions/resourceGroups/read', scope: null }
  const reason = failure?.reason ?? 'not-visible'
  return names.map((id) => {
    if (there.has(id.toLowerCase())) return { id, exists: true, why: noWorkspaceIn(id) }
    const message = failure
      ? said`Whether there is a resource group ${{ name: id }} could not be read: ${foreign(failure.message)}`
      : said`No resource group ${{ name: id }} is visible to the identity of this run.`
    return { id, exists: false, why: { id, reason, ...help, message } }
  })
}

function noWorkspaceIn(id: string): Unreadable {
  return {
    id,
    reason: 'absent',
    action,
    scope: id.startsWith('/') ? id : null,
    message: said`There is no workspace that the identity of this run can see in ${{ name: id }}.`,
  }
}

function workspacesUnseen(targets: Targets, { rows, inScope }: Seen): Unreadable[] {
  const names = inScope.map(nameOf)
  const plain = new Set(names.map((name) => name.toLowerCase()))
  const isMet = (pattern: string) =>
    pattern.includes('*') ? names.some((name) => matchesPattern(pattern, name)) : plain.has(pattern.toLowerCase())
  const places = new Set(rows.map(placeAndName))
  const unseen = (id: string, which: Said): Unreadable => ({
    id,
    reason: 'not-visible',
    action,
    scope: null,
    message: said`No workspace ${which} is visible to the identity of this run.`,
  })
  return [
    ...[...new Set(patterns(targets))]
      .filter((pattern) => !isMet(pattern))
      .map((pattern) =>
        unseen(
          pattern,
          pattern.includes('*') ? said`whose name matches ${{ name: pattern }}` : said`named ${{ name: pattern }}`,
        ),
      ),
    ...inGroups(targets)
      .filter((target) => !places.has(groupAndName(target)))
      .map((target) =>
        unseen(
          `${target.resourceGroup}/${target.name}`,
          said`${{ name: target.name }} in a resource group ${{ name: target.resourceGroup }}`,
        ),
      ),
  ]
}

function unseenGroup(targets: Targets, name: string, result: QueryResult): Unreadable[] {
  const { rows, failure } = result
  const scope = `/providers/Microsoft.Management/managementGroups/${name}`
  if (isNotScope(result)) {
    const help = { action: 'Microsoft.Management/managementGroups/read', scope }
    const reason = failure?.reason === 'forbidden' ? failure.reason : 'not-visible'
    return [
      {
        id: name,
        reason,
        ...help,
        message: said`The management group ${{ name }} does not exist, or the identity of this run may not read it.`,
      },
    ]
  }
  if (failure || rows.length > 0 || patterns(targets).length > 0) return []
  return [
    {
      id: name,
      reason: 'not-visible',
      action,
      scope,
      message: said`No workspace in the management group ${{ name }} is visible to the identity of this run.`,
    },
  ]
}

/** Whether a query failed for its management group: what was not accepted as a scope has no first page. */
function isNotScope({ rows, failure }: QueryResult): boolean {
  return failure !== null && rows.length === 0 && [400, 403, 404].includes(failure.status)
}

function incompleteList(failure: ReadFailure, seen: number): Unreadable {
  return {
    id: 'the list of workspaces',
    reason: failure.reason,
    action: null,
    scope: null,
    message: said`The list of workspaces ${seen === 0 ? 'could not be read' : 'is not complete'}: ${foreign(failure.message)}`,
  }
}

/** What is named where nothing is. */
const EVERYTHING = 'every workspace that the identity can read'

function nothingFound(): Unreadable {
  return {
    id: EVERYTHING,
    reason: 'not-visible',
    action,
    scope: null,
    message:
      'No Azure Machine Learning workspace is visible to the identity of this run. Give it Reader on the subscriptions that hold them.',
  }
}
