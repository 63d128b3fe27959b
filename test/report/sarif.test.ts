import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checklist } from '../../src/checklist/index.ts'
import { instruction } from '../../src/checklist/remedy.ts'
import type { Finding, Report } from '../../src/model.ts'
import type { SarifContext } from '../../src/report/sarif/context.ts'
import { sarifReport } from '../../src/report/sarif/sarif.ts'
import { words } from '../../src/said.ts'
import { context, examples, finding, ids, missingVault, report, waiver, workspace } from './builder.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON of a format that has no types here
type Json = any

const runOf = (content: Report, overrides: Partial<SarifContext> = {}): Json =>
  JSON.parse(sarifReport(content, { ...context(), location: '.github/azureml-encryption.yml', ...overrides })).runs[0]

const runWith = (findings: Finding[], overrides: Partial<Report> = {}): Json =>
  runOf(report({ workspaces: [workspace('mlw-fraud', findings)], conclusion: 'fail', ...overrides }))

const resultOf = (one: Finding): Json => runWith([one]).results[0]

const ruleOf = (run: Json, id: string): Json => run.tool.driver.rules.find((rule: Json) => rule.id === id)

describe('a result', () => {
  it('names what is wrong with which resource of which workspace, and how to fix it', () => {
    const { ruleId, message, locations, partialFingerprints } = resultOf(examples.purge())
    expect(ruleId).toBe('key-vault/purge-protection')
    expect(message.text.split('\n\n')).toEqual([
      'kv-fraud-cmk (key vault, workspace mlw-fraud): Purge protection is not enabled on the vault of the customer-managed key.',
      expect.stringMatching(/^To fix it:\naz keyvault update --name kv-fraud-cmk .*--enable-purge-protection true$/),
      `Resource: ${ids.vault('kv-fraud-cmk')}`,
    ])
    expect(locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: '.github/azureml-encryption.yml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1 },
        },
        logicalLocations: [{ name: 'kv-fraud-cmk', fullyQualifiedName: ids.vault('kv-fraud-cmk'), kind: 'resource' }],
      },
    ])
    expect(partialFingerprints).toEqual({ primaryLocationLineHash: examples.purge().fingerprint })
  })

  it.each([
    ['high', 'fail', 'error'],
    ['medium', 'fail', 'warning'],
    ['low', 'fail', 'note'],
    ['info', 'fail', 'note'],
    ['high', 'unknown', 'warning'],
    ['medium', 'unknown', 'warning'],
    ['low', 'unknown', 'note'],
    ['info', 'unknown', 'note'],
  ] as const)('of %s severity and status %s has level %s', (severity, status, level) => {
    const one = finding('storage/minimum-tls', ids.storage('st'), { severity, status })
    expect(resultOf(one)).toMatchObject({ level, properties: { severity, status } })
  })

  it('that is undecided says so, and why', () => {
    expect(resultOf(examples.unreadable('key-vault/soft-delete')).message.text).toContain(
      'undecided (no permission to read it). The key vault could not be read.',
    )
  })

  it('that is waived by a ticket names it', () => {
    const { suppressions } = resultOf({
      ...examples.waived(),
      waiver: waiver('ada', 'soon', '2027-03-31', { ticket: 'SEC-7' }),
    })
    expect(suppressions?.[0]?.justification).toBe('soon (ada, until 2027-03-31, SEC-7)')
  })

  it('that is waived is suppressed, by whom and until when', () => {
    const { suppressions, message } = resultOf(examples.waived())
    expect(suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'moves to identity access in Q1 (data-platform, until 2027-03-31)',
      },
    ])
    expect(message.text).toContain('Waived by data-platform until 2027-03-31: moves to identity access in Q1')
  })

  it('is there for whatever did not pass', () => {
    const passed = finding('storage/minimum-tls', ids.storage('st'), { status: 'pass' })
    expect(runWith([passed]).results).toEqual([])
    expect(runWith([passed, examples.tls(), examples.waived()]).results).toHaveLength(2)
  })

  it('tells workspaces of the same name apart', () => {
    const other = workspace('mlw-fraud', [examples.tls()], { id: ids.workspace('mlw-fraud', 'rg-other') })
    const { results } = runOf(report({ workspaces: [workspace('mlw-fraud', [examples.purge()]), other] }))
    expect(results.map(({ message }: Json) => /workspace (.+?)\)/.exec(message.text)?.[1])).toEqual([
      'mlw-fraud in rg-fraud',
      'mlw-fraud in rg-other',
    ])
  })

  it('points at a file whose name has spaces', () => {
    const { results } = runOf(report({ workspaces: [workspace('mlw', [examples.tls()])] }), { location: 'a b/ä#1.yml' })
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/%C3%A4%231.yml')
  })
})

