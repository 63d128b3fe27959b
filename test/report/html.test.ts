import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { az, instruction } from '../../src/checklist/remedy.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import type { Finding, JudgedFrom, Report, Waiver, WorkspaceReport } from '../../src/model.ts'
import type { HtmlContext } from '../../src/report/html/context.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import type { RenderContext } from '../../src/report/view/context.ts'
import { words } from '../../src/said.ts'
import { oneLine } from '../../src/text.ts'

import {
  examples,
  finding,
  htmlContext,
  ids,
  missingVault,
  plan,
  planned,
  report,
  waiver as waiverOf,
  workspace,
} from './builder.ts'

const judgedAgain: JudgedFrom = {
  file: 'evidence.json',
  sha256: 'ab'.repeat(32),
  collectedAt: '2026-11-20T01:02:03.000Z',
  version: '1.0.0',
  repository: 'contoso/ml-platform',
  sha: '',
  url: '',
}

interface Element {
  tag: string
  attributes: Record<string, string>
  text: string
}

interface Page {
  elements: Element[]
  text: string
  errors: string[]
  all: (tag: string, name?: string) => Element[]
}

const render = (content: Report, overrides: Partial<HtmlContext> = {}) =>
  [...htmlReport(content, htmlContext(content, overrides))].join('')

const pageOf = (content: Report, overrides: Partial<HtmlContext> = {}) => read(render(content, overrides))

function read(source: string): Page {
  const errors: string[] = []
  const elements: Element[] = []
  const text = walk(parse(source, { onParseError: ({ code }) => errors.push(code) }), elements)
  const all = (tag: string, name?: string) =>
    elements.filter((one) => one.tag === tag && (!name || one.attributes.class?.split(' ').includes(name)))
  return { elements, text, errors, all }
}

/** Collects elements in the order of the document; returns the text below, and that of script and style apart. */
function walk(node: DefaultTreeAdapterTypes.Node, found: Element[]): string {
  if ('value' in node) return node.value
  const element = 'tagName' in node ? { tag: node.tagName, attributes: {}, text: '' } : null
  if (element && 'attrs' in node) {
    element.attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
    found.push(element)
  }
  const text = 'childNodes' in node ? node.childNodes.map((child) => walk(child, found)).join('') : ''
  if (element) element.text = text
  return element && ['script', 'style'].includes(element.tag) ? '' : text
}

const findings: Finding[] = [
  examples.purge('kv-fraud-cmk', { new: true }),
  examples.purge('kv-other'),
  examples.admin(),
  examples.impact('mlw-fraud'),
  examples.waived(),
  examples.unreadable('key-vault/soft-delete'),
  finding('diagnostics/workspace-based', ids.storage('x'), { severity: 'info', message: 'It is a classic one.' }),
]
const full = report({
  workspaces: [workspace('mlw-fraud', findings), workspace('mlw-research', [examples.tls()])],
  conclusion: 'fail',
  missing: [missingVault()],
  percent: 97.2,
  new: 1,
  fixed: 1,
})
const around: Partial<RenderContext> = {
  accepted: ['`storage/shared-key` is switched off.'],
  notes: ['Config file `a.yml`.'],
  comparison: {
    since: '2026-11-20T01:02:03Z',
    upgrade: null,
    weighed: [
      {
        check: 'storage/secure-transfer',
        resource: ids.storage('stlow'),
        workspace: ids.workspace('mlw-fraud'),
        from: 'high',
        to: 'low',
      },
    ],
    fixed: [
      { check: 'storage/secure-transfer', resource: ids.storage('stfixed'), workspace: ids.workspace('mlw-fraud') },
    ],
    added: ['mlw-research'],
    removed: ['mlw-gone'],
  },
}

