import { describe, expect, it } from 'vitest'
import type { CloudResource } from '../../simulator/estate.ts'
import {
  aiServicesAccount,
  aiServicesKey,
  aksCompute,
  aksService,
  batchDeployment,
  batchEndpoint,
  blobDatastore,
  builtInRoles,
  change,
  cluster,
  clusterKey,
  commandJob,
  component,
  computeInstance,
  connectedCluster,
  connectedTo,
  connection,
  containerGroup,
  containerGroupKey,
  containerInstanceService,
  containerRegistry,
  cosmosDbAccount,
  cosmosDbKey,
  databricksCompute,
  databricksEntityKey,
  databricksRootKey,
  databricksWorkspace,
  dataFactoryCompute,
  dataLakeAnalyticsCompute,
  disk,
  diskEncryption,
  diskEncryptionSet,
  encryptionScope,
  encryptionScopeKey,
  etcdKey,
  fileDatastore,
  fileService,
  hardenedFiles,
  hardenedStorage,
  hdInsightCluster,
  hdInsightCompute,
  hdInsightKey,
  hexOf,
  keyDates,
  keyVault,
  keyVersion,
  kubernetesCompute,
  linkedTo,
  logAnalyticsCluster,
  logAnalyticsWorkspace,
  machineLearningExtension,
  managedCluster,
  managedHsm,
  managedHsmKey,
  type Overrides,
  onKubernetes,
  onlineDeployment,
  onlineEndpoint,
  pool,
  principalOf,
  registryKey,
  roleAssignment,
  roleOf,
  roles,
  rotates,
  schedule,
  searchEnforcesKeys,
  searchService,
  serverlessEndpoint,
  storageAccount,
  storageKey,
  subscriptionSideKey,
  sweepJob,
  synapseSparkCompute,
  systemDatastores,
  systemPrincipalOf,
  userAssigned,
  userAssignedIdentity,
  uses,
  vaultKey,
  vaultKeyVersion,
  virtualMachine,
  virtualMachineCompute,
  hub as workspaceHub,
  workspace as workspaceOf,
} from '../../simulator/templates.ts'
import { ReadFailure } from '../../src/azure/requests/read-failure.ts'
import {
  cutShort,
  unreadable,
  unreadableAccount,
  unreadableAssignments,
  unreadableList,
  unreadableVault,
} from '../../src/azure/unreadable.ts'
import type { Check } from '../../src/checklist/check.ts'
import { checklist } from '../../src/checklist/index.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import { containerGroupsSegment, listedType } from '../../src/evidence/children.ts'
import { collectionKey, collectionParts } from '../../src/evidence/collection-key.ts'
import { edgesOf } from '../../src/evidence/edges.ts'
import { definitionId } from '../../src/evidence/grants.ts'
import { type KeyHosts, vaultHost } from '../../src/evidence/key-id.ts'
import { prune } from '../../src/evidence/prune.ts'
import type { EvidenceSet, ReadRecord, Source } from '../../src/evidence/records.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { idKey, isWithin, parentId, parseResourceId } from '../../src/evidence/resource-id.ts'
import type { Options } from '../../src/evidence/workspace/model.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate, type Outcome } from '../../src/judge/evaluate.ts'
import type { Finding, Profile, ReadValue, UnknownReason } from '../../src/model.ts'
import { stepsText } from '../../src/report/view/steps.ts'
import { roleDefinition } from '../../src/resources/identity.ts'
import { resourceTypes, typeOf, typeOfId } from '../../src/resources/index.ts'
import { storageAccount as accounts } from '../../src/resources/storage-account.ts'
import { asText } from '../../src/said.ts'
import { report } from '../judged.ts'

export const now = Date.parse('2026-11-23T00:00:00Z')
export const scope = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg-Fraud' }
export const group = `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroup}`

const publicHosts: KeyHosts = { vault: 'vault.azure.net', hsm: 'managedhsm.azure.net' }

