import { collectionKey } from '../evidence/collection-key.ts'
import { type Edge, edgesOf, ledTo } from '../evidence/edges.ts'
import { fileServiceId, mayBeFileShare } from '../evidence/file-services.ts'
import type { KeyUse } from '../evidence/keys.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from '../evidence/records.ts'
import { propertyOf } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import { mlDatastore } from '../resources/datastore.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { isProject, isRead, showsPrincipal, wantProviders } from './links.ts'
import type { Reader } from './reader/reader.ts'

/**
 * Wants what plans lead to and is not in them. Of what they make themselves nothing is asked: it is not there yet, and
 * holds nothing but what they put into it.
 */
export function followPlanned(planned: EvidenceSet, live: EvidenceSet, reader: Reader): void {
  for (const [key, record] of planned.resources)
    if (record.state === 'read' && live.resources.get(key) !== record) follow(record, { planned, live }, reader)
}

interface Both {
  planned: EvidenceSet
  live: EvidenceSet
}

function follow(record: ReadRecord, both: Both, reader: Reader): void {
  const { planned } = both
  const edges = edgesOf(record, planned.keyHosts)
  const wanted = edges.flatMap((edge) => idsOf(edge, record, both, reader))
  const type = typeIn(record.body)
  const shares = sharesOf(type, record, edges, planned)
  for (const id of [...wanted, ...shares]) if (!planned.resources.has(idKey(id))) reader.want(id)
  if (type === mlWorkspace.type)
    wantProviders(
      record,
      reader,
      edges.some(({ to }) => to === 'group'),
    )
}

function idsOf(edge: Edge, record: ReadRecord, both: Both, reader: Reader): string[] {
  switch (edge.to) {
    case 'resource':
      return isRead(edge) ? [edge.id] : []
    case 'identity':
      return showsPrincipal(record, edge.id) ? [] : [edge.id]
    case 'account':
      if (edge.id === null) reader.wantAccount(edge.name)
      return edge.id === null ? [] : [edge.id]
    case 'group':
      return [edge.id]
    case 'key':
      if (isLive(edge.use, both)) reader.wantKey(edge.use)
      return []
    default:
      return []
  }
}

/** A key that plans make, or the vault of which they make, is not to be read. */
function isLive({ host, name }: KeyUse, { planned, live }: Both): boolean {
  const vault = planned.collections.get(collectionKey.vault(host))?.ids[0]
  if (vault === undefined) return true
  const isMade = planned.resources.has(idKey(vault)) && !live.resources.has(idKey(vault))
  return !isMade && !planned.resources.has(idKey(`${vault}/keys/${name}`))
}

/** The file services of accounts on which a workspace or a datastore depends. */
function sharesOf(type: string, { body }: ReadRecord, edges: Edge[], planned: EvidenceSet): string[] {
  const account = type === mlWorkspace.type ? propertyOf(body, mlWorkspace.storageAccount) : undefined
  if (typeof account === 'string' && !isProject({ body })) return [fileServiceId(account)]
  if (type !== mlDatastore.type || !mayBeFileShare(body)) return []
  return edges.flatMap((edge) => (edge.to === 'account' ? ledTo(edge, planned).map(fileServiceId) : []))
}
