import { parseResourceId } from '../evidence/resource-id.ts'
import { Unknown } from '../evidence/unknown.ts'
import { applicationInsights } from './application-insights.ts'
import { mlCompute } from './compute.ts'
import { containerGroup } from './container-group.ts'
import { containerRegistry } from './container-registry.ts'
import { cosmosDbAccount } from './cosmos-db.ts'
import { databricksWorkspace } from './databricks.ts'
import { diskEncryptionSet } from './disk-encryption-set.ts'
import { onlineEndpoint, serverlessEndpoint } from './endpoint.ts'
import { roleAssignment, userAssignedIdentity } from './identity.ts'
import { vaultKey } from './key.ts'
import { keyVault } from './key-vault.ts'
import { managedCluster } from './kubernetes.ts'
import { managedHsm } from './managed-hsm.ts'
import { managedIdentity } from './managed-identity.ts'
import { searchService } from './search-service.ts'
import { storageAccount } from './storage-account.ts'
import { anyResource, type Property, pathOf } from './type.ts'
import { virtualMachine } from './virtual-machine.ts'
import { mlWorkspace } from './workspace.ts'

/** A resource that is only being made, as it is sent. */
export interface Sent {
  id: string
  apiVersion: string | null
  /** what is sent at a property; undefined where nothing is */
  at(property: Property | string): unknown
  /** the address of a vault or a managed HSM of this name */
  host(kind: 'vault' | 'hsm', name: string): string
  standIn: { guid(part: string): string; version(): string }
  /** seconds since 1970 */
  now: number
}

type Default = readonly [Property | string, (sent: Sent) => unknown]

const nameOf = (id: string) => parseResourceId(id)?.name ?? ''
const isoTime = ({ now }: Sent) => new Date(now * 1000).toISOString()
const isOf = (sent: Sent, ...types: string[]) => types.includes(String(sent.at(mlCompute.computeType)).toLowerCase())

