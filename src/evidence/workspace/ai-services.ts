import { aiServicesAccount } from '../../resources/ai-services.ts'
import { connectedTo } from '../../resources/connection.ts'
import { said, words } from '../../said.ts'
import { referenceAt, strange, unnamed } from '../references.ts'
import type { Resource } from '../resource.ts'
import { parseResourceId } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { once } from './consumers.ts'
import type { Lookup } from './lookup.ts'

/** The accounts that connections name by id; a list of connections that cannot be read stands for all of them. */
export function aiServices(connections: Subjects<Resource>, lookup: Lookup): Subjects<Resource> {
  return { all: once(connections.all.flatMap((connection) => accountOf(connection, lookup))), none: 'not-used' }
}

function accountOf(connection: Resource, { at, open }: Lookup): Resource[] {
  if (connection.unreadable) return [connection]
  const { property, type, saidBy: by } = connectedTo
  const reference = referenceAt(connection, property)
  if (reference === 'none') return []
  if (reference === 'strange') return [strange(connection, property, type, by, open)]
  const named = parseResourceId(reference.id)
  if (named) return named.type === aiServicesAccount.type ? [at(reference.id)] : []
  const message = said`${words(property.path)} of ${connection} is not a resource id: nobody can tell what it refers to.`
  return [unnamed(connection, type, { by, reason: 'unrecognised-value', message }, open)]
}
