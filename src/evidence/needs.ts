import { keyVault } from '../resources/key-vault.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { collectionKey, isCollectionOf } from './collection-key.ts'
import { keyActions, type Need, secretActions } from './data-actions.ts'
import { keyPrincipals, type Principal, workspacePrincipal } from './identity.ts'
import { keyUses } from './keys.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from './records.ts'
import { propertyOf } from './resource.ts'
import { idKey } from './resource-id.ts'

/**
 * All that somebody needs in a vault that uses Azure RBAC: workspaces in their own, and whatever uses a key. The stores
 * of managed resource groups are the service's business.
 */
export function needsIn(evidence: EvidenceSet): Need[] {
  const groups = [...evidence.collections].filter(([key]) => isCollectionOf(key, 'group'))
  const managed = new Set(groups.flatMap(([, { ids }]) => ids.map(idKey)))
  return [...evidence.resources].flatMap(([key, record]) =>
    record.state === 'read' && !managed.has(key) ? [...ofWorkspace(evidence, record), ...ofKeys(evidence, record)] : [],
  )
}

function ofWorkspace(evidence: EvidenceSet, record: ReadRecord): Need[] {
  const vault = propertyOf(record.body, mlWorkspace.keyVault)
  if (typeIn(record.body) !== mlWorkspace.type || typeof vault !== 'string' || !usesRoles(evidence, vault)) return []
  return needsOf([workspacePrincipal(evidence, record.body)], vault, vault, secretActions)
}

/** One who comes from another tenant has its roles there. */
function ofKeys(evidence: EvidenceSet, record: ReadRecord): Need[] {
  const type = typeIn(record.body)
  return keyUses(type, record.body, evidence.keyHosts).flatMap(({ host, name, isFederated }) => {
    const vault = evidence.collections.get(collectionKey.vault(host))?.ids[0]
    if (isFederated || vault === undefined || !usesRoles(evidence, vault)) return []
    return needsOf(keyPrincipals(evidence, type, record.body), vault, `${vault}/keys/${name}`, keyActions)
  })
}

function needsOf(principals: Principal[], vault: string, at: string, actions: readonly string[]): Need[] {
  return principals.flatMap(({ principalId }) => (principalId === null ? [] : [{ vault, at, principalId, actions }]))
}

function usesRoles({ resources }: EvidenceSet, vault: string): boolean {
  const record = resources.get(idKey(vault))
  const flag = record?.state === 'read' ? propertyOf(record.body, keyVault.rbacAuthorization) : undefined
  return flag === true || (typeof flag === 'string' && flag.toLowerCase() === 'true')
}
