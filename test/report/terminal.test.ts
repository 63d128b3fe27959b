import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Report, RunInfo } from '../../src/model.ts'
import { columnsOf, fitted, painted, wrapped } from '../../src/report/terminal/line.ts'
import { terminalReport } from '../../src/report/terminal/terminal.ts'
import { inert } from '../../src/text.ts'
import { context, examples, finding, ids, missingVault, plan, planned, policy, report, workspace } from './builder.ts'

const { purge, unreadable } = examples

const failed = workspace('mlw-fraud', [purge('kv-fraud'), unreadable('key-vault/rbac-authorization')])
const other = workspace('mlw-research', [
  purge('kv-other'),
  finding('storage/minimum-tls', ids.storage('stresearch'), { severity: 'low' }),
])
const failing = report({ conclusion: 'fail', workspaces: [failed, other], percent: 88.8, missing: [missingVault()] })

const shown = (given: Report, width = 80, hasColours = false, overrides = {}) =>
  terminalReport(given, context({ docs: '', ...overrides }), { width, hasColours }, ['/tmp/report.html'])

/** The lines below a title, up to the next. */
function below(text: string, title: string): string {
  const [, part = ''] = text.split(`\n${title}\n`)
  return part.split(/\n(?=\S.*\n\n)/)[0] ?? ''
}

describe('the outcome on a terminal', () => {
  const text = shown(failing)

  it('begins with the verdict', () => {
    expect(text.split('\n')[0]).toMatch(/^✗ Encryption check failed: /)
  })

  const judgedFrom = {
    file: 'e.json',
    sha256: '0'.repeat(64),
    collectedAt: '',
    version: '1.0.0',
    repository: '',
    sha: '',
    url: '',
  }
  it.each<[string, Partial<RunInfo>, string[]]>([
    ['who read, and where', { tenant: 't', identity: 'object id o' }, ['Read by object id o in tenant t.']],
    ['nobody where the token does not say', { tenant: 't', identity: null }, ['Read in tenant t.']],
    ['no tenant where the token does not say', { tenant: null, identity: 'client id c' }, ['Read by client id c.']],
    ['nothing where nobody read', { tenant: null, identity: null }, []],
    ['nothing of who read for an earlier run', { tenant: 't', identity: 'client id c', judgedFrom }, []],
  ])('says %s', (_, changes, expected) => {
    const said = shown({ ...failing, run: { ...failing.run, ...changes } }).replaceAll(/\s+/g, ' ')
    expect(said.match(/\bRead (?:by|in) [^.]*\./g) ?? []).toEqual(expected)
  })

  it('has the matrix', () => {
    expect(text).toMatch(/^Workspace +.*Vaults/m)
    expect(text).toMatch(/^mlw-fraud +.*✗ high/m)
  })

  it('names what fails, where, and the command that fixes it', () => {
    const part = below(text, 'What fails')
    expect(part).toContain('✗ High · ')
    expect(part).toMatch(/- kv-fraud \(key vault\), used by mlw-fraud/)
    expect(part).toContain('\n    az keyvault update --name kv-fraud ')
  })

  it('has the command that grants what is missing', () => {
    const part = below(text, 'Undecided')
    expect(part).toContain('? kv-research')
    expect(part).toContain('\n    az role assignment create --role Reader \\\n')
  })

  it('lists the rest, and the files', () => {
    expect(below(text, 'Other findings (not failing the run)')).toMatch(/^ {2}Low {5}.* · stresearch$/m)
    expect(text).toContain('\nWritten: /tmp/report.html\n')
  })

  it('says when nothing fails for it', () => {
    const lenient = shown(failing, 80, false, { policy: { ...policy, warnOnly: true } })
    expect(lenient).toMatch(/^! Encryption check failed/)
    expect(lenient).toContain('\nWhat would fail\n')
  })

  it('passes quietly', () => {
    const quiet = shown(report({ conclusion: 'pass', workspaces: [workspace('mlw-fraud', [])] }))
    expect(quiet).toMatch(/^✓ Encryption check passed: 1 workspace\n/)
    expect(quiet).not.toMatch(/What|Undecided/)
  })

  it('leaves the last column free in the matrix, after which some terminals begin another line', () => {
    const checks = [
      'container-registry/admin-user',
      'diagnostics/workspace-based',
      'compute/local-auth',
      'databricks/dbfs-cmk',
    ]
    const low = checks.map((check) => finding(check, ids.storage('st'), { severity: 'low' }))
    const wide = report({ conclusion: 'fail', workspaces: [workspace('mlw-fraud', [purge('kv'), ...low])] })
    const widths = Array.from({ length: 60 }, (_, more) => 40 + more)
    const full = widths.flatMap((width) =>
      shown(wide, width)
        .split('\n')
        .filter((line) => /^(Workspace {2}|mlw-)/.test(line) && columnsOf(line) >= width),
    )
    expect(full).toEqual([])
  })

  it.each([40, 60, 80, 100, 120, 200])('keeps to %i columns, but for what is to be copied', (width) => {
    const lines = shown(failing, width).split('\n')
    expect(lines.filter((line) => columnsOf(line) > width && !/^ {4,}|https:/.test(line))).toEqual([])
  })

  it('says the same with colours', () => {
    const coloured = shown(failing, 80, true)
    expect(coloured).not.toBe(text)
    expect(stripVTControlCharacters(coloured)).toBe(text)
  })

  it('shows a hundred workspaces, and counts the others', () => {
    const many = Array.from({ length: 100 }, (_, at) => workspace(`mlw-${at}`, [purge(`kv-${at}`)]))
    const crowded = shown(report({ conclusion: 'fail', workspaces: many }))
    expect(crowded).toContain('… and 80 with fewer findings.')
    expect(crowded).toContain('  … and 80 more\n')
    expect(crowded.split('\n').length).toBeLessThan(150)
  })
})

