import type { Overrides } from '../../simulator/templates.ts'
import { type Change, cases, ids, type Row, together } from './builder.ts'
import { forbiddenTarget, untoldTarget } from './lists.ts'

const attached: Change = { also: ['databricks', 'databricksCompute'] }
const of = { of: ids.databricks }
const is = (properties: Overrides | null, rest: Overrides = {}) =>
  together(attached, { databricks: { ...rest, properties } })
const serverless: Row = ['serverless', is({ computeMode: 'SERVERLESS' }), 'not-applicable not-used', of]
const forbidden = (severity: string) => forbiddenTarget('databricks', 'databricksCompute', severity)
const root = (value: unknown) => is({ parameters: { encryption: { value } } })

cases('databricks/dbfs-cmk', [
  ...untoldTarget('databricksCompute', 'high/info', 'Microsoft.Storage/storageAccounts/stfraud'),
  [
    'own key',
    attached,
    'pass',
    { ...of, reads: ['properties.parameters.encryption.value.keySource', 'Microsoft.Keyvault'] },
  ],
  ['oddly cased', root({ keySource: 'MICROSOFT.KEYVAULT' }), 'pass', of],
  [
    "Microsoft's key",
    root({ keySource: 'Default' }),
    'fail high/info',
    {
      ...of,
      message: /Microsoft-managed keys/,
      remedy:
        /^az databricks workspace update --name dbw-fraud --resource-group rg-Fraud --subscription \S+ --prepare-encryption\nThen give its storage identity access to the key, and run\naz databricks workspace update /,
    },
  ],
  [
    'parameters null',
    is({ parameters: null }),
    'fail high/info',
    { ...of, reads: ['properties.parameters.encryption.value.keySource', null] },
  ],
  ['encryption absent', is({ parameters: { encryption: null } }), 'fail high/info', of],
  ['a block without a source', root({ keySource: null }), 'unknown property-absent high/info', of],
  ['an empty source', root({ keySource: '' }), 'unknown property-absent high/info', of],
  ['unheard of', root({ keySource: 'Microsoft.Hsm' }), 'unknown unrecognised-value high/info', of],
  ['of another type', root({ keySource: true }), 'unknown unrecognised-value high/info', of],
  ['the mode is a number', is({ computeMode: 1 }), 'unknown unrecognised-value high/info', of],
  ['hybrid', is({ computeMode: 'Hybrid' }), 'pass', of],
  serverless,
  ...forbidden('high/info'),
])

const entity = (name: 'managedServices' | 'managedDisk', value: unknown) =>
  is({ encryption: { entities: { [name]: value } } })
const ofEntity = (name: 'managedServices' | 'managedDisk'): Row[] => [
  [
    'own key',
    attached,
    'pass',
    { ...of, reads: [`properties.encryption.entities.${name}.keySource`, 'Microsoft.Keyvault'] },
  ],
  ['oddly cased', entity(name, { keySource: 'microsoft.keyvault' }), 'pass', of],
  ["Microsoft's key", entity(name, { keySource: 'Default' }), 'fail medium/info', { ...of, remedy: /dbw-fraud/ }],
  ['the entity is absent', entity(name, null), 'fail medium/info', of],
  ['encryption is absent', is({ encryption: null }), 'fail medium/info', of],
  ['entities are absent', is({ encryption: { entities: null } }), 'fail medium/info', of],
  ['an entity without a source', entity(name, { keySource: null }), 'unknown property-absent medium/info', of],
  ['unheard of', entity(name, { keySource: 'Vault' }), 'unknown unrecognised-value medium/info', of],
  ...forbidden('medium/info'),
]

cases('databricks/managed-services-cmk', [
  ...ofEntity('managedServices'),
  ['serverless has them as well', is({ computeMode: 'Serverless' }), 'pass', of],
])

cases('databricks/managed-disk-cmk', [
  ...ofEntity('managedDisk'),
  [
    'not rotated: a note',
    entity('managedDisk', { rotationToLatestKeyVersionEnabled: false }),
    'pass',
    { ...of, message: /do not follow its new versions/ },
  ],
  [
    'rotation not told: a note',
    entity('managedDisk', { rotationToLatestKeyVersionEnabled: null }),
    'pass',
    { ...of, message: /do not follow/ },
  ],
  [
    'rotation of another type',
    entity('managedDisk', { rotationToLatestKeyVersionEnabled: 2 }),
    'unknown unrecognised-value medium/info',
    of,
  ],
  serverless,
])

const twice = (requireInfrastructureEncryption: unknown) => is({ parameters: { requireInfrastructureEncryption } })
cases('databricks/infrastructure-encryption', [
  ['on', attached, 'pass', { ...of, reads: ['properties.parameters.requireInfrastructureEncryption.value', true] }],
  ['off', twice({ value: false }), 'fail low/info', { ...of, remedy: /in place of dbw-fraud/ }],
  ['absent', twice(null), 'fail low/info', of],
  ['parameters null', is({ parameters: null }), 'fail low/info', of],
  ['without a value', twice({ value: null }), 'unknown property-absent low/info', of],
  ['of another type', twice({ value: 'both' }), 'unknown unrecognised-value low/info', of],
  serverless,
  ...forbidden('low/info'),
])

const sku = (name: unknown) => together(attached, { databricks: { sku: { name } } })
cases('databricks/cluster-encryption', [
  ['is for people to judge', { also: ['databricks', 'databricksCompute'] }, 'manual'],
  ['no Databricks', {}, 'not-applicable not-used'],
])

cases('databricks/premium-sku', [
  ['Premium', attached, 'pass', { ...of, reads: ['sku.name', 'premium'] }],
  ['Premium, oddly cased', sku('Premium'), 'pass', of],
  ['Standard', sku('standard'), 'fail info/info', { ...of, remedy: /--name dbw-fraud .*--sku premium$/ }],
  ['a trial', sku('Trial'), 'fail info/info', of],
  ['unheard of', sku('gold'), 'unknown unrecognised-value info/info', of],
  ['absent', sku(null), 'unknown property-absent info/info', of],
  ...forbidden('info/info'),
])
