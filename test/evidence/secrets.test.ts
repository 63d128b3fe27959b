import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRedacted, redacted, redactedTags } from '../../src/evidence/redact.ts'
import { classify, isSecretName, openVariable, secretPlaces } from '../../src/evidence/secrets.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import { alnum, b64, credentials } from './credentials.ts'

const named: [string, string][] = [
  ['DB_PASSWORD', 'hunter2'],
  ['dbPassword', 'hunter2'],
  ['PASS', 'hunter2'],
  ['PASSWD', 'hunter2'],
  ['CLIENT_SECRET', 'not-a-shape'],
  ['clientSecret', 'not-a-shape'],
  ['my-api-key', 'abc'],
  ['OPENAI_APIKEY', 'abc'],
  ['STORAGE_ACCESS_KEY', 'abc'],
  ['STORAGE_ACCESSKEY', 'abc'],
  ['ACCOUNTKEY', 'abc'],
  ['SQL_CONNECTIONSTRING', 'Server=x;Password=hunter2;'],
  ['PRIVATEKEY', 'abc'],
  ['CLIENTSECRET', 'abc'],
  ['PASSWORD1', 'hunter2'],
  ['DB_TOKEN2_NEW', 'abc'],
  ['APIKEY2', 'abc'],
  ['apiKey12', 'abc'],
  ['API_KEY_2', 'abc'],
  ['GIT_TOKEN', 'https://s3cr3tpat0123456789@dev.azure.com/contoso/_git/fraud'],
  ['GIT_TOKEN', 'https://:s3cr3tpat@dev.azure.com/contoso'],
  ['SAS_TOKEN', 'https://x.blob.core.windows.net/c?sv=2024-11-04&sig=ab+cd/ef'],
  ['SAS_TOKEN', 'https://x.blob.core.windows.net/c?SIG=ab'],
  ['AccountKey', 'abc'],
  ['HF_TOKEN', 'hf_abc'],
  ['SAS', 'sv=2020&st=x'],
  ['ConnectionString', 'Server=db;User=x;Pwd=y'],
  ['PRIVATE_KEY', 'abc'],
  ['RSP_LICENSE', `${alnum(8)}-1234-${alnum(8)}`],
  ['RSP_LICENSE', 'ABCD-1234-EFGH-5'],
  ['DBPassword', 'hunter2'],
  ['_TOKEN_', 'abc'],
  ['DB_PASSWORD', '${{keyvault:https://kv.vault.azure.net/secrets/db}} hunter2'],
  ['DB_PASSWORD', 'hunter2 ${{keyvault:https://kv.vault.azure.net/secrets/db}}'],
  ['DB_PASSWORD', '${{keyvault:https://kv/secrets/user}}:hunter2@${{keyvault:https://kv/secrets/host}}'],
  ['TOKEN', 'so true'],
  ['TOKEN', 'true story'],
  ['TOKEN', '5 of them'],
  ['TOKEN', 'v5'],
  ['TOKEN', 'https://login.example.com/ and more'],
  ['TOKEN', 'abc/def'],
  ['TOKEN', '/var/run/x!'],
  ['TOKEN', 'see C:\\secrets'],
  ['TOKEN', 'C:\\secrets!'],
  ['MODEL_TOKEN', `: ${b64(43)}=`],
  ['MODEL_TOKEN', `${b64(43)}= or so`],
]

