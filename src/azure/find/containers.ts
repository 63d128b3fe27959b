import type { Unreadable } from '../../evidence/records.ts'
import { groupId, parseResourceId, type ResourceId } from '../../evidence/resource-id.ts'
import type { Targets } from '../../inputs/targets.ts'
import { resourceTypes, typeOfId } from '../../resources/index.ts'
import { managementGroup } from '../../resources/management-group.ts'
import { resourceGroup } from '../../resources/subscription.ts'
import type { ResourceType } from '../../resources/type.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { foreign, said } from '../../said.ts'
import type { AzureClient } from '../requests/client.ts'
import { failureOf, type ReadFailure } from '../requests/read-failure.ts'
import { literal, literals, type QueryResult, query } from '../requests/resource-graph.ts'
import { unreadable } from '../unreadable.ts'
import { chunks, inType, namesOf, packed, scopeConditions } from './conditions.ts'
import { hasContainers, isInGroup, nameOf, namesNoScope } from './targets.ts'

const { action } = mlWorkspace.about

export interface Container {
  id: string
  holds: (place: ResourceId) => boolean
  /** what selects it alone */
  target: Pick<Targets, 'subscriptions'> | Pick<Targets, 'resourceGroups'>
}

/** What was named to hold workspaces; `subscription-id` too, where it is the scope. */
export function containers(targets: Targets): Container[] {
  const scope =
    targets.subscriptionId && !hasContainers(targets) && !namesNoScope(targets) ? [targets.subscriptionId] : []
  return [
    ...[...new Set([...targets.subscriptions, ...scope])].map((subscription) => {
      const id = `/subscriptions/${subscription}`
      const holds = (place: ResourceId) => place.subscriptionId === subscription
      return { id, holds, target: { subscriptions: [subscription] } }
    }),
    ...targets.resourceGroups.map((target) => {
      const { subscriptionId = targets.subscriptionId, name } = target
      return {
        id: subscriptionId ? groupId(subscriptionId, name) : name,
        holds: (place: ResourceId) => isInGroup(targets, target, place),
        target: { resourceGroups: [target] },
      }
    }),
  ]
}

interface Look {
  id: string
  /** null when it can be read, and holds no workspace that was asked for */
  why: Unreadable | null
}

/** Containers in which nothing was found: hidden, missing, or really empty. */
export async function lookInto(client: AzureClient, ids: string[]): Promise<Look[]> {
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
    return { id, why: null }
  } catch (error) {
    return { id, why: unreadable(id, failureOf(error)) }
  }
}

/** A resource group without its subscription can be in any of them. */
async function lookForGroups(client: AzureClient, names: string[]): Promise<Look[]> {
  const where = `type =~ ${literal(resourceGroup.type)} and name in~ (${literals(names)})`
  const { rows, failure } = await query(client, where, { table: 'resourcecontainers' })
  const there = new Set(rows.map((row) => nameOf(row).toLowerCase()))
  const help = { action: resourceGroup.about.action, scope: null }
  const reason = failure?.reason ?? 'not-visible'
  return names.map((id) => {
    if (there.has(id.toLowerCase())) return { id, why: null }
    const message = failure
      ? said`Whether there is a resource group ${{ name: id }} could not be read: ${foreign(failure.message)}`
      : said`No resource group ${{ name: id }} is visible to the identity of this run.`
    return { id, why: { id, reason, ...help, message } }
  })
}

/** Of containers of which nothing was selected, those that show no workspace of another name either. */
export async function emptyAmong(
  client: AzureClient,
  targets: Targets,
  unmet: Container[],
  shown: ResourceId[],
): Promise<Unreadable[]> {
  const left = unmet.filter(({ holds }) => !shown.some(holds))
  const nothing = { workspaces: [], subscriptions: [], resourceGroups: [], managementGroups: [] }
  const conditions = isNarrowed(targets)
    ? left.flatMap(({ target }) => scopeConditions({ ...targets, ...nothing, ...target }))
    : []
  const results = await Promise.all(
    packed(conditions).map((condition) => query(client, inType(condition), { isBrief: true })),
  )
  const others = results.flatMap(({ rows }) => rows.flatMap(({ id }) => parseResourceId(id) ?? []))
  const failure = results.find((result) => result.failure !== null)?.failure
  return left
    .filter(({ holds }) => !others.some(holds))
    .map(({ id }) => (failure ? notTold(id, failure) : noWorkspaceIn(id)))
}

/** Whether workspaces of other names were left out already by Resource Graph. */
function isNarrowed(targets: Targets): boolean {
  return namesOf(targets) !== ''
}

function notTold(id: string, { reason, message }: ReadFailure): Unreadable {
  const scope = id.startsWith('/') ? id : null
  const why = said`Whether there are workspaces in ${{ name: id }} could not be read: ${foreign(message)}`
  return { id, reason, action: null, scope, message: why }
}

function noWorkspaceIn(id: string): Unreadable {
  return {
    id,
    reason: 'absent',
    action,
    scope: id.startsWith('/') ? id : null,
    message: said`There is no workspace in ${{ name: id }} that the identity of this run can see.`,
  }
}

export async function unseenGroup(
  client: AzureClient,
  targets: Targets,
  name: string,
  result: QueryResult,
): Promise<Unreadable[]> {
  const { rows, failure } = result
  const scope = managementGroup.idOf(name)
  if (isNotScope(result)) {
    const help = { action: managementGroup.action, scope }
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
  if (failure || rows.length > 0) return []
  const all = isNarrowed(targets)
    ? await query(client, inType(''), { managementGroups: [name], isBrief: true })
    : result
  if (all.failure) return [notTold(name, all.failure)]
  if (all.rows.length > 0) return []
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
export function isNotScope({ rows, failure }: QueryResult): boolean {
  return failure !== null && rows.length === 0 && [400, 403, 404].includes(failure.status)
}
