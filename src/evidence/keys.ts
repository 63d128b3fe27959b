import { type KeyHosts, parseKeyId, vaultHost } from './key-id.ts'
import { valueAt } from './resource.ts'

/** A use of a customer-managed key, read from the resource that uses it. */
export interface KeyUse {
  /** lower-cased host of the vault or managed HSM */
  host: string
  name: string
  /** the version that the consumer is set to; null when it follows the current one */
  pinned: string | null
  /** the version that the consumer says it uses, where it says so */
  inUse: string | null
  /** resource id of the vault, when the consumer names it */
  vaultId: string | null
  /** how the consumer uses the key; null when it takes either way */
  operations: readonly [string, string] | null
  /** the consumer reaches the vault with an identity of another tenant */
  isFederated: boolean
}

/** A place where a resource names its key. */
export interface KeyReference {
  path: string
  /** null when a key is on and cannot be told from what stands there */
  use: KeyUse | null
}

export const wrapping = ['wrapKey', 'unwrapKey'] as const
export const encrypting = ['encrypt', 'decrypt'] as const

interface KeyHolder {
  type: string
  /** whether a customer-managed key is in use at all */
  when?: { path: string; is: string }
  /** what tells, besides a key that is named, that one is in use */
  implied?: { path: string; is: string[] }
  /** a whole key identifier … */
  identifier?: string
  /** … or its parts */
  parts?: { uri: string; name: string; version: string }
  inUse?: string
  inUseVersion?: string
  vaultId?: string
  /** a switch that says that new versions are followed, although one is named */
  follows?: string
  /** a client of another tenant, by which the vault is reached */
  federated?: { path: string; fits: RegExp }
  /** wraps other keys unless it is said here */
  operations?: (body: Record<string, unknown>) => KeyUse['operations']
}

/** The newer way to encrypt what a cluster keeps in etcd. */
const objectEncryption = 'properties.securityProfile.kubernetesResourceObjectEncryptionProfile'

/** Where each kind of resource keeps the name of its key. Casing is the provider's; reads do not depend on it. */
const holders: KeyHolder[] = [
  {
    type: 'microsoft.machinelearningservices/workspaces',
    when: { path: 'properties.encryption.status', is: 'Enabled' },
    identifier: 'properties.encryption.keyVaultProperties.keyIdentifier',
    vaultId: 'properties.encryption.keyVaultProperties.keyVaultArmId',
  },
  {
    type: 'microsoft.storage/storageaccounts',
    when: { path: 'properties.encryption.keySource', is: 'Microsoft.Keyvault' },
    parts: {
      uri: 'properties.encryption.keyvaultproperties.keyvaulturi',
      name: 'properties.encryption.keyvaultproperties.keyname',
      version: 'properties.encryption.keyvaultproperties.keyversion',
    },
    inUse: 'properties.encryption.keyvaultproperties.currentVersionedKeyIdentifier',
    federated: { path: 'properties.encryption.identity.federatedIdentityClientId', fits: /./ },
  },
  {
    type: 'microsoft.containerregistry/registries',
    when: { path: 'properties.encryption.status', is: 'enabled' },
    identifier: 'properties.encryption.keyVaultProperties.keyIdentifier',
    inUse: 'properties.encryption.keyVaultProperties.versionedKeyIdentifier',
  },
  {
    type: 'microsoft.operationalinsights/clusters',
    parts: {
      uri: 'properties.keyVaultProperties.keyVaultUri',
      name: 'properties.keyVaultProperties.keyName',
      version: 'properties.keyVaultProperties.keyVersion',
    },
  },
  {
    type: 'microsoft.documentdb/databaseaccounts',
    identifier: 'properties.keyVaultKeyUri',
    inUseVersion: 'properties.keyVaultKeyUriVersion',
    federated: { path: 'properties.defaultIdentity', fits: /FederatedClientId=/i },
  },
  {
    type: 'microsoft.compute/diskencryptionsets',
    identifier: 'properties.activeKey.keyUrl',
    vaultId: 'properties.activeKey.sourceVault.id',
    follows: 'properties.rotationToLatestKeyVersionEnabled',
    federated: { path: 'properties.federatedClientId', fits: /./ },
    implied: {
      path: 'properties.encryptionType',
      is: [
        'EncryptionAtRestWithCustomerKey',
        'EncryptionAtRestWithPlatformAndCustomerKeys',
        'ConfidentialVmEncryptedWithCustomerKey',
      ],
    },
  },
  {
    type: 'microsoft.containerservice/managedclusters',
    when: { path: 'properties.securityProfile.azureKeyVaultKms.enabled', is: 'true' },
    identifier: 'properties.securityProfile.azureKeyVaultKms.keyId',
    vaultId: 'properties.securityProfile.azureKeyVaultKms.keyVaultResourceId',
    operations: (body) => (says(body, `${objectEncryption}.infrastructureEncryption`, 'Enabled') ? null : encrypting),
  },
  {
    type: 'microsoft.databricks/workspaces',
    when: { path: 'properties.parameters.encryption.value.keySource', is: 'Microsoft.Keyvault' },
    parts: {
      uri: 'properties.parameters.encryption.value.keyvaulturi',
      name: 'properties.parameters.encryption.value.KeyName',
      version: 'properties.parameters.encryption.value.keyversion',
    },
  },
  ...['managedServices', 'managedDisk'].map((entity): KeyHolder => {
    const at = `properties.encryption.entities.${entity}`
    const parts = { uri: 'keyVaultUri', name: 'keyName', version: 'keyVersion' }
    return {
      type: 'microsoft.databricks/workspaces',
      when: { path: `${at}.keySource`, is: 'Microsoft.Keyvault' },
      parts: {
        uri: `${at}.keyVaultProperties.${parts.uri}`,
        name: `${at}.keyVaultProperties.${parts.name}`,
        version: `${at}.keyVaultProperties.${parts.version}`,
      },
      follows: `${at}.rotationToLatestKeyVersionEnabled`,
    }
  }),
  {
    type: 'microsoft.containerinstance/containergroups',
    parts: {
      uri: 'properties.encryptionProperties.vaultBaseUrl',
      name: 'properties.encryptionProperties.keyName',
      version: 'properties.encryptionProperties.keyVersion',
    },
  },
  {
    type: 'microsoft.hdinsight/clusters',
    parts: {
      uri: 'properties.diskEncryptionProperties.vaultUri',
      name: 'properties.diskEncryptionProperties.keyName',
      version: 'properties.diskEncryptionProperties.keyVersion',
    },
  },
  {
    type: 'microsoft.storage/storageaccounts/encryptionscopes',
    when: { path: 'properties.source', is: 'Microsoft.KeyVault' },
    identifier: 'properties.keyVaultProperties.keyUri',
    inUse: 'properties.keyVaultProperties.currentVersionedKeyIdentifier',
  },
]

