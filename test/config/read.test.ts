import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { checklist } from '../../src/checklist/index.ts'
import { schemaOf } from '../../src/config/format.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import { ConfigError, readConfig } from '../../src/config/read.ts'
import { disabledReason, isEnabled, profileFor, severityFor } from '../../src/config/rules.ts'
import { waiverFor, waiverNotes } from '../../src/config/waivers.ts'
import type { FindingStatus } from '../../src/model.ts'
import { matchesPattern } from '../../src/text.ts'

const known = {
  checks: [
    'key/size',
    'key/type',
    'storage/minimum-tls',
    'storage/shared-key',
    'storage/encryption-scopes',
    'secrets/job-names',
  ],
  enableable: ['storage/encryption-scopes'],
}
const now = new Date('2026-11-24T15:00:00Z')
const file = '.github/azureml-encryption.yml'
const group = '/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/rg-prod'
const workspace = { id: `${group}/providers/Microsoft.MachineLearningServices/workspaces/mlw-A`, name: 'mlw-A' }
const storage = `${group}/providers/Microsoft.Storage/storageAccounts/stData1`

const configOf = (text: string, at = now) => readConfig(text, known, at, file)

async function problemsOf(text: string, at = now): Promise<string[]> {
  try {
    await configOf(text, at)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.replace(`${file}:`, ''))
    throw error
  }
}

const whole = `version: 1
profiles:                # first match wins; otherwise the \`profile\` input
  - { workspaces: ["*-prod", ${workspace.id}], tags: { data: sensitive }, profile: cmk-required }
  - { tags: { env: dev }, profile: baseline }
severity: { storage/minimum-tls: high, key/*: info }
disable:
  - { check: secrets/*, reason: retired }
enable: [storage/encryption-scopes]
waivers:
  - { check: storage/shared-key, workspace: "mlw-*", resource: "*/storageAccounts/st*", owner: data-platform, reason: text, expires: 2027-03-31, ticket: SEC-42 }
  - check: key/*
    owner: ada
    reason: >
      folded
      text
    expires: 2026-11-24
thresholds: { key-minimum-bits: 3072, jobs-per-workspace: 5 }
job-names: { deny: ["project-x*"] }
`

describe('a config file', () => {
  it('says all of this', async () => {
    expect(await configOf(whole)).toEqual({
      profiles: [
        { workspaces: ['*-prod', workspace.id], tags: { data: 'sensitive' }, profile: 'cmk-required' },
        { workspaces: [], tags: { env: 'dev' }, profile: 'baseline' },
      ],
      severity: [
        { check: 'storage/minimum-tls', severity: 'high' },
        { check: 'key/*', severity: 'info' },
      ],
      disable: [{ check: 'secrets/*', reason: 'retired' }],
      enable: ['storage/encryption-scopes'],
      waivers: [
        {
          check: 'storage/shared-key',
          workspace: 'mlw-*',
          resource: '*/storageAccounts/st*',
          owner: 'data-platform',
          reason: 'text',
          expires: '2027-03-31',
          ticket: 'SEC-42',
          line: 10,
          lastLine: 10,
          changed: null,
        },
        {
          check: 'key/*',
          owner: 'ada',
          reason: 'folded text',
          expires: '2026-11-24',
          ticket: null,
          line: 11,
          lastLine: 16,
          changed: null,
        },
      ],
      thresholds: {
        keyMinimumBits: 3072,
        keyMaximumAgeDays: 730,
        keyMaximumValidityDays: null,
        keyExpiryWarningDays: 30,
        jobsPerWorkspace: 5,
      },
      jobNames: ['project-x*'],
    })
  })

  it.each([
    ['nothing but the version', 'version: 1'],
    ['a byte order mark', '\uFEFFversion: 1\n'],
    ['line ends of Windows', 'version: 1\r\nwaivers: []\r\n'],
    ['empty lists', 'version: 1\nprofiles: []\nseverity: {}\nthresholds: {}\njob-names: {}\n'],
    ['JSON', '{"version": 1, "job-names": {"deny": []}}'],
    ['a document end', '---\nversion: 1\n...\n'],
    ['an older version of YAML', '%YAML 1.1\n---\nversion: 1\n'],
  ])('may be %s', async (_, text) => {
    expect(await configOf(text)).toEqual(noConfig)
  })

  it.each([
    ['key-minimum-bits', 'keyMinimumBits', 2048, 4096],
    ['key-maximum-age-days', 'keyMaximumAgeDays', 1, 3650],
    ['key-maximum-validity-days', 'keyMaximumValidityDays', 1, 3650],
    ['key-expiry-warning-days', 'keyExpiryWarningDays', 1, 3650],
    ['jobs-per-workspace', 'jobsPerWorkspace', 1, 100_000],
  ])('takes %s from end to end of its range, and nothing beyond', async (name, key, least, most) => {
    const given = async (value: number) => {
      const { thresholds } = await configOf(`version: 1\nthresholds: { ${name}: ${value} }`)
      return thresholds[key as keyof typeof thresholds]
    }
    expect([await given(least), await given(most)]).toEqual([least, most])
    for (const value of [least - 1, most + 1]) await expect(given(value)).rejects.toThrow(`from ${least} to ${most}`)
  })

  it('takes the defaults of the contract', () => {
    expect(noConfig.thresholds).toEqual({
      keyMinimumBits: 2048,
      keyMaximumAgeDays: 730,
      keyMaximumValidityDays: null,
      keyExpiryWarningDays: 30,
      jobsPerWorkspace: 1000,
    })
  })

  it('may use aliases, and names a check twice in vain', async () => {
    const config = await configOf(
      'version: 1\ndisable:\n  - { check: key/*, reason: &why moved }\n  - { check: secrets/*, reason: *why }\nenable: [storage/encryption-scopes, storage/encryption-scopes]',
    )
    expect(config.disable.map(({ reason }) => reason)).toEqual(['moved', 'moved'])
    expect(config.enable).toEqual(['storage/encryption-scopes'])
  })

  it('does not mistake names of tags for something else', async () => {
    const config = await configOf(
      'version: 1\nprofiles:\n  - { tags: { __proto__: a, constructor: b }, profile: baseline }',
    )
    expect(Object.entries(config.profiles[0]?.tags ?? {})).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })
})

