import { type Authorize, permissionsAt } from './authorization.ts'
import type { CloudResource, Estate, EstateEntry, ListHabits } from './estate.ts'
import { indexOf, lookUp } from './estate-index.ts'
import { type ResourcePath, subscriptionOf, typeOf } from './resource-id.ts'
import {
  forbidden,
  groupNotFound,
  notRegistered,
  parentNotFound,
  unknownCollection,
} from './resource-manager-errors.ts'
import { assignmentType, filterProblem, roleAssignments } from './role-assignments.ts'
import type { Reply, ServiceRequest } from './traffic.ts'

export interface Context {
  request: ServiceRequest
  path: string
  estate: Estate
  authorize: Authorize
  pageSize: number
}

const permissionType = 'microsoft.authorization/permissions'

/** A list: of children, of extensions, or of a type. */
export function collection(context: Context, path: ResourcePath): Reply {
  const { estate, authorize, request } = context
  const action = `${typeOf(path)}/read`
  const parent = path.names.length === 0 ? path.scope : context.path.slice(0, context.path.lastIndexOf('/'))
  if (!authorize(action, parent)) return forbidden(estate, action, parent)
  const supported = supportedVersions(estate, path)
  const apiVersion = request.query['api-version'] ?? ''
  if (supported && !supported.includes(apiVersion)) return unknownCollection(path, apiVersion, supported)
  if (stateOf(estate, context.path, path.namespace) === 'NotRegistered') return notRegistered(path.namespace)
  const missingGroup = indexOf(estate).byId.has(parent.toLowerCase()) ? undefined : groupNotFound(path, estate)
  if (missingGroup) return missingGroup
  if (!isContainer(parent) && !exists(estate, parent)) return parentNotFound(path, parent)
  if (typeOf(path).toLowerCase() === permissionType) {
    return { status: 200, body: { value: permissionsAt(estate, path.scope) } }
  }
  const refused = typeOf(path).toLowerCase() === assignmentType ? filterProblem(request, estate) : undefined
  if (refused) return refused
  const entries = members(context, path).filter((entry) => !entry.deleted && isWanted(entry, request))
  return pageOf(context, entries, estate.listsOf?.[typeOf(path).toLowerCase()] ?? {})
}

/** Children, extensions of a resource, or everything of the type in a resource group or subscription. */
function members({ estate, path, request }: Context, resourcePath: ResourcePath): EstateEntry[] {
  const { scope, names } = resourcePath
  const index = indexOf(estate)
  const type = typeOf(resourcePath).toLowerCase()
  const ofType = index.byType.get(type) ?? []
  const starts = (entry: EstateEntry, prefix: string) =>
    entry.resource.id.toLowerCase().startsWith(prefix.toLowerCase())
  if (type === assignmentType) return roleAssignments(estate, scope, request)
  if (names.length === 0 && isContainer(scope)) return ofType.filter((entry) => starts(entry, `${scope}/`))
  return index.collections.get(path.toLowerCase()) ?? []
}

function exists(estate: Estate, id: string): boolean {
  const entry = lookUp(estate, id)
  return entry !== undefined && !entry.deleted
}

function isContainer(scope: string): boolean {
  return /^(\/subscriptions\/[^/]+(\/resourcegroups\/[^/]+)?)?$/i.test(scope)
}

function isWanted({ resource }: EstateEntry, { query }: ServiceRequest): boolean {
  const properties = resource.properties as { isArchived?: boolean } | undefined
  return query.listViewType !== 'ActiveOnly' || properties?.isArchived !== true
}

function pageOf(context: Context, entries: EstateEntry[], habits: ListHabits): Reply {
  const { request, path } = context
  const pageSize = habits.pages?.size ?? context.pageSize
  const skip = skipped(request, entries)
  const value = entries
    .slice(skip, skip + pageSize)
    .map(({ resource, listed }) => without(resourceBody({ ...resource, ...listed }), habits.without))
  if (skip + pageSize >= entries.length) return { status: 200, body: { value, nextLink: habits.noNextLink } }
  const query = nextQuery(request, skip + pageSize, nameOf(entries[skip + pageSize]), habits)
  return { status: 200, body: { value, nextLink: `${request.origin}${encodeURI(path)}?${query}` } }
}

/** As providers write it: a number of items, the same in Base64 with its end escaped, or the name of the next item. */
function nextQuery({ query }: ServiceRequest, skip: number, name: string, { pages }: ListHabits): string {
  const { $skipToken: _, ...others } = query
  if (!pages) return String(new URLSearchParams({ ...query, $skip: String(skip) }))
  if (pages.by === 'name') return `${new URLSearchParams(others)}&$maxpagesize&$skipToken=${encodeURIComponent(name)}`
  return `${new URLSearchParams(others)}&$skipToken=${btoa(String(skip)).replaceAll('=', '%3d')}`
}

function skipped({ query }: ServiceRequest, entries: EstateEntry[]): number {
  const token = query.$skipToken
  if (token === undefined) return Number(query.$skip ?? 0)
  const named = entries.findIndex((entry) => nameOf(entry) === token)
  return named >= 0 ? named : Number(atob(token))
}

function nameOf(entry: EstateEntry | undefined): string {
  return String(entry && resourceBody(entry.resource).name)
}

function without(body: Record<string, unknown>, members: string[] = []) {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !members.includes(name)))
}

/** Of a namespace in the subscription of a path; `Registered` where the estate does not say. */
export function stateOf(estate: Estate, path: string, namespace: string): string {
  const subscription = subscriptionOf(path) ?? ''
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  const states = Object.entries(estate.providers ?? {}).find(([id]) => same(id, subscription))?.[1] ?? {}
  return Object.entries(states).find(([name]) => same(name, namespace))?.[1] ?? 'Registered'
}

export function resourceBody(resource: CloudResource) {
  return { ...resource, name: resource.name ?? resource.id.split('/').at(-1) }
}

export function supportedVersions(estate: Estate, path: ResourcePath): string[] | undefined {
  return estate.apiVersions?.[typeOf(path).toLowerCase()]
}
