import { roleAssignment, roleDefinition } from '../resources/identity.ts'
import { managementGroup } from '../resources/management-group.ts'
import { resourceName, said } from '../said.ts'
import { matchesPattern } from '../text.ts'
import type { Assignments } from './assignments.ts'
import type { Need } from './data-actions.ts'
import { type Evidence, neverRead, type UnreadableRecord } from './records.ts'
import { noReads, openResource, peek, type Resource, Undecided, valueAt } from './resource.ts'
import { idKey, isWithin } from './resource-id.ts'

/** What an assignment grants where it is needed. */
export interface Grant {
  /** of the assignment, and of the definition of its role */
  ids: [assignment: string, definition: string]
  isConditional: boolean
  holds(action: string): boolean
}

/** What somebody's assignments grant, and what cannot be told of the others. */
export function grantsAmong(evidence: Evidence, need: Need, { ids, isListed }: Assignments) {
  const reads = noReads()
  const at = (id: string) => openResource(evidence.resources.get(idKey(id)) ?? unread(evidence, id), () => reads)
  const all = ids.map(at)
  const readable = all.filter(({ unreadable }) => unreadable === null)
  const trustsGroups = readable.every((assignment) => isOf(assignment, need) || isOfGroup(assignment))
  const grants: Grant[] = []
  const doubts: Undecided[] = []
  for (const assignment of all) {
    try {
      const found = applies(assignment, need, isListed) ? grantsOf(assignment, need, trustsGroups, at) : []
      grants.push(...found.filter(({ holds }) => need.actions.some(holds)))
    } catch (error) {
      if (!(error instanceof Undecided)) throw error
      doubts.push(error)
    }
  }
  return { grants, doubts }
}

/** What a role allows on a condition of its own is kept apart from the rest of it. */
function grantsOf(assignment: Resource, need: Need, trustsGroups: boolean, at: (id: string) => Resource): Grant[] {
  if (!isOf(assignment, need) && !(trustsGroups && isOfGroup(assignment))) throw ofOthers(need)
  const definition = at(definitionOf(assignment))
  const permissions = definition.read(roleDefinition.permissions)
  if (permissions === undefined) throw absent('what a role allows')
  const denied = textsIn(permissions, 'notDataActions')
  const fits = (patterns: string[], action: string) => patterns.some((pattern) => matchesPattern(pattern, action))
  const grant = (some: unknown[], isConditional: boolean): Grant => {
    const allowed = textsIn(some, 'dataActions')
    const holds = (action: string) => fits(allowed, action) && !fits(denied, action)
    return { ids: [assignment.id, definition.id], isConditional, holds }
  }
  const isConditional = assignment.read(roleAssignment.condition) !== undefined
  const free = permissions.filter((each) => valueAt(each, 'condition') === undefined)
  return [grant(free, isConditional), grant(permissions, isConditional || free.length < permissions.length)]
}

/** What Resource Manager lists at a vault lies on it, above it or below it; only it knows which management groups hold it. */
function applies(assignment: Resource, { at }: Need, isListed: boolean): boolean {
  const scope = assignment.read(roleAssignment.scope)
  if (scope === undefined) throw absent('at which scope a role is assigned')
  if (isWithin(at, scope)) return true
  if (!isListed || /^\/subscriptions\//i.test(scope)) return false
  if (managementGroup.nameIn(scope) !== null) return true
  throw new Undecided('unrecognised-value', 'A role is assigned at a scope that this version does not know.')
}

function isOf(assignment: Resource, { principalId }: Need): boolean {
  return sameText(peek(assignment, roleAssignment.principalId), principalId)
}

function isOfGroup(assignment: Resource): boolean {
  return ['Group', 'ForeignGroup'].some((type) => sameText(peek(assignment, roleAssignment.principalType), type))
}

/** A service that does not take the filter lists whatever there is, and nobody can tell which groups somebody is in. */
function ofOthers({ principalId }: Need): Undecided {
  const message = said`Azure listed role assignments of others than ${{ name: principalId }}: nobody can tell which give it access.`
  return new Undecided('invalid-response', message)
}

function sameText(value: unknown, text: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === text.toLowerCase()
}

/** Assignments name a role in several ways, with the same GUID at the end. */
function definitionOf(assignment: Resource): string {
  const role = assignment.read(roleAssignment.role)
  if (role === undefined) throw absent('which role is assigned')
  const guid = /\/roleDefinitions\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i.exec(role)?.[1]
  if (guid === undefined) throw new Undecided('unrecognised-value', 'A role is not named by the id of its definition.')
  return definitionId(guid)
}

/** The ids of definitions, at whatever scope. */
export const isDefinition = /\/roleDefinitions\/[^/]+$/i

/** The form under which definitions are kept, from any of their ids or the GUID alone. */
export function definitionId(id: string): string {
  return `/providers/Microsoft.Authorization/roleDefinitions/${id.slice(id.lastIndexOf('/') + 1).toLowerCase()}`
}

function textsIn(permissions: unknown[], name: string): string[] {
  return permissions.flatMap((each) => {
    const texts = valueAt(each, name) ?? []
    const isObject = typeof each === 'object' && each !== null
    if (isObject && Array.isArray(texts) && texts.every((text) => typeof text === 'string')) return texts
    throw new Undecided('unrecognised-value', 'A role definition allows something that this version cannot read.')
  })
}

function unread(evidence: Evidence, id: string): UnreadableRecord {
  const what = isDefinition.test(id) ? 'role' : 'role assignment'
  return neverRead(evidence, id, said`The ${what} ${resourceName(id)} was not read.`)
}

function absent(
  what: 'at which scope a role is assigned' | 'which role is assigned' | 'what a role allows',
): Undecided {
  return new Undecided('property-absent', said`Azure did not report ${what}.`)
}