const all = 'version, profiles, severity, disable, enable, waivers, thresholds or job-names'
const asMap = `it must be a map with the keys ${all.replace(' or', ',')}`

/** A file with the mandatory line first: what is wrong stands from line 2 on. */
const cases: [string, string, string[]][] = [
  [
    'an unknown key',
    'waiver: []',
    [`2:1: the file has the unknown key "waiver": it must be ${all}; did you mean waivers?`],
  ],
  ['a key that is like no other', 'x: []', [`2:1: the file has the unknown key "x": it must be ${all}.`]],
  ['a key of Object', 'constructor: 1', [`2:1: the file has the unknown key "constructor": it must be ${all}.`]],
  ['a merge key', '<<: { enable: [] }', [`2:1: the file has the unknown key "<<": it must be ${all}.`]],
  ['a key twice', 'enable: []\nenable: []', ['3:1: The key "enable" is given twice, first in line 2.']],
  [
    'keys deep inside',
    'job-names: { denied: [] }\nseverity: { key/size: low, key/size: high }',
    [
      '2:14: job-names has the unknown key "denied": it must be deny.',
      '3:28: The key "key/size" is given twice, first in line 3.',
    ],
  ],
  [
    'an unknown check',
    'severity: { storage/minimum-tsl: low, keys/size: low, minimum-tls: low, blob/*: low, "*": low, key/sized: low }',
    [
      '2:13: a key of severity is "storage/minimum-tsl": it must be storage/minimum-tls, storage/shared-key, storage/encryption-scopes or storage/*; did you mean storage/minimum-tls?',
      '2:39: a key of severity is "keys/size": it must be the id of a check or key/*, storage/* or secrets/*; did you mean key/size?',
      '2:55: a key of severity is "minimum-tls": it must be the id of a check or key/*, storage/* or secrets/*; did you mean storage/minimum-tls?',
      '2:73: a key of severity is "blob/*": it must be the id of a check or key/*, storage/* or secrets/*.',
      '2:86: a key of severity is "*": it must be the id of a check or key/*, storage/* or secrets/*.',
      '2:96: a key of severity is "key/sized": it must be key/size, key/type or key/*; did you mean key/size?',
    ],
  ],
  [
    'a check that is on anyway',
    'enable: [key/size, storage/*]',
    [
      '2:10: enable entry is "key/size": it must be storage/encryption-scopes.',
      '2:20: enable entry is "storage/*": it must be storage/encryption-scopes.',
    ],
  ],
  [
    'on and off at once',
    'enable: [storage/encryption-scopes]\ndisable: [{ check: storage/*, reason: moved }]',
    ['2:10: enable asks for storage/encryption-scopes, which disable switches off with storage/*: keep one of them.'],
  ],
  [
    'a waiver of nothing',
    'waivers:\n  - {}',
    [
      '3:5: check is missing in waivers entry: it must be the id of a check or system/*.',
      '3:5: owner is missing in waivers entry: it must be text.',
      '3:5: reason is missing in waivers entry: it must be text.',
      '3:5: expires is missing in waivers entry: it must be a day as YYYY-MM-DD.',
    ],
  ],
  [
    'values of a waiver',
    'waivers:\n  - check:\n    owner: ""\n    reason: 2026\n    expires: [2027-03-31]\n    workspace: rg/mlw\n    resource: "  "',
    [
      '3:11: check is empty: it must be the id of a check or system/*.',
      '4:12: owner is "": it must be text.',
      '5:13: reason is 2026: it must be text; write "2026".',
      '6:14: expires is a list: it must be a day as YYYY-MM-DD.',
      '7:16: workspace is "rg/mlw": it must be a resource id (/subscriptions/…/workspaces/…) or a name, in both of which * stands for any characters.',
      '8:15: resource is "  ": it must be the name or resource id of a resource.',
    ],
  ],
  [
    'a profile for everybody',
    'profiles:\n  - { profile: baseline }\n  - { workspaces: [], tags: {}, profile: base }',
    [
      '3:5: profiles entry has no condition: give workspaces, tags or both; what holds for all others is the input profile.',
      '4:19: workspaces is an empty list: it must be a list that is not empty.',
      '4:29: tags is an empty map: it must be a map that is not empty.',
      '4:42: profile is "base": it must be baseline or cmk-required.',
    ],
  ],
  [
    'tags that are not texts',
    'profiles:\n  - { tags: { tier: 1, on: true, of: {a: 1} }, profile: baseline }',
    [
      '3:21: tags tier is 1: it must be text; write "1".',
      '3:28: tags on is true: it must be text; write "true".',
      '3:38: tags of is a map: it must be text.',
    ],
  ],
  [
    'numbers out of their range',
    'thresholds: { key-minimum-bits: 1024, key-maximum-age-days: 1.5, key-expiry-warning-days: "30", jobs-per-workspace: .inf }',
    [
      '2:33: key-minimum-bits is 1024: it must be a whole number from 2048 to 4096.',
      '2:61: key-maximum-age-days is 1.5: it must be a whole number from 1 to 3650.',
      '2:91: key-expiry-warning-days is "30": it must be a whole number from 1 to 3650.',
      '2:117: jobs-per-workspace is .inf: it must be a whole number from 1 to 100000.',
    ],
  ],
  [
    'lists and maps confused',
    'profiles: { a: b }\nseverity: [a]\ndisable: key/size\nenable:\njob-names: [a]\nwaivers: [5]',
    [
      '2:11: profiles is a map: it must be a list.',
      '3:11: severity is a list: it must be a map.',
      '4:10: disable is "key/size": it must be a list.',
      '5:8: enable is empty: it must be a list.',
      '6:12: job-names is a list: it must be a map with the key deny.',
      '7:11: waivers entry is 5: it must be a map with the keys check, workspace, resource, owner, reason, ticket, expires.',
    ],
  ],
  [
    'a severity and case that do not exist',
    'severity: { key/size: High, key/type: critical }',
    [
      '2:23: severity key/size is "High": it must be high, medium, low or info; did you mean high?',
      '2:39: severity key/type is "critical": it must be high, medium, low or info.',
    ],
  ],
  ['a list in a tag', 'profiles: [{ tags: { ? [a] : b }, profile: baseline }]', ['2:24: A key must be text.']],
  ['tabs', 'waivers:\n\t- a', ['3:1: Tabs are not allowed as indentation; use spaces.']],
  [
    'a tag of YAML',
    'enable: !!set { a }',
    ['2:9: Unresolved tag: tag:yaml.org,2002:set: leave the tag out.', '2:15: enable is a map: it must be a list.'],
  ],
  [
    'quotation marks that do not end',
    'enable: ["a',
    [
      '2:12: Missing closing "quote.',
      '2:12: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ],
  [
    'a pattern without quotation marks',
    'job-names: { deny: [*-prod] }',
    ['2:21: No anchor stands before the alias *-prod; text that begins with * must be in quotation marks: "*-prod".'],
  ],
  [
    'an alias inside of what it stands for',
    'enable: &all [*all]',
    ['2:15: No anchor stands before the alias *all; text that begins with * must be in quotation marks: "*all".'],
  ],
  [
    'a required value that is a broken alias',
    'disable:\n  - { check: key/*, reason: *why }\nseverity: { key/*: *level }',
    [
      '3:29: No anchor stands before the alias *why; text that begins with * must be in quotation marks: "*why".',
      '4:20: No anchor stands before the alias *level; text that begins with * must be in quotation marks: "*level".',
    ],
  ],
  ['several documents', '---\nversion: 1', ['2:1: The file holds several documents; it must be one.']],
  [
    'what is wrong in an anchor, once',
    'enable: [&a key/size, *a, *a]',
    ['2:13: enable entry is "key/size": it must be storage/encryption-scopes.'],
  ],
  [
    'characters that cannot be seen',
    'job-names: { deny: ["a\\u202e", "a "] }',
    [
      '2:21: job-names'.replace(
        'job-names',
        'deny entry is "a\\u{202e}": it must not have characters that cannot be seen.',
      ),
      '2:32: deny entry is "a ": it must not begin or end with white space.',
    ],
  ],
  [
    'too long a text',
    `job-names: { deny: [${'a'.repeat(501)}] }`,
    [`2:21: deny entry is "${'a'.repeat(40)}…": it must have at most 500 characters.`],
  ],
]

describe('what is wrong is said with its place and what is allowed', () => {
  it.each(cases)('%s', async (_, text, problems) => {
    expect(await problemsOf(`version: 1\n${text}`)).toEqual(problems)
  })

  it.each<[string, string, string[]]>([
    ['an empty file', '', [`1:1: the file is empty: ${asMap}.`]],
    ['only comments', '# nothing\n', [`1:1: the file is empty: ${asMap}.`]],
    ['only a byte order mark', '\uFEFF', [`1:1: the file is empty: ${asMap}.`]],
    ['a list at the top', '\n- version: 1\n', [`2:1: the file is a list: ${asMap}.`]],
    ['a word', 'version', [`1:1: the file is "version": ${asMap}.`]],
    ['an empty map', '{}', ['1:1: version is missing in the file: it must be 1.']],
    ['another version', 'version: 2', ['1:10: version is 2: it must be 1.']],
    ['the version as text', 'version: "1"', ['1:10: version is "1": it must be 1.']],
    [
      'line ends of Windows',
      '\uFEFFversion: 1\r\nenable: 5\r\nx: 1\r\n',
      ['2:9: enable is 5: it must be a list.', `3:1: the file has the unknown key "x": it must be ${all}.`],
    ],
    ['a key without anything', '? \n: 1\nversion: 1', [`1:3: the file has the unknown key "": it must be ${all}.`]],
  ])('%s', async (_, text, problems) => {
    expect(await problemsOf(text)).toEqual(problems)
  })

  it('a file of a megabyte', async () => {
    expect(await problemsOf(`version: 1\n${'# x\n'.repeat(262_144)}`)).toEqual([
      '1:1: The file has 1,048,587 bytes; it must have at most 1,048,576.',
    ])
  })

  it('with the name of the file, all in one message', async () => {
    await expect(configOf('version: 2\nx: 1')).rejects.toThrow(
      `The config file is not valid:\n- ${file}:1:10: version is 2: it must be 1.\n- ${file}:2:1: the file has`,
    )
  })

  it('with the first hundred in the message, when they are many', async () => {
    const error = await configOf(`version: 1\nenable: [${'1, '.repeat(150)}]`).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConfigError)
    expect((error as ConfigError).problems).toHaveLength(150)
    expect((error as ConfigError).message).toMatch(/\n- … and 50 more$/)
  })

  it('also when no check can be enabled', async () => {
    const reading = readConfig('version: 1\nenable: [key/size]', { checks: known.checks, enableable: [] }, now, file)
    await expect(reading).rejects.toThrow(
      'enable entry is "key/size": no check of this version is off unless asked for.',
    )
  })
})

describe('the last day of a waiver', () => {
  const waiver = (expires: string) =>
    `version: 1\nwaivers: [{ expires: ${expires}, check: key/size, owner: a, reason: b }]`

  it.each(['2026-11-24', '2027-11-25', '2028-02-29', '2020-02-29', '0000-01-01'])('may be %s', async (day) => {
    expect(await problemsOf(waiver(day), new Date('2027-03-01T00:00:00Z'))).toEqual([])
  })

  it.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '31.12.2026',
    '2026-12-31T00:00:00Z',
    'tomorrow',
  ])('is not %s', async (day) => {
    expect(await problemsOf(waiver(day))).toEqual([
      `2:22: expires is "${day}": it must be a day of the calendar as YYYY-MM-DD.`,
    ])
  })

  it('is at most 366 days ahead, counted in UTC', async () => {
    expect(await problemsOf(waiver('2027-11-25'), new Date('2026-11-24T00:00:00Z'))).toEqual([])
    expect(await problemsOf(waiver('2027-11-25'), new Date('2026-11-24T23:59:59Z'))).toEqual([])
    expect(await problemsOf(waiver('2027-11-26'))).toEqual([
      '2:22: expires is "2027-11-26": it must be at most 366 days ahead, 2027-11-25 or earlier.',
    ])
  })
})

