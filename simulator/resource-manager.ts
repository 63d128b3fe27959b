import { authorizer, seesSubscription } from './authorization.ts'
import type { Estate } from './estate.ts'
import { indexOf, lookUp } from './estate-index.ts'
import { ownFileService } from './file-services.ts'
import type { Allowance, Quotas } from './quotas.ts'
import { parseResourcePath, type ResourcePath, subscriptionOf, typeOf } from './resource-id.ts'
import { forbidden, noRegisteredProvider, notFound, otherTenant, throttled } from './resource-manager-errors.ts'
import { type Context, collection, resourceBody, stateOf, supportedVersions } from './resource-manager-lists.ts'
import { definitionType, roleDefinition } from './role-definitions.ts'
import { azureError, type Reply, type ServiceRequest } from './traffic.ts'

/** A GET that reached Resource Manager with a valid token. */
export function readResource(
  request: ServiceRequest,
  estate: Estate,
  quotas: Quotas['resourceManager'],
  take: (subscription: string) => Allowance,
): Reply {
  const apiVersion = request.query['api-version']
  if (!apiVersion) {
    return azureError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    )
  }
  if (!/^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/.test(apiVersion)) {
    return azureError(400, 'InvalidApiVersionParameter', `The api-version '${apiVersion}' is invalid.`)
  }
  const path = request.path.replace(/\/+$/, '')
  const subscription = subscriptionOf(path)?.toLowerCase() ?? ''
  const allowance = take(subscription)
  const context = { request, path, estate, authorize: authorizer(estate), pageSize: quotas.pageSize }
  const reply = allowance.granted ? route(context) : throttled(estate, subscription, allowance)
  return { ...reply, headers: { ...headers(allowance), ...reply.headers } }
}

function route(context: Context): Reply {
  const { path, estate } = context
  const subscription = subscriptionOf(path)
  if (/^\/subscriptions$/i.test(path)) return subscriptions(context)
  if (estate.otherTenant?.some((id) => same(id, subscription ?? ''))) return otherTenant(estate)
  if (subscription !== undefined && !estate.subscriptions.some(({ id }) => same(id, subscription))) {
    return azureError(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`)
  }
  const [, below, name] = /^\/subscriptions\/[^/]+(?:\/(resourcegroups|providers)(?:\/([^/]+))?)?$/i.exec(path) ?? []
  if (subscription !== undefined && path.split('/').length === 3) return oneSubscription(context, subscription)
  if (/^resourcegroups$/i.test(below ?? '')) return resourceGroup(context, name)
  if (subscription !== undefined && /^providers$/i.test(below ?? '') && name) return provider(context, name)
  const resourcePath = parseResourcePath(path)
  if (!resourcePath) return azureError(404, 'NotFound', 'The requested path does not exist.')
  return resourcePath.isCollection ? collection(context, resourcePath) : resource(context, resourcePath)
}

function subscriptions({ estate }: Context): Reply {
  const visible = estate.subscriptions.filter(({ id }) => seesSubscription(estate, id))
  const value = visible.map((each) => subscriptionBody(estate, each))
  return { status: 200, body: { value, count: { type: 'Total', value: value.length } } }
}

function oneSubscription({ estate, path }: Context, subscription: string): Reply {
  const found = estate.subscriptions.find(({ id }) => same(id, subscription))
  if (!found || !seesSubscription(estate, subscription)) {
    return forbidden(estate, 'Microsoft.Resources/subscriptions/read', path)
  }
  return { status: 200, body: subscriptionBody(estate, found) }
}

function subscriptionBody(estate: Estate, { id, name, state = 'Enabled' }: Estate['subscriptions'][number]) {
  return {
    id: `/subscriptions/${id}`,
    subscriptionId: id,
    displayName: name,
    tenantId: estate.tenantId,
    state,
    authorizationSource: 'RoleBased',
  }
}

function resourceGroup({ estate, path, authorize }: Context, name: string | undefined): Reply {
  const action = 'Microsoft.Resources/subscriptions/resourceGroups/read'
  if (!authorize(action, path)) return forbidden(estate, action, path)
  const groups = indexOf(estate).resourceGroups
  const body = (group: { id: string }) => ({
    type: 'Microsoft.Resources/resourceGroups',
    properties: { provisioningState: 'Succeeded' },
    ...group,
    ...lookUp(estate, group.id)?.resource,
  })
  if (name === undefined) {
    const prefix = `${path}/`.toLowerCase()
    const value = [...groups].filter(([id]) => id.startsWith(prefix)).map(([, group]) => body(group))
    return { status: 200, body: { value } }
  }
  const group = groups.get(path.toLowerCase())
  if (!group) return azureError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`)
  return { status: 200, body: body(group) }
}

function provider({ estate, authorize, path }: Context, namespace: string): Reply {
  const action = 'Microsoft.Resources/subscriptions/providers/read'
  if (!authorize(action, path)) return forbidden(estate, action, path)
  const registrationState = stateOf(estate, path, namespace)
  const resourceTypes = Object.entries(estate.apiVersions ?? {})
    .filter(([type]) => type.startsWith(`${namespace.toLowerCase()}/`))
    .map(([type, apiVersions]) => ({ resourceType: type.slice(namespace.length + 1), locations: [], apiVersions }))
  const registrationPolicy = 'RegistrationRequired'
  return { status: 200, body: { id: path, namespace, resourceTypes, registrationState, registrationPolicy } }
}

function resource({ estate, path, authorize, request }: Context, resourcePath: ResourcePath): Reply {
  const action = `${typeOf(resourcePath)}/read`
  if (!authorize(action, path)) return forbidden(estate, action, path)
  if (typeOf(resourcePath).toLowerCase() === definitionType) return roleDefinition(estate, resourcePath)
  const supported = supportedVersions(estate, resourcePath)
  const apiVersion = request.query['api-version'] ?? ''
  const entry = lookUp(estate, path)
  if (supported && !supported.includes(apiVersion)) {
    return noRegisteredProvider(resourcePath, apiVersion, supported, entry?.resource)
  }
  if (!entry || entry.deleted) return ownFileService(estate, path) ?? notFound(resourcePath, estate)
  return { status: 200, body: resourceBody(entry.resource) }
}

function headers({ remaining }: Allowance): Record<string, string> {
  const id = crypto.randomUUID()
  return {
    'cache-control': 'no-cache',
    'x-ms-ratelimit-remaining-subscription-reads': String(remaining),
    'x-ms-ratelimit-remaining-subscription-global-reads': '3749',
    'x-ms-request-id': id,
    'x-ms-correlation-request-id': id,
    'x-ms-routing-request-id': `WESTEUROPE:20261123T000000Z:${id}`,
  }
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
