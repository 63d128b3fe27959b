import type { CmkArchitecture } from '../../model.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { mlWorkspace, storeTypes } from '../../resources/workspace.ts'
import { collectionKey } from '../collection-key.ts'
import { hiddenStore } from '../hidden.ts'
import { referenceAt, strange } from '../references.ts'
import type { Resource } from '../resource.ts'
import { groupIdOf, parseResourceId } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { type Lookup, textAt } from './lookup.ts'
import type { MetadataGroup } from './model.ts'
import { broughtAlong } from './settings.ts'

export function managedGroup(
  workspace: Resource,
  architecture: CmkArchitecture,
  lookup: Lookup,
): Subjects<MetadataGroup> {
  const none = architecture === 'inherited' ? 'inherited' : 'not-used'
  if (architecture !== 'subscription-side') return { all: [], none }
  const property = mlWorkspace.managedResourceGroup
  const id = groupIdOf(textAt(workspace, property) ?? '', parseResourceId(workspace.id)?.subscriptionId ?? '')
  if (id === null) {
    const { name, ...where } = strange(workspace, property, '', 'metadata/resource-group', lookup.open)
    return { all: [{ ...where, name, members: [], lacking: storeTypes }], none }
  }
  const group = lookup.at(id)
  const collection = lookup.evidence.collections.get(collectionKey.group(group.id))
  const listed = (collection?.ids ?? []).map(lookup.at)
  const members = [...listed, ...namedStores(workspace, listed, group, lookup)]
  const lacking = storeTypes.filter((type) => !members.some((member) => member.type === type))
  const hidden =
    collection && collection.state !== 'read' && group.unreadable?.state !== 'absent' ? collection : group.unreadable
  const name = group.id.split('/').at(-1) ?? ''
  return { all: [{ id: group.id, name, unreadable: lacking.length === 0 ? null : hidden, members, lacking }], none }
}

/** Stores of the group that its list does not show, and the workspace names; those of a group that is gone are gone. */
function namedStores(workspace: Resource, listed: Resource[], group: Resource, lookup: Lookup): Resource[] {
  return broughtAlong(workspace).flatMap(({ property, type }) => {
    const reference = referenceAt(workspace, property)
    if (typeof reference === 'string' || listed.some((member) => member.type === type)) return []
    const store = { ...lookup.at(reference.id), type }
    return store.unreadable && group.unreadable?.state === 'absent' ? [] : [store]
  })
}

export function metadataStores(
  workspace: Resource,
  architecture: CmkArchitecture,
  group: Subjects<MetadataGroup>,
  lookup: Lookup,
): Subjects<Resource> {
  const members = group.all.flatMap((one) => [...one.members, ...unseen(one, lookup)])
  const stores =
    architecture === 'bring-your-own'
      ? broughtAlong(workspace).map(({ property, type, saidBy }) => {
          const reference = referenceAt(workspace, property)
          return typeof reference === 'string'
            ? strange(workspace, property, type, saidBy, lookup.open)
            : { ...lookup.at(reference.id), type }
        })
      : members
  return { all: stores, none: group.none }
}

/** A store that the group must have and does not show stands under the group; accounts that are gone with it do not. */
function unseen(group: MetadataGroup, lookup: Lookup): Resource[] {
  const { id, name, unreadable, lacking, unnamed } = group
  return lacking
    .filter((type) => type !== storageAccount.type || unreadable?.state !== 'absent')
    .map((type) => ({
      ...lookup.open(unreadable ?? hiddenStore(group, type)),
      ...{ id, name, type },
      ...(unnamed ? { unnamed } : {}),
    }))
}
