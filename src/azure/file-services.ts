import { collectionKey } from '../evidence/collection-key.ts'
import { fileServiceId, mayBeFileShare } from '../evidence/file-services.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from '../evidence/records.ts'
import { propertyOf } from '../evidence/resource.ts'
import { idKey, parentId, parseResourceId } from '../evidence/resource-id.ts'
import { mlDatastore } from '../resources/datastore.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { isProject } from './links.ts'
import type { Reader } from './reader/reader.ts'

/** Wants the file services on which something depends: of the accounts of workspaces, and of those behind file shares. */
export interface FileServices {
  /** sees what arrives, in whatever order */
  follow(record: ReadRecord, reader: Reader): void
  /** what a project leads to besides its hub's account: when that hub has been read */
  followProject(project: ReadRecord, reader: Reader): void
}

/** Accounts go by their names, which are unique in a cloud: datastores often say nothing else. */
export function createFileServices({ resources, collections }: EvidenceSet): FileServices {
  const needed = new Set<string>()
  const arrived = new Map<string, string>()

  function need(name: string | null, reader: Reader): void {
    if (name === null) return
    needed.add(name)
    const id = arrived.get(name)
    if (id !== undefined) reader.want(fileServiceId(id))
  }

  function recordOf(id: unknown): ReadRecord | null {
    const record = typeof id === 'string' ? resources.get(idKey(id)) : undefined
    return record?.state === 'read' ? record : null
  }

  return {
    follow(record, reader) {
      const type = typeIn(record.body)
      if (type === storageAccount.type) {
        const name = nameIn(record.id)
        if (name !== null) arrived.set(name, record.id)
        if (name !== null && needed.has(name)) need(name, reader)
      }
      if (type === mlWorkspace.type && !isProject(record)) need(accountOf(record), reader)
      const holder = type === mlDatastore.type ? recordOf(parentId(record.id)) : null
      if (holder && !isProject(holder)) need(shareOf(record), reader)
    },
    followProject(project, reader) {
      const hub = recordOf(propertyOf(project.body, mlWorkspace.hub))
      const datastores = collections.get(collectionKey.list(project.id, 'datastores'))?.ids ?? []
      const shares = datastores.flatMap((id) => recordOf(id) ?? []).map(shareOf)
      for (const name of [accountOf(project), ...shares])
        if (hub === null || name !== accountOf(hub)) need(name, reader)
    },
  }
}

function accountOf({ body }: ReadRecord): string | null {
  return nameIn(propertyOf(body, mlWorkspace.storageAccount))
}

/** The account behind a datastore that is, or may be, a file share. */
function shareOf({ body }: ReadRecord): string | null {
  const name = mayBeFileShare(body) ? propertyOf(body, mlDatastore.account) : undefined
  return typeof name === 'string' ? name.toLowerCase() : null
}

function nameIn(id: unknown): string | null {
  return typeof id === 'string' ? (parseResourceId(id)?.name.toLowerCase() ?? null) : null
}
