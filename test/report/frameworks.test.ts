import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { context, examples, finding, htmlContext, ids, missingVault, report, workspace } from './builder.ts'

const pass = (check: string, resource: string) => finding(check, resource, { status: 'pass' })

/** A page of workspaces with these findings, of which a report for people has only those that do not pass. */
function pageOf(workspaces: Finding[][], frameworks = ['nist-800-53-r5'], content = {}) {
  const whole = workspaces.map((findings, index) => workspace(`mlw-${index}`, findings))
  const shown = whole.map((one) => ({ ...one, findings: one.findings.filter(({ status }) => status !== 'pass') }))
  const all = report({ workspaces: shown, conclusion: 'fail', ...content })
  const overrides = { frameworks, whole: (id: string) => whole.find((one) => one.id === id) ?? fail(id) }
  return [...htmlReport(all, htmlContext(all, overrides))].join('')
}

function fail(id: string): never {
  throw new Error(`${id} is no workspace of the report.`)
}

/** The cells of the rows of a control: its name or that of the check, then what is said of it. */
function rowsOf(page: string, control: string): string[][] {
  const [body = ''] = page
    .split('<tbody>')
    .filter((part) => part.startsWith(`<tr class="control"><th scope="rowgroup">${control} <`))
  return body
    .split('<tr')
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd]/)
        .slice(1)
        .map((cell) => cell.replace(/^[^>]*>/, '').replaceAll(/<[^>]*>|\n/g, '')),
    )
}

const http = 'storage/secure-transfer'

describe('a framework', () => {
  const page = pageOf([
    [pass(http, ids.storage('a')), pass(http, ids.storage('b')), finding(http, ids.storage('c'))],
    [
      finding(http, ids.storage('d'), { status: 'unknown' }),
      finding(http, ids.storage('e'), { status: 'waived', waiver: examples.waived().waiver }),
    ],
  ])

  it('has for each control its checks, and what became of them on each resource', () => {
    const [control, ...checks] = rowsOf(page, 'SC-8')
    expect(control).toEqual([expect.stringMatching(/^SC-8 2 of its \d+ policies$/), '2', '1', '1', '1', ''])
    expect(checks).toContainEqual(['Storage refuses plain HTTP', '2', '1', '1', '1', ''])
  })

  it.each([
    ['a workspace that is named and cannot be seen', true],
    ['nothing but what findings tell', false],
  ])('says of %s whether it is missing here', (_what, named) => {
    const page = pageOf([[pass(http, ids.storage('a'))]], undefined, { missing: [missingVault({ named })] })
    expect(page.includes('is not among them')).toBe(named)
  })

  it('says how many of its policies these are', () => {
    const page = pageOf([[finding('key/rotation-policy', ids.key('kv', 'k'))]], ['pci-dss-v4.0.1'])
    expect(rowsOf(page, '3.6.1.2')[0]?.[0]).toBe('3.6.1.2 its only policy')
    expect(rowsOf(page, '3.7.1')[0]?.[0]).toMatch(/^3\.7\.1 6 of its \d\d policies$/)
  })

  it('says what a check had nothing to judge in, and does not call it passed', () => {
    expect(rowsOf(page, 'SC-12').slice(1)).toContainEqual([
      'Metadata is encrypted with your own key',
      ...['0', '0', '0', '0', 'not used in 2 workspaces'],
    ])
  })

  it('says how much of it is looked at, that a policy is no control, and of which day this is', () => {
    expect(page).toMatch(/lists 970 controls\. Checks have to do with <strong>15 of them<\/strong>\. .* other 955\./)
    expect(page).toContain('A policy is not the whole control.')
    expect(page).toContain(`as of ${context().mapping.source.date}`)
    expect(page).toMatch(/\d+ checks of this report belong to no control here\./)
  })

  it('has its title, its part of the page and a link to it', () => {
    expect(page).toContain('<h2 id="framework-nist-800-53-r5-h">NIST SP 800-53 R5</h2>')
    expect(page).toContain('<li><a href="#framework-nist-800-53-r5">NIST SP 800-53 R5</a>')
  })

  it('chooses among findings', () => {
    expect(page).toContain('<option value="nist-800-53-r5">NIST SP 800-53 R5</option>')
    expect(page).toMatch(/data-system="storage" data-framework="nist-800-53-r5"/)
    const two = pageOf([[finding('storage/minimum-tls', ids.storage('a'))]], ['nist-800-53-r5', 'mcsb-v2', 'gdpr'])
    expect(two).toMatch(/data-system="storage" data-framework="mcsb-v2 gdpr"/)
    expect(pageOf([[finding('datastore/credentials', ids.storage('a'))]])).toContain('data-framework=""')
  })
})

describe('the page', () => {
  const findings = [[finding(http, ids.storage('c'))]]

  it('has nothing of frameworks that were not asked for', () => {
    expect(pageOf(findings, [])).not.toMatch(/framework-|data-framework=|name="framework"|class="controls"/)
    expect(pageOf(findings, ['gdpr'])).not.toContain('framework-nist')
  })

  it('has them in one order, however they are asked for', () => {
    const order = (names: string[]) =>
      [...pageOf(findings, names).matchAll(/<section id="framework-([\w-]+)"/g)].map(([, name]) => name)
    expect(order(['gdpr', 'mcsb-v2'])).toEqual(order(['mcsb-v2', 'gdpr']))
    expect(order(['gdpr', 'mcsb-v2']).length).toBe(2)
  })

  it('has none where no workspace was judged', () => {
    expect(pageOf([], ['gdpr'])).not.toContain('class="framework"')
  })

  it('counts a finding of a shared resource once for each workspace', () => {
    const shared = finding(http, ids.storage('shared'))
    expect(rowsOf(pageOf([[shared], [shared]]), 'SC-8')[0]).toEqual([expect.any(String), '0', '2', '0', '0', ''])
  })
})
