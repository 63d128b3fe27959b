import { isObject, valueAt } from '../../evidence/resource.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { userAssignedIdentity } from '../../resources/identity.ts'
import { resourceTypes } from '../../resources/index.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import type { Attributes, Target } from '../../resources/terraform/declaration.ts'
import { identity } from '../../resources/terraform/parts.ts'
import { pathOf, secretPlaces } from '../../resources/type.ts'
import { settingsIn, settingsOfNew } from '../bodies.ts'
import { type Json, member } from '../json.ts'
import type { PlannedChange, Setting } from '../model.ts'
import { groupType, isGroupId, isOpaqueType, notShown } from '../opaque.ts'
import { setAt } from '../overlay/body.ts'
import { azapiType } from './azapi-id.ts'
import { differing, isObjectId, type Kind, kindOf } from './changes.ts'
import type { Node } from './nodes.ts'
import type { Side } from './tree.ts'
import type { World } from './world.ts'

type Change = Omit<PlannedChange, 'source'>
type Body = Record<string, unknown>

/** A body of Resource Manager as it is: nothing has to be mapped. Null for what no rule reads. */
export function azapiChange(node: Node, world: World): Change | Unknown | null {
  const side = node.after === null ? 'before' : 'after'
  const open = world.attributesOf(node, side).read('type')
  if (open instanceof Unknown) return open
  const { type, apiVersion } = azapiType(world.attributesOf(node, side)) ?? { type: '', apiVersion: null }
  const about = resourceTypes[type.toLowerCase()]
  const kind = kindOf(node)
  if (isOpaqueType(type.toLowerCase(), kind === 'delete')) return new Unknown(notShown)
  if (type.toLowerCase() === groupType) return ofGroup(world.formerIdOf(node), kind)
  if (!about) return null
  const id = world.idOf(node)
  if (typeof id !== 'string') return id instanceof Unknown ? id : new Unknown('Its id is not in the plan.')
  const doubt = doubtOf(node)
  const planned = { id, type: type.toLowerCase(), items: [], ...(doubt && { doubt: doubt.why }) }
  // variables may stand where nobody sees them
  const hidden = doubt && about.secrets ? [{ path: secretPlaces.path, value: doubt }] : []
  if (node.type === 'azapi_update_resource')
    return kind === 'delete'
      ? null
      : { ...planned, change: 'edit', isLast: true, settings: [...changed(node, planned.type, world), ...hidden] }
  if (kind === 'delete' || kind === 'unsure') return { ...planned, change: kind, settings: [] }
  // an update sends the body as a whole
  if (kind === 'merge')
    return { ...planned, change: kind, isWhole: true, settings: [...updated(node, planned.type, world), ...hidden] }
  const { host, standIn, now } = world.attributesOf(node, 'after')
  const sent = { id, apiVersion, host, standIn, now }
  const settings = settingsOfNew(planned.type, bodyOf(node, 'after', type, world), sent)
  return { ...planned, change: kind, isWhole: true, settings: [...settings, ...hidden] }
}

/** What the tool knows of the body that it has sent. */
export function azapiState(node: Node, world: World): { id: string; settings: Setting[] } | null {
  const { type = '' } = azapiType(world.attributesOf(node, 'before')) ?? {}
  const id = world.idOf(node)
  if (typeof id !== 'string' || !resourceTypes[type.toLowerCase()] || node.type !== 'azapi_resource') return null
  const all = settingsIn(type.toLowerCase(), bodyOf(node, 'before', type, world))
  return { id, settings: all.filter(({ path, value }) => path !== secretPlaces.path && !(value instanceof Unknown)) }
}

/** A group goes with all that is in it. */
function ofGroup(id: unknown, kind: Kind): Change | null {
  const isGone = kind === 'delete' || kind === 'replace'
  return isGone && typeof id === 'string' && isGroupId(id)
    ? { id, type: groupType, change: 'delete', settings: [], items: [] }
    : null
}

/** What an update sends: what it changes, and all that it names besides. */
function updated(node: Node, type: string, world: World): Setting[] {
  const changes = changed(node, type, world)
  const isSet = new Set(changes.map(({ path }) => path))
  const named = settingsIn(type, bodyOf(node, 'after', type, world))
  return [...named.filter(({ path }) => !isSet.has(path)), ...changes]
}

