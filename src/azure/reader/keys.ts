import { parseKeyId } from '../../evidence/key-id.ts'
import type { KeyUse } from '../../evidence/keys.ts'
import type { ReadRecord } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { vaultKey } from '../../resources/key.ts'
import type { Context } from './context.ts'

/** Keys of vaults that have been found, and the versions in which they are used. */
export interface Keys {
  want(vault: string, use: KeyUse): void
  /** a version in use is read on its own only when it is not the current one, which came with the key */
  wantVersions(record: ReadRecord): void
}

export function createKeys({ evidence, want }: Pick<Context, 'evidence' | 'want'>): Keys {
  const usesOf: Uses = new Map()

  function wantVersions({ id, body }: ReadRecord): void {
    const uses = usesOf.get(idKey(id))
    const current = uses && parseKeyId(String(propertyOf(body, vaultKey.uriWithVersion)))?.version
    for (const { pinned, inUse } of uses?.values() ?? []) {
      for (const version of [pinned, inUse]) {
        if (version && version.toLowerCase() !== current?.toLowerCase()) want(`${id}/versions/${version}`)
      }
    }
  }

  return {
    want(vault, use) {
      const id = `${vault}/keys/${use.name}`
      remember(usesOf, idKey(id), use)
      want(id)
      const record = evidence.resources.get(idKey(id))
      if (record?.state === 'read') wantVersions(record)
    },
    wantVersions,
  }
}

/** By what they are a use of, and then by all that they say. */
export type Uses = Map<string, Map<string, KeyUse>>

/** Whether a use is new under this key. A vault is often shared by thousands of consumers that all say the same. */
export function remember(uses: Uses, key: string, use: KeyUse): boolean {
  const known = uses.get(key) ?? new Map<string, KeyUse>()
  const text = JSON.stringify(Object.values(use)).toLowerCase()
  if (known.has(text)) return false
  uses.set(key, known.set(text, use))
  return true
}