/** A workspace with a key of its own, and everything around it as the strictest profile wants it. */
function healthy() {
  const vault = keyVault(scope, 'kv-fraud')
  const cmkVault = keyVault(scope, 'kv-fraud-cmk', { properties: { sku: { name: 'premium' } } })
  const version = keyVersion(cmkVault, 'cmk')
  const reference = {
    vaultId: cmkVault.id,
    vaultUri: 'https://kv-fraud-cmk.vault.azure.net',
    name: 'cmk',
    version,
  }
  const attributes = keyDates(now, { createdDaysAgo: 90, expiresInDays: 640 })
  const healthyKey = { properties: { attributes, kty: 'RSA-HSM', rotationPolicy: rotates } }
  const identity = userAssignedIdentity(scope, 'id-fraud')
  const storage = storageAccount(scope, 'stfraud', hardenedStorage, storageKey(reference), {
    identity: userAssigned(identity),
    properties: { encryption: { identity: { userAssignedIdentity: identity.id } } },
  })
  const dedicated = logAnalyticsCluster(scope, 'lac-fraud', clusterKey(reference))
  const logs = logAnalyticsWorkspace(scope, 'law-fraud', linkedTo(dedicated))
  const registry = containerRegistry(scope, 'crfraud', registryKey(reference, identity))
  const insights = component(scope, 'appi-fraud', logs)
  const managed = { ...scope, resourceGroup: 'azureml-rg-fraud' }
  const etcd = etcdKey(reference)
  const set = diskEncryptionSet(scope, 'des-fraud', reference)
  const aks = managedCluster(scope, 'aks-fraud', diskEncryption(set), etcd, {
    properties: { agentPoolProfiles: [pool('system', { enableEncryptionAtHost: true })] },
  })
  const arc = connectedCluster(scope, 'arc-fraud')
  const databricks = databricksWorkspace(
    scope,
    'dbw-fraud',
    databricksRootKey(reference),
    databricksEntityKey('managedServices', reference),
    databricksEntityKey('managedDisk', reference),
    { properties: { parameters: { requireInfrastructureEncryption: { value: true } } } },
  )
  const vm = virtualMachine(scope, 'vm-fraud', disk(scope, 'vm-fraud-os'), {
    properties: { securityProfile: { encryptionAtHost: true } },
  })
  const hdinsight = hdInsightCluster(scope, 'hdi-fraud', hdInsightKey(reference, identity))
  const dataAccount = storageAccount(scope, 'stdata', hardenedStorage, storageKey(reference), {
    identity: userAssigned(identity),
    properties: { encryption: { identity: { userAssignedIdentity: identity.id } } },
  })
  const openAi = aiServicesAccount(scope, 'aoai-fraud', aiServicesKey(reference))
  const parent = { id: workspaceId, location: 'westeurope' } as CloudResource
  const kubernetes = kubernetesCompute(parent, 'k8s', aks)
  const online = onlineEndpoint(parent, 'ep-online')
  const batch = batchEndpoint(parent, 'ep-batch')
  const inContainer = containerInstanceService(parent, 'v1-aci', 'fraud.westeurope.azurecontainer.io', {
    properties: { scoringUri: 'https://fraud.westeurope.azurecontainer.io/score' },
  })
  const hub = workspaceHub(scope, 'hub-fraud', uses({ storageAccount: storageAccount(scope, 'sthub') }), {
    properties: { hbiWorkspace: true },
  })
  const hsm = managedHsm(scope, 'hsm1')
  return {
    workspace: workspaceOf(
      scope,
      'mlw-fraud',
      uses({
        storageAccount: storage,
        keyVault: vault,
        applicationInsights: insights,
        containerRegistry: registry,
      }),
      subscriptionSideKey(reference, managed.resourceGroup, identity),
      {
        identity: { ...userAssigned(identity), type: 'SystemAssigned, UserAssigned' },
        properties: {
          hbiWorkspace: true,
          primaryUserAssignedIdentity: identity.id,
          systemDatastoresAuthMode: 'Identity',
        },
      },
    ),
    identity,
    storage,
    files: fileService(storage, hardenedFiles),
    vault,
    cmkVault,
    key: vaultKey(cmkVault, 'cmk', version, healthyKey),
    oldKey: vaultKeyVersion(cmkVault, 'cmk', hexOf('old'), healthyKey),
    registry,
    component: insights,
    logs,
    cluster: dedicated,
    cosmos: cosmosDbAccount(managed, 'cosmosfraud', cosmosDbKey(reference)),
    search: searchService(managed, 'searchfraud', searchEnforcesKeys),
    metaStorage: storageAccount(managed, 'stmeta', storageKey(reference)),
    group: plain(`/subscriptions/${scope.subscriptionId}/resourceGroups/${managed.resourceGroup}`),
    machineLearning: provider('Microsoft.MachineLearningServices'),
    storageProvider: provider('Microsoft.Storage'),
    vaultProvider: provider('Microsoft.KeyVault'),
    cosmosProvider: provider('Microsoft.DocumentDB'),
    searchProvider: provider('Microsoft.Search'),
    secretsRole: roleAssignment(vault.id, roles.keyVaultAdministrator, principalOf(identity)),
    keyRole: roleAssignment(cmkVault.id, roles.keyVaultCryptoServiceEncryptionUser, principalOf(identity)),
    setRole: roleAssignment(cmkVault.id, roles.keyVaultCryptoServiceEncryptionUser, systemPrincipalOf(set)),
    clusterRole: roleAssignment(cmkVault.id, roles.keyVaultCryptoServiceEncryptionUser, systemPrincipalOf(dedicated)),
    administrator: builtInRole(roles.keyVaultAdministrator),
    encryptionUser: builtInRole(roles.keyVaultCryptoServiceEncryptionUser),
    hub,
    hubStorage: storageAccount(scope, 'sthub'),
    hsm,
    hsmKey: managedHsmKey(hsm, 'cmk', version, healthyKey),
    // from here on: what is there only when a change says so (`also`)
    nodes: cluster(parent, 'nodes'),
    instance: computeInstance(parent, 'instance', { properties: { disableLocalAuth: true } }),
    aksV1: aksCompute(parent, 'aks-v1', aks),
    kubernetes,
    arcCompute: kubernetesCompute(parent, 'k8s-arc', arc),
    databricksCompute: databricksCompute(parent, 'databricks', databricks),
    vmCompute: virtualMachineCompute(parent, 'vm', vm),
    hdinsightCompute: hdInsightCompute(parent, 'hdi', hdinsight),
    synapse: synapseSparkCompute(parent, 'spark'),
    dataFactory: dataFactoryCompute(parent, 'factory'),
    dataLake: dataLakeAnalyticsCompute(parent, 'lake'),
    aks,
    arc,
    set,
    extension: machineLearningExtension(aks),
    arcExtension: machineLearningExtension(arc),
    databricks,
    vm,
    hdinsight,
    datastore: blobDatastore(parent, 'training', dataAccount),
    systemDatastore: change(
      systemDatastores(parent, storage).find(({ name }) => name === 'workspaceblobstore') as CloudResource,
    ),
    dataAccount,
    share: fileDatastore(parent, 'share', dataAccount),
    dataFiles: fileService(dataAccount, hardenedFiles),
    encryptionScope: encryptionScope(dataAccount, 'sc-fraud', encryptionScopeKey(reference)),
    openai: connection(parent, 'openai', connectedTo(openAi)),
    openAi,
    online,
    onCluster: onlineEndpoint(parent, 'ep-k8s', onKubernetes(kubernetes, 'inference.contoso.com')),
    batch,
    serverless: serverlessEndpoint(parent, 'ep-serverless', { properties: { authMode: 'AAD' } }),
    blue: onlineDeployment(online, 'blue'),
    nightly: batchDeployment(batch, 'nightly'),
    job: commandJob(parent, 'job-1'),
    sweep: sweepJob(parent, 'job-2'),
    recurrent: schedule(parent, 'every-night'),
    inContainer,
    onAks: aksService(parent, 'v1-aks', { properties: { scoringUri: 'https://scoring.contoso.com/score' } }),
    containers: containerGroup(scope, 'v1-aci-x', 'fraud.westeurope.azurecontainer.io', containerGroupKey(reference)),
    otherContainers: containerGroup(scope, 'unrelated', 'other.westeurope.azurecontainer.io'),
  }
}

