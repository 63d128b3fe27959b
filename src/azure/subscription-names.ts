import type { EvidenceSet } from '../evidence/records.ts'
import { idKey } from '../evidence/resource-id.ts'
import { subscription } from '../resources/subscription.ts'
import { inLists } from './find/conditions.ts'
import type { AzureClient } from './requests/client.ts'
import { literal, query } from './requests/resource-graph.ts'

/**
 * Gives subscriptions the names that people know them by (the `name` of a row of Resource Graph). Nothing is decided by
 * them: a subscription whose name cannot be read has its id alone.
 */
export async function nameSubscriptions(client: AzureClient, all: EvidenceSet['subscriptions']): Promise<void> {
  const ids = all.filter(({ visible }) => visible).map(({ id }) => `/subscriptions/${id}`)
  const conditions = inLists(ids, (list) => `type =~ ${literal(subscription.type)} and id in~ (${list})`)
  const answers = await Promise.all(conditions.map((where) => query(client, where, { table: 'resourcecontainers' })))
  const names = new Map(answers.flatMap(({ rows }) => rows.map(({ id, name }) => [idKey(id), name])))
  for (const each of all) {
    const name = names.get(idKey(`/subscriptions/${each.id}`))
    if (typeof name === 'string' && name !== '') each.name = name
  }
}
