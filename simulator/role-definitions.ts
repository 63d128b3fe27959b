import { type Authorize, reaches } from './authorization.ts'
import type { CloudResource, Estate } from './estate.ts'
import { indexOf } from './estate-index.ts'
import { type ResourcePath, subscriptionOf } from './resource-id.ts'
import { builtInRoles, roleOf } from './templates/roles.ts'
import { azureError, type Reply } from './traffic.ts'

export const definitionType = 'microsoft.authorization/roledefinitions'

/** A role that can be assigned at the scope of a path, by its GUID: Azure answers with the id that it has there. */
export function roleDefinition(estate: Estate, { scope, names }: ResourcePath): Reply {
  const [wanted = ''] = names
  const found = [...builtInRoles, ...customRoles(estate)].find(
    (each) => roleOf(each).toLowerCase() === wanted.toLowerCase() && isAssignable(estate, each, scope),
  )
  if (!found)
    return azureError(
      404,
      'RoleDefinitionDoesNotExist',
      `The specified role definition with ID '${wanted.replaceAll('-', '')}' does not exist.`,
    )
  const subscription = subscriptionOf(scope)
  const above = subscription === undefined ? '' : `/subscriptions/${subscription}`
  return { status: 200, body: { ...found, id: `${above}/providers/${found.type}/${roleOf(found)}` } }
}

/** Microsoft's own, as Resource Graph has them: for whoever may read roles in one subscription. */
export function listedBuiltIn(estate: Estate, authorize: Authorize): CloudResource[] {
  const mayRead = estate.subscriptions.some(({ id }) => authorize(`${definitionType}/read`, `/subscriptions/${id}`))
  return mayRead ? builtInRoles.map(asIndexed) : []
}

/** As Resource Graph writes ids of roles; assignments name them in the same way there. */
function asIndexed(role: CloudResource): CloudResource {
  return { ...role, id: indexedRole(role.id) }
}

export function indexedRole(id: unknown): string {
  const name = String(id).split('/').at(-1)
  return `/providers/Microsoft.Authorization/RoleDefinitions/${name}`
}

function customRoles(estate: Estate): CloudResource[] {
  return (indexOf(estate).byType.get(definitionType) ?? []).flatMap(({ resource, deleted }) =>
    deleted ? [] : resource,
  )
}

function isAssignable(estate: Estate, role: CloudResource, scope: string): boolean {
  const { assignableScopes = [] } = role.properties as { assignableScopes?: string[] }
  return assignableScopes.some((each) => reaches(estate, each, scope))
}
