import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutCredentials } from '../../src/evidence/in-text.ts'
import { shapeOf } from '../../src/evidence/secrets.ts'
import { oneLine, quoted, severalLines } from '../../src/text.ts'
import { alnum, b64, credentials } from './credentials.ts'

/** What stands before and after a credential in an error message. */
const around: [string, string][] = [
  ['The call with ', ' failed (404).'],
  ['(', ')'],
  ['{"value":"', '"}'],
  ["'", "'"],
  ['<', '>'],
  ['url: ', ''],
  ['', '\nnext line'],
]

/** 32 bytes are a key only under the name of one: so is the digest of many a file. */
const recognisable = credentials.filter(([, value]) => shapeOf('', value) !== null)

/** What nobody may see of it: the longest run of letters and digits, as far as it is not a word. */
function secretOf(value: string): string {
  const runs = value.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []
  return runs.filter((run) => /\d/.test(run)).sort((one, other) => other.length - one.length)[0] ?? value
}

describe('a text that is shown', () => {
  it.each(recognisable)('has nothing of %s %s', (_name, value) => {
    for (const [before, after] of around) {
      const bare = withoutCredentials(before + value + after)
      expect(bare.startsWith(before)).toBe(true)
      expect(shapeOf('', bare)).toBeNull()
      expect(bare).not.toContain(secretOf(value).slice(0, 12))
      expect(bare).toContain('***')
    }
  })

  it.each([
    ['Server=tcp:db;User ID=sa;Password=hunter2;', 'Server=tcp:db;User ID=sa;Password=***;'],
    ['Password="hunter 2" was refused', 'Password=*** was refused'],
    ["client_secret='hunter2'", 'client_secret=***'],
    ['{"clientSecret":"hunter2","name":"x"}', '{"clientSecret":"***","name":"x"}'],
    ['{"password": "hunter2"}', '{"password": "***"}'],
    [`https://x/y?a=b&${'sig'}=ab%2Fc%3D&se=2027`, 'https://x/y?a=b&sig=***&se=2027'],
    [`https%3A%2F%2Fx%3Fa%3Db%26${'sig'}%3Dab%252Fc&x=y`, 'https%3A%2F%2Fx%3Fa%3Db%26sig=***&x=y'],
    [`"u\\u0026${'sig'}=abc\\u0026se=1"`, '"u\\u0026sig=***\\u0026se=1"'],
    [`Account${'Key'}%3D${b64(40)}`, 'AccountKey: ***'],
    [`Authorization: Basic ${b64(40)}`, 'Authorization: Basic ***'],
    [`bearer ${alnum(30)}1`, 'bearer ***'],
    [`github_${'pat'}_${alnum(40)}`, '***'],
    [`ey${'J'}hbGciOiJSUzI1NiJ9.cut-off-in-its-payl`, '***'],
    ['https://user:hunter2@proxy.example:8080/', 'https://***@proxy.example:8080/'],
    [
      `a -----BEGIN RSA ${'PRIVATE'} KEY-----\nabc\n-----END RSA ${'PRIVATE'} KEY----- b, and ${'c'.repeat(9)}`,
      `a *** b, and ${'c'.repeat(9)}`,
    ],
    [`a -----BEGIN ${'PRIVATE'} KEY-----\nabc\ncut off`, 'a ***'],
    ['of DefaultEndpointsProtocol=https;AccountName=st;EndpointSuffix=x is', 'of *** is'],
    ['Password="hunter 2, cut o', 'Password=***'],
    [`USE_TOKEN='tr"ue'`, 'USE_TOKEN=***'],
    ["Password='hunter 2, cut o", 'Password=***'],
    ['{"password":"hunter2, cut o', '{"password":"***"'],
  ])('has nothing of %s', (text, shown) => {
    expect(withoutCredentials(text)).toBe(shown)
  })

  it.each([
    "The client 'x' with object id '1' does not have authorization to perform action 'Microsoft.Storage/storageAccounts/read'.",
    'Give the job `permissions: id-token: write`.',
    'The token was not valid: try again.',
    'Account key: see the portal',
    'TOKEN_URL=https://login.example.com/token',
    'USE_TOKEN=true MAX_TOKEN=4096',
    'Basic authentication is disabled',
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/keys/k',
    'https://kv.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef?api-version=2024-11-01',
    'monkeyJar.example.com, keyJson',
    'a=b somebodys-long-host.name-of-a-machine.example.com',
    'a=b eyJ012345678.abcdefghij',
    `USE_TOKEN="true" MAX_TOKEN='4096'`,
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  ])('is left as it is: %s', (text) => {
    expect(withoutCredentials(text)).toBe(text)
    expect(oneLine(text)).toBe(text)
  })

  it('is the same when it is cleaned twice, and has no shape of a credential, whatever it was', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom(...recognisable.map(([, value]) => value)))
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(' ', '", "', '\n', ' (', '>'), (parts, between) => {
        const once = withoutCredentials(parts.join(between))
        expect(withoutCredentials(once)).toBe(once)
        expect(shapeOf('', once)).toBeNull()
      }),
    )
  })
})

describe('however a text is shown', () => {
  const ways: [string, (text: string, limit?: number) => string][] = [
    ['in a sentence', oneLine],
    ['in lines', severalLines],
    ['in quotation marks', quoted],
  ]

  it.each(ways)('%s, a credential is not seen by half, wherever it is cut', (_way, show) => {
    for (const [, value] of recognisable)
      for (const length of [0, 30, 60, 1281, 1380, 1419]) {
        const shown = show(`${'ab '.repeat(length / 3)} ${value}`, 80)
        expect(shown).not.toContain(secretOf(value).slice(0, 12))
      }
    const many = `${recognisable.map(([, value]) => value).join(' ')} `.repeat(3)
    for (let end = 0; end < many.length; end += 211)
      for (const [, value] of recognisable)
        expect(show(many.slice(0, end) + 'x'.repeat(9000), 40)).not.toContain(secretOf(value).slice(0, 12))
  })

  it.each(ways)('%s, it holds nothing that cannot be seen', (_way, show) => {
    const hidden = [
      '\u001b[31m',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u200d',
      '\ufeff',
      '\u2028',
      '\u0007',
      '\ud800',
      '\u00ad',
    ]
    const shown = show(`a${hidden.join('b')}c\td`)
    expect(shown).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u)
  })

  it.each(ways)('%s, it is cut off', (_way, show) => {
    for (const text of ['x'.repeat(1_000_000), 'eyJ'.repeat(200_000), '😀'.repeat(100_000)])
      expect(Array.from(show(text, 50)).length).toBeLessThanOrEqual(60)
  })

  it('in lines, the lines stay', () => {
    expect(severalLines('one\r\n  two\n\nthree')).toBe('one\n  two\n\nthree')
  })
})
