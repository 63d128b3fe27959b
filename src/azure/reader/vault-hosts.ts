import type { KeyHosts } from '../../evidence/key-id.ts'
import type { KeyUse } from '../../evidence/keys.ts'
import { parseResourceId } from '../../evidence/resource-id.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'

/** Tells whether the vault that a consumer names by its id is the one behind the host of its key. */
export interface VaultHosts {
  /** the id that the consumer gives, if that vault has this host in this cloud */
  namedBy(use: KeyUse): string | null
  /** a vault says what its host is, and thereby what hosts end in where nobody has said it */
  learn(id: string, host: string): void
}

/** The first label of a host says nothing: `kv.vault.azure.net.example.com` is somebody else's. */
export function createVaultHosts({ vault, hsm }: KeyHosts): VaultHosts {
  const given = { [keyVault.type]: vault, [managedHsm.type]: hsm }
  const suffixes = new Map(
    Object.entries(given).map(([type, suffix]) => [type, new Set(suffix === null ? [] : [suffix])]),
  )
  const unknown = new Set(Object.entries(given).flatMap(([type, suffix]) => (suffix === null ? [type] : [])))
  return {
    namedBy({ host, vaultId }) {
      const named = vaultId === null ? null : parseResourceId(vaultId)
      if (!named) return null
      const hosts = [...(suffixes.get(named.type) ?? [])].map((suffix) => `${named.name}.${suffix}`.toLowerCase())
      return hosts.includes(host) ? vaultId : null
    },
    learn(id, host) {
      const { type = '', name = '' } = parseResourceId(id) ?? {}
      const label = `${name.toLowerCase()}.`
      if (unknown.has(type) && host.startsWith(label)) suffixes.get(type)?.add(host.slice(label.length))
    },
  }
}
