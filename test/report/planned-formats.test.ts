import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { instruction } from '../../src/checklist/remedy.ts'
import type { PlanFinding, PlanReport, Policy, Report } from '../../src/model.ts'
import type { Log, Shown } from '../../src/ports.ts'
import { annotatePlanned } from '../../src/publish/annotate-planned.ts'
import { annotateFailures, annotationsOn } from '../../src/publish/annotations.ts'
import { htmlReport } from '../../src/report/html/html.ts'
import { sarifReport } from '../../src/report/sarif/sarif.ts'
import { context, examples, finding, htmlContext, ids, plan, planned, policy, report, workspace } from './builder.ts'

// biome-ignore lint/suspicious/noExplicitAny: JSON of a format that has no types here
type Json = any

const { purge, tls, admin } = examples

const weakened = planned(
  'introduces',
  finding('storage/secure-transfer', ids.storage('stfraudprod'), {
    severity: 'high',
    message: 'The account accepts connections without TLS.',
    evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: false }],
    steps: [instruction`Change \`https_traffic_only_enabled\` in the source of this resource.`],
  }),
  { now: { evidence: [{ path: 'properties.supportsHttpsTrafficOnly', value: true }] } },
)
const inPlan = { ...weakened, source: { file: 'plan.json', line: null } }
const inFile = planned('leaves', finding('secrets/job-environment', 'jobs/<b>.yml', { severity: 'medium' }), {
  workspace: null,
  live: null,
  source: { file: 'jobs/<b>.yml', line: 7 },
})

function told(findings: PlanFinding[], of: Partial<PlanReport> = {}, more: Partial<Report> = {}): Report {
  return report({
    conclusion: 'fail',
    workspaces: [workspace('mlw-fraud-prod', [purge(), admin()])],
    plan: plan(findings, { conclusion: 'fail', ...of }),
    ...more,
  })
}

describe('SARIF', () => {
  const resultsOf = (content: Report): Json[] =>
    JSON.parse(sarifReport(content, { ...context(), location: '.github/azureml-encryption.yml' })).runs[0].results
  const at = (result: Json) => {
    const { artifactLocation, region } = result.locations[0].physicalLocation
    return `${artifactLocation.uri}:${region.startLine}`
  }
  const of = (results: Json[], rule: string) => results.filter(({ ruleId }) => ruleId === rule)

  it.each<[string, PlanFinding, place: string]>([
    ['stands at the line that causes it', weakened, 'infra/main.tf:42'],
    ['stands where live findings do when it comes from the plan alone', inPlan, '.github/azureml-encryption.yml:1'],
    [
      'stands where live findings do when nobody knows',
      { ...weakened, source: null },
      '.github/azureml-encryption.yml:1',
    ],
    ['stands in a file as a whole', { ...weakened, source: { file: 'a b.tf', line: null } }, 'a%20b.tf:1'],
    ['of a file of the repository stands there', inFile, 'jobs/%3Cb%3E.yml:7'],
  ])('a planned result %s', (_, one, place) => {
    const [result] = of(resultsOf(told([one])), one.check)
    expect(at(result)).toBe(place)
    expect(result.message.text).toMatch(/^If merged, /)
    expect(result.partialFingerprints).toEqual({ primaryLocationLineHash: one.fingerprint })
  })

  it('leaves the results of what is live as they are', () => {
    const live = of(
      resultsOf(told([planned('leaves', purge()), planned('fixes', admin())])),
      'key-vault/purge-protection',
    )
    expect(live.map(at)).toEqual(['.github/azureml-encryption.yml:1'])
    expect(of(resultsOf(told([planned('fixes', admin())])), admin().check)).toHaveLength(1)
  })

  it('misses no workspace where the plan makes the first one', () => {
    expect(of(resultsOf(told([weakened], {}, { workspaces: [] })), 'coverage/visible')).toEqual([])
    expect(of(resultsOf(told([], {}, { workspaces: [] })), 'coverage/visible')).toHaveLength(1)
  })

  it('says once what is undecided now and fails then', () => {
    const undecided = { ...purge(), status: 'unknown' as const, reason: 'forbidden' as const }
    const then = planned('introduces', purge(), { now: { status: 'unknown' } })
    const results = resultsOf(told([then], {}, { workspaces: [workspace('mlw-fraud-prod', [undecided])] }))
    expect(of(results, purge().check).map(at)).toEqual(['infra/main.tf:42'])
  })
})