describe('files that mean harm', () => {
  const most = (text: string) => text.repeat(Math.floor(262_000 / text.length))
  const laughs = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...Array.from('bcdefghi', (name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]}, `.repeat(9)}]`),
  ]

  it('cannot explode by aliases', async () => {
    const problems = await problemsOf(laughs.join('\n'))
    expect(
      problems.filter((problem) => problem.endsWith('Aliases repeat too much: at most 10000 values in all.')).length,
    ).toBeGreaterThan(0)
  })

  it('cannot explode by many aliases of a list', async () => {
    const waivers = `[${'{}, '.repeat(9_000)}]`
    expect(await problemsOf(`version: 1\nx: &x ${waivers}\nwaivers: *x\ny: *x`)).toContain(
      '4:4: Aliases repeat too much: at most 10000 values in all.',
    )
  })

  it.each([
    ['lists', '['],
    ['maps', '{a: '],
    ['entries', '- '],
    ['keys', '? '],
    ['values', ': '],
  ])('cannot end the process by nested %s', async (_, text) => {
    expect(await problemsOf(most(text))).toEqual([
      expect.stringMatching(/^1:\d+: Lists and maps are nested more than 30 levels deep\.$/),
    ])
  })

  it.each([
    '[',
    '{a: ',
    '- ',
    'a: \n',
    ']',
    '"',
    '---\n',
    '*a ',
    '&a ',
  ])('are not parsed when they hold a megabyte of %j', async (text) => {
    expect(await problemsOf(text.repeat(1_048_576 / text.length))).toEqual([
      expect.stringMatching(/^1:1: The file holds more than 350,000 words and marks|^1:\d+: /),
    ])
  })

  it('have no keys of their own but those that they name', async () => {
    const [problem = ''] = await problemsOf('__proto__: { version: 1 }\nversion: 1')
    expect(problem).toContain('unknown key "__proto__"')
    expect(({} as Record<string, unknown>).version).toBeUndefined()
  })

  it.each([
    ['a value', (secret: string) => `version: ${secret}`],
    ['a key', (secret: string) => `version: 1\n"${secret}": 1`],
    ['all of it', (secret: string) => secret],
    ['a list', (secret: string) => `version: 1\nenable: ["${secret}"]`],
  ])('quote little, and no credential, of %s', async (_, text) => {
    for (const secret of [`gh${'s'}_${'aB3'.repeat(15)}`, `Account${'Key'}=${'aB3'.repeat(15)}`, 'aB3'.repeat(100)]) {
      const said = (await problemsOf(text(secret))).join('\n')
      expect(said).not.toBe('')
      expect(said).not.toContain(secret.startsWith('aB3') ? 'aB3'.repeat(15) : 'aB3aB3')
    }
  })

  it.each([
    ['keys', () => Array.from({ length: 20_000 }, (_, index) => `k${index}: \n`).join('')],
    ['duplicates', () => most('a: \n')],
    ['errors', () => most(']')],
    ['quotation marks', () => most('"')],
    [
      'unknown checks',
      () => `severity:\n${Array.from({ length: 10_000 }, (_, index) => ` storage/share-${index}: low\n`).join('')}`,
    ],
    ['documents', () => most('---\n')],
  ])('come to an end with %s', async (_, text) => {
    expect((await problemsOf(text())).length).toBeGreaterThan(0)
  })

  it('do not break a sentence', async () => {
    const [problem = ''] = await problemsOf('version: 1\n"a\\n::error::b\\u202e": 1')
    expect(problem).toContain('has the unknown key "a\\n::error::b\\u{202e}"')
  })
})

