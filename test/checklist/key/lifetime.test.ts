import { keyDates, type Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, now, type Row, together } from '../builder.ts'
import { current, forbidden, of, old } from './changes.ts'

const dates = (given: Parameters<typeof keyDates>[1]): Change => current({ attributes: keyDates(now, given) })
const attributes = (value: Overrides | null): Change => current({ attributes: value })
const untold = { created: null, enabled: null, exp: null }
cases('key/validity', [
  ['expires in 640 days', {}, 'pass', of],
  ['only whether it is on', attributes({ created: null, exp: null }), 'pass', of],
  ['no dates', dates({ createdDaysAgo: 1 }), 'pass', { ...of, reads: ['properties.attributes.exp', null] }],
  ['expires in 31 days', dates({ createdDaysAgo: 1, expiresInDays: 31 }), 'pass', of],
  [
    'expires in 30 days',
    dates({ createdDaysAgo: 1, expiresInDays: 30 }),
    'fail medium/low',
    { ...of, message: /expires on 2026-12-23\.$/, remedy: /key rotate --name cmk/ },
  ],
  ['expires in a second', attributes({ exp: now / 1000 + 1 }), 'fail medium/low', of],
  ['expires now', attributes({ exp: now / 1000 }), 'fail high/high', { ...of, message: /expired on 2026-11-23\.$/ }],
  [
    'expired',
    dates({ createdDaysAgo: 400, expiresInDays: -1 }),
    'fail high/high',
    { ...of, reads: ['properties.attributes.exp', now / 1000 - 86_400] },
  ],
  [
    'not valid yet',
    dates({ createdDaysAgo: 1, validInDays: 2 }),
    'fail high/high',
    { ...of, message: /not valid before 2026-11-25\.$/ },
  ],
  ['no attributes', attributes(null), 'unknown property-absent high/high', of],
  ['none of its attributes', attributes(untold), 'unknown property-absent high/high', of],
  ['no attributes of an old version in use', old({ attributes: untold }), 'unknown property-absent high/high', of],
  ['valid from now on', attributes({ nbf: now / 1000 }), 'pass', of],
  [
    'an old version in use has expired',
    old({ attributes: keyDates(now, { createdDaysAgo: 400, expiresInDays: -1 }) }),
    'fail high/high',
    { ...of, message: /version \w{32} of cmk, used by mlw-fraud, expired/ },
  ],
  [
    'the worse of two',
    together(
      dates({ createdDaysAgo: 1, expiresInDays: 10 }),
      old({ attributes: keyDates(now, { createdDaysAgo: 400, expiresInDays: -1 }) }),
    ),
    'fail high/high',
    { ...of, message: /expired on/ },
  ],
  [
    'the worse of two, the other way round',
    together(
      dates({ createdDaysAgo: 1, expiresInDays: -1 }),
      old({ attributes: keyDates(now, { createdDaysAgo: 400, expiresInDays: 10 }) }),
    ),
    'fail high/high',
    { ...of, message: /current version of cmk.* expired on/ },
  ],
  ['exp is text', attributes({ exp: '1800000000' }), 'unknown unrecognised-value high/high', of],
  [
    'exp beyond all calendars',
    attributes({ exp: -1e300 }),
    'fail high/high',
    { ...of, message: /expired on second -1e\+300 since 1970/ },
  ],
  ['nbf beyond all calendars', attributes({ nbf: 1e300 }), 'fail high/high', of],
  ...forbidden('high/high'),
])

cases('key/expiry-set', [
  ['set', {}, 'pass', { ...of, reads: ['properties.attributes.exp', now / 1000 + 640 * 86_400] }],
  [
    'not set',
    current({ attributes: { exp: undefined } }),
    'fail low/low',
    {
      ...of,
      message: /has no expiry date\.$/,
      reads: ['properties.attributes.exp', null],
      remedy: /rotation-policy update --name cmk/,
    },
  ],
  ['null', current({ attributes: { exp: null } }), 'fail low/low', of],
  ['no attributes', attributes(null), 'unknown property-absent low/low', of],
  ['of another type', current({ attributes: { exp: 'never' } }), 'unknown unrecognised-value low/low', of],
  [
    'the old version in use has none',
    old({ attributes: { exp: undefined } }),
    'fail low/low',
    { ...of, message: /used by mlw-fraud, has no expiry date/ },
  ],
  ...forbidden('low/low'),
])

const created = (days: number) => ({ attributes: { created: now / 1000 - days * 86_400 } })
cases('key/age', [
  ['90 days', {}, 'pass', of],
  ['730 days', current(created(730)), 'pass', of],
  [
    '731 days',
    current(created(731)),
    'fail medium/low',
    {
      ...of,
      message: /created on 2024-11-22, more than 730 days ago/,
      reads: ['properties.attributes.created', now / 1000 - 731 * 86_400],
      remedy: /key rotate --name cmk/,
    },
  ],
  [
    'the old version in use',
    old(created(1000)),
    'fail medium/low',
    { ...of, message: /used by mlw-fraud, was created/ },
  ],
  ['absent', current({ attributes: { created: null } }), 'unknown property-absent medium/low', of],
  ['of another type', current({ attributes: { created: '2025-01-01' } }), 'unknown unrecognised-value medium/low', of],
  ['beyond all calendars', current({ attributes: { created: -1e300 } }), 'fail medium/low', of],
  ...forbidden('medium/low'),
])

const within = (days: number, change: Change = {}) => together({ options: { keyMaximumValidityDays: days } }, change)
/** How long it is valid is days from its creation; the healthy key has 730. */
const valid = (days: number) => current({ attributes: { created: now / 1000, exp: now / 1000 + days * 86_400 } })
cases('key/validity-period', [
  ['not asked for', {}, 'not-applicable disabled'],
  ['not asked for, and the key forbidden', { hide: { key: 'forbidden' } }, 'not-applicable disabled'],
  [
    'as long as is allowed',
    within(730),
    'pass',
    { ...of, reads: ['properties.attributes.created', now / 1000 - 90 * 86_400] },
  ],
  [
    'a day longer',
    within(729),
    'fail info/info',
    {
      ...of,
      message: /is valid from 2026-08-25 to 2028-08-24, longer than 729 days\./,
      reads: ['properties.attributes.exp', now / 1000 + 640 * 86_400],
      remedy: /key rotation-policy update --name cmk/,
    },
  ],
  ['a second longer', within(365, valid(365 + 1 / 86_400)), 'fail info/info', of],
  [
    'the old version in use',
    within(800, old({ attributes: { exp: 1e12 } })),
    'fail info/info',
    { ...of, message: /used by mlw-fraud/ },
  ],
  [
    'no end',
    within(730, current({ attributes: { exp: null } })),
    'fail info/info',
    { ...of, message: /has no end, and may be valid for 730 days\.$/ },
  ],
  ['no attributes', within(730, attributes(null)), 'unknown property-absent info/info', of],
  ['no beginning', within(730, current({ attributes: { created: null } })), 'unknown property-absent info/info', of],
  [
    'of another type',
    within(730, current({ attributes: { exp: '2030-01-01' } })),
    'unknown unrecognised-value info/info',
    of,
  ],
  ['beyond all calendars', within(730, current({ attributes: { exp: 1e300 } })), 'fail info/info', of],
  ...forbidden('info/info').map(([name, change, ...rest]): Row => [name, within(730, change), ...rest]),
])
