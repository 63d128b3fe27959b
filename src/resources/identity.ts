import { resourceType, text } from './type.ts'

export const userAssignedIdentity = resourceType(
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  { principalId: text('properties.principalId'), clientId: text('properties.clientId') },
  { label: 'user-assigned identity', prefix: 'id-', apiVersions: ['2023-01-31'] },
)

export const roleAssignment = resourceType(
  'Microsoft.Authorization/roleAssignments',
  {
    principalId: text('properties.principalId'),
    role: text('properties.roleDefinitionId'),
    scope: text('properties.scope'),
  },
  { label: 'role assignment', apiVersions: ['2022-04-01'] },
)