describe('workspace and resource patterns', () => {
  const withWaiver = (given: object) =>
    problemsOf(
      stringify({
        version: 1,
        waivers: [{ check: 'key/size', owner: 'a', reason: 'b', expires: '2026-12-01', ...given }],
      }),
    )

  it.each([
    'mlw-a',
    'mlw*',
    '*',
    workspace.id,
    workspace.id.toUpperCase(),
    '*/workspaces/mlw-*',
    '/subscriptions/*',
    '/*/mlw-a',
  ])('a workspace can be %s', async (pattern) => {
    expect(await withWaiver({ workspace: pattern })).toEqual([])
  })

  it.each([
    'rg/mlw-a',
    'rg/*',
    group,
    storage,
    workspace.id.slice(1),
    `${workspace.id}/`,
    '*/',
    '/',
    'a b',
    'ä',
    'https://*',
  ])('a workspace cannot be %s', async (pattern) => {
    expect(await withWaiver({ workspace: pattern })).toHaveLength(1)
  })

  it.each([
    'stdata',
    'st*',
    storage,
    group,
    workspace.id,
    '*/keys/k',
    'https://kv.vault.azure.net/keys/k',
    'my resource',
  ])('a resource can be %s', async (pattern) => {
    expect(await withWaiver({ resource: pattern })).toEqual([])
  })

  it.each([
    'rg/st',
    'storageAccounts/*',
    storage.slice(1),
    '/subscriptions/x',
    `${storage}/`,
    'https://',
    '/',
  ])('a resource cannot be %s', async (pattern) => {
    expect(await withWaiver({ resource: pattern })).toHaveLength(1)
  })

  it.each<[string, string, boolean]>([
    ['abc', 'ABC', true],
    ['abc', 'abcd', false],
    ['a*c', 'ac', true],
    ['a*c', 'abcd', false],
    ['*b*', 'abc', true],
    ['*b*', 'ac', false],
    ['a*a', 'a', false],
    ['ab*ba', 'aba', false],
    ['**', '', true],
    ['', '', true],
    ['*a*b*', 'xbxa', false],
    ['b*', 'abc', false],
    ['.', 'a', false],
    ['(a+)+$', '(A+)+$', true],
    ['[a-z]*', '[a-z]b', true],
  ])('%s on %s', (pattern, text, fits) => {
    expect(matchesPattern(pattern, text)).toBe(fits)
  })

  it('agree with the regular expression that they stand for', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, text) => {
        expect(matchesPattern(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text))
      }),
    )
  })

  it('take no time for what regular expressions choke on', () => {
    expect(matchesPattern(`${'*a'.repeat(200)}*b`, 'a'.repeat(100_000))).toBe(false)
  })
})

