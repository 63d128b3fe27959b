import { collectionKey } from '../../evidence/collection-key.ts'
import { vaultHost } from '../../evidence/key-id.ts'
import type { KeyUse } from '../../evidence/keys.ts'
import type { ReadRecord } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import type { ReadFailure } from '../requests/read-failure.ts'
import { unreadableVault } from '../unreadable.ts'
import { type Context, slashed } from './context.ts'
import { type Keys, remember, type Uses } from './keys.ts'
import { createVaultHosts } from './vault-hosts.ts'

/** Which vault is behind the host of a key. */
export interface Vaults {
  /** a key, the version it is used in, and its vault */
  want(use: KeyUse): void
  /** hosts that a query is to find */
  waiting: Set<string>
  learn(record: ReadRecord): void
  /** something is not where a consumer says: a vault that was moved to another group keeps its host */
  searchMoved(id: string): void
  /** answers what waits for a vault that came in another way */
  answerFound(): void
  /** what a query for a host brought */
  answer(host: string, failure: ReadFailure | null): void
}

type Shared = Pick<Context, 'client' | 'evidence' | 'isNew' | 'want'>

export function createVaults({ client, evidence, isNew, want }: Shared, keys: Keys): Vaults {
  const { collections } = evidence
  const waiting = new Set<string>()
  const found = new Map<string, string>()
  const usesOf: Uses = new Map()
  const vaultHosts = createVaultHosts(client.keyHosts)

  function put(host: string, ids: string[], failure: ReadFailure | null): void {
    const record = ids.length > 0 ? ({ state: 'read' } as const) : unreadableVault(host, failure)
    collections.set(collectionKey.vault(host), { ...record, ids })
    for (const id of ids) for (const use of usesOf.get(host)?.values() ?? []) keys.want(id, use)
  }

  function namedFor(host: string): string | undefined {
    for (const use of usesOf.get(host)?.values() ?? []) {
      const named = vaultHosts.namedBy(use)
      if (named) return slashed(named)
    }
    return undefined
  }

  return {
    waiting,
    want(use) {
      if (use.vaultId) want(use.vaultId)
      if (!remember(usesOf, use.host, use)) return
      const vault = collections.get(collectionKey.vault(use.host))?.ids[0]
      if (vault) return keys.want(vault, use)
      const named = vaultHosts.namedBy(use)
      if (named) put(use.host, [slashed(named)], null)
      else if (isNew(collectionKey.vault(use.host))) waiting.add(use.host)
    },
    learn(record) {
      const uri = propertyOf(record.body, keyVault.vaultUri) ?? propertyOf(record.body, managedHsm.hsmUri)
      const host = vaultHost(String(uri))
      if (!host) return
      found.set(host, record.id)
      vaultHosts.learn(record.id, host)
    },
    searchMoved(id) {
      for (const host of usesOf.keys()) {
        const [known] = collections.get(collectionKey.vault(host))?.ids ?? []
        if (known !== undefined && idKey(known) === idKey(id) && isNew(`moved:${host}`)) waiting.add(host)
      }
    },
    answerFound() {
      for (const host of waiting) {
        const id = found.get(host)
        if (id && waiting.delete(host)) put(host, [id], null)
      }
    },
    answer(host, failure) {
      const id = found.get(host) ?? namedFor(host)
      // a search that finds nothing does not take back a vault that a consumer named in the meantime
      if (id || !collections.get(collectionKey.vault(host))?.ids.length) put(host, id ? [id] : [], failure)
    },
  }
}
