import { expect, it } from 'vitest'
import type { Finding, Threshold } from '../../src/model.ts'
import { sentenceOf } from '../../src/report/view/sentence.ts'
import { asText } from '../../src/said.ts'
import { examples, waiver as waiverOf } from './builder.ts'

const bare = asText(examples.purge().message)
const doubtful = `${bare} (from Resource Graph)`
const waiver = waiverOf('ada', 'soon', '2027-03-31')

it.each<[string, Partial<Finding>, Threshold, string]>([
  ['a failure that Resource Manager has confirmed', {}, 'high', bare],
  ['one that it has not', { confirmed: false }, 'high', doubtful],
  ['one that is waived', { confirmed: false, status: 'waived', waiver }, 'high', doubtful],
  ['one below the threshold', { confirmed: false, severity: 'medium' }, 'high', bare],
  ['one where nothing fails the job', { confirmed: false }, 'never', bare],
  ['what is undecided', { confirmed: false, status: 'unknown', reason: 'forbidden' }, 'high', bare],
  [
    'what was undecided and is waived',
    { confirmed: false, status: 'waived', reason: 'forbidden', waiver },
    'high',
    bare,
  ],
  ['what passes', { confirmed: false, status: 'pass' }, 'high', bare],
])('the sentence of %s', (_what, overrides, failOnSeverity, expected) => {
  expect(sentenceOf(examples.purge('kv', overrides), { failOnSeverity })).toBe(expected)
})
