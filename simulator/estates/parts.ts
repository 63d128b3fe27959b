import type { CloudResource, Estate, FederatedCredential, RoleAtScope } from '../estate.ts'
import {
  cosmosDbAccount,
  cosmosDbKey,
  entry,
  guidOf,
  hexOf,
  type KeyReference,
  keyDates,
  keyVault,
  keyWithVersion,
  roleAssignment,
  roles,
  rotates,
  type Scope,
  searchEnforcesKeys,
  searchService,
  storageAccount,
  storageKey,
  tenantId,
} from '../templates.ts'

export const subscriptionIds = {
  production: '11111111-1111-4111-8111-111111111111',
  research: '22222222-2222-4222-8222-222222222222',
  platform: '33333333-3333-4333-8333-333333333333',
}

const clientId = 'c11e4700-0000-4000-8000-000000000001'

const principalId = '0b1ec700-0000-4000-8000-000000000001'

const repository = 'contoso/ml-platform'

export const reader = (scope: string): RoleAtScope => ({ scope, actions: ['*/read'] })

/** The credentials of docs/setup.md: one for pull requests, one for the default branch. */
const federatedCredentials = (name = repository): FederatedCredential[] =>
  ['pull_request', 'ref:refs/heads/main'].map((subject) => ({
    issuer: 'https://token.actions.githubusercontent.com',
    subject: `repo:${name}:${subject}`,
    audience: 'api://AzureADTokenExchange',
  }))

interface Content {
  subscriptions: Estate['subscriptions']
  resources: CloudResource[]
  roles?: RoleAtScope[]
}

/** An estate read by an identity with Reader on every subscription, unless other roles are given. */
export function estateOf({ subscriptions, resources, roles }: Content): Estate {
  return {
    tenantId,
    subscriptions,
    entries: resources.map(entry),
    identity: {
      clientId,
      principalId,
      federatedCredentials: federatedCredentials(),
      roles: roles ?? subscriptions.map(({ id }) => reader(`/subscriptions/${id}`)),
    },
  }
}

/** The resource with this id, in any case; an estate without it is a mistake in the test. */
export function resourceOf(estate: Estate, id: string): CloudResource {
  const found = estate.entries.find(({ resource }) => resource.id.toLowerCase() === id.toLowerCase())
  if (!found) throw new Error(`no resource ${id} in this estate`)
  return found.resource
}

/** A vault for customer-managed keys with one healthy key in it. */
export function vaultWithKey(scope: Scope, name: string, keyName: string, now: number) {
  const vault = keyVault(scope, name, { properties: { sku: { name: 'premium' } } })
  const attributes = keyDates(now, { createdDaysAgo: 90, expiresInDays: 640 })
  const key = keyWithVersion(vault, keyName, { properties: { kty: 'RSA-HSM', attributes, rotationPolicy: rotates } })
  return { vault, key: key.reference, resources: [vault, ...key.resources] }
}

/** What a service needs on the vault of its key. */
export const cryptoUser = (vaultId: string, principalId: string) =>
  roleAssignment(vaultId, roles.keyVaultCryptoServiceEncryptionUser, principalId)

/** The group that the service makes beside a workspace with a subscription-side key. */
export function metadataGroup(scope: Scope, workspace: string, key: KeyReference) {
  const name = `azureml-rg-${workspace}_${guidOf(`${scope.resourceGroup}/${workspace}`)}`
  const group = { ...scope, resourceGroup: name }
  const stem = hexOf(name).slice(0, 16)
  const resources = [
    cosmosDbAccount(group, `cosmos${stem}`, cosmosDbKey(key)),
    searchService(group, `search${stem}`, searchEnforcesKeys),
    storageAccount(group, `st${stem}`, storageKey(key)),
  ]
  return { name, resources }
}

/** The ten digits that the portal and the SDK append to names. */
export const digitsOf = (text: string) => String(Number.parseInt(hexOf(text).slice(0, 12), 16) % 1e10).padStart(10, '0')
