import type { Tree } from '../../config/tree.ts'
import { type Place, placeOf } from './places.ts'

/** Members of `credentials` that are no secret, and name one at most. */
const open =
  /^(type|username|user_name|client_id|tenant_id|authority_url|resource_id|resource_url|auth_url|access_key_id|principal_id|object_id|expires?_on|thumbprint)$/i

/** Credentials that are written into the file itself: of datastores and connections, and for the login to a compute. */
export function credentialsIn(tree: Tree): Place[] {
  const credentials = membersOf(member(tree, 'credentials')).filter(([name]) => !open.test(name))
  const login = membersOf(member(tree, 'ssh_settings')).filter(([name]) => name === 'admin_password')
  return [
    ...credentials.flatMap(([name, value]) => placeOf(value, ['credentials', name], true) ?? []),
    ...login.flatMap(([name, value]) => placeOf(value, ['ssh_settings', name], true) ?? []),
  ]
}

function member(tree: Tree, name: string): Tree | undefined {
  return tree.kind === 'map' ? tree.entries.find(({ key }) => key === name)?.value : undefined
}

function membersOf(tree: Tree | undefined): [string, Tree][] {
  return tree?.kind === 'map' ? tree.entries.map(({ key, value }) => [key, value]) : []
}
