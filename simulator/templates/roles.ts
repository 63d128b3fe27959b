import type { CloudResource } from '../estate.ts'
import { build, guidOf, type Overrides } from './build.ts'

export const roles = {
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  keyVaultAdministrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  keyVaultReader: '21090545-7ca7-4776-b22c-e363652d74d2',
  keyVaultSecretsOfficer: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6',
  keyVaultCryptoOfficer: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  keyVaultCryptoUser: '12338af0-0e69-4776-bea7-57ae8d297424',
  keyVaultCryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
}

interface Permissions {
  actions?: string[]
  notActions?: string[]
  dataActions?: string[]
  notDataActions?: string[]
}

const definitionType = 'Microsoft.Authorization/roleDefinitions'
const none = { actions: [], notActions: [], dataActions: [], notDataActions: [] }
const vaults = 'Microsoft.KeyVault/vaults'
const keyUse = (...operations: string[]) => operations.map((each) => `${vaults}/keys/${each}/action`)

// Example: Microsoft.Authorization RoleDefinitions_Get.json; what each allows: "Azure built-in roles for Security"
const builtIn: [id: string, name: string, allowed: Permissions][] = [
  [roles.reader, 'Reader', { actions: ['*/read'] }],
  [roles.contributor, 'Contributor', { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] }],
  [roles.keyVaultAdministrator, 'Key Vault Administrator', { dataActions: [`${vaults}/*`] }],
  [
    roles.keyVaultReader,
    'Key Vault Reader',
    { dataActions: [`${vaults}/*/read`, `${vaults}/secrets/readMetadata/action`] },
  ],
  [roles.keyVaultSecretsOfficer, 'Key Vault Secrets Officer', { dataActions: [`${vaults}/secrets/*`] }],
  [
    roles.keyVaultSecretsUser,
    'Key Vault Secrets User',
    { dataActions: [`${vaults}/secrets/getSecret/action`, `${vaults}/secrets/readMetadata/action`] },
  ],
  [
    roles.keyVaultCryptoOfficer,
    'Key Vault Crypto Officer',
    { dataActions: [`${vaults}/keys/*`, `${vaults}/keyrotationpolicies/*`] },
  ],
  [
    roles.keyVaultCryptoUser,
    'Key Vault Crypto User',
    {
      dataActions: [
        `${vaults}/keys/read`,
        ...keyUse('update', 'backup', 'encrypt', 'decrypt', 'wrap', 'unwrap', 'sign', 'verify'),
      ],
    },
  ],
  [
    roles.keyVaultCryptoServiceEncryptionUser,
    'Key Vault Crypto Service Encryption User',
    {
      actions: ['write', 'read', 'delete'].map((verb) => `Microsoft.EventGrid/eventSubscriptions/${verb}`),
      dataActions: [`${vaults}/keys/read`, ...keyUse('wrap', 'unwrap')],
    },
  ],
]

/** Those of Microsoft that matter here, which every tenant has. */
export const builtInRoles: CloudResource[] = builtIn.map(([id, roleName, allowed]) =>
  definition(`/providers/${definitionType}/${id}`, { roleName, type: 'BuiltInRole', assignableScopes: ['/'] }, allowed),
)

/** A role of somebody's own, made at a subscription or a management group, where it can be assigned. */
export function customRole(scope: string, roleName: string, allowed: Permissions, ...overrides: Overrides[]) {
  const above = /^\/subscriptions\/[^/]+/.exec(scope)?.[0] ?? ''
  const id = `${above}/providers/${definitionType}/${guidOf(`${scope}/${roleName}`)}`
  return build(definition(id, { roleName, type: 'CustomRole', assignableScopes: [scope] }, allowed), overrides)
}

function definition(id: string, about: object, allowed: Permissions): CloudResource {
  const properties = {
    ...about,
    description: '',
    permissions: [{ ...none, ...allowed }],
    createdOn: '2020-05-19T17:52:46.2349235Z',
    updatedOn: '2021-11-11T20:15:40.7911764Z',
    createdBy: null,
    updatedBy: null,
  }
  return { id, name: id.slice(id.lastIndexOf('/') + 1), type: definitionType, properties }
}

/** The GUID by which assignments name a role. */
export const roleOf = ({ id }: CloudResource) => id.slice(id.lastIndexOf('/') + 1)

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
    id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: `${subscription}/providers/${definitionType}/${role}`,
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

/** What an assignment to a group has otherwise. */
export const toGroup = { properties: { principalType: 'Group' } }

export const managementGroupId = (name: string) => `/providers/Microsoft.Management/managementGroups/${name}`
