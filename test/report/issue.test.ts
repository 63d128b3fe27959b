import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conclusion, Finding, Policy } from '../../src/model.ts'
import { readFindings, writeFindings } from '../../src/report/issue/findings.ts'
import { issueChange, issueState, issueTitle, renderIssue } from '../../src/report/issue/issue.ts'
import { context, examples, finding, ids, policy, report, workspace } from './builder.ts'

const { purge, tls, unreadable, waived } = examples

const vault = (name: string, overrides: Partial<Finding> = {}) => purge(name, overrides)

function run(findings: Finding[], conclusion: Conclusion = 'fail', workspaces = ['mlw-fraud-prod']) {
  return report({ conclusion, workspaces: workspaces.map((name) => workspace(name, findings)) })
}

/** What a run tells, when the issue was last written by an earlier one. */
function change(then: Parameters<typeof run>, now: Parameters<typeof run>, changes: Partial<Policy> = {}) {
  const of = context({ policy: { ...policy, ...changes } })
  return issueChange(renderIssue(run(...then), of), run(...now), of)
}

describe('the state of the issue', () => {
  it.each<[string, Conclusion, Finding[], Partial<Policy>, string]>([
    ['a failure', 'fail', [vault('kv')], {}, 'open'],
    ['a failure with warn-only', 'fail', [vault('kv')], { warnOnly: true }, 'open'],
    ['what cannot be decided', 'incomplete', [], {}, 'open'],
    ['what cannot be decided (the job does not fail)', 'incomplete', [], { onUnknown: 'warn' }, 'kept'],
    ['nothing', 'pass', [], {}, 'closed'],
    ['nothing at the threshold', 'pass', [tls()], {}, 'closed'],
    ['failures that are not new', 'pass', [vault('kv')], { failOnNewOnly: true }, 'kept'],
    ['no threshold', 'pass', [vault('kv')], { failOnSeverity: 'never' }, 'kept'],
    ['no run', 'skipped', [], {}, 'kept'],
  ])('%s', (_, conclusion, findings, changes, expected) => {
    expect(issueState(run(findings, conclusion), { ...policy, ...changes })).toBe(expected)
  })
})

describe('the body', () => {
  it('is the report, and a line that nobody sees', () => {
    const body = renderIssue(run([vault('kv-fraud-cmk'), tls()]), context())
    expect(body).toMatch(/^## ❌ Encryption check failed: .*; 1 high-severity failure/)
    expect(body).toContain('az keyvault update --name kv-fraud-cmk')
    expect(body.trimEnd().split('\n').at(-1)).toMatch(
      /^<!-- azureml-encryption-check:findings \[\[.*"kv-fraud-cmk".*\]\] -->$/,
    )
    expect(body).not.toContain(':report:default')
  })

  it('fits with 20,000 findings', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => vault(`kv-${index}-${'x'.repeat(60)}`))
    const body = renderIssue(run(many), context())
    expect(body.length).toBeLessThan(60_000)
    expect(body).toContain(':findings 20000 -->')
  })

  it('fits with as many findings as it remembers', () => {
    const many = Array.from({ length: 120 }, (_, index) => vault(`kv-${index}-${'ü'.repeat(200)}`))
    const body = renderIssue(run(many, 'fail', ['a', 'b', 'c', 'd']), context())
    expect(body.length).toBeLessThan(60_000)
    expect(readFindings(body)).toHaveLength(120)
  })

  it('remembers any name, and no name ends the comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const tracked = {
          key: 'k',
          status: 'fail',
          severity: 'high',
          check: 'key/type',
          name,
          workspaces: ['w'],
        } as const
        const line = writeFindings([{ ...tracked, workspaces: ['w'] }])
        expect(line).not.toContain('\n')
        expect(line.indexOf('>')).toBe(line.length - 1)
        expect(readFindings(`## report\n${line}\n`)).toEqual([tracked])
      }),
      { examples: [['-->'], ['<!-- \n -->'], ['\ud800']] },
    )
  })
})

describe('the title', () => {
  it('names the report, if it has a name', () => {
    expect(issueTitle('default')).toBe('Encryption of Azure Machine Learning workspaces')
    expect(issueTitle('payments')).toBe('Encryption of Azure Machine Learning workspaces (payments)')
  })
})

