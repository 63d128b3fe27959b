import type { CmkArchitecture, NotApplicableReason, Profile } from '../model.ts'
import type { ChildKind } from './children.ts'
import { openChildren } from './contents.ts'
import { type HiddenUser, hiddenStore, hiddenUsers, summed } from './hidden.ts'
import { keyUrl, parseKeyId } from './key-id.ts'
import { type KeyUse, keyUses } from './keys.ts'
import {
  type CollectionRecord,
  collectionKey,
  type EvidenceSet,
  neverRead,
  type ResourceRecord,
  type UnreadableRecord,
} from './records.ts'
import { noReads, openResource, type Reads, type Resource, valueAt } from './resource.ts'
import { groupId, idKey, parseResourceId } from './resource-id.ts'

/** Something that a check judges. */
export interface Subject {
  id: string
  name: string
  /** why it cannot be judged, null when it can */
  unreadable: UnreadableRecord | null
}

/** What a check looks at in a workspace, and why that may be nothing. */
export interface Subjects<S extends Subject = Subject> {
  all: S[]
  none: NotApplicableReason
}

export type StorageRole = 'workspace' | 'datastore' | 'metadata'
export type StorageAccount = Resource & { roles: Set<StorageRole> }

export type VaultRole = 'workspace' | 'cmk'
export type KeyVault = Resource & { roles: Set<VaultRole>; isHsm: boolean }

export interface KeyConsumer {
  resource: Resource
  use: KeyUse
}

export interface KeyVersion {
  version: string
  resource: Resource
  consumers: KeyConsumer[]
}

/** A key, however many resources use it. */
export interface Key extends Subject {
  host: string
  /** null when only its host is known */
  vault: Resource | null
  current: Resource
  /** the current version and every other in use */
  versions: KeyVersion[]
  consumers: KeyConsumer[]
  /** the consumer reaches the key with an identity of another tenant */
  otherTenant: boolean
  /** what cannot be read, and may use another version of the key; null when every consumer is known */
  hiddenUsers: UnreadableRecord | null
}

/** The managed resource group; it always holds one store of each kind, but the identity may not see them all. */
export interface MetadataGroup extends Subject {
  members: Resource[]
  /** types of store that are not among the members */
  lacking: string[]
}

/** A Kubernetes cluster, however many computes of the workspace are attached to it. */
export type Cluster = Resource & { isArc: boolean; computes: Resource[] }

/** What a config file can set. */
export interface Options {
  keyMinimumBits: number
  keyMaximumAgeDays: number
  keyExpiryWarningDays: number
  /** whether a job is not to have this name */
  isDeniedName: (name: string) => boolean
  /** look at the encryption scopes of storage accounts: a request for each account */
  encryptionScopes: boolean
}

export const defaultOptions: Options = {
  keyMinimumBits: 2048,
  keyMaximumAgeDays: 730,
  keyExpiryWarningDays: 30,
  isDeniedName: () => false,
  encryptionScopes: false,
}

/** A workspace with everything that it is linked to. */
export interface Workspace {
  id: string
  name: string
  kind: string
  profile: Profile
  resource: Resource
  /** the hub of a project; null for every other kind */
  hub: Resource | null
  /** the workspace's own encryption settings: none for a project, whose hub has them */
  settings: Subjects<Resource>
  /** the workspace, when it has a customer-managed key of its own */
  encrypted: Subjects<Resource>
  architecture: CmkArchitecture
  storageAccounts: Subjects<StorageAccount>
  keyVaults: Subjects<KeyVault>
  keys: Subjects<Key>
  /** stands for the keys of what cannot be read, where no key is known that could speak for it */
  unknownKey: Key | null
  containerRegistry: Subjects<Resource>
  diagnostics: Subjects<Resource>
  /** the metadata stores of subscription-side and bring-your-own encryption */
  metadata: Subjects<Resource>
  /** the managed resource group of subscription-side encryption */
  metadataGroup: Subjects<MetadataGroup>
  /** Kubernetes clusters behind computes, in Azure and by Arc */
  clusters: Subjects<Cluster>
  databricks: Subjects<Resource>
  virtualMachines: Subjects<Resource>
  hdinsight: Subjects<Resource>
  /** what the workspace holds of a kind; a list that could not be read stands among it as something unreadable */
  list(...kinds: ChildKind[]): Subjects<Resource>
  /** whether a list was read to its end */
  isComplete(kind: ChildKind): boolean
  /** the Azure Machine Learning extension of a cluster; null when it has none */
  extensionOf(cluster: Cluster): Resource | null
  /** the container group that runs a web service of SDK v1; null when none of them has its address */
  containerGroupOf(service: Resource): Resource | null
  /** encryption scopes of a storage account, when they were asked for */
  scopesOf(account: Resource): Subjects<Resource>
  options: Options
  evidence: EvidenceSet
  /** a resource by its id, unreadable when nobody read it */
  at(id: string): Resource
  /** what has been read since the last call */
  takeReads(): Reads
}

