import { encryptionPrincipal, workspacePrincipal } from '../evidence/identity.ts'
import { keyUses } from '../evidence/keys.ts'
import { collectionKey, type EvidenceSet } from '../evidence/records.ts'
import { propertyOf } from '../evidence/resource.ts'
import { idKey } from '../evidence/resource-id.ts'
import { keyVault } from '../resources/key-vault.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import type { Reader } from './reader/reader.ts'

/** Principals whose role assignments decide, because the vault they use grants access by roles and not by access policies. */
export function wantRoleAssignments(evidence: EvidenceSet, reader: Reader): void {
  const goesByRoles = (id: unknown) => {
    const vault = typeof id === 'string' ? evidence.resources.get(idKey(id)) : undefined
    return (
      vault?.state === 'read' && String(propertyOf(vault.body, keyVault.rbacAuthorization)).toLowerCase() === 'true'
    )
  }
  for (const record of evidence.resources.values()) {
    if (record.state !== 'read') continue
    const type = String(record.body.type).toLowerCase()
    const isStorage = type === storageAccount.type
    const isWorkspace = type === mlWorkspace.type
    if (isWorkspace && goesByRoles(propertyOf(record.body, mlWorkspace.keyVault))) {
      want(reader, workspacePrincipal(evidence, record.body).principalId)
    }
    if (!isStorage && !isWorkspace) continue
    const vaults = keyUses(type, record.body, evidence.keyHosts).map(
      (use) => evidence.collections.get(collectionKey.vault(use.host))?.ids[0],
    )
    if (vaults.some(goesByRoles)) want(reader, encryptionPrincipal(evidence, record.body).principalId)
  }
}

function want(reader: Reader, principalId: string | null): void {
  if (principalId && /^[0-9a-f-]{36}$/i.test(principalId)) reader.wantRoles(principalId)
}
