import { describe, expect, it } from 'vitest'
import { pullRequest } from '../../simulator/events.ts'
import { push } from '../../simulator/git-objects.ts'
import type { PlanFinding, PlanReport } from '../../src/model.ts'
import type { World } from '../world.ts'
import { replayed } from './builder.ts'

/** `introduces 2 low; fixes 1 high, 4 low` */
function counted({ summary }: PlanReport): string {
  const parts = Object.entries(summary).flatMap(([change, counts]) => {
    const words = Object.entries(counts).flatMap(([severity, count]) => (count === 0 ? [] : [`${count} ${severity}`]))
    return words.length === 0 ? [] : [`${change} ${words.join(', ')}`]
  })
  return parts.join('; ')
}

describe('a plan that is laid over the evidence of last night', () => {
  it.each([
    ['tf-new', 'plan.json', 'pass', 'introduces 1 medium, 4 low, 3 info; undecided 3 low, 1 info'],
    ['tf-modify', 'plan.json', 'pass', 'introduces 2 low; fixes 1 high, 4 low, 1 info; leaves 4 low, 7 info'],
    ['tf-delete', 'plan.json', 'fail', 'introduces 1 high, 1 info; gone 1 medium, 3 low, 4 info; leaves 5 low, 4 info'],
    ['whatif-group', 'whatif.json', 'pass', 'introduces 2 low; fixes 1 high, 4 low, 1 info; leaves 4 low, 7 info'],
  ])('%s', async (name, file, conclusion, changes) => {
    const { report, outputs } = await replayed(name, file)
    const plan = report?.plan as PlanReport
    expect([plan.conclusion, counted(plan)]).toEqual([conclusion, changes])
    expect([report?.conclusion, plan.notLookedInto]).toEqual([conclusion, []])
    const count = (change: PlanFinding['change']) => plan.findings.filter((one) => one.change === change).length
    expect(outputs).toMatchObject({
      conclusion,
      'planned-conclusion': conclusion,
      'introduced-findings': count('introduces'),
      'resolved-findings': count('fixes'),
      'removed-findings': count('gone'),
    })
  })
})

describe('what decides the conclusion', () => {
  it.each([
    ['the plan', {}, 'planned', 'pass'],
    ['what is live', { 'gate-on': 'live' }, 'live', 'fail'],
    ['both', { 'gate-on': 'both' }, 'both', 'fail'],
    ['what the plan changes', { 'fail-on-severity': 'low', 'fail-on-new-only': 'true' }, 'planned', 'fail'],
    ['what the plan leaves as well', { 'fail-on-severity': 'low' }, 'planned', 'fail'],
  ])('%s', async (_, given, gateOn, conclusion) => {
    const { outputs, report } = await replayed('tf-modify', 'plan.json', given)
    expect([outputs.conclusion, report?.run.gate.gateOn]).toEqual([conclusion, gateOn])
  })
})

describe('a file that cannot be judged', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['that somebody may have committed', { 'plan-files': 'plan.json' }, /whether git tracks it cannot be told/],
    ['that is no plan', { 'plan-files': '/temp/evidence.json' }, /evidence\.json/],
  ])('%s leaves open what would be', async (_, given, sentence) => {
    const { outputs, said, report } = await replayed('tf-delete', 'plan.json', given)
    expect(outputs).toMatchObject({ conclusion: 'incomplete', 'planned-conclusion': 'incomplete' })
    expect(said).toContainEqual(expect.stringMatching(sentence))
    const [part] = report?.plan?.notLookedInto ?? []
    expect(report?.plan?.notLookedInto).toEqual([
      { address: expect.any(String), reason: expect.stringMatching(sentence) },
    ])
    const named = { resource: part?.address, reason: 'not-observable', message: part?.reason }
    expect(report?.coverage.missing).toContainEqual(expect.objectContaining(named))
  })

  it('stands with the plan, and not among what is undecided of what is live', async () => {
    const given = { 'plan-files': 'plan.json', 'markdown-file': 'r.md', 'html-file': 'r.html' }
    const { files } = await replayed('tf-delete', 'plan.json', given)
    const [page = '', coverage = ''] = (files.get('/work/r.html') ?? '').split('id="coverage"')
    expect([page, coverage].map((part) => part.includes('cannot be told'))).toEqual([true, true])
    expect(coverage).toContain('<td>a part of a plan that could not be judged; ')
    const [before = '', undecided = ''] = (files.get('/work/r.md') ?? '').split('Undecided')
    expect([before, undecided].map((part) => part.includes('cannot be told'))).toEqual([true, false])
  })

  it('ends the run where there is none', async () => {
    const { failed, outputs, report } = await replayed('tf-modify', 'plan.json', { 'plan-files': '/temp/no-*.json' })
    expect(failed).toEqual([expect.stringMatching(/^The entry \/temp\/no-\*\.json of plan-files matches no file/)])
    expect([outputs, report]).toEqual([{}, null])
  })

  it('lets what is live decide where there need not be one', async () => {
    const given = { 'plan-files': '/temp/no-*.json', 'if-no-plan': 'live' }
    const { outputs, report, said } = await replayed('tf-modify', 'plan.json', given)
    expect([outputs.conclusion, outputs['planned-conclusion'], report?.plan]).toEqual(['fail', '', null])
    expect(said).toContainEqual(expect.stringMatching(/^notice: The entry \/temp\/no-/))
  })
})

describe('a plan that is stale', () => {
  const headOf = (at: string) => (made: World) => {
    const { git, tokenPermissions } = made.cloud.github
    tokenPermissions.contents = 'read'
    const sha = push(git, 'feature', { 'main.tf': '' })
    const commit = git.objects.get(sha)
    if (commit?.type === 'commit') commit.at = at
    const { payload } = pullRequest()
    const pull = payload.pull_request as { head: object }
    made.files.set(
      '/event.json',
      JSON.stringify({ ...payload, pull_request: { ...pull, head: { ...pull.head, sha } } }),
    )
  }

  it.each([
    ['is older than the head commit', '2026-11-27T00:00:00Z', true],
    ['is not', '2026-11-26T00:00:00Z', false],
  ])('%s', async (_, at, stale) => {
    const { report, said } = await replayed('tf-modify', 'plan.json', {}, headOf(at))
    expect(report?.plan?.files).toMatchObject([{ stale }])
    const sentence = /^warning: RUNNER_TEMP\/plan\.json was made before the head commit/
    expect(said.filter((line) => sentence.test(line))).toHaveLength(stale ? 1 : 0)
  })

  it('says what has changed in Azure since', async () => {
    const { report, said } = await replayed('tf-modify', 'plan.json', {}, ({ files }) => {
      const evidence = files.get('/temp/evidence.json') ?? ''
      expect(evidence).toContain('"adminUserEnabled":false')
      files.set('/temp/evidence.json', evidence.replace('"adminUserEnabled":false', '"adminUserEnabled":true'))
    })
    expect(report?.plan?.files).toMatchObject([{ stale: true }])
    expect(said).toContainEqual(
      expect.stringMatching(/^warning: Azure has changed since RUNNER_TEMP\/plan\.json was made/),
    )
  })
})
