import { listedType } from '../evidence/children.ts'
import { parseKeyId, vaultHost } from '../evidence/key-id.ts'
import type { KeyUse } from '../evidence/keys.ts'
import { collectionKey, type EvidenceSet, type ReadRecord, type UnreadableRecord } from '../evidence/records.ts'
import { propertyOf } from '../evidence/resource.ts'
import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import { roleAssignment } from '../resources/identity.ts'
import { resourceTypes, storeTypes, typeOf } from '../resources/index.ts'
import { vaultKey } from '../resources/key.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { storageAccount } from '../resources/storage-account.ts'
import type { ResourceType } from '../resources/type.ts'
import { withoutEnd } from '../text.ts'
import { type AzureClient, failureOf, ReadFailure } from './client.ts'
import { type Item, type Listed, listPages } from './lists.ts'
import { merged } from './merge.ts'
import { prune } from './prune.ts'
import { literal, literals, query, type Row } from './resource-graph.ts'
import { checked, isHollow } from './shape.ts'
import { cutShort, hiddenAccount, hiddenVault, malformed, nameless, unreadable, unreadableList } from './unreadable.ts'
import { createVaultHosts } from './vault-hosts.ts'
import { createVersions } from './versions.ts'

/** Reads what is wanted, each thing once, in as few requests as quotas allow. */
export interface Reader {
  /** a resource by its id, from wherever the catalogue says */
  want(id: string): void
  /** a key, the version it is used in, and its vault */
  wantKey(use: KeyUse): void
  /** the metadata stores of a resource group, by the group's id */
  wantGroup(id: string): void
  /** what Resource Manager lists below an id, page by page */
  wantList(parentId: string, segment: string): void
  /** a storage account of which only the name is known */
  wantAccount(name: string): void
  /** the role assignments of a principal */
  wantRoles(principalId: string): void
  /** takes in rows that a query brought */
  add(rows: Row[]): void
  /** one Resource Manager read more, for the sake of a path if one is given; what is known stays when it fails */
  readAgain(id: string, path: string | null): Promise<void>
  /** resolves when everything wanted, and everything that it led to, has been read */
  settled(): Promise<void>
}

/** Called with every resource that arrives, to want what it refers to. */
export type Follow = (record: ReadRecord, reader: Reader) => void

const BATCH = 1000
/** Reads under way in one subscription; its quota allows for about 25 a second. */
const AT_ONCE = 64

interface Queue {
  running: number
  begun: number
  waiting: (() => Promise<void>)[]
}

const idle = () => Promise.resolve()
/** A half-full batch waits while so many single reads are under way, each of which may add to it. */
const CROWD = 32

type Wants = Record<'ids' | 'hosts' | 'groups' | 'accounts', Set<string>>

/** How much of a list is read; the rest is left out, and that is said. */
export type Limits = Record<string, number>

