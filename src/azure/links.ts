import { childLists, containerGroupsSegment, extensionsSegment } from '../evidence/children.ts'
import { encryptionPrincipal, workspacePrincipal } from '../evidence/identity.ts'
import { type KeyHosts, parseKeyId } from '../evidence/key-id.ts'
import { keyUses } from '../evidence/keys.ts'
import { notObservable } from '../evidence/meaning.ts'
import { collectionKey, type EvidenceSet, type ReadRecord } from '../evidence/records.ts'
import { valueAt } from '../evidence/resource.ts'
import { groupId, groupIdOf, idKey, parseResourceId } from '../evidence/resource-id.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { databricksWorkspace } from '../resources/databricks.ts'
import { resourceTypes } from '../resources/index.ts'
import { connectedCluster, managedCluster } from '../resources/kubernetes.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import type { Reader } from './reader.ts'

/** Wants what a resource refers to: other resources by id, and the keys it is encrypted with. */
export function followLinks(record: ReadRecord, reader: Reader, hosts: KeyHosts): void {
  const type = String(record.body.type).toLowerCase()
  for (const { path } of resourceTypes[type]?.links ?? []) wantId(reader, record, path, type === computeType)
  followChild(type, record, reader)
  for (const use of keyUses(type, record.body, hosts)) reader.wantKey(use)
  for (const path of identities) wantIdentity(record, reader, valueAt(record.body, path))
}

const machineLearning = mlWorkspace.type
const computeType = `${machineLearning}/computes`

/** What lies behind the things that a workspace holds. */
function followChild(type: string, record: ReadRecord, reader: Reader): void {
  const lists: Record<string, string> = {
    [`${machineLearning}/onlineendpoints`]: 'deployments',
    [`${machineLearning}/batchendpoints`]: 'deployments',
    [managedCluster.type]: extensionsSegment,
    [connectedCluster.type]: extensionsSegment,
  }
  const segment = lists[type]
  if (segment) reader.wantList(record.id, segment)
  if (type === `${machineLearning}/datastores`) wantAccountOf(record, reader)
  const isInstance = sameText(valueAt(record.body, 'properties.computeType'), 'ACI')
  if (type === `${machineLearning}/services` && isInstance) reader.wantList(groupOf(record.id), containerGroupsSegment)
}

/** Encryption scopes of a storage account: a request for each, so only when somebody asked for their check. */
export function followScopes(record: ReadRecord, reader: Reader): void {
  const isAccount = String(record.body.type).toLowerCase() === storageAccount.type
  if (isAccount) reader.wantList(record.id, 'encryptionScopes')
}

/** A datastore names its account, and only sometimes where that account is. */
function wantAccountOf({ body }: ReadRecord, reader: Reader): void {
  const [name, subscription, group] = ['accountName', 'subscriptionId', 'resourceGroup'].map((path) =>
    valueAt(body, `properties.${path}`),
  )
  if (typeof name !== 'string' || !/^[a-z0-9]{3,24}$/i.test(name)) return
  if (typeof subscription !== 'string' || typeof group !== 'string') reader.wantAccount(name)
  else reader.want(`${groupId(subscription, group)}/providers/Microsoft.Storage/storageAccounts/${name}`)
}

function groupOf(id: string): string {
  const { subscriptionId = '', resourceGroup = '' } = parseResourceId(id) ?? {}
  return groupId(subscriptionId, resourceGroup)
}

function sameText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
}

const identities = ['properties.primaryUserAssignedIdentity', 'properties.encryption.identity.userAssignedIdentity']

/** Most resources repeat the principal of their identities; where they do not, the identity itself is read. */
function wantIdentity(record: ReadRecord, reader: Reader, id: unknown): void {
  if (typeof id !== 'string') return
  const known = Object.entries((valueAt(record.body, 'identity.userAssignedIdentities') as object | undefined) ?? {})
  if (!known.some(([name, identity]) => idKey(name) === idKey(id) && valueAt(identity, 'principalId'))) reader.want(id)
}

/** What only a workspace that is judged leads to. */
export function followWorkspace(record: ReadRecord, reader: Reader): void {
  const { subscriptionId = '' } = parseResourceId(record.id) ?? {}
  const namespaces = ['Microsoft.MachineLearningServices', 'Microsoft.Storage', 'Microsoft.KeyVault']
  const identities = valueAt(record.body, 'identity.userAssignedIdentities')
  if (typeof identities === 'object' && !Array.isArray(identities))
    for (const id of Object.keys(identities ?? {})) wantIdentity(record, reader, id)
  if (hasCustomerManagedKey(record) && !isProject(record)) {
    const written = valueAt(record.body, 'properties.serviceProvisionedResourceGroup')
    const group = typeof written === 'string' ? groupIdOf(written, subscriptionId) : null
    if (group) {
      reader.wantGroup(group)
      namespaces.push('Microsoft.DocumentDB', 'Microsoft.Search')
    }
    for (const name of broughtAlong) wantId(reader, record, `properties.encryption.${name}`)
  }
  for (const segment of Object.values(childLists)) reader.wantList(record.id, segment)
  for (const namespace of namespaces) reader.want(`/subscriptions/${subscriptionId}/providers/${namespace}`)
}

