import { afterEach, expect, it } from 'vitest'
import { fixDemo } from '../../simulator/estates/demo.ts'
import { schedule } from '../../simulator/events.ts'
import { filesOf } from '../../simulator/git-objects.ts'
import { start } from '../../src/start.ts'
import { type World, world } from '../world.ts'

let made: World

afterEach(() => made.cloud.close())

it.each([
  'oidc',
  'resource-graph',
  'resource-manager',
])('a night that is cancelled at %s leaves its trace', async (kind) => {
  made = await world({ workspaces: 'mlw-fraud-prod', 'status-branch': 'status', 'tracking-issue': 'true' }, schedule())
  const { cloud, ports, exits, failed, outputs } = made
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
  const [first] = cloud.estate.identity.federatedCredentials
  const subject = 'repo:contoso/ml-platform:ref:refs/heads/main'
  if (first) cloud.estate.identity.federatedCredentials.push({ ...first, subject })
  fixDemo(cloud.estate)
  await start({ ...ports, now: () => new Date('2026-11-16T02:10:00.000Z') })
  const file = (name: string) => filesOf(cloud.github.git, 'status')?.[name] ?? ''
  const [report, badge] = [file('report.json'), file('badge.json')]
  expect(badge).toContain('passing')

  let cancel = (_: 'SIGINT') => {}
  const onSignal = (told: typeof cancel) => {
    cancel = told
  }
  const life = { ...ports.life, onSignal }
  cloud.faults.push({ kind: 'hang', match: (request) => request.kind === kind && cancel('SIGINT') === undefined })
  await start({ ...ports, life, now: () => new Date('2026-11-17T02:10:00.000Z') })
  expect([exits, failed.length, outputs.conclusion]).toEqual([[0, 1], 1, 'incomplete'])
  const days = JSON.parse(file('history.json')) as { date: string; conclusion: string }[]
  expect(days.map(({ date, conclusion }) => [date, conclusion])).toEqual([
    ['2026-11-16', 'pass'],
    ['2026-11-17', 'incomplete'],
  ])
  expect(file('badge.json')).toContain('incomplete')
  expect(file('README.md')).toContain('⚠️ incomplete')
  expect(cloud.github.issues).toMatchObject([{ state: 'open', body: expect.stringContaining('was cancelled') }])
  // what pull requests are compared with stays what was read to the end
  expect(file('report.json')).toBe(report)
})
