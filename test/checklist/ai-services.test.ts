import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../simulator/templates.ts'
import {
  type Change,
  cases,
  everyCheck,
  findings,
  having,
  ids,
  openedKeys,
  outcomes,
  type Row,
  together,
} from './builder.ts'
import { unlisted } from './lists.ts'

const withAccount = { also: ['openai', 'openAi'] } satisfies Change
const connected = (change: Change = {}): Change => together(withAccount, change)
const account = (properties: Overrides) => connected({ openAi: { properties } })
const named = (ResourceId: unknown) => connected({ openai: { properties: { metadata: { ResourceId } } } })
const of = { of: ids.openAi }
const ofConnection = { of: ids.openai }

everyCheck('ai-services', [
  ['no connection', {}, 'not-applicable not-used'],
  [
    'a connection that names no account',
    { also: ['openai'], openai: { properties: { metadata: null } } },
    'not-applicable not-used',
  ],
  ['one that names it by an empty text', named(' '), 'not-applicable not-used'],
  ['one that names something else', named(ids.search), 'not-applicable not-used'],
  ['an account that is gone', connected({ hide: { openAi: 'absent' } }), 'not-applicable absent', of],
  ['a project has its own', together(connected(), having.project), 'pass', of],
])

const strange: Row[] = [
  [
    'named by a number',
    named(7),
    'unknown unrecognised-value low/info',
    { ...ofConnection, message: /ResourceId of openai is not a text/ },
  ],
  [
    'named by what is no id',
    named('hunter2'),
    'unknown unrecognised-value low/info',
    { ...ofConnection, message: /ResourceId of openai is not a resource id: nobody can tell/ },
  ],
]
const unreadable: Row[] = [
  [
    'forbidden',
    connected({ hide: { openAi: 'forbidden' } }),
    'unknown forbidden low/info',
    { ...of, message: /Microsoft\.CognitiveServices\/accounts\/read/ },
  ],
  unlisted('connections', 'low/info'),
]

const keySource = 'properties.encryption.keySource'
cases('ai-services/customer-managed-key', [
  ['own key', connected(), 'pass', { ...of, reads: [keySource, 'Microsoft.KeyVault'] }],
  ['own key, oddly cased', account({ encryption: { keySource: 'microsoft.keyvault' } }), 'pass', of],
  ['named in another case', named(ids.openAi.toUpperCase()), 'pass', of],
  [
    "Microsoft's key",
    account({ encryption: { keySource: 'Microsoft.CognitiveServices', keyVaultProperties: null } }),
    'fail low/info',
    {
      ...of,
      message: /Microsoft-managed keys/,
      remedy:
        /of aoai-fraud .*`\{"keySource":"Microsoft\.KeyVault","keyVaultProperties":\{"keyVaultUri":"https:[^"]+","keyName":"<key>","keyVersion":"<version>"\}\}`.*\n?az cognitiveservices account update --name aoai-fraud .*--encryption @encryption\.json$/s,
    },
  ],
  ['no encryption means that', account({ encryption: null }), 'fail low/info', { ...of, reads: [keySource, null] }],
  ['key source absent', account({ encryption: { keySource: null } }), 'unknown property-absent low/info', of],
  ['unheard of', account({ encryption: { keySource: 'Microsoft.Hsm' } }), 'unknown unrecognised-value low/info', of],
  ['of another type', account({ encryption: { keySource: true } }), 'unknown unrecognised-value low/info', of],
  ...strange,
  ...unreadable,
])

cases('ai-services/local-auth', [
  ['off', connected(), 'pass', { ...of, reads: ['properties.disableLocalAuth', true] }],
  ['off, as text', account({ disableLocalAuth: 'True' }), 'pass', of],
  [
    'on',
    account({ disableLocalAuth: false }),
    'fail low/info',
    {
      ...of,
      message: /accepts its keys/,
      remedy:
        /^az resource update --name aoai-fraud .*--resource-type Microsoft\.CognitiveServices\/accounts --set properties\.disableLocalAuth=true$/,
    },
  ],
  [
    'absent means on',
    account({ disableLocalAuth: null }),
    'fail low/info',
    { ...of, reads: ['properties.disableLocalAuth', null] },
  ],
  ['of another type', account({ disableLocalAuth: 'sometimes' }), 'unknown unrecognised-value low/info', of],
  ['named by a number: the first check says so', named(7), 'not-applicable absent', ofConnection],
  ['named by what is no id', named('hunter2'), 'not-applicable absent', ofConnection],
  ...unreadable,
])

describe('an account that several connections name', () => {
  const twice = connected({
    edit: (parts) => {
      parts.hubStorage = { ...structuredClone(parts.openai), id: `${ids.openai}2`, name: 'openai2' }
    },
  })

  it('is judged once', () => {
    expect(outcomes('ai-services/local-auth', twice).map(({ subject }) => subject?.id)).toEqual([ids.openAi])
  })
})

describe('its key', () => {
  const alone = together(having.noKeysAtAll, connected())

  it('is followed', () => {
    expect(openedKeys(alone)).toEqual(['cmk'])
    expect(findings('key/enabled', alone).map(({ resource }) => resource)).toEqual([ids.key])
  })

  it('is not, when the account has none', () => {
    expect(openedKeys(together(having.noKeysAtAll, account({ encryption: null })))).toEqual([])
  })

  it('may be hidden by an account that cannot be read, which carries the gate', () => {
    const hidden = together(having.noKeysAtAll, connected({ hide: { openAi: 'forbidden' } }))
    expect(findings('key/readable', hidden)).toMatchObject([
      { resource: ids.openAi, status: 'unknown', reason: 'forbidden', severity: 'low' },
    ])
  })
})

it('nothing of a reference that is none is shown', () => {
  const all = ['ai-services/customer-managed-key', 'secrets/connections'].flatMap((id) =>
    findings(id, named('hunter2')),
  )
  expect(all.length).toBeGreaterThan(1)
  expect(JSON.stringify(all)).not.toContain('hunter2')
})
