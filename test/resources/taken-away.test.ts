import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesLike } from '../../scripts/tree.ts'
import { checklist } from '../../src/checklist/index.ts'
import { edgesOf, ledTo } from '../../src/evidence/edges.ts'
import { idKey, parentId } from '../../src/evidence/resource-id.ts'
import type { Workspace } from '../../src/evidence/workspace/model.ts'
import { openWorkspace } from '../../src/evidence/workspace/open.ts'
import { evaluate } from '../../src/judge/evaluate.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import { storageAccount } from '../../src/resources/storage-account.ts'
import { anyResource, Property, type ResourceType } from '../../src/resources/type.ts'
import { allAsked, type Change, evidenceOf, ids } from '../checklist/builder.ts'
import { scenes } from '../checklist/scenes.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Sources other than declarations, each thing by the name that it has where it is declared. */
const code = filesLike('src/**/*.ts')
  .filter((file) => !file.startsWith('src/resources/'))
  .map((file) => withoutAliases(read(file)))
  .join('\n')

function withoutAliases(source: string): string {
  const aliases = [...source.matchAll(/\b(\w+) as (\w+)\b/g)]
  return aliases.reduce(
    (text, [, name = '', alias]) => text.replaceAll(new RegExp(`\\b${alias}\\.`, 'g'), `${name}.`),
    source,
  )
}

/** By declaration, the names under which code reaches it: `storageAccount.minimumTlsVersion`. */
const names = new Map<Property, string[]>()

for (const file of filesLike('src/resources/*.ts')) {
  for (const [room, value] of Object.entries(await import(`../../src/resources/${basename(file, '.ts')}.ts`))) {
    if (value instanceof Property) add(value, room)
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) if (member instanceof Property) add(member, `${room}.${name}`)
  }
}

function add(property: Property, name: string): void {
  names.set(property, [...(names.get(property) ?? []), name])
}

/** What the first version kept, and every later one keeps: evidence is judged by other versions, too. */
const promised = new Map<string, string[]>(
  JSON.parse(read('test/upgrade/version-1.0.0/evidence.json')).kept.map(
    ({ type, paths }: { type: string; paths: string[] }) => [type, paths],
  ),
)

/** Who misses a declaration: code that names it does not compile, links and keys do not, evidence does not hold it. */
function missedBy(property: Property, { type, about }: { type: string; about: ResourceType }): string[] {
  const isNamed = names.get(property)?.some((name) => new RegExp(`(?<![\\w.])${name}\\b`).test(code))
  return [
    ...(isNamed ? ['code'] : []),
    ...(mentioned([about.links, about.account, about.identities, about.keys, about.hosts, about.whole]).includes(
      property,
    )
      ? ['its own type']
      : []),
    ...(promised.get(type)?.includes(property.path) ? ['evidence'] : []),
  ]
}

function mentioned(value: unknown): Property[] {
  if (value instanceof Property) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(mentioned) : []
}

const declared = Object.entries(resourceTypes).flatMap(([type, about]) =>
  about.properties.map((property) => [type, property.path, property, about] as const),
)

describe('a declaration that is taken away', () => {
  it.each(declared)('of %s: %s is missed', (type, _path, property, about) => {
    expect(missedBy(property, { type, about })).not.toEqual([])
  })

  it('is missed by nobody when it was made for nobody', () => {
    const about = resourceTypes[storageAccount.type] as ResourceType
    expect(missedBy(new Property('text', 'properties.unheardOf'), { type: storageAccount.type, about })).toEqual([])
  })
})

/** Everything that leads on, by what it is declared as; and whether verdicts rest on it alone. */
const leading = Object.entries(resourceTypes).flatMap(([type, about]) => [
  ...about.links.map(
    (link) => [type, link.property.path, link.isRead !== false, () => without(about.links, link)] as const,
  ),
  ...about.lists.map((list) => [type, list.segment, true, () => without(about.lists, list)] as const),
  ...about.identities.map((one) => [type, one.path, false, () => without(about.identities, one)] as const),
  ...about.keys.map((key, index) => [type, `key ${index + 1}`, false, () => without(about.keys, key)] as const),
  ...(['account', 'managedGroup'] as const).flatMap((name) =>
    about[name] ? [[type, name, true, () => withoutMember(about, name)] as const] : [],
  ),
])

/** Takes a declaration away; resolves to what puts it back. */
function without<T>(declarations: T[], one: T): () => void {
  const index = declarations.indexOf(one)
  declarations.splice(index, 1)
  return () => void declarations.splice(index, 0, one)
}

