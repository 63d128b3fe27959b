import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counts } from '../../src/judge/policy.ts'
import type { Finding, Report, Severity } from '../../src/model.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { renderIssue } from '../../src/report/issue/issue.ts'
import { renderComment, renderSummary } from '../../src/report/markdown/markdown.ts'
import { block, context, finding, htmlContext, ids, missingVault, policy, report, workspace } from './builder.ts'

const checks = ['key-vault/purge-protection', 'key-vault/soft-delete', 'storage/minimum-tls', 'key/readable']
const vaults = ['kv-0', 'kv-1', 'kv-2', 'kv-3'].map((name) => ids.vault(name))

/** Findings of a few checks on a few resources, which several workspaces share. */
const anyFinding = fc
  .record({
    check: fc.constantFrom(...checks),
    vault: fc.nat(vaults.length - 1),
    status: fc.constantFrom<Finding['status']>('fail', 'unknown', 'waived'),
    severity: fc.constantFrom<Severity>('high', 'medium', 'low', 'info'),
    isHidden: fc.boolean(),
  })
  .map(({ check, vault, status, severity, isHidden }) => {
    const resource = vaults[vault] ?? ''
    const missing = status === 'unknown' && isHidden ? resource : null
    return finding(check, resource, { status, severity, missing })
  })

const anyReport = fc
  .array(fc.uniqueArray(anyFinding, { selector: ({ fingerprint }) => fingerprint, maxLength: 8 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((all) => {
    const workspaces = all.map((findings, index) => workspace(`mlw-${index}`, findings))
    const has = (status: string) => all.flat().some((one) => one.status === status && one.severity === 'high')
    const conclusion = has('fail') ? 'fail' : has('unknown') ? 'incomplete' : 'pass'
    const missing = vaults.map((resource) => missingVault({ resource, scope: resource }))
    return report({ workspaces, conclusion, missing, percent: 50 })
  })

function found({ workspaces }: Report, fits: (finding: Finding) => boolean): number {
  return workspaces.flatMap(({ findings }) => findings).filter(fits).length
}

const isMore = ({ severity }: Finding) => severity !== 'info'
const failed = (one: Finding) => one.status === 'fail' && isMore(one)
const undecided = (one: Finding) => one.status === 'unknown' && isMore(one)

/** The number before these words; 0 where nothing says them. */
function said(text: string, words: RegExp): number {
  return Number(new RegExp(`(\\d+) ${words.source}`).exec(text)?.[1] ?? 0)
}

describe('one unit for counts: a finding is one check on one resource in one workspace', () => {
  const forms: [string, (content: Report) => string][] = [
    ['the comment', (content) => renderComment(content, context())],
    ['the summary', (content) => renderSummary(content, context())],
    ['the issue', (content) => renderIssue(content, context())],
  ]

  it.each(forms)('%s adds up', (_what, render) => {
    fc.assert(
      fc.property(anyReport, (content) => {
        const text = render(content)
        const all = /<b>Everything that was checked<\/b>: (.*)<\/summary>/.exec(text)?.[1] ?? ''
        expect(said(all, /failed/)).toBe(found(content, failed))
        expect(said(all, /undecided/)).toBe(found(content, undecided))
        const advice = found(content, (one) => !isMore(one) && one.status !== 'waived')
        expect(said(all, /recommendations?/)).toBe(advice)
        expect(said(text, /recommendations? (?:is|are) not/)).toBe(advice)
        const gated = found(content, (one) => failed(one) && counts(one, policy))
        expect(said(text.split('\n').find((line) => line.startsWith('## ')) ?? '', /high-severity f/)).toBe(gated)
      }),
    )
  })

  it.each(forms)('%s tells of each undecided finding once', (_what, render) => {
    fc.assert(
      fc.property(anyReport, (content) => {
        const text = render(content)
        if (!text.includes('Undecided')) return expect(found(content, undecided)).toBe(0)
        const rows = [...text.matchAll(/^- .* (\d+) findings? (?:is|are) undecided, (?:of|the worst of)/gm)]
        const others = said(text, /findings? (?:is|are) undecided for other reasons/)
        expect(rows.reduce((sum, [, number]) => sum + Number(number), others)).toBe(found(content, undecided))
        if (content.conclusion === 'pass') return
        const { open } = { open: block(text, '### Undecided') }
        const whole = said(open, /undecided findings? reach/) || said(open, /findings? (?:is|are) undecided, which/)
        if (whole > 1) expect(whole).toBe(found(content, undecided))
      }),
    )
  })

  it('the page has the same numbers', () => {
    fc.assert(
      fc.property(anyReport, (content) => {
        const page = [...htmlReport(content, htmlContext(content))].join('')
        const tile = (word: string) => Number(new RegExp(`<dt>${word}</dt><dd>(\\d+)`).exec(page)?.[1])
        expect(tile('High') + tile('Medium') + tile('Low')).toBe(found(content, failed))
        expect(tile('Undecided')).toBe(found(content, undecided))
        const items = [...page.matchAll(/<li(?: data-findings="(\d+)")?><b>/g)]
        const shown = items.reduce((sum, [, number = '1']) => sum + Number(number), 0)
        expect(shown).toBe(found(content, () => true))
      }),
    )
  })
})

it('what workspaces share is counted for each, and its spread is said', () => {
  const shared = ['kv-0', 'kv-1'].map((name) =>
    finding('key-vault/purge-protection', ids.vault(name), { severity: 'high' }),
  )
  const workspaces = ['a', 'b', 'c', 'd'].map((name, index) =>
    workspace(`mlw-${name}`, shared.slice(index % 2, (index % 2) + 1)),
  )
  const comment = renderComment(report({ conclusion: 'fail', workspaces }), context())
  expect(comment).toContain('; 4 high-severity failures\n')
  expect(comment).toContain('4 findings on 2 resources in 4 workspaces; shared resources are listed once.')
})

it('what is left out is counted in findings', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    finding('storage/minimum-tls', ids.storage(`st${index}`), { severity: 'high' }),
  )
  const workspaces = ['a', 'b'].map((name) => workspace(`mlw-${name}`, many))
  const comment = renderComment(report({ conclusion: 'fail', workspaces }), context())
  expect(comment).toContain('60 findings on 30 resources in 2 workspaces')
  expect(comment).toContain('_Not shown here: 20 findings;')
})
