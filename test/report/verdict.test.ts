import { describe, expect, it } from 'vitest'
import { checklist } from '../../src/checklist/index.ts'
import type { Finding, Missing, Policy, Report } from '../../src/model.ts'
import { symbol, verdict } from '../../src/report/view/verdict.ts'
import { context, examples, finding, ids, missingVault, policy, report, workspace } from './builder.ts'

const { purge, admin, tls, unreadable } = examples
const checks = new Map(checklist.map((check) => [check.id, { creationOnly: false, ...check, rows: [...check.rows] }]))

const failed = (findings: Finding[], overrides: Partial<Policy> = {}, more: Parameters<typeof report>[0] = {}) =>
  verdict(report({ conclusion: 'fail', workspaces: [workspace('mlw', findings)], ...more }), {
    ...context({ policy: { ...policy, ...overrides } }),
    checks,
  })
const high = (check: string, overrides: Partial<Finding> = {}) =>
  finding(check, ids.vault('kv'), { severity: 'high', ...overrides })
const open = (check: string) => unreadable(check, { severity: 'high' })

describe('the verdict in a sentence', () => {
  it.each<[string, Finding[], Partial<Policy>, string]>([
    ['one failure', [purge('kv')], {}, 'The key vault can be purged (kv); 1 high-severity failure'],
    [
      'the same failure in several places, what is new first',
      [tls(), purge('kv-old', { new: false }), purge('kv-new', { new: true })],
      {},
      'The key vault can be purged (kv-new); 2 high-severity failures',
    ],
    [
      'severities below high',
      [admin('cr1'), admin('cr2'), purge('kv')],
      { failOnSeverity: 'medium' },
      'The key vault can be purged (kv); 3 failures (1 high, 2 medium)',
    ],
    [
      'what could not be decided fails the job as well',
      [purge('kv'), open('key/readable'), open('key/validity')],
      {},
      'The key vault can be purged (kv); 1 high-severity failure, 2 undecided checks',
    ],
    [
      'what could not be decided does not fail it',
      [purge('kv'), open('key/readable')],
      { onUnknown: 'warn' },
      'The key vault can be purged (kv); 1 high-severity failure',
    ],
    [
      'undecided below the threshold',
      [purge('kv'), unreadable('key/validity', { severity: 'low' })],
      {},
      'The key vault can be purged (kv); 1 high-severity failure',
    ],
  ])('%s', (_name, findings, overrides, expected) => {
    expect(failed(findings, overrides)).toBe(`Encryption check failed: ${expected}`)
  })

  it('counts what several workspaces share for each, as everything else does', () => {
    const workspaces = ['one', 'two'].map((name) => workspace(name, [purge('kv'), open('key/readable')]))
    expect(failed([], {}, { workspaces })).toBe(
      'Encryption check failed: The key vault can be purged (kv); 2 high-severity failures, 2 undecided checks',
    )
  })

  it('says of a job that passes that it does', () => {
    expect(failed([purge('kv')], { warnOnly: true })).toBe(
      'Encryption check failed (the job does not fail): The key vault can be purged (kv); 1 high-severity failure',
    )
  })

  it('counts only what the baseline does not have, where nothing else counts', () => {
    const findings = [purge('old', { new: false }), purge('new', { new: true })]
    expect(failed(findings, { failOnNewOnly: true }, { new: 1, fixed: 0 })).toBe(
      'Encryption check failed: The key vault can be purged (new); 1 high-severity failure that the baseline does not have',
    )
  })
})

type Given = Parameters<typeof report>[0]

