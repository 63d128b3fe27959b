import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { resourceKind, resourceName } from './names.ts'
import type { Unreadable } from './unreadable.ts'

const types: Record<string, string> = {
  'key vault': keyVault.type,
  'managed HSM': managedHsm.type,
  'storage account': storageAccount.type,
}

/** Queries of Resource Graph for what only has a name, one for each kind. */
export function searches(resources: Unreadable[]): string[] {
  const ids = resources.filter(({ isByName }) => isByName).flatMap((one) => one.resources)
  return Object.entries(types).flatMap(([kind, type]) => {
    const names = ids.filter((id) => resourceKind(id) === kind).flatMap((id) => nameOf(id) ?? [])
    return names.length === 0 ? [] : [query(type, names)]
  })
}

function query(type: string, names: string[]): string {
  const listed = names.map((name) => `'${name}'`).join(', ')
  return `az graph query --graph-query "resources | where type =~ '${type}' and name in~ (${listed}) | project id"`
}

/** Of a vault the first label of its host. What looks like no name does not get into a command. */
function nameOf(id: string): string | null {
  const name = resourceName(id)
  if (/^(kv|st)-[0-9a-f]{8}$/.test(name)) return `<name of ${name}>`
  const [, found] = /^https:/i.test(id) ? (/^([a-z0-9-]+)\./i.exec(name) ?? []) : (/^([a-z0-9]+)$/i.exec(name) ?? [])
  return found ?? null
}