const safe: [string, string][] = [
  ['DB_PASSWORD', '${{keyvault:https://kv.vault.azure.net/secrets/db}}'],
  ['OPENAI_API_KEY', '${{azureml://connections/openai/credentials/key}}'],
  ['OPENAI_API_KEY', '${{ azureml://connections/openai/credentials/key }}'],
  ['SECRET', ''],
  ['TOKEN', '-5'],
  ['TOKEN', '0.25'],
  ['TOKEN', '../token.txt'],
  ['TOKEN', '~/token.txt'],
  ['TOKEN', 'C:\\secrets\\db token.txt'],
  ['TOKEN_URL_', 'abc'],
  ['ACCOUNT', 'contoso'],
  ['RSP_LICENSE', '1234-5678-9012-3456'],
  ['RSP_LICENSE', 'ABCD-EFGH-IJKL-MNOP'],
  ['CI', `gh${'p'}_short`],
  ['WORKER', `: ${b64(86)}==`],
  ['WORKER', `${b64(86)}== or so`],
  ...['HASH', 'DIGEST', 'CHECKSUM', 'SHA', 'SHA1', 'SHA256', 'SHA512', 'SIGNATURE', 'INTEGRITY'].map(
    (word): [string, string] => [`MODEL_${word}`, `${b64(86)}==`],
  ),
  ['SECRET', '   '],
  ['USE_TOKEN', 'true'],
  ['USE_TOKEN', 'False'],
  ['MAX_TOKEN', '4096'],
  ['TOKEN_BUDGET', '0.5'],
  ['SECRET_PATH', '/mnt/secrets/db'],
  ['TOKEN', '/var/run/secrets/token'],
  ['TOKEN', './token.txt'],
  ['TOKEN_URL', 'https://login.example.com/token'],
  ['TOKEN_URL', 'https://s3cr3tpat@dev.azure.com/contoso'],
  ['DATA', 'abfss://container@account.dfs.core.windows.net/data'],
  ['TOKEN', 'https://login.example.com/@me?design=1'],
  ['PRIVATEKEY_PATH', 'id_rsa'],
  ['TOKEN2VEC', 'skip-gram'],
  ['KEY1', 'value'],
  ['S3', 'bucket'],
  ['TOKEN', 'https://login.example.com/token'],
  ['SECRET_NAME', 'db-password'],
  ['API_KEY_ID', 'a1b2'],
  ['PASSWORD_FILE', 'pw.txt'],
  ['TOKEN_COUNT', 'many'],
  ['TOKEN_TTL', '1h'],
  ['DISASTER_RECOVERY', 'yes-please'],
  ['TOKENIZER', 'bert-base-uncased'],
  ['TOKENIZERS_PARALLELISM', 'off'],
  ['COMPASS', 'north'],
  ['BYPASS_CACHE', 'on'],
  ['SASKATOON', 'city'],
  ['MODEL_SHA256', createHash('sha256').update('m').digest('base64')],
  ['MODEL_DIGEST', createHash('sha512').update('m').digest('base64')],
  ['ARTIFACT_CHECKSUM', createHash('sha512').update('a').digest('base64')],
  ['IMAGE', createHash('sha256').update('i').digest('base64')],
  ['LICENSE', 'Apache-2.0'],
  ['LICENSE', 'MIT'],
  ['AZUREML_MODEL_DIR', 'C:\\models\\1'],
  ['WANDB_PROJECT', 'fraud'],
  ['DATA', 'https://x.blob.core.windows.net/c?sv=2024-11-04&sig=short'],
  ['KEY', 'value'],
  ['ENCRYPTED_TEXT', 'sk-short'],
]