export function createReader(client: AzureClient, evidence: EvidenceSet, follow: Follow, limits: Limits = {}): Reader {
  const { resources, collections } = evidence
  const asked = new Set<string>()
  const waiting: Wants & { principals: Set<string> } = {
    ids: new Set(),
    hosts: new Set(),
    groups: new Set(),
    accounts: new Set(),
    principals: new Set(),
  }
  const underWay = { graph: 0, manager: 0 }
  const vaults = new Map<string, string>()
  const accounts = new Map<string, string>()
  const keysOf = new Map<string, Map<string, KeyUse>>()
  const usesOf = new Map<string, Map<string, KeyUse>>()
  const versions = createVersions()
  const vaultHosts = createVaultHosts(client.keyHosts)
  const broken: unknown[] = []
  const queues = new Map<string, Queue>()
  let settle: { resolve: () => void; reject: (error: unknown) => void } | null = null

  const reader: Reader = {
    want(written) {
      const id = slashed(written)
      if (!isNew(idKey(id))) return
      const type = typeOf(id)
      if (!type || !resourceTypes[type]) keepRecord(malformed(id))
      else if (resourceTypes[type].isManagerOnly) readOne(id)
      else waiting.ids.add(id)
    },
    wantKey(use) {
      if (use.vaultId) reader.want(use.vaultId)
      if (!remember(keysOf, use.host, use)) return
      const vault = collections.get(collectionKey.vault(use.host))?.ids[0]
      if (vault) return wantKeyOf(vault, use)
      const named = vaultHosts.namedBy(use)
      if (named) answerVault(use.host, [slashed(named)], null)
      else if (isNew(collectionKey.vault(use.host))) waiting.hosts.add(use.host)
    },
    wantGroup: (id) => void (isNew(collectionKey.group(id)) && waiting.groups.add(id)),
    wantList(parent, segment) {
      if (isNew(collectionKey.list(parent, segment))) read(slashed(parent), () => readList(slashed(parent), segment))
    },
    wantAccount: (name) => void (isNew(collectionKey.account(name)) && waiting.accounts.add(name.toLowerCase())),
    wantRoles: (principal) => void (isNew(collectionKey.roles(principal)) && waiting.principals.add(principal)),
    add: takeRows,
    async readAgain(id, path) {
      const record = await get(id)
      const known = resources.get(idKey(id))
      if (record.state === 'read' && known?.state === 'read') keepRecord(merged(known, record))
      else if (record.state !== 'unreadable') keepRecord(record)
      else if (path !== null && known?.state === 'read') known.gap = { path, failure: record }
    },
    settled: () =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        pump()
      }),
  }
  return reader

  function isNew(key: string): boolean {
    if (asked.has(key)) return false
    asked.add(key)
    return true
  }

  function wantKeyOf(vault: string, use: KeyUse): void {
    const id = `${vault}/keys/${use.name}`
    remember(usesOf, idKey(id), use)
    reader.want(id)
    const record = resources.get(idKey(id))
    if (record?.state === 'read') wantVersions(record)
  }

  /** A version in use is read on its own only when it is not the current one, which came with the key. */
  function wantVersions({ id, body }: ReadRecord): void {
    const current = parseKeyId(String(propertyOf(body, vaultKey.uriWithVersion)))?.version
    for (const { pinned, inUse } of usesOf.get(idKey(id))?.values() ?? []) {
      for (const version of [pinned, inUse]) {
        if (version && !sameText(current, version)) reader.want(`${id}/versions/${version}`)
      }
    }
  }

  function start(kind: 'graph' | 'manager', work: () => Promise<void>): void {
    underWay[kind] += 1
    void work()
      .catch((error) => broken.push(error))
      .then(() => {
        underWay[kind] -= 1
        pump()
      })
  }

  /**
   * A read by Resource Manager. What waits is a function, not yet a request: ten thousand workspaces have a hundred
   * thousand lists. Each subscription has a quota, and therefore a queue, of its own.
   */
  function read(id: string, work: () => Promise<void>): void {
    const subscription = id.split('/')[2]?.toLowerCase() ?? ''
    const queue = queues.get(subscription) ?? { running: 0, begun: 0, waiting: [] }
    queues.set(subscription, queue)
    queue.waiting.push(work)
    begin(queue)
  }

  function readOne(id: string, type?: string): void {
    read(id, async () => keepRecord(await get(id, type)))
  }

  function begin(queue: Queue): void {
    const work = queue.running < AT_ONCE ? queue.waiting[queue.begun] : undefined
    if (!work) return
    queue.waiting[queue.begun] = idle
    queue.begun += 1
    queue.running += 1
    start('manager', async () => {
      await work().finally(() => {
        queue.running -= 1
        begin(queue)
      })
    })
  }

  function pump(): void {
    for (const host of waiting.hosts) {
      const id = vaults.get(host)
      if (id && waiting.hosts.delete(host)) answerVault(host, [id], null)
    }
    for (const name of waiting.accounts) {
      const id = accounts.get(name)
      if (id && waiting.accounts.delete(name)) answerAccount(name, null)
    }
    const calm = () => underWay.graph === 0 && underWay.manager < CROWD
    for (let size = wanted(); size >= BATCH || (size > 0 && calm()); size = wanted()) {
      const batch: Wants = {
        ids: take(waiting.ids),
        hosts: take(waiting.hosts),
        groups: take(waiting.groups),
        accounts: take(waiting.accounts),
      }
      start('graph', () => readBatch(batch))
    }
    while (waiting.principals.size >= BATCH || (waiting.principals.size > 0 && underWay.manager < CROWD)) {
      const principals = take(waiting.principals)
      start('graph', () => readRoles(principals))
    }
    if (settle && underWay.graph + underWay.manager === 0) {
      const { resolve, reject } = settle
      settle = null
      if (broken.length > 0) reject(broken[0])
      else resolve()
    }
  }

  function wanted(): number {
    return Math.max(waiting.ids.size, waiting.hosts.size + waiting.groups.size + waiting.accounts.size)
  }

  async function readBatch(wants: Wants): Promise<void> {
    const result = await query(client, condition(wants), { isAsked: askedBy(wants) })
    takeRows(result.rows)
    const failure = result.failure?.reason === 'truncated' ? null : result.failure
    for (const id of wants.ids) {
      if (resources.has(idKey(id))) continue
      if (failure) keepRecord(unreadable(id, failure))
      else readOne(id)
    }
    for (const host of wants.hosts) answerHost(host, result.failure)
    const stores = byKey(
      result.rows.filter((row) => storeTypes.includes(row.type.toLowerCase())),
      groupOf,
    )
    for (const group of wants.groups) answerGroup(group, stores.get(idKey(group)) ?? [], result.failure)
    for (const name of wants.accounts) answerAccount(name, result.failure)
  }

  /** A search that finds nothing does not take back a vault that a consumer named in the meantime. */
  function answerHost(host: string, failure: ReadFailure | null): void {
    const found = vaults.get(host) ?? namedFor(host)
    if (found || !collections.get(collectionKey.vault(host))?.ids.length)
      answerVault(host, found ? [found] : [], failure)
  }

  function namedFor(host: string): string | undefined {
    for (const use of keysOf.get(host)?.values() ?? []) {
      const named = vaultHosts.namedBy(use)
      if (named) return slashed(named)
    }
    return undefined
  }

  function answerVault(host: string, ids: string[], failure: ReadFailure | null): void {
    const hidden = failure ? unreadable(`https://${host}`, failure) : hiddenVault(host)
    collections.set(collectionKey.vault(host), ids.length > 0 ? { state: 'read', ids } : { ...hidden, ids })
    for (const id of ids) for (const use of keysOf.get(host)?.values() ?? []) wantKeyOf(id, use)
  }

  /** A group that shows all three kinds of store exists; for any other, Resource Manager says whether it does. */
  function answerGroup(group: string, stores: Row[], failure: ReadFailure | null): void {
    const ids = stores.map((row) => row.id)
    const key = collectionKey.group(group)
    collections.set(key, failure ? { ...unreadable(group, failure), ids } : { state: 'read', ids })
    const types = new Set(stores.map((row) => row.type.toLowerCase()))
    if (!storeTypes.every((type) => types.has(type))) reader.want(group)
  }

  function answerAccount(name: string, failure: ReadFailure | null): void {
    const id = accounts.get(name)
    const hidden = failure ? unreadable(`storage account ${name}`, failure) : hiddenAccount(name)
    collections.set(collectionKey.account(name), id ? { state: 'read', ids: [id] } : { ...hidden, ids: [] })
  }

  async function readList(parent: string, segment: string): Promise<void> {
    const type = listedType(parent, segment)
    const entry = resourceTypes[type] as ResourceType
    const list = { parent, segment, type, entry }
    const key = collectionKey.list(parent, segment)
    const limit = limits[segment] ?? Number.POSITIVE_INFINITY
    const ids: string[] = []
    const answer = (unread: UnreadableRecord | null) =>
      void collections.set(key, unread ? { ...unread, ids } : { state: 'read', ids })
    try {
      for await (const { items, apiVersion, isLast } of listPages(client, list, versions)) {
        const room = limit - ids.length
        for (const item of items.slice(0, room)) ids.push(takeItem(item, list, apiVersion))
        if (items.length > room || (ids.length >= limit && !isLast)) return answer(cutShort(parent, segment, limit))
      }
      answer(null)
    } catch (error) {
      const failure = failureOf(error)
      const isEmpty = ids.length === 0 && isNotRegistered(failure, type)
      answer(isEmpty ? null : unreadableList(parent, segment, entry, failure))
    }
  }

  /** Lists may leave out what only the single resource shows. */
  function takeItem({ id, body }: Item, { parent, type, entry }: Listed, apiVersion: string): string {
    asked.add(idKey(id))
    if (body === null) keepRecord(nameless(id, parent, entry))
    else if (isHollow(body, entry)) readOne(id, type)
    else {
      const kept = prune({ ...body, id, type }, entry)
      keepRecord({ state: 'read', id, source: 'resource-manager', apiVersion, body: kept })
      const { whole } = entry
      if (whole && propertyOf(body, whole) === undefined) read(id, () => reader.readAgain(id, whole.path))
    }
    return id
  }

  async function readRoles(principals: Set<string>): Promise<void> {
    const where = `type =~ ${literal(roleAssignment.type)} and tostring(${roleAssignment.principalId.path}) in~ (${literals(principals)})`
    const { rows, failure: refused } = await query(client, where, { table: 'authorizationresources' })
    takeRows(rows)
    const failure = refused ?? (rows.some((row) => row.isHollow) ? hollow() : null)
    const assignments = byKey(rows, (row) => String(propertyOf(row, roleAssignment.principalId)).toLowerCase())
    for (const principal of principals) {
      const ids = (assignments.get(principal.toLowerCase()) ?? []).map((row) => row.id)
      const unread = failure && { ...unreadable(`role assignments of ${principal}`, failure), ids }
      collections.set(collectionKey.roles(principal), unread ?? { state: 'read', ids })
    }
  }

  function takeRows(rows: Row[]): void {
    const fresh = rows.flatMap((row) => recordOf(row) ?? [])
    for (const record of fresh) {
      asked.add(idKey(record.id))
      store(record)
    }
    for (const record of fresh) follow(record, reader)
    for (const { id, type } of rows.filter((row) => row.isHollow)) {
      locate(id)
      if (isNew(idKey(id))) readOne(id, type)
    }
  }

  function recordOf(row: Row): ReadRecord | null {
    if (!resourceTypes[row.type.toLowerCase()] || row.isHollow || resources.get(idKey(row.id))?.state === 'read')
      return null
    const { apiVersion, ...body } = row
    return { state: 'read', id: row.id, source: 'resource-graph', apiVersion: apiVersion || null, body }
  }

  function keepRecord(record: ReadRecord | UnreadableRecord): void {
    store(record)
    if (record.state !== 'read') return
    wantVersions(record)
    follow(record, reader)
  }

  function store(record: ReadRecord | UnreadableRecord): void {
    resources.set(idKey(record.id), record)
    if (record.state === 'absent') searchMoved(record.id)
    if (record.state !== 'read') return
    const uri = propertyOf(record.body, keyVault.vaultUri) ?? propertyOf(record.body, managedHsm.hsmUri)
    const host = vaultHost(String(uri))
    if (host) {
      vaults.set(host, record.id)
      vaultHosts.learn(record.id, host)
    }
    locate(record.id)
  }

  /** The names of storage accounts are unique in a cloud. */
  function locate(id: string): void {
    const at = parseResourceId(id)
    if (at?.type === storageAccount.type) accounts.set(at.name.toLowerCase(), id)
  }

  /** A vault that is not where a consumer says may have been moved to another group: its host stays the same. */
  function searchMoved(id: string): void {
    for (const host of keysOf.keys()) {
      const answer = collections.get(collectionKey.vault(host))
      if (answer?.ids[0] !== undefined && idKey(answer.ids[0]) === idKey(id) && isNew(`moved:${host}`))
        waiting.hosts.add(host)
    }
  }

  async function get(id: string, type = typeOf(id) ?? ''): Promise<ReadRecord | UnreadableRecord> {
    const entry = resourceTypes[type]
    if (!entry) return malformed(id)
    try {
      const { answer, apiVersion } = await versions.inTurn(type, entry.apiVersions, async (version) =>
        checked(await client.get(id, version), id, type, entry),
      )
      const cased = typeof answer.id === 'string' && idKey(answer.id) === idKey(id) ? answer.id : id
      const body = prune({ ...answer, id: cased, type }, entry)
      return { state: 'read', id: cased, source: 'resource-manager', apiVersion, body }
    } catch (error) {
      return unreadable(id, failureOf(error))
    }
  }
}