describe('what plans would change', () => {
  const transfer = finding('storage/secure-transfer', ids.storage('stfraud'), { severity: 'high' })
  const changes = plan(
    [
      planned('introduces', transfer, { source: { file: 'infra/main.tf', line: 42 } }),
      planned('introduces', finding('storage/minimum-tls', ids.storage('stnew'), { severity: 'low' })),
      planned('fixes', purge('kv-fraud')),
      planned('gone', finding('storage/minimum-tls', ids.storage('stold'), { severity: 'medium' })),
      planned('undecided', unreadable('key-vault/rbac-authorization')),
      planned('leaves', finding('secrets/job-environment', 'a.yml', { severity: 'high' }), {
        workspace: null,
      }),
    ],
    { conclusion: 'fail', notLookedInto: [{ address: 'module.x', reason: 'It could not be read.' }] },
  )
  const text = shown(report({ conclusion: 'fail', workspaces: [failed], plan: changes }))

  it.each<[string, RegExp]>([
    ['What merging would introduce', /^\n✗ High · .*[\s\S]*- stfraud[\s\S]* {2}Set in infra\/main\.tf:42$/m],
    ['What merging would introduce', /^ {2}Low · .* · stnew · infra/m],
    ['What it would fix', /^ {2}High · .* · kv-fraud · infra/m],
    ['What it would remove without fixing it', /^ {2}Medium · .* · stold · infra/m],
    ['Findings already in files', /^ {2}High · .* · a\.yml ·$/m],
    ['What would be undecided', /^ {2}Medium · .*kv-research/m],
    ['Parts that could not be judged', /^ {2}module\.x: It could not be read\.$/m],
  ])('%s', (heading, said) => {
    expect(below(text, heading)).toMatch(said)
  })

  it('comes before what is live', () => {
    expect(text).toMatch(/^✗ If merged: /)
    expect(text.indexOf('\nLive today\n')).toBeGreaterThan(text.indexOf('could not be judged'))
    expect(text.indexOf('\nWorkspace ')).toBeGreaterThan(text.indexOf('\nLive today\n'))
  })
})

