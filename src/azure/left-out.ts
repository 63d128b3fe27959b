import { parseKeyId } from '../evidence/key-id.ts'
import { type ReadRecord, typeIn } from '../evidence/records.ts'
import { propertyOf } from '../evidence/resource.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { databricksWorkspace } from '../resources/databricks.ts'
import { batchEndpoint, onlineEndpoint, serverlessEndpoint } from '../resources/endpoint.ts'
import { storageAccount } from '../resources/storage-account.ts'
import type { Property } from '../resources/type.ts'
import { metadataStores, mlWorkspace } from '../resources/workspace.ts'
import { isProject } from './links.ts'
import { notObservable } from './observable.ts'

/** What Resource Graph left out though a rule must know it: older api-versions lack it, or the index drops it. */
export function leftOut(record: ReadRecord): string | null {
  if (record.source === 'resource-manager') return null
  const type = typeIn(record.body)
  if (type === storageAccount.type) {
    const created = [storageAccount.key1CreationTime, storageAccount.key2CreationTime].map((key) =>
      propertyOf(record.body, key),
    )
    const expires = propertyOf(record.body, storageAccount.keyExpirationDays) !== undefined
    const matters = expires && propertyOf(record.body, storageAccount.sharedKeyAccess) !== false
    return matters && created.includes(undefined) ? storageAccount.keyCreationTime.path : null
  }
  const unshown = endpoints[type]?.find((property) => propertyOf(record.body, property) === undefined)
  if (unshown && isReady(record)) return unshown.path
  const late = latecomers[type]?.find(({ property, matters }) => isHidden(record, property) && matters(record))
  if (late) return late.property.path
  const isUndetermined = type === mlWorkspace.type && !isProject(record) && hasCustomerManagedKey(record)
  return isUndetermined && !architectureIsKnown(record) ? mlWorkspace.serviceSideEncryption.path : null
}

/** What every endpoint shows once it is there. */
const endpoints: Record<string, Property[]> = Object.fromEntries(
  [onlineEndpoint, batchEndpoint, serverlessEndpoint].map(({ type, address, authMode }) => [type, [address, authMode]]),
)

/** One that is still being made has no address yet. */
function isReady({ body }: ReadRecord): boolean {
  const state = propertyOf(body, onlineEndpoint.provisioningState)
  return state === undefined || String(state).toLowerCase() === 'succeeded'
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

function hasCustomerManagedKey(record: ReadRecord): boolean {
  return String(propertyOf(record.body, mlWorkspace.encryptionStatus)).toLowerCase() === 'enabled'
}
