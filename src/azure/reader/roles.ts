import { collectionKey } from '../../evidence/collection-key.ts'
import { definitionId } from '../../evidence/grants.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { roleAssignment, roleDefinition } from '../../resources/identity.ts'
import { literal, literals, query, type Row } from '../requests/resource-graph.ts'
import { byKey } from './condition.ts'
import { BATCH, type Context, take } from './context.ts'
import { readDefinition } from './definition.ts'
import type { Work } from './work.ts'

/** What Resource Graph shows of role assignments and roles; each answers whether nobody asked before. */
export interface Roles {
  /** the assignments of a principal */
  wantAssignments(principalId: string): boolean
  /** a role by the id of its definition; where Resource Graph does not show it, it is asked for at the scope */
  wantDefinition(id: string, scope: string): boolean
  /** sends queries when there is enough for one, or nothing would add to it soon */
  send(work: Work): void
}

type Needs = Pick<Context, 'client' | 'evidence' | 'versions' | 'isNew' | 'takeRows' | 'keep' | 'read'>

export function createRoles(context: Needs): Roles {
  const principals = new Set<string>()
  const definitions = new Set<string>()
  const scopes = new Map<string, string>()
  const send = (work: Work, waiting: Set<string>, read: (batch: Set<string>) => Promise<void>) => {
    while (waiting.size >= BATCH || (waiting.size > 0 && work.isCalm('roles'))) {
      const batch = take(waiting)
      work.query('roles', () => read(batch))
    }
  }
  return {
    wantAssignments(principal) {
      const isNew = context.isNew(collectionKey.roles(principal))
      if (isNew) principals.add(principal)
      return isNew
    },
    wantDefinition(id, scope) {
      const isNew = context.isNew(idKey(id))
      if (isNew) definitions.add(id)
      if (isNew) scopes.set(id, scope)
      return isNew
    },
    send(work) {
      send(work, principals, (batch) => readAssignments(context, batch))
      send(work, definitions, (batch) => readDefinitions(context, batch, scopes))
    },
  }
}

/** What does not come, nobody misses here: Resource Manager is asked wherever this is not enough. */
async function readAssignments({ client, evidence, takeRows }: Needs, principals: Set<string>): Promise<void> {
  const holder = `tostring(${roleAssignment.principalId.path}) in~ (${literals(principals)})`
  const rows = await rowsWhere(client, `type =~ ${literal(roleAssignment.type)} and ${holder}`)
  const own = byKey(rows, (row) => String(propertyOf(row, roleAssignment.principalId)).toLowerCase())
  for (const principal of principals) {
    const ids = (own.get(principal.toLowerCase()) ?? []).map((row) => row.id)
    evidence.collections.set(collectionKey.roles(principal), { state: 'read', ids })
  }
  takeRows(rows)
}

async function readDefinitions(context: Needs, ids: Set<string>, scopes: Map<string, string>): Promise<void> {
  const names = [...ids].map((id) => id.slice(id.lastIndexOf('/') + 1))
  const rows = await rowsWhere(
    context.client,
    `type =~ ${literal(roleDefinition.type)} and name in~ (${literals(names)})`,
  )
  context.takeRows(rows.map((row) => ({ ...row, id: definitionId(row.id) })))
  for (const id of ids) {
    const scope = scopes.get(id)
    if (scope === undefined || context.evidence.resources.has(idKey(id))) continue
    context.read(scope, async () => context.keep(await readDefinition(context, id, scope)))
  }
}

async function rowsWhere(client: Context['client'], where: string): Promise<Row[]> {
  const { rows } = await query(client, where, { table: 'authorizationresources' })
  return rows.filter(({ isHollow }) => !isHollow)
}
