import type { CloudResource } from '../estate.ts'
import { build, guidOf, locationOf, type Overrides, type Scope, tenantId } from './build.ts'

// Example: Microsoft.ManagedIdentity IdentityGet.json, with `resourcegroups` in its id
export function userAssignedIdentity(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const group = `/subscriptions/${scope.subscriptionId}/resourcegroups/${scope.resourceGroup}`
  const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
  const template = {
    id,
    name,
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    location: locationOf(scope),
    tags: {},
    properties: { tenantId, principalId: guidOf(`${id}/principal`), clientId: guidOf(`${id}/client`) },
  }
  return build(template, overrides)
}

export const principalOf = (identity: CloudResource) => (identity.properties as { principalId: string }).principalId

/** The object id of a resource's system-assigned identity. */
export const systemPrincipalOf = (resource: CloudResource) => String(resource.identity?.principalId)

/** What a resource that uses identities shows of them; some providers put a blank after the comma, some do not. */
export const userAssigned = (...identities: CloudResource[]) => ({
  type: 'UserAssigned',
  userAssignedIdentities: Object.fromEntries(
    identities.map(({ id, properties }) => {
      const { principalId, clientId } = properties as { principalId: string; clientId: string }
      return [id, { principalId, clientId }]
    }),
  ),
})
