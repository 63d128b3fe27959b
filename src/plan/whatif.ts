import { isObject, valueAt } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import { Unknown } from '../evidence/unknown.ts'
import { roleAssignment } from '../resources/identity.ts'
import { resourceTypes } from '../resources/index.ts'
import { type Property, secretPlaces } from '../resources/type.ts'
import { oneLine } from '../text.ts'
import { type Evaluate, isExpression, settingsIn, withoutExpressions } from './bodies.ts'
import { type Json, listIn, member, textIn } from './json.ts'
import type { NotLookedInto, Plan, PlannedChange, ReadOptions, Setting } from './model.ts'
import { groupType, isGroupId, isOpaqueType, notShown } from './opaque.ts'
import { changesIn } from './recognise.ts'
import { evaluator, isPolicies, keptId, policiesOf, sentResource, typeAt } from './template.ts'

type Change = Omit<PlannedChange, 'source'>

/** Reads the result of a what-if, as Azure's REST API and its CLI print it. */
export function readWhatIf(json: Json, file: string, options: ReadOptions): Plan {
  // the CLI leaves out what the API wraps around it
  const result = Array.isArray(member(json, 'changes')) ? json : member(json, 'properties')
  const [changes, principals]: [PlannedChange[], string[]] = [[], []]
  const notLookedInto: NotLookedInto[] = listIn(result, 'diagnostics').flatMap(skippedPart)
  const evaluate = evaluator(new Set(listIn(result, 'changes').flatMap(createdId)), options)
  let openRoles: string | null = null
  const take = (written: Json, isPotential: boolean) => {
    const change = changeOf(written, { ...options, principals, evaluate }, isPotential)
    const address = oneLine(textIn(written, 'symbolicName') ?? textIn(written, 'resourceId') ?? '', 200)
    if (change instanceof Unknown) {
      notLookedInto.push({ address, reason: change.why })
      if (typeOf(written) === roleAssignment.type) openRoles = `${address} assigns a role. ${change.why}`
    } else if (change) changes.push({ ...change, source: { file, address } })
  }
  for (const written of changesIn(result, 'changes', file)) take(written, false)
  for (const written of changesIn(result, 'potentialChanges', file)) take(written, true)
  return {
    file,
    kind: 'what-if',
    tool: 'Azure what-if',
    createdAt: null,
    changes,
    before: listIn(result, 'changes').flatMap(stateBefore),
    principals,
    openRoles,
    notLookedInto,
  }
}

/** It leaves out what is read-only or empty. */
function stateBefore(written: Json): Plan['before'] {
  const [id, type, before] = [textIn(written, 'resourceId'), typeOf(written), member(written, 'before')]
  if (id === undefined || !resourceTypes[type] || !isObject(before)) return []
  return [{ id, settings: settingsIn(type, before).filter(({ path }) => path !== secretPlaces.path) }]
}

function createdId(written: Json): string[] {
  const id = textIn(written, 'resourceId')
  return id !== undefined && /^create$/i.test(textIn(written, 'changeType') ?? '') ? [idKey(id)] : []
}

function typeOf(written: Json): string {
  const type = typeAt(textIn(written, 'resourceId') ?? '') ?? textIn(member(written, 'after'), 'type')
  return (type ?? '').toLowerCase()
}

/** A module that was left out is a part of the pull request at which nobody looked. */
function skippedPart(diagnostic: Json): NotLookedInto[] {
  if (!/^NestedDeployment(ShortCircuited|SkippedFromInternalExpansion)$/i.test(textIn(diagnostic, 'code') ?? ''))
    return []
  const message = oneLine(textIn(diagnostic, 'message') ?? '', 200)
  const address = oneLine(textIn(diagnostic, 'target') ?? '', 200)
  return [{ address, reason: `What-if did not expand it. ${message}`.trim() }]
}

