import type { Unreadable } from '../evidence/records.ts'
import { groupId, idKey, parseResourceId, type ResourceId } from '../evidence/resource-id.ts'
import type { ResourceGroupTarget, Targets, WorkspaceTarget } from '../inputs/targets.ts'
import { catalog, type TypeEntry, typeOfId, workspaceType } from './catalog.ts'
import { type AzureClient, failureOf, type ReadFailure } from './client.ts'
import { literal, literals, type QueryResult, query, type Row } from './resource-graph.ts'
import { unreadable } from './unreadable.ts'

export interface Found {
  rows: Row[]
  /** ids that were named and that Resource Graph did not show: to be asked for one by one */
  unlisted: string[]
  /** what was named and matches nothing that can be seen */
  unseen: Unreadable[]
  subscriptions: { id: string; visible: boolean }[]
}

const action = 'Microsoft.MachineLearningServices/workspaces/read'

/** Finds what the workflow points at. Whatever was named and cannot be seen is said, never left out. */
export async function findWorkspaces(client: AzureClient, targets: Targets): Promise<Found> {
  const ids = namedIds(targets)
  const [selected, ...groups] = await Promise.all([
    selectRows(client, targets, ids),
    ...targets.managementGroups.map((name) => query(client, inType(namesOf(targets)), { managementGroups: [name] })),
  ])
  const fits = matcher(targets)
  const named = new Set(ids.map(idKey))
  const isDirect = (row: Row) => named.has(idKey(row.id)) || isNamedInGroup(targets, row)
  const inScope = unique([
    ...selected.rows.filter((row) => isInScope(targets, row)),
    ...groups.flatMap(({ rows }) => rows),
  ]).filter(fits)
  const rows = unique([...selected.rows.filter(isDirect), ...inScope])
  const unlisted = ids.filter((id) => !rows.some((row) => idKey(row.id) === idKey(id)))
  const failures = [
    selected.failure ?? [],
    ...groups.map((group) => (isNotScope(group) ? [] : (group.failure ?? []))),
  ].flat()
  const { unseen, subscriptions } = await unmatched(client, targets, { rows, inScope, isWhole: failures.length === 0 })
  const missing = [
    ...failures.map((failure) => incompleteList(failure)),
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
    ...(ids.length > 0 ? [`id in~ (${literals(ids)})`] : []),
    ...inGroups(targets).map(
      (target) => `(resourceGroup =~ ${literal(target.resourceGroup)} and name =~ ${literal(target.name)})`,
    ),
    ...scopeCondition(targets),
  ]
  return conditions.length === 0
    ? { rows: [], failure: null }
    : query(client, inType(conditions.includes('') ? '' : conditions.join(' or ')))
}

/** The condition for "all in these containers, if their name fits": none, one, or `''` for everything. */
function scopeCondition(targets: Targets): string[] {
  const containers = [
    ...(targets.subscriptions.length > 0 ? [`subscriptionId in~ (${literals(targets.subscriptions)})`] : []),
    ...targets.resourceGroups.map(({ subscriptionId = targets.subscriptionId, name }) =>
      subscriptionId
        ? `(subscriptionId =~ ${literal(subscriptionId)} and resourceGroup =~ ${literal(name)})`
        : `resourceGroup =~ ${literal(name)}`,
    ),
  ]
  const names = namesOf(targets)
  if (containers.length > 0) return [and(`(${containers.join(' or ')})`, names)]
  if (targets.managementGroups.length > 0 || namesNoScope(targets)) return []
  return [and(targets.subscriptionId ? `subscriptionId =~ ${literal(targets.subscriptionId)}` : '', names)]
}

/** Narrows by name as far as KQL can; `*` inside a name is matched when the rows are here. */
function namesOf(targets: Targets): string {
  const all = patterns(targets).map((pattern) => {
    const [prefix = ''] = pattern.split('*')
    if (!pattern.includes('*')) return `name =~ ${literal(pattern)}`
    return prefix === '' ? '' : `name startswith ${literal(prefix)}`
  })
  return all.includes('') ? '' : all.length === 0 ? '' : `(${all.join(' or ')})`
}

