import { list, resourceType, text } from './type.ts'

/** What the identity of this run may do in a resource group, by one of the roles that it has there. */
export const permission = resourceType(
  'Microsoft.Authorization/permissions',
  { actions: list('actions'), notActions: list('notActions'), condition: text('condition') },
  { label: 'permission of this identity', apiVersions: ['2022-04-01', '2015-07-01'] },
)
