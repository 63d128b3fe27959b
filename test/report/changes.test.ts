import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/baseline/compare.ts'
import { renderComment } from '../../src/report/markdown/markdown.ts'
import { block, context, examples, finding, ids, policy, report, workspace } from './builder.ts'

const { purge, tls, expiry, unreadable } = examples
const comparison: Comparison = {
  since: '2026-11-23T03:00:12Z',
  upgrade: null,
  weighed: [],
  fixed: [],
  added: [],
  removed: [],
}
const fixed = ['st1', 'st2'].map((name) => ({
  check: 'storage/secure-transfer',
  resource: ids.storage(name),
  workspace: ids.workspace('mlw'),
}))

describe('the difference from the baseline', () => {
  it('stands before everything else, worst first, grouped by check', () => {
    const findings = [
      tls('st3', { new: true }),
      tls('st4', { new: true }),
      tls('st5', { new: false }),
      purge('kv', { new: true }),
      unreadable('key-vault/soft-delete', { new: true }),
      expiry({ severity: 'info', new: true }),
    ]
    const changed = report({ conclusion: 'fail', workspaces: [workspace('mlw', findings)], new: 5, fixed: 2 })
    const shown = { ...comparison, fixed, added: ['mlw'], removed: ['mlw-old', 'mlw-older'] }
    const comment = renderComment(changed, context({ comparison: shown }))
    expect(comment.indexOf('### Changed since')).toBeLessThan(comment.indexOf('| Workspace |'))
    const lines = block(comment, '### Changed since 2026-11-23 03:00 UTC\n')
      .replace(/\]\(\S+\)/g, ']')
      .split('\n')
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- **New**, high: [The key vault can be purged] on `kv`',
      '- **New**, undecided: [Deleted keys can be recovered] on `kv-research`',
      '- **New**, low: [Storage allows TLS older than 1.2] on `st3` and `st4`',
      '- **Fixed**: [Storage accepts unencrypted connections] on `st1` and `st2`',
      '- Workspaces that the baseline does not have: mlw',
      '- Workspaces of the baseline that are gone or out of scope: mlw-old and mlw-older',
    ])
    expect(comment).toContain('Since the baseline: **5 new**, 2 fixed.')
  })

  it('says what weighs something else, the heaviest first', () => {
    const [st] = fixed as [(typeof fixed)[number]]
    const weighed = [
      { ...st, from: 'high' as const, to: 'disabled' as const },
      { ...st, from: 'high' as const, to: 'waived' as const, check: 'storage/minimum-tls' },
      { ...st, from: 'high' as const, to: 'low' as const },
      { ...st, from: 'info' as const, to: 'high' as const },
      { ...st, from: 'info' as const, to: 'high' as const, resource: ids.storage('st2') },
    ]
    const same = report({ workspaces: [workspace('mlw')], new: 0, fixed: 0 })
    const comment = renderComment(same, context({ comparison: { ...comparison, weighed } }))
    const rows = comment.split('\n').filter((line) => /^- \*\*(Now|No longer)/.test(line))
    expect(rows.map((row) => row.replace(/\]\(\S+\)/g, ']'))).toEqual([
      '- **Now high, was info**: [Storage accepts unencrypted connections] on `st1` and `st2`',
      '- **Now low, was high**: [Storage accepts unencrypted connections] on `st1`',
      '- **No longer counted (disabled), was high**: [Storage accepts unencrypted connections] on `st1`',
      '- **No longer counted (waived), was high**: [Storage allows TLS older than 1.2] on `st1`',
    ])
    expect(comment).toContain('Since the baseline: nothing new, 0 fixed, 5 findings count differently.')
  })

  it('is not told where nothing changed, where there is no baseline, and where it could not be read', () => {
    const same = report({ workspaces: [workspace('mlw')], new: 0, fixed: 0 })
    expect(renderComment(same, context({ comparison }))).toContain('Nothing changed since the baseline.')
    expect(renderComment(same, context({ comparison }))).not.toContain('### Changed')
    expect(renderComment(report({ workspaces: [workspace('mlw')] }), context())).not.toContain('baseline.')
    const none = { ...comparison, since: '', upgrade: null, added: ['mlw'] }
    const unread = report({ workspaces: [workspace('mlw', [tls('st', { new: true })])], new: 1, fixed: 0 })
    expect(renderComment(unread, context({ comparison: none }))).not.toMatch(/### Changed|Since the baseline/)
  })

  it('only what is new counts against the job when that is asked for', () => {
    const onlyNew = context({ comparison, policy: { ...policy, failOnNewOnly: true } })
    const workspaces = [workspace('mlw', [purge('kv-old', { new: false }), purge('kv-new', { new: true })])]
    const comment = renderComment(report({ conclusion: 'fail', workspaces, new: 1, fixed: 0 }), onlyNew)
    expect(comment).toContain('; 1 high-severity failure that the baseline does not have')
    expect(block(comment, '#### ❌ Purge protection')).not.toContain('kv-old')
    expect(block(comment, '### Other findings (they do not fail the job)')).toContain('kv-old')
    const passed = report({ workspaces: [workspace('mlw', [purge('kv-old', { new: false })])], new: 0, fixed: 0 })
    expect(renderComment(passed, onlyNew)).toContain(
      '## ✅ Encryption check passed: 1 workspace, nothing new besides 1 high-severity failure',
    )
  })
})

