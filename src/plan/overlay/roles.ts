import { type CollectionParts, collectionKey, collectionParts, isCollectionOf } from '../../evidence/collection-key.ts'
import { definitionId } from '../../evidence/grants.ts'
import { roleAssignmentsOf } from '../../evidence/named.ts'
import { needsIn } from '../../evidence/needs.ts'
import { type CollectionRecord, type EvidenceSet, neverRead, unplanned } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey, isWithin } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { builtInRoles } from '../../resources/built-in-roles.ts'
import { roleAssignment, roleDefinition } from '../../resources/identity.ts'
import { managementGroup } from '../../resources/management-group.ts'
import { casedType } from '../../resources/type.ts'
import { said } from '../../said.ts'
import type { Plan, PlannedChange } from '../model.ts'
import { isOfRoles, takeRoles } from './taken-roles.ts'

/** Gives whoever gets roles from the plans what they give, and takes what they take. */
export function linkRoles(
  planned: EvidenceSet,
  live: EvidenceSet,
  changes: readonly PlannedChange[],
  plans: readonly Plan[],
): void {
  const { collections } = planned
  const strangers = new Set(plans.flatMap(({ principals }) => principals))
  const assignments = changes.filter(({ type }) => type === roleAssignment.type).map(({ id }) => id)
  takeRoles(planned, live, assignments)
  // nobody but the plan can have given a role to whoever does not exist yet
  for (const principal of strangers) collections.set(collectionKey.roles(principal), { state: 'read', ids: [] })
  const given = assignments.flatMap((id) => givenBy(planned, id))
  const lists = assignedIn(planned)
  for (const each of given) assign(planned, lists, each)
  answerNeeds(planned, live, strangers)
  const open = plans.flatMap(({ openRoles }) => openRoles ?? [])[0]
  if (open !== undefined) doubtRoles(planned, new Unknown(open))
}

type Assigned = Extract<CollectionParts, { of: 'assigned' }> & { key: string }

interface Given {
  id: string
  principal: string
  scope: string
  role: string
}

function givenBy({ resources }: EvidenceSet, id: string): Given[] {
  const record = resources.get(idKey(id))
  if (record?.state !== 'read') return []
  const { principalId, scope, role } = roleAssignment
  const [who, where, what] = [principalId, scope, role].map((property) => propertyOf(record.body, property))
  return typeof who === 'string' ? [{ id, principal: who, scope: String(where), role: String(what) }] : []
}

/** What Resource Manager lists at scopes, of anybody. */
function assignedIn({ collections }: EvidenceSet): Assigned[] {
  return [...collections.keys()].flatMap((key) => {
    const parts = isCollectionOf(key, 'assigned') ? collectionParts(key) : null
    return parts?.of === 'assigned' ? [{ ...parts, key }] : []
  })
}

function assign(planned: EvidenceSet, lists: Assigned[], { id, principal, scope, role }: Given): void {
  const { collections, resources } = planned
  const own = collectionKey.roles(principal)
  collections.set(own, withId(collections.get(own) ?? notAsked(planned, principal), id))
  for (const { key, scope: at, principalId } of lists) {
    const list = collections.get(key)
    const isTheirs = principalId === principal.toLowerCase()
    if (list && isTheirs && (isWithin(at, scope) || isWithin(scope, at))) collections.set(key, withId(list, id))
  }
  const built = builtInRoles.find(({ guid }) => role.toLowerCase().endsWith(`/${guid}`))
  const definition = built && definitionId(built.guid)
  if (definition && resources.get(idKey(definition))?.state !== 'read')
    resources.set(idKey(definition), { ...builtIn(definition), body: bodyOf(definition, built.dataActions) })
}

function withId(list: CollectionRecord, id: string): CollectionRecord {
  return list.ids.some((one) => idKey(one) === idKey(id)) ? list : { ...list, ids: [...list.ids, id] }
}

function builtIn(id: string) {
  return {
    state: 'read',
    id,
    source: 'resource-manager',
    apiVersion: roleDefinition.about.apiVersions[0] ?? null,
  } as const
}

function bodyOf(id: string, dataActions: readonly string[]): Record<string, unknown> {
  const type = casedType(roleDefinition.about)
  return { id, type, properties: { permissions: [{ dataActions, notDataActions: [] }] } }
}

function notAsked(planned: EvidenceSet, principal: string): CollectionRecord {
  const message = said`The role assignments of ${{ name: principal }} were not read.`
  return { ...neverRead(planned, roleAssignmentsOf(principal), message), ids: [] }
}

/** What Resource Manager would list: all of it for whoever does not exist yet; at a vault that does not, nobody can ask. */
function answerNeeds(planned: EvidenceSet, live: EvidenceSet, strangers: ReadonlySet<string>): void {
  const { collections } = planned
  for (const { vault, at, principalId } of needsIn(planned)) {
    const isNew = live.resources.get(idKey(vault))?.state !== 'read'
    if (!strangers.has(principalId) && !isNew) continue
    const ids = collections.get(collectionKey.roles(principalId))?.ids ?? []
    const open = strangers.has(principalId) ? farIn(planned, ids) : elsewhere(vault)
    const list = open === null ? { state: 'read' as const, ids } : { ...unplanned(open), ids }
    for (const scope of [vault, at]) collections.set(collectionKey.assigned(scope, principalId), list)
  }
}

/** Only Azure knows which management groups hold a vault. */
function farIn(planned: EvidenceSet, ids: string[]): Unknown | null {
  const scopes = ids.flatMap((id) => givenBy(planned, id)).map(({ scope }) => scope)
  const far = scopes.find((scope) => managementGroup.nameIn(scope) !== null)
  return far === undefined
    ? null
    : new Unknown(`A role is assigned at ${far}: nobody can tell whether that holds the vault.`)
}

function elsewhere(vault: string): Unknown {
  return new Unknown(
    `The key vault ${vault.split('/').at(-1)} is not there yet: who has access to it by roles of its resource group or above shows when it is.`,
  )
}

/** Somebody gets a role, and it may be anybody. */
function doubtRoles({ collections }: EvidenceSet, open: Unknown): void {
  for (const [key, { ids }] of collections) if (isOfRoles(key)) collections.set(key, { ...unplanned(open), ids })
}
