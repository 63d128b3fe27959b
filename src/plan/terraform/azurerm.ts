import { Unknown, unknownIn } from '../../evidence/unknown.ts'
import { type Declaration, kept, type PartDeclaration, type Settings } from '../../resources/terraform/declaration.ts'
import { type Property, pathOf } from '../../resources/type.ts'
import { isSame } from '../json.ts'
import type { PlannedChange, Setting } from '../model.ts'
import { differing, kindOf } from './changes.ts'
import type { Node } from './nodes.ts'
import type { Side } from './tree.ts'
import type { World } from './world.ts'

type Change = Omit<PlannedChange, 'source'>

/** What happens to a resource of Azure that the provider makes. */
export function changeOf(node: Node, declared: Declaration, world: World): Change | Unknown {
  const id = world.idOf(node)
  if (typeof id !== 'string') return id instanceof Unknown ? id : new Unknown('Its id is not in the plan.')
  const planned = { id, type: declared.type }
  const kind = kindOf(node)
  if (kind === 'delete' || kind === 'unsure') return { ...planned, change: kind, settings: [], items: [] }
  const items = itemsOf(node, 'after', declared, world)
  if (kind === 'merge') {
    const earlier = itemsOf(node, 'before', declared, world)
    const isNew = (_: unknown, index: number) => !isSame(earlier[index]?.item, items[index]?.item)
    return { ...planned, change: kind, settings: changed(node, declared, world), items: items.filter(isNew) }
  }
  const after = settingsOf(node, 'after', declared.settings, world)
  return { ...planned, change: kind, settings: [...after, ...unsaid(node, declared)], items }
}

/** What a resource does to another one. */
export function partOf(node: Node, declared: PartDeclaration, world: World): Change | Unknown {
  const kind = kindOf(node)
  const side = kind === 'delete' ? 'before' : 'after'
  const id = declared.of.from(world.attributesOf(node, side))
  if (typeof id !== 'string') return id instanceof Unknown ? id : new Unknown('The plan does not name what it changes.')
  const planned = { id, type: declared.type }
  if (kind === 'unsure') return { ...planned, change: kind, settings: [], items: [] }
  const items = itemsOf(node, side, declared, world).map((item) => ({ ...item, isRemoved: kind === 'delete' }))
  if (kind !== 'delete') return { ...planned, change: 'edit', settings: ofPart(node, kind, declared, world), items }
  const settings = declared.reset.map(([{ path }, value]) => ({ path, value }))
  return { ...planned, change: 'reset', settings, items }
}

function ofPart(node: Node, kind: string, { settings }: PartDeclaration, world: World): Setting[] {
  const after = settingsOf(node, 'after', settings, world)
  return kind === 'merge' ? differing(earlierOf(node, settings, world), after) : after
}

function itemsOf(node: Node, side: Side, { items }: Pick<Declaration, 'items'>, world: World): PlannedChange['items'] {
  const attributes = world.attributesOf(node, side)
  return items.map(({ list, by, value }) => ({
    path: list.path,
    by,
    item: value.from(attributes) as Record<string, unknown>,
    isRemoved: false,
  }))
}

function settingsOf(node: Node, side: Side, settings: Settings, world: World): Setting[] {
  const attributes = world.attributesOf(node, side)
  return settings.flatMap(([property, mapping]) => {
    const value = mapping.from(attributes)
    return value === kept ? [] : [{ path: pathOf(property), value }]
  })
}

/** What nobody knows before is not what nobody knows afterwards when something that it comes from changes. */
function earlierOf(node: Node, settings: Settings, world: World): Setting[] {
  const [before, after] = [world.attributesOf(node, 'before'), world.attributesOf(node, 'after')]
  const isTouched = (names: readonly string[]) => names.some((name) => !isSame(before.read(name), after.read(name)))
  return settings.flatMap(([property, mapping]) => {
    const value = mapping.from(before)
    if (value === kept) return []
    const isAnother = unknownIn(value) !== null && isTouched(mapping.attributes)
    return [{ path: pathOf(property), value: isAnother ? another : value }]
  })
}

const another = new Unknown('')

/** What the tool has read of a resource, without what it would only fill in. */
export function stateOf(node: Node, { settings }: Declaration, world: World): Setting[] {
  const attributes = world.attributesOf(node, 'before')
  const isRead = (path: string) => {
    const value = attributes.read(path)
    return value !== undefined && !(value instanceof Unknown)
  }
  const read = settings.filter(([, mapping]) => mapping.attributes.some(isRead))
  return settingsOf(node, 'before', read, world).filter(
    ({ value }) => value !== undefined && !(value instanceof Unknown),
  )
}

/** Of an update, what it changes: the rest stays as it is in Azure, whatever the plan knows of it. */
function changed(node: Node, { settings, unsent }: Declaration, world: World): Setting[] {
  const after = differing(earlierOf(node, settings, world), settingsOf(node, 'after', settings, world))
  const isSent = ({ path }: Setting) => !unsent.some((property) => property.path === path)
  return after.map((setting) => (isSent(setting) ? setting : { ...setting, value: notSent(node, setting.path) }))
}

function notSent({ label }: Node, path: string): Unknown {
  return new Unknown(
    `The plan changes \`${path}\` of ${label} in place, and the provider is known not to send that change. A run after it was applied shows what Azure has.`,
  )
}

/** What the provider has no setting for: only Azure can tell, when the resource is there. */
function unsaid(node: Node, { about, settings, items }: Declaration): Setting[] {
  const properties = [...settings.map(([property]) => property), ...items.map(({ list }) => list)]
  const said = properties.map(pathOf)
  const isSaid = ({ path }: Property) =>
    said.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`))
  return about.properties
    .filter((property) => !isSaid(property))
    .map(({ path }) => ({ path, value: notInProvider(node, path) }))
}

function notInProvider({ label, type }: Node, path: string): Unknown {
  return new Unknown(
    `\`${type}\` has no setting for \`${path}\`: only Azure can tell what ${label} has, when it is there.`,
  )
}