const types = {
  storage: 'microsoft.storage/storageaccounts',
  cosmos: 'microsoft.documentdb/databaseaccounts',
  search: 'microsoft.search/searchservices',
  cluster: 'microsoft.containerservice/managedclusters',
  arc: 'microsoft.kubernetes/connectedclusters',
  databricks: 'microsoft.databricks/workspaces',
  virtualMachine: 'microsoft.compute/virtualmachines',
  hdinsight: 'microsoft.hdinsight/clusters',
}

/** Puts a workspace together from the evidence. Pure: the same evidence gives the same workspace. */
export function openWorkspace(
  evidence: EvidenceSet,
  id: string,
  profile: Profile,
  options: Options = defaultOptions,
): Workspace {
  let reads = noReads()
  const opened = new Map<string, Resource>()
  const at = (wanted: string): Resource => {
    const key = idKey(wanted)
    const known = opened.get(key)
    if (known) return known
    const resource = openResource(evidence.resources.get(key) ?? notRead(evidence, wanted), () => reads)
    opened.set(key, resource)
    return resource
  }
  const resource = at(id)
  const kind = (textAt(resource, 'kind') ?? 'default').toLowerCase()
  const hubId = textAt(resource, 'properties.hubResourceId')
  const hub = kind === 'project' ? at(hubId ?? '') : null
  const architecture = architectureOf(resource, hub)
  const encrypted = hub === null && statusOf(resource) === 'enabled'
  const dependency = (path: string) => dependencies(resource, hub, at, path)
  const metadataGroup = managedGroup(evidence, resource, architecture, at)
  const open = (record: ResourceRecord) => openResource(record, () => reads)
  const metadata = metadataStores(resource, architecture, metadataGroup, at, open)
  const children = openChildren(evidence, resource, at, open)
  const scopesOf = (account: Resource) =>
    options.encryptionScopes ? children.scopesOf(account) : { all: [], none: 'disabled' as const }
  const named = textAt(resource, 'properties.storageAccount')
  const datastores = dataAccounts(evidence, children.list('datastores').all, named, at, open).filter(
    ({ id }) => !isOfHub(hub, id),
  )
  const storageAccounts = storage(dependency('properties.storageAccount'), metadata, datastores)
  const containerRegistry = dependency('properties.containerRegistry')
  const diagnostics = dependency('properties.applicationInsights')
  const attached = targets(children.list('computes'), at)
  const kubernetes = openClusters(attached)
  const consumers = [
    ...(encrypted ? [resource] : []),
    ...storageAccounts.all,
    ...containerRegistry.all,
    ...clusters(diagnostics.all, at),
    ...metadata.all.filter(({ type }) => type === types.cosmos),
    ...kubernetes.all.flatMap((cluster) => [cluster, ...diskSet(cluster, at)]),
    ...ofType(attached, types.databricks).all,
    ...ofType(attached, types.hdinsight).all,
    ...children
      .list('services')
      .all.flatMap((service) => (isOnInstance(service) ? (children.containerGroupOf(service) ?? []) : [])),
    ...storageAccounts.all.flatMap((account) => (account.unreadable ? [] : scopesOf(account).all)),
  ]
  // nothing of an Arc cluster uses a key; of web services of SDK v1 that cannot be listed, one check speaks
  const onTheWay = [...diagnostics.all, ...logsOf(diagnostics.all, at)]
  const hidden = hiddenUsers([...consumers.filter(({ type }) => type !== types.arc), ...onTheWay])
  const keys = keysOf(evidence, consumers, hidden, at)
  return {
    id: resource.id,
    name: resource.name,
    kind,
    profile,
    resource,
    hub,
    settings: settingsOf(resource, hub),
    encrypted: hub ? settingsOf(resource, hub) : { all: encrypted ? [resource] : [], none: 'not-used' },
    architecture,
    storageAccounts,
    keyVaults: vaults(dependency('properties.keyVault'), keys),
    keys: { all: keys, none: storageAccounts.none },
    unknownKey: keys.length > 0 ? null : unknownKey(resource, hidden),
    containerRegistry,
    diagnostics,
    metadata,
    metadataGroup,
    clusters: kubernetes,
    databricks: ofType(attached, types.databricks),
    virtualMachines: ofType(attached, types.virtualMachine),
    hdinsight: ofType(attached, types.hdinsight),
    ...children,
    scopesOf,
    options,
    evidence,
    at,
    takeReads() {
      const taken = reads
      reads = noReads()
      return taken
    },
  }
}