describe('every verdict, with its symbol', () => {
  const mlw = (...findings: Finding[]) => ({ workspaces: [workspace('mlw', findings)] })
  const unread = (reason: Missing['reason'], message: string): Given => ({
    missing: [missingVault({ reason, message })],
  })
  const never: Partial<Policy> = { failOnSeverity: 'never' }
  const lenient = ' (the job does not fail)'

  it.each<[string, Report['conclusion'], Given, Partial<Policy>, string, string]>([
    ['no identity', 'skipped', {}, {}, '⏭️', 'skipped: this run has no identity in Azure'],
    ['all is well', 'pass', mlw(), {}, '✅', 'passed: 1 workspace'],
    [
      'several workspaces',
      'pass',
      { workspaces: [workspace('a', []), workspace('b', [])] },
      {},
      '✅',
      'passed: 2 workspaces',
    ],
    ['what fails below the threshold', 'pass', mlw(admin('cr')), {}, '✅', 'passed: 1 workspace'],
    [
      'what the baseline has',
      'pass',
      { ...mlw(purge('kv', { new: false })), new: 0, fixed: 0 },
      { failOnNewOnly: true },
      '✅',
      'passed: 1 workspace, nothing new besides 1 high-severity failure',
    ],
    ['nothing fails the job, and nothing failed', 'pass', mlw(), never, '✅', 'passed: 1 workspace'],
    [
      'nothing fails the job, and something failed',
      'pass',
      mlw(purge('kv'), admin('cr')),
      never,
      '⚠️',
      'reports 2 failures (1 high, 1 medium) in 1 workspace',
    ],
    [
      'one of low severity',
      'pass',
      mlw(tls('st', { severity: 'low' })),
      never,
      '⚠️',
      'reports 1 low-severity failure in 1 workspace',
    ],
    ['advice alone', 'pass', mlw(tls('st', { severity: 'info' })), never, '✅', 'passed: 1 workspace'],
    ['no workspace', 'incomplete', {}, {}, '⚠️', 'found no Azure Machine Learning workspace'],
    [
      'no workspace, and the reason',
      'incomplete',
      unread('throttled', 'Azure throttled every attempt.'),
      {},
      '⚠️',
      'found no Azure Machine Learning workspace: Azure throttled every attempt',
    ],
    ...(['not-visible', 'absent'] as const).map(
      (reason): [string, Report['conclusion'], Given, Partial<Policy>, string, string] => [
        `no workspace, which says as much (${reason})`,
        'incomplete',
        unread(reason, 'Nothing is visible.'),
        {},
        '⚠️',
        'found no Azure Machine Learning workspace',
      ],
    ),
    [
      'something that was named is not there',
      'incomplete',
      mlw(),
      {},
      '⚠️',
      'could not find or access everything that was named',
    ],
    ['undecided', 'incomplete', mlw(open('key/readable')), {}, '⚠️', 'could not decide 1 check of high severity'],
    [
      'undecided at a lower threshold',
      'incomplete',
      mlw(open('key/readable'), unreadable('key/validity', { severity: 'medium' })),
      { failOnSeverity: 'medium' },
      '⚠️',
      'could not decide 2 checks of medium or higher severity',
    ],
    [
      'undecided, and the job passes',
      'incomplete',
      mlw(open('key/readable')),
      { warnOnly: true },
      '⚠️',
      `could not decide 1 check of high severity${lenient}`,
    ],
    [
      'nothing found, and the job passes',
      'incomplete',
      {},
      { warnOnly: true },
      '⚠️',
      `found no Azure Machine Learning workspace${lenient}`,
    ],
    [
      'not everything found, and the job passes',
      'incomplete',
      mlw(),
      { warnOnly: true },
      '⚠️',
      `could not find or access everything that was named${lenient}`,
    ],
    [
      'a failure',
      'fail',
      mlw(purge('kv')),
      {},
      '❌',
      'failed: The key vault can be purged (kv); 1 high-severity failure',
    ],
    [
      'a failure, and the job passes',
      'fail',
      mlw(purge('kv')),
      { warnOnly: true },
      '⚠️',
      `failed${lenient}: The key vault can be purged (kv); 1 high-severity failure`,
    ],
  ])('%s', (_name, conclusion, given, overrides, sign, sentence) => {
    const policyOf = { ...policy, ...overrides }
    const shown = report({ conclusion, ...given })
    expect(symbol(shown, policyOf)).toBe(sign)
    expect(verdict(shown, { ...context({ policy: policyOf }), checks })).toBe(`Encryption check ${sentence}`)
  })

  it('speaks of the exit code where there is no job', () => {
    const shown = report({ conclusion: 'incomplete', ...mlw() })
    const atCommandLine = { ...shown, run: { ...shown.run, event: 'command-line' } }
    expect(verdict(atCommandLine, context({ policy: { ...policy, warnOnly: true } }))).toBe(
      'Encryption check could not find or access everything that was named (exit code 0)',
    )
  })
})