function builtInRole(guid: string): CloudResource {
  const found = builtInRoles.find((each) => roleOf(each) === guid)
  if (!found) throw new Error(`there is no role ${guid}`)
  return found
}

const firstOptional = 'nodes'
const workspaceId = `${group}/providers/Microsoft.MachineLearningServices/workspaces/mlw-fraud`

function plain(id: string): CloudResource {
  return { id, type: typeOfId(id) ?? '', name: id.split('/').at(-1) ?? '', location: 'westeurope' }
}

function provider(namespace: string): CloudResource {
  const id = `/subscriptions/${scope.subscriptionId}/providers/${namespace}`
  return { ...plain(id), namespace, registrationState: 'Registered' }
}

export type Part = keyof ReturnType<typeof healthy>
export type Parts = Record<Part, CloudResource>

/** Of the healthy scene: what is merged into its parts, what is hidden from the identity, what Azure does not have. */
export type Change = Partial<Record<Part, Overrides>> & {
  hide?: Partial<Record<Part, UnknownReason>>
  /** of what is not always there, what is */
  also?: Part[]
  options?: Partial<Options>
  /** of another cloud than the public one */
  keyHosts?: KeyHosts
  /** not in the answers at all: nobody asked, or a row was dropped */
  without?: Part[]
  source?: Source
  apiVersion?: string | null
  /** collections that could not be read, by their key */
  hideCollections?: Record<string, UnknownReason>
  /** keys of collections that nobody asked for */
  drop?: string[]
  /** paths that were left out, because the read that would have shown them failed */
  gaps?: Partial<Record<Part, string>>
  /** what is there besides, as role assignments and roles of somebody's own */
  more?: CloudResource[]
  /** for what a merge cannot say */
  edit?: (parts: Parts) => void
  /** keeps whole resources instead of what their types declare */
  whole?: boolean
}