describe('classify', () => {
  it('has a table of at least 60 cases', () => {
    expect(credentials.length + named.length + safe.length).toBeGreaterThanOrEqual(60)
  })

  it.each(
    credentials.map(([name, value, shape], index) => [index, name, shape, value] as const),
  )('%i %s: the shape of %s', (_index, name, shape, value) => {
    expect(classify(name, value)).toBe(`credential:${shape}`)
    expect(classify(name, `  ${value}\n`)).toBe(`credential:${shape}`)
  })

  it.each(
    credentials.filter(([, , shape]) => shape.startsWith('azure-')),
  )('%s: the shape shows inside another text', (name, value, shape) => {
    expect(classify(name, `use "${value}" here`)).toBe(`credential:${shape}`)
  })

  it.each(named)('%s is a name of a secret', (name, value) => {
    expect(classify(name, value)).toBe('name')
  })

  it.each(safe)('%s = %s is safe', (name, value) => {
    expect(classify(name, value)).toBe('safe')
  })

  it('compares names word by word, however they are written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('_', '-', '.'),
        fc.constantFrom('api key', 'access key', 'connection string'),
        (separator, words) => {
          expect(isSecretName(words.replaceAll(' ', separator))).toBe(true)
          expect(isSecretName(words.toUpperCase().replaceAll(' ', separator))).toBe(true)
          expect(isSecretName(words.replace(/ (.)/g, (_, letter) => letter.toUpperCase()))).toBe(true)
        },
      ),
    )
  })

  it('never throws, and takes time that grows with the text and no faster', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'binary', maxLength: 5000 }),
        (name, value) => void classify(name, value),
      ),
    )
    for (const text of [
      '://a',
      '-----BEGIN ',
      'A'.repeat(40),
      'eyJ',
      '?sig=',
      '${{keyvault:https://',
      'a:b@',
      '+ACR',
      '/',
      ' ',
    ]) {
      classify('x', text.repeat(20_000))
    }
  })
})

