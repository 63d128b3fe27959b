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

/** What such a key is made of. */
export type CollectionParts =
  | { of: 'group'; id: string }
  | { of: 'vault'; host: string }
  | { of: 'list'; parent: string; segment: string }
  | { of: 'account'; name: string }
  | { of: 'roles'; principalId: string }
  | { of: 'assigned'; scope: string; principalId: string }

/** Whether a key is of one of these kinds; large estates have tens of thousands, which need not be taken apart for that. */
export function isCollectionOf(key: string, ...kinds: CollectionParts['of'][]): boolean {
  return kinds.some((kind) => key.startsWith(`${kind}:`))
}

/** Takes a key apart again; null for what none of them makes. */
export function collectionParts(key: string): CollectionParts | null {
  const start = key.indexOf(':')
  const rest = key.slice(start + 1)
  switch (key.slice(0, start)) {
    case 'group':
      return { of: 'group', id: rest }
    case 'vault':
      return { of: 'vault', host: rest }
    case 'list':
      return listParts(rest)
    case 'account':
      return { of: 'account', name: rest }
    case 'roles':
      return { of: 'roles', principalId: rest }
    case 'assigned':
      return assignedParts(rest)
    default:
      return null
  }
}

/** What another provider lists below an id, it lists below its own name. */
function listParts(path: string): CollectionParts {
  const ofProvider = path.search(/\/providers\/[^/]+\/[^/]+$/)
  const at = ofProvider === -1 ? path.lastIndexOf('/') : ofProvider
  return { of: 'list', parent: path.slice(0, at), segment: path.slice(at + 1) }
}

function assignedParts(path: string): CollectionParts {
  const at = path.indexOf('@/')
  return { of: 'assigned', scope: path.slice(at + 1), principalId: path.slice(0, at) }
}
