import { expect, it } from 'vitest'
import { dataLakeGen1Datastore, type Overrides, oneLakeDatastore } from '../../simulator/templates.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { type Change, cases, findings, having, ids, outcomes, type Row, together } from './builder.ts'
import { unlisted } from './lists.ts'

const store: Change = { also: ['datastore', 'dataAccount'] }
const of = { of: ids.datastore }
const storeIs = (properties: Overrides) => together(store, { datastore: { properties } })
const instead = (make: (workspace: Parameters<typeof oneLakeDatastore>[0], name: string) => unknown) =>
  together(store, {
    edit: (parts) => {
      parts.datastore = make(parts.workspace, 'training') as typeof parts.datastore
    },
  })

const none: Row = ['no datastores', {}, 'not-applicable not-used']
const ofProject: Row = ['of a project', together(store, having.project), 'pass', of]

cases('datastore/protocol', [
  ['https', store, 'pass', { ...of, reads: ['properties.protocol', 'https'] }],
  ...(['wasbs', 'abfss', 'HTTPS'] as const).map((protocol): Row => [protocol, storeIs({ protocol }), 'pass', of]),
  [
    'absent',
    storeIs({ protocol: null }),
    'pass',
    { ...of, message: /default is https/, reads: ['properties.protocol', null] },
  ],
  ['empty', storeIs({ protocol: '' }), 'pass', { ...of, reads: ['properties.datastoreType', 'AzureBlob'] }],
  [
    'http',
    storeIs({ protocol: 'http' }),
    'fail medium/medium',
    {
      ...of,
      message: /uses http\.$/,
      remedy:
        /training again with `protocol: https`:\naz ml datastore create --file datastore\.yml --workspace-name mlw-fraud --resource-group rg-Fraud --subscription /,
    },
  ],
  ['wasb', storeIs({ protocol: 'wasb' }), 'fail medium/medium', of],
  ['abfs, oddly cased', storeIs({ protocol: 'ABFS' }), 'fail medium/medium', of],
  ['unheard of', storeIs({ protocol: 'quic' }), 'unknown unrecognised-value medium/medium', of],
  ['of another type', storeIs({ protocol: 443 }), 'unknown unrecognised-value medium/medium', of],
  ['OneLake', instead(oneLakeDatastore), 'pass', of],
  ofProject,
  none,
  unlisted('datastores', 'medium/medium'),
])

cases('datastore/unsupported', [
  ['blob', store, 'pass', { ...of, reads: ['properties.datastoreType', 'AzureBlob'] }],
  ['files', storeIs({ datastoreType: 'AzureFile' }), 'pass', of],
  ['Gen2, oddly cased', storeIs({ datastoreType: 'azuredatalakegen2' }), 'pass', of],
  ['Gen1', instead(dataLakeGen1Datastore), 'not-applicable not-used', of],
  ['OneLake', instead(oneLakeDatastore), 'not-applicable not-used', of],
  ...['Hdfs', 'AzureSqlDatabase', 'AzurePostgreSql', 'AzureMySql'].map(
    (datastoreType): Row => [datastoreType, storeIs({ datastoreType }), 'not-applicable not-used', of],
  ),
  ['unheard of', storeIs({ datastoreType: 'AzureTape' }), 'unknown unrecognised-value info/info', of],
  ['absent', storeIs({ datastoreType: null }), 'unknown property-absent info/info', of],
  ['of another type', storeIs({ datastoreType: [] }), 'unknown unrecognised-value info/info', of],
  ofProject,
  none,
  unlisted('datastores', 'info/info'),
])

const credentialsAre = (credentialsType: unknown) => storeIs({ credentials: { credentialsType } })
cases('datastore/credentials', [
  ['none', store, 'pass', { ...of, reads: ['properties.credentials.credentialsType', 'None'] }],
  ['none, oddly cased', credentialsAre('NONE'), 'pass', of],
  [
    'an account key',
    credentialsAre('AccountKey'),
    'fail medium/low',
    {
      ...of,
      message: /keeps a credential \(AccountKey\)/,
      remedy:
        /datastore training again without credentials[^\n]*\naz ml datastore create --file datastore\.yml --workspace-name mlw-fraud /,
    },
  ],
  ['a shared access signature', credentialsAre('sas'), 'fail medium/low', of],
  ['a service principal', credentialsAre('ServicePrincipal'), 'fail low/low', of],
  ['a Kerberos keytab', credentialsAre('KerberosKeytab'), 'fail medium/low', of],
  ['a Kerberos password', credentialsAre('KerberosPassword'), 'fail medium/low', of],
  ['a certificate', credentialsAre('CERTIFICATE'), 'fail low/low', of],
  ['unheard of', credentialsAre('Passkey'), 'unknown unrecognised-value medium/low', of],
  ['absent', credentialsAre(null), 'unknown property-absent medium/low', of],
  ['no block', storeIs({ credentials: null }), 'unknown property-absent medium/low', of],
  ['of another type', credentialsAre(1), 'unknown unrecognised-value medium/low', of],
  [
    "a system datastore is the workspace's own matter",
    { also: ['systemDatastore'] },
    'not-applicable not-used',
    { of: ids.systemDatastore },
  ],
  ...['workspacefilestore', 'workspaceartifactstore', 'workspaceworkingdirectory'].map(
    (name): Row => [
      `so is ${name}`,
      { also: ['systemDatastore'], systemDatastore: { id: ids.systemDatastore.replace('workspaceblobstore', name) } },
      'not-applicable not-used',
      { of: ids.systemDatastore.replace('workspaceblobstore', name) },
    ],
  ),
  [
    'a system datastore, oddly cased',
    together(
      { also: ['systemDatastore'] },
      {
        systemDatastore: { id: ids.systemDatastore.replace('workspaceblobstore', 'WorkspaceBlobStore') },
      },
    ),
    'not-applicable not-used',
    { of: ids.systemDatastore },
  ],
  ofProject,
  none,
  unlisted('datastores', 'medium/low'),
])

it('an account of which only the name is told, and that nobody looked for, is not passed over', () => {
  const odd = storeIs({ accountName: 'No Such Name', subscriptionId: null, resourceGroup: null })
  const key = collectionKey.account('No Such Name')
  expect(findings('storage/exists', together(odd, { drop: [key] }))).toContainEqual(
    expect.objectContaining({ resource: ids.datastore, status: 'unknown', reason: 'not-visible', severity: 'low' }),
  )
})

cases('storage/exists', [
  ...['AzureBlob', 'AzureFile', 'azuredatalakegen2'].flatMap((datastoreType) =>
    [null, '', undefined].map(
      (accountName): Row => [
        `the account of a datastore (${datastoreType}) that names ${JSON.stringify(accountName)}`,
        storeIs({ datastoreType, accountName }),
        'unknown property-absent low/low',
        { ...of, message: /^training does not name its storage account/ },
      ],
    ),
  ),
  ['of a datastore that has no account: of the workspace alone', instead(dataLakeGen1Datastore), 'pass'],
])

it('accounts behind datastores are found by name where nothing else is told', () => {
  const byName = storeIs({ subscriptionId: null, resourceGroup: null })
  const seen = (change: Change) => outcomes('storage/minimum-tls', change).map(({ subject }) => subject?.id)
  expect(seen(byName)).toContain(ids.dataAccount)
  const hidden = findings('storage/secure-transfer', together(byName, { without: ['dataAccount'] }))
  expect(hidden).toContainEqual(
    expect.objectContaining({
      resource: ids.datastore,
      status: 'unknown',
      reason: 'not-visible',
      message: expect.stringMatching(/storage account stdata is not visible/),
    }),
  )
})