describe('the page', () => {
  const page = pageOf(full, around)
  const flat = page.text.replaceAll(/\s+/g, ' ')

  it.each([
    ['the verdict', '; 2 high-severity failures'],
    ['what the run was about', 'azureml-encryption-check · contoso/ml-platform · 2026-11-23 21:40 UTC'],
    ['notes', 'Config file a.yml.'],
    ['what a change accepts', 'storage/shared-key is switched off.'],
    ['what is fixed', 'Fixed: Storage refuses plain HTTP · stfixed, workspace mlw-fraud'],
    ['what weighs less', 'Now low, was high: Storage accepts unencrypted connections · stlow, workspace mlw-fraud'],
    ['what the baseline does not have', 'Workspaces that the baseline does not have: mlw-research.'],
    ['what only the baseline has', 'Workspaces that only the baseline has: mlw-gone.'],
    ['a check', 'High Failed The key vault can be purged 2 resources · 1 new Whoever may delete'],
    ['a resource', 'kv-fraud-cmk key vault in rg-fraud · used by mlw-fraud new'],
    ['what was read', 'Read: properties.enablePurgeProtection is not set'],
    ['a value', 'properties.adminUserEnabled = true'],
    ['how to fix it', 'How to fix them az keyvault update --name kv-fraud-cmk --resource-group rg-fraud'],
    ['how to fix another', 'az keyvault update --name kv-other'],
    ['what is only possible at creation', '1 resource · can only be chosen when the resource is created'],
    ['a waiver', 'Waived by data-platform until 2027-03-31: moves to identity access in Q1'],
    ['what is undecided', 'Medium Undecided Deleted keys can be recovered 1 resource · no permission to read it'],
    ['advice', 'Info Failed Diagnostics are not kept in a Log Analytics workspace'],
    ['coverage', '97.2 % of the evidence could be read.'],
    [
      'what is missing',
      'kv-research (key vault)no permission to read it; the identity of this run lacks Microsoft.KeyVault/vaults/read. 1 finding is undecided, of medium severity.mlw-research',
    ],
    ['what would help', 'az role assignment create --role Reader'],
    ['what the platform guarantees', 'Guaranteed by the platform Azure encrypts storage at rest'],
    ['the gate', 'Fails the jobhigh severity, undecided checks of it as well'],
    ['the commit', 'Commit8c1f02a'],
  ])('has %s', (_, words) => {
    expect(flat.replaceAll(/ ?\n ?/g, ' ')).toContain(words)
  })

  it('is well formed, without an id twice, and links to what is there', () => {
    expect(page.errors).toEqual([])
    const names = page.elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(names).size).toBe(names.length)
    const wanted = page.elements.flatMap(({ attributes }) => [
      ...(attributes['aria-labelledby'] ? [attributes['aria-labelledby']] : []),
      ...(attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : []),
    ])
    expect(wanted.filter((id) => !names.includes(id))).toEqual([])
  })

  it('has the workspaces, worst first', () => {
    const rows = tablesOf(page).map(({ text }) => text)
    const names = rows.filter((text) => /^mlw-/.test(text)).map((text) => /^mlw-[a-z]+/.exec(text)?.[0])
    expect(names).toEqual(['mlw-fraud', 'mlw-research', 'mlw-fraud', 'mlw-research'])
    expect(rows.find((text) => text.startsWith('mlw-fraud2'))).toContain('baselinedefaultwesteurope')
  })

  it('has systems across, and says which nobody uses', () => {
    const heads = page.all('th').filter(({ attributes }) => attributes.scope === 'col')
    expect(heads.map(({ text }) => text)).toContain('Key vaults')
    expect(heads.map(({ text }) => text)).not.toContain('Kubernetes')
    expect(flat).toContain('no workspace uses: Metadata stores, Kubernetes, Databricks.')
    const row = tablesOf(page).findLast(({ text }) => text.startsWith('mlw-fraud'))
    expect(row?.text.trim()).toBe('mlw-fraudLowPassedHighWaivedMediumInfoPassedPassedPassedPassedBy the platform')
  })

  it('lets nothing in but its own style and script', () => {
    const [policy = ''] = page
      .all('meta')
      .flatMap(({ attributes }) => ('http-equiv' in attributes ? attributes.content : []))
    const hash = (tag: string) =>
      `'sha256-${createHash('sha256')
        .update(page.all(tag)[0]?.text ?? '')
        .digest('base64')}'`
    expect(policy).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    )
    expect(page.elements.filter(({ attributes }) => 'src' in attributes || 'style' in attributes)).toEqual([])
  })

  it('shows no control before its script runs', () => {
    expect(page.all('div', 'filter')[0]?.attributes).toHaveProperty('hidden')
    expect(page.all('button')).toEqual([])
  })
})

/** Rows of the tables of workspaces: those of the evidence name resources by their ids. */
function tablesOf(page: Page): Element[] {
  return page.all('tr').filter(({ text }) => !text.includes('/subscriptions/'))
}

