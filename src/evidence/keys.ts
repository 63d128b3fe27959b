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
}

interface KeyHolder {
  type: string
  /** whether a customer-managed key is in use at all */
  when?: { path: string; is: string }
  /** a whole key identifier … */
  identifier?: string
  /** … or its parts */
  parts?: { uri: string; name: string; version: string }
  inUse?: string
  inUseVersion?: string
  vaultId?: string
  /** a switch that says that new versions are followed, although one is named */
  follows?: string
}

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
  },
  {
    type: 'microsoft.compute/diskencryptionsets',
    identifier: 'properties.activeKey.keyUrl',
    vaultId: 'properties.activeKey.sourceVault.id',
    follows: 'properties.rotationToLatestKeyVersionEnabled',
  },
  {
    type: 'microsoft.containerservice/managedclusters',
    when: { path: 'properties.securityProfile.azureKeyVaultKms.enabled', is: 'true' },
    identifier: 'properties.securityProfile.azureKeyVaultKms.keyId',
    vaultId: 'properties.securityProfile.azureKeyVaultKms.keyVaultResourceId',
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

/** The keys that a resource uses, from its properties; malformed references are left to the checks that read them. */
export function keyUses(type: string, body: Record<string, unknown>, hosts: KeyHosts): KeyUse[] {
  return holders
    .filter((holder) => holder.type === type.toLowerCase())
    .flatMap((holder) => use(holder, body, hosts) ?? [])
}

function use(holder: KeyHolder, body: Record<string, unknown>, hosts: KeyHosts): KeyUse | null {
  const text = (path: string | undefined) => {
    const value = path === undefined ? undefined : valueAt(body, path)
    return typeof value === 'string' ? value : null
  }
  if (holder.when && !says(body, holder.when.path, holder.when.is)) return null
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
