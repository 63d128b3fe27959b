import { idKey } from './resource-id.ts'

/** The key under which an answer to "which resources …?" is kept. */
export const collectionKey = {
  /** Cosmos DB, AI Search and storage accounts of a resource group */
  group: (groupId: string) => `group:${groupId.toLowerCase()}`,
  /** the vault or managed HSM behind a host name */
  vault: (host: string) => `vault:${host.toLowerCase()}`,
  /** what Resource Manager lists below an id */
  list: (parentId: string, segment: string) => `list:${idKey(parentId)}/${segment.toLowerCase()}`,
  /** the storage account of a name, which no other has */
  account: (name: string) => `account:${name.toLowerCase()}`,
  /** what Resource Graph shows of the role assignments of a principal: never all that give it access */
  roles: (principalId: string) => `roles:${principalId.toLowerCase()}`,
  /** what Resource Manager lists of them at a scope, above and below it, groups and management groups included */
  assigned: (scope: string, principalId: string) => `assigned:${principalId.toLowerCase()}@${idKey(scope)}`,
}
