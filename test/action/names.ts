import type { Cloud } from '../../simulator/cloud.ts'
import type { Estate } from '../../simulator/estate.ts'

/** Words that resources are called by, and sentences are made of. */
const common = ['aml', 'azureml', 'blue', 'contoso', 'default', 'images', 'main', 'properties', 'search']

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const host = /[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*){2,}/gi
const below = /\/(?:resourceGroups|vaults|storageAccounts|keys|workspaces|registries)\/([^/]+)/gi

/** Everything that names something of an estate, in lower case: names, groups, GUIDs, ids, hosts, versions of keys. */
export function namesOf({ tenantId, identity, subscriptions, entries }: Estate): string[] {
  const ids = entries.map(({ resource }) => resource.id)
  const texts = entries.flatMap(({ resource: { properties, identity } }) => [
    ...strings(properties),
    ...strings(identity),
  ])
  const names = [
    tenantId,
    identity.clientId,
    identity.principalId,
    ...subscriptions.flatMap(({ id, name, managementGroups = [] }) => [id, name, ...managementGroups]),
    ...ids.flatMap((id) => [id, ...id.split('/').filter((_, at) => at > 0 && at % 2 === 0 && at !== 6)]),
    ...texts.flatMap((text) => [guid, host].flatMap((pattern) => text.match(pattern) ?? [])),
    ...texts.flatMap((text) => [...text.matchAll(below)].map(([, name = '']) => name)),
  ]
  const distinct = new Set(names.map((name) => name.toLowerCase()))
  return [...distinct].filter((name) => name.length > 2 && !common.includes(name))
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

/** Everything that GitHub keeps of a run: comments, issues, and of every branch but the first one every byte. */
export function onGitHub({ github }: Cloud): string[] {
  const objects = [...github.git.objects.values()].flatMap((object) => {
    if (object.type === 'blob') return [object.content.toString()]
    return object.type === 'commit' ? [object.message] : object.entries.map(({ name }) => name)
  })
  const issues = github.issues.flatMap(({ title, body, labels }) => [title, body ?? '', ...labels])
  return [...github.comments.map(({ body }) => body), ...issues, ...objects]
}

/** Where names stand, in any case, with what stands around them. What could be a word has to stand alone. */
export function found(names: string[], texts: string[]): string[] {
  const all = texts.join('\n\n')
  return names.flatMap((name) => {
    const literal = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    const isWord = name.length < 6 || !/[-_\d]/.test(name)
    const pattern = isWord ? `(?<![\\p{L}\\p{N}_.-])${literal}(?![\\p{L}\\p{N}_]|[.-][\\p{L}\\p{N}])` : literal
    const at = new RegExp(pattern, 'iu').exec(all)?.index
    return at === undefined ? [] : [`${name}: ${all.slice(Math.max(0, at - 60), at + name.length + 60)}`]
  })
}