describe('which profile', () => {
  const profile = async (rules: string, tags: Record<string, string> = {}) =>
    profileFor(await configOf(`version: 1\nprofiles: ${rules}`), { ...workspace, tags }, 'baseline')

  it('is the fallback when nothing matches', async () => {
    expect(profileFor(noConfig, { ...workspace, tags: {} }, 'cmk-required')).toBe('cmk-required')
    expect(await profile('[{ workspaces: [mlw-b, mlw], profile: cmk-required }]')).toBe('baseline')
  })

  it.each([
    'mlw-a',
    '"MLW*"',
    workspace.id.toLowerCase(),
    '"*/RESOURCEGROUPS/rg-prod/*"',
  ])('is found by %s', async (pattern) => {
    expect(await profile(`[{ workspaces: [other, ${pattern}], profile: cmk-required }]`)).toBe('cmk-required')
  })

  it('is not found by a name that only the resource group has', async () => {
    expect(await profile('[{ workspaces: ["*prod*"], profile: cmk-required }]')).toBe('baseline')
  })

  it('needs every tag: the name in any case, the value exactly', async () => {
    const rules = '[{ tags: { Data: sensitive, env: prod }, profile: cmk-required }]'
    expect(await profile(rules, { data: 'sensitive', ENV: 'prod', more: 'x' })).toBe('cmk-required')
    expect(await profile(rules, { data: 'Sensitive', env: 'prod' })).toBe('baseline')
    expect(await profile(rules, { data: 'sensitive' })).toBe('baseline')
  })

  it('needs every condition', async () => {
    const rules = '[{ workspaces: [mlw-b], tags: { env: prod }, profile: cmk-required }]'
    expect(await profile(rules, { env: 'prod' })).toBe('baseline')
  })

  it('is that of the first rule', async () => {
    const rules = '[{ workspaces: [mlw-a], profile: cmk-required }, { workspaces: ["*"], profile: baseline }]'
    expect(profileFor(await configOf(`version: 1\nprofiles: ${rules}`), { ...workspace, tags: {} }, 'baseline')).toBe(
      'cmk-required',
    )
  })
})

