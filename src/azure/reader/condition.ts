import { idKey } from '../../evidence/resource-id.ts'
import { containerGroup } from '../../resources/container-group.ts'
import { resourceTypes } from '../../resources/index.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import type { ResourceType } from '../../resources/type.ts'
import { storeTypes } from '../../resources/workspace.ts'
import { literal, literals, type Row } from '../requests/resource-graph.ts'

/** What one query finds: resources by id, vaults by host, the stores of groups, accounts by name, what groups hold else. */
export type Batch = Record<'ids' | 'hosts' | 'groups' | 'accounts' | 'indexed', Set<string>>

/** What Resource Graph is asked for by resource group, to know what is there. */
export const indexedTypes = [...Object.entries(resourceTypes).flatMap(indexedBelow), containerGroup.type]

function indexedBelow([type, { lists }]: [string, ResourceType]): string[] {
  return lists.flatMap(({ segment, indexed }) => (indexed ? [`${type}/${segment}`.toLowerCase()] : []))
}

/** One query for everything wanted. Ids have been parsed, hosts and groups come from parsed ids and key identifiers. */
export function condition({ ids, hosts, groups, accounts, indexed }: Batch): string {
  const uris = literals([...hosts].flatMap(urisOf))
  const parts = [
    ...(ids.size > 0 ? [`id in~ (${literals(ids)})`] : []),
    ...(hosts.size > 0
      ? [
          `(type =~ ${literal(keyVault.type)} and tostring(${keyVault.vaultUri.path}) in~ (${uris}))`,
          `(type =~ ${literal(managedHsm.type)} and tostring(${managedHsm.hsmUri.path}) in~ (${uris}))`,
        ]
      : []),
    ...(accounts.size > 0 ? [`(type =~ ${literal(storageAccount.type)} and name in~ (${literals(accounts)}))`] : []),
    ...(groups.size > 0 ? [`(type in~ (${literals(storeTypes)}) and (${inGroups(groups)}))`] : []),
    ...(indexed.size > 0 ? [`(type in~ (${literals(indexedTypes)}) and ${around(indexed)})`] : []),
  ]
  return parts.join(' or ')
}

/** Tells the rows that a query for all this can bring from others. */
export function askedBy({
  ids,
  hosts,
  groups,
  accounts,
  indexed,
}: Batch): (row: { id: string; type: string }) => boolean {
  const keys = new Set([...ids].map(idKey))
  const types = new Set([
    ...(hosts.size > 0 ? [keyVault.type, managedHsm.type] : []),
    ...(groups.size > 0 ? storeTypes : []),
    ...(accounts.size > 0 ? [storageAccount.type] : []),
    ...(indexed.size > 0 ? indexedTypes : []),
  ])
  return ({ id, type }) => keys.has(idKey(id)) || types.has(type.toLowerCase())
}

/** Rows by a key, each row once. */
export function byKey(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  return Map.groupBy(new Map(rows.map((each) => [idKey(each.id), each])).values(), keyOf)
}

/** The id of the resource group that something lies in. */
export function groupOf({ id }: Pick<Row, 'id'>): string {
  return id.split('/').slice(0, 5).join('/')
}

function urisOf(host: string): string[] {
  return [`https://${host}`, `https://${host}/`, `https://${host}:443`, `https://${host}:443/`]
}

/** Also groups of the same name in others of these subscriptions: a chain of `or` may be too deep for the parser. */
function around(groups: Set<string>): string {
  const parts = [...groups].map((group) => group.toLowerCase().split('/'))
  const [subscriptions, names] = [2, 4].map((at) => literals(new Set(parts.map((part) => part[at] as string))))
  return `subscriptionId in~ (${subscriptions}) and resourceGroup in~ (${names})`
}

function inGroups(groups: Set<string>): string {
  const parts = [...groups].map((group) => group.split('/'))
  const subscriptions = [...new Set(parts.map(([, , subscription]) => subscription as string))]
  const inOne = (subscription: string) => {
    const names = parts.filter(([, , other]) => other === subscription).map(([, , , , name]) => name as string)
    return `(subscriptionId =~ ${literal(subscription)} and resourceGroup in~ (${literals(names)}))`
  }
  return subscriptions.map(inOne).join(' or ')
}
