import { describe, expect, it } from 'vitest'
import {
  attested,
  fail,
  isOn,
  notApplicable,
  oneOf,
  pass,
  severity,
  unknown,
  type Verdict,
  worst,
} from '../../src/checklist/check.ts'
import { spoken } from '../spoken.ts'

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
    expect(spoken(oneOf(value, known))).toEqual(verdict)
  })

  it.each<[boolean | undefined, string]>([
    [true, 'pass'],
    [false, 'fail'],
    [undefined, 'unknown'],
  ])('by the switch %j', (value, status) => {
    expect(isOn(value, 'It is off.').status).toBe(status)
  })
})

describe('the worst of several', () => {
  const hidden = unknown('forbidden', 'Hidden.')
  const failed = fail('Plain.')
  const graded = (given: Parameters<typeof severity>[0]) => fail(`Of ${given} severity.`, { severity: given })
  it.each<[string, Verdict[], number]>([
    ['what fails, not what passes', [pass(), failed], 1],
    ['what fails, not what is unknown', [hidden, failed], 1],
    ['what is unknown, not what passes', [pass('Fine.'), hidden, pass()], 1],
    ['what passes, not what is not asked', [notApplicable('absent'), pass(), notApplicable('not-used')], 1],
    ['the graver of two', [graded('info'), graded('low')], 1],
    ['the gravest of four', [graded('info'), graded('low'), graded('medium'), graded('high')], 3],
    ['the graver of two, whatever comes first', [graded('medium'), graded('low')], 0],
    ['what has the severity of the check before what has a lower one', [graded('medium'), failed], 1],
    ['the first of two as grave as each other', [graded('high'), failed], 0],
    ['by the stricter profile', [graded('low'), fail('Both.', { severity: severity('medium', 'info') })], 1],
    ['the first of what decides nothing', [attested('Always.'), notApplicable('absent')], 0],
  ])('is %s', (_what, verdicts, index) => {
    expect(worst(verdicts)).toBe(verdicts[index])
  })

  it('of none asks for nothing', () => {
    expect(worst([])).toEqual({ status: 'not-applicable', reason: 'not-used' })
  })
})

it('a pass says why only where there is something to say', () => {
  expect(pass()).toEqual({ status: 'pass' })
  expect(pass('Fine.')).toEqual({ status: 'pass', message: 'Fine.' })
})
