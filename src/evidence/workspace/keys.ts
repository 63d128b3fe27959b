import { managedHsm } from '../../resources/managed-hsm.ts'
import { type HiddenUser, summed } from '../hidden.ts'
import { keyUrl } from '../key-id.ts'
import { keyReferences } from '../keys.ts'
import type { Resource } from '../resource.ts'
import { idKey, parseResourceId } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { readOnce } from './consumers.ts'
import { key } from './key.ts'
import type { Lookup } from './lookup.ts'
import type { Key, KeyConsumer, KeyVault, VaultRole } from './model.ts'

export function keysOf(consumers: Resource[], hidden: readonly HiddenUser[], lookup: Lookup): Key[] {
  const byKey = new Map<string, KeyConsumer[]>()
  for (const resource of readOnce(consumers)) {
    for (const { use } of keyReferences(resource.type, resource.record.body, lookup.evidence.keyHosts)) {
      if (!use) continue
      const name = keyUrl(use.host, use.name).toLowerCase()
      byKey.set(name, [...(byKey.get(name) ?? []), { resource, use }])
    }
  }
  const hiddenUsers = summed(hidden, 'whether this or another version of the key is used there is not known.')
  const hiddenBy = hidden.map(({ kind }) => kind)
  return [...byKey.values()].map((uses) => ({ ...key(uses, lookup), hiddenUsers, hiddenBy }))
}

export function vaults(own: Subjects<Resource>, keys: Key[]): Subjects<KeyVault> {
  const all = new Map<string, KeyVault>()
  const add = (resource: Resource, role: VaultRole) => {
    const isHsm = parseResourceId(resource.id)?.type === managedHsm.type
    const vault = all.get(idKey(resource.id)) ?? { ...resource, roles: new Set<VaultRole>(), isHsm }
    vault.roles.add(role)
    all.set(idKey(resource.id), vault)
  }
  for (const vault of own.all) add(vault, 'workspace')
  for (const { vault } of keys) if (vault) add(vault, 'cmk')
  return { all: [...all.values()], none: own.none }
}