describe('what an auditor asks for', () => {
  const agreed = (overrides: Partial<Waiver>) =>
    waiverOf('data-platform', 'moves to identity access in Q1', '2027-03-31', overrides)
  const of = { check: 'storage/shared-key', lastLine: 9 }
  const config: Config = {
    ...noConfig,
    profiles: [{ workspaces: ['*-prod'], tags: { data: 'sensitive' }, profile: 'cmk-required' }],
    severity: [{ check: 'storage/minimum-tls', severity: 'high' }],
    disable: [{ check: 'endpoint/*', reason: 'retired' }],
    enable: ['storage/encryption-scopes'],
    waivers: [
      {
        ...of,
        ...agreed({ line: 7, ticket: 'https://tickets.example/SEC-1' }),
        workspace: 'mlw-*',
        changed: { sha: 'abcdef0123456789', at: '2026-10-01T08:00:00Z' },
      },
      { ...of, ...agreed({ line: 9, expires: '2026-11-22' }), resource: '*/storageAccounts/st*' },
      { ...of, ...agreed({ line: 11, expires: '2026-11-23' }) },
    ],
    jobNames: ['project-x*'],
  }
  const waived = finding('storage/shared-key', ids.storage('st'), { status: 'waived', waiver: agreed({ line: 7 }) })
  const content = report({ workspaces: [workspace('mlw-a', [waived]), workspace('mlw-b', [waived])] })
  const run = {
    ...content.run,
    tenant: 'tenant-1',
    identity: 'client id c11e4700',
    config: { path: '.github/a b.yml', sha256: 'cd'.repeat(32) },
    judgedFrom: judgedAgain,
  }
  const criteria = new Map([['storage/minimum-tls', { passes: 'The minimum is `1.2`.', fails: 'It is 1.0.' }]])
  const subscription = '11111111-1111-4111-8111-111111111111'
  const hidden = '22222222-2222-4222-8222-222222222222'
  content.coverage.subscriptions = [
    { id: subscription, visible: true },
    { id: hidden, visible: false },
  ]
  const trend = {
    picture: '<svg xmlns="http://www.w3.org/2000/svg"><style>.a{}</style></svg>',
    words: '1 high failed.',
  }
  const named: HtmlContext['named'] = [['Management groups', ['mg-one', 'mg-two']]]
  const with_ = (overrides: Partial<HtmlContext> = {}, of: Report = { ...content, run }) =>
    pageOf(of, { config, criteria, named, trend, ...overrides })
  const page = with_()
  const flat = (one: Page) => one.text.replaceAll(/\s+/g, ' ')
  const rows = page.all('tr').map(({ text }) => text.trim())

  it.each([
    ['the tenant', 'Tenanttenant-1'],
    ['who read', 'Identity that readclient id c11e4700'],
    ['the role', 'Role that it needsReader, or the role in docs/permissions.md, on all subscriptions of the scope'],
    ['the config file', `Config file.github/a b.yml, SHA-256 ${'cd'.repeat(32)}`],
    [
      'the evidence file of a replay',
      `Judged fromevidence.json, SHA-256 ${'ab'.repeat(32)}, collected at 2026-11-20 01:02:03 UTC by version 1.0.0`,
    ],
    ['what was named', 'Management groupsmg-one, mg-two'],
    [
      'thresholds',
      'Thresholds: keys of at least 2048 bits, not older than 730 days, renewed 30 days before they expire',
    ],
    ['names of jobs', 'Names that jobs must not have: project-x*.'],
    ['whose profile is another', 'Profile cmk-required for *-prod, tag data = sensitive'],
    ['a severity that is set', 'Severity of storage/minimum-tls: high'],
    ['what is switched on', 'Switched on: storage/encryption-scopes'],
    ['what is switched off', 'Switched off: endpoint/*, retired'],
    ['a place to sign', 'ReviewerDateSignatureRemarks'],
  ])('has %s', (_, words) => {
    expect(flat(page)).toContain(words)
  })

  it.each([
    ['a subscription', `${subscription}2rg-fraud`],
    ['one that cannot be seen', `${hidden} Not visible0`],
    [
      'a check',
      'Storage refuses TLS older than 1.2 storage/minimum-tls · high severity, by the config fileThe minimum is 1.2.It is 1.0.',
    ],
    [
      'a waiver',
      'storage/shared-key, workspace mlw-*data-platform2027-03-31moves to identity access in Q1 (https://tickets.example/SEC-1)line 7, last changed by abcdef0 on 2026-10-012 findings',
    ],
    [
      'one that has run out',
      'storage/shared-key, resource */storageAccounts/st*data-platform2026-11-22 Expiredmoves to identity access in Q1line 90 findings',
    ],
    ['one on its last day', 'storage/shared-keydata-platform2026-11-23moves to identity access in Q1line 110 findings'],
  ])('has a row of %s', (_, row) => {
    expect(rows).toContain(row)
  })

  it('leads to the line, to the commit and to the ticket', () => {
    const addresses = page.all('a').map(({ attributes }) => attributes.href)
    expect(addresses).toContain(`https://github.com/contoso/ml-platform/blob/${run.sha}/.github/a%20b.yml#L7`)
    expect(addresses).toContain('https://github.com/contoso/ml-platform/commit/abcdef0123456789')
    expect(addresses).toContain('https://tickets.example/SEC-1')
  })

  it('counts no check that is switched off among those in force', () => {
    expect(rows.filter((row) => row.includes('endpoint/auth-mode'))).toEqual([])
    expect(flat(page)).toContain(`${htmlContext(content).checks.size - 1} checks and their criteria`)
  })

  it('has the trend as a picture, for which alone pictures are let in', () => {
    const [picture] = page.all('img')
    expect(picture?.attributes).toMatchObject({ alt: trend.words })
    expect(decodeURIComponent(picture?.attributes.src ?? '')).toBe(`data:image/svg+xml,${trend.picture}`)
    const policyOf = (one: Page) =>
      one.all('meta').flatMap(({ attributes }) => (attributes['http-equiv'] ? attributes.content : []))
    expect(policyOf(page).join()).toContain("img-src data:; base-uri 'none'")
    expect(policyOf(with_({ trend: null })).join()).not.toContain('img-src')
  })

  it('says that nothing was named, and that there is no config file', () => {
    const none = with_({ named: [], config: noConfig }, { ...content, run: { ...content.run, config: null } })
    expect(flat(none)).toContain('Nothing was named: every workspace that the identity can read is judged.')
    expect(flat(none)).toContain('Config filenone')
    expect(none.text).not.toContain('Waivers of the config file')
  })
})

