import type { CloudResource } from '../estate.ts'
import { build, guidOf, locationOf, type Overrides, type Scope, tenantId } from './build.ts'

export const roles = {
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  keyVaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  keyVaultCryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
}

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

// Example: Microsoft.Authorization RoleAssignments_Get.json; the definition's id names the subscription of the scope
export function roleAssignment(
  scope: string,
  role: string,
  principalId: string,
  ...overrides: Overrides[]
): CloudResource {
  const name = guidOf(`${scope}/${role}/${principalId}`)
  const subscription = scope.match(/^\/subscriptions\/[^/]+/)?.[0] ?? ''
  const template = {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
      principalId,
      principalType: 'ServicePrincipal',
      scope,
      condition: null,
      conditionVersion: null,
      createdOn: '2025-03-11T08:20:09.5318806Z',
      updatedOn: '2025-03-11T08:20:09.5318806Z',
      createdBy: 'ad314000-0000-4000-8000-000000000001',
      updatedBy: 'ad314000-0000-4000-8000-000000000001',
      delegatedManagedIdentityResourceId: null,
      description: null,
    },
  }
  return build(template, overrides)
}
