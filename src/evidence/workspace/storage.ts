import { mlDatastore } from '../../resources/datastore.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { mlWorkspace } from '../../resources/workspace.ts'
import { said } from '../../said.ts'
import { collectionKey } from '../collection-key.ts'
import { accountId } from '../edges.ts'
import { mayBeFileShare } from '../file-services.ts'
import { accountByName } from '../named.ts'
import { referenceAt, strange, unnamed } from '../references.ts'
import type { Resource } from '../resource.ts'
import { idKey, parseResourceId } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { type Lookup, notSaid, textAt } from './lookup.ts'
import type { StorageAccount, StorageRole } from './model.ts'

export function storage(
  own: Subjects<Resource>,
  metadata: Subjects<Resource>,
  datastores: DataAccount[],
): Subjects<StorageAccount> {
  const accounts = new Map<string, StorageAccount>()
  const add = (resource: Resource, role: StorageRole) => {
    const known = accounts.get(idKey(resource.id))
    const account = known?.unnamed && !resource.unnamed ? { ...resource, roles: known.roles } : known
    const added = account ?? { ...resource, roles: new Set<StorageRole>() }
    added.roles.add(role)
    accounts.set(idKey(resource.id), added)
  }
  for (const account of own.all) add(account, 'workspace')
  for (const store of metadata.all) if (store.type === storageAccount.type) add(store, 'metadata')
  for (const { account, roles } of datastores) for (const role of roles) add(account, role)
  return { all: [...accounts.values()], none: own.none }
}

interface DataAccount {
  account: Resource
  roles: StorageRole[]
}

/**
 * The accounts behind datastores, but for those of the hub: every project is born with datastores that lead there. One
 * that nobody could find stands under the datastore that names it, and a list of datastores that cannot be read for all
 * of them.
 */
export function dataAccounts(
  datastores: Resource[],
  workspace: Resource,
  hub: Resource | null,
  lookup: Lookup,
): DataAccount[] {
  const ofHub = hub ? textAt(hub, mlWorkspace.storageAccount) : undefined
  const own = textAt(workspace, mlWorkspace.storageAccount)
  return datastores
    .flatMap((datastore) =>
      accountOf(datastore, own, lookup).map((account) => ({ account, roles: rolesOf(datastore) })),
    )
    .filter(({ account }) => ofHub === undefined || idKey(ofHub) !== idKey(account.id))
}

/** What cannot be read may be a file share. */
function rolesOf({ record }: Resource): StorageRole[] {
  return record.state !== 'read' || mayBeFileShare(record.body) ? ['datastore', 'files'] : ['datastore']
}

function accountOf(datastore: Resource, own: string | undefined, lookup: Lookup): Resource[] {
  if (datastore.unreadable) return [datastore]
  const property = mlDatastore.account
  if (referenceAt(datastore, property) === 'strange')
    return [strange(datastore, property, storageAccount.type, 'storage/exists', lookup.open)]
  const name = textAt(datastore, property)
  if (!name) return isOnStorage(datastore) ? [unnamedAccount(datastore, lookup)] : []
  const [subscription, group] = [
    textAt(datastore, mlDatastore.subscription),
    textAt(datastore, mlDatastore.resourceGroup),
  ]
  if (subscription && group) return [lookup.at(accountId(subscription, group, name))]
  if (own && parseResourceId(own)?.name.toLowerCase() === name.toLowerCase()) return [lookup.at(own)]
  const found = lookup.evidence.collections.get(collectionKey.account(name))
  if (found?.ids[0]) return [lookup.at(found.ids[0])]
  const message = said`The storage account ${{ name }} was not found.`
  const hidden = found && found.state !== 'read' ? found : { ...notSaid(accountByName(name)), message }
  return [{ ...lookup.open(hidden), id: datastore.id, name, type: storageAccount.type }]
}

/** Datastores of other types have no storage account. */
function isOnStorage(datastore: Resource): boolean {
  const type = textAt(datastore, mlDatastore.datastoreType)?.toLowerCase() ?? ''
  return ['azureblob', 'azurefile', 'azuredatalakegen2'].includes(type)
}

function unnamedAccount(datastore: Resource, { open }: Lookup): Resource {
  const message = said`${datastore} does not name its storage account: nobody can judge that.`
  return unnamed(datastore, storageAccount.type, { by: 'storage/exists', reason: 'property-absent', message }, open)
}
