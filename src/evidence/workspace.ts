import type { CmkArchitecture, Profile } from '../model.ts'
import { applicationInsights } from '../resources/application-insights.ts'
import { attachments, mlCompute } from '../resources/compute.ts'
import { cosmosDbAccount } from '../resources/cosmos-db.ts'
import { databricksWorkspace } from '../resources/databricks.ts'
import { mlDatastore } from '../resources/datastore.ts'
import { diskEncryptionSet } from '../resources/disk-encryption-set.ts'
import { encryptionScope } from '../resources/encryption-scope.ts'
import { hdInsightCluster } from '../resources/hdinsight.ts'
import { storeTypes } from '../resources/index.ts'
import { vaultKey } from '../resources/key.ts'
import { connectedCluster, managedCluster } from '../resources/kubernetes.ts'
import { logAnalyticsCluster, logAnalyticsWorkspace } from '../resources/log-analytics.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { storageAccount } from '../resources/storage-account.ts'
import type { Edge, Property } from '../resources/type.ts'
import { virtualMachine } from '../resources/virtual-machine.ts'
import { webService } from '../resources/web-service.ts'
import { dependencies as edges, mlWorkspace, metadataStores as storeEdges } from '../resources/workspace.ts'
import type { ChildKind } from './children.ts'
import { openChildren } from './contents.ts'
import { type HiddenUser, hiddenStore, hiddenUsers, summed } from './hidden.ts'
import { keyUrl, parseKeyId } from './key-id.ts'
import { type KeyUse, keyReferences } from './keys.ts'
import {
  type CollectionRecord,
  collectionKey,
  type EvidenceSet,
  neverRead,
  type ResourceRecord,
  type UnreadableRecord,
} from './records.ts'
import { referenceAt, strange, unnamed } from './references.ts'
import { noReads, openResource, peek, propertyOf, type Reads, type Resource } from './resource.ts'
import { groupId, groupIdOf, idKey, parentId, parseResourceId } from './resource-id.ts'
import type { Subject, Subjects } from './subjects.ts'
import { Unknown, unplanned } from './unknown.ts'

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
  /** what hides the key, or other users of it, by kind: it carries the gate */
  hiddenBy: string[]
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
  /** days from the creation of a key to its end, at most; null when nobody asks */
  keyMaximumValidityDays: number | null
  keyExpiryWarningDays: number
  /** whether a job is not to have this name */
  isDeniedName: (name: string) => boolean
  /** look at the encryption scopes of storage accounts: a request for each account */
  encryptionScopes: boolean
}