/** Narrows the subjects of a check, keeping the reason for there being none. */
export function only<S extends Subject>(subjects: Subjects<S>, fits: (subject: S) => boolean): Subjects<S> {
  return { all: subjects.all.filter(fits), none: subjects.none }
}

/** Reads for putting a workspace together; what a rule reads goes through the resource and is recorded. */
function textAt({ record }: Resource, path: string): string | undefined {
  const value = record.state === 'read' ? valueAt(record.body, path) : undefined
  return typeof value === 'string' ? value : undefined
}

function statusOf(resource: Resource): string | undefined {
  return textAt(resource, 'properties.encryption.status')?.toLowerCase()
}

function architectureOf(workspace: Resource, hub: Resource | null): CmkArchitecture {
  if (hub) return hub.unreadable ? 'undetermined' : 'inherited'
  const status = statusOf(workspace)
  const body = workspace.record.state === 'read' ? workspace.record.body : {}
  if (status === 'disabled' || (status === undefined && valueAt(body, 'properties.encryption') === undefined))
    return 'none'
  if (status !== 'enabled') return 'undetermined'
  if (String(valueAt(body, 'properties.enableServiceSideCMKEncryption')).toLowerCase() === 'true') return 'service-side'
  if (textAt(workspace, 'properties.serviceProvisionedResourceGroup')) return 'subscription-side'
  return broughtAlong(workspace).length > 0 ? 'bring-your-own' : 'undetermined'
}

function broughtAlong(workspace: Resource): { id: string; type: string }[] {
  const named = {
    cosmosDbResourceId: types.cosmos,
    storageAccountResourceId: types.storage,
    searchAccountResourceId: types.search,
  }
  return Object.entries(named).flatMap(([name, type]) => {
    const id = textAt(workspace, `properties.encryption.${name}`)
    return id ? [{ id, type }] : []
  })
}

/** A project's settings are its hub's; when the hub cannot be read, nobody can say what they are. */
function settingsOf(workspace: Resource, hub: Resource | null): Subjects<Resource> {
  if (!hub) return { all: [workspace], none: 'not-used' }
  if (!hub.unreadable) return { all: [], none: 'inherited' }
  const message = `The workspace is a project, and its hub has the settings. ${hub.unreadable.message}`
  return { all: [{ ...workspace, unreadable: { ...hub.unreadable, state: 'unreadable', message } }], none: 'inherited' }
}

/** The datastores that every project is born with lead to the account of its hub. */
function isOfHub(hub: Resource | null, accountId: string): boolean {
  const account = hub ? textAt(hub, 'properties.storageAccount') : undefined
  return account !== undefined && idKey(account) === idKey(accountId)
}