describe('severities and switched-off checks', () => {
  it('a check id outranks its system', async () => {
    const config = await configOf('version: 1\nseverity: { storage/*: low, storage/minimum-tls: high, key/size: info }')
    expect(severityFor(config, 'storage/minimum-tls')).toBe('high')
    expect(severityFor(config, 'storage/shared-key')).toBe('low')
    expect(severityFor(config, 'key/size')).toBe('info')
    expect(severityFor(config, 'key/type')).toBeNull()
  })

  it('say why', async () => {
    const config = await configOf(
      'version: 1\ndisable: [{ check: storage/*, reason: all }, { check: storage/shared-key, reason: one }]',
    )
    expect(disabledReason(config, 'storage/shared-key')).toBe('one')
    expect(disabledReason(config, 'storage/minimum-tls')).toBe('all')
    expect(disabledReason(config, 'key/size')).toBeNull()
  })

  it('are on when asked for', async () => {
    const config = await configOf('version: 1\nenable: [storage/encryption-scopes]')
    expect(isEnabled(config, 'storage/encryption-scopes')).toBe(true)
    expect(isEnabled(noConfig, 'storage/encryption-scopes')).toBe(false)
  })
})

describe('waivers', () => {
  it.each([
    ['of one line', '- { check: key/size, owner: a, reason: b, expires: 2026-12-01 }', [3, 3]],
    ['in braces over two', '- { check: key/size, owner: a,\n      reason: b, expires: 2026-12-01 } # so', [3, 4]],
    ['before a comment', '- check: key/size\n    owner: a\n    reason: b\n    expires: 2026-12-01\n\n# more', [3, 6]],
    [
      'that ends in folded text',
      '- check: key/size\n    owner: a\n    expires: 2026-12-01\n    reason: >\n      b\n      c\n\n',
      [3, 8],
    ],
    [
      'with Windows line ends',
      '- check: key/size\r\n    owner: a\r\n    expires: 2026-12-01\r\n    reason: b\r\n\r\n',
      [3, 6],
    ],
  ])('%s know where they stand', async (_, text, lines) => {
    const { waivers } = await configOf(`version: 1\nwaivers:\n  ${text}`)
    expect(waivers.map(({ line, lastLine }) => [line, lastLine])).toEqual([lines])
  })

  const withWaivers = (...waivers: Partial<Config['waivers'][number]>[]): Config => ({
    ...noConfig,
    waivers: waivers.map((waiver, index) => ({
      check: 'storage/shared-key',
      owner: 'ada',
      reason: 'because',
      expires: '2026-12-31',
      ticket: null,
      line: index + 10,
      lastLine: index + 10,
      changed: null,
      ...waiver,
    })),
  })
  const match = (config: Config, status: FindingStatus = 'fail', at = now) =>
    waiverFor(config, { check: 'storage/shared-key', resource: storage, status }, workspace, at)

  it.each<[string, Partial<Config['waivers'][number]>, boolean]>([
    ['no condition', {}, true],
    ['another check', { check: 'storage/minimum-tls' }, false],
    ['the system', { check: 'storage/*' }, true],
    ['another system', { check: 'key/*' }, false],
    ['a workspace by name', { workspace: 'MLW-a' }, true],
    ['a workspace by id', { workspace: workspace.id.toUpperCase() }, true],
    ['a part of a name', { workspace: 'mlw' }, false],
    ['a resource by name', { resource: 'st*1' }, true],
    ['a resource by id', { resource: '*/storageaccounts/ST*' }, true],
    ['another resource', { resource: 'st*2' }, false],
    ['a name of the resource group', { resource: '*prod*' }, false],
    ['the right resource in another workspace', { workspace: 'mlw-b', resource: '*' }, false],
  ])('cover or not: %s', (_, waiver, covers) => {
    const found = match(withWaivers(waiver))
    expect(found?.waiver.owner).toBe(covers ? 'ada' : undefined)
    expect(found === null).toBe(!covers)
  })

  it('cover what is unknown by a full check id only', () => {
    expect(match(withWaivers({ check: 'storage/*' }), 'unknown')).toBeNull()
    expect(match(withWaivers({}), 'unknown')?.isExpired).toBe(false)
  })

  it.each<FindingStatus>(['pass', 'waived'])('leave alone what is %s', (status) => {
    expect(match(withWaivers({}), status)).toBeNull()
  })

  it('hold to the end of their day in UTC', () => {
    const at = (moment: string) => match(withWaivers({}), 'fail', new Date(moment))?.isExpired
    expect(at('2026-12-31T23:59:59.999Z')).toBe(false)
    expect(at('2027-01-01T00:00:00Z')).toBe(true)
  })

  it('of several the one that lasts longest is shown, and all are in use', () => {
    const days = ['2026-01-01', '2026-12-01', '2027-01-01', '2027-01-01']
    const found = match(
      withWaivers({ check: 'key/size' }, ...days.map((expires, index) => ({ expires, owner: `o${index}` }))),
    )
    expect(found).toMatchObject({ waiver: { owner: 'o2' }, isExpired: false, indexes: [1, 2, 3, 4] })
  })

  it('of expired ones the last is shown', () => {
    const found = match(withWaivers({ expires: '2026-01-01' }, { expires: '2026-11-23', owner: 'grace' }))
    expect(found).toMatchObject({ waiver: { owner: 'grace', expires: '2026-11-23' }, isExpired: true })
  })

  it.each<[string, string, boolean, string[]]>([
    ['nothing when all is well', '2026-12-09', true, []],
    ['an end within 14 days', '2026-12-08', true, ['expires on 2026-12-08, in 14 days']],
    ['an end tomorrow', '2026-11-25', true, ['expires on 2026-11-25, tomorrow']],
    ['an end today', '2026-11-24', true, ['expires on 2026-11-24, today']],
    ['the end', '2026-11-23', true, ['expired on 2026-11-23 and has no effect']],
    ['that it matches nothing', '2027-01-01', false, ['matches nothing that failed or is unknown']],
    [
      'both',
      '2026-11-23',
      false,
      ['expired on 2026-11-23 and has no effect, and matches nothing that failed or is unknown'],
    ],
  ])('say %s', (_, expires, isUsed, notes) => {
    const used = new Set(isUsed ? [0] : [])
    expect(waiverNotes(withWaivers({ expires }), used, now)).toEqual(
      notes.map((note) => `The waiver of storage/shared-key by ada (line 10 of the config file) ${note}.`),
    )
  })
})

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-11-25'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const words = fc
  .string({ unit: fc.constantFrom(...'aZ09-_. :#\'"{}[]&!|>%@`,?é*🔒'), minLength: 1, maxLength: 12 })
  .map((text) => `a${text.replace(/\s+/g, ' ').trim()}`)