export const ids = Object.fromEntries(Object.entries(healthy()).map(([part, { id }]) => [part, id])) as Record<
  Part,
  string
>
const names = Object.keys(ids) as Part[]
/** What is there only when a change says so. */
const optional = names.slice(names.indexOf(firstOptional))
/** What holds where there is no config file. */
export const defaults: Options = { ...noConfig.thresholds, isDeniedName: () => false, encryptionScopes: false }
/** Asks what is not asked unless the config file says so. */
export const allAsked: Options = { ...defaults, encryptionScopes: true, keyMaximumValidityDays: 800 }
/** The key of what Resource Manager lists of the role assignments of a principal. */
export const assigned = (at: Part, holder = principal) => collectionKey.assigned(ids[at], holder)
/** The key of what Resource Manager lists below an id. */
export const listOf = (segment: string, parent = ids.workspace) => collectionKey.list(parent, segment)

export const versions = { current: keyVersion(healthy().cmkVault, 'cmk'), old: hexOf('old') }
export const principal = principalOf(healthy().identity)
const keyIdentifier = (version?: string) =>
  ['https://kv-fraud-cmk.vault.azure.net/keys/cmk', version].filter(Boolean).join('/')

/** Changes that many cases begin with. */
export const having = {
  noKey: {
    workspace: { properties: { encryption: null, serviceProvisionedResourceGroup: null } },
  },
  noKeysAtAll: {
    workspace: { properties: { encryption: null, serviceProvisionedResourceGroup: null } },
    storage: { properties: { encryption: { keySource: 'Microsoft.Storage', keyvaultproperties: null } } },
    registry: { properties: { encryption: { status: 'disabled', keyVaultProperties: undefined } } },
    logs: { properties: { features: { clusterResourceId: undefined } } },
  },
  serviceSide: {
    workspace: { properties: { enableServiceSideCMKEncryption: true, serviceProvisionedResourceGroup: null } },
  },
  bringYourOwn: {
    workspace: {
      properties: {
        serviceProvisionedResourceGroup: null,
        encryption: {
          cosmosDbResourceId: ids.cosmos,
          storageAccountResourceId: ids.metaStorage,
          searchAccountResourceId: ids.search,
        },
      },
    },
  },
  /** everything that a workspace can hold, services of SDK v1 apart */
  everything: {
    also: optional.filter((part) => !['inContainer', 'onAks', 'containers', 'otherContainers'].includes(part)),
  },
  undetermined: { workspace: { properties: { serviceProvisionedResourceGroup: null } } },
  project: {
    workspace: {
      kind: 'Project',
      properties: {
        hubResourceId: ids.hub,
        hbiWorkspace: null,
        encryption: null,
        serviceProvisionedResourceGroup: null,
        storageAccount: ids.hubStorage,
        keyVault: null,
        containerRegistry: null,
        applicationInsights: null,
      },
    },
  },
  pinnedOld: {
    workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier: keyIdentifier(versions.old) } } } },
  },
  unversioned: {
    workspace: { properties: { encryption: { keyVaultProperties: { keyIdentifier: keyIdentifier() } } } },
  },
  policies: (...entries: unknown[]) => ({
    properties: { enableRbacAuthorization: false, accessPolicies: entries },
  }),
  hsm: {
    workspace: {
      properties: {
        encryption: {
          keyVaultProperties: {
            keyVaultArmId: ids.hsm,
            keyIdentifier: `https://westeurope.hsm1.managedhsm.azure.net/keys/cmk/${versions.current}`,
          },
        },
      },
    },
  },
  /** the account's key is in a vault of another tenant */
  otherTenant: {
    storage: {
      properties: {
        encryption: {
          identity: { federatedIdentityClientId: 'f0000000-0000-4000-8000-000000000000' },
          keyvaultproperties: {
            keyvaulturi: 'https://kv-elsewhere.vault.azure.net',
            currentVersionedKeyIdentifier: `https://kv-elsewhere.vault.azure.net/keys/cmk/${versions.current}`,
          },
        },
      },
    },
  },
} satisfies Record<string, Change | ((...entries: unknown[]) => Overrides)>

/** The changes in turn; later ones are merged over earlier ones. */
export function together(...changes: Change[]): Change {
  const edits = changes.flatMap(({ edit }) => edit ?? [])
  const more = changes.flatMap((each) => each.more ?? [])
  return {
    ...changes.reduce<Overrides>((merged, each) => merge(merged, each), {}),
    also: changes.flatMap(({ also }) => also ?? []),
    more,
    edit: (parts) => {
      for (const edit of edits) edit(parts)
    },
  }
}

