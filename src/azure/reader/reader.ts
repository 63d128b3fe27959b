import { collectionKey } from '../../evidence/collection-key.ts'
import type { KeyUse } from '../../evidence/keys.ts'
import type { EvidenceSet, ReadRecord } from '../../evidence/records.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { resourceTypes, typeOf } from '../../resources/index.ts'
import type { ChildList } from '../../resources/type.ts'
import type { AzureClient } from '../requests/client.ts'
import type { Row } from '../requests/resource-graph.ts'
import { malformed } from '../unreadable.ts'
import { createAccounts } from './accounts.ts'
import { wantAssigned } from './assigned.ts'
import { createBatches } from './batches.ts'
import { type Context, slashed } from './context.ts'
import { createGroupIndex } from './group-index.ts'
import { createGroups } from './groups.ts'
import { wantIndexed } from './indexed.ts'
import { createKeys } from './keys.ts'
import { type Limits, lister } from './lists.ts'
import { readAgain, readResource } from './one.ts'
import { createRoles } from './roles.ts'
import { createServices } from './services.ts'
import { createStore } from './store.ts'
import { createVaults } from './vaults.ts'
import { createVersions } from './versions.ts'
import { createWork } from './work.ts'

/** Reads what is wanted, each thing once, in as few requests as quotas allow. */
export interface Reader {
  /** a resource by its id, from wherever its type is read */
  want(id: string): void
  /** a key, the version it is used in, and its vault */
  wantKey(use: KeyUse): void
  /** the metadata stores of a resource group, by the group's id */
  wantGroup(id: string): void
  /** what Resource Manager lists below an id, page by page */
  wantList(parentId: string, segment: string): void
  /** the same, of which Resource Graph may tell enough */
  wantIndexed(parentId: string, list: ChildList): void
  /** the web services of SDK v1 of a workspace, where there can be any */
  wantServices(workspaceId: string): void
  /** a storage account of which only the name is known */
  wantAccount(name: string): void
  /** what Resource Graph shows of the role assignments of a principal; this and the next two say whether it is new */
  wantRoles(principalId: string): boolean
  /** a role by the id of its definition, which is known at this scope */
  wantDefinition(id: string, scope: string): boolean
  /** what Resource Manager lists of the role assignments of a principal at a scope */
  wantAssigned(scope: string, principalId: string): boolean
  /** takes in rows that a query brought */
  add(rows: Row[]): void
  /** one Resource Manager read more, for the sake of a path if one is given; what is known stays when it fails */
  readAgain(id: string, path: string | null): Promise<void>
  /** how much has been wanted so far, read or not */
  wanted(): number
  /** resolves when everything wanted, and everything that it led to, has been read */
  settled(): Promise<void>
}

/** Called with every resource that arrives, to want what it refers to. */
export type Follow = (record: ReadRecord, reader: Reader) => void

export function createReader(client: AzureClient, evidence: EvidenceSet, follow: Follow, limits: Limits = {}): Reader {
  const work = createWork(() => {
    batches.send(work)
    roles.send(work)
  })
  const store = createStore(evidence, {
    learn(record) {
      vaults.learn(record)
      accounts.learn(record.id)
    },
    follow(record) {
      keys.wantVersions(record)
      follow(record, reader)
    },
    isAbsent: (id) => vaults.searchMoved(id),
    isHollow(id, type) {
      accounts.learn(id)
      if (store.isNew(idKey(id))) context.readOne(id, type)
    },
  })
  const context: Context = {
    client,
    evidence,
    versions: createVersions(),
    ...store,
    want,
    read: work.read,
    listed: (parent, segment) => services.listed(parent, segment),
    readOne: (id, type) => work.read(id, async () => store.keep(await readResource(context, id, type))),
    readAgain: (id, path) => readAgain(context, id, path),
  }
  const keys = createKeys(context)
  const vaults = createVaults(context, keys)
  const groups = createGroups(context)
  const accounts = createAccounts(context)
  const roles = createRoles(context)
  const index = createGroupIndex(context)
  const batches = createBatches(context, { vaults, groups, accounts, index })
  const list = lister(context, limits)
  const services = createServices(context, index, list)
  const reader: Reader = {
    want,
    wantKey: vaults.want,
    wantGroup: groups.want,
    wantList(parent, segment) {
      if (store.isNew(collectionKey.list(parent, segment))) list(slashed(parent), segment)
    },
    wantIndexed: (parent, child) => wantIndexed(context, index, list, parent, child),
    wantServices: services.want,
    wantAccount: accounts.want,
    wantRoles: roles.wantAssignments,
    wantDefinition: roles.wantDefinition,
    wantAssigned: (scope, principal) => wantAssigned(context, scope, principal),
    add: store.takeRows,
    readAgain: context.readAgain,
    wanted: store.wanted,
    settled: work.settled,
  }
  return reader

  function want(written: string): void {
    const id = slashed(written)
    if (!store.isNew(idKey(id))) return
    const type = typeOf(id)
    if (!type || !resourceTypes[type]) store.keep(malformed(id))
    else if (resourceTypes[type].isManagerOnly) context.readOne(id)
    else batches.want(id)
  }
}
