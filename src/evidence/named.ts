import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { isManagedHsm } from './key-id.ts'
import { parseResourceId } from './resource-id.ts'

/** What stands where a resource id would, were there one: only this file makes such texts and looks into them. */
export interface Named {
  kind: 'resource' | 'account' | 'vault' | 'address' | 'assignments' | 'workspaces' | 'everything' | 'target'
  /** what people call it; a resource by its id */
  name: string
  /** in lower case; null where nobody can tell */
  type: string | null
}

/** Evidence files and reports of older versions hold these texts, too: none of them changes. */
const account = 'storage account '
const assignments = 'role assignments of '
const scheme = 'https://'

/** All of it, where it could not be read or not to its end. */
export const listOfWorkspaces = 'the list of workspaces'

/** What is named where nothing is. */
export const everyWorkspace = 'every workspace that the identity can read'

export function accountByName(name: string): string {
  return `${account}${name}`
}

export function vaultAt(host: string): string {
  return `${scheme}${host}`
}

/** @param scope where Resource Manager lists them; left out for those that Resource Graph shows */
export function roleAssignmentsOf(principalId: string, scope?: string): string {
  return `${assignments}${principalId}${scope === undefined ? '' : ` at ${scope}`}`
}

/** What nobody else makes is what the workflow named, or a reference that leads nowhere. */
export function whatIs(id: string): Named {
  if (id.startsWith('/')) return { kind: 'resource', name: id, type: typeOf(id) }
  if (id.startsWith(account)) return { kind: 'account', name: id.slice(account.length), type: storageAccount.type }
  if (id.startsWith(assignments)) return { kind: 'assignments', name: id.slice(assignments.length), type: null }
  if (id.startsWith(scheme)) return at(id.slice(scheme.length))
  if (id === listOfWorkspaces) return { kind: 'workspaces', name: id, type: null }
  if (id === everyWorkspace) return { kind: 'everything', name: id, type: null }
  return { kind: 'target', name: id, type: typeOf(id) }
}

/** Of keys in a vault of which only the host is known, the address goes on behind it. */
function at(address: string): Named {
  if (!/^[^/]+$/.test(address)) return { kind: 'address', name: address, type: null }
  return { kind: 'vault', name: address, type: isManagedHsm(address) ? managedHsm.type : keyVault.type }
}

function typeOf(id: string): string | null {
  return parseResourceId(id)?.type ?? null
}

/** Who reads Azure, as reports name it. */
export const readerBy = {
  clientId: (id: string) => `client id ${id}`,
  objectId: (id: string) => `object id ${id}`,
}

export function idOfReader(reader: string): string {
  return reader.replace(/^(?:client|object) id /, '')
}