describe('annotations', () => {
  function said(content: Report, its: Partial<Policy> = {}) {
    const all: { level: string; message: string; shown: Shown | undefined }[] = []
    const say = (level: string) => (message: string, shown?: Shown) => void all.push({ level, message, shown })
    const log: Log = {
      info: say('info'),
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
      group: (_, work) => work(),
    }
    const annotations = annotationsOn(log)
    const terms = context({ policy: { ...policy, ...its } })
    annotateFailures(content, terms, annotations, 0, annotatePlanned(content, terms, annotations, 0))
    return all
  }
  const levels = (content: Report, its: Partial<Policy> = {}) =>
    said(content, its).map(({ level, shown }) => `${level} ${shown?.file ?? '-'}:${shown?.startLine ?? '-'}`)

  it('say what it is, whose, and that it is not live yet', () => {
    expect(said(told([weakened]))[0]).toEqual({
      level: 'error',
      message: 'stfraudprod (workspace mlw-fraud-prod): The account accepts connections without TLS.',
      shown: {
        title: 'If merged, high: Storage accepts unencrypted connections',
        file: 'infra/main.tf',
        startLine: 42,
      },
    })
  })

  it.each<[string, Report, Partial<Policy>, string[]]>([
    [
      'first what is introduced, at its line',
      told([weakened, planned('leaves', purge())]),
      {},
      ['error infra/main.tf:42', 'error -:-'],
    ],
    [
      'no error of what the plan repairs',
      told([weakened, planned('fixes', purge())]),
      {},
      ['error infra/main.tf:42', 'warning -:-'],
    ],
    [
      'nothing is an error when the result is a pass',
      told([planned('gone', purge())], { conclusion: 'pass' }, { conclusion: 'pass' }),
      {},
      ['warning -:-'],
    ],
    [
      'what is live is an error when it decides',
      told([planned('fixes', purge())], { conclusion: 'pass' }),
      {},
      ['error -:-'],
    ],
    [
      'warnings when nothing fails the job',
      told([weakened]),
      { warnOnly: true },
      ['warning infra/main.tf:42', 'warning -:-'],
    ],
    ['no place in a plan that the run made', told([inPlan]), {}, ['error -:-', 'error -:-']],
    [
      'undecided is a warning',
      told([planned('undecided', tls('st', { severity: 'high' }))], { conclusion: 'incomplete' }),
      {},
      ['warning infra/main.tf:42', 'error -:-'],
    ],
    [
      'nothing below the threshold',
      told([planned('introduces', tls())], { conclusion: 'pass' }, { conclusion: 'pass' }),
      {},
      ['warning -:-'],
    ],
  ])('%s', (_, content, its, expected) => expect(levels(content, its)).toEqual(expected))

  it('stay within what the runner shows', () => {
    const many = Array.from({ length: 30 }, (_, at) => planned('introduces', purge(`kv-${at}`)))
    const all = said(told(many))
    expect(all.filter(({ level }) => level === 'error')).toHaveLength(9)
    expect(all.map(({ message }) => message)).toContain(
      '… and 21 more findings of the plan; the job summary lists all.',
    )
  })
})

describe('the HTML report', () => {
  const page = (content: Report) => [...htmlReport(content, htmlContext(content))].join('')

  it('has a part for what would be', () => {
    const shown = page(told([weakened, planned('fixes', admin()), planned('gone', tls('stold')), inFile]))
    const errors: string[] = []
    parse(shown, { onParseError: ({ code }) => errors.push(code) })
    expect(errors).toEqual([])
    for (const words of [
      '<a href="#if-merged">If merged</a>',
      'Live today: 1 high, 1 medium, 0 low; if merged: 2 high, 0 medium, 0 low.',
      '/blob/8c1f02a9d4e6b7385fa1c20d9e8b7a6c5d4e3f21/infra/main.tf#L42"><code>infra/main.tf:42</code></a>',
      'Now: <code>properties.supportsHttpsTrafficOnly</code>',
      'Change <code>https_traffic_only_enabled</code>',
      '<h3>What it would fix</h3>',
      '<h3>What it would remove without fixing it</h3>',
      '<code>jobs/&lt;b&gt;.yml:7</code>',
    ])
      expect(shown).toContain(words)
  })

  it('has none without a plan', () => expect(page(told([], {}, { plan: null }))).not.toContain('If merged'))
})
