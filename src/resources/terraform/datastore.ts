import { parseResourceId } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import { mlDatastore } from '../datastore.ts'
import { mlWorkspace } from '../workspace.ts'
import { attribute, constant, Lacking, type Mapping, type Settings, terraform } from './declaration.ts'
import { absent, below } from './parts.ts'

const id = below('workspace_id', 'datastores', [mlWorkspace.type])

const services = { blob: 'blobservices/containers', file: 'fileservices/shares' }

/** The account is told by the container or the share, which lies below it. */
function accountOf(names: string, service: keyof typeof services): Settings {
  const refersTo = [`microsoft.storage/storageaccounts/${services[service]}`]
  const of = (pick: (account: string[]) => string | undefined) =>
    attribute(names, { refersTo, as: (value) => pick(String(value).split('/')) ?? strange })
  return [
    [mlDatastore.subscription, of((segments) => segments[2])],
    [mlDatastore.resourceGroup, of((segments) => segments[4])],
    [mlDatastore.account, of((segments) => (parseResourceId(segments.join('/')) ? segments[8] : undefined))],
  ]
}

const strange = new Unknown('The plan does not name the container of the datastore by a resource id.')

/** The kind of credential by the attribute that holds it, of which nobody looks at more than that it is set or may be. */
const credential = (kinds: Record<string, string>): Mapping => ({
  attributes: Object.keys(kinds),
  from(attributes) {
    const values = Object.entries(kinds).map(([name, kind]) => ({ kind, value: attributes.read(name) }))
    const lacking = values.find(({ value }) => value instanceof Lacking)?.value
    const held = values.find(({ value }) => value !== undefined && value !== '' && !(value instanceof Lacking))
    return held?.kind ?? lacking ?? 'None'
  },
})

const storedKey = credential({ account_key: 'AccountKey', shared_access_signature: 'Sas' })

/** None is sent, and the default is https. */
const protocol: Settings[number] = [mlDatastore.protocol, absent]

export const blobDatastore = terraform('azurerm_machine_learning_datastore_blobstorage', mlDatastore, {
  id,
  settings: [
    protocol,
    ...accountOf('storage_container_id', 'blob'),
    [mlDatastore.datastoreType, constant('AzureBlob')],
    [mlDatastore.credentialsType, storedKey],
  ],
})

export const fileDatastore = terraform('azurerm_machine_learning_datastore_fileshare', mlDatastore, {
  id,
  settings: [
    protocol,
    ...accountOf('storage_fileshare_id', 'file'),
    [mlDatastore.datastoreType, constant('AzureFile')],
    [mlDatastore.credentialsType, storedKey],
  ],
})

export const lakeDatastore = terraform('azurerm_machine_learning_datastore_datalake_gen2', mlDatastore, {
  id,
  settings: [
    protocol,
    ...accountOf('storage_container_id', 'blob'),
    [mlDatastore.datastoreType, constant('AzureDataLakeGen2')],
    [mlDatastore.credentialsType, credential({ client_secret: 'ServicePrincipal' })],
  ],
})