const anyCheck = fc.constantFrom(...known.checks, 'key/*', 'storage/*')
const pattern = fc.constantFrom('mlw-*', '*', workspace.id, '*/workspaces/*')
const profile = fc.constantFrom('baseline', 'cmk-required')
const optional = { requiredKeys: [] }
const validFile = fc
  .record(
    {
      profiles: fc.array(
        fc.oneof(
          fc.record({ workspaces: fc.array(pattern, { minLength: 1 }), profile }),
          fc.record({ tags: fc.dictionary(words, words, { minKeys: 1 }), profile }),
        ),
      ),
      severity: fc.dictionary(anyCheck, fc.constantFrom('high', 'medium', 'low', 'info')),
      disable: fc.array(fc.record({ check: fc.constantFrom('key/size', 'key/*'), reason: words })),
      enable: fc.constantFrom([], known.enableable),
      waivers: fc.array(
        fc.record(
          {
            check: anyCheck,
            workspace: pattern,
            resource: pattern,
            owner: words,
            reason: words,
            ticket: words,
            expires: day,
          },
          { requiredKeys: ['check', 'owner', 'reason', 'expires'] },
        ),
      ),
      thresholds: fc.record(
        {
          'key-minimum-bits': fc.integer({ min: 2048, max: 4096 }),
          'jobs-per-workspace': fc.integer({ min: 1, max: 9 }),
        },
        optional,
      ),
      'job-names': fc.record({ deny: fc.array(words) }, optional),
    },
    optional,
  )
  .map((rest) => ({ version: 1, ...rest }))

