import { describe, expect, it } from 'vitest'
import { verdict } from '../../src/report/markdown.ts'
import { examples, finding, ids, policy, report, workspace } from './builder.ts'

const { purge, admin, tls } = examples

describe('the verdict in a sentence', () => {
  it('names the worst finding, what is new before what is known', () => {
    const workspaces = [workspace('mlw', [tls(), purge('kv-old', { new: false }), purge('kv-new', { new: true })])]
    expect(verdict(report({ conclusion: 'fail', workspaces }), policy)).toBe(
      'Encryption check failed: 2 high-severity findings, worst: Purge protection is not enabled on the vault of the customer-managed key (kv-new)',
    )
  })

  it('adds severities up below high', () => {
    const workspaces = [workspace('mlw', [admin('cr1'), admin('cr2'), purge()])]
    expect(verdict(report({ conclusion: 'fail', workspaces }), { ...policy, failOnSeverity: 'medium' })).toMatch(
      /^Encryption check failed: 3 findings \(1 high, 2 medium\), worst: Purge/,
    )
  })

  it('does not name a resource twice, nor one without a name', () => {
    const say = (message: string, resource: string) =>
      verdict(
        report({
          conclusion: 'fail',
          workspaces: [workspace('mlw', [finding('key/readable', resource, { severity: 'high', message })])],
        }),
        policy,
      )
    expect(say('The key kv/cmk is gone', ids.key('kv', 'cmk'))).toMatch(/worst: The key kv\/cmk is gone$/)
    expect(say('Gone.', 'https://kv.vault.azure.net/keys/cmk')).toMatch(
      /worst: Gone \(kv\.vault\.azure\.net\/keys\/cmk\)$/,
    )
    expect(say('Gone.', '/subscriptions/1/resourceGroups/rg')).toMatch(/\(rg\)$/)
    expect(say('Gone.', `${ids.workspace('mlw')}/computes`)).toMatch(/\(mlw\/computes\)$/)
    expect(say('Gone.', '')).toMatch(/\(no name\)/)
    expect(say('Gone.', '/')).toMatch(/\(\/\)$/)
  })

  it('is one line without control characters, and not long', () => {
    const workspaces = [workspace('mlw', [purge('kv\u202e', { message: `a\n${'b'.repeat(1000)}` })])]
    const sentence = verdict(report({ conclusion: 'fail', workspaces }), policy)
    expect(sentence).not.toMatch(/[\n\u202e]/)
    expect(sentence.length).toBeLessThan(400)
  })
})
