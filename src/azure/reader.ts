import { parseKeyId, vaultHost } from '../evidence/key-id.ts'
import { collectionKey, type EvidenceSet, type ReadRecord, type UnreadableRecord } from '../evidence/records.ts'
import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import { valueAt } from '../evidence/resource.ts'
import { catalog, type TypeEntry, typeOfId } from './catalog.ts'
import type { KeyUse } from '../evidence/keys.ts'
import { type AzureClient, failureOf, ReadFailure } from './client.ts'
import { prune } from './prune.ts'
import { literal, literals, type QueryResult, query, type Row } from './resource-graph.ts'
import { hiddenVault, malformed, unreadable } from './unreadable.ts'

/** Reads what is wanted, each thing once, in as few requests as quotas allow. */
export interface Reader {
  /** a resource by its id, from wherever the catalogue says */
  want(id: string): void
  /** a key, the version it is used in, and its vault */
  wantKey(use: KeyUse): void
  /** the metadata stores of a resource group, by the group's id */
  wantGroup(id: string): void
  /** the role assignments of a principal */
  wantRoles(principalId: string): void
  /** takes in rows that a query brought */
  add(rows: Row[]): void
  /** one Resource Manager read more, whatever is known; false when it brought nothing */
  readAgain(id: string): Promise<boolean>
  /** resolves when everything wanted, and everything that it led to, has been read */
  settled(): Promise<void>
}

/** Called with every resource that arrives, to want what it refers to. */
export type Follow = (record: ReadRecord, reader: Reader) => void

const BATCH = 1000
/** A half-full batch waits while so many single reads are under way, each of which may add to it. */
const CROWD = 32

const managerOnly = /^microsoft\.(keyvault\/(vaults|managedhsms)\/keys(\/versions)?|resources\/.*)$/
export const metadataTypes = [
  'microsoft.documentdb/databaseaccounts',
  'microsoft.search/searchservices',
  'microsoft.storage/storageaccounts',
]

type Wants = Record<'ids' | 'hosts' | 'groups', Set<string>>

