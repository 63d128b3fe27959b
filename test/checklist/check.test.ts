import { describe, expect, it } from 'vitest'
import { az, isOn, named, oneOf } from '../../src/checklist/check.ts'
import { ids, scope } from './builder.ts'

describe('a command', () => {
  it.each<[string, string]>([
    ['plain-1.2_3', 'plain-1.2_3'],
    ['a b', "'a b'"],
    ['', "''"],
    ['<key>', "'<key>'"],
    ['$(rm -rf /)', "'$(rm -rf /)'"],
    ["it's", "'it'\\''s'"],
    ['a;b', "'a;b'"],
    ['a\nb', "'a b'"],
    ['`id`', "'`id`'"],
  ])('quotes %j', (value, quoted) => {
    expect(az`show --name ${value}`).toBe(`az show --name ${quoted}`)
  })

  it('makes several words of a list', () => {
    expect(az`show ${['--a', 'b c']} --d`).toBe("az show --a 'b c' --d")
  })

  it('finds a resource whatever the default subscription is', () => {
    expect(named(ids.vault)).toEqual([
      '--name',
      'kv-fraud',
      '--resource-group',
      'rg-Fraud',
      '--subscription',
      scope.subscriptionId,
    ])
    expect(named(ids.hsm, '--hsm-name').slice(0, 2)).toEqual(['--hsm-name', 'hsm1'])
    expect(named('kv')).toEqual(['--name', 'kv'])
  })
})

describe('a decision', () => {
  const known = { pass: ['Good'], fail: ['Bad'] }
  it.each<[string | undefined, unknown]>([
    ['GOOD', { status: 'pass' }],
    ['bad', { status: 'fail', message: 'The value is bad.' }],
    [
      'else',
      expect.objectContaining({
        status: 'unknown',
        reason: 'unrecognised-value',
        message: expect.stringContaining('"else"'),
      }),
    ],
    [undefined, expect.objectContaining({ status: 'unknown', reason: 'property-absent' })],
  ])('by the value %j', (value, verdict) => {
    expect(oneOf(value, known)).toEqual(verdict)
  })

  it.each<[boolean | undefined, string]>([
    [true, 'pass'],
    [false, 'fail'],
    [undefined, 'unknown'],
  ])('by the switch %j', (value, status) => {
    expect(isOn(value, 'It is off.').status).toBe(status)
  })
})