/** The keys that a resource uses, from its properties. */
export function keyUses(type: string, body: Record<string, unknown>, hosts: KeyHosts): KeyUse[] {
  return keyReferences(type, body, hosts).flatMap(({ use }) => use ?? [])
}

/** The same, with those that are on and cannot be named. */
export function keyReferences(type: string, body: Record<string, unknown>, hosts: KeyHosts): KeyReference[] {
  return holders
    .filter((holder) => holder.type === type.toLowerCase() && isOn(holder, body))
    .map((holder) => ({
      path: holder.identifier ?? holder.parts?.name ?? '',
      use: use(holder, body, hosts),
    }))
}

function isOn({ when, implied, identifier, parts }: KeyHolder, body: Record<string, unknown>): boolean {
  if (when) return says(body, when.path, when.is)
  const isNamed = [identifier, parts?.uri, parts?.name].some(
    (path) => path !== undefined && valueAt(body, path) !== undefined,
  )
  return isNamed || (implied?.is.some((each) => says(body, implied.path, each)) ?? false)
}

function use(holder: KeyHolder, body: Record<string, unknown>, hosts: KeyHosts): KeyUse | null {
  const text = (path: string | undefined) => {
    const value = path === undefined ? undefined : valueAt(body, path)
    return typeof value === 'string' ? value : null
  }
  const key = holder.identifier ? parseKeyId(text(holder.identifier) ?? '', hosts) : fromParts(holder, text, hosts)
  if (!key) return null
  const follows = holder.follows !== undefined && says(body, holder.follows, 'true')
  const inUse = parseKeyId(text(holder.inUse) ?? '')?.version ?? versionOf(text(holder.inUseVersion))
  return {
    host: key.host,
    name: key.name,
    pinned: follows ? null : key.version,
    inUse: follows ? key.version : inUse,
    vaultId: text(holder.vaultId),
    isFederated: holder.federated?.fits.test(text(holder.federated.path) ?? '') ?? false,
    operations: holder.operations ? holder.operations(body) : wrapping,
  }
}

/** Compares texts and switches, in any casing. */
function says(body: Record<string, unknown>, path: string, expected: string): boolean {
  return String(valueAt(body, path)).toLowerCase() === expected.toLowerCase()
}

function fromParts(holder: KeyHolder, text: (path: string | undefined) => string | null, hosts: KeyHosts) {
  const host = vaultHost(text(holder.parts?.uri) ?? '', hosts)
  const name = text(holder.parts?.name)
  return host && name ? { host, name, version: text(holder.parts?.version) } : null
}

/** Cosmos DB shows the version alone or as a whole key identifier. */
function versionOf(text: string | null): string | null {
  return text === null ? null : (parseKeyId(text)?.version ?? (/^[0-9a-f]{32}$/i.test(text) ? text : null))
}
