import { list, resourceType, text } from './type.ts'

export const userAssignedIdentity = resourceType(
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  {
    principalId: text('properties.principalId', {
      givenBy: 'azure',
      made: ({ standIn }) => standIn.guid('principal'),
    }),
    clientId: text('properties.clientId', { givenBy: 'azure', made: ({ standIn }) => standIn.guid('client') }),
  },
  { label: 'user-assigned identity', prefix: 'id-', apiVersions: ['2023-01-31'] },
)

export const roleAssignment = resourceType(
  'Microsoft.Authorization/roleAssignments',
  {
    principalId: text('properties.principalId'),
    principalType: text('properties.principalType'),
    role: text('properties.roleDefinitionId'),
    scope: text('properties.scope', {
      givenBy: 'name',
      made: ({ id }) => id.replace(/\/providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/i, ''),
    }),
    /** it holds for all requests when there is none */
    condition: text('properties.condition'),
  },
  { label: 'role assignment', apiVersions: ['2022-04-01'] },
)

export const roleDefinition = resourceType(
  'Microsoft.Authorization/roleDefinitions',
  { permissions: list('properties.permissions') },
  { label: 'role definition', apiVersions: ['2022-04-01'] },
)