function isOnInstance(service: Resource): boolean {
  return textAt(service, 'properties.computeType')?.toLowerCase() === 'aci'
}

/** What the workspace names itself; what is its hub's is judged under the hub. */
function dependencies(
  workspace: Resource,
  hub: Resource | null,
  at: (id: string) => Resource,
  path: string,
): Subjects<Resource> {
  const id = textAt(workspace, path)
  const ofHub = hub ? textAt(hub, path) : undefined
  const own = id !== undefined && !(ofHub !== undefined && idKey(ofHub) === idKey(id))
  return { all: own ? [at(id)] : [], none: hub ? 'inherited' : 'not-used' }
}

function managedGroup(
  evidence: EvidenceSet,
  workspace: Resource,
  architecture: CmkArchitecture,
  at: (id: string) => Resource,
): Subjects<MetadataGroup> {
  const none = architecture === 'inherited' ? 'inherited' : 'not-used'
  const name = textAt(workspace, 'properties.serviceProvisionedResourceGroup')
  if (architecture !== 'subscription-side' || !name) return { all: [], none }
  const group = at(groupId(parseResourceId(workspace.id)?.subscriptionId ?? '', name))
  const collection = evidence.collections.get(collectionKey.group(group.id))
  const members = (collection?.ids ?? []).map(at)
  const lacking = [types.storage, types.cosmos, types.search].filter(
    (type) => !members.some((member) => member.type === type),
  )
  const hidden =
    collection && collection.state !== 'read' && group.unreadable?.state !== 'absent' ? collection : group.unreadable
  return { all: [{ id: group.id, name, unreadable: lacking.length === 0 ? null : hidden, members, lacking }], none }
}