describe('the evidence', () => {
  const passes = (resource: string, overrides: Partial<Finding> = {}) =>
    finding('storage/secure-transfer', resource, {
      status: 'pass',
      message: 'Storage refuses plain HTTP.',
      evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: true }],
      ...overrides,
    })
  const [own, common, vault] = [ids.storage('stown'), ids.storage('stcommon'), ids.vault('kv-common')]
  const granted = (identity: string) =>
    passes(vault, {
      check: 'key-vault/purge-protection',
      message: `${identity} has access.`,
      evidence: [
        { path: 'properties.enableRbacAuthorization', value: true },
        { path: 'properties.scope', value: vault, resource: `${vault}/assignments/${identity}` },
        { path: 'properties.condition', value: null, resource: `${vault}/assignments/${identity}` },
      ],
    })
  const content = report({
    workspaces: [
      workspace('mlw-a', [passes(own), passes(common), granted('id-a'), examples.waived('stwaived')]),
      workspace('mlw-b', [
        passes(common.toUpperCase()),
        granted('id-b'),
        examples.unreadable('key-vault/soft-delete'),
        examples.tls('stb'),
      ]),
    ],
  })
  const shown: Report = { ...content, workspaces: content.workspaces.map((one) => ({ ...one, findings: [] })) }
  const sourceOf: HtmlContext['sourceOf'] = (id) => {
    if (/assignments/.test(id)) return { source: 'resource-graph', apiVersion: null }
    return id === own ? { source: 'resource-manager', apiVersion: '2025-06-01' } : null
  }
  const whole: HtmlContext['whole'] = (id) => content.workspaces.find((one) => one.id === id) as WorkspaceReport
  const pageWith = (overrides: Partial<HtmlContext> = {}, of = shown) =>
    read([...htmlReport(of, htmlContext(of, { whole, sourceOf, ...overrides }))].join(''))
  const page = pageWith()
  const rows = page.all('tr').map(({ text }) => text.trim())
  const flat = page.text.replaceAll(/\s+/g, ' ')

  it.each([
    ['what passed', 'PassedStorage refuses plain HTTPproperties.supportsHttpsTrafficOnly = true'],
    [
      'what is waived',
      'Waived (medium)Storage account keys are off or expireAccount keys are on and do not expire. Waived by data-platform until 2027-03-31.',
    ],
    [
      'what failed',
      'Failed (low)Storage allows TLS older than 1.2The setting allows TLS1_0; the service has refused it since 2026-02-03. properties.minimumTlsVersion = TLS1_0',
    ],
    ['what is undecided', 'Undecided (medium)Deleted keys can be recoveredThe key vault could not be read.'],
    ['where it was read', `stown storage account · Resource Manager 2025-06-01 ${own}`],
    ['what is not known to have been read', `stb storage account ${ids.storage('stb', 'rg-research')}`],
    ['what several use', 'Shared: stcommon, kv-common'],
    ['how many use it', `stcommon storage account · used by 2 workspaces ${common}`],
    [
      'of whom it is true',
      'PassedThe key vault cannot be purgedid-a has access. properties.enableRbacAuthorization = true; kv-common/id-a (Resource Graph): properties.scope = ' +
        vault +
        ', properties.condition is not setmlw-a',
    ],
  ])('has %s', (_, row) => {
    expect(rows).toContain(row)
  })

  it('has each shared row once, and of each workspace a fold', () => {
    expect(rows.filter((row) => row.startsWith('PassedStorage refuses plain HTTP'))).toHaveLength(2)
    expect(page.all('summary').map(({ text }) => text)).toEqual([
      expect.stringContaining('checks and their criteria'),
      'mlw-a 21 passed · 1 waived',
      'mlw-b 19 passed · 1 failed · 1 undecided',
      'Shared resources 2 resources',
    ])
    expect(page.errors).toEqual([])
  })

  it('says when it was read', () => {
    expect(flat).toContain('between 2026-11-23 21:39:41 and 2026-11-23 21:40:12 UTC')
    const judgedFrom = { ...judgedAgain, collectedAt: '2026-11-20T01:02:03.000Z' }
    const again = pageWith({}, { ...shown, run: { ...shown.run, judgedFrom } })
    expect(again.text).toContain('by an earlier run that began to read at 2026-11-20 01:02:03 UTC')
  })

  it('ends where a browser would no longer open it, and says so', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => passes(ids.storage(`st${index % 7}`)))
    const names = ['mlw-1', 'mlw-2', 'mlw-3']
    const all = report({ workspaces: names.map((name) => workspace(name)) })
    const of = (id: string) => ({ ...(all.workspaces.find((one) => one.id === id) as WorkspaceReport), findings: many })
    const { text } = pageWith({ whole: of }, all)
    expect(text).toContain('2 of 3 workspaces are here; the JSON report has all of them.')
  })
})

