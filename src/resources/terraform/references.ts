import { groupId } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { storageAccount } from '../storage-account.ts'
import { type Attributes, attribute, firstOf, type Mapping } from './declaration.ts'
import { under } from './parts.ts'

/** What nothing is read of, and others refer to. */
export interface Reference {
  resource: string
  id: Mapping
  computed: Record<string, (attributes: Attributes, id: string) => unknown>
}

const group: Reference = {
  resource: 'azurerm_resource_group',
  id: {
    attributes: ['name'],
    from: (attributes) => {
      const name = attributes.read('name')
      return groupId(attributes.subscription, typeof name === 'string' ? name : attributes.standIn.name())
    },
  },
  computed: {},
}

const elsewhere = new Unknown(
  'The plan names a storage account only by its name, and holds none of that name: set `storage_account_id` to make it known.',
)

/** Versions before 5 may name the account by its name, which is the only one in the world. */
const byName: Mapping = {
  attributes: ['storage_account_name'],
  from(attributes) {
    const name = attributes.read('storage_account_name', 'name')
    return typeof name === 'string' ? (attributes.named(storageAccount.type, name) ?? elsewhere) : name
  },
}

const byId = attribute('storage_account_id', { refersTo: [storageAccount.type] })

function inAccount(resource: string, account: Mapping, segment: string): Reference {
  return { resource, id: under(account, segment), computed: { resource_manager_id: (_attributes, id) => id } }
}

export const references: ReadonlyMap<string, Reference> = new Map(
  [
    group,
    inAccount('azurerm_storage_container', firstOf(byId, byName), 'blobServices/default/containers'),
    inAccount('azurerm_storage_share', firstOf(byId, byName), 'fileServices/default/shares'),
    inAccount('azurerm_storage_data_lake_gen2_filesystem', byId, 'blobServices/default/containers'),
  ].map((one) => [one.resource, one]),
)
