import { type Change, cases, having, ids, listOf, now, together } from '../builder.ts'
import { account, forbidden, meta, names, nobody, of } from './changes.ts'

cases('storage/exists', [
  ['there', {}, 'pass', { ...of, reads: ['name', 'stfraud'] }],
  [
    'named by nothing',
    names(null),
    'unknown property-absent high/high',
    { ...nobody, message: /mlw-fraud names no storage account/ },
  ],
  ['named by an empty text', names(''), 'unknown property-absent high/high', nobody],
  ['named by blanks', names('  '), 'unknown property-absent high/high', nobody],
  [
    'named by a number',
    names(7),
    'unknown unrecognised-value high/high',
    { ...nobody, message: /storageAccount of mlw-fraud is not a text/ },
  ],
  ['named by a list', names([ids.storage]), 'unknown unrecognised-value high/high', nobody],
  ['named by an object', names({ id: ids.storage }), 'unknown unrecognised-value high/high', nobody],
  ['named by the id of a key vault', names(ids.vault), 'unknown unrecognised-value high/high', nobody],
  ['of a hub, named by nothing', names('', 'Hub'), 'unknown property-absent low/low', nobody],
  ['of a hub, named by a number', names(7, 'Hub'), 'unknown unrecognised-value high/high', nobody],
  ['of a feature store, named by nothing', names(null, 'FeatureStore'), 'unknown property-absent high/high', nobody],
  ['of a project, named by nothing', together(having.project, names(null, 'Project')), 'not-applicable inherited'],
  [
    'of a project, named by a number',
    together(having.project, names(7, 'Project')),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  [
    'named by nothing, and datastores cannot be listed',
    together(names(null), { hideCollections: { [listOf('datastores')]: 'forbidden' } }),
    'unknown forbidden high/high',
    nobody,
  ],
  [
    'brought along, named by a number',
    together(having.bringYourOwn, { workspace: { properties: { encryption: { storageAccountResourceId: 7 } } } }),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  [
    'brought along, named by the id of a vault',
    together(having.bringYourOwn, {
      workspace: { properties: { encryption: { storageAccountResourceId: ids.vault } } },
    }),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  [
    'gone',
    { hide: { storage: 'absent' } },
    'fail high/high',
    { ...of, message: /stfraud no longer exists/, remedy: /stfraud/ },
  ],
  [
    'gone, brought along',
    together(having.bringYourOwn, { hide: { metaStorage: 'absent' } }),
    'fail high/high',
    { ...meta, remedy: null },
  ],
  ['not linked', together(having.noKeysAtAll, names(null)), 'unknown property-absent high/high', nobody],
  forbidden('high/high'),
])

const expiring = (days: unknown, key1: unknown, key2: unknown): Change =>
  account({
    allowSharedKeyAccess: true,
    keyPolicy: { keyExpirationPeriodInDays: days },
    keyCreationTime: { key1, key2 },
  })
const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString()
cases('storage/shared-key', [
  ['off', {}, 'pass', { ...of, reads: ['properties.allowSharedKeyAccess', false] }],
  [
    'on, no policy',
    account({ allowSharedKeyAccess: true }),
    'fail medium/low',
    {
      ...of,
      message: /nothing asks for their rotation/,
      remedy: /^az storage account update --name stfraud .*--key-exp-days 90\n/,
    },
  ],
  [
    'absent means on',
    account({ allowSharedKeyAccess: null }),
    'fail medium/low',
    { ...of, reads: ['properties.allowSharedKeyAccess', null] },
  ],
  [
    'rotated in time',
    expiring(90, daysAgo(90), daysAgo(1)),
    'pass',
    { ...of, reads: ['properties.keyPolicy.keyExpirationPeriodInDays', 90] },
  ],
  [
    'key1 too old',
    expiring(90, daysAgo(91), daysAgo(1)),
    'fail low/low',
    { ...of, message: /key1 is older than the 90 days/ },
  ],
  ['two years old, as a long policy allows', expiring(3000, daysAgo(730), daysAgo(1)), 'pass', of],
  [
    'older than two years, though a long policy allows it',
    expiring(3000, daysAgo(731), daysAgo(1)),
    'fail low/low',
    { ...of, message: /key1 is older than 730 days, although the account's policy allows it/ },
  ],
  [
    'older than the config file allows',
    together(expiring(365, daysAgo(1), daysAgo(91)), { options: { keyMaximumAgeDays: 90 } }),
    'fail low/low',
    { ...of, message: /key2 is older than 90 days/ },
  ],
  ['key2 too old', expiring(90, daysAgo(1), daysAgo(91)), 'fail low/low', { ...of, message: /key2 is older/ }],
  [
    'never rotated',
    expiring(90, null, daysAgo(1)),
    'fail low/low',
    { ...of, message: /key1 was created: rotate it once/ },
  ],
  [
    'creation times absent',
    account({ allowSharedKeyAccess: true, keyPolicy: { keyExpirationPeriodInDays: 90 }, keyCreationTime: null }),
    'fail low/low',
    of,
  ],
  ['creation time is not a date', expiring(90, 'yesterday', daysAgo(1)), 'unknown unrecognised-value medium/low', of],
  [
    'creation time is not a date, and the other is too old',
    expiring(90, 'yesterday', daysAgo(100)),
    'fail low/low',
    of,
  ],
  [
    'creation times not read',
    together(expiring(90, null, daysAgo(1)), { gaps: { storage: 'properties.keyCreationTime' } }),
    'unknown throttled medium/low',
    of,
  ],
  [
    'one creation time not read, and the other key is too old',
    together(expiring(90, null, daysAgo(91)), { gaps: { storage: 'properties.keyCreationTime' } }),
    'fail low/low',
    { ...of, message: /key2 is older/ },
  ],
  [
    'creation times read in spite of all',
    together(expiring(90, daysAgo(2), daysAgo(1)), { gaps: { storage: 'properties.keyCreationTime' } }),
    'pass',
    of,
  ],
  ['days of another type', expiring('90', daysAgo(1), daysAgo(1)), 'unknown unrecognised-value medium/low', of],
  ['policy null', account({ allowSharedKeyAccess: true, keyPolicy: null }), 'fail medium/low', of],
  ['of another type', account({ allowSharedKeyAccess: 'no' }), 'unknown unrecognised-value medium/low', of],
  forbidden('medium/low'),
])