describe('a page', () => {
  it.each([
    ['no workspace', report({ conclusion: 'incomplete', percent: null }), 'found no Azure Machine Learning workspace'],
    ['a run that was skipped', report({ conclusion: 'skipped', percent: null }), 'Encryption check skipped'],
    ['nothing to do', report({ workspaces: [workspace('mlw')] }), 'Encryption check passed: 1 workspace'],
  ])('of %s', (_, content, words) => {
    const { errors, text } = pageOf(content)
    expect(errors).toEqual([])
    expect(text).toContain(words)
  })

  it('of a subscription that cannot be seen names it', () => {
    const content = report()
    content.coverage.subscriptions = [{ id: '22222222-2222-4222-8222-222222222222', visible: false }]
    expect(pageOf(content).text).toContain('Not visible 22222222-2222-4222-8222-222222222222')
  })

  it('of a subscription has its name beside its id, where that is known', () => {
    const id = '22222222-2222-4222-8222-222222222222'
    const content = report()
    content.coverage.subscriptions = [{ id, visible: true }]
    const subscriptionName = (asked: string) => (asked === id ? 'Contoso research' : null)
    expect(pageOf(content, { subscriptionName }).text).toContain(`Contoso research ${id}`)
  })

  it('of many comes in small pieces, and says what it leaves to the JSON report', () => {
    const vaults = Array.from({ length: 3000 }, (_, index) => examples.purge(`kv-${index}`))
    const content = report({ workspaces: [workspace('mlw', vaults)], conclusion: 'fail' })
    const pieces = [...htmlReport(content, htmlContext(content))]
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000)
    const { text } = read(pieces.join(''))
    expect(text).toContain('… and 2,000 more, which the JSON report has.')
    expect(text).toContain('… and the same for 2,800 more.')
  })

  it('keeps a token out', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'
    expect(render(report({ workspaces: [workspace('mlw', [examples.tls('st', { message: token })])] }))).not.toContain(
      token,
    )
  })
})

