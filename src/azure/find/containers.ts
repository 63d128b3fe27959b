import type { Unreadable } from '../../evidence/records.ts'
import { groupId, type ResourceId } from '../../evidence/resource-id.ts'
import type { Targets } from '../../inputs/targets.ts'
import { resourceTypes, typeOfId } from '../../resources/index.ts'
import { resourceGroup } from '../../resources/subscription.ts'
import type { ResourceType } from '../../resources/type.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { foreign, said } from '../../said.ts'
import type { AzureClient } from '../requests/client.ts'
import { failureOf } from '../requests/read-failure.ts'
import { literal, literals, type QueryResult, query } from '../requests/resource-graph.ts'
import { unreadable } from '../unreadable.ts'
import { chunks } from './conditions.ts'
import { hasContainers, isInGroup, nameOf, namesNoScope, patterns } from './targets.ts'

const { action } = mlWorkspace.about

/** What was named to hold workspaces; `subscription-id` too, where it is the scope. */
export function containers(targets: Targets): { id: string; holds: (place: ResourceId) => boolean }[] {
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
    message: said`There is no workspace in ${{ name: id }} that the identity of this run can see.`,
  }
}

export function unseenGroup(targets: Targets, name: string, result: QueryResult): Unreadable[] {
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
export function isNotScope({ rows, failure }: QueryResult): boolean {
  return failure !== null && rows.length === 0 && [400, 403, 404].includes(failure.status)
}
