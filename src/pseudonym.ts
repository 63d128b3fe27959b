import { createHash } from 'node:crypto'
import { keyUses } from './evidence/keys.ts'
import { collectionKey, type EvidenceSet, type ReadRecord } from './evidence/records.ts'
import { valueAt } from './evidence/resource.ts'
import { groupId, idKey, parseResourceId } from './evidence/resource-id.ts'

/** Replaces names and ids in what is published. */
export type Publish = <T>(value: T) => T

/** The kinds of resource that people tell apart, by what their types begin with. */
const prefixes: [RegExp, string][] = [
  [/^microsoft\.machinelearningservices\/workspaces$/, 'ws-'],
  [/^microsoft\.storage\//, 'st-'],
  [/^microsoft\.keyvault\/[^/]+\/keys/, 'key-'],
  [/^microsoft\.keyvault\//, 'kv-'],
  [/^microsoft\.containerregistry\//, 'cr-'],
  [/^microsoft\.(insights|operationalinsights)\//, 'ai-'],
  [/^microsoft\.documentdb\//, 'db-'],
  [/^microsoft\.search\//, 'se-'],
  [
    /^microsoft\.machinelearningservices\/workspaces\/computes|^microsoft\.(containerservice|databricks|compute|hdinsight|containerinstance|kubernetes)\//,
    'co-',
  ],
  [/^microsoft\.machinelearningservices\/workspaces\/datastores/, 'ds-'],
  [/^microsoft\.machinelearningservices\/workspaces\/\w*endpoints/, 'ep-'],
  [/^microsoft\.machinelearningservices\/workspaces\/(jobs|schedules)/, 'job-'],
  [/^microsoft\.managedidentity\//, 'id-'],
]

/**
 * A short name that stays the same from run to run and tells nothing: the subscription's GUID inside the id keeps it
 * from being guessed.
 */
function pseudonym(repositoryId: string, id: string): string {
  const key = idKey(id)
  return (
    prefixOf(key) +
    createHash('sha256')
      .update(repositoryId + key)
      .digest('hex')
      .slice(0, 8)
  )
}

function prefixOf(id: string): string {
  const type = parseResourceId(id)?.type
  if (type) return prefixes.find(([pattern]) => pattern.test(type))?.[1] ?? 'res-'
  if (/^\/subscriptions\/[^/]+$/.test(id)) return 'sub-'
  if (/^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/.test(id)) return 'rg-'
  return id.includes('/managementgroups/') ? 'mg-' : 'res-'
}

/** What a public place may show: every string with names, ids and GUIDs replaced, structure and numbers as they are. */
export function pseudonymous(evidence: EvidenceSet, repositoryId: string, named: string[]): Publish {
  const names = knownNames(evidence, repositoryId, named)
  const text = (value: string) =>
    value
      .replace(/\/subscriptions\/[^\s"'`<>|]+/gi, (id) => resourceName(id, repositoryId))
      .replace(
        /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
        (guid) => names.get(guid.toLowerCase()) ?? pseudonym(repositoryId, `/guids/${guid}`),
      )
      .replace(/[\p{L}\p{N}_][\p{L}\p{N}_.-]*/gu, (word) => replaced(word, names))
  const publish = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(publish)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, keptAsIs.includes(key) ? member : publish(member)]),
    )
  }
  return publish as Publish
}

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
  'run',
  'path',
  'action',
  'profile',
  'kind',
  'cmkArchitecture',
  'schemaVersion',
  'conclusion',
]

/** A name at the end of a sentence takes the full stop along. */
function replaced(word: string, names: ReadonlyMap<string, string>): string {
  for (let length = word.length; length > 0; length -= 1) {
    if (length < word.length && !/[.-]/.test(word[length] ?? '')) continue
    const name = names.get(word.slice(0, length).toLowerCase())
    if (name) return name + word.slice(length)
  }
  return word
}

function resourceName(id: string, repositoryId: string): string {
  const [, ending = ''] = /([.,;:)]+)$/.exec(id) ?? []
  return pseudonym(repositoryId, id.slice(0, id.length - ending.length)) + ending
}

/** Everything that names something: of each resource its name, its group, its subscription and its host. */
function knownNames(evidence: EvidenceSet, repositoryId: string, named: string[]): Map<string, string> {
  const names = new Map<string, string>()
  const add = (name: unknown, id: string) => {
    if (typeof name === 'string' && name !== '') names.set(name.toLowerCase(), pseudonym(repositoryId, id))
  }
  for (const name of named) add(name, `/named/${name}`)
  for (const record of evidence.resources.values()) {
    const at = parseResourceId(record.id)
    if (at) {
      add(at.subscriptionId, `/subscriptions/${at.subscriptionId}`)
      add(at.resourceGroup, groupId(at.subscriptionId, at.resourceGroup))
    }
    if (record.state === 'read') for (const [name, id] of mentioned(record)) add(name, id)
  }
  for (const record of evidence.resources.values())
    add(parseResourceId(record.id)?.name ?? record.id.split('/').at(-1), record.id)
  for (const key of evidence.collections.keys())
    for (const start of [collectionKey.vault(''), collectionKey.account('')])
      if (key.startsWith(start)) add(key.slice(start.length), key)
  for (const common of commonWords) names.delete(common)
  return names
}

/** Names that stand in a resource and belong to others, which perhaps nobody could read: hosts, keys, node pools. */
function mentioned({ id, body }: ReadRecord): [string, string][] {
  const hosts = hostPaths.flatMap((path): [string, string][] => {
    const host = hostOf(valueAt(body, path))
    return host ? [[host, id]] : []
  })
  const keys = keyUses(String(body.type), body).map((use): [string, string] => [
    use.name,
    `/${use.host}/keys/${use.name}`,
  ])
  const pools = valueAt(body, 'properties.agentPoolProfiles')
  const poolNames = (Array.isArray(pools) ? pools : []).map((pool): [string, string] => {
    const name = String(valueAt(pool, 'name'))
    return [name, `${id}/agentpools/${name}`]
  })
  return [...hosts, ...keys, ...poolNames]
}

const hostPaths = [
  'properties.vaultUri',
  'properties.hsmUri',
  'properties.encryption.keyvaultproperties.keyvaulturi',
  'properties.scoringUri',
  'properties.inferenceEndpoint.uri',
  'properties.ipAddress.fqdn',
  'properties.configurationSettings.sslCname',
]

function hostOf(uri: unknown): string | null {
  return typeof uri === 'string' ? uri.replace(/^https?:\/\//i, '').replace(/[:/].*$/, '') : null
}

/** Names of resource providers, and what Microsoft calls its extension, which are no secret and stand in sentences. */
const commonWords = [
  'microsoft.machinelearningservices',
  'microsoft.storage',
  'microsoft.keyvault',
  'microsoft.documentdb',
  'microsoft.search',
  'default',
  'azureml',
]