describe('names that others gave', () => {
  it.each([
    ['escape sequences', '\u001b]0;owned\u0007\u001b[2J\u009b31m'],
    ['what turns text around', 'a\u202eb\u2066c'],
    ['new lines', 'a\r\nb\nc'],
    ['commands to GitHub', '::error::x ##[error]x'],
    ['commands to Azure Pipelines', '##vso[task.complete result=Succeeded;]'],
  ])('are shown and not obeyed: %s', (_name, evil) => {
    const bad = [
      finding('storage/minimum-tls', ids.storage(evil), {
        severity: 'high',
        message: `It is ${evil}.`,
        evidence: [{ path: evil, value: evil }],
        steps: [{ instruction: ['Do ', { name: evil }] }, { command: ['az', evil] }],
      }),
    ]
    const workspaces = [workspace(evil, bad)]
    const missing = [missingVault({ resource: evil, message: evil, reason: 'not-visible', action: null, scope: null })]
    const plain = inert(shown(report({ conclusion: 'fail', workspaces, missing }), 80, false, { notes: [evil] }))
    expect(plain).toMatch(/^(?:[^\p{C}]|\n)+$/u)
    expect(plain).not.toMatch(/^\s*::|##(vso)?\[/m)
    const coloured = inert(shown(report({ conclusion: 'fail', workspaces, missing }), 80, true, { notes: [evil] }))
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })
})

describe('a line', () => {
  it.each<[string, number]>([
    ['abc', 3],
    ['再試行', 6],
    ['e\u0301', 1],
    ['🙂', 2],
    ['✓ –', 3],
  ])('%s takes %i columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })

  it.each<[string, number, string]>([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['再試行再', 6, '再試…'],
  ])('%s in %i columns is %s', (text, columns, expected) => {
    expect(fitted(text, columns)).toBe(expected)
  })

  it('breaks between words, never between spans that touch', () => {
    const spans = [{ text: 'one two ' }, { text: 'three', style: 'bold' as const }, { text: ', four' }]
    expect(painted(wrapped(spans, 9, ['- ', '  ']), false)).toBe('- one two\n  three,\n  four\n')
  })

  it('leaves a word whole that no line holds', () => {
    expect(painted(wrapped([{ text: 'a muchtoolong b' }], 5), false)).toBe('a\nmuchtoolong\nb\n')
  })
})

describe('a plan on a terminal', () => {
  const tls = (name: string, severity: 'low' | 'info' | 'high' = 'low') =>
    finding('storage/minimum-tls', ids.storage(name), { severity })
  const shownPlan = (findings: Parameters<typeof plan>[0], more: Parameters<typeof plan>[1] = {}, given = failing) =>
    shown({ ...given, plan: plan(findings, more) })

  it.each<[string, text: string, words: RegExp]>([
    [
      'only what does not count',
      shownPlan([planned('introduces', tls('stnew'))]),
      /\nWhat merging would introduce\n\n {2}Low · .* · stnew · infra\/main\.tf:42\n/,
    ],
    ['only advice', shownPlan([planned('fixes', tls('stnew', 'info'))]), /^(?![\s\S]*What it would fix)/],
    [
      'a place without a line',
      shownPlan([planned('gone', tls('stold'), { source: { file: 'plan.json', line: null } })]),
      / · stold · plan\.json\n/,
    ],
    ['no place', shownPlan([planned('introduces', tls('stnew', 'high'), { source: null })]), /^(?![\s\S]*Set in)/],
    [
      'a severity that changes',
      shownPlan([planned('leaves', tls('stold', 'high'), { now: { severity: 'low' } })]),
      /\nWhat would be more or less severe\n/,
    ],
    [
      'parts that nobody looked into',
      shownPlan([], { notLookedInto: Array.from({ length: 40 }, (_, at) => ({ address: `a.${at}`, reason: 'r' })) }),
      /a\.0: r\n[\s\S]*… and /,
    ],
    [
      'more checks than there is room for',
      shownPlan(
        [...new Set(context({}).checks.keys())].map((check) =>
          planned('fixes', finding(check, ids.storage('st'), { severity: 'low' })),
        ),
      ),
      /… and \d+ more checks/,
    ],
    [
      'nothing live',
      shownPlan([planned('introduces', tls('stnew'))], {}, report({ workspaces: [] })),
      /^(?![\s\S]*Live today)/,
    ],
  ])('%s', (_, text, words) => {
    expect(text).toMatch(words)
  })
})

describe('what could not be decided on a terminal', () => {
  const open = (
    missing: Parameters<typeof missingVault>[0][],
    findings = [unreadable('key-vault/rbac-authorization')],
  ) =>
    shown(
      report({
        conclusion: 'incomplete',
        workspaces: [workspace('mlw', findings)],
        missing: missing.map((one) => missingVault(one)),
      }),
    )

  it.each<[string, text: string, words: RegExp]>([
    ['what the workflow names', open([{ named: true, usedBy: [] }]), /^Undecided$/m],
    ['no action would help', open([{ action: null, scope: null, reason: 'throttled' }]), /kv-research/],
    ['hidden, or of another tenant', open([{ reason: 'not-visible', scope: null }]), /kv-research/],
  ])('%s', (_, text, words) => {
    expect(text).toMatch(words)
  })
})