/** Unlike the templates' own merge, this keeps `undefined`: it removes something only from the template. */
function merge(one: Overrides, other: Overrides): Overrides {
  const merged = { ...one }
  for (const [name, value] of Object.entries(other)) {
    const before = merged[name]
    merged[name] = isObject(before) && isObject(value) ? merge(before, value) : value
  }
  return merged
}

const isObject = (value: unknown): value is Overrides =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const template: Parts = healthy()

/** Much faster than `structuredClone`, and every case starts with one. */
function copied<T>(json: T): T {
  if (Array.isArray(json)) return json.map(copied) as T
  if (!isObject(json)) return json
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, copied(value)])) as T
}

export function partsOf(changes: Change = {}): Parts {
  const parts = copied(template)
  for (const part of Object.keys(parts) as Part[]) change(parts[part], changes[part] ?? {})
  changes.edit?.(parts)
  return parts
}

/** What a run would have read of the scene. */
export function evidenceOf(changes: Change = {}): EvidenceSet {
  const parts = partsOf(changes)
  const there = (part: Part) => !optional.includes(part) || changes.also?.includes(part)
  const shown = (Object.keys(parts) as Part[]).filter((part) => there(part) && !changes.without?.includes(part))
  const readable = [
    ...shown.filter((part) => !changes.hide?.[part]).map((part) => parts[part]),
    ...(changes.more ?? []),
  ]
  const evidence = evidenceFrom([parts.workspace.id], readable, changes)
  for (const part of shown) {
    const reason = changes.hide?.[part]
    const { id } = parts[part]
    if (reason) evidence.resources.set(idKey(id), unreadable(id, new ReadFailure(reason, 'Azure would not.')))
  }
  linkVaults(
    evidence,
    shown.map((part) => parts[part]),
  )
  const all = shown.map((part) => parts[part])
  linkEdges(evidence, all)
  if (changes.hide?.group) linkGroups(evidence, [parts.group, ...readable])
  for (const [part, path] of Object.entries(changes.gaps ?? {})) {
    const record = evidence.resources.get(idKey(parts[part as Part].id))
    if (record?.state !== 'read') throw new Error(`${part} was not read at all`)
    record.gap = { path, failure: unreadable(record.id, new ReadFailure('throttled', 'Azure would not.')) }
  }
  for (const key of changes.drop ?? []) evidence.collections.delete(key)
  for (const [key, reason] of Object.entries(changes.hideCollections ?? {})) {
    evidence.collections.set(key, hiddenCollection(key, reason, evidence))
  }
  return evidence
}

/** As the reader keeps it: a list that is cut short, or breaks off, holds what came before. */
function hiddenCollection(key: string, reason: UnknownReason, evidence: EvidenceSet) {
  const failure = new ReadFailure(reason, 'Azure would not.')
  const known = evidence.collections.get(key)
  const parts = collectionParts(key)
  if (parts?.of === 'assigned') return { ...unreadableAssignments(parts.scope, parts.principalId, failure), ids: [] }
  if (!known || parts?.of !== 'list') return { ...unreadable(key, failure), ids: [] }
  const { parent, segment } = parts
  const entry = resourceTypes[listedType(parent, segment)]
  if (!entry) throw new Error(`nothing lists ${segment}`)
  if (reason === 'truncated') return { ...cutShort(parent, segment, known.ids.length), ids: known.ids }
  return { ...unreadableList(parent, segment, entry, failure), ids: reason === 'throttled' ? known.ids : [] }
}

/** What a run would have found behind everything that leads somewhere: lists, accounts by their names, vaults by their hosts. */
function linkEdges(evidence: EvidenceSet, resources: CloudResource[]): void {
  for (const resource of resources)
    for (const edge of edgesOf({ id: resource.id, body: resource }, evidence.keyHosts)) {
      if (edge.to === 'list') linkList(evidence, resources, edge.parent, edge.list.segment)
      if (edge.to === 'account') linkAccount(evidence, resources, edge.name)
    }
  // looked for wherever a service of SDK v1 runs on instances
  linkList(evidence, resources, group, containerGroupsSegment)
}

/** What Resource Manager would list below an id, an empty list as well. */
function linkList(evidence: EvidenceSet, resources: CloudResource[], parent: string, segment: string): void {
  const type = listedType(parent, segment)
  const isHeld = (each: CloudResource) =>
    idKey(parentId(each.id)) === idKey(parent) && (parseResourceId(each.id)?.type === type || lower(each.type) === type)
  const ids = resources.filter(isHeld).map(({ id }) => id)
  evidence.collections.set(collectionKey.list(parent, segment), { state: 'read', ids })
}

const lower = (text = '') => text.toLowerCase()