/** What an update changes. What it no longer names may stay as it is or go. */
function changed(node: Node, type: string, world: World): Setting[] {
  const [before, after] = (['before', 'after'] as const).map((side) =>
    node[side] === null ? [] : settingsIn(type, bodyOf(node, side, type, world)),
  ) as [Setting[], Setting[]]
  const named = new Set(after.map(({ path }) => path))
  const isLeft = ({ path, value }: Setting) => !named.has(path) && !isEmptyObject(value)
  const left = before.filter(isLeft).map(({ path }) => ({ path, value: noLonger(node, path) }))
  const all = [...differing(before, after), ...left]
  const isIgnored = expressionOf(node, 'ignore_body_changes') !== undefined
  return isIgnored ? all.map(({ path }) => ({ path, value: ignored(node, path) })) : all
}

/** What is in it comes apart from it. */
const isEmptyObject = (value: unknown) =>
  isObject(value) && !(value instanceof Unknown) && Object.keys(value).length === 0

function bodyOf(node: Node, side: Side, type: string, world: World): Body {
  const attributes = world.attributesOf(node, side)
  const written = bodyIn(attributes.read('body'))
  const body = resolved(written, type, attributes)
  for (const name of ['location', 'tags']) {
    const value = attributes.read(name)
    if (value !== undefined && body[name] === undefined) body[name] = value
  }
  for (const [property, mapping] of identity) {
    const path = pathOf(property)
    const value = mapping.from(attributes)
    const known = isObjectId(path) && value !== undefined ? objectBefore(node, world) : undefined
    if (value !== undefined && valueAt(body, path) === undefined) setAt(body, path, known ?? value)
  }
  return body
}

/** The object of an identity that the resource has already: it stays the same. */
function objectBefore(node: Node, world: World): string | undefined {
  const known = kindOf(node) === 'merge' ? world.attributesOf(node, 'before').read('identity.principal_id') : undefined
  return typeof known === 'string' && known !== '' ? known : undefined
}

/** An object since version 2 of the provider, a text with JSON before. */
function bodyIn(written: unknown): Body {
  if (written instanceof Unknown) return { properties: written, sku: written, kind: written }
  if (written === undefined) return {}
  if (isObject(written)) return written
  try {
    const body: Json = JSON.parse(String(written))
    if (isObject(body)) return body
  } catch {}
  return bodyIn(new Unknown('The body of the resource is neither an object nor JSON.'))
}

/** Follows references in a body, where rules follow links. */
function resolved(body: Body, type: string, attributes: Attributes): Body {
  const links = linksOf(type)
  const walk = (value: unknown, path: string[]): unknown => {
    const target = value instanceof Unknown ? links.get(path.join('.').toLowerCase()) : undefined
    if (target) return attributes.read(`body.${path.join('.')}`, target)
    if (!isObject(value) || value instanceof Unknown) return value
    return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, walk(inside, [...path, name])]))
  }
  return walk(body, []) as Body
}

/** What a path has to lead to, by path in lower case. */
function linksOf(type: string): Map<string, Target> {
  const { links = [], identities = [], keys = [] } = resourceTypes[type.toLowerCase()] ?? {}
  const anything = Object.keys(resourceTypes)
  const all: [string | undefined, Target][] = [
    ...links.map((link): [string, Target] => [link.property.path, link.type ? [link.type] : anything]),
    ...identities.map((property): [string, Target] => [property.path, [userAssignedIdentity.type]]),
    ...keys.flatMap((holder): [string | undefined, Target][] => [
      [holder.identifier?.path, 'key'],
      [holder.vaultId?.path, [keyVault.type, managedHsm.type]],
    ]),
  ]
  return new Map(all.flatMap(([path, target]) => (path === undefined ? [] : [[path.toLowerCase(), target]])))
}

function expressionOf({ configuration }: Node, name: string): Json {
  return member(member(configuration, 'expressions'), name)
}

/** What is written only goes over what stands in the body, and no plan shows it. */
function doubtOf(node: Node): Unknown | null {
  if (expressionOf(node, 'sensitive_body') === undefined) return null
  return new Unknown(
    `${node.label} has a \`sensitive_body\`, which no plan shows and which outweighs the body that it shows.`,
  )
}

function noLonger({ label }: Node, path: string): Unknown {
  return new Unknown(`${label} no longer sets \`${path}\`: whether Azure keeps the value is not in the plan.`)
}

function ignored({ label }: Node, path: string): Unknown {
  return new Unknown(
    `${label} has \`ignore_body_changes\`: whether the change of \`${path}\` is sent is not in the plan.`,
  )
}