export function createReader(client: AzureClient, evidence: EvidenceSet, follow: Follow): Reader {
  const { resources, collections } = evidence
  const asked = new Set<string>()
  const waiting: Wants & { principals: Set<string> } = { ids: new Set(), hosts: new Set(), groups: new Set(), principals: new Set() }
  const underWay = { graph: 0, manager: 0 }
  const vaults = new Map<string, string>()
  const keysOf = new Map<string, KeyUse[]>()
  const usesOf = new Map<string, KeyUse[]>()
  const versionInUse = new Map<string, number>()
  let settle: (() => void) | null = null

  const reader: Reader = {
    want(id) {
      if (!isNew(idKey(id))) return
      const type = parseResourceId(id)?.type ?? typeOfId(id)
      if (!type || !catalog[type]) keepRecord(malformed(id))
      else if (managerOnly.test(type)) start('manager', async () => keepRecord(await get(id)))
      else waiting.ids.add(id)
    },
    wantKey(use) {
      const uses = keysOf.get(use.host) ?? []
      keysOf.set(use.host, [...uses, use])
      const vault = collections.get(collectionKey.vault(use.host))?.ids[0]
      if (vault) wantKeyOf(vault, use)
      else if (isNew(collectionKey.vault(use.host))) findVault(use)
    },
    wantGroup: (id) => void (isNew(collectionKey.group(id)) && waiting.groups.add(id)),
    wantRoles: (principal) => void (isNew(collectionKey.roles(principal)) && waiting.principals.add(principal)),
    add: takeRows,
    async readAgain(id) {
      const record = await get(id)
      if (record.state !== 'unreadable') keepRecord(record)
      return record.state !== 'unreadable'
    },
    settled: () =>
      new Promise((resolve) => {
        settle = resolve
        pump()
      }),
  }
  return reader

  function isNew(key: string): boolean {
    if (asked.has(key)) return false
    asked.add(key)
    return true
  }

  /** A vault's name is the first label of its host: an id of that name needs no search. */
  function findVault({ host, vaultId }: KeyUse): void {
    const named = vaultId ? parseResourceId(vaultId)?.name.toLowerCase() : null
    if (!vaultId || named !== host.split('.')[0]) return void waiting.hosts.add(host)
    reader.want(vaultId)
    answerVault(host, [vaultId], null)
  }

  function wantKeyOf(vault: string, use: KeyUse): void {
    const id = `${vault}/keys/${use.name}`
    usesOf.set(idKey(id), [...(usesOf.get(idKey(id)) ?? []), use])
    reader.want(id)
    const record = resources.get(idKey(id))
    if (record?.state === 'read') wantVersions(record)
  }

  /** A version in use is read on its own only when it is not the current one, which came with the key. */
  function wantVersions({ id, body }: ReadRecord): void {
    const current = parseKeyId(String(valueAt(body, 'properties.keyUriWithVersion')))?.version
    for (const { pinned, inUse } of usesOf.get(idKey(id)) ?? []) {
      for (const version of [pinned, inUse]) {
        if (version && !sameText(current, version)) reader.want(`${id}/versions/${version}`)
      }
    }
  }

  function start(kind: 'graph' | 'manager', work: () => Promise<void>): void {
    underWay[kind] += 1
    void work().then(() => {
      underWay[kind] -= 1
      pump()
    })
  }

  function pump(): void {
    for (const host of waiting.hosts) {
      const id = vaults.get(host)
      if (id && waiting.hosts.delete(host)) answerVault(host, [id], null)
    }
    const calm = () => underWay.graph === 0 && underWay.manager < CROWD
    for (let size = wanted(); size >= BATCH || (size > 0 && calm()); size = wanted()) {
      const batch: Wants = { ids: take(waiting.ids), hosts: take(waiting.hosts), groups: take(waiting.groups) }
      start('graph', () => readBatch(batch))
    }
    while (waiting.principals.size >= BATCH || (waiting.principals.size > 0 && underWay.manager < CROWD)) {
      const principals = take(waiting.principals)
      start('graph', () => readRoles(principals))
    }
    if (settle && underWay.graph + underWay.manager === 0) {
      const resolve = settle
      settle = null
      resolve()
    }
  }

  function wanted(): number {
    return Math.max(waiting.ids.size, waiting.hosts.size + waiting.groups.size)
  }

  async function readBatch(wants: Wants): Promise<void> {
    const result = await query(client, condition(wants))
    takeRows(result.rows)
    const failure = result.failure && result.failure.reason !== 'truncated' ? result.failure : null
    for (const id of wants.ids) {
      if (resources.has(idKey(id))) continue
      if (failure) keepRecord(unreadable(id, failure))
      else start('manager', async () => keepRecord(await get(id)))
    }
    for (const host of wants.hosts) answerVault(host, vaults.has(host) ? [vaults.get(host) ?? ''] : [], result.failure)
    for (const group of wants.groups) answerGroup(group, result)
  }

  function answerVault(host: string, ids: string[], failure: ReadFailure | null): void {
    const key = collectionKey.vault(host)
    const hidden = failure ? { ...unreadable(key, failure), id: `https://${host}` } : hiddenVault(host)
    collections.set(key, ids.length > 0 ? { state: 'read', ids } : { ...hidden, ids })
    for (const id of ids) for (const use of keysOf.get(host) ?? []) wantKeyOf(id, use)
  }

  /** A group that shows all three kinds of store exists; for any other, Resource Manager says whether it does. */
  function answerGroup(group: string, { rows, failure }: QueryResult): void {
    const ids = rows.filter((row) => idKey(row.id).startsWith(`${idKey(group)}/`)).map((row) => row.id)
    const key = collectionKey.group(group)
    collections.set(key, failure ? { ...unreadable(group, failure), ids } : { state: 'read', ids })
    const types = new Set(ids.map((id) => parseResourceId(id)?.type))
    if (!metadataTypes.every((type) => types.has(type))) reader.want(group)
  }

  async function readRoles(principals: Set<string>): Promise<void> {
    const where = `type =~ 'microsoft.authorization/roleassignments' and tostring(properties.principalId) in~ (${literals(principals)})`
    const { rows, failure } = await query(client, where, { table: 'authorizationresources' })
    takeRows(rows)
    for (const principal of principals) {
      const ids = rows.filter((row) => sameText(valueAt(row, 'properties.principalId'), principal)).map((row) => row.id)
      const key = collectionKey.roles(principal)
      collections.set(key, failure ? { ...unreadable(`role assignments of ${principal}`, failure), ids } : { state: 'read', ids })
    }
  }

  function takeRows(rows: Row[]): void {
    const fresh = rows.flatMap((row) => recordOf(row) ?? [])
    for (const record of fresh) {
      asked.add(idKey(record.id))
      store(record)
    }
    for (const record of fresh) follow(record, reader)
  }

  function recordOf(row: Row): ReadRecord | null {
    const entry = catalog[row.type.toLowerCase()]
    if (!entry || resources.get(idKey(row.id))?.state === 'read') return null
    const apiVersion = typeof row.apiVersion === 'string' && row.apiVersion !== '' ? row.apiVersion : null
    return { state: 'read', id: row.id, source: 'resource-graph', apiVersion, body: prune(row, entry) }
  }

  function keepRecord(record: ReadRecord | UnreadableRecord): void {
    store(record)
    if (record.state !== 'read') return
    wantVersions(record)
    follow(record, reader)
  }

  function store(record: ReadRecord | UnreadableRecord): void {
    resources.set(idKey(record.id), record)
    const uri = record.state === 'read' ? (valueAt(record.body, 'properties.vaultUri') ?? valueAt(record.body, 'properties.hsmUri')) : null
    const host = typeof uri === 'string' ? vaultHost(uri) : null
    if (host) vaults.set(host, record.id)
  }

  /** Tries the api-versions of the catalogue in turn: sovereign clouds lag behind. */
  async function get(id: string): Promise<ReadRecord | UnreadableRecord> {
    const type = parseResourceId(id)?.type ?? typeOfId(id) ?? ''
    const entry = catalog[type] as TypeEntry
    let failure = new ReadFailure('api-unsupported', '')
    for (let index = versionInUse.get(type) ?? 0; failure.reason === 'api-unsupported' && index < entry.apiVersions.length; index += 1) {
      const apiVersion = entry.apiVersions[index] as string
      try {
        const answer = await client.get(id, apiVersion)
        versionInUse.set(type, index)
        const cased = typeof answer.id === 'string' && idKey(answer.id) === idKey(id) ? answer.id : id
        return { state: 'read', id: cased, source: 'resource-manager', apiVersion, body: prune({ ...answer, id: cased, type }, entry) }
      } catch (error) {
        failure = failureOf(error, client.signal)
      }
    }
    return unreadable(id, failure)
  }
}

function take(from: Set<string>): Set<string> {
  const batch = new Set([...from].slice(0, BATCH))
  for (const item of batch) from.delete(item)
  return batch
}

/** One query for everything wanted. Ids have been parsed, hosts and groups come from parsed ids and key identifiers. */
function condition({ ids, hosts, groups }: Wants): string {
  const uris = literals([...hosts].flatMap((host) => [`https://${host}`, `https://${host}/`, `https://${host}:443`, `https://${host}:443/`]))
  const parts = [
    ...(ids.size > 0 ? [`id in~ (${literals(ids)})`] : []),
    ...(hosts.size > 0
      ? [
          `(type =~ 'microsoft.keyvault/vaults' and tostring(properties.vaultUri) in~ (${uris}))`,
          `(type =~ 'microsoft.keyvault/managedhsms' and tostring(properties.hsmUri) in~ (${uris}))`,
        ]
      : []),
    ...[...groups].map((group) => {
      const [, , subscription = '', , name = ''] = group.split('/')
      return `(subscriptionId =~ ${literal(subscription)} and resourceGroup =~ ${literal(name)} and type in~ (${literals(metadataTypes)}))`
    }),
  ]
  return parts.join(' or ')
}

function sameText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
}
