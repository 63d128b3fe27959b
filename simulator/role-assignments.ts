import { reaches } from './authorization.ts'
import type { Estate, EstateEntry } from './estate.ts'
import { indexOf } from './estate-index.ts'
import { parseResourcePath } from './resource-id.ts'
import { azureError, type Reply, type ServiceRequest } from './traffic.ts'

export const assignmentType = 'microsoft.authorization/roleassignments'

const assignedTo = /^assignedTo\('([0-9a-f-]{36})'\)$/i

/** A filter that the service does not have, or that takes no such object. */
export function filterProblem({ query }: ServiceRequest, estate: Estate): Reply | undefined {
  const filter = query.$filter
  if (filter === undefined) return undefined
  const principal = assignedTo.exec(filter)?.[1]?.toLowerCase()
  if (principal === undefined)
    return azureError(400, 'UnsupportedQuery', `The filter '${filter}' is not supported by the simulated cloud.`)
  if (!isGroup(estate, principal)) return undefined
  return azureError(
    400,
    'InvalidFilter',
    `The object '${principal}' is a group: assignedTo takes users and principals.`,
  )
}

/** What is assigned at a scope, above it and below it; with a filter only to somebody, or to a group that holds them. */
export function roleAssignments(estate: Estate, scope: string, { query }: ServiceRequest): EstateEntry[] {
  const principal = assignedTo.exec(query.$filter ?? '')?.[1]?.toLowerCase()
  const wanted = principal === undefined ? undefined : withGroups(estate, principal)
  return (indexOf(estate).byType.get(assignmentType) ?? []).filter(
    (entry) =>
      (reaches(estate, scopeOf(entry), scope) || reaches(estate, scope, scopeOf(entry))) &&
      (wanted?.has(assignee(entry)) ?? true),
  )
}

/** Somebody and all groups that hold them, through whatever groups. */
function withGroups({ groups = {} }: Estate, principal: string): Set<string> {
  const found = new Set([principal])
  for (const member of found) {
    for (const [group, members] of Object.entries(groups))
      if (members.some((each) => each.toLowerCase() === member)) found.add(group.toLowerCase())
  }
  return found
}

function isGroup({ groups = {} }: Estate, id: string): boolean {
  return Object.keys(groups).some((group) => group.toLowerCase() === id)
}

/** What an assignment is attached to. */
function scopeOf({ resource }: EstateEntry): string {
  return parseResourcePath(resource.id)?.scope ?? ''
}

function assignee({ resource }: EstateEntry): string {
  return String((resource.properties as { principalId?: unknown }).principalId).toLowerCase()
}
