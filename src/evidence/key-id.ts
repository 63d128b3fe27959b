/** A key as its consumers name it. */
export interface KeyId {
  /** lower-cased host of the vault or managed HSM, without port */
  host: string
  name: string
  /** null when the consumer follows the current version */
  version: string | null
}

const pattern =
  /^https:\/\/(?<vault>[^./:]+)\.(?<suffix>[a-z0-9.-]+?)(?::443)?\/keys\/(?<key>[^/]+)(?:\/(?<version>[0-9a-f]{32}))?\/?$/i

/** Reads a key identifier (https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers). */
export function parseKeyId(url: string): KeyId | null {
  const groups = pattern.exec(url.trim())?.groups
  if (!groups?.vault || !groups.suffix || !groups.key) return null
  return { host: `${groups.vault}.${groups.suffix}`.toLowerCase(), name: groups.key, version: groups.version ?? null }
}

/** `https://kv.vault.azure.net:443/` → `kv.vault.azure.net`; null when it is no https URL. */
export function vaultHost(uri: string): string | null {
  const match = /^https:\/\/([^/:]+)(?::443)?\/?$/i.exec(uri.trim())
  return match?.[1]?.toLowerCase() ?? null
}

export function isManagedHsm(host: string): boolean {
  return host.includes('.managedhsm.')
}

/** How a key is named where only its vault's host is known. */
export function keyUrl(host: string, name: string): string {
  return `https://${host}/keys/${name}`
}
