import { type Named, whatIs } from '../../evidence/named.ts'
import { isPseudonym } from '../../pseudonym/pseudonym.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import type { UnreadableGroup } from './unreadable.ts'

/** Queries of Resource Graph for what only has a name, one for each type. */
export function searches(resources: UnreadableGroup[]): string[] {
  const all = resources.filter(({ isByName }) => isByName).flatMap((one) => one.resources.map(whatIs))
  return [keyVault, managedHsm, storageAccount].flatMap(({ type, about: { prefix } }) => {
    const names = all.filter((one) => one.type === type).flatMap(({ kind, name }) => nameOf(kind, name, prefix) ?? [])
    return names.length === 0 ? [] : [query(type, names)]
  })
}

function query(type: string, names: string[]): string {
  const listed = names.map((name) => `'${name}'`).join(', ')
  return `az graph query --graph-query "resources | where type =~ '${type}' and name in~ (${listed}) | project id"`
}

/** Of a vault the first label of its host. What looks like no name does not get into a command. */
function nameOf(kind: Named['kind'], name: string, prefix: string): string | null {
  if (isPseudonym(name, prefix)) return `<name of ${name}>`
  const [, found] = (kind === 'vault' ? /^([a-z0-9-]+)\./i : /^([a-z0-9]+)$/i).exec(name) ?? []
  return found ?? null
}