/** A storage account by its name, which may lead nowhere. */
function linkAccount(evidence: EvidenceSet, resources: CloudResource[], name: string): void {
  const isIt = (each: CloudResource) =>
    lower(parseResourceId(each.id)?.name) === lower(name) && parseResourceId(each.id)?.type === accounts.type
  const ids = resources.filter(isIt).map(({ id }) => id)
  evidence.collections.set(
    collectionKey.account(name),
    ids.length > 0 ? { state: 'read', ids } : { ...unreadableAccount(name, null), ids },
  )
}

/** Evidence of plain resources, pruned as the collector prunes them. */
function evidenceFrom(workspaces: string[], resources: CloudResource[], changes: Change = {}): EvidenceSet {
  const { source = 'resource-manager', apiVersion = '2025-12-01', whole = false, keyHosts = publicHosts } = changes
  const evidence: EvidenceSet = {
    collectedAt: new Date(now).toISOString(),
    keyHosts,
    workspaces,
    resources: new Map(),
    collections: new Map(),
    subscriptions: [{ id: scope.subscriptionId, visible: true }],
    unseen: [],
  }
  for (const resource of resources) {
    const type = (typeOf(resource.id) ?? resource.type).toLowerCase()
    const entry = resourceTypes[type] ?? resourceTypes[resource.type.toLowerCase()]
    if (!entry) throw new Error(`nothing reads ${resource.type}`)
    const pruned = prune(resource, entry)
    const body = whole ? { ...resource, ...(entry.secrets && { secrets: pruned.secrets }) } : pruned
    const record: ReadRecord = { state: 'read', id: resource.id, source, apiVersion, body }
    evidence.resources.set(idKey(resource.id), record)
  }
  linkVaults(evidence, resources)
  linkGroups(evidence, resources)
  linkRoles(evidence, resources)
  return evidence
}

/** Every key in use by its vault's host, whether its vault was found or not. */
function linkVaults(evidence: EvidenceSet, resources: CloudResource[]): void {
  for (const resource of resources) {
    const uri = valueAt(resource, 'properties.vaultUri') ?? valueAt(resource, 'properties.hsmUri')
    const host = typeof uri === 'string' ? vaultHost(uri) : null
    if (host) evidence.collections.set(collectionKey.vault(host), { state: 'read', ids: [resource.id] })
  }
  for (const record of evidence.resources.values()) {
    if (record.state !== 'read') continue
    for (const edge of edgesOf(record, evidence.keyHosts)) {
      if (edge.to !== 'key') continue
      const { host } = edge.use
      const key = collectionKey.vault(host)
      if (!evidence.collections.has(key)) evidence.collections.set(key, { ...unreadableVault(host, null), ids: [] })
    }
  }
}

function linkGroups(evidence: EvidenceSet, resources: CloudResource[]): void {
  const stores = /microsoft\.(documentdb|search|storage)\//i
  for (const { id } of resources) {
    const held = resources.filter((each) => stores.test(each.id) && idKey(each.id).startsWith(`${idKey(id)}/`))
    if (/\/resourcegroups\/[^/]+$/i.test(id)) {
      evidence.collections.set(collectionKey.group(id), { state: 'read', ids: held.map((each) => each.id) })
    }
  }
}

/** What Resource Graph shows of everybody's own assignments, and what Resource Manager lists for them where it matters. */
function linkRoles(evidence: EvidenceSet, resources: CloudResource[]): void {
  const assignments = resources.filter(({ type }) => /roleassignments$/i.test(type))
  const scopes = resources.filter(({ type }) => /^microsoft\.keyvault\/vaults(\/keys)?$/i.test(type))
  for (const one of new Set(resources.flatMap(principalsIn))) {
    const own = assignments.filter((each) => holderOf(each) === lower(one))
    evidence.collections.set(collectionKey.roles(one), { state: 'read', ids: own.map(({ id }) => id) })
    for (const { id } of scopes) {
      const held = assignments.filter((each) => (own.includes(each) || isOfGroup(each)) && isAround(id, each))
      const ids = held.map((each) => each.id)
      evidence.collections.set(collectionKey.assigned(id, one), { state: 'read', ids })
    }
  }
  const own = resources.filter(({ type }) => /roledefinitions$/i.test(type))
  for (const record of [...builtIn, ...own.map(roleRecord)]) evidence.resources.set(idKey(record.id), { ...record })
}

function roleRecord(role: CloudResource): ReadRecord {
  const id = definitionId(role.id)
  const body = prune({ ...role, id }, roleDefinition.about)
  return { state: 'read', id, source: 'resource-graph', apiVersion: null, body }
}

const builtIn = builtInRoles.map(roleRecord)

const textOf = (resource: CloudResource, path: string) => {
  const text = valueAt(resource, path)
  return typeof text === 'string' ? lower(text) : ''
}
const holderOf = (assignment: CloudResource) => textOf(assignment, 'properties.principalId')
/** Whoever is asked for is in every group. */
const isOfGroup = (assignment: CloudResource) => textOf(assignment, 'properties.principalType') === 'group'

