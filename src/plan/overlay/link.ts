import { extensionsSegment } from '../../evidence/children.ts'
import { collectionKey } from '../../evidence/collection-key.ts'
import { vaultHost } from '../../evidence/key-id.ts'
import { keyUses } from '../../evidence/keys.ts'
import { type EvidenceSet, typeIn } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey, parentId } from '../../evidence/resource-id.ts'
import { resourceTypes } from '../../resources/index.ts'
import { keyVault } from '../../resources/key-vault.ts'
import { clusterExtension } from '../../resources/kubernetes.ts'
import { managedHsm } from '../../resources/managed-hsm.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import type { PlannedChange } from '../model.ts'

/** Puts what is planned into the lists by which it is found. */
export function link(planned: EvidenceSet, live: EvidenceSet, changes: readonly PlannedChange[]): void {
  const there = changes.filter(({ id }) => planned.resources.get(idKey(id))?.state === 'read')
  const isNew = ({ id, change, isUnseen }: PlannedChange) =>
    change === 'replace' || (change !== 'unsure' && !isUnseen && live.resources.get(idKey(id))?.state !== 'read')
  for (const change of there.filter(isNew)) openLists(planned, change)
  for (const change of there) enlist(planned, change)
  addWorkspaces(planned, [...there, ...changes.filter((change) => isHidden(planned, change))])
  linkVaults(planned, there)
}

/** It may be there, where nobody can see it. */
function isHidden({ resources }: EvidenceSet, { id, mayBeThere }: PlannedChange): boolean {
  return mayBeThere === true && resources.get(idKey(id))?.state === 'unreadable'
}

/** Whoever is new holds nothing but what the plan puts into it. */
function openLists({ collections }: EvidenceSet, { id, type }: PlannedChange): void {
  const own = (resourceTypes[type]?.lists ?? []).filter(({ ofGroup }) => !ofGroup)
  for (const { segment } of own) collections.set(collectionKey.list(id, segment), { state: 'read', ids: [] })
}

function enlist({ collections }: EvidenceSet, { id, type }: PlannedChange): void {
  const segment = type === clusterExtension.type ? extensionsSegment : (id.split('/').at(-2) ?? '')
  const key = collectionKey.list(parentId(id), segment)
  const list = collections.get(key)
  if (list && !list.ids.some((one) => idKey(one) === idKey(id)))
    collections.set(key, { ...list, ids: [...list.ids, id] })
}

function addWorkspaces(planned: EvidenceSet, changes: PlannedChange[]): void {
  const known = new Set(planned.workspaces.map(idKey))
  const fresh = changes.filter(({ id, type }) => type === mlWorkspace.type && !known.has(idKey(id)))
  planned.workspaces.push(...new Set(fresh.map(({ id }) => id)))
}

/** Keys are found by the host of their vault. */
function linkVaults({ resources, collections, keyHosts }: EvidenceSet, changes: PlannedChange[]): void {
  const wanted = changes.flatMap(({ id, type }) => {
    const record = resources.get(idKey(id))
    return record?.state === 'read' ? keyUses(type, record.body, keyHosts).map(({ host }) => host) : []
  })
  const planned = changes.flatMap(({ id, type }) => hostOf(resources, id, type) ?? [])
  const open = new Set([...wanted, ...planned].filter((host) => !collections.get(collectionKey.vault(host))?.ids[0]))
  if (open.size === 0) return
  for (const record of resources.values()) {
    const host = record.state === 'read' ? hostOf(resources, record.id, typeIn(record.body)) : null
    if (host && open.has(host)) collections.set(collectionKey.vault(host), { state: 'read', ids: [record.id] })
  }
}

function hostOf(resources: EvidenceSet['resources'], id: string, type: string): string | null {
  const property = { [keyVault.type]: keyVault.vaultUri, [managedHsm.type]: managedHsm.hsmUri }[type]
  const record = property ? resources.get(idKey(id)) : undefined
  if (!property || record?.state !== 'read') return null
  const uri = propertyOf(record.body, property)
  return typeof uri === 'string' ? vaultHost(uri) : null
}