function inType(condition: string): string {
  return and(`type =~ ${literal(workspaceType)}`, condition === '' ? '' : `(${condition})`)
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

function isNamedInGroup(targets: Targets, row: Row): boolean {
  return inGroups(targets).some((target) => isGroupTarget(target, row))
}

function isGroupTarget(target: Extract<WorkspaceTarget, { kind: 'group' }>, row: Row): boolean {
  const at = parseResourceId(row.id)
  return (
    at?.name.toLowerCase() === target.name.toLowerCase() &&
    at.resourceGroup.toLowerCase() === target.resourceGroup.toLowerCase()
  )
}

/** Whether a row's name fits one of the patterns, and it was not only named by its group. */
function matcher(targets: Targets): (row: Row) => boolean {
  const expressions = patterns(targets).map(patternToExpression)
  return (row) => {
    if (expressions.length === 0) return !namesNoScope(targets)
    return expressions.some((expression) => expression.test(nameOf(row)))
  }
}

/** Only ids and `group/name`: there is nothing to select from. */
function namesNoScope(targets: Targets): boolean {
  return !hasContainers(targets) && targets.workspaces.length > 0 && patterns(targets).length === 0
}

function hasContainers({ subscriptions, resourceGroups, managementGroups }: Targets): boolean {
  return subscriptions.length + resourceGroups.length + managementGroups.length > 0
}

/** Whether a row lies in a subscription or resource group that was named, or may lie anywhere. */
function isInScope(targets: Targets, row: Row): boolean {
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

export function patternToExpression(pattern: string): RegExp {
  return new RegExp(
    `^${pattern
      .split(/\*+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  )
}

function nameOf({ id }: Row): string {
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
  const empty = await Promise.all(
    containers(targets)
      .filter(({ holds }) => !places.some(holds))
      .map(({ id }) => lookAt(client, id)),
  )
  const told = empty.filter(({ exists }) => !exists || (seen.isWhole && !hasNames))
  const visible = new Map(empty.map(({ id, exists }) => [id, exists]))
  for (const row of seen.rows) visible.set(subscriptionOf(row), true)
  const subscriptions = [...visible].filter(([id]) => typeOfId(id) === 'microsoft.resources/subscriptions')
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

/** A container in which nothing was found: hidden, missing, or really empty. */
async function lookAt(client: AzureClient, id: string): Promise<Look> {
  if (!id.startsWith('/')) return lookForGroup(client, id)
  try {
    await client.get(id, (catalog[typeOfId(id) as string] as TypeEntry).apiVersions[0] as string)
    return { id, exists: true, why: noWorkspaceIn(id) }
  } catch (error) {
    return { id, exists: false, why: unreadable(id, failureOf(error)) }
  }
}

/** A resource group without its subscription can be in any of them. */
async function lookForGroup(client: AzureClient, name: string): Promise<Look> {
  const where = `type =~ 'microsoft.resources/subscriptions/resourcegroups' and name =~ ${literal(name)}`
  const { rows, failure } = await query(client, where, { table: 'resourcecontainers' })
  if (rows.length > 0) return { id: name, exists: true, why: noWorkspaceIn(name) }
  const help = { action: 'Microsoft.Resources/subscriptions/resourceGroups/read', scope: null }
  const message = `No resource group ${name} is visible to the identity of this run.`
  return { id: name, exists: false, why: { id: name, reason: failure?.reason ?? 'not-visible', ...help, message } }
}

function noWorkspaceIn(id: string): Unreadable {
  return {
    id,
    reason: 'absent',
    action,
    scope: id.startsWith('/') ? id : null,
    message: `There is no workspace that the identity of this run can see in ${id}.`,
  }
}

function workspacesUnseen(targets: Targets, { rows, inScope }: Seen): Unreadable[] {
  const names = inScope.map(nameOf)
  const unseen = (id: string, words: string): Unreadable => ({
    id,
    reason: 'not-visible',
    action,
    scope: null,
    message: `No workspace ${words} is visible to the identity of this run.`,
  })
  return [
    ...[...new Set(patterns(targets))]
      .filter((pattern) => !names.some((name) => patternToExpression(pattern).test(name)))
      .map((pattern) => unseen(pattern, pattern.includes('*') ? `whose name matches ${pattern}` : `named ${pattern}`)),
    ...inGroups(targets)
      .filter((target) => !rows.some((row) => isGroupTarget(target, row)))
      .map((target) =>
        unseen(`${target.resourceGroup}/${target.name}`, `${target.name} in a resource group ${target.resourceGroup}`),
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
        message: `The management group ${name} does not exist, or the identity of this run may not read it.`,
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
      message: `No workspace in the management group ${name} is visible to the identity of this run.`,
    },
  ]
}

/** Whether a query failed for its management group: what was not accepted as a scope has no first page. */
function isNotScope({ rows, failure }: QueryResult): boolean {
  return failure !== null && rows.length === 0 && [400, 403, 404].includes(failure.status)
}

function incompleteList(failure: ReadFailure): Unreadable {
  return {
    id: 'the list of workspaces',
    reason: failure.reason,
    action: null,
    scope: null,
    message: `The list of workspaces is not complete: ${failure.message}`,
  }
}

function nothingFound(): Unreadable {
  return {
    id: 'every workspace that the identity can read',
    reason: 'not-visible',
    action,
    scope: null,
    message:
      'No Azure Machine Learning workspace is visible to the identity of this run. Give it Reader on the subscriptions that hold them.',
  }
}
