import { childLists, containerGroupsSegment, listsBelow } from '../evidence/children.ts'
import { type KeyHosts, parseKeyId } from '../evidence/key-id.ts'
import { keyUses } from '../evidence/keys.ts'
import type { EvidenceSet, ReadRecord } from '../evidence/records.ts'
import { propertyOf, valueAt } from '../evidence/resource.ts'
import { groupId, groupIdOf, idKey, parseResourceId } from '../evidence/resource-id.ts'
import { mlCompute } from '../resources/compute.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { databricksWorkspace } from '../resources/databricks.ts'
import { mlDatastore } from '../resources/datastore.ts'
import { resourceTypes } from '../resources/index.ts'
import { encryptionIdentity, managedIdentity } from '../resources/managed-identity.ts'
import { storageAccount } from '../resources/storage-account.ts'
import type { Property } from '../resources/type.ts'
import { webService } from '../resources/web-service.ts'
import { dependencies, metadataStores, mlWorkspace } from '../resources/workspace.ts'
import { notObservable } from './observable.ts'
import type { Reader } from './reader/reader.ts'

/** Wants what a resource refers to: other resources by id, and the keys it is encrypted with. */
export function followLinks(record: ReadRecord, reader: Reader, hosts: KeyHosts): void {
  const type = String(record.body.type).toLowerCase()
  for (const link of resourceTypes[type]?.links ?? []) wantId(reader, record, link, type === mlCompute.type)
  followChild(type, record, reader)
  for (const use of keyUses(type, record.body, hosts)) reader.wantKey(use)
  for (const property of identities) wantIdentity(record, reader, propertyOf(record.body, property))
}

/** What lies behind the things that a workspace holds. */
function followChild(type: string, record: ReadRecord, reader: Reader): void {
  const segment = listsBelow[type]
  if (segment) reader.wantList(record.id, segment)
  if (type === mlDatastore.type) wantAccountOf(record, reader)
  const isInstance = sameText(propertyOf(record.body, webService.computeType), 'ACI')
  if (type === webService.type && isInstance) reader.wantList(groupOf(record.id), containerGroupsSegment)
}

/** Encryption scopes of a storage account: a request for each, so only when somebody asked for their check. */
export function followScopes(record: ReadRecord, reader: Reader): void {
  const isAccount = String(record.body.type).toLowerCase() === storageAccount.type
  if (isAccount) reader.wantList(record.id, 'encryptionScopes')
}

