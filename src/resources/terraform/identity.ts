import { Unknown } from '../../evidence/unknown.ts'
import { builtInRoles } from '../built-in-roles.ts'
import { roleAssignment, roleDefinition, userAssignedIdentity } from '../identity.ts'
import { casedType } from '../type.ts'
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

const roles = new Map(builtInRoles.map(({ name, guid }) => [name.toLowerCase(), guid]))

const otherRole = new Unknown('The plan names a role of which this version of the action does not know what it allows.')

const role: Mapping = {
  attributes: ['role_definition_id', 'role_definition_name'],
  from(attributes) {
    const id = attributes.read('role_definition_id')
    if (typeof id === 'string' && id !== '') return id
    const name = attributes.read('role_definition_name')
    if (name instanceof Unknown) return name
    const guid = roles.get(String(name).toLowerCase())
    return guid === undefined ? otherRole : `/providers/${casedType(roleDefinition.about)}/${guid}`
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
    [roleAssignment.condition, attribute('condition')],
    [roleAssignment.principalType, attribute('principal_type')],
    [roleAssignment.scope, attribute('scope', { refersTo: 'scope' })],
  ],
})
