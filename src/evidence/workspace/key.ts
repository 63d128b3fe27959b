import { vaultKey } from '../../resources/key.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { said } from '../../said.ts'
import { collectionKey } from '../collection-key.ts'
import { keyIdOf } from '../edges.ts'
import { parseKeyId } from '../key-id.ts'
import type { CollectionRecord, UnreadableRecord } from '../records.ts'
import { peek, type Resource } from '../resource.ts'
import { parentId } from '../resource-id.ts'
import { type Lookup, textAt } from './lookup.ts'
import type { Key, KeyConsumer, KeyVersion } from './model.ts'

export function key(consumers: KeyConsumer[], lookup: Lookup): Omit<Key, 'hiddenUsers' | 'hiddenBy'> {
  const { host, name } = (consumers[0] as KeyConsumer).use
  const found = lookup.evidence.collections.get(collectionKey.vault(host))
  const vault = found?.ids[0] ? lookup.at(found.ids[0]) : null
  const id = keyIdOf({ host, name }, vault?.id)
  const current = lookup.at(id)
  const otherTenant = !vault && consumers.some((consumer) => isFederated(consumer, lookup))
  return {
    id: current.id,
    name,
    unreadable: vault ? keyUnreadable(current, vault) : vaultUnreadable(found, current, otherTenant),
    host,
    vault,
    current,
    versions: vault && !current.unreadable ? versions(current, consumers, lookup) : [],
    consumers,
    otherTenant,
  }
}

/** An encryption scope has no identity of its own: it reaches its key with that of the account above it. */
function isFederated({ resource, use }: KeyConsumer, lookup: Lookup): boolean {
  return use.isFederated || peek(lookup.at(parentId(resource.id)), storageAccount.federatedClient) !== undefined
}

/** Only where the vault can be read is a key that is not there gone. */
function keyUnreadable(current: Resource, vault: Resource): UnreadableRecord | null {
  return current.unreadable?.state === 'absent' && vault.unreadable?.state === 'unreadable'
    ? vault.unreadable
    : current.unreadable
}

function vaultUnreadable(
  found: CollectionRecord | undefined,
  current: Resource,
  otherTenant: boolean,
): UnreadableRecord | null {
  const hidden = found && found.state !== 'read' ? found : current.unreadable
  if (!otherTenant || hidden?.reason !== 'not-visible') return hidden
  return {
    ...hidden,
    action: null,
    message: said`The key is in another tenant: ${{ name: current.id }} cannot be read with the identity of this run.`,
  }
}

function versions(current: Resource, consumers: KeyConsumer[], lookup: Lookup): KeyVersion[] {
  const newest = parseKeyId(textAt(current, vaultKey.uriWithVersion))?.version?.toLowerCase() ?? 'current'
  const used = (consumer: KeyConsumer) => (consumer.use.pinned ?? consumer.use.inUse ?? newest).toLowerCase()
  const all = [...new Set([newest, ...consumers.map(used)])]
  return all.map((version) => ({
    version,
    resource: version === newest ? current : lookup.at(`${current.id}/versions/${version}`),
    consumers: consumers.filter((consumer) => used(consumer) === version),
  }))
}