function withoutMember(about: ResourceType, name: 'account' | 'managedGroup'): () => void {
  const before = about[name]
  delete about[name]
  return () => void Object.assign(about, { [name]: before })
}

/** What is found of a scene by following declarations from the workspace on, step by step, and what follows from it. */
function judged(scene: Change) {
  const evidence = evidenceOf(scene)
  const options = { ...allAsked, ...scene.options }
  const steps: string[] = []
  const found = new Set([idKey(ids.workspace)])
  for (const id of found) {
    const record = evidence.resources.get(id)
    for (const edge of record?.state === 'read' ? edgesOf(record, evidence.keyHosts) : []) {
      if (edge.to === 'key') found.add(idKey(parentId(ledTo(edge, evidence)[0] ?? '')))
      for (const to of ledTo(edge, evidence).map(idKey)) {
        steps.push(`${id} → ${edge.to} ${to}`)
        found.add(to)
      }
    }
  }
  for (const id of [...evidence.resources.keys()]) if (!isUnlinked(id) && !found.has(id)) evidence.resources.delete(id)
  const outcomes = evaluate(checklist, openWorkspace(evidence, ids.workspace, 'cmk-required', options))
  const verdicts = outcomes.map(({ check, subject, verdict }) => `${check.id} ${subject?.id} ${verdict.status}`)
  return { steps: steps.sort(), verdicts }
}

/** Providers and roles are asked for in other ways; versions of keys come with their keys. */
const isUnlinked = (id: string) =>
  /^\/subscriptions\/[^/]+\/providers\/|\/roleassignments\/|\/roledefinitions\/|\/versions\//.test(id)

describe('an edge that is taken away', () => {
  const led = ['everything', 'project', 'services of SDK v1', 'brought along', 'identities that are shared']
  const all = led.map((name) => scenes[name] ?? {})
  const whole = all.map(judged)

  it.each(leading)('of %s: %s is missed', (_type, _name, isDecisive, takeAway) => {
    const putBack = takeAway()
    const left = all.map(judged)
    putBack()
    expect(left.map(({ steps }) => steps)).not.toEqual(whole.map(({ steps }) => steps))
    if (isDecisive) expect(left.map(({ verdicts }) => verdicts)).not.toEqual(whole.map(({ verdicts }) => verdicts))
  })

  it('is back afterwards', () => expect(all.map(judged)).toEqual(whole))
})

it('only what is declared compiles', () => {
  const reading = ({ storageAccounts: { all } }: Workspace) => {
    const [account] = all
    // @ts-expect-error nobody declared it
    account?.read(storageAccount.unheardOf)
    // @ts-expect-error a path is not a declaration
    account?.read('properties.minimumTlsVersion')
    // @ts-expect-error an object is not a value that evidence could show
    account?.read(storageAccount.keyVaultProperties)
    // @ts-expect-error a text is not a switch
    const isOld: boolean | undefined = account?.read(storageAccount.minimumTlsVersion)
    return isOld
  }
  expect(reading).toBeTypeOf('function')
})

it('declarations are made in one folder', () => {
  const makers =
    /import \{[^}]*\b(text|flag|number|list|object|container|resourceType)\b[^}]*\} from '[^']*resources\/type\.ts'/
  const elsewhere = filesLike('src/**/*.ts').filter((file) => !file.startsWith('src/resources/'))
  expect(elsewhere.filter((file) => makers.test(read(file)) || /new Property\(/.test(read(file)))).toEqual([])
})

describe('what rules read', () => {
  it.each(Object.entries(scenes))('is declared for the type that they read it of: %s', (_name, scene) => {
    const evidence = evidenceOf(scene)
    const options = { ...allAsked, ...scene.options }
    const outcomes = evaluate(checklist, openWorkspace(evidence, ids.workspace, 'cmk-required', options))
    const always = Object.values(anyResource).map(({ path }) => path)
    const undeclared = outcomes.flatMap(({ check, subject, ...outcome }) => {
      const values = subject !== null && 'reads' in outcome ? outcome.reads.values : []
      return values.flatMap(({ resource = '', path, value }) => {
        const record = evidence.resources.get(idKey(resource))
        // what is shown of variables and of several properties together has a path of its own
        const isConcluded = /[[\]]|environmentVariables|metadata|^key$/.test(path)
        if (record?.state !== 'read' || value === null || isConcluded || always.includes(path)) return []
        const { properties = [] } = resourceTypes[String(record.body.type).toLowerCase()] ?? {}
        return properties.some((one) => one.path === path) ? [] : [`${check.id} ${path} of ${record.body.type}`]
      })
    })
    expect(undeclared).toEqual([])
  })
})