/** Everything in a report that others can have written. */
function hostile(value: string): [Report, Partial<HtmlContext>] {
  const own: Partial<Finding> = {
    message: value,
    steps: [
      instruction`See ${words(value)} and ${{ id: `/${value}`, name: value }}.`,
      az`x ${value} ${{ name: value }}`,
    ],
    evidence: [{ path: value, value, resource: value }],
  }
  const waiver = waiverOf(value, value, value, { ticket: value, changed: { sha: value, at: value } })
  const all = [
    finding('storage/minimum-tls', value, own),
    finding('storage/minimum-tls', ids.storage(`st${value}`), { ...own, message: '.' }),
    finding(value, value, { ...own, status: 'unknown' }),
    finding('storage/shared-key', value, { ...own, status: 'waived', waiver }),
  ]
  const id = ids.workspace(value)
  const missing = [
    missingVault({ resource: value, action: value, scope: value, usedBy: [value] }),
    missingVault({ resource: id, action: null, message: value }),
  ]
  const content = report({
    workspaces: [workspace(value, all, { id, kind: value, location: value })],
    conclusion: 'fail',
    missing,
    plan: plan(
      (['introduces', 'fixes', 'gone', 'undecided'] as const).flatMap((change) =>
        all.map((one) => planned(change, one, { source: { file: value, line: 1 }, workspace: value })),
      ),
      { notLookedInto: [{ address: value, reason: value }] },
    ),
  })
  content.run = {
    ...content.run,
    event: value,
    repository: value,
    sha: value,
    url: value,
    startedAt: value,
    tenant: value,
    identity: value,
    config: { path: value, sha256: value },
    judgedFrom: {
      ...judgedAgain,
      file: value,
      sha256: value,
      collectedAt: value,
      version: value,
      repository: value,
      sha: value,
      url: value,
    },
  }
  content.coverage.subscriptions = [{ id: value, visible: false }]
  const config: Config = {
    ...noConfig,
    profiles: [{ workspaces: [value], tags: { [value]: value }, profile: 'baseline' }],
    severity: [{ check: value, severity: 'low' }],
    disable: [{ check: value, reason: value }],
    enable: [value],
    waivers: [{ ...waiver, check: value, workspace: value, resource: value, line: 1, lastLine: 2 }],
    jobNames: [value],
  }
  const page: Partial<HtmlContext> = {
    named: [['Workspaces', [value]]],
    config,
    criteria: new Map([['storage/minimum-tls', { passes: value, fails: value }]]),
    trend: { picture: value, words: value },
    sourceOf: () => ({ source: 'resource-graph', apiVersion: value }),
    subscriptionName: () => value,
  }
  const comparison = {
    since: value,
    upgrade: null,
    weighed: [],
    fixed: [{ check: value, resource: value, workspace: value }],
    added: [value],
    removed: [value],
  }
  return [
    content,
    { ...page, notes: [value], accepted: [value], comparison, reportId: value, assignee: value, docs: value },
  ]
}

const sample = ([content, overrides]: ReturnType<typeof hostile>) => pageOf(content, overrides)

describe('what others wrote', () => {
  const skeletonOf = ({ elements }: Page) => {
    // links depend on what can be opened, code and empty paragraphs on what there is to show
    const fixed = elements.filter(({ tag }) => !['a', 'code', 'p', 'pre', 'h4'].includes(tag))
    return fixed.map(({ tag, attributes }) => [tag, ...Object.keys(attributes)].join(' '))
  }
  const allowed = {
    a: ['class', 'href'],
    code: [],
    p: ['class'],
    pre: ['tabindex'],
    h4: [],
  }
  const breakout = fc.constantFrom(
    '</script><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><style>*{display:none}',
    '<!--',
    ']]>',
    'javascript:alert(1)',
    'https://x" onclick="alert(1)',
    '&lt;script&gt;',
    '`<b>`',
  )
  const plain = skeletonOf(sample(hostile('plain')))

  it('adds no element, no attribute and no address', () => {
    const any = fc.array(fc.oneof(breakout, fc.string({ unit: 'binary', maxLength: 12 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(any, (parts) => {
        const page = sample(hostile(`${parts.join('')}x`))
        expect(page.errors).toEqual([])
        expect(skeletonOf(page)).toEqual(plain)
        for (const { tag, attributes } of page.elements) {
          if (tag in allowed)
            expect(allowed[tag as keyof typeof allowed]).toEqual(expect.arrayContaining(Object.keys(attributes)))
          if (tag === 'a') expect(attributes.href).toMatch(/^(https?:\/\/|#)/)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is shown as it is', () => {
    fc.assert(
      fc.property(breakout, (value) => {
        expect(sample(hostile(value)).text).toContain(oneLine(value).replaceAll('`', ''))
      }),
    )
  })
})