describe('results', () => {
  it('begin with the most severe and end with what is waived', () => {
    const unknown = examples.unreadable('key-vault/soft-delete', { severity: 'high' })
    const run = runWith([examples.waived(), examples.tls(), unknown, examples.admin(), examples.purge()])
    expect(run.results.map(({ ruleId }: Json) => ruleId)).toEqual([
      'key-vault/purge-protection',
      'key-vault/soft-delete',
      'container-registry/admin-user',
      'storage/minimum-tls',
      'storage/shared-key',
    ])
  })

  it('are the same for the same report', () => {
    const content = report({ workspaces: [workspace('mlw', [examples.tls(), examples.purge()])] })
    const place = { ...context(), location: 'a.yml' }
    expect(sarifReport(structuredClone(content), place)).toBe(sarifReport(content, place))
  })

  it('are at most 25,000, and the others are counted', () => {
    const many = Array.from({ length: 25_010 }, (_, index) =>
      finding('storage/minimum-tls', `st${index}`, { message: '' }),
    )
    const run = runWith([...many, examples.purge()])
    expect(run.results).toHaveLength(25_000)
    expect(run.results[0].ruleId).toBe('key-vault/purge-protection')
    expect(run.invocations[0].toolExecutionNotifications[0]).toEqual({
      level: 'warning',
      message: { text: 'The 11 least severe results are omitted: code scanning accepts no more.' },
    })
  })

  it('are fewer when 10 MB would not hold them after gzip', () => {
    const random = (length: number) => randomBytes(length).toString('base64url').slice(0, length)
    const many = Array.from({ length: 20_000 }, () =>
      finding('storage/minimum-tls', ids.storage(random(80)), {
        message: random(490),
        steps: [instruction`${words(random(490))}`],
      }),
    )
    const text = sarifReport(report({ workspaces: [workspace('mlw', many)] }), { ...context(), location: 'a.yml' })
    expect(gzipSync(text).length).toBeLessThan(10_000_000)
    expect(text).toMatch(/[\d,]+ least severe results are omitted/)
  })

  it.each([
    [
      'a target that cannot be seen',
      report({ missing: [missingVault({ usedBy: [], named: true })] }),
      'kv-research: The identity of',
    ],
    ['no workspace at all', report({ conclusion: 'incomplete' }), 'found no Azure Machine Learning workspace'],
  ])('say that there is %s', (_, content, words) => {
    const run = runOf(content)
    expect(run.results).toHaveLength(1)
    expect(run.results[0]).toMatchObject({ ruleId: 'coverage/visible', level: 'warning' })
    expect(run.results[0].message.text).toContain(words)
    expect(ruleOf(run, 'coverage/visible').help.text).toContain('Reader')
  })
})

