import type { Unreadable } from '../evidence/records.ts'
import { groupId, idKey, parseResourceId } from '../evidence/resource-id.ts'
import type { Targets, WorkspaceTarget } from '../targets.ts'
import { type AzureClient, failureOf, type ReadFailure } from './client.ts'
import { catalog } from './catalog.ts'
import { literal, literals, query, type Row } from './resource-graph.ts'
import { unreadable } from './unreadable.ts'

export interface Found {
  rows: Row[]
  /** ids that were named and that Resource Graph did not show: to be asked for one by one */
  unlisted: string[]
  /** what was named and matches nothing that can be seen */
  unseen: Unreadable[]
  subscriptions: { id: string; visible: boolean }[]
}

const type = 'microsoft.machinelearningservices/workspaces'
const action = 'Microsoft.MachineLearningServices/workspaces/read'

/** Finds what the workflow points at. Whatever was named and cannot be seen is said, never left out. */
export async function findWorkspaces(client: AzureClient, targets: Targets): Promise<Found> {
  const ids = namedIds(targets)
  const [selected, ...groups] = await Promise.all([
    selectRows(client, targets, ids),
    ...targets.managementGroups.map((name) => query(client, inType(namesOf(targets)), { managementGroups: [name] })),
  ])
  const byPattern = matcher(targets)
  const direct = (row: Row) => ids.some((id) => idKey(id) === idKey(row.id)) || isNamedInGroup(targets, row)
  const rows = unique([
    ...selected.rows.filter((row) => direct(row) || byPattern(row)),
    ...groups.flatMap((result) => result.rows.filter(byPattern)),
  ])
  const unlisted = ids.filter((id) => !rows.some((row) => idKey(row.id) === idKey(id)))
  const { unseen, subscriptions } = await unmatched(client, targets, rows)
  const failures = [selected, ...groups].flatMap((result) => result.failure ?? []).filter(isNotScope)
  return {
    rows,
    unlisted,
    subscriptions,
    unseen: [
      ...failures.map((failure) => incompleteList(failure)),
      ...targets.managementGroups.flatMap((name, index) => unseenGroup(name, groups[index]?.failure ?? null, groups[index]?.rows ?? [])),
      ...unseen,
      ...(rows.length + unlisted.length + unseen.length + failures.length === 0 ? [nothingFound()] : []),
    ],
  }
}

/** Names of workspaces without a subscription are in `subscription-id`, when there is one. */
function namedIds({ workspaces, subscriptionId }: Targets): string[] {
  return workspaces.flatMap((target) => {
    if (target.kind === 'id') return [target.id]
    if (target.kind === 'pattern' || !subscriptionId) return []
    return [`${groupId(subscriptionId, target.resourceGroup)}/providers/Microsoft.MachineLearningServices/workspaces/${target.name}`]
  })
}

async function selectRows(client: AzureClient, targets: Targets, ids: string[]) {
  const conditions = [
    ...(ids.length > 0 ? [`id in~ (${literals(ids)})`] : []),
    ...inGroups(targets).map((target) => `(resourceGroup =~ ${literal(target.resourceGroup)} and name =~ ${literal(target.name)})`),
    ...scopeCondition(targets, ids),
  ]
  return conditions.length === 0 ? { rows: [], failure: null } : query(client, inType(conditions.includes('') ? '' : conditions.join(' or ')))
}

/** The condition for "all in these containers, if their name fits": none, one, or `''` for everything. */
function scopeCondition(targets: Targets, ids: string[]): string[] {
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
  if (targets.managementGroups.length > 0) return []
  if (patterns(targets).length === 0 && ids.length + inGroups(targets).length > 0) return []
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
  return and(`type =~ ${literal(type)}`, condition === '' ? '' : `(${condition})`)
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
  return at?.name.toLowerCase() === target.name.toLowerCase() && at.resourceGroup.toLowerCase() === target.resourceGroup.toLowerCase()
}

/** Whether a row's name fits one of the patterns, and it was not only named by its group. */
function matcher(targets: Targets): (row: Row) => boolean {
  const expressions = patterns(targets).map(patternToExpression)
  const containers = targets.subscriptions.length + targets.resourceGroups.length + targets.managementGroups.length
  const only = expressions.length === 0 && containers === 0 && targets.workspaces.length > 0
  return (row) => {
    if (only) return false
    const name = parseResourceId(row.id)?.name ?? ''
    return expressions.length === 0 || expressions.some((expression) => expression.test(name))
  }
}

export function patternToExpression(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 'i')
}

function unique(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [idKey(row.id), row])).values()].sort((a, b) => (idKey(a.id) < idKey(b.id) ? -1 : 1))
}

