import { type Authorize, seesSubscription } from './authorization.ts'
import type { CloudResource, Estate, EstateEntry } from './estate.ts'
import { indexOf, type ResourceGroup } from './estate-index.ts'
import type { Program } from './kql.ts'
import type { Row } from './kql-operators.ts'
import { resourceGroupOf, subscriptionOf } from './resource-id.ts'
import { definitionType, indexedRole, listedBuiltIn } from './role-definitions.ts'

/** Nested types that Resource Graph lists; of the others it lists only the resources at the top. */
const listedNestedTypes = [
  /^microsoft\.machinelearningservices\/workspaces\/(onlineendpoints|batchendpoints)(\/deployments)?$/,
  /^microsoft\.machinelearningservices\/workspaces\/(serverlessendpoints|registries|inferencepools)$/,
]

const ownTables: Record<string, string> = {
  'microsoft.resources/subscriptions': 'resourcecontainers',
  'microsoft.resources/subscriptions/resourcegroups': 'resourcecontainers',
  'microsoft.authorization/roleassignments': 'authorizationresources',
  'microsoft.authorization/roledefinitions': 'authorizationresources',
  'microsoft.kubernetesconfiguration/extensions': 'kubernetesconfigurationresources',
  'microsoft.kubernetesconfiguration/fluxconfigurations': 'kubernetesconfigurationresources',
}

/** The rows of a query's table that the identity may read, in the subscriptions asked for. */
export function rowsFor(estate: Estate, program: Program, subscriptions: Set<string>, authorize: Authorize): Row[] {
  if (program.table === 'resourcecontainers') return containers(estate, subscriptions, authorize)
  const rows: Row[] = []
  for (const entry of candidates(estate, program.needs)) {
    if (tableOf(entry) !== program.table || !isInScope(entry, subscriptions)) continue
    if (authorize(`${entry.resource.type}/read`, entry.resource.id)) rows.push(rowOf(estate, entry))
  }
  if (program.table !== 'authorizationresources') return rows
  return [
    ...rows.map(withIndexedRole),
    ...listedBuiltIn(estate, authorize).map((resource) => rowOf(estate, { resource })),
  ]
}

/** The index names roles without the subscription that Resource Manager puts before them. */
function withIndexedRole(row: Row): Row {
  if (row.type === definitionType) return { ...row, id: indexedRole(row.id) }
  const { roleDefinitionId, ...properties } = (row.properties ?? {}) as Record<string, unknown>
  if (typeof roleDefinitionId !== 'string') return row
  return { ...row, properties: { ...properties, roleDefinitionId: indexedRole(roleDefinitionId) } }
}

function candidates(estate: Estate, needs: Program['needs']): Iterable<EstateEntry> {
  const index = indexOf(estate, true)
  if (!needs) return estate.entries
  const fitting = needs.flatMap(({ ids, types = [] }) =>
    ids ? ids.flatMap((id) => index.byId.get(id) ?? []) : types.flatMap((type) => index.byType.get(type) ?? []),
  )
  return new Set(fitting)
}

function tableOf(entry: EstateEntry): string | undefined {
  if (entry.indexed === null) return undefined
  const type = entry.resource.type.toLowerCase()
  const own = ownTables[type]
  if (own) return own
  const isNested = type.split('/').length > 2 || /\/providers\/.*\/providers\//i.test(entry.resource.id)
  const isListed = !isNested || entry.indexed !== undefined || listedNestedTypes.some((each) => each.test(type))
  return isListed ? 'resources' : undefined
}

function isInScope(entry: EstateEntry, subscriptions: Set<string>): boolean {
  const subscription = subscriptionOf(entry.resource.id)
  return subscription === undefined || subscriptions.has(subscription.toLowerCase())
}

function rowOf(estate: Estate, { resource, indexed, indexedApiVersion }: EstateEntry): Row {
  const source: Partial<CloudResource> = indexed
    ? { location: resource.location, name: resource.name, ...indexed }
    : resource
  return {
    id: source.id ?? resource.id,
    name: source.name ?? resource.id.split('/').at(-1),
    type: (source.type ?? resource.type).toLowerCase(),
    tenantId: estate.tenantId,
    kind: source.kind ?? '',
    location: source.location ?? '',
    resourceGroup: resourceGroupOf(resource.id)?.toLowerCase() ?? '',
    subscriptionId: subscriptionOf(resource.id) ?? '',
    managedBy: source.managedBy ?? '',
    sku: source.sku ?? null,
    plan: source.plan ?? null,
    properties: source.properties ?? null,
    tags: source.tags ?? null,
    identity: source.identity ?? null,
    zones: source.zones ?? null,
    extendedLocation: source.extendedLocation ?? null,
    apiVersion: indexedApiVersion ?? newestStable(estate, resource.type),
  }
}

/** What the index reads with where the estate does not say: it tells this for some types, and nothing for others. */
const indexedWith: Record<string, string> = {
  'microsoft.documentdb/databaseaccounts': '2026-03-15',
  'microsoft.databricks/workspaces': '2026-01-01',
}

function newestStable(estate: Estate, type: string): string {
  const stable = estate.apiVersions?.[type.toLowerCase()]?.filter((version) => !version.includes('preview')) ?? []
  return stable.toSorted().at(-1) ?? indexedWith[type.toLowerCase()] ?? ''
}

function containers(estate: Estate, subscriptions: Set<string>, authorize: Authorize): Row[] {
  const visible = estate.subscriptions.filter(({ id }) => subscriptions.has(id.toLowerCase()))
  const groups = [...indexOf(estate, true).resourceGroups.values()].filter(
    ({ id }) =>
      subscriptions.has(subscriptionOf(id)?.toLowerCase() ?? '') &&
      authorize('Microsoft.Resources/subscriptions/resourceGroups/read', id),
  )
  return [
    ...visible.filter(({ id }) => seesSubscription(estate, id)).map((each) => subscriptionRow(estate, each)),
    ...groups.map((group) => resourceGroupRow(estate, group)),
  ]
}

function subscriptionRow(estate: Estate, subscription: Estate['subscriptions'][number]): Row {
  const { id, name, managementGroups = [], state = 'Enabled' } = subscription
  const type = 'Microsoft.Resources/subscriptions'
  const ancestors = managementGroups.map((group) => ({ name: group, displayName: group }))
  const properties = { state, managementGroupAncestorsChain: ancestors }
  return {
    ...rowOf(estate, { resource: { id: `/subscriptions/${id}`, type, name, properties } }),
    resourceGroup: '',
  }
}

function resourceGroupRow(estate: Estate, group: ResourceGroup): Row {
  const type = 'Microsoft.Resources/subscriptions/resourceGroups'
  const own = indexOf(estate).byId.get(group.id.toLowerCase())
  return rowOf(estate, own ?? { resource: { ...group, type, properties: { provisioningState: 'Succeeded' } } })
}
