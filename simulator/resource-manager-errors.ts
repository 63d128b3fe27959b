import type { CloudResource, Estate } from './estate.ts'
import { indexOf } from './estate-index.ts'
import type { Allowance } from './quotas.ts'
import { type ResourcePath, resourceGroupOf } from './resource-id.ts'
import { azureError, type Reply } from './traffic.ts'

/** Only where the path lies in a resource group that is not there. */
export function groupNotFound({ scope }: ResourcePath, estate: Estate): Reply | undefined {
  const id = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/i.exec(scope)?.[0]
  if (!id || indexOf(estate, true).resourceGroups.has(id.toLowerCase())) return undefined
  return azureError(404, 'ResourceGroupNotFound', `Resource group '${resourceGroupOf(scope)}' could not be found.`)
}

export function notFound(path: ResourcePath, estate: Estate): Reply {
  const group = resourceGroupOf(path.scope) ?? ''
  const missingGroup = groupNotFound(path, estate)
  if (missingGroup) return missingGroup
  const name = [path.namespace, ...path.types.flatMap((type, at) => [type, path.names[at]])].join('/')
  return azureError(
    404,
    'ResourceNotFound',
    `The Resource '${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  )
}

export function noRegisteredProvider(
  path: ResourcePath,
  apiVersion: string,
  supported: string[],
  found?: CloudResource,
) {
  const location = found?.location ?? 'westeurope'
  return azureError(
    400,
    'NoRegisteredProviderFound',
    `No registered resource provider found for location '${location}' and API version '${apiVersion}' for type '${path.types.join('/')}'. The supported api-versions are '${supported.join(', ')}'. The supported locations are 'westeurope, northeurope, eastus'.`,
  )
}

/** The first line is what Azure CLI users know; the namespace stands among the details. */
export function notRegistered(namespace: string): Reply {
  const message = `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`
  const code = 'MissingSubscriptionRegistration'
  return { status: 409, body: { error: { code, message, details: [{ code, target: namespace, message }] } } }
}

export function otherTenant(estate: Estate): Reply {
  return azureError(
    401,
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${estate.tenantId}/'. It must match the tenant associated with this subscription. Please use the authority (URL) of that tenant to get the token.`,
  )
}

export function unknownCollection(path: ResourcePath, apiVersion: string, supported: string[]): Reply {
  return azureError(
    404,
    'InvalidResourceType',
    `The resource type '${path.types.join('/')}' could not be found in the namespace '${path.namespace}' for api version '${apiVersion}'. The supported api-versions are '${supported.join(',')}'.`,
  )
}

export function parentNotFound(path: ResourcePath, parent: string): Reply {
  return azureError(
    404,
    'ParentResourceNotFound',
    `Failed to perform 'read' on resource(s) of type '${path.types.join('/')}', because the parent resource '${parent}' could not be found.`,
  )
}

export function forbidden(estate: Estate, action: string, scope: string): Reply {
  const { clientId, principalId } = estate.identity
  return azureError(
    403,
    'AuthorizationFailed',
    `The client '${clientId}' with object id '${principalId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  )
}

export function throttled(estate: Estate, subscription: string, { resetsAfter }: Allowance): Reply {
  const seconds = Math.max(1, Math.ceil(resetsAfter / 1000))
  return azureError(
    429,
    'SubscriptionRequestsThrottled',
    `Number of 'read' requests for subscription '${subscription}' actor '${estate.identity.principalId}' exceeded. Please try again after '${seconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
    { 'retry-after': String(seconds) },
  )
}