/** A datastore names its account, and only sometimes where that account is. */
function wantAccountOf({ body }: ReadRecord, reader: Reader): void {
  const { account, subscription: ofSubscription, resourceGroup } = mlDatastore
  const [name, subscription, group] = [account, ofSubscription, resourceGroup].map((each) => propertyOf(body, each))
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

const identities = [mlWorkspace.primaryIdentity, encryptionIdentity]

/** Most resources repeat the principal of their identities; where they do not, the identity itself is read. */
function wantIdentity(record: ReadRecord, reader: Reader, id: unknown): void {
  if (typeof id !== 'string') return
  const known = Object.entries(
    (propertyOf(record.body, managedIdentity.userAssignedIdentities) as object | undefined) ?? {},
  )
  if (!known.some(([name, identity]) => idKey(name) === idKey(id) && valueAt(identity, 'principalId'))) reader.want(id)
}

/** What only a workspace that is judged leads to. */
export function followWorkspace(record: ReadRecord, reader: Reader): void {
  const { subscriptionId = '' } = parseResourceId(record.id) ?? {}
  const namespaces = ['Microsoft.MachineLearningServices', 'Microsoft.Storage', 'Microsoft.KeyVault']
  const identities = propertyOf(record.body, managedIdentity.userAssignedIdentities)
  if (typeof identities === 'object' && !Array.isArray(identities))
    for (const id of Object.keys(identities ?? {})) wantIdentity(record, reader, id)
  if (hasCustomerManagedKey(record) && !isProject(record)) {
    const written = propertyOf(record.body, mlWorkspace.managedResourceGroup)
    const group = typeof written === 'string' ? groupIdOf(written, subscriptionId) : null
    if (group) {
      reader.wantGroup(group)
      namespaces.push('Microsoft.DocumentDB', 'Microsoft.Search')
    }
    for (const { property } of metadataStores) wantId(reader, record, property)
  }
  for (const segment of Object.values(childLists)) reader.wantList(record.id, segment)
  for (const namespace of namespaces) reader.want(`/subscriptions/${subscriptionId}/providers/${namespace}`)
}

/** A project's dependencies are its hub's; only what the hub does not name is the project's own. */
export function followProject(record: ReadRecord, reader: Reader, evidence: EvidenceSet): void {
  const hubId = propertyOf(record.body, mlWorkspace.hub)
  const hub = typeof hubId === 'string' ? evidence.resources.get(idKey(hubId)) : undefined
  const named = Object.values(dependencies).map(({ property }) => property)
  const inherited = new Set(named.map((each) => (hub?.state === 'read' ? lowerId(propertyOf(hub.body, each)) : null)))
  for (const each of named) {
    if (!inherited.has(lowerId(propertyOf(record.body, each)))) wantId(reader, record, each)
  }
}

/** What Resource Graph left out though a rule must know it: older api-versions lack it, or the index drops it. */
export function leftOut(record: ReadRecord): string | null {
  if (record.source === 'resource-manager') return null
  const type = String(record.body.type).toLowerCase()
  if (type === storageAccount.type) {
    const created = [storageAccount.key1CreationTime, storageAccount.key2CreationTime].map((key) =>
      propertyOf(record.body, key),
    )
    const expires = propertyOf(record.body, storageAccount.keyExpirationDays) !== undefined
    const matters = expires && propertyOf(record.body, storageAccount.sharedKeyAccess) !== false
    return matters && created.includes(undefined) ? storageAccount.keyCreationTime.path : null
  }
  const late = latecomers[type]?.find(({ property, matters }) => isHidden(record, property) && matters(record))
  if (late) return late.property.path
  const isUndetermined = type === mlWorkspace.type && !isProject(record) && hasCustomerManagedKey(record)
  return isUndetermined && !architectureIsKnown(record) ? mlWorkspace.serviceSideEncryption.path : null
}

/** What Resource Graph may not show yet, and where something is decided by it. */
const latecomers: Record<string, { property: Property; matters: (record: ReadRecord) => boolean }[]> = {
  [mlWorkspace.type]: [{ property: mlWorkspace.systemDatastoresAuthMode, matters: (record) => !isProject(record) }],
  [cosmosDbAccount.type]: [
    {
      property: cosmosDbAccount.keyVersionInUse,
      matters: ({ body }) => parseKeyId(String(propertyOf(body, cosmosDbAccount.keyUri)))?.version === null,
    },
  ],
  [databricksWorkspace.type]: [
    // one with a managed group is not serverless
    {
      property: databricksWorkspace.computeMode,
      matters: ({ body }) => propertyOf(body, databricksWorkspace.managedResourceGroup) === undefined,
    },
  ],
}

function isHidden(record: ReadRecord, property: Property): boolean {
  return propertyOf(record.body, property) === undefined && notObservable(record).includes(property)
}

function architectureIsKnown(record: ReadRecord): boolean {
  const isServiceSide = propertyOf(record.body, mlWorkspace.serviceSideEncryption) === true
  const named = [mlWorkspace.managedResourceGroup, ...metadataStores.map(({ property }) => property)]
  return isServiceSide || named.some((property) => propertyOf(record.body, property) !== undefined)
}

export function isProject(record: ReadRecord): boolean {
  return String(propertyOf(record.body, mlWorkspace.kind)).toLowerCase() === 'project'
}

function hasCustomerManagedKey(record: ReadRecord): boolean {
  return String(propertyOf(record.body, mlWorkspace.encryptionStatus)).toLowerCase() === 'enabled'
}

/** With `onlyKnown`, what nothing here reads is left alone: computes attach to more than what has checks. */
function wantId(reader: Reader, record: ReadRecord, property: Property, onlyKnown = false): void {
  const id = propertyOf(record.body, property)
  if (typeof id === 'string' && !(onlyKnown && !resourceTypes[parseResourceId(id)?.type ?? ''])) reader.want(id)
}

function lowerId(value: unknown): string | null {
  return typeof value === 'string' ? idKey(value) : null
}