describe('the worst failure', () => {
  /** In the order of the checklist, disks of AKS come before secrets, and keys after the workspace. */
  it.each<[string, string, string]>([
    ['an expired key', 'key/validity', 'The key has expired, expires soon, or is not valid yet'],
    ['a key that is gone', 'key/readable', 'The key, or the version in use, does not exist'],
    ['a vault that is gone', 'key-vault/exists', 'The key vault does not exist'],
    ['a secret in a job', 'secrets/job-environment', 'A job has a secret in its environment variables'],
    ['a secret in a deployment', 'secrets/deployment-environment', 'A deployment has a secret in its environment'],
    ['a connection with a secret', 'secrets/connections', 'A connection uses or exposes a secret'],
    ['storage in clear', 'storage/secure-transfer', 'Storage accepts unencrypted connections'],
    ['an endpoint in clear', 'endpoint/scoring-tls', 'An endpoint is reached without TLS'],
  ])('%s stands before disks of AKS and a workspace without a key', (_name, check, title) => {
    const others = ['workspace/customer-managed-key', 'kubernetes/disk-cmk', 'storage/customer-managed-key']
    for (const findings of [
      [...others, check],
      [check, ...others],
    ])
      expect(failed(findings.map((id) => high(id)))).toContain(`failed: ${title}`)
  })

  it('is one that lost keys rather than one that shows data', () => {
    expect(failed([high('storage/secure-transfer'), high('secrets/job-environment')])).toContain(': A job has a secret')
  })

  it('is the most severe, whatever can be undone', () => {
    const mild = high('key/validity', { severity: 'medium' })
    expect(failed([mild, high('kubernetes/disk-cmk')], { failOnSeverity: 'medium' })).toContain(
      'failed: Disks of the cluster have no customer-managed key (kv); 2 failures (1 high, 1 medium)',
    )
  })

  it('is the first of the checklist where all else is equal', () => {
    expect(failed([high('storage/minimum-tls'), high('key-vault/purge-protection')])).toContain(': The key vault can')
  })
})

describe('the name of the worst failure', () => {
  const nameOf = (sentence: string) => sentence.slice('Encryption check failed: '.length, sentence.lastIndexOf(';'))
  const named = (check: string, resource: string) => nameOf(failed([high(check, { resource })]))

  it.each(
    checklist.map(({ id, failed: title }) => [id, title] as const),
  )('%s: whole, in 80 characters', (id, title) => {
    const long = ids.workspace('w'.repeat(33))
    expect(named(id, ids.vault('kv'))).toBe(`${title} (kv)`)
    for (const resource of [long, ids.key('kv'.repeat(12), 'k'.repeat(127)), '', 'x'.repeat(5000)]) {
      expect(named(id, resource)).toMatch(/^[A-Z][^…]*$/)
      expect(named(id, resource).length).toBeLessThanOrEqual(80)
      expect(named(id, resource).startsWith(title)).toBe(true)
    }
  })

  it.each<[string, string]>([
    [ids.key('kv', 'cmk'), 'kv/cmk'],
    ['https://kv.vault.azure.net/keys/cmk', 'kv.vault.azure.net/keys/cmk'],
    ['/subscriptions/1/resourceGroups/rg', 'rg'],
    [`${ids.workspace('mlw')}/computes`, 'mlw/computes'],
    ['/', '/'],
  ])('says where: %s', (resource, where) => {
    expect(named('key/enabled', resource)).toBe(`The key is disabled (${where})`)
  })

  it('has no place where nothing is named', () => {
    expect(named('key/enabled', '')).toBe('The key is disabled')
  })

  it('is one line without control characters, and says nothing that Azure said', () => {
    const sentence = failed([purge('kv\u202e', { message: `a\n${'b'.repeat(1000)}` })])
    expect(sentence).toBe('Encryption check failed: The key vault can be purged (kv); 1 high-severity failure')
  })

  it('is the id of a check that this version does not know', () => {
    expect(named('quantum/entangled', ids.vault('kv'))).toBe('quantum/entangled (kv)')
  })
})
