import { collectionParts } from '../evidence/collection-key.ts'
import { edgesOf } from '../evidence/edges.ts'
import { anyKeyHosts } from '../evidence/key-id.ts'
import { keyUses } from '../evidence/keys.ts'
import { type EvidenceSet, type ResourceRecord, typeIn } from '../evidence/records.ts'
import { propertyOf, valueAt } from '../evidence/resource.ts'
import { groupId, idKey, parseResourceId } from '../evidence/resource-id.ts'
import { roleAssignment } from '../resources/identity.ts'
import { resourceTypes, typeOf } from '../resources/index.ts'
import { vaultKey } from '../resources/key.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedCluster } from '../resources/kubernetes.ts'
import { managementGroup } from '../resources/management-group.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { resourceProvider } from '../resources/subscription.ts'
import { pseudonym } from './pseudonym.ts'

/** A name that no resource of this run may have: of a target, in the config file, of an earlier run. */
export interface Named {
  name: string
  /** of its pseudonym, as `ws-` */
  prefix: string
  /** resource id, where it is known */
  id?: string
}

/** Everything that names something: of each resource its name, its group, its subscription and its host. */
export function knownNames(
  evidence: readonly EvidenceSet[],
  repositoryId: string,
  named: Named[],
): Map<string, string> {
  const records = new Set(evidence.flatMap(({ resources }) => [...resources.values()]))
  // what has no id of its own gets one that cannot be guessed, either
  const [subscription = ''] = evidence
    .flatMap(({ subscriptions }) => subscriptions)
    .map(({ id }) => id.toLowerCase())
    .sort()
  const unguessed = (name: string) => `/subscriptions/${subscription}/named/${name}`
  const groups = [...records].flatMap(groupsIn).map((name): Name => [name, unguessed(name), managementGroup.prefix])
  const lists = [
    named.map(({ name, prefix, id = unguessed(name) }): Name => [name, id, prefix]),
    evidence.flatMap(({ subscriptions }) => subscriptions.map(({ id }): Name => [id, `/subscriptions/${id}`])),
    evidence.flatMap(({ collections }) => [...collections.keys()]).flatMap((key) => ofCollection(key, subscription)),
    ...[keysIn, edgesIn, hostsIn].map((find) => [...records].flatMap(find)),
    groups,
    [...records].flatMap(namesIn),
  ]
  const names = new Map(lists.flatMap((list) => [...firstIds(list)]))
  for (const common of commonWords) names.delete(common)
  return new Map([...names].map(([name, [id, prefix]]) => [name, pseudonym(repositoryId, id, prefix)]))
}

/** Of the resources that share a name the same one in every run, in whatever order they were read. */
function firstIds(list: Name[]): Map<string, [id: string, prefix: string | undefined]> {
  const first = new Map<string, [id: string, prefix: string | undefined]>()
  for (const [name, id, prefix] of list) {
    const known = first.get(name.toLowerCase())
    if (name !== '' && (!known || idKey(id) < idKey(known[0]))) first.set(name.toLowerCase(), [id, prefix])
  }
  return first
}

/** The prefix is that of the id's kind, unless one is given. */
type Name = [name: string, id: string, prefix?: string]

/** What was asked for by the name of an account or the host of a vault, which perhaps nobody could see. */
function ofCollection(key: string, subscription: string): Name[] {
  const parts = collectionParts(key)
  const id = `/subscriptions/${subscription}/${key}`
  if (parts?.of === 'vault') return [[parts.host, id, keyVault.about.prefix]]
  return parts?.of === 'account' ? [[parts.name, id, storageAccount.about.prefix]] : []
}

/** Keys that a resource uses, and node pools. */
function keysIn(record: ResourceRecord): Name[] {
  if (record.state !== 'read') return []
  const { id, body } = record
  const above = `/subscriptions/${parseResourceId(id)?.subscriptionId}`
  const keys = keyUses(typeIn(body), body, anyKeyHosts).flatMap((use): Name[] => [
    [use.name, `${above}/${use.host}/keys/${use.name}`, vaultKey.about.prefix],
    [use.host, `${above}/${use.host}`, keyVault.about.prefix],
  ])
  const pools = propertyOf(body, managedCluster.nodePools)
  const poolNames = (Array.isArray(pools) ? pools : []).map((pool): Name => {
    const name = String(valueAt(pool, 'name'))
    return [name, `${id}/agentpools/${name}`, managedCluster.about.prefix]
  })
  return [...keys, ...poolNames]
}

/** What a resource leads to, which perhaps nobody could read. */
function edgesIn(record: ResourceRecord): Name[] {
  if (record.state !== 'read') return []
  return edgesOf(record, anyKeyHosts).flatMap((edge): Name[] => {
    if (edge.to === 'account') return edge.id ? namesIn({ id: edge.id }) : []
    const isNamed = (edge.to === 'resource' || edge.to === 'identity') && parseResourceId(edge.id) !== null
    return isNamed ? namesIn(edge) : []
  })
}

function hostsIn(record: ResourceRecord): Name[] {
  if (record.state !== 'read') return []
  const { hosts = [] } = resourceTypes[typeIn(record.body)] ?? {}
  return hosts.flatMap((host): Name[] => {
    const uri = propertyOf(record.body, host)
    return typeof uri === 'string' ? [[uri.replace(/^https?:\/\//i, '').replace(/[:/][\s\S]*$/, ''), record.id]] : []
  })
}

/** Names of management groups at which roles are assigned. */
function groupsIn(record: ResourceRecord): string[] {
  const scope = record.state === 'read' ? propertyOf(record.body, roleAssignment.scope) : undefined
  const name = typeof scope === 'string' ? managementGroup.nameIn(scope) : null
  return name === null ? [] : [name]
}

function namesIn({ id }: Pick<ResourceRecord, 'id'>): Name[] {
  // providers are Microsoft's, and stand in settings
  if (typeOf(id) === resourceProvider.type) return []
  const at = parseResourceId(id)
  if (!at) return [[id.split('/').at(-1) ?? '', id]]
  const { subscriptionId, resourceGroup, name } = at
  return [
    [subscriptionId, `/subscriptions/${subscriptionId}`],
    [resourceGroup, groupId(subscriptionId, resourceGroup)],
    [name, id],
  ]
}

/** What anybody may call something, which is not secret and stands in sentences. */
const commonWords = [
  'default',
  'azureml',
  ...['cluster', 'compute', 'data', 'key', 'registry', 'search', 'storage', 'system', 'vault', 'workspace'],
]