/** `https://kv.vault.azure.net/keys/k`, of a key in a vault or a managed HSM. */
export function keyAddress(id: string, host: Sent['host']): string {
  const [holder = '', name] = id.split(/\/keys\//i)
  return `https://${host(/\/managedhsms\//i.test(id) ? 'hsm' : 'vault', nameOf(holder))}/keys/${name}`
}

const attached = new Unknown(
  'The component names no Log Analytics workspace, and Azure may attach one of its own: set `WorkspaceResourceId` to make it known.',
)
const byNetwork = new Unknown(
  'Nothing is said of remote login, and Azure decides it by the network: set `remoteLoginPortPublicAccess` to make it known.',
)

const key: Default[] = [
  [vaultKey.uri, ({ id, host }) => keyAddress(id, host)],
  [vaultKey.uriWithVersion, ({ id, host, standIn }) => `${keyAddress(id, host)}/${standIn.version()}`],
  [vaultKey.enabled, () => true],
  [vaultKey.created, ({ now }) => now],
]

const byType: Record<string, readonly Default[]> = {
  [storageAccount.type]: [
    [storageAccount.httpsOnly, () => true],
    [storageAccount.keySource, () => 'Microsoft.Storage'],
    [storageAccount.key1CreationTime, isoTime],
    [storageAccount.key2CreationTime, isoTime],
  ],
  [keyVault.type]: [
    [keyVault.vaultUri, ({ id, host }) => `https://${host('vault', nameOf(id))}/`],
    [keyVault.softDelete, () => true],
    // new vaults have roles unless they say otherwise (https://learn.microsoft.com/azure/key-vault/general/access-control-default)
    [keyVault.rbacAuthorization, ({ apiVersion }) => (apiVersion ?? '') >= '2026-02-01'],
  ],
  [managedHsm.type]: [
    [managedHsm.hsmUri, ({ id, host }) => `https://${host('hsm', nameOf(id))}/`],
    [managedHsm.softDelete, () => true],
    [managedHsm.purgeProtection, () => false],
  ],
  'microsoft.keyvault/vaults/keys': key,
  'microsoft.keyvault/managedhsms/keys': key,
  [containerRegistry.type]: [[containerRegistry.adminUser, () => false]],
  [applicationInsights.type]: [
    [
      applicationInsights.ingestionMode,
      (sent) => (sent.at(applicationInsights.logAnalytics) === undefined ? attached : 'LogAnalytics'),
    ],
  ],
  [mlWorkspace.type]: [
    [mlWorkspace.kind, () => 'Default'],
    [mlWorkspace.systemDatastoresAuthMode, () => 'accessKey'],
  ],
  [mlCompute.type]: [
    [mlCompute.localAuthDisabled, () => false],
    [mlCompute.minimumNodes, (sent) => (isOf(sent, 'amlcompute') ? 0 : undefined)],
    [mlCompute.remoteLogin, (sent) => (isOf(sent, 'amlcompute') ? byNetwork : undefined)],
    [mlCompute.sshPublicAccess, (sent) => (isOf(sent, 'computeinstance') ? 'Disabled' : undefined)],
  ],
  [managedCluster.type]: [[managedCluster.currentVersion, versionOf]],
  [databricksWorkspace.type]: [[databricksWorkspace.computeMode, () => 'Hybrid']],
  [virtualMachine.type]: [[virtualMachine.encryptionAtHost, () => false]],
  [userAssignedIdentity.type]: [
    [userAssignedIdentity.principalId, ({ standIn }) => standIn.guid('principal')],
    [userAssignedIdentity.clientId, ({ standIn }) => standIn.guid('client')],
  ],
  [roleAssignment.type]: [
    [
      roleAssignment.scope,
      ({ id }) => id.replace(/\/providers\/Microsoft\.Authorization\/roleAssignments\/[^/]+$/i, ''),
    ],
  ],
}

const laterVersion = new Unknown(
  'The cluster is made without a version, and Azure chooses one: set `kubernetesVersion` to make it known.',
)

function versionOf(sent: Sent): unknown {
  return sent.at(managedCluster.version) ?? laterVersion
}

const ofIdentity: Default = [
  managedIdentity.principalId,
  (sent) =>
    String(sent.at('identity.type')).toLowerCase().includes('systemassigned')
      ? sent.standIn.guid('identity')
      : undefined,
]

/** What Azure gives to what is made without saying it, and where it cannot be told. */
export function defaultsOf(type: string, sent: Sent): { path: string; value: unknown }[] {
  return [...(byType[type] ?? []), ofIdentity].flatMap(([property, make]) => {
    const value = sent.at(property) === undefined ? make(sent) : undefined
    const path = pathOf(property)
    return value === undefined ? [] : [{ path, value }]
  })
}

/** What nobody can set, by type: a template that does not name it takes nothing away. */
const readOnly = new Set(
  [
    managedIdentity.principalId,
    keyVault.vaultUri,
    managedHsm.hsmUri,
    vaultKey.uri,
    vaultKey.uriWithVersion,
    vaultKey.created,
    vaultKey.recoveryLevel,
    storageAccount.key1CreationTime,
    storageAccount.key2CreationTime,
    storageAccount.keyIdentifierInUse,
    containerRegistry.keyIdentifierInUse,
    containerRegistry.tier,
    mlWorkspace.managedResourceGroup,
    mlWorkspace.cosmosDb,
    mlWorkspace.metadataStorage,
    mlWorkspace.searchService,
    mlCompute.provisioningState,
    onlineEndpoint.address,
    onlineEndpoint.provisioningState,
    serverlessEndpoint.address,
    managedCluster.currentVersion,
    diskEncryptionSet.rotationErrorCode,
    cosmosDbAccount.keyStatus,
    cosmosDbAccount.keyVersionInUse,
    searchService.compliance,
    userAssignedIdentity.principalId,
    userAssignedIdentity.clientId,
    roleAssignment.scope,
    containerGroup.fqdn,
    anyResource.name,
  ].map(({ path }) => path),
)

/** What a resource has by its name alone, whether it is there already or is only being made. */
const byName = new Set(
  [keyVault.vaultUri, managedHsm.hsmUri, vaultKey.uri, roleAssignment.scope].map(({ path }) => path),
)

export function isByName(path: string): boolean {
  return byName.has(path)
}

export function isReadOnly({ path }: Property): boolean {
  return readOnly.has(path)
}
