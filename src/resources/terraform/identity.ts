import { Unknown } from '../../evidence/unknown.ts'
import { roleAssignment, userAssignedIdentity } from '../identity.ts'
import { type Attributes, attribute, type Mapping, terraform } from './declaration.ts'
import { inGroup, location } from './parts.ts'

const principal = (attributes: Attributes) => known(attributes, 'principal_id', 'principal')
const client = (attributes: Attributes) => known(attributes, 'client_id', 'client')

function known(attributes: Attributes, attribute: string, part: string): string {
  const value = attributes.read(attribute)
  return typeof value === 'string' && value !== '' ? value : attributes.standIn.guid(part)
}

export const assignedIdentity = terraform('azurerm_user_assigned_identity', userAssignedIdentity, {
  id: inGroup(userAssignedIdentity),
  settings: [
    location,
    [userAssignedIdentity.principalId, { attributes: ['principal_id'], from: principal }],
    [userAssignedIdentity.clientId, { attributes: ['client_id'], from: client }],
  ],
  computed: { principal_id: principal, client_id: client },
})

/** Roles by their names, of those that open keys and secrets of a vault (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security). */
const roles = new Map(
  Object.entries({
    'key vault administrator': '00482a5a-887f-4fb3-b363-3b7fe8e74483',
    'key vault secrets officer': 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    'key vault crypto service encryption user': 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    'key vault crypto user': '12338af0-0e69-4776-bea7-57ae8d297424',
    'key vault crypto officer': '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  }),
)

const otherRole = new Unknown('The plan names a role of which this version of the action does not know what it allows.')

const role: Mapping = {
  attributes: ['role_definition_id', 'role_definition_name'],
  from(attributes) {
    const id = attributes.read('role_definition_id')
    if (typeof id === 'string' && id !== '') return id
    const name = attributes.read('role_definition_name')
    if (name instanceof Unknown) return name
    return roles.get(String(name).toLowerCase()) ?? otherRole
  },
}

export const assignment = terraform('azurerm_role_assignment', roleAssignment, {
  id: {
    attributes: ['scope', 'name'],
    from(attributes) {
      const scope = attributes.read('scope', 'scope')
      if (typeof scope !== 'string') return scope
      const name = attributes.read('name')
      const last = typeof name === 'string' ? name : attributes.standIn.guid('name')
      return `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${last}`
    },
  },
  settings: [
    [roleAssignment.principalId, attribute('principal_id', { refersTo: 'principal' })],
    [roleAssignment.role, role],
    [roleAssignment.scope, attribute('scope', { refersTo: 'scope' })],
  ],
})