describe('secretPlaces', () => {
  it.each([
    [
      'a command job',
      { properties: { environmentVariables: { DB_PASSWORD: 'hunter2' } } },
      'properties.environmentVariables.DB_PASSWORD',
    ],
    [
      'a sweep',
      { properties: { trial: { environmentVariables: { DB_PASSWORD: 'hunter2' } } } },
      'properties.trial.environmentVariables.DB_PASSWORD',
    ],
    [
      'a step of a pipeline',
      { properties: { jobs: { train: { environment_variables: { DB_PASSWORD: 'hunter2' } } } } },
      'properties.jobs.train.environment_variables.DB_PASSWORD',
    ],
    [
      'a schedule',
      { properties: { action: { jobDefinition: { environmentVariables: { DB_PASSWORD: 'hunter2' } } } } },
      'properties.action.jobDefinition.environmentVariables.DB_PASSWORD',
    ],
    [
      'a custom service',
      {
        properties: {
          properties: {
            customServices: [{ environmentVariables: { DB_PASSWORD: { type: 'local', value: 'hunter2' } } }],
          },
        },
      },
      'properties.properties.customServices.0.environmentVariables.DB_PASSWORD.value',
    ],
    [
      'a v1 service',
      {
        properties: { environmentImageRequest: { environment: { environmentVariables: { DB_PASSWORD: 'hunter2' } } } },
      },
      'properties.environmentImageRequest.environment.environmentVariables.DB_PASSWORD',
    ],
    [
      'a container group',
      {
        properties: {
          containers: [{ properties: { environmentVariables: [{ name: 'DB_PASSWORD', value: 'hunter2' }] } }],
        },
      },
      'properties.containers.0.properties.environmentVariables.DB_PASSWORD.value',
    ],
    [
      'the bag of an endpoint',
      { properties: { properties: { DB_PASSWORD: 'hunter2' } } },
      'properties.properties.DB_PASSWORD',
    ],
    [
      'metadata of a connection',
      { properties: { metadata: { DB_PASSWORD: 'hunter2' } } },
      'properties.metadata.DB_PASSWORD',
    ],
    [
      'odd casing',
      { Properties: { EnvironmentVariables: { DB_PASSWORD: 'hunter2' } } },
      'Properties.EnvironmentVariables.DB_PASSWORD',
    ],
  ])('looks into %s, and keeps path, name, length and class only', (_name, body, path) => {
    expect(secretPlaces(body)).toEqual([{ path, name: 'DB_PASSWORD', length: 7, class: 'name' }])
    expect(JSON.stringify(secretPlaces(body))).not.toContain('hunter2')
  })

  it.each<[string, unknown, string[]]>([
    ['texts alone', { DB_PASSWORD: 'hunter2', A: 1 }, ['properties.DB_PASSWORD name']],
    ['what is documented', { osType: 'Linux', DB_PASSWORD: 'hunter2', networkSettings: {} }, []],
    ['a text', 'hunter2', [' unrecognised']],
    [
      'services that are not a list',
      { DB_PASSWORD: 'hunter2', customServices: 'hunter2' },
      ['properties.customServices unrecognised'],
    ],
    [
      'services',
      { DB_PASSWORD: 'hunter2', customServices: [{ environmentVariables: { DB_PASSWORD: 'hunter2' } }] },
      ['properties.customServices.0.environmentVariables.DB_PASSWORD name'],
    ],
    ['nothing', null, []],
    ['blanks', ' ', []],
  ])('among the properties of a compute looks at %s', (_what, properties, expected) => {
    const places = secretPlaces({ properties: { properties } }, true)
    expect(places.map((place) => `${place.path.replace(/^properties\.(properties$)?/, '')} ${place.class}`)).toEqual(
      expected,
    )
  })

  it.each([
    [{ value: 'hunter2' }, '0', 'safe'],
    [{ name: '', value: 'hunter2' }, '0', 'safe'],
    [{ name: ['x'], value: `Account${'Key'}=x` }, '0', 'credential:account-key'],
    [{ name: `Account${'Key'}=x`, value: 'hunter2' }, '…', 'name'],
  ])('of a list looks at variables without a name of their own: %j', (variable, name, type) => {
    const places = secretPlaces({ environmentVariables: [variable] })
    expect(places).toMatchObject([{ path: `environmentVariables.${name}.value`, name, class: type }])
  })

  it.each([
    [[{ name: 'DB_PASSWORD' }, { name: 'A', secureValue: null }, { name: 'B', value: 7 }, null, []]],
  ])('finds none in the list %j', (bag) => {
    expect(secretPlaces({ environmentVariables: bag })).toEqual([])
  })

  it('looks below texts that stand beside what is nested, of a compute', () => {
    const customServices = [{ environmentVariables: { DB_PASSWORD: 'hunter2' } }]
    const body = { properties: { properties: { vmSize: 'STANDARD_DS3_v2', customServices } } }
    expect(secretPlaces(body, true)).toMatchObject([{ name: 'DB_PASSWORD', class: 'name' }])
  })

  it('looks at texts that stand beside what is null', () => {
    const body = { properties: { metadata: { note: null, DB_PASSWORD: 'hunter2' } } }
    expect(secretPlaces(body)).toMatchObject([{ name: 'DB_PASSWORD', class: 'name' }])
  })

  it('looks at texts that are nested in a bag, under the nearest name', () => {
    const nested = { conn: 'x', other: { a: 1, note: 'y', login: { DB_PASSWORD: 'hunter2' }, tokens: ['abcd'] } }
    expect(secretPlaces({ properties: { properties: nested } })).toEqual([
      { path: 'properties.properties.conn', name: 'conn', length: 1, class: 'safe' },
      { path: 'properties.properties.other.login.DB_PASSWORD', name: 'DB_PASSWORD', length: 7, class: 'name' },
    ])
    const list = { variables: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }
    expect(secretPlaces({ properties: { environmentVariables: list } })).toEqual([
      { path: 'properties.environmentVariables.variables.0.value', name: 'DB_PASSWORD', length: 7, class: 'name' },
    ])
  })

  it.each([
    ['variables in a text', { environmentVariables: 'DB=x' }, 'environmentVariables', 4],
    ['variables that are a number', { environmentVariables: 7 }, 'environmentVariables', 1],
    ['variables in a list of texts', { environmentVariables: ['DB=x', '', 7, null] }, 'environmentVariables.0', 4],
    ['metadata in a text', { metadata: 'DB=x' }, 'metadata', 4],
    ['a job of a pipeline in a text', { jobs: 'x' }, 'jobs', 1],
    ['a switch in place of a trial', { trial: true }, 'trial', 4],
  ])('tells that nobody knows how to look into %s', (_name, properties, path, length) => {
    const name = path.split('.').at(-1)
    const place = { path: `properties.${path}`, name, length, class: 'unrecognised' }
    expect(secretPlaces({ properties })).toEqual([place])
  })

  it('tells that nobody knows how to look into custom services in a text, of a compute alone', () => {
    const properties = { properties: { customServices: 'x' } }
    const place = { path: 'properties.properties.customServices', name: 'customServices', length: 1 }
    expect(secretPlaces({ properties }, true)).toEqual([{ ...place, class: 'unrecognised' }])
    expect(secretPlaces({ properties })).toEqual([{ ...place, class: 'safe' }])
  })

  it('tells a credential by its shape, whatever it stands in', () => {
    const [, value = '', shape] = credentials[0] ?? []
    for (const environmentVariables of [value, [value]]) {
      expect(secretPlaces({ environmentVariables })).toMatchObject([{ class: `credential:${shape}` }])
    }
  })

  it.each([null, '', ' ', {}, { A: null }, { A: 7, B: {}, C: { value: 7 }, D: [] }])('finds none in %j', (bag) => {
    expect(secretPlaces({ properties: { environmentVariables: bag, properties: null, metadata: bag } })).toEqual([])
  })

  it('looks as deep as anybody nests', () => {
    const nested = (levels: number): unknown =>
      levels === 0 ? { environmentVariables: { DB_PASSWORD: 'hunter2' } } : { deeper: nested(levels - 1) }
    expect(secretPlaces(nested(32))).toHaveLength(1)
    expect(secretPlaces(nested(33))).toEqual([])
  })

  it('takes any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void secretPlaces(body)))
    let deep: unknown = { environmentVariables: { A: 'b' } }
    for (let level = 0; level < 5000; level += 1) deep = { deep }
    expect(secretPlaces(deep)).toEqual([])
    expect(secretPlaces({ environmentVariables: deep })).toEqual([])
  })
})