function metadataStores(
  workspace: Resource,
  architecture: CmkArchitecture,
  group: Subjects<MetadataGroup>,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Subjects<Resource> {
  const members = group.all.flatMap((one) => [...one.members, ...unseen(one, open)])
  const stores =
    architecture === 'bring-your-own' ? broughtAlong(workspace).map(({ id, type }) => ({ ...at(id), type })) : members
  return { all: stores, none: group.none }
}

/** A store that the group must have and does not show stands under the group; accounts that are gone with it do not. */
function unseen(group: MetadataGroup, open: (record: ResourceRecord) => Resource): Resource[] {
  const { id, name, unreadable, lacking } = group
  return lacking
    .filter((type) => type !== types.storage || unreadable?.state !== 'absent')
    .map((type) => ({ ...open(unreadable ?? hiddenStore(group, type)), id, name, type }))
}

function storage(
  own: Subjects<Resource>,
  metadata: Subjects<Resource>,
  datastores: Resource[],
): Subjects<StorageAccount> {
  const accounts = new Map<string, StorageAccount>()
  const add = (resource: Resource, role: StorageRole) => {
    const account = accounts.get(idKey(resource.id)) ?? { ...resource, roles: new Set<StorageRole>() }
    account.roles.add(role)
    accounts.set(idKey(resource.id), account)
  }
  for (const account of own.all) add(account, 'workspace')
  for (const store of metadata.all) if (store.type === types.storage) add(store, 'metadata')
  for (const account of datastores) add(account, 'datastore')
  return { all: [...accounts.values()], none: own.none }
}

/** What computes are attached to, each once; an unreadable list of computes stands for all of it. */
interface Attached {
  hidden: Resource[]
  targets: { target: Resource; computes: Resource[] }[]
}

function targets(computes: Subjects<Resource>, at: (id: string) => Resource): Attached {
  const byId = new Map<string, { target: Resource; computes: Resource[] }>()
  for (const compute of computes.all) {
    const id = textAt(compute, 'properties.resourceId')
    if (!id) continue
    const known = byId.get(idKey(id)) ?? { target: at(id), computes: [] }
    known.computes.push(compute)
    byId.set(idKey(id), known)
  }
  return { hidden: computes.all.filter(({ unreadable }) => unreadable !== null), targets: [...byId.values()] }
}

function ofType({ hidden, targets }: Attached, ...wanted: string[]): Subjects<Resource> {
  const fits = ({ target, computes }: Attached['targets'][number]) =>
    wanted.includes(parseResourceId(target.id)?.type ?? expected(computes))
  return { all: [...hidden, ...targets.filter(fits).map(({ target }) => target)], none: 'not-used' }
}

/** What a compute is attached to, when its reference does not say. */
function expected(computes: Resource[]): string {
  const byCompute: Record<string, string> = {
    aks: types.cluster,
    kubernetes: types.cluster,
    databricks: types.databricks,
    virtualmachine: types.virtualMachine,
    hdinsight: types.hdinsight,
  }
  const compute = computes.map((one) => textAt(one, 'properties.computeType')?.toLowerCase() ?? '')[0] ?? ''
  return byCompute[compute] ?? ''
}

function openClusters(attached: Attached): Subjects<Cluster> {
  const computesOf = (id: string) => attached.targets.find(({ target }) => target.id === id)?.computes ?? []
  const all = ofType(attached, types.cluster, types.arc).all
  return {
    all: all.map((target) => ({
      ...target,
      isArc: parseResourceId(target.id)?.type === types.arc,
      computes: computesOf(target.id),
    })),
    none: 'not-used',
  }
}

function diskSet(cluster: Resource, at: (id: string) => Resource): Resource[] {
  const id = textAt(cluster, 'properties.diskEncryptionSetID')
  return id ? [at(id)] : []
}

/**
 * The accounts behind datastores; one that nobody could find stands under the datastore that names it, and a list of
 * datastores that cannot be read for all of them.
 */
function dataAccounts(
  evidence: EvidenceSet,
  datastores: Resource[],
  named: string | undefined,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Resource[] {
  return datastores.flatMap((datastore) => {
    if (datastore.unreadable) return [datastore]
    const name = textAt(datastore, 'properties.accountName')
    if (!name) return []
    const [subscription, group] = [
      textAt(datastore, 'properties.subscriptionId'),
      textAt(datastore, 'properties.resourceGroup'),
    ]
    if (subscription && group)
      return [at(`${groupId(subscription, group)}/providers/Microsoft.Storage/storageAccounts/${name}`)]
    if (named && parseResourceId(named)?.name.toLowerCase() === name.toLowerCase()) return [at(named)]
    const found = evidence.collections.get(collectionKey.account(name))
    if (found?.ids[0]) return [at(found.ids[0])]
    const hidden =
      found && found.state !== 'read'
        ? found
        : { ...notSaid(`storage account ${name}`), message: `The storage account ${name} was not found.` }
    return [{ ...open(hidden), id: datastore.id, name, type: types.storage }]
  })
}

/** Application Insights component → Log Analytics workspace → dedicated cluster. */
function clusters(components: Resource[], at: (id: string) => Resource): Resource[] {
  return logsOf(components, at).flatMap((logs) => {
    const cluster = textAt(logs, 'properties.features.clusterResourceId')
    return cluster ? [at(cluster)] : []
  })
}

function logsOf(components: Resource[], at: (id: string) => Resource): Resource[] {
  return components.flatMap((component) => {
    const logs = textAt(component, 'properties.WorkspaceResourceId')
    return logs ? [at(logs)] : []
  })
}

function unknownKey(workspace: Resource, hidden: readonly HiddenUser[]): Key | null {
  const unreadable = summed(hidden, 'whether a customer-managed key is used there, and which, is not known.')
  if (!unreadable) return null
  const { id, name } = workspace
  const nothing = { host: '', vault: null, versions: [], consumers: [], otherTenant: false, hiddenUsers: null }
  return { id, name, unreadable, current: workspace, ...nothing }
}

function keysOf(
  evidence: EvidenceSet,
  consumers: Resource[],
  hidden: readonly HiddenUser[],
  at: (id: string) => Resource,
): Key[] {
  const byKey = new Map<string, KeyConsumer[]>()
  const readable = consumers.filter(({ record }) => record.state === 'read')
  for (const resource of new Map(readable.map((one) => [idKey(one.id), one])).values()) {
    if (resource.record.state !== 'read') continue
    for (const use of keyUses(resource.type, resource.record.body, evidence.keyHosts)) {
      const name = keyUrl(use.host, use.name).toLowerCase()
      byKey.set(name, [...(byKey.get(name) ?? []), { resource, use }])
    }
  }
  const hiddenUsers = summed(hidden, 'whether this or another version of the key is used there is not known.')
  return [...byKey.values()].map((uses) => ({ ...key(evidence, uses, at), hiddenUsers }))
}

function key(evidence: EvidenceSet, consumers: KeyConsumer[], at: (id: string) => Resource): Omit<Key, 'hiddenUsers'> {
  const { host, name } = (consumers[0] as KeyConsumer).use
  const found = evidence.collections.get(collectionKey.vault(host))
  const vault = found?.ids[0] ? at(found.ids[0]) : null
  const id = vault ? `${vault.id}/keys/${name}` : keyUrl(host, name)
  const current = at(id)
  const otherTenant =
    !vault &&
    consumers.some(({ resource }) => textAt(resource, 'properties.encryption.identity.federatedIdentityClientId'))
  return {
    id: current.id,
    name,
    unreadable: vault ? keyUnreadable(current, vault) : vaultUnreadable(found, current, otherTenant),
    host,
    vault,
    current,
    versions: vault && !current.unreadable ? versions(current, consumers, at) : [],
    consumers,
    otherTenant,
  }
}

/** Only where the vault can be read is a key that is not there gone. */
function keyUnreadable(current: Resource, vault: Resource): UnreadableRecord | null {
  return current.unreadable?.state === 'absent' && vault.unreadable?.state === 'unreadable'
    ? vault.unreadable
    : current.unreadable
}

function vaultUnreadable(
  found: CollectionRecord | undefined,
  current: Resource,
  otherTenant: boolean,
): UnreadableRecord | null {
  const hidden = found && found.state !== 'read' ? found : current.unreadable
  if (!otherTenant || hidden?.reason !== 'not-visible') return hidden
  return {
    ...hidden,
    action: null,
    message: `The key is in another tenant: ${current.id} cannot be read with the identity of this run.`,
  }
}

function versions(current: Resource, consumers: KeyConsumer[], at: (id: string) => Resource): KeyVersion[] {
  const newest = parseKeyId(textAt(current, 'properties.keyUriWithVersion') ?? '')?.version?.toLowerCase() ?? 'current'
  const used = (consumer: KeyConsumer) => (consumer.use.pinned ?? consumer.use.inUse ?? newest).toLowerCase()
  const all = [...new Set([newest, ...consumers.map(used)])]
  return all.map((version) => ({
    version,
    resource: version === newest ? current : at(`${current.id}/versions/${version}`),
    consumers: consumers.filter((consumer) => used(consumer) === version),
  }))
}

function vaults(own: Subjects<Resource>, keys: Key[]): Subjects<KeyVault> {
  const all = new Map<string, KeyVault>()
  const add = (resource: Resource, role: VaultRole) => {
    const isHsm = parseResourceId(resource.id)?.type === 'microsoft.keyvault/managedhsms'
    const vault = all.get(idKey(resource.id)) ?? { ...resource, roles: new Set<VaultRole>(), isHsm }
    vault.roles.add(role)
    all.set(idKey(resource.id), vault)
  }
  for (const vault of own.all) add(vault, 'workspace')
  for (const { vault } of keys) if (vault) add(vault, 'cmk')
  return { all: [...all.values()], none: own.none }
}

function notRead(evidence: EvidenceSet, id: string): ResourceRecord {
  return id === '' ? notSaid(id) : neverRead(evidence, id, `The resource ${id} was not read.`)
}

function notSaid(id: string): UnreadableRecord {
  const message = 'The workspace does not say which hub it belongs to.'
  return { state: 'unreadable', id, reason: 'not-visible', action: null, scope: null, message }
}