describe('nothing is told', () => {
  it.each<[string, Parameters<typeof run>, Parameters<typeof run>, Partial<Policy>?]>([
    ['when the same fails', [[vault('kv')]], [[vault('kv')]]],
    [
      'when it fails in another workspace, too',
      [[vault('kv')]],
      [[vault('kv')], 'fail', ['mlw-fraud-prod', 'mlw-new']],
    ],
    ['when something below the threshold comes or goes', [[vault('kv'), tls()]], [[vault('kv')]]],
    [
      'when a failure cannot be decided any more',
      [[vault('kv')]],
      [[vault('kv', { status: 'unknown' })], 'incomplete'],
    ],
    ['when the workspace is gone', [[vault('kv')], 'fail', ['mlw-old']], [[], 'incomplete', ['mlw-new']]],
    [
      'when something cannot be decided, and that lets the job pass',
      [[vault('a')]],
      [[vault('a'), unreadable('key-vault/soft-delete', { severity: 'high' })]],
      { onUnknown: 'warn' },
    ],
    [
      'when a failure is waived and others are left',
      [[vault('a'), vault('b')]],
      [[vault('a'), vault('b', { status: 'waived' })]],
    ],
  ])('%s', (_, then, now, changes) => {
    expect(change(then, now, changes)).toBeNull()
  })

  it.each([
    'somebody edited it',
    '',
    '<!-- azureml-encryption-check:findings [ -->',
    '<!-- azureml-encryption-check:findings {} -->',
  ])('when the issue does not say what was: %j', (previous) => {
    expect(issueChange(previous, run([vault('kv')]), context())).toBeNull()
  })
})

describe('a comment tells', () => {
  it('what is new', () => {
    expect(change([[vault('a')]], [[vault('a'), vault('kv-new')]])).toBe(
      [
        '**1 new**',
        '',
        '- High: [The key vault can be purged](https://github.com/OWNER/azureml-encryption-check/blob/v1.0.0/docs/checklist.md#key-vault-purge-protection) · `kv-new`',
        '',
        `[Open the run](${run([]).run.url})`,
        '',
      ].join('\n'),
    )
  })

  it('what cannot be decided and was not open', () => {
    const unknown = unreadable('key-vault/soft-delete', { severity: 'high' })
    expect(change([[vault('a')]], [[vault('a'), unknown]])).toMatch(/^\*\*1 new\*\*[\s\S]+`kv-research` \(undecided\)/)
  })

  it('what could not be decided and fails now', () => {
    expect(change([[vault('a', { status: 'unknown' })], 'incomplete'], [[vault('a')]])).toMatch(/^\*\*1 new\*\*/)
  })

  it('what is fixed, by name', () => {
    expect(change([[vault('a'), vault('kv-old')]], [[vault('a')]])).toMatch(/^\*\*1 fixed\*\*[\s\S]+`kv-old`/)
  })

  it('both', () => {
    const text = change([[vault('a')]], [[vault('b')]])
    expect(text).toMatch(/\*\*1 new\*\*[\s\S]+`b`[\s\S]+\*\*1 fixed\*\*[\s\S]+`a`/)
  })

  it('that all is well, and what is fixed', () => {
    const text = change([[vault('a')]], [[tls()], 'pass'])
    expect(text).toMatch(/^✅ Resolved: no check of high severity fails or is undecided\.\n\n\*\*1 fixed\*\*/)
    expect(change([[vault('a')]], [[], 'pass'], { failOnSeverity: 'medium' })).toContain(
      'no check of medium severity or above fails',
    )
  })

  it('that all is well, although nothing is fixed', () => {
    const text = change([[vault('a')]], [[waived(), vault('a', { status: 'waived' })], 'pass'])
    expect(text).toMatch(/^✅ /)
    expect(text).not.toContain('fixed')
  })

  it('what fails again after it was clean', () => {
    expect(change([[], 'pass'], [[vault('a')]])).toMatch(/^\*\*1 new\*\*/)
  })

  it('no more than twenty by name', () => {
    const many = Array.from({ length: 33 }, (_, index) => vault(`kv-${index}`))
    const text = change([[vault('a')]], [[vault('a'), ...many]])
    expect([text?.match(/^- High/gm)?.length, text]).toEqual([20, expect.stringContaining('… and 13 more')])
  })

  it('numbers alone when there are too many to remember', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => vault(`kv-${index}`))
    expect(change([many(1200)], [many(1300)])).toMatch(/^\*\*1,300 findings at the threshold\*\*, 1,200 before\./)
    expect(change([many(1200)], [many(3)])).toMatch(/^\*\*3 findings at the threshold\*\*, 1,200 before\./)
    expect(change([many(1200)], [many(1200)])).toBeNull()
  })

  it('nothing that Markdown or GitHub would act on', () => {
    const evil = finding('key-vault/purge-protection', ids.vault('@contoso/all | <img> `x` --> #1'), {
      severity: 'high',
    })
    const text = change([[vault('a')]], [[vault('a'), evil]]) ?? ''
    expect(text).toContain('· `@contoso/all `&#124;`` <img> `x` --> #1``\n')
  })
})