describe('what a pull request accepts', () => {
  it('is counted and listed, as text', () => {
    const accepted = ['key/age is waived everywhere until 2027-01-31, by @ada: <b>why</b>', 'key/* is disabled: x']
    const comment = renderComment(report({ workspaces: [workspace('mlw')] }), context({ accepted }))
    const told = block(comment, '### ⚠️ This pull request accepts 2 risks')
    expect(told).toContain('Its config file differs from that of the base branch:')
    expect(told).toContain('until 2027-01-31, by `@ada`: &lt;b&gt;why&lt;/b&gt;\n- key/\\* is disabled: x\n')
  })

  it('is one risk', () => {
    const comment = renderComment(report({ workspaces: [workspace('mlw')] }), context({ accepted: ['x is off.'] }))
    expect(comment).toContain('This pull request accepts 1 risk\n')
  })
})

it('a fixed check that this version does not know is called by its id', () => {
  const shown = { ...comparison, fixed: [{ check: 'own/check', resource: ids.storage('st'), workspace: '' }] }
  const findings = [finding('own/check', ids.storage('st2'), { new: true })]
  const changed = report({ workspaces: [workspace('mlw', findings)], new: 1, fixed: 1 })
  expect(renderComment(changed, context({ comparison: shown }))).toContain('- **Fixed**: [own/check](')
})

describe('an upgrade', () => {
  const upgraded = (found: { check: string; resource: string; workspace: string }[]) =>
    renderComment(
      report({ workspaces: [workspace('mlw', [tls('st1', { new: false })])], new: 0, fixed: 0 }),
      context({ comparison: { ...comparison, upgrade: { from: '0.9.0', found } } }),
    )

  it('says what an older version could not have found, and that it is not new', () => {
    const found = ['st1', 'st2'].map((name) => ({
      check: 'storage/minimum-tls',
      resource: ids.storage(name, 'rg-research'),
      workspace: ids.workspace('mlw'),
    }))
    expect(block(upgraded(found), '### Found since version')).toMatch(
      /^### Found since version 1\\\.0\.0\n\nVersion 0\\\.9\.0 wrote the baseline .*not count as new\..*\n\n- \[Storage allows TLS older than 1\.2\]\(.*\) on `st1` and `st2`/,
    )
    expect(upgraded(found)).not.toContain('**New**')
  })

  it('says nothing where it found nothing', () => {
    expect(upgraded([])).not.toContain('Found since version')
  })
})