function changeOf(
  written: Json,
  options: ReadOptions & { principals: string[]; evaluate: Evaluate },
  isPotential: boolean,
): Change | Unknown | null {
  const id = textIn(written, 'resourceId') ?? ''
  const kind = (textIn(written, 'changeType') ?? '').toLowerCase()
  const type = typeOf(written)
  if (kind !== 'nochange' && isOpaqueType(type, kind === 'delete')) return new Unknown(notShown)
  if (['nochange', 'ignore', 'noeffect'].includes(kind)) return null
  if (isGroupId(id)) return ofGroup(id, kind, isPotential)
  const after = member(written, 'after')
  if (isExpression(id) || kind === 'unsupported') return unsupported(written, type)
  if (typeAt(id) === undefined || !(resourceTypes[type] || isPolicies(type))) return null
  const planned = { id: keptId(id, type), type, items: [] }
  // what may be deleted may stay
  if (kind === 'delete' && !isPotential) return { ...planned, change: 'delete', settings: [] }
  const isUnsure = isPotential || kind === 'deploy' || !isObject(after)
  if (isUnsure || !['create', 'modify'].includes(kind)) return { ...planned, change: 'unsure', settings: [] }
  if (kind === 'create') return sentResource(id, after, options, options.principals, options.evaluate)
  const body = withoutExpressions(after, id, options.evaluate) as Record<string, unknown>
  if (isPolicies(type)) return policiesOf(id, body)
  return { ...planned, change: 'merge', settings: modified(written, type, body) }
}

/** A group goes with all that is in it. */
function ofGroup(id: string, kind: string, isPotential: boolean): Change | null {
  if (kind !== 'delete') return null
  return { id, type: groupType, change: isPotential ? 'unsure' : 'delete', settings: [], items: [] }
}

/** Nobody knows where it will be: it can be more of what there is, such as a role. */
function unsupported(written: Json, type: string): Unknown | null {
  if (type !== '' && !resourceTypes[type]) return null
  const reason = textIn(written, 'unsupportedReason')
  return new Unknown(`What-if cannot tell what becomes of it.${reason ? ` ${oneLine(reason, 200)}` : ''}`)
}

/** What is set over what is there: the result leaves out what is read-only or empty. */
function modified(written: Json, type: string, body: Record<string, unknown>): Setting[] {
  const before = member(written, 'before')
  const leaves = Array.isArray(member(written, 'delta'))
    ? listIn(written, 'delta').flatMap((change) => leavesOf(change, ''))
    : lostIn(type, before, body)
  const [gone, inert] = ['delete', 'noeffect'].map((kind) => leaves.filter((leaf) => leaf.kind === kind))
  const isInert = ({ path }: Setting) => inert?.some((leaf) => isWithin(path, leaf.path)) === true
  const set = settingsIn(type, body).filter((setting) => !isInert(setting))
  const properties = resourceTypes[type]?.properties ?? []
  const left = properties.filter(({ path }) => gone?.some((leaf) => isWithin(path, leaf.path)) === true)
  return [...set, ...left.flatMap((property) => leftOut(property, before, textIn(written, 'resourceId') ?? ''))]
}

/** Without a list of changes, those are gone that were there. */
function lostIn(type: string, before: Json, after: Record<string, unknown>): Leaf[] {
  const properties = resourceTypes[type]?.properties ?? []
  const lost = properties.filter(
    ({ path }) => valueAt(before, path) !== undefined && valueAt(after, path) === undefined,
  )
  return lost.map(({ path }) => ({ path, kind: 'delete' }))
}

interface Leaf {
  path: string
  kind: string
}

/** Paths of children are relative to their parent's. */
function leavesOf(change: Json, above: string, depth = 0): Leaf[] {
  const path = [above, textIn(change, 'path') ?? ''].filter((part) => part !== '').join('.')
  const children = listIn(change, 'children')
  if (children.length > 0 && depth < 64) return children.flatMap((child) => leavesOf(child, path, depth + 1))
  const kind = (textIn(change, 'propertyChangeType') ?? '').toLowerCase()
  // null is sent for what is to be as if nobody had set it
  return [{ path, kind: kind === 'modify' && member(change, 'after') === null ? 'delete' : kind }]
}

function isWithin(path: string, around: string): boolean {
  return `${path.toLowerCase()}.`.startsWith(`${around.toLowerCase()}.`)
}

/**
 * Mostly the template only does not name what the service filled in. Whether Azure keeps it is not in the result; where
 * it is what absence means, nothing changes.
 */
function leftOut({ path, absent, kind }: Property, before: Json, of: string): Setting[] {
  const there = valueAt(before, path)
  if (there === undefined || kind === 'container') return []
  if (absent !== undefined && String(absent).toLowerCase() === String(there).toLowerCase()) return []
  if (kind === 'object') return []
  return [
    {
      path,
      value: new Unknown(
        `The template does not name \`${path}\` of ${oneLine(of.split('/').at(-1) ?? of, 200)}, which has a value in Azure: whether it stays is not in the result of what-if. Name it in the template to make it known.`,
      ),
    },
  ]
}
