import { whatIs } from '../../evidence/named.ts'
import type { EvidenceSet, Unreadable } from '../../evidence/records.ts'
import { groupId, idKey, isWithin, parseResourceId, type ResourceId } from '../../evidence/resource-id.ts'
import type { ResourceGroupTarget, Targets } from '../../inputs/targets.ts'
import { casedType } from '../../resources/type.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { matchesPattern } from '../../text.ts'
import type { Row } from '../requests/resource-graph.ts'

/** Names of workspaces without a subscription are in `subscription-id`, when there is one. */
export function namedIds({ workspaces, subscriptionId }: Targets): string[] {
  const ids = workspaces.flatMap((target) => {
    if (target.kind === 'id') return [target.id]
    if (target.kind === 'pattern' || !subscriptionId) return []
    return [`${groupId(subscriptionId, target.resourceGroup)}/providers/${casedType(mlWorkspace.about)}/${target.name}`]
  })
  return [...new Map(ids.map((id) => [idKey(id), id])).values()]
}

export function patterns({ workspaces }: Targets): string[] {
  return workspaces.flatMap((target) => (target.kind === 'pattern' ? [target.pattern] : []))
}

export function inGroups({ workspaces, subscriptionId }: Targets) {
  return workspaces.flatMap((target) => (target.kind === 'group' && !subscriptionId ? [target] : []))
}

/** `group/name`, to compare; no id looks like it. */
export function groupAndName({ resourceGroup, name }: { resourceGroup: string; name: string }): string {
  return `${resourceGroup}/${name}`.toLowerCase()
}

export function placeAndName({ id }: Pick<Row, 'id'>): string {
  const at = parseResourceId(id)
  return at ? groupAndName(at) : ''
}

/** Whether a row's name fits one of the patterns, and it was not only named by its group. */
export function matcher(targets: Targets): (row: Pick<Row, 'id'>) => boolean {
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
  const { kind, name } = whatIs(id)
  if (kind === 'everything') return true
  if (kind === 'resource') return idKey(id) === idKey(workspace) || (reason === 'absent' && isWithin(workspace, id))
  if (kind !== 'target') return false
  const row = { id: workspace }
  return name.includes('/') ? placeAndName(row) === name.toLowerCase() : matchesPattern(name, nameOf(row))
}

/** Only ids and `group/name`: there is nothing to select from. */
export function namesNoScope(targets: Targets): boolean {
  return !hasContainers(targets) && targets.workspaces.length > 0 && patterns(targets).length === 0
}

export function hasContainers({ subscriptions, resourceGroups, managementGroups }: Targets): boolean {
  return subscriptions.length + resourceGroups.length + managementGroups.length > 0
}

/** Whether a row lies in a subscription or resource group that was named, or may lie anywhere. */
export function isInScope(targets: Targets, row: Pick<Row, 'id'>): boolean {
  const place = parseResourceId(row.id)
  if (!place) return false
  if (!hasContainers(targets))
    return targets.subscriptionId === undefined || place.subscriptionId === targets.subscriptionId
  return (
    targets.subscriptions.includes(place.subscriptionId) ||
    targets.resourceGroups.some((target) => isInGroup(targets, target, place))
  )
}

export function isInGroup(
  { subscriptionId: fallback }: Targets,
  { subscriptionId = fallback, name }: ResourceGroupTarget,
  place: ResourceId,
): boolean {
  return (
    place.resourceGroup.toLowerCase() === name.toLowerCase() &&
    (!subscriptionId || place.subscriptionId === subscriptionId)
  )
}

export function nameOf({ id }: Pick<Row, 'id'>): string {
  return id.slice(id.lastIndexOf('/') + 1)
}
