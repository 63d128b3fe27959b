import { describe, expect, it } from 'vitest'
import { acceptedRisks } from '../../src/config/changes.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import { readConfig } from '../../src/config/read.ts'

const checks = [
  { id: 'storage/shared-key', severity: { 'cmk-required': 'medium', baseline: 'low' } },
  { id: 'storage/minimum-tls', severity: 'high' },
  { id: 'storage/encryption-scopes', severity: 'low' },
  { id: 'hdinsight/disk-cmk', severity: 'info' },
  { id: 'key/age', severity: () => 'medium' },
]
const known = { checks: checks.map(({ id }) => id), enableable: ['storage/encryption-scopes'] }
const workspaces = ['mlw-prod', 'mlw-dev'].map((name) => ({ id: `/workspaces/${name}`, name, tags: { data: 'pii' } }))

async function configOf(text: string): Promise<Config> {
  if (text === '') return noConfig
  return readConfig(`version: 1\n${text}`, known, new Date('2026-11-24T00:00:00Z'), 'config.yml')
}

const waiver = (changes = '') =>
  `waivers: [{ check: storage/shared-key, owner: ada, reason: AutoML, expires: 2027-01-31${changes} }]`

describe('what a pull request accepts', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing', '', '', []],
    ['a waiver', '', waiver(), ['storage/shared-key is waived everywhere until 2027-01-31, by ada: AutoML']],
    [
      'a waiver for some',
      '',
      waiver(', workspace: "mlw-*", resource: "*/st*"'),
      [
        'storage/shared-key is waived for resources like */st* in workspaces like mlw-* until 2027-01-31, by ada: AutoML',
      ],
    ],
    ['a waiver that was there', waiver(), waiver(), []],
    ['a waiver that is shorter', waiver(), waiver().replace('2027-01-31', '2026-12-31'), []],
    [
      'a waiver that is longer',
      waiver(),
      waiver().replace('2027-01-31', '2027-02-28'),
      ['storage/shared-key stays waived longer, everywhere until 2027-02-28, by ada: AutoML'],
    ],
    ['a waiver in another case', waiver(', workspace: MLW'), waiver(', workspace: mlw'), []],
    ['a waiver that is gone', waiver(), '', []],
    [
      'a check that is off',
      '',
      'disable: [{ check: hdinsight/*, reason: retired }]',
      ['hdinsight/disk-cmk is disabled: retired'],
    ],
    [
      'a system that is off',
      'disable: [{ check: storage/shared-key, reason: x }]',
      'disable: [{ check: storage/*, reason: x }]',
      ['storage/minimum-tls and storage/encryption-scopes are disabled: x'],
    ],
    ['a check that is on again', 'disable: [{ check: key/*, reason: x }]', '', []],
    [
      'a check that is no longer asked for',
      'enable: [storage/encryption-scopes]',
      '',
      ['storage/encryption-scopes is no longer enabled.'],
    ],
    [
      'a milder severity',
      '',
      'severity: { storage/minimum-tls: low }',
      ['storage/minimum-tls counts as low instead of as the checklist says.'],
    ],
    ['a stricter severity', '', 'severity: { storage/shared-key: high }', []],
    [
      'a severity that is milder under one profile',
      '',
      'severity: { storage/shared-key: low }',
      ['storage/shared-key counts as low instead of as the checklist says.'],
    ],
    [
      'a severity that is no longer raised',
      'severity: { storage/shared-key: high }',
      '',
      ['storage/shared-key counts as the checklist says instead of high.'],
    ],
    ['a severity that is no longer lowered', 'severity: { storage/minimum-tls: info }', '', []],
    [
      'a severity where the own one depends',
      '',
      'severity: { key/age: medium }',
      ['key/age counts as medium instead of as the checklist says.'],
    ],
    ['the highest severity', '', 'severity: { key/age: high }', []],
    [
      'a weaker profile',
      'profiles: [{ workspaces: ["mlw-*"], profile: cmk-required }]',
      'profiles: [{ workspaces: ["*-prod"], profile: cmk-required }]',
      ['mlw-dev is judged by the profile baseline instead of cmk-required.'],
    ],
    ['a stricter profile', '', 'profiles: [{ tags: { data: pii }, profile: cmk-required }]', []],
    [
      'laxer thresholds',
      'thresholds: { key-minimum-bits: 3072 }',
      'thresholds: { key-minimum-bits: 2048, key-maximum-age-days: 900, key-expiry-warning-days: 7, jobs-per-workspace: 10 }',
      [
        'key-minimum-bits is 2048 instead of 3072.',
        'key-maximum-age-days is 900 instead of 730.',
        'key-expiry-warning-days is 7 instead of 30.',
        'jobs-per-workspace is 10 instead of 1000.',
      ],
    ],
    [
      'a validity that is not asked for any more',
      'thresholds: { key-maximum-validity-days: 400 }',
      '',
      ['key-maximum-validity-days is not set instead of 400.'],
    ],
    ['a validity that is asked for', '', 'thresholds: { key-maximum-validity-days: 400 }', []],
    [
      'stricter thresholds',
      '',
      'thresholds: { key-minimum-bits: 4096, key-maximum-age-days: 90, key-expiry-warning-days: 60, jobs-per-workspace: 5000 }',
      [],
    ],
    ['a name that is allowed again', 'job-names: { deny: ["x*"] }', '', ['Jobs may be called x* again.']],
  ])('%s', async (_, base, head, expected) => {
    const risks = acceptedRisks(await configOf(base), await configOf(head), checks, workspaces, 'baseline')
    expect(risks).toEqual(expected)
  })
})