describe('what a plan leaves open where variables can stand', () => {
  const open = new Unknown('The plan does not say it.')
  const nestedIn = (depth: number) => {
    let body: unknown = { environmentVariables: open }
    for (let level = 0; level < depth; level += 1) body = { properties: body }
    return body
  }
  it.each<[string, unknown, boolean]>([
    ['a bag', { properties: { environmentVariables: open } }, true],
    ['a bag in another spelling', { properties: { Environment_Variables: open } }, true],
    ['a variable', { properties: { environmentVariables: { TOKEN: open } } }, true],
    ['the value of a variable', { properties: { environmentVariables: [{ name: 'TOKEN', value: open }] } }, true],
    ['what a bag may lie in', { properties: open }, true],
    ['what a bag may lie in, in another casing', { properties: { JOBDefinition: open } }, true],
    [
      'a bag in a list',
      { containers: [{ environmentVariables: { TOKEN: 'x' } }, { environmentVariables: open }] },
      true,
    ],
    ['a bag behind one that is known', { a: { environmentVariables: {} }, b: { environmentVariables: open } }, true],
    ['a bag, as deep as anybody looks', nestedIn(32), true],
    ['a bag, deeper', nestedIn(33), false],
    ['what no bag lies in', { properties: { description: open } }, false],
    [
      'what only sounds like it',
      {
        properties: {
          myProperties: open,
          propertiesOfIt: open,
          environmentVariablesOf: open,
          myEnvironmentVariables: open,
        },
      },
      false,
    ],
    ['nothing', { properties: { environmentVariables: { TOKEN: 'x' } } }, false],
    ['nothing at all', null, false],
    ['nothing in a text', 'environmentVariables', false],
  ])('%s', (_what, body, isOpen) => expect(openVariable(body)).toBe(isOpen ? open : null))
})