export const defaultOptions: Options = {
  keyMinimumBits: 2048,
  keyMaximumAgeDays: 730,
  keyMaximumValidityDays: null,
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
  /** stand for keys that have no name: of what does not say which it uses, and of what cannot be read while no key is known */
  unknownKeys: Key[]
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
  const kind = (textAt(resource, mlWorkspace.kind) ?? 'default').toLowerCase()
  const open = (record: ResourceRecord) => openResource(record, () => reads)
  const hub = kind === 'project' ? hubOf(resource, at, open) : null
  const architecture = architectureOf(resource, hub)
  const encrypted = hub === null && mayBeEncrypted(resource)
  const dependency = (edge: Edge) => dependencies(resource, hub, at, open, edge)
  const metadataGroup = managedGroup(evidence, resource, architecture, at, open)
  const metadata = metadataStores(resource, architecture, metadataGroup, at, open)
  const children = openChildren(evidence, resource, at, open)
  const scopesOf = (account: Resource) =>
    options.encryptionScopes ? children.scopesOf(account) : { all: [], none: 'disabled' as const }
  const named = textAt(resource, mlWorkspace.storageAccount)
  const datastores = dataAccounts(evidence, children.list('datastores').all, named, at, open).filter(
    ({ id }) => !isOfHub(hub, id),
  )
  const storageAccounts = storage(dependency(edges.storage), metadata, datastores)
  const containerRegistry = dependency(edges.registry)
  const diagnostics = dependency(edges.diagnostics)
  const attached = targets(children.list('computes'), at, open)
  const kubernetes = openClusters(attached)
  const consumers = [
    ...(encrypted ? [resource] : []),
    ...storageAccounts.all,
    ...containerRegistry.all,
    ...clusters(diagnostics.all, at, open),
    ...metadata.all.filter(({ type }) => type === cosmosDbAccount.type),
    ...kubernetes.all.flatMap((cluster) => [cluster, ...diskSet(cluster, at, open)]),
    ...ofType(attached, databricksWorkspace.type).all,
    ...ofType(attached, hdInsightCluster.type).all,
    ...children
      .list('services')
      .all.flatMap((service) => (isOnInstance(service) ? (children.containerGroupOf(service) ?? []) : [])),
    ...storageAccounts.all.flatMap((account) => (account.unreadable ? [] : scopesOf(account).all)),
  ]
  // nothing of an Arc cluster uses a key; of web services of SDK v1 that cannot be listed, one check speaks
  const onTheWay = [...diagnostics.all, ...logsOf(diagnostics.all, at, open)]
  const users = [...consumers.filter(({ type }) => type !== connectedCluster.type), ...onTheWay]
  const hidden = hiddenUsers([...users, ...withOpenKeys(evidence, consumers)])
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
    keyVaults: vaults(dependency(edges.vault), keys),
    keys: { all: keys, none: storageAccounts.none },
    unknownKeys: withoutName(unnamedKeys(evidence, consumers, resource), keys.length > 0 ? [] : hidden, resource),
    containerRegistry,
    diagnostics,
    metadata,
    metadataGroup,
    clusters: kubernetes,
    databricks: ofType(attached, databricksWorkspace.type),
    virtualMachines: ofType(attached, virtualMachine.type),
    hdinsight: ofType(attached, hdInsightCluster.type),
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
function textAt(resource: Resource, property: Property): string | undefined {
  const value = peek(resource, property)
  return typeof value === 'string' ? value : undefined
}

function statusOf(resource: Resource): string | undefined {
  return textAt(resource, mlWorkspace.encryptionStatus)?.toLowerCase()
}

/** A plan can leave open whether it is. */
function mayBeEncrypted(workspace: Resource): boolean {
  return statusOf(workspace) === 'enabled' || peek(workspace, mlWorkspace.encryptionStatus) instanceof Unknown
}

function architectureOf(workspace: Resource, hub: Resource | null): CmkArchitecture {
  if (hub) return hub.unreadable ? 'undetermined' : 'inherited'
  const status = statusOf(workspace)
  const body = workspace.record.state === 'read' ? workspace.record.body : {}
  if (status === 'disabled' || (status === undefined && propertyOf(body, mlWorkspace.encryption) === undefined))
    return 'none'
  if (status !== 'enabled') return 'undetermined'
  if (String(propertyOf(body, mlWorkspace.serviceSideEncryption)).toLowerCase() === 'true') return 'service-side'
  if (propertyOf(body, mlWorkspace.managedResourceGroup) !== undefined) return 'subscription-side'
  return broughtAlong(workspace).length > 0 ? 'bring-your-own' : 'undetermined'
}

function broughtAlong(workspace: Resource): Edge[] {
  return storeEdges.filter(({ property }) => referenceAt(workspace, property) !== 'none')
}

/** A project's hub; one that nobody can name cannot be read either. */
function hubOf(project: Resource, at: (id: string) => Resource, open: (record: ResourceRecord) => Resource): Resource {
  const property = mlWorkspace.hub
  const reference = referenceAt(project, property)
  if (reference === 'strange') {
    const { unnamed: _, ...hub } = strange(project, property, '', '', open)
    return { ...hub, id: '', name: '' }
  }
  return at(reference === 'none' ? '' : reference.id)
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
  const account = hub ? textAt(hub, mlWorkspace.storageAccount) : undefined
  return account !== undefined && idKey(account) === idKey(accountId)
}

function isOnInstance(service: Resource): boolean {
  return textAt(service, webService.computeType)?.toLowerCase() === 'aci'
}

/** What the workspace names itself; what is its hub's is judged under the hub. */
function dependencies(
  workspace: Resource,
  hub: Resource | null,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
  { property, type, saidBy, always }: Edge,
): Subjects<Resource> {
  const none = hub ? 'inherited' : 'not-used'
  const reference = referenceAt(workspace, property)
  if (reference === 'strange') return { all: [strange(workspace, property, type, saidBy, open)], none }
  if (reference !== 'none') {
    const ofHub = hub ? textAt(hub, property) : undefined
    const isOfHub = ofHub !== undefined && idKey(ofHub) === idKey(reference.id)
    return { all: isOfHub ? [] : [at(reference.id)], none }
  }
  if (hub || !always || workspace.unreadable) return { all: [], none }
  const message = `${workspace.name} names no ${always}, and no workspace works without one: Azure may have left it out.`
  return { all: [unnamed(workspace, type, { by: saidBy, reason: 'property-absent', message }, open)], none }
}

function managedGroup(
  evidence: EvidenceSet,
  workspace: Resource,
  architecture: CmkArchitecture,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Subjects<MetadataGroup> {
  const none = architecture === 'inherited' ? 'inherited' : 'not-used'
  if (architecture !== 'subscription-side') return { all: [], none }
  const property = mlWorkspace.managedResourceGroup
  const id = groupIdOf(textAt(workspace, property) ?? '', parseResourceId(workspace.id)?.subscriptionId ?? '')
  if (id === null) {
    const { name, ...where } = strange(workspace, property, '', 'metadata/resource-group', open)
    return { all: [{ ...where, name, members: [], lacking: storeTypes }], none }
  }
  const group = at(id)
  const collection = evidence.collections.get(collectionKey.group(group.id))
  const listed = (collection?.ids ?? []).map(at)
  const members = [...listed, ...namedStores(workspace, listed, group, at)]
  const lacking = storeTypes.filter((type) => !members.some((member) => member.type === type))
  const hidden =
    collection && collection.state !== 'read' && group.unreadable?.state !== 'absent' ? collection : group.unreadable
  const name = group.id.split('/').at(-1) ?? ''
  return { all: [{ id: group.id, name, unreadable: lacking.length === 0 ? null : hidden, members, lacking }], none }
}

/** Stores of the group that its list does not show, and the workspace names; those of a group that is gone are gone. */
function namedStores(
  workspace: Resource,
  listed: Resource[],
  group: Resource,
  at: (id: string) => Resource,
): Resource[] {
  return broughtAlong(workspace).flatMap(({ property, type }) => {
    const id = textAt(workspace, property)
    if (id === undefined || listed.some((member) => member.type === type)) return []
    const store = { ...at(id), type }
    return store.unreadable && group.unreadable?.state === 'absent' ? [] : [store]
  })
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
    architecture === 'bring-your-own'
      ? broughtAlong(workspace).map(({ property, type, saidBy }) => {
          const id = textAt(workspace, property)
          return id === undefined ? strange(workspace, property, type, saidBy, open) : { ...at(id), type }
        })
      : members
  return { all: stores, none: group.none }
}

/** A store that the group must have and does not show stands under the group; accounts that are gone with it do not. */
function unseen(group: MetadataGroup, open: (record: ResourceRecord) => Resource): Resource[] {
  const { id, name, unreadable, lacking, unnamed } = group
  return lacking
    .filter((type) => type !== storageAccount.type || unreadable?.state !== 'absent')
    .map((type) => ({
      ...open(unreadable ?? hiddenStore(group, type)),
      ...{ id, name, type },
      ...(unnamed ? { unnamed } : {}),
    }))
}

function storage(
  own: Subjects<Resource>,
  metadata: Subjects<Resource>,
  datastores: Resource[],
): Subjects<StorageAccount> {
  const accounts = new Map<string, StorageAccount>()
  const add = (resource: Resource, role: StorageRole) => {
    const known = accounts.get(idKey(resource.id))
    const account = known?.unnamed && !resource.unnamed ? { ...resource, roles: known.roles } : known
    const added = account ?? { ...resource, roles: new Set<StorageRole>() }
    added.roles.add(role)
    accounts.set(idKey(resource.id), added)
  }
  for (const account of own.all) add(account, 'workspace')
  for (const store of metadata.all) if (store.type === storageAccount.type) add(store, 'metadata')
  for (const account of datastores) add(account, 'datastore')
  return { all: [...accounts.values()], none: own.none }
}

/** What computes are attached to, each once; an unreadable list of computes stands for all of it. */
interface Attached {
  hidden: Resource[]
  targets: { target: Resource; computes: Resource[] }[]
}

function targets(
  computes: Subjects<Resource>,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Attached {
  const byId = new Map<string, { target: Resource; computes: Resource[] }>()
  const property = mlCompute.attachedTo
  for (const compute of computes.all) {
    const reference = referenceAt(compute, property)
    if (reference === 'none') continue
    const { type, saidBy } = expected([compute])
    const target = reference === 'strange' ? strange(compute, property, type, saidBy, open) : at(reference.id)
    const known = byId.get(idKey(target.id)) ?? { target, computes: [] }
    known.computes.push(compute)
    byId.set(idKey(target.id), known)
  }
  return { hidden: computes.all.filter(({ unreadable }) => unreadable !== null), targets: [...byId.values()] }
}

function ofType({ hidden, targets }: Attached, ...wanted: string[]): Subjects<Resource> {
  const fits = ({ target, computes }: Attached['targets'][number]) =>
    wanted.includes(isNamed(target) ? (parseResourceId(target.id)?.type ?? expected(computes).type) : target.type)
  return { all: [...hidden, ...targets.filter(fits).map(({ target }) => target)], none: 'not-used' }
}

/** Otherwise it stands under the compute that is attached to it. */
function isNamed({ unnamed, unreadable }: Resource): boolean {
  return unnamed === undefined && unreadable?.id !== ''
}

/** What a compute is attached to, when its reference does not say. */
function expected(computes: Resource[]): { type: string; saidBy: string } {
  const compute = computes.map((one) => textAt(one, mlCompute.computeType)?.toLowerCase() ?? '')[0] ?? ''
  return attachments[compute] ?? { type: '', saidBy: '' }
}

function openClusters(attached: Attached): Subjects<Cluster> {
  const computesOf = (id: string) => attached.targets.find(({ target }) => target.id === id)?.computes ?? []
  const all = ofType(attached, managedCluster.type, connectedCluster.type).all
  return {
    all: all.map((target) => ({
      ...target,
      isArc: parseResourceId(target.id)?.type === connectedCluster.type,
      computes: computesOf(target.id),
    })),
    none: 'not-used',
  }
}

/** What a resource on the way to a key refers to; the checks that read the reference say when nobody can follow it. */
function next(
  from: Resource,
  property: Property,
  type: string,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Resource[] {
  const reference = referenceAt(from, property)
  if (reference === 'none') return []
  return [reference === 'strange' ? strange(from, property, type, '', open) : at(reference.id)]
}

function diskSet(
  cluster: Resource,
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Resource[] {
  return next(cluster, managedCluster.diskEncryptionSet, diskEncryptionSet.type, at, open)
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
    const property = mlDatastore.account
    if (referenceAt(datastore, property) === 'strange')
      return [strange(datastore, property, storageAccount.type, 'storage/exists', open)]
    const name = textAt(datastore, property)
    if (!name) return []
    const [subscription, group] = [
      textAt(datastore, mlDatastore.subscription),
      textAt(datastore, mlDatastore.resourceGroup),
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
    return [{ ...open(hidden), id: datastore.id, name, type: storageAccount.type }]
  })
}

/** Application Insights component → Log Analytics workspace → dedicated cluster. */
function clusters(
  components: Resource[],
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Resource[] {
  const property = logAnalyticsWorkspace.cluster
  return logsOf(components, at, open).flatMap((logs) => next(logs, property, logAnalyticsCluster.type, at, open))
}

function logsOf(
  components: Resource[],
  at: (id: string) => Resource,
  open: (record: ResourceRecord) => Resource,
): Resource[] {
  return components.flatMap((component) =>
    next(component, applicationInsights.logAnalytics, logAnalyticsWorkspace.type, at, open),
  )
}

/** One for each consumer whose key is on and cannot be told, and one for each place that hides what may use a key. */
function withoutName(unnamed: readonly Key[], hidden: readonly HiddenUser[], current: Resource): Key[] {
  const known = new Set(unnamed.map(({ id }) => idKey(id)))
  const places = Map.groupBy(hidden, ({ id }) => idKey(id))
  const behind = [...places].flatMap(([place, users]): Key[] => {
    const unreadable = summed(users, 'whether a customer-managed key is used there, and which, is not known.')
    const [first] = users
    if (known.has(place) || !unreadable || !first) return []
    const { id, name } = first
    return [{ ...noKey(current), id, name, unreadable, hiddenBy: users.map(({ kind }) => kind) }]
  })
  return [...unnamed, ...behind]
}

/** Consumers whose key is on and cannot be told, each once. */
function unnamedKeys(evidence: EvidenceSet, consumers: Resource[], current: Resource): Key[] {
  return once(consumers).flatMap(({ id, name, type, record }): Key[] => {
    const body = record.state === 'read' ? record.body : {}
    const lost = keyReferences(type, body, evidence.keyHosts).filter(({ use }) => use === null)
    if (lost.length === 0) return []
    const open = lost.find((reference) => reference.open)?.open
    const where = lost.map(({ path }) => path).join(', ')
    const message = `${name} is encrypted with a customer-managed key, and nobody can tell which: ${where} does not name one.`
    const absent = { reason: 'property-absent' as const, message, action: null, scope: null, id: '' }
    return [
      { ...noKey(current), id, name, unreadable: open ? unplanned(open) : { state: 'unreadable' as const, ...absent } },
    ]
  })
}

/** Consumers of which a plan leaves open what key they use: they hide it. */
function withOpenKeys(evidence: EvidenceSet, consumers: Resource[]): Resource[] {
  return consumers.flatMap((consumer) => {
    const body = consumer.record.state === 'read' ? consumer.record.body : {}
    const open = keyReferences(consumer.type, body, evidence.keyHosts).find((reference) => reference.open)?.open
    return open ? [{ ...consumer, unreadable: unplanned(open) }] : []
  })
}

function noKey(current: Resource) {
  const nothing = { host: '', vault: null, versions: [], consumers: [], otherTenant: false }
  return { ...nothing, current, hiddenUsers: null, hiddenBy: [] as string[] }
}

function once(resources: readonly Resource[]): Resource[] {
  return [...new Map(resources.map((one) => [idKey(one.id), one])).values()]
}

function keysOf(
  evidence: EvidenceSet,
  consumers: Resource[],
  hidden: readonly HiddenUser[],
  at: (id: string) => Resource,
): Key[] {
  const byKey = new Map<string, KeyConsumer[]>()
  const readable = consumers.filter(({ record }) => record.state === 'read')
  for (const resource of once(readable)) {
    if (resource.record.state !== 'read') continue
    for (const { use } of keyReferences(resource.type, resource.record.body, evidence.keyHosts)) {
      if (!use) continue
      const name = keyUrl(use.host, use.name).toLowerCase()
      byKey.set(name, [...(byKey.get(name) ?? []), { resource, use }])
    }
  }
  const hiddenUsers = summed(hidden, 'whether this or another version of the key is used there is not known.')
  const hiddenBy = hidden.map(({ kind }) => kind)
  return [...byKey.values()].map((uses) => ({ ...key(evidence, uses, at), hiddenUsers, hiddenBy }))
}

function key(
  evidence: EvidenceSet,
  consumers: KeyConsumer[],
  at: (id: string) => Resource,
): Omit<Key, 'hiddenUsers' | 'hiddenBy'> {
  const { host, name } = (consumers[0] as KeyConsumer).use
  const found = evidence.collections.get(collectionKey.vault(host))
  const vault = found?.ids[0] ? at(found.ids[0]) : null
  const id = vault ? `${vault.id}/keys/${name}` : keyUrl(host, name)
  const current = at(id)
  const otherTenant = !vault && consumers.some((consumer) => isFederated(consumer, at))
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

/** A scope has no identity of its own: it reaches its key with that of its account. */
function isFederated({ resource, use }: KeyConsumer, at: (id: string) => Resource): boolean {
  if (use.isFederated || resource.type !== encryptionScope.type) return use.isFederated
  return peek(at(parentId(resource.id)), storageAccount.federatedClient) !== undefined
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
  const newest = parseKeyId(textAt(current, vaultKey.uriWithVersion) ?? '')?.version?.toLowerCase() ?? 'current'
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
    const isHsm = parseResourceId(resource.id)?.type === managedHsm.type
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