async function unmatched(client: AzureClient, targets: Targets, rows: Row[]) {
  const at = rows.map((row) => parseResourceId(row.id))
  const hasNames = patterns(targets).length > 0
  const inSubscription = (id: string) => at.some((parsed) => parsed?.subscriptionId === id.toLowerCase())
  const named = [...new Set([...targets.subscriptions, ...(targets.subscriptionId ? [targets.subscriptionId] : [])])]
  const containers = [
    ...named.map((id) => ({ id: `/subscriptions/${id}`, found: inSubscription(id) || (id === targets.subscriptionId && !targets.subscriptions.includes(id)) })),
    ...targets.resourceGroups.map(({ subscriptionId = targets.subscriptionId, name }) => ({
      id: subscriptionId ? groupId(subscriptionId, name) : name,
      found: at.some((parsed) => parsed?.resourceGroup.toLowerCase() === name.toLowerCase() && (!subscriptionId || parsed.subscriptionId === subscriptionId)),
    })),
  ]
  const empty = await Promise.all(containers.filter(({ found }) => !found).map(({ id }) => whyEmpty(client, id, hasNames)))
  const unseen = [...empty.flatMap((item) => item ?? []), ...workspacesUnseen(targets, rows)]
  const hidden = new Set(unseen.filter((item) => item.reason !== 'absent').map((item) => item.id))
  const all = new Set([...named, ...at.flatMap((parsed) => parsed?.subscriptionId ?? [])])
  return { unseen, subscriptions: [...all].sort().map((id) => ({ id, visible: !hidden.has(`/subscriptions/${id}`) })) }
}

/** A container without a workspace: hidden, missing, or really empty, which is fine only while names select. */
async function whyEmpty(client: AzureClient, id: string, hasNames: boolean): Promise<Unreadable | null> {
  if (!id.startsWith('/')) {
    return { id, reason: 'not-visible', action, scope: null, message: `No workspace in a resource group ${id} is visible to the identity of this run.` }
  }
  try {
    const isGroup = id.split('/').length > 3
    await client.get(id, catalog[isGroup ? 'microsoft.resources/subscriptions/resourcegroups' : 'microsoft.resources/subscriptions']?.apiVersions[0] ?? null)
    if (hasNames) return null
    return { id, reason: 'absent', action: null, scope: null, message: `There is no workspace that the identity of this run can see in ${id}.` }
  } catch (error) {
    return unreadable(id, failureOf(error, client.signal))
  }
}

function workspacesUnseen(targets: Targets, rows: Row[]): Unreadable[] {
  const names = rows.map((row) => parseResourceId(row.id)?.name ?? '')
  const unseen = (id: string, words: string): Unreadable => ({
    id,
    reason: 'not-visible',
    action,
    scope: null,
    message: `No workspace ${words} is visible to the identity of this run.`,
  })
  return [
    ...patterns(targets)
      .filter((pattern) => !names.some((name) => patternToExpression(pattern).test(name)))
      .map((pattern) => unseen(pattern, pattern.includes('*') ? `whose name matches ${pattern}` : `named ${pattern}`)),
    ...inGroups(targets)
      .filter((target) => !rows.some((row) => isGroupTarget(target, row)))
      .map((target) => unseen(`${target.resourceGroup}/${target.name}`, `${target.name} in a resource group ${target.resourceGroup}`)),
  ]
}

function unseenGroup(name: string, failure: ReadFailure | null, rows: Row[]): Unreadable[] {
  if (failure && !isNotScope(failure)) {
    const help = { action: 'Microsoft.Management/managementGroups/read', scope: `/providers/Microsoft.Management/managementGroups/${name}` }
    return [{ id: name, reason: failure.reason, ...help, message: `The management group ${name} does not exist, or the identity of this run may not read it.` }]
  }
  if (failure || rows.length > 0) return []
  return [{ id: name, reason: 'not-visible', action, scope: null, message: `No workspace in the management group ${name} is visible to the identity of this run.` }]
}

/** Whether a failed query speaks of the service, and not of a scope that it does not accept. */
function isNotScope(failure: ReadFailure): boolean {
  return failure.reason !== 'forbidden' && failure.status !== 400 && failure.status !== 404
}

function incompleteList(failure: ReadFailure): Unreadable {
  return { id: 'the list of workspaces', reason: failure.reason, action: null, scope: null, message: `The list of workspaces is not complete: ${failure.message}` }
}

function nothingFound(): Unreadable {
  return {
    id: 'every workspace that the identity can read',
    reason: 'not-visible',
    action,
    scope: null,
    message: 'No Azure Machine Learning workspace is visible to the identity of this run. Give it Reader on the subscriptions that hold them.',
  }
}
