import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBaseline } from '../../src/baseline/compare.ts'
import { checklist } from '../../src/checklist/index.ts'
import { noConfig } from '../../src/config/model.ts'
import { readEvidenceFile } from '../../src/evidence-file/format.ts'
import { fingerprint } from '../../src/judge/evaluate.ts'
import type { Finding, WorkspaceReport } from '../../src/model.ts'
import { dayOf, readHistory, withDay } from '../../src/report/history.ts'
import { resourceTypes } from '../../src/resources/index.ts'
import { asText } from '../../src/said.ts'
import { checksOfFirstVersion, decidedByLess } from '../../src/upgrade/first-version.ts'
import { foundByUpgrade, isOlder, upgradeFrom } from '../../src/upgrade/upgrade.ts'
import { version } from '../../src/version.ts'
import { policyOf } from '../checklist/builder.ts'
import { assess, report } from '../judged.ts'
import { report as reportOf } from '../report/builder.ts'

/** What version 1.0.0 wrote on one night, about one workspace. */
const old = (name: string) => readFileSync(new URL(`version-1.0.0/${name}`, import.meta.url), 'utf8')
const requests = { resourceGraph: 0, resourceManager: 0, throttled: 0 }
const policy = { ...policyOf('baseline'), failOnNewOnly: true }
const now = new Date('2026-11-28T03:00:00Z')

const later = checklist.map(({ id }) => id as string).filter((id) => !checksOfFirstVersion.includes(id))
/** Why the run of then could not read something, by its id: that stays the reason. */
const hidden = new Map<string, string>(
  [...JSON.parse(old('evidence.json')).resources, ...JSON.parse(old('evidence.json')).collections].flatMap(
    ({ state, id, reason }) => (state === 'unreadable' ? [[id, reason] as const] : []),
  ),
)
/** Makes the checks of then that decide by as much as then, and no others. */
const asThen = {
  ...noConfig,
  disable: [...later, ...decidedByLess].map((check) => ({ check, reason: '' })),
}

/** The evidence of then, judged now, after a change of the file. */
function judged(
  change: (json: ReturnType<typeof JSON.parse>) => void = () => {},
  baseline: string | null = null,
  config = asThen,
) {
  const json = JSON.parse(old('evidence.json'))
  change(json)
  const { evidence } = readEvidenceFile(JSON.stringify(json), 'evidence.json')
  const earlier = baseline === null ? null : readBaseline(baseline, 'The baseline', now)
  const whole = report(evidence, evidence.workspaces[0] ?? '', policy, config, earlier)
  return { ...assess(evidence, policy, requests, config, earlier), whole, evidence }
}

const found = ({ findings }: WorkspaceReport, check: string) =>
  findings.filter((one) => one.check === check && one.status !== 'pass')

describe('a version', () => {
  it.each<[string, boolean]>([
    ['0.9.9', true],
    ['1.0.0', true],
    ['1.0.99', true],
    ['1.0.0-rc.1', true],
    [version, false],
    [`${version}+build`, false],
    ['1.99.0', false],
    ['2.0.0', false],
    ['latest', false],
    ['1.0', false],
    ['', false],
  ])('%s is older: %s', (text, expected) => {
    expect(isOlder(text)).toBe(expected)
  })
})