/** At a scope, above it or below it. */
function isAround(id: string, assignment: CloudResource): boolean {
  const scope = textOf(assignment, 'properties.scope')
  return !/^\/subscriptions\//i.test(scope) || isWithin(id, scope) || isWithin(scope, id)
}

function principalsIn(resource: CloudResource): string[] {
  const inline = Object.values((valueAt(resource, 'identity.userAssignedIdentities') ?? {}) as object)
  return [
    valueAt(resource, 'identity.principalId'),
    valueAt(resource, 'properties.principalId'),
    ...inline.map((each) => valueAt(each, 'principalId')),
  ].filter((one): one is string => typeof one === 'string')
}

export function checkOf(id: string): Check {
  const found = checklist.find((check) => check.id === id)
  if (!found) throw new Error(`there is no check ${id}`)
  return found
}

export const policyOf = (profile: Profile) => ({
  profile,
  failOnSeverity: 'high' as const,
  onUnknown: 'fail' as const,
  warnOnly: false,
  failOnNewOnly: false,
})

/** What one check says of the scene in one profile. */
export function outcomes(id: string, changes: Change = {}, profile: Profile = 'cmk-required'): Outcome[] {
  return outcomesIn(evidenceOf(changes), id, changes, profile)
}

function outcomesIn(evidence: EvidenceSet, id: string, changes: Change, profile: Profile): Outcome[] {
  const options = { ...defaults, ...changes.options }
  return evaluate([checkOf(id)], openWorkspace(evidence, evidence.workspaces[0] ?? '', profile, options))
}

/** Names of the keys that the workspace uses. */
export function openedKeys(changes: Change): string[] {
  return openWorkspace(evidenceOf(changes), ids.workspace, 'baseline', defaults).keys.all.map(({ name }) => name)
}

/** The findings of one check, as the report has them. */
export function findings(
  id: string,
  changes: Change = {},
  profile: Profile = 'cmk-required',
): (Omit<Finding, 'message'> & { message: string })[] {
  const found = findingsIn(evidenceOf(changes), id, changes, profile)
  return found.map((finding) => ({ ...finding, message: asText(finding.message) }))
}

function findingsIn(evidence: EvidenceSet, id: string, { options }: Change, profile: Profile): Finding[] {
  const config = { ...only(id), ...configOf(options ?? {}) }
  const all = report(evidence, evidence.workspaces[0] ?? '', policyOf(profile), config)
  return all.findings.filter(({ check }) => check === id)
}

/** What a config file would say. */
function configOf({ encryptionScopes = false, isDeniedName: _, ...thresholds }: Partial<Options>): Partial<Config> {
  const enable = encryptionScopes ? ['storage/encryption-scopes'] : []
  return { enable, thresholds: { ...noConfig.thresholds, ...thresholds } }
}

/** Leaves out the checks of all other systems: they would take most of the time. */
function only(id: string): Config {
  const systems = new Set(checklist.map((check) => systemOf(check.id)))
  systems.delete(systemOf(id))
  return { ...noConfig, disable: [...systems].map((system) => ({ check: `${system}/*`, reason: '' })) }
}

const systemOf = (id: string) => id.split('/')[0]

export interface Expected {
  /** which subject, when there are several */
  of?: string
  message?: RegExp
  /** path and value that the evidence must hold */
  reads?: [path: string, value: ReadValue['value']]
  remedy?: RegExp | null
}

/** `fail high/info`, `unknown forbidden high/high`, `not-applicable absent`; severities are cmk-required / baseline */
export type Row = [name: string, changes: Change, expected: string, details?: Expected]

/** What every check of a system says alike, whatever it asks. */
export function everyCheck(system: string, rows: Row[]): void {
  const checks = checklist.filter(({ id }) => systemOf(id) === system)
  describe(`every check of ${system}/`, () => {
    it.each(rows)('%s', (_name, changes, expected, { of, message } = {}) => {
      const evidence = evidenceOf(changes)
      for (const { id } of checks) {
        const [strict, lax] = (['cmk-required', 'baseline'] as const).map((profile) =>
          pick(outcomesIn(evidence, id, changes, profile), of),
        ) as [Outcome, Outcome]
        expect([id, described(strict, lax)]).toEqual([id, expected])
        if (message) expect('message' in strict.verdict && asText(strict.verdict.message ?? '')).toMatch(message)
      }
    })
  })
}