/** A project's dependencies are its hub's; only what the hub does not name is the project's own. */
export function followProject(record: ReadRecord, reader: Reader, evidence: EvidenceSet): void {
  const hubId = valueAt(record.body, 'properties.hubResourceId')
  const hub = typeof hubId === 'string' ? evidence.resources.get(idKey(hubId)) : undefined
  const inherited = new Set(
    dependencies.map((path) => (hub?.state === 'read' ? lowerId(valueAt(hub.body, path)) : null)),
  )
  for (const path of dependencies) {
    if (!inherited.has(lowerId(valueAt(record.body, path)))) wantId(reader, record, path)
  }
}

/** Principals whose role assignments decide, because the vault they use goes by roles and not by access policies. */
export function wantRoleAssignments(evidence: EvidenceSet, reader: Reader): void {
  const goesByRoles = (id: unknown) => {
    const vault = typeof id === 'string' ? evidence.resources.get(idKey(id)) : undefined
    return (
      vault?.state === 'read' &&
      String(valueAt(vault.body, 'properties.enableRbacAuthorization')).toLowerCase() === 'true'
    )
  }
  for (const record of evidence.resources.values()) {
    if (record.state !== 'read') continue
    const type = String(record.body.type).toLowerCase()
    const isStorage = type === storageAccount.type
    const isWorkspace = type === mlWorkspace.type
    if (isWorkspace && goesByRoles(valueAt(record.body, 'properties.keyVault'))) {
      want(reader, workspacePrincipal(evidence, record.body).principalId)
    }
    if (!isStorage && !isWorkspace) continue
    const vaults = keyUses(type, record.body, evidence.keyHosts).map(
      (use) => evidence.collections.get(collectionKey.vault(use.host))?.ids[0],
    )
    if (vaults.some(goesByRoles)) want(reader, encryptionPrincipal(evidence, record.body).principalId)
  }
}

/** What Resource Graph left out though a rule must know it: older api-versions lack it, or the index drops it. */
export function leftOut(record: ReadRecord): string | null {
  if (record.source === 'resource-manager') return null
  const type = String(record.body.type).toLowerCase()
  if (type === storageAccount.type) {
    const created = ['key1', 'key2'].map((key) => valueAt(record.body, `properties.keyCreationTime.${key}`))
    const expires = valueAt(record.body, 'properties.keyPolicy.keyExpirationPeriodInDays') !== undefined
    const matters = expires && valueAt(record.body, 'properties.allowSharedKeyAccess') !== false
    return matters && created.includes(undefined) ? 'properties.keyCreationTime' : null
  }
  const late = latecomers[type]?.find(({ path, matters }) => isHidden(record, path) && matters(record))
  if (late) return late.path
  const isUndetermined = type === machineLearning && !isProject(record) && hasCustomerManagedKey(record)
  return isUndetermined && !architectureIsKnown(record) ? 'properties.enableServiceSideCMKEncryption' : null
}

/** What Resource Graph may not show yet, and where something is decided by it. */
const latecomers: Record<string, { path: string; matters: (record: ReadRecord) => boolean }[]> = {
  [machineLearning]: [{ path: 'properties.systemDatastoresAuthMode', matters: (record) => !isProject(record) }],
  [cosmosDbAccount.type]: [
    {
      path: 'properties.keyVaultKeyUriVersion',
      matters: ({ body }) => parseKeyId(String(valueAt(body, 'properties.keyVaultKeyUri')))?.version === null,
    },
  ],
  [databricksWorkspace.type]: [
    // one with a managed group is not serverless
    {
      path: 'properties.computeMode',
      matters: ({ body }) => valueAt(body, 'properties.managedResourceGroupId') === undefined,
    },
  ],
}

function isHidden(record: ReadRecord, path: string): boolean {
  const type = String(record.body.type).toLowerCase()
  return valueAt(record.body, path) === undefined && notObservable(type, record.apiVersion).includes(path.toLowerCase())
}

const dependencies = [
  'properties.storageAccount',
  'properties.keyVault',
  'properties.containerRegistry',
  'properties.applicationInsights',
]

const broughtAlong = ['cosmosDbResourceId', 'storageAccountResourceId', 'searchAccountResourceId']

function architectureIsKnown(record: ReadRecord): boolean {
  const paths = [
    'properties.serviceProvisionedResourceGroup',
    ...broughtAlong.map((name) => `properties.encryption.${name}`),
  ]
  const isServiceSide = valueAt(record.body, 'properties.enableServiceSideCMKEncryption') === true
  return isServiceSide || paths.some((path) => valueAt(record.body, path) !== undefined)
}

export function isProject(record: ReadRecord): boolean {
  return String(valueAt(record.body, 'kind')).toLowerCase() === 'project'
}

function hasCustomerManagedKey(record: ReadRecord): boolean {
  return String(valueAt(record.body, 'properties.encryption.status')).toLowerCase() === 'enabled'
}

/** With `onlyKnown`, what nothing here reads is left alone: computes attach to more than what has checks. */
function wantId(reader: Reader, record: ReadRecord, path: string, onlyKnown = false): void {
  const id = valueAt(record.body, path)
  if (typeof id === 'string' && !(onlyKnown && !resourceTypes[parseResourceId(id)?.type ?? ''])) reader.want(id)
}

function want(reader: Reader, principalId: string | null): void {
  if (principalId && /^[0-9a-f-]{36}$/i.test(principalId)) reader.wantRoles(principalId)
}

function lowerId(value: unknown): string | null {
  return typeof value === 'string' ? idKey(value) : null
}
