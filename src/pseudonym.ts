import { createHash } from 'node:crypto'
import { edgesOf } from './evidence/edges.ts'
import { anyKeyHosts } from './evidence/key-id.ts'
import { keyUses } from './evidence/keys.ts'
import { collectionKey, type EvidenceSet, type ResourceRecord } from './evidence/records.ts'
import { propertyOf, valueAt } from './evidence/resource.ts'
import { groupId, idKey, parseResourceId } from './evidence/resource-id.ts'
import type { Part, RunInfo } from './model.ts'
import { roleAssignment } from './resources/identity.ts'
import { resourceTypes, typeOf } from './resources/index.ts'
import { managedCluster } from './resources/kubernetes.ts'
import { resourceProvider } from './resources/subscription.ts'
import { withoutEnd } from './text.ts'

/** Replaces names and ids in what is published. */
export type Publish = <T>(value: T) => T

/** A name that no resource of this run may have: of a target, in the config file, of an earlier run. */
export interface Named {
  name: string
  /** of its pseudonym, as `ws-` */
  prefix: string
  /** resource id, where it is known */
  id?: string
}

/**
 * A short name that stays the same from run to run and tells nothing: the subscription's GUID inside the id keeps it
 * from being guessed.
 */
export function pseudonym(repositoryId: string, id: string, prefix = prefixOf(idKey(id))): string {
  return (
    prefix +
    createHash('sha256')
      .update(repositoryId + idKey(id))
      .digest('hex')
      .slice(0, 8)
  )
}

/** That of its type, or of what it lies in. */
function prefixOf(id: string): string {
  for (let type = typeOf(id) ?? ''; type !== ''; type = type.slice(0, Math.max(0, type.lastIndexOf('/')))) {
    const known = resourceTypes[type]
    if (known) return known.prefix
  }
  return id.includes('/managementgroups/') ? 'mg-' : 'res-'
}

/**
 * What a public place may show: every string with names, ids and GUIDs replaced, structure and numbers as they are.
 *
 * @param evidence what is live, and what is planned: either may name what the other no longer has
 * @param named names besides those of the evidence
 */
export function pseudonymous(evidence: readonly EvidenceSet[], repositoryId: string, named: Named[]): Publish {
  const names = knownNames(evidence, repositoryId, named)
  const pattern = tokens(names)
  const alias = (token: string) => {
    if (/^\/subscriptions\//i.test(token)) return resourceName(token, repositoryId, evidence)
    return replaced(token, names).replace(anyId, (id) => pseudonym(repositoryId, nakedId(id), ofUnknown(id)))
  }
  const address = (value: string) => value.replace(anyResourceId, alias).replace(anyId, alias)
  const text = (value: string) => (isId(value) ? pseudonym(repositoryId, value) : value.replace(pattern, alias))
  const hidden = (command: string) =>
    command.replace(pattern, (token) => (alias(token) === token ? token : '<resource id>'))
  const inSentence = (part: Part): Part => {
    if (typeof part === 'string') return part
    if (part.id === undefined) return { name: text(part.name) }
    const shown = pseudonym(repositoryId, part.id)
    return { name: shown, id: shown }
  }
  const parts: Record<string, (part: Part) => Part> = {
    message: inSentence,
    instruction: inSentence,
    // a command with a pseudonym in it would look as if it could be run
    command: (part) => (typeof part === 'string' ? hidden(part) : '<resource id>'),
  }
  const ofRun = ({ tenant, identity, config, judgedFrom, ...known }: RunInfo): RunInfo => ({
    ...known,
    tenant: tenant && text(tenant),
    identity: identity && pseudonym(repositoryId, nakedId(identity), 'id-'),
    config: config && { ...config, path: text(config.path) },
    judgedFrom: judgedFrom && { ...judgedFrom, file: text(judgedFrom.file) },
  })
  const publish = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(publish)
    if (typeof value !== 'object' || value === null) return value
    const kept = 'owner' in value ? [] : keptAsIs
    const entries = Object.entries(value).map(([key, member]) => {
      const inPart = parts[key]
      if (inPart && Array.isArray(member)) return [key, member.map(inPart)]
      if (key === 'notLookedInto' && Array.isArray(member))
        return [key, member.map((part) => ({ address: address(part.address), reason: text(part.reason) }))]
      if (key === 'run') return [key, ofRun(member)]
      // words of ours, in which a name that is a word too is none
      if (key === 'message' && typeof member === 'string') return [key, address(member)]
      if (key === 'path') return [key, String(member).replace(inBrackets, text)]
      return [key, kept.includes(key) ? member : publish(member)]
    })
    return Object.fromEntries(entries)
  }
  return publish as Publish
}

/** GUIDs, and the versions of keys. */
const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi
const ofUnknown = (id: string) => (id.length === 32 ? 'key-' : 'res-')

/** Of what is known by an id alone, in whatever words that stands. */
export function nakedId(words: string): string {
  return `/ids/${words.slice(words.lastIndexOf(' ') + 1)}`
}

