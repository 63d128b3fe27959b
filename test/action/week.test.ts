import { beforeAll, describe, expect, it } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import { logOf } from '../../simulator/git-objects.ts'
import { type Step, week } from './week.ts'

/** Seven nights and three pull requests, in the order of the week. */
describe('a week', () => {
  let cloud: Cloud
  const steps: Step[] = []
  const at = (day: string) => steps.find(({ name }) => name.startsWith(day)) as Step
  const badge = (day: string) => JSON.parse(at(day).branch['badge.json'] ?? '{}')
  const issue = (day: string) => at(day).issue

  beforeAll(async () => {
    cloud = await startCloud({ estate: demoEstate() })
    for await (const step of week(cloud)) steps.push(step)
    await cloud.close()
  })

  it.each([
    ['Monday', 0, 'pass'],
    ['A pull request on Monday', 0, 'pass'],
    ['Tuesday', 1, 'fail'],
    ['A pull request on Tuesday', 0, 'pass'],
    ['Wednesday', 1, 'fail'],
    ['Thursday', 1, 'fail'],
    ['Friday', 0, 'pass'],
    ['Saturday', 1, 'fail'],
    ['A pull request on Saturday', 0, 'pass'],
    ['Sunday', 0, 'pass'],
  ])('%s exits with %i', (day, exitCode, conclusion) => {
    const { run } = at(day)
    expect([run.exitCode, run.outputs.conclusion]).toEqual([exitCode, conclusion])
  })

  it.each([
    ['Monday', 'brightgreen', /^passing · 7 workspaces/],
    ['Tuesday', 'red', /^1 high/],
    ['Thursday', 'red', /^1 high/],
    ['Friday', 'brightgreen', /^passing · 7 workspaces/],
    ['Saturday', 'red', /^1 high/],
    ['Sunday', 'brightgreen', /^passing · 6 workspaces/],
  ])('the badge of %s is %s', (day, color, message) => {
    expect(badge(day)).toMatchObject({ schemaVersion: 1, label: 'encryption', color })
    expect(badge(day).message).toMatch(message)
    expect(at(day).branch['badge.svg']).toContain(`<title>encryption: `)
  })

  it('there is one issue: opened on Tuesday, closed on Friday, open again on Saturday, closed on Sunday', () => {
    const states = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
      (day) => issue(day)?.state ?? 'none',
    )
    expect(states).toEqual(['none', 'open', 'open', 'open', 'closed', 'open', 'closed'])
    expect(cloud.github.issues.filter(({ labels }) => labels.includes('azureml-encryption'))).toHaveLength(1)
    expect(at('Tuesday').run.outputs['issue-url']).toMatch(/\/issues\/\d+$/)
    expect(issue('Tuesday')?.body.split('\n')[0]).toBe('<!-- azureml-encryption-check:issue:default -->')
    expect(issue('Tuesday')?.body).toContain('; 1 high-severity failure')
  })

  it('is commented only when something is new or fixed', () => {
    const counts = ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
      (day) => issue(day)?.comments.length,
    )
    expect(counts).toEqual([0, 0, 1, 2, 3, 4])
    const comments = issue('Sunday')?.comments ?? []
    expect(comments[0]).toMatch(/\*\*\d+ new\*\*[\s\S]*kv-research.*undecided/)
    expect(comments[1]).toMatch(
      /no check of high severity fails or is undecided[\s\S]*\*\*1 fixed\*\*[\s\S]*stfraudprod/,
    )
    expect(comments[2]).toMatch(/\*\*1 new\*\*[\s\S]*stresearch/)
    expect(comments[3]).toMatch(/\*\*1 fixed\*\*[\s\S]*stresearch/)
  })

  it('the pull requests say what is different from the last night', () => {
    expect(at('A pull request on Monday').comment).toContain('Nothing changed since the baseline.')
    const waiving = at('A pull request on Tuesday').comment
    expect(waiving).toContain('### ⚠️ This pull request accepts 1 risk')
    expect(waiving).toMatch(/storage\/secure-transfer is waived .*stfraudprod.*until 2027-03-31, by data-platform/)
    expect(at('A pull request on Tuesday').run.outputs).toMatchObject({ waived: '1', high: '0' })
    const onlyNew = at('A pull request on Saturday')
    expect(onlyNew.comment).toContain('passed: 7 workspaces, nothing new besides 1 high-severity failure')
    expect(onlyNew.run.outputs).toMatchObject({ high: '1', 'new-findings': '0' })
  })

  it('a workspace that is gone is not a repair', () => {
    const { summary, outputs } = at('Sunday').run
    expect(summary).toMatch(/- Workspaces of the baseline that are gone or out of scope: mlw-lab\n/)
    // secure transfer, and what Azure Files makes of it
    expect(outputs).toMatchObject({ workspaces: '6', 'fixed-findings': '2' })
  })

  it('the branch has one commit a night, a line a day, and no history of the code', () => {
    const log = logOf(cloud.github.git, 'encryption-status')
    expect(log).toHaveLength(7)
    expect(log.at(-1)?.parents).toEqual([])
    const history = JSON.parse(at('Sunday').branch['history.json'] ?? '[]') as { date: string; conclusion: string }[]
    expect(history.map(({ conclusion }) => conclusion)).toEqual([
      'pass',
      'fail',
      'fail',
      'fail',
      'pass',
      'fail',
      'pass',
    ])
    expect(new Set(history.map(({ date }) => date)).size).toBe(7)
    expect(at('Sunday').branch['trend.svg']).toContain('Evidence that could be read')
    expect(at('Sunday').branch['README.md']).toContain('## Last runs')
    expect(at('Sunday').branch['report.json']).toContain('"schemaVersion": "1.1"')
    expect(at('Sunday').branch['report.json']).not.toContain('"status":"pass"')
  })
})
