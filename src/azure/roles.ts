import { accessOf } from '../evidence/access.ts'
import { collectionKey } from '../evidence/collection-key.ts'
import type { Need } from '../evidence/data-actions.ts'
import { needsIn } from '../evidence/needs.ts'
import type { EvidenceSet } from '../evidence/records.ts'
import type { Reader } from './reader/reader.ts'

/**
 * Wants what tells whether those who need access to a vault have it: what Resource Graph shows first, and Resource
 * Manager's lists only where that is not enough. Whether there was anything left to want.
 */
export function wantAccess(evidence: EvidenceSet, reader: Reader): boolean {
  return needsIn(evidence)
    .filter(({ principalId }) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(principalId))
    .map((need) => wantNext(evidence, reader, need))
    .includes(true)
}

function wantNext(evidence: EvidenceSet, reader: Reader, need: Need): boolean {
  const { vault, principalId } = need
  if (!evidence.collections.has(collectionKey.roles(principalId))) return reader.wantRoles(principalId)
  const access = accessOf(evidence, need)
  if (access.state !== 'undecided') return false
  const { definitions, scope } = access.unread
  if (definitions.length > 0) return definitions.map((id) => reader.wantDefinition(id, vault)).includes(true)
  return scope !== null && reader.wantAssigned(scope, principalId)
}