describe('what is kept', () => {
  it.each(credentials)('is not the value of %s=%s, wherever it stands', (name, value, shape) => {
    const instead = `${value.length} characters, credential:${shape}`
    expect(redacted(value, name)).toBe(instead)
    expect(redacted({ a: [{ [name]: value }, 1], b: null }, '')).toEqual({ a: [{ [name]: instead }, 1], b: null })
    expect(redactedTags({ [name]: value })).toEqual({ [name]: instead })
    expect(isRedacted(instead)).toBe(true)
    for (const other of [value, `${instead} `, [instead], undefined]) expect(isRedacted(other)).toBe(false)
  })

  it('is not a credential in place of a name', () => {
    const [, value = ''] = credentials[0] ?? []
    expect(redacted({ a: { [value]: 1 } })).toEqual({ a: { '…': 1 } })
    expect(redactedTags({ [value]: 'x' })).toEqual({ '…': 'x' })
    expect(secretPlaces({ [value]: { environmentVariables: { [value]: 'x' } } })).toEqual([
      { path: '….environmentVariables.…', name: '…', length: 1, class: 'name' },
    ])
  })

  it('is what need not be hidden, as it is', () => {
    const body = {
      keyIdentifier: 'https://kv.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef',
      ids: ['/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg', '', null, 7, true],
    }
    expect(redacted(body)).toBe(body)
    expect(redactedTags(null)).toBe(null)
    expect(redactedTags('text')).toBe('text')
  })

  it.each([
    ['db-password', 'hunter2', '7 characters, name'],
    ['token', 'tier-1', '6 characters, name'],
    ['secret', 'yes', 'yes'],
    ['secret', ' yes ', ' yes '],
    ['password', 'p4ssword', '8 characters, name'],
    ['password', 'x', 'x'],
    ['password', '9!', '2 characters, name'],
    ['password', '!', '1 character, name'],
    ['secret', 'Vertraulich', 'Vertraulich'],
    ['token_count', '5 or more', '5 or more'],
    ['team', 'tier-1', 'tier-1'],
  ])('of the tag %s=%s is %s', (name, value, kept) => {
    expect(redactedTags({ [name]: value })).toEqual({ [name]: kept })
  })

  it.each([
    '',
    'yes',
    '7 characters',
    'has 7 characters, name',
    '7 characters, name, and more',
    7,
    ['7 characters, name'],
    null,
    undefined,
  ])('is told from %j', (value) => {
    expect(isRedacted(value)).toBe(false)
  })

  it('is nothing that is nested deeper than anybody looks', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])
    expect(JSON.stringify(redacted(nested(33)))).toContain('"x"')
    expect(JSON.stringify(redacted(nested(34)))).toContain('"…"')
    expect(redactedTags({ password: 7, secret: null })).toEqual({ password: 7, secret: null })
    expect(isRedacted('1 character, name')).toBe(true)
    expect(redacted(`  ${b64(86)}==\n`)).toBe('91 characters, credential:base64-key')
    expect(JSON.stringify(redacted(nested(40)))).toContain('"…"')
  })

  it('has no shape of a credential left, whatever it was', () => {
    const secrets = credentials.map(([, value]) => value).filter((value) => classify('', value) !== 'safe')
    const text = fc.oneof(fc.string(), fc.constantFrom(...secrets))
    const json = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, text, fc.array(tie('any')), fc.dictionary(text, tie('any'))),
    })).any
    fc.assert(
      fc.property(json, (value) => {
        const kept = redacted(value)
        expect(redacted(kept)).toBe(kept)
        for (const secret of secrets) expect(texts(kept)).not.toContain(secret)
      }),
    )
  })
})

/** Every text in it, names of members as well. */
function texts(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value]
  return Object.entries(value).flatMap(([key, member]) => [key, ...texts(member)])
}