describe('a baseline of the first version', () => {
  it('is known by its version, and by the checks that it made', () => {
    const { upgrade, notes } = readBaseline(old('report.json'), 'The baseline', now)
    expect([upgrade?.from, notes]).toEqual(['1.0.0', []])
    expect(checksOfFirstVersion).toHaveLength(102)
    expect(upgrade?.checks.size).toBe(102)
    const ids = new Set(checklist.map(({ id }) => id as string))
    expect(checksOfFirstVersion.filter((id) => !ids.has(id))).toEqual([])
  })

  it('lets the job pass that fails only for what is new, when nothing but the version changed', () => {
    const { conclusion, summary } = judged(undefined, old('report.json'))
    expect([conclusion, summary.new]).toEqual(['pass', 0])
  })

  it.each<[string, (baseline: ReturnType<typeof JSON.parse>) => void, string]>([
    [
      'a check that it did not make',
      (baseline) => {
        baseline.checks = checksOfFirstVersion.filter((id) => id !== 'compute/local-auth')
        baseline.workspaces[0].findings = without(baseline, 'compute/local-auth')
      },
      'compute/local-auth',
    ],
    [
      'a failure where it could not decide',
      (baseline) => {
        for (const finding of baseline.workspaces[0].findings)
          if (finding.check === 'compute/local-auth') finding.status = 'unknown'
      },
      'compute/local-auth',
    ],
    [
      'a subject of another kind than then',
      (baseline) => {
        for (const finding of baseline.workspaces[0].findings) {
          if (finding.check !== 'compute/local-auth') continue
          finding.resource = baseline.workspaces[0].id
          finding.fingerprint = 'moved'
        }
      },
      'compute/local-auth',
    ],
  ])('%s is found since the upgrade, and not new', (_name, change, check) => {
    const baseline = JSON.parse(old('report.json'))
    change(baseline)
    const { conclusion, summary, workspaces, found: since, whole } = judged(undefined, JSON.stringify(baseline))
    expect([conclusion, summary.new]).toEqual(['pass', 0])
    const failures = found(workspaces[0] as WorkspaceReport, check)
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.map((one) => one.new)).toEqual(failures.map(() => false))
    expect(found(whole, check).map((one) => one.new)).toEqual(failures.map(() => false))
    expect(since.map((one) => [one.check, one.resource])).toEqual(failures.map((one) => [one.check, one.resource]))
  })

  it.each(later)('knows nothing of %s: it is never new, nor passed for what nobody read', (check) => {
    const { conclusion, summary, workspaces, found: since, whole } = judged(undefined, old('report.json'), noConfig)
    expect([conclusion, summary.new]).toEqual(['pass', 0])
    const open = found(workspaces[0] as WorkspaceReport, check)
    expect(since.filter((one) => one.check === check)).toHaveLength(open.length)
    const lacking = whole.findings.filter((one) => one.check === check && one.status !== 'fail')
    for (const { status, reason, missing } of lacking)
      expect([status, reason]).toEqual(['unknown', hidden.get(missing ?? '') ?? 'not-observable'])
  })

  it.each([
    'key-vault/workspace-access',
    'key-vault/cmk-access',
    'secrets/deployment-environment',
  ])('%s wants more than was read then: it does not pass, and is not new', (check) => {
    const then = JSON.parse(old('report.json')).workspaces[0].findings.filter((one: Finding) => one.check === check)
    expect([decidedByLess.has(check), then]).toEqual([true, []])
    const { summary, workspaces, found: since } = judged(undefined, old('report.json'), noConfig)
    const open = found(workspaces[0] as WorkspaceReport, check)
    expect(open).toMatchObject([{ status: 'unknown', reason: 'not-observable', new: false }])
    expect(asText(open[0]?.message ?? '')).toContain('collected by version 1.0.0')
    expect([summary.new, since.filter((one) => one.check === check).length]).toEqual([0, 1])
  })

  it.each(['1.1.0', '2.0.0'])('against one of version %s, it is new', (written) => {
    const baseline = JSON.parse(old('report.json'))
    baseline.tool.version = written
    const { workspaces } = judged(undefined, JSON.stringify(baseline), noConfig)
    const open = found(workspaces[0] as WorkspaceReport, 'key-vault/cmk-access')
    expect(open.map((one) => one.new)).toEqual([true])
  })

  it('calls new what got worse', () => {
    const baseline = JSON.parse(old('report.json'))
    baseline.workspaces[0].findings = without(baseline, 'compute/local-auth')
    const { summary, found: since } = judged(undefined, JSON.stringify(baseline))
    expect([summary.new, since]).toEqual([found(judged().whole, 'compute/local-auth').length, []])
  })

  it('has the same effect with pseudonyms, as it is published', () => {
    const baseline = JSON.parse(old('report.json').replaceAll(/\/subscriptions\/[^"\s]+/g, 'res-01234567'))
    for (const finding of baseline.workspaces[0].findings)
      if (finding.check === 'compute/local-auth') finding.status = 'unknown'
    const { summary, found: since } = judged(undefined, JSON.stringify(baseline))
    expect([summary.new, new Set(since.map(({ check }) => check))]).toEqual([0, new Set(['compute/local-auth'])])
  })

  it.each(['2.0.0', version, 'none'])('is nothing special when it is of version %s', (written) => {
    const baseline = JSON.parse(old('report.json'))
    baseline.tool.version = written
    for (const finding of baseline.workspaces[0].findings)
      if (finding.check === 'compute/local-auth') finding.status = 'unknown'
    const { summary, found: since } = judged(undefined, JSON.stringify(baseline))
    expect([summary.new, since]).toEqual([found(judged().whole, 'compute/local-auth').length, []])
  })
})

const without = (baseline: ReturnType<typeof JSON.parse>, check: string) =>
  baseline.workspaces[0].findings.filter((finding: Finding) => finding.check !== check)

describe('a subject that moved', () => {
  const id =
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw'
  const account = (name: string) =>
    `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/${name}`
  const then = { id, findings: [{ check: 'key/readable', resource: id, status: 'unknown', fingerprint: 'then' }] }
  const finding = { check: 'key/readable', resource: account('st'), status: 'unknown' as const, fingerprint: 'now' }

  it.each<[string, string, string[], boolean]>([
    ['from the workspace to what hides it', account('st'), ['now'], true],
    ['of which the workspace is still judged', account('st'), ['now', 'then'], false],
    ['of the same kind: one went, another came', id, ['now'], false],
  ])('%s', (_name, resource, judgedNow, expected) => {
    const upgrade = upgradeFrom('1.0.0', undefined, [then])
    if (upgrade === null) throw new Error('1.0.0 is older.')
    expect(foundByUpgrade(upgrade, id, new Set(judgedNow))({ ...finding, resource })).toBe(expected)
    expect(foundByUpgrade(upgrade, `${id}2`, new Set(['now']))({ ...finding, resource })).toBe(false)
  })
})

it('every finding has the fingerprint that the first version has given it', () => {
  const [{ id, findings }] = JSON.parse(old('report.json')).workspaces as WorkspaceReport[] as [WorkspaceReport]
  expect(findings.length).toBeGreaterThan(0)
  const differing = findings.filter((one) => fingerprint(one.check, one.resource, id) !== one.fingerprint)
  expect(differing.map(({ check }) => check)).toEqual([])
})

describe('evidence of the first version', () => {
  it('is judged: what failed then fails, or cannot be told from what was read then', () => {
    const { whole, evidence } = judged()
    const { workspaces } = JSON.parse(old('report.json'))
    expect(evidence.collectedBy).toMatchObject({ version: '1.0.0' })
    const now = new Map(whole.findings.map((one) => [one.fingerprint, one]))
    const failed: Finding[] = workspaces[0].findings.filter(({ status }: Finding) => status === 'fail')
    const outcomes = failed.map(({ fingerprint }) => now.get(fingerprint)?.reason ?? now.get(fingerprint)?.status)
    expect(outcomes.filter((one) => one !== 'fail' && one !== 'not-observable')).toEqual([])
    expect(outcomes.filter((one) => one === 'fail').length).toBeGreaterThan(failed.length / 2)
  })

  const paths = Object.entries(resourceTypes).flatMap(([type, { keep, secrets }]) =>
    [...keep, ...(secrets ? ['secrets'] : [])].map((path) => [type, path] as const),
  )

  it.each(paths)('decides nothing by what was not kept of %s: %s', (type, path) => {
    const before = judged(undefined, null, noConfig).whole.findings
    const reads = ({ evidence, resource }: Finding) =>
      evidence.some((read) => isBelow(read.path, path) && typeOf(read.resource ?? resource) === type)
    const after = new Map(
      judged((json) => forget(json, type, path), null, noConfig).whole.findings.map((one) => [one.fingerprint, one]),
    )
    for (const finding of before.filter(reads)) {
      const now = after.get(finding.fingerprint)
      if (now === undefined) continue
      expect([now.check, now.status, now.reason]).toEqual([now.check, 'unknown', expect.any(String)])
      if (now.reason !== 'not-observable') continue
      expect(asText(now.message)).toContain('collected by version 1.0.0')
      expect(now.severity).not.toBe('high')
    }
  })

  it('decides nothing of what nobody looked for', () => {
    const check = 'metadata/cosmos-cmk'
    expect(found(judged().whole, check)).toEqual([])
    const { whole } = judged((json) => {
      json.checks = checksOfFirstVersion.filter((id) => id !== check)
    })
    expect(found(whole, check)).toMatchObject([{ status: 'unknown', reason: 'not-observable', severity: 'medium' }])
  })

  it('does not take a list for empty that nobody read', () => {
    const { whole } = judged((json) => {
      const gone = json.collections.filter(({ key }: { key: string }) => key.endsWith('/schedules'))
      json.collections = json.collections.filter((one: unknown) => !gone.includes(one))
      json.holds.collections -= gone.length
    })
    expect(found(whole, 'secrets/schedule-environment')).toMatchObject([
      { status: 'unknown', reason: 'not-observable' },
    ])
  })
})

const isBelow = (read: string, path: string) => `${read}.`.toLowerCase().startsWith(`${path}.`.toLowerCase())
const typeOf = (id: string) => {
  const [, provider = ''] = /\/providers\/(?!.*\/providers\/)(.*)$/.exec(id.toLowerCase()) ?? []
  const [namespace = '', ...segments] = provider.split('/')
  return [namespace, ...segments.filter((_, index) => index % 2 === 0)].join('/')
}

/** As if the version had neither read nor kept it. */
function forget(json: ReturnType<typeof JSON.parse>, type: string, path: string): void {
  const kept = json.kept.find((one: { type: string }) => one.type === type) ?? { paths: [] }
  kept.paths = kept.paths.filter((one: string) => one !== path)
  const keys = path.split('.')
  for (const { body } of json.resources) {
    if (String(body?.type).toLowerCase() !== type) continue
    const above = keys.slice(0, -1).reduce((at, key) => at?.[key], body)
    if (above) delete above[keys.at(-1) ?? '']
  }
}

describe('what a later minor version adds', () => {
  it('is passed over in a baseline, without a word', () => {
    const baseline = JSON.parse(old('report.json'))
    Object.assign(baseline, { schemaVersion: '1.9', colour: 'blue' })
    Object.assign(baseline.workspaces[0], { mood: ['good'] })
    Object.assign(baseline.workspaces[0].findings[0], { smell: { of: 'fish' }, status: 'odd' })
    const { notes, open } = readBaseline(JSON.stringify(baseline), 'The baseline', now)
    expect(notes).toEqual([])
    expect(open.size).toBe(readBaseline(old('report.json'), 'The baseline', now).open.size - 1)
  })

  it('is passed over in a history', () => {
    const days = JSON.parse(old('history.json')).map((day: object) => ({ ...day, info: 3, weather: 'fine' }))
    expect(readHistory(JSON.stringify(days))).toEqual(readHistory(old('history.json')))
  })
})

describe('a history of the first version', () => {
  it('goes on', () => {
    const before = readHistory(old('history.json'))
    expect([before.days.length, before.note]).toEqual([1, null])
    const { days, note } = withDay(
      old('history.json'),
      dayOf({ ...reportOf(), run: { ...reportOf().run, finishedAt: '2026-11-28T03:00:00Z' } }),
    )
    expect([days.map(({ date }) => date), note]).toEqual([['2026-11-27', '2026-11-28'], null])
    expect(days.map(({ run }) => run?.version)).toEqual([undefined, reportOf().tool.version])
  })
})
