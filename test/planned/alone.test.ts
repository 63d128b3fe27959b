import { describe, expect, it } from 'vitest'
import { pullRequest, pullRequestByDependabot, pullRequestFromFork } from '../../simulator/events.ts'
import { fixture } from '../plan/estates.ts'
import { ran } from './builder.ts'

const files = {
  '/temp/new.json': fixture('tf-new', 'plan.json').toString(),
  '/temp/modify.json': fixture('tf-modify', 'plan.json').toString(),
  '/temp/main.snapshot.json': fixture('bicep-snapshot', 'main.snapshot.json').toString(),
  '/work/job.yml': fixture('aml-yaml', 'job.yml').toString(),
}

const run = (plan: string, given: Record<string, string> = {}, event = pullRequestFromFork()) =>
  ran({ 'plan-files': plan, ...given }, files, event, ({ ports }) => {
    ports.getIDToken = () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable'))
  })

describe('a pull request without an identity', () => {
  it.each([
    ['from a fork', pullRequestFromFork()],
    ['by Dependabot', pullRequestByDependabot()],
  ])('%s is judged by its plan alone', async (_, event) => {
    const { outputs, report, said, files, cloud, failed } = await run(
      '/temp/new.json',
      { 'evidence-file': 'e.json' },
      event,
    )
    expect(outputs).toMatchObject({ conclusion: 'pass', 'planned-conclusion': 'pass', workspaces: 0, coverage: '' })
    expect([outputs['evidence-file'], files.has('/work/e.json')]).toEqual(['', false])
    expect(failed).toEqual([])
    expect(report).toMatchObject({ coverage: { percent: null }, workspaces: [] })
    expect(report?.plan?.findings.map(({ change }) => change)).not.toContain('leaves')
    expect(said).toContainEqual(expect.stringMatching(/^notice: Plan only: /))
    expect(files.get('/summary.md')).toContain('Plan only')
    expect(cloud.requests.filter(({ kind }) => kind.startsWith('resource-'))).toEqual([])
  })

  it.each([
    ['what the plan shows', '/temp/new.json', { 'fail-on-severity': 'medium' }, 'fail'],
    ['a snapshot', '/temp/main.snapshot.json', {}, 'pass'],
    ['a plan that makes no workspace', '/temp/modify.json', {}, 'incomplete'],
    ['nothing, where what is live decides', '/temp/new.json', { 'gate-on': 'live' }, 'skipped'],
    ['nothing, where there is YAML alone', 'job.yml', {}, 'skipped'],
  ])('%s decides', async (_, plan, given, conclusion) => {
    expect((await run(plan, given)).outputs.conclusion).toBe(conclusion)
  })

  it('is an error elsewhere, with a plan as well', async () => {
    const { failed, report } = await run('/temp/new.json', {}, pullRequest())
    expect(failed).toHaveLength(1)
    expect(report).toBeNull()
  })
})
