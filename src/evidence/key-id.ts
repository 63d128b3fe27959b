/** A key as its consumers name it. */
export interface KeyId {
  /** lower-cased host of the vault or managed HSM, without port */
  host: string
  name: string
  /** null when the consumer follows the current version */
  version: string | null
}

/** What host names of key vaults and of managed HSMs end in, in a cloud; null where that is not known. */
export interface KeyHosts {
  vault: string | null
  hsm: string | null
}

/** Of a cloud that is known by its addresses alone: any host may be a vault's. */
export const anyKeyHosts: KeyHosts = { vault: null, hsm: null }

const pattern =
  /^https:\/\/(?<vault>[^./:]+)\.(?<suffix>[a-z0-9.-]+?)(?::443)?\/keys\/(?<key>[^/]+)(?:\/(?<version>[0-9a-f]{32}))?\/?$/i

/**
 * Reads a key identifier (https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers).
 *
 * @param hosts of the cloud: what names another host names no key
 */
export function parseKeyId(url: string | null | undefined, hosts: KeyHosts = anyKeyHosts): KeyId | null {
  const groups = pattern.exec(url?.trim() ?? '')?.groups
  if (!groups?.vault || !groups.suffix || !groups.key) return null
  const host = `${groups.vault}.${groups.suffix}`.toLowerCase()
  return isKeyHost(host, hosts) ? { host, name: groups.key, version: groups.version ?? null } : null
}

/** `https://kv.vault.azure.net:443/` → `kv.vault.azure.net`; null for anything else than an https URL of the cloud. */
export function vaultHost(uri: string | null, hosts: KeyHosts = anyKeyHosts): string | null {
  const host = /^https:\/\/([^/:]+)(?::443)?\/?$/i.exec(uri?.trim() ?? '')?.[1]?.toLowerCase()
  return host !== undefined && isKeyHost(host, hosts) ? host : null
}

/** A vault has one label before the suffix of its cloud; a managed HSM can have its region before its name. */
function isKeyHost(host: string, { vault, hsm }: KeyHosts): boolean {
  if (vault === null && hsm === null) return true
  const labels = (suffix: string | null) =>
    suffix !== null && host.endsWith(`.${suffix}`) ? host.slice(0, -suffix.length - 1).split('.').length : 0
  return labels(vault) === 1 || [1, 2].includes(labels(hsm))
}

export function isManagedHsm(host: string): boolean {
  return host.includes('.managedhsm.')
}

/** How a key is named where only its vault's host is known. */
export function keyUrl(host: string, name: string): string {
  return `https://${host}/keys/${name}`
}