function hollow(): ReadFailure {
  return new ReadFailure('invalid-response', 'Resource Graph answered with rows that have no properties.', 200)
}

/** Where the provider of a type is not registered there is nothing of it. The error may be about another one. */
function isNotRegistered({ code, target, message }: ReadFailure, type: string): boolean {
  const [namespace = ''] = type.split('/')
  const about = target.includes('.') ? [target] : (message.match(/(?<!\w)\w+(\.\w+)+/g) ?? [])
  return /^MissingSubscriptionRegistration$/i.test(code) && about.some((one) => one.trim().toLowerCase() === namespace)
}

function take(from: Set<string>): Set<string> {
  const batch = new Set([...from].slice(0, BATCH))
  for (const item of batch) from.delete(item)
  return batch
}

/** One query for everything wanted. Ids have been parsed, hosts and groups come from parsed ids and key identifiers. */
function condition({ ids, hosts, groups, accounts }: Wants): string {
  const uris = literals(
    [...hosts].flatMap((host) => [
      `https://${host}`,
      `https://${host}/`,
      `https://${host}:443`,
      `https://${host}:443/`,
    ]),
  )
  const parts = [
    ...(ids.size > 0 ? [`id in~ (${literals(ids)})`] : []),
    ...(hosts.size > 0
      ? [
          `(type =~ ${literal(keyVault.type)} and tostring(${keyVault.vaultUri.path}) in~ (${uris}))`,
          `(type =~ ${literal(managedHsm.type)} and tostring(${managedHsm.hsmUri.path}) in~ (${uris}))`,
        ]
      : []),
    ...(accounts.size > 0 ? [`(type =~ ${literal(storageAccount.type)} and name in~ (${literals(accounts)}))`] : []),
    ...(groups.size > 0 ? [`(type in~ (${literals(storeTypes)}) and (${inGroups(groups)}))`] : []),
  ]
  return parts.join(' or ')
}

