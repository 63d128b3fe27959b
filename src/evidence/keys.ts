import { parseKeyId, vaultHost } from './key-id.ts'
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
]

/** The keys that a resource uses, from its properties; malformed references are left to the checks that read them. */
export function keyUses(type: string, body: Record<string, unknown>): KeyUse[] {
  return holders.filter((holder) => holder.type === type.toLowerCase()).flatMap((holder) => use(holder, body) ?? [])
}

function use(holder: KeyHolder, body: Record<string, unknown>): KeyUse | null {
  const text = (path: string | undefined) => {
    const value = path === undefined ? undefined : valueAt(body, path)
    return typeof value === 'string' ? value : null
  }
  if (holder.when && text(holder.when.path)?.toLowerCase() !== holder.when.is.toLowerCase()) return null
  const key = holder.identifier ? parseKeyId(text(holder.identifier) ?? '') : fromParts(holder, text)
  if (!key) return null
  return {
    host: key.host,
    name: key.name,
    pinned: key.version,
    inUse: parseKeyId(text(holder.inUse) ?? '')?.version ?? versionOf(text(holder.inUseVersion)),
    vaultId: text(holder.vaultId),
  }
}

function fromParts(holder: KeyHolder, text: (path: string | undefined) => string | null) {
  const host = vaultHost(text(holder.parts?.uri) ?? '')
  const name = text(holder.parts?.name)
  return host && name ? { host, name, version: text(holder.parts?.version) } : null
}

/** Cosmos DB shows the version alone or as a whole key identifier. */
function versionOf(text: string | null): string | null {
  return text === null ? null : (parseKeyId(text)?.version ?? (/^[0-9a-f]{32}$/i.test(text) ? text : null))
}
