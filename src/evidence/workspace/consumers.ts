import { cosmosDbAccount } from '../../resources/cosmos-db.ts'
import { connectedCluster, diskEncryption } from '../../resources/kubernetes.ts'
import { type HiddenUser, hiddenUsers } from '../hidden.ts'
import { keyReferences } from '../keys.ts'
import { type ReadRecord, unplanned } from '../records.ts'
import type { Resource } from '../resource.ts'
import { idKey } from '../resource-id.ts'
import { mayBeOnInstances } from './contents.ts'
import { next } from './dependencies.ts'
import { clusters, logsOf } from './diagnostics.ts'
import type { Lookup } from './lookup.ts'
import type { Workspace } from './model.ts'

/** What a workspace is linked to, as far as it may use keys. */
type Parts = Pick<
  Workspace,
  | 'storageAccounts'
  | 'containerRegistry'
  | 'diagnostics'
  | 'metadata'
  | 'clusters'
  | 'databricks'
  | 'hdinsight'
  | 'aiServices'
  | 'list'
  | 'containerGroupOf'
  | 'scopesOf'
> & { encrypted: Resource[] }

/** Everything that may use a customer-managed key. */
export function consumersOf(parts: Parts, lookup: Lookup): Resource[] {
  return [
    ...parts.encrypted,
    ...parts.storageAccounts.all,
    ...parts.containerRegistry.all,
    ...clusters(parts.diagnostics.all, lookup),
    ...parts.metadata.all.filter(({ type }) => type === cosmosDbAccount.type),
    ...parts.clusters.all.flatMap((cluster) => [cluster, ...next(cluster, diskEncryption, lookup)]),
    ...parts.databricks.all,
    ...parts.hdinsight.all,
    ...parts.aiServices.all,
    ...parts
      .list('services')
      .all.flatMap((service) => (mayBeOnInstances(service) ? (parts.containerGroupOf(service) ?? []) : [])),
    ...parts.storageAccounts.all.flatMap((account) => (account.unreadable ? [] : parts.scopesOf(account).all)),
  ]
}

/**
 * What cannot be read of them, and on the way to them. Nothing of an Arc cluster uses a key; of web services of SDK v1
 * that cannot be listed, one check speaks.
 */
export function hiddenConsumers(consumers: Resource[], components: Resource[], lookup: Lookup): HiddenUser[] {
  const onTheWay = [...components, ...logsOf(components, lookup)]
  const users = [...consumers.filter(({ type }) => type !== connectedCluster.type), ...onTheWay]
  return hiddenUsers([...users, ...withOpenKeys(consumers, lookup)])
}

/** Consumers of which a plan leaves open what key they use: they hide it. */
function withOpenKeys(consumers: Resource[], { evidence }: Lookup): Resource[] {
  return consumers.flatMap((consumer) => {
    const body = consumer.record.state === 'read' ? consumer.record.body : {}
    const open = keyReferences(consumer.type, body, evidence.keyHosts).find((reference) => reference.open)?.open
    return open ? [{ ...consumer, unreadable: unplanned(open) }] : []
  })
}

type ReadResource = Resource & { record: ReadRecord }

/** Those that were read: what stands under the id of one of them, and hides something, says nothing of its keys. */
export function readOnce(resources: readonly Resource[]): ReadResource[] {
  return once(resources.filter((one): one is ReadResource => one.record.state === 'read'))
}

export function once<R extends Resource>(resources: readonly R[]): R[] {
  return [...new Map(resources.map((one) => [idKey(one.id), one])).values()]
}
