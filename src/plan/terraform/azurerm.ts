import { Unknown } from '../../evidence/unknown.ts'
import { type Declaration, kept, type PartDeclaration, type Settings } from '../../resources/terraform/declaration.ts'
import type { Property } from '../../resources/type.ts'
import { isSame } from '../json.ts'
import type { PlannedChange, Setting } from '../model.ts'
import type { Node } from './nodes.ts'
import type { Side } from './tree.ts'
import type { World } from './world.ts'

type Change = Omit<PlannedChange, 'source'>

/** What happens to a resource of Azure that the provider makes. */
export function changeOf(node: Node, declared: Declaration, world: World): Change | Unknown {
  const id = world.idOf(node)
  if (typeof id !== 'string') return id instanceof Unknown ? id : new Unknown('Its id is not in the plan.')
  const planned = { id, type: declared.type, items: [] }
  const kind = kindOf(node)
  if (kind === 'delete' || kind === 'unsure') return { ...planned, change: kind, settings: [] }
  if (kind === 'merge') return { ...planned, change: kind, settings: changed(node, declared, world) }
  const after = settingsOf(node, 'after', declared.settings, world)
  return { ...planned, change: kind, settings: [...after, ...unsaid(node, declared)] }
}

/** What a resource does to another one. */
export function partOf(node: Node, declared: PartDeclaration, world: World): Change | Unknown {
  const kind = kindOf(node)
  const side = kind === 'delete' ? 'before' : 'after'
  const id = declared.of.from(world.attributesOf(node, side))
  if (typeof id !== 'string') return id instanceof Unknown ? id : new Unknown('The plan does not name what it changes.')
  const planned = { id, type: declared.type }
  if (kind === 'unsure') return { ...planned, change: kind, settings: [], items: [] }
  const items = itemsOf(node, side, declared, world)
  if (kind !== 'delete') return { ...planned, change: 'edit', settings: ofPart(node, kind, declared, world), items }
  const settings = declared.reset.map(([{ path }, value]) => ({ path, value }))
  return { ...planned, change: 'reset', settings, items }
}

function ofPart(node: Node, kind: string, { settings }: PartDeclaration, world: World): Setting[] {
  const after = settingsOf(node, 'after', settings, world)
  return kind === 'merge' ? differing(settingsOf(node, 'before', settings, world), after) : after
}

function itemsOf(node: Node, side: Side, { item }: PartDeclaration, world: World): PlannedChange['items'] {
  if (!item) return []
  const value = item.value.from(world.attributesOf(node, side)) as Record<string, unknown>
  return [{ path: item.list.path, by: item.by, item: value, isRemoved: side === 'before' }]
}

/** What is made in place of something that is only forgotten comes on top of it. Anything undocumented is not understood. */
function kindOf({ actions }: Node): 'put' | 'merge' | 'replace' | 'delete' | 'unsure' {
  return kinds.get(actions.join(',')) ?? 'unsure'
}

const kinds = new Map<string, 'put' | 'merge' | 'replace' | 'delete'>([
  ['create', 'put'],
  ['update', 'merge'],
  ['delete', 'delete'],
  ['delete,create', 'replace'],
  ['create,delete', 'replace'],
  ['create,forget', 'put'],
])

function settingsOf(node: Node, side: Side, settings: Settings, world: World): Setting[] {
  const attributes = world.attributesOf(node, side)
  return settings.flatMap(([property, mapping]) => {
    const value = mapping.from(attributes)
    return value === kept ? [] : [{ path: typeof property === 'string' ? property : property.path, value }]
  })
}

/** Of an update, what it changes: the rest stays as it is in Azure, whatever the plan knows of it. */
function changed(node: Node, { settings, unsent }: Declaration, world: World): Setting[] {
  const after = differing(settingsOf(node, 'before', settings, world), settingsOf(node, 'after', settings, world))
  const isSent = ({ path }: Setting) => !unsent.some((property) => property.path === path)
  return after.map((setting) => (isSent(setting) ? setting : { ...setting, value: notSent(node, setting.path) }))
}

function differing(before: Setting[], after: Setting[]): Setting[] {
  const earlier = new Map(before.map(({ path, value }) => [path, value]))
  return after.filter(({ path, value }) => !isSame(earlier.get(path), value))
}

function notSent({ address }: Node, path: string): Unknown {
  return new Unknown(
    `The plan changes \`${path}\` of ${address} in place, and the provider is known not to send that change. A run after it was applied shows what Azure has.`,
  )
}

/** What the provider has no setting for: only Azure can tell, when the resource is there. */
function unsaid(node: Node, { about, settings }: Declaration): Setting[] {
  const said = settings.map(([property]) => (typeof property === 'string' ? property : property.path))
  const isSaid = ({ path }: Property) =>
    said.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
  return about.properties
    .filter((property) => !isSaid(property))
    .map(({ path }) => ({ path, value: notInProvider(node, path) }))
}

function notInProvider({ address, type }: Node, path: string): Unknown {
  return new Unknown(
    `\`${type}\` has no setting for \`${path}\`: only Azure can tell what ${address} has, when it is there.`,
  )
}