describe('rules', () => {
  it('are all checks, with and without results', () => {
    const { rules } = runWith([examples.tls()]).tool.driver
    expect(rules.map(({ id }: Json) => id)).toEqual([...context().checks.keys(), 'coverage/visible'])
  })

  it('have the index that results name', () => {
    const run = runWith([examples.tls(), examples.purge(), examples.waived()])
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  it('say what goes wrong and where to read on', () => {
    expect(ruleOf(runWith([]), 'key-vault/purge-protection')).toMatchObject({
      name: 'KeyVaultPurgeProtection',
      shortDescription: { text: 'The key vault cannot be purged.' },
      fullDescription: { text: expect.stringMatching(/^Whoever may delete this vault/) },
      helpUri: `${context().docs}/docs/checklist.md#key-vault-purge-protection`,
      help: { markdown: expect.stringContaining('](https://learn.microsoft.com/azure)') },
      properties: {
        tags: expect.arrayContaining(['security', 'encryption', 'azure', 'Key vaults', 'S13', 'nist-800-53-r5']),
        precision: 'very-high',
      },
    })
  })

  it.each([
    ['high', '8.0', 'error', 'error'],
    ['medium', '5.5', 'warning', 'warning'],
    ['low', '3.0', 'note', 'recommendation'],
    ['info', undefined, 'note', 'recommendation'],
  ] as const)('of %s severity have score %s and level %s', (severity, score, level, problem) => {
    const low = finding('storage/minimum-tls', ids.storage('a'), { severity: 'info' })
    const rule = ruleOf(runWith([low, { ...low, severity }, low]), 'storage/minimum-tls')
    expect(rule.defaultConfiguration).toEqual({ level })
    expect(rule.properties['security-severity']).toBe(score)
    expect(rule.properties['problem.severity']).toBe(problem)
  })

  it('without results have no severity', () => {
    const { defaultConfiguration, properties } = ruleOf(runWith([]), 'storage/minimum-tls')
    expect([defaultConfiguration, properties['security-severity']]).toEqual([undefined, undefined])
  })
})

describe('controls', () => {
  const checks = new Map(
    checklist.map((check) => [check.id, { creationOnly: false, ...check, rows: [...check.rows, 'S01', 'S02', 'S03'] }]),
  )
  const { taxonomies, tool } = runOf(report(), { checks })
  const { rules, supportedTaxonomies } = tool.driver
  const of = (id: string) => rules.find((rule: Json) => rule.id === id)

  it('of a rule stand in the taxonomy and the place that it names', () => {
    const named = rules.flatMap(({ relationships = [] }: Json) => relationships)
    const found = named.map(({ target }: Json) => {
      const taxonomy = taxonomies[target.toolComponent.index]
      return [taxonomy.name, taxonomy.taxa[target.index].id]
    })
    expect(found).toEqual(named.map(({ target }: Json) => [target.toolComponent.name, target.id]))
    expect(supportedTaxonomies.map(({ index }: Json) => taxonomies[index].name)).toEqual(
      supportedTaxonomies.map(({ name }: Json) => name),
    )
    expect(of('storage/secure-transfer').relationships).toContainEqual({
      target: expect.objectContaining({ id: 'SC-8(1)' }),
      kinds: ['relevant'],
    })
  })

  it('are named by tags, of which code scanning takes 20', () => {
    expect(of('storage/minimum-tls').properties.tags).toContain('cis-azure-v3.0.0')
    const tags: string[][] = rules.map(({ properties }: Json) => properties.tags)
    expect(Math.max(...tags.map(({ length }) => length))).toBe(20)
  })

  it('a rule without a policy has none', () => {
    expect(of('datastore/protocol')).not.toHaveProperty('relationships')
  })
})

describe('a run', () => {
  it('belongs to its report and its commit', () => {
    expect(runOf(report(), { reportId: 'nightly' })).toMatchObject({
      tool: {
        driver: { name: 'azureml-encryption-check', version: '1.0.0', informationUri: `${context().docs}/README.md` },
      },
      automationDetails: { id: 'azureml-encryption-check/nightly/' },
      versionControlProvenance: [
        { repositoryUri: 'https://github.com/contoso/ml-platform', revisionId: report().run.sha },
      ],
    })
  })

  it.each([
    ['pass', 100, true, []],
    ['fail', 95.1, true, ['Only 95.1 % of the evidence could be read.']],
    ['skipped', null, false, ['No workspace was checked: this run has no identity in Azure.']],
  ] as const)('with conclusion %s and coverage %s', (conclusion, percent, isSuccessful, warnings) => {
    const [invocation] = runOf(report({ conclusion, percent })).invocations
    expect(invocation.executionSuccessful).toBe(isSuccessful)
    const said = invocation.toolExecutionNotifications.filter(({ level }: Json) => level === 'warning')
    expect(said.map(({ message }: Json) => message.text)).toEqual(warnings)
  })
})

describe('what others wrote', () => {
  it('is neither link nor placeholder', () => {
    const one = finding('storage/minimum-tls', 'st', { message: 'See [here](https://evil.example) {0} \\' })
    expect(resultOf(one).message.text).toContain('See \\[here\\](https://evil.example) {{0}} \\\\')
  })

  it('never leaves a bracket, a brace or a backslash alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (value) => {
        const { text } = resultOf(
          finding('storage/minimum-tls', value, {
            message: value,
            steps: [instruction`${words(value)}`],
            severity: 'low',
          }),
        ).message
        expect(text.replaceAll(/\\[\\[\]]|\{\{|\}\}/g, '')).not.toMatch(/[\\[\]{}]/)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })
})