/** Tells the rows that a query for all this can bring from others. */
function askedBy({ ids, hosts, groups, accounts }: Wants): (row: { id: string; type: string }) => boolean {
  const keys = new Set([...ids].map(idKey))
  const types = new Set([
    ...(hosts.size > 0 ? [keyVault.type, managedHsm.type] : []),
    ...(groups.size > 0 ? storeTypes : []),
    ...(accounts.size > 0 ? [storageAccount.type] : []),
  ])
  return ({ id, type }) => keys.has(idKey(id)) || types.has(type.toLowerCase())
}

function byKey(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of new Map(rows.map((each) => [idKey(each.id), each])).values()) {
    const key = keyOf(row)
    const others = found.get(key)
    if (others) others.push(row)
    else found.set(key, [row])
  }
  return found
}

/** The key of the resource group that a row lies in. */
function groupOf({ id }: Row): string {
  return idKey(id).split('/').slice(0, 5).join('/')
}

function inGroups(groups: Set<string>): string {
  const parts = [...groups].map((group) => group.split('/'))
  const subscriptions = [...new Set(parts.map(([, , subscription]) => subscription as string))]
  const inOne = (subscription: string) => {
    const names = parts.filter(([, , other]) => other === subscription).map(([, , , , name]) => name as string)
    return `(subscriptionId =~ ${literal(subscription)} and resourceGroup in~ (${literals(names)}))`
  }
  return subscriptions.map(inOne).join(' or ')
}

/** Whether a use is new under this key. A vault is often shared by thousands of consumers that all say the same. */
function remember(uses: Map<string, Map<string, KeyUse>>, key: string, use: KeyUse): boolean {
  const known = uses.get(key) ?? new Map<string, KeyUse>()
  const text = JSON.stringify(Object.values(use)).toLowerCase()
  if (known.has(text)) return false
  uses.set(key, known.set(text, use))
  return true
}

/** An id as Resource Manager takes it; some providers leave out the first slash, or add one at the end. */
function slashed(id: string): string {
  return `/${withoutEnd(id.trim().replace(/^\//, ''), '/')}`
}

function sameText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
}
