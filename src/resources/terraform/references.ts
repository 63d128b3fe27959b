import { groupId } from '../../evidence/resource-id.ts'
import { storageAccount } from '../storage-account.ts'
import type { Attributes, Mapping } from './declaration.ts'
import { below } from './parts.ts'

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

function inAccount(resource: string, segment: string): Reference {
  return {
    resource,
    id: below('storage_account_id', segment, [storageAccount.type]),
    computed: { resource_manager_id: (_attributes, id) => id },
  }
}

export const references: ReadonlyMap<string, Reference> = new Map(
  [
    group,
    inAccount('azurerm_storage_container', 'blobServices/default/containers'),
    inAccount('azurerm_storage_share', 'fileServices/default/shares'),
    inAccount('azurerm_storage_data_lake_gen2_filesystem', 'blobServices/default/containers'),
  ].map((one) => [one.resource, one]),
)
