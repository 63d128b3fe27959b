import { expect, it } from 'vitest'
import { type Change, cases, having, ids, outcomes } from './builder.ts'

const of = { of: ids.storageProvider }
const state = (registrationState: unknown): Change => ({ storageProvider: { registrationState } })

cases('provider/registration', [
  ['registered', {}, 'pass', { ...of, reads: ['registrationState', 'Registered'] }],
  ['registered, oddly cased', state('REGISTERED'), 'pass', of],
  [
    'not registered',
    state('NotRegistered'),
    'fail medium/low',
    {
      ...of,
      message: /Microsoft\.Storage is NotRegistered\. .* did not name it/,
      remedy: /^az provider register --namespace Microsoft\.Storage --subscription 1{8}-\S+$/,
    },
  ],
  [
    'the one of which the guidance had the old name',
    { machineLearning: { registrationState: 'NotRegistered' } },
    'fail medium/low',
    {
      of: ids.machineLearning,
      message: /2021 guidance named Microsoft\.MachineLearning, .*February 2025 names this one/,
    },
  ],
  [
    'one that the guidance named',
    { cosmosProvider: { registrationState: 'NotRegistered' } },
    'fail medium/low',
    { of: ids.cosmosProvider, message: /^Microsoft\.DocumentDB is NotRegistered\.$/ },
  ],
  [
    'of key vaults',
    { vaultProvider: { registrationState: 'NotRegistered' } },
    'fail medium/low',
    { of: ids.vaultProvider },
  ],
  ['registering', state('Registering'), 'fail medium/low', of],
  ['unregistering', state('Unregistering'), 'fail medium/low', of],
  ['unregistered', state('Unregistered'), 'fail medium/low', of],
  ['unheard of', state('Pending'), 'unknown unrecognised-value medium/low', of],
  ['absent', state(null), 'unknown property-absent medium/low', of],
  ['of another type', state(1), 'unknown unrecognised-value medium/low', of],
  [
    'forbidden',
    { hide: { storageProvider: 'forbidden' } },
    'unknown forbidden medium/low',
    { ...of, message: /providers\/read/ },
  ],
])

it('asks for Cosmos DB and AI Search only where the metadata is in them', () => {
  const asked = (change: Change) => outcomes('provider/registration', change).map(({ subject }) => subject?.name)
  const three = ['Microsoft.MachineLearningServices', 'Microsoft.Storage', 'Microsoft.KeyVault']
  expect(asked({})).toEqual([...three, 'Microsoft.DocumentDB', 'Microsoft.Search'])
  for (const change of [having.noKey, having.serviceSide, having.bringYourOwn, having.undetermined, having.project]) {
    expect(asked(change)).toEqual(three)
  }
})
