import { prune } from '../../evidence/prune.ts'
import type { ResourceRecord } from '../../evidence/records.ts'
import { roleDefinition } from '../../resources/identity.ts'
import { failureOf } from '../requests/read-failure.ts'
import { checked } from '../shape.ts'
import { unreadableRole } from '../unreadable.ts'
import type { Context } from './context.ts'

/** A role by Resource Manager, at a scope where it is assigned; never throws. It is kept under the id that it has everywhere. */
export async function readDefinition(
  { client, versions }: Pick<Context, 'client' | 'versions'>,
  id: string,
  scope: string,
): Promise<ResourceRecord> {
  const { type, about } = roleDefinition
  try {
    const { answer, apiVersion } = await versions.inTurn(type, about.apiVersions, async (version) =>
      checked(await client.get(`${scope}${id}`, version), id, type, about),
    )
    return { state: 'read', id, source: 'resource-manager', apiVersion, body: prune({ ...answer, id, type }, about) }
  } catch (error) {
    return unreadableRole(id, scope, failureOf(error))
  }
}