describe('whatever is written', () => {
  it('nothing but a ConfigError is thrown', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'version: 1\n',
        'waivers:\n',
        '  - ',
        '*a',
        '&a ',
        '{',
        '}',
        '[',
        ']',
        ': ',
        '? ',
        '\n',
        '\t',
        '"',
        "'",
        '|',
        '>',
        '---\n',
        '%YAML 1.1\n',
        '!!map ',
        '# ',
        '<<',
        'check',
        ', ',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.string({ maxLength: 8 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        async (text) => {
          for (const problem of await problemsOf(text)) expect(problem).toMatch(/^[1-9]\d*:[1-9]\d*: [^\n\r]+[.?]$/)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('a valid file stays what it is, however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        validFile,
        fc.constantFrom('block' as const, 'flow' as const),
        async (content, collectionStyle) => {
          const withoutLines = ({ waivers, ...config }: Config) => ({
            ...config,
            waivers: waivers.map(({ line: _, lastLine: _last, ...waiver }) => waiver),
          })
          const config = withoutLines(await configOf(stringify(content, { collectionStyle })))
          expect(config).toEqual(withoutLines(await configOf(JSON.stringify(content, null, 1))))
          expect(config.waivers).toEqual(
            (content.waivers ?? []).map((waiver) => ({ ...waiver, ticket: waiver.ticket ?? null, changed: null })),
          )
          expect(config.jobNames).toEqual(content['job-names']?.deny ?? [])
          expect(config.severity).toEqual(
            Object.entries(content.severity ?? {}).map(([check, severity]) => ({ check, severity })),
          )
        },
      ),
    )
  })
})

describe('the schema for editors', () => {
  const fits = new Ajv({ strict: true, strictRequired: false }).compile(schemaOf(known))

  it('accepts every valid file', () => {
    fc.assert(
      fc.property(validFile, (content) => {
        expect([fits(content), fits.errors]).toEqual([true, null])
      }),
    )
  })

  it('accepts what is accepted and refuses what is refused, when a part is replaced', async () => {
    const content = parse(whole)
    const places = placesOf(content)
    const value = fc.oneof(
      fc.constantFrom<unknown>(null, '', 'x', 'key/size', 'key/*', 'high', 'baseline', 1, 2048, 1.5, true),
      fc.constant([]),
      fc.constant({}),
      fc.constant({ x: 1 }),
      fc.constant(['x']),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), value, async (place, replacement) => {
        const changed = structuredClone(content)
        const holder = place.slice(0, -1).reduce((at, key) => at[key], changed)
        holder[place.at(-1) as string] = replacement
        expect([JSON.stringify(changed), fits(changed)]).toEqual([
          JSON.stringify(changed),
          (await problemsOf(JSON.stringify(changed))).length === 0,
        ])
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, object]>([
    ['a misspelt check', { version: 1, severity: { 'key/sise': 'low' } }],
    ['a misspelt key', { version: 1, waiver: [] }],
    [
      'a month too many',
      { version: 1, waivers: [{ check: 'key/size', owner: 'a', reason: 'b', expires: '2026-13-01' }] },
    ],
    ['no version', {}],
  ])('refuses %s', (_, content) => {
    expect(fits(content)).toBe(false)
  })

  it('describes every key', () => {
    const undescribed = (schema: Record<string, unknown>, path: string): string[] =>
      Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>).flatMap(([key, held]) => [
        ...(typeof held.description === 'string' ? [] : [`${path}/${key}`]),
        ...undescribed(held, `${path}/${key}`),
        ...undescribed((held.items ?? {}) as Record<string, unknown>, `${path}/${key}`),
      ])
    expect(undescribed(schemaOf(known), '')).toEqual([])
  })

  it('knows the form of ids without the checklist, and that nothing can be enabled when nothing can', () => {
    const formal = new Ajv().compile(schemaOf())
    expect(formal({ version: 1, severity: { 'any/thing': 'low', 'any/*': 'low' }, enable: ['any/thing'] })).toBe(true)
    expect(formal({ version: 1, severity: { anything: 'low' } })).toBe(false)
    const closed = new Ajv().compile(schemaOf({ checks: known.checks, enableable: [] }))
    expect([closed({ version: 1, enable: [] }), closed({ version: 1, enable: ['key/size'] })]).toEqual([true, false])
  })

  it('in schema/ knows every check', () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/config.schema.json'), 'utf8'))
    expect(schema.properties.severity.propertyNames.enum).toEqual(expect.arrayContaining(checklist.map(({ id }) => id)))
  })
})

/** The way to every value in a structure. */
function placesOf(content: unknown, path: string[] = []): string[][] {
  const below = content !== null && typeof content === 'object' ? Object.entries(content) : []
  return [...(path.length > 0 ? [path] : []), ...below.flatMap(([key, held]) => placesOf(held, [...path, key]))]
}