/** A path is of the API's words, but for what chooses a member of a list. */
const inBrackets = /\[[^\]]*(?:\]|$)/g

const isId = (value: string) => parseResourceId(value) !== null && value.startsWith('/')

/** What the checklist or GitHub says, and no resource. */
const keptAsIs = [
  'check',
  'fingerprint',
  'status',
  'severity',
  'reason',
  'others',
  'counts',
  'tool',
  'action',
  'profile',
  'kind',
  'cmkArchitecture',
  'schemaVersion',
  'checks',
  'controls',
  'change',
  'source',
  'files',
  'conclusion',
]

const word = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]*`

const resourceId = String.raw`/subscriptions/[^\s"'\x60<>|]+`

/** Addresses are the repository's own, but for ids of resources, which templates have in place of one. */
const anyResourceId = new RegExp(resourceId, 'gi')

/** Ids, names with characters that words do not have, and words. */
function tokens(names: ReadonlyMap<string, string>): RegExp {
  const odd = [...names.keys()].filter((name) => !new RegExp(`^${word}$`, 'u').test(name))
  const literal = odd.sort((a, b) => b.length - a.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp([resourceId, ...literal, word].join('|'), 'giu')
}

/** A name at the end of a sentence takes the full stop along, and names are made of names. */
function replaced(token: string, names: ReadonlyMap<string, string>, isPart = false): string {
  for (let length = token.length; length > 0; length -= 1) {
    if (length < token.length && !/[._-]/.test(token[length] ?? '')) continue
    const found = token.slice(0, length)
    const name = isPart && !isTelling(found) ? undefined : names.get(found.toLowerCase())
    if (name) return name + replaced(token.slice(length), names, true)
  }
  const next = token.search(/[._-]/) + 1
  return next === 0 ? token : token.slice(0, next) + replaced(token.slice(next), names, true)
}

/** A name and no word: nothing else is likely to have it as a part. */
function isTelling(name: string): boolean {
  return name.length >= 6 && /[\d_-]/.test(name)
}

function resourceName(id: string, repositoryId: string, evidence: readonly EvidenceSet[]): string {
  if (evidence.some(({ resources }) => resources.has(idKey(id)))) return pseudonym(repositoryId, id)
  const bare = withoutEnd(id, '.,;:)')
  return pseudonym(repositoryId, bare) + id.slice(bare.length)
}

/** Everything that names something: of each resource its name, its group, its subscription and its host. */
function knownNames(evidence: readonly EvidenceSet[], repositoryId: string, named: Named[]): Map<string, string> {
  const records = new Set(evidence.flatMap(({ resources }) => [...resources.values()]))
  // what has no id of its own gets one that cannot be guessed, either
  const [subscription = ''] = evidence
    .flatMap(({ subscriptions }) => subscriptions)
    .map(({ id }) => id.toLowerCase())
    .sort()
  const unguessed = (name: string) => `/subscriptions/${subscription}/named/${name}`
  const groups = [...records].flatMap(groupsIn).map((name): Name => [name, unguessed(name), 'mg-'])
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
  const kinds = [
    [collectionKey.vault(''), 'kv-'],
    [collectionKey.account(''), 'st-'],
  ] as const
  return kinds.flatMap(([start, prefix]): Name[] =>
    key.startsWith(start) ? [[key.slice(start.length), `/subscriptions/${subscription}/${key}`, prefix]] : [],
  )
}

/** Keys that a resource uses, and node pools. */
function keysIn(record: ResourceRecord): Name[] {
  if (record.state !== 'read') return []
  const { id, body } = record
  const above = `/subscriptions/${parseResourceId(id)?.subscriptionId}`
  const keys = keyUses(String(body.type), body, anyKeyHosts).flatMap((use): Name[] => [
    [use.name, `${above}/${use.host}/keys/${use.name}`, 'key-'],
    [use.host, `${above}/${use.host}`, 'kv-'],
  ])
  const pools = propertyOf(body, managedCluster.nodePools)
  const poolNames = (Array.isArray(pools) ? pools : []).map((pool): Name => {
    const name = String(valueAt(pool, 'name'))
    return [name, `${id}/agentpools/${name}`, 'co-']
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
  const { hosts = [] } = resourceTypes[String(record.body.type).toLowerCase()] ?? {}
  return hosts.flatMap((host): Name[] => {
    const uri = propertyOf(record.body, host)
    return typeof uri === 'string' ? [[uri.replace(/^https?:\/\//i, '').replace(/[:/][\s\S]*$/, ''), record.id]] : []
  })
}

/** Names of management groups at which roles are assigned. */
function groupsIn(record: ResourceRecord): string[] {
  const scope = record.state === 'read' ? propertyOf(record.body, roleAssignment.scope) : undefined
  const name = typeof scope === 'string' ? /\/managementGroups\/([^/]+)$/i.exec(scope)?.[1] : undefined
  return name === undefined ? [] : [name]
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
