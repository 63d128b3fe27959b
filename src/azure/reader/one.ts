import { prune } from '../../evidence/prune.ts'
import type { ReadRecord, UnreadableRecord } from '../../evidence/records.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { resourceTypes, typeOf } from '../../resources/index.ts'
import type { ResourceType } from '../../resources/type.ts'
import { failureOf, ReadFailure } from '../requests/read-failure.ts'
import { checked } from '../shape.ts'
import { malformed, unreadable } from '../unreadable.ts'
import type { Context } from './context.ts'
import { merged } from './merge.ts'

/** One resource by Resource Manager; never throws. */
export async function readResource(
  { client, versions }: Pick<Context, 'client' | 'versions'>,
  id: string,
  type = typeOf(id) ?? '',
): Promise<ReadRecord | UnreadableRecord> {
  const entry = resourceTypes[type]
  if (!entry) return malformed(id)
  try {
    const { answer, apiVersion } = await versions.inTurn(type, entry.apiVersions, async (version) =>
      checked(await client.get(id, version), id, type, entry),
    )
    const cased = typeof answer.id === 'string' && idKey(answer.id) === idKey(id) ? answer.id : id
    const body = prune({ ...answer, id: cased, type }, entry)
    return { state: 'read', id: cased, source: 'resource-manager', apiVersion, body }
  } catch (error) {
    return unreadable(id, meaningOf(failureOf(error), entry))
  }
}

/** Of what everything of a kind has, a 404 says nothing: Azure has an error of its own for those that do without. */
function meaningOf(failure: ReadFailure, { onlyOne }: ResourceType): ReadFailure {
  const { reason, message, status, code } = failure
  if (onlyOne === undefined) return failure
  if (status === 400 && code.toLowerCase() === onlyOne.lackedBy.toLowerCase())
    return new ReadFailure('absent', message, status, code)
  return reason === 'absent' ? new ReadFailure('invalid-response', message, status, code) : failure
}

/** The same once more, for the sake of a path if one is given; what is known stays when it fails. */
export async function readAgain(
  context: Pick<Context, 'client' | 'versions' | 'evidence' | 'keep'>,
  id: string,
  path: string | null,
): Promise<void> {
  const record = await readResource(context, id)
  const known = context.evidence.resources.get(idKey(id))
  if (record.state === 'read' && known?.state === 'read') context.keep(merged(known, record))
  else if (record.state !== 'unreadable') context.keep(record)
  else if (path !== null && known?.state === 'read')
    context.evidence.resources.set(idKey(id), { ...known, gap: { path, failure: record } })
}