/** One case a line: what a check says of a changed scene, in both profiles. */
export function cases(id: string, rows: Row[]): void {
  describe(id, () => {
    it.each(rows)('%s', (_name, changes, expected, details = {}) => {
      const evidence = evidenceOf(changes)
      const strict = pick(outcomesIn(evidence, id, changes, 'cmk-required'), details.of)
      const lax = pick(outcomesIn(evidence, id, changes, 'baseline'), details.of)
      if (described(strict, lax) !== expected) explainUnkept(id, changes, expected, details, strict)
      expect(described(strict, lax)).toBe(expected)
      const status = strict.verdict.status
      if (status === 'not-applicable' || status === 'attested' || status === 'manual') return
      for (const profile of ['cmk-required', 'baseline'] as const) {
        const one = findingsIn(evidence, id, changes, profile).find(
          ({ resource }) => !details.of || sameId(resource, details.of),
        )
        if (one) looksRight(one, details)
      }
    })
  })
}

/** When the rule says what is expected of whole resources, it reads what is not kept. */
function explainUnkept(id: string, changes: Change, expected: string, { of }: Expected, pruned: Outcome): void {
  const [strict, lax] = (['cmk-required', 'baseline'] as const).map((profile) =>
    pick(outcomes(id, { ...changes, whole: true }, profile), of),
  ) as [Outcome, Outcome]
  if (described(strict, lax) !== expected || !('reads' in strict)) return
  const seen = new Map('reads' in pruned ? pruned.reads.values.map(({ path, value }) => [path, value]) : [])
  const unkept = strict.reads.values.filter(({ path, value }) => seen.get(path) !== value)
  const where = unkept.map(({ resource = '', path }) => `${path} of ${parseResourceId(resource)?.type}`)
  throw new Error(
    `${id} reads ${where.join(' and ') || 'a property'}, which is not kept: declare it for that type in src/resources/`,
  )
}

function looksRight(finding: Finding, { message, reads, remedy }: Expected): void {
  const check = checkOf(finding.check)
  const said = asText(finding.message)
  expect(said).not.toMatch(/please report it|undefined|\[object/)
  expect(said).toMatch(/^\w.*[.)]$/s)
  if (message) expect(said).toMatch(message)
  if (reads) {
    expect(finding.evidence.map(({ path, value }) => [path, value])).toContainEqual(reads)
  }
  const failed = finding.status === 'fail'
  // nothing is left out, but for the one option that takes nothing
  const fix = stepsText(finding.steps)
  expect(wordsOf(finding).filter((words) => telling.test(words))).toEqual([])
  expect(fix ?? 'none').toMatch(/^\S.*\S$/s)
  expect(fix ?? 'none').not.toMatch(/(?<!--encryption-key-version )''| {2}/)
  expect(finding.creationOnly).toBe(failed && check.creationOnly === true)
  // that nothing can be done is a decision
  if (failed && !check.remedy) expect(remedy).toBeDefined()
  if (!failed || remedy === null) expect(fix).toBe(null)
  else if (remedy) expect(fix).toMatch(remedy)
  else if (check.remedy) expect(namesResource(finding)).toBe(true)
}

/** The resource, or the parent of a key; a registry is replaced by updating its workspace. */
/** What is said of every resource: no name may stand in it, because equal advice has equal words, and pseudonyms replace names. */
function wordsOf({ steps, message }: Finding): string[] {
  const all = steps.flatMap((step) => ('command' in step ? step.command : step.instruction))
  return [...all, ...[message].flat()].filter((part) => typeof part === 'string')
}

const telling = /fraud|stdata|[0-9a-f]{8}-|(?<!Microsoft\.Resources)\/subscriptions\//i

function namesResource({ steps, resource }: Finding): boolean {
  const fix = stepsText(steps)?.toLowerCase()
  const names = [resource.split('/').at(-1), 'mlw-fraud', 'law-fraud'].map((name) => name?.toLowerCase() ?? '')
  return names.some((name) => fix?.includes(name))
}

function pick(all: Outcome[], of?: string): Outcome {
  const nothing = all.length === 1 && all[0]?.subject === null
  const found = of && !nothing ? all.filter(({ subject }) => subject && sameId(subject.id, of)) : all
  if (found.length !== 1) {
    throw new Error(`${found.length} outcomes of ${all.map(({ subject }) => subject?.id).join(', ')}`)
  }
  return found[0] as Outcome
}

function described(strict: Outcome, lax: Outcome): string {
  const { status } = strict.verdict
  const reason = 'reason' in strict.verdict ? [strict.verdict.reason] : []
  if (strict.subject === null || !(status === 'fail' || status === 'unknown')) return [status, ...reason].join(' ')
  const weaker = lax.subject === null || lax.verdict.status !== status ? lax.verdict.status : lax.severity
  return [status, ...reason, `${strict.severity}/${weaker}`].join(' ')
}

const sameId = (one: string, other: string) => idKey(one) === idKey(other)
