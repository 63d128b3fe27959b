import { afterEach, describe, expect, it } from 'vitest'
import { fixDemo } from '../../simulator/estates/demo.ts'
import { pullRequest, type RunnerEvent, schedule, workflowDispatch } from '../../simulator/events.ts'
import { entryAt, filesOf, logOf, push } from '../../simulator/git-objects.ts'
import { start as run } from '../../src/start.ts'
import { version } from '../../src/version.ts'
import { type World, world } from '../world.ts'

const branch = 'encryption-status'
let made: World

/** The world of a nightly run on the default branch, in which days can pass. */
async function nights(inputs: Record<string, string> = {}, event: RunnerEvent = schedule()) {
  made = await world(
    { workspaces: 'mlw-fraud-prod', 'status-branch': branch, 'tracking-issue': 'true', ...inputs },
    event,
  )
  const { cloud, ports, said, outputs } = made
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
  cloud.estate.identity.federatedCredentials.push({
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:contoso/ml-platform:ref:refs/heads/main',
    audience: 'api://AzureADTokenExchange',
  })
  const night = async (date: string, changes: Partial<typeof ports> = {}) => {
    said.length = 0
    await run({
      ...ports,
      env: { GITHUB_RUN_ID: '77', ...ports.env },
      now: () => new Date(`${date}T02:10:00.000Z`),
      ...changes,
    })
    return { ...outputs }
  }
  const { git } = cloud.github
  const file = (name: string) => filesOf(git, branch)?.[name] ?? ''
  const badge = () => JSON.parse(file('badge.json')).message as string
  const issue = () => cloud.github.issues[0]
  const comments = () => cloud.github.comments.map(({ body }) => body)
  const warnings = () => said.filter((line) => line.startsWith('warning: '))
  return { ...made, night, git, file, badge, issue, comments, warnings, log: () => logOf(git, branch) }
}

afterEach(() => made.cloud.close())

it('the branch keeps the report of every night, and the history says which run each was', async () => {
  const { night, log, git, file, cloud } = await nights({ workspaces: 'mlw-lab' })
  for (const date of ['2026-11-16', '2026-11-17']) await night(date)
  const reports = log().map(({ sha }) => {
    const blob = git.objects.get(entryAt(git, sha, 'report.json')?.sha ?? '')
    return JSON.parse(blob?.type === 'blob' ? blob.content.toString() : '')
  })
  expect(reports.map(({ run }) => run.finishedAt.slice(0, 10))).toEqual(['2026-11-17', '2026-11-16'])
  const run = { id: '77', sha: 'f'.repeat(40), version, profile: 'baseline' }
  expect(JSON.parse(file('history.json'))).toMatchObject([{ run }, { run }])
  expect(reports[0].run).toMatchObject({
    tenant: cloud.estate.tenantId,
    identity: `client id ${cloud.estate.identity.clientId}`,
    gate: { failOnSeverity: 'high', onUnknown: 'fail', warnOnly: false, failOnNewOnly: false, gateOn: 'live' },
    profile: 'baseline',
    config: null,
    judgedFrom: null,
  })
})

it('what is published without details names neither tenant nor identity nor subscription', async () => {
  const { night, file, cloud } = await nights({ workspaces: 'mlw-lab', 'publish-details': 'false' })
  await night('2026-11-16')
  const { run, coverage } = JSON.parse(file('report.json'))
  expect([run.tenant, run.identity]).toEqual([
    expect.stringMatching(/^res-[0-9a-f]{8}$/),
    expect.stringMatching(/^id-[0-9a-f]{8}$/),
  ])
  for (const { id } of coverage.subscriptions) expect(id).toMatch(/^sub-[0-9a-f]{8}$/)
  const { tenantId, identity } = cloud.estate
  for (const id of [tenantId, identity.clientId, identity.principalId]) expect(file('report.json')).not.toContain(id)
})

describe('the first night', () => {
  it.each<[string, RunnerEvent]>([
    ['scheduled, so that the event does not tell the branch', schedule()],
    ['by hand, on the default branch', workflowDispatch()],
  ])('compares with nothing, and misses nothing: %s', async (_name, event) => {
    const { night, warnings, file } = await nights({ workspaces: 'mlw-lab' }, event)
    expect(await night('2026-11-16')).toMatchObject({ conclusion: 'pass', 'new-findings': '', 'fixed-findings': '' })
    expect(warnings()).toEqual([])
    const { summary, workspaces } = JSON.parse(file('report.json'))
    expect(summary.new).toBeNull()
    const isNew = workspaces.flatMap(({ findings }: { findings: { new: null }[] }) => findings.map((one) => one.new))
    expect(new Set(isNew)).toEqual(new Set([null]))
    expect(await night('2026-11-17')).toMatchObject({ 'new-findings': 0, 'fixed-findings': 0 })
  })

  it('fails for what it finds, where only what is new may fail later nights', async () => {
    const { night } = await nights({ 'fail-on-new-only': 'true', 'on-unknown': 'warn' })
    expect(await night('2026-11-16')).toMatchObject({ conclusion: 'fail', high: 1 })
    expect(await night('2026-11-17')).toMatchObject({ conclusion: 'pass', high: 1 })
  })
})

describe('a week of nights', () => {
  it('keeps one issue and one branch true', async () => {
    const { night, cloud, file, badge, issue, comments, log } = await nights({ 'on-unknown': 'warn' })
    const asBuilt = structuredClone(cloud.estate)

    expect(await night('2026-11-16')).toMatchObject({
      conclusion: 'fail',
      'issue-url': expect.stringMatching(/issues\/\d+$/),
    })
    expect([badge(), issue()?.state, comments()]).toEqual(['1 high · 16 Nov', 'open', []])

    await night('2026-11-17')
    expect([badge(), comments()]).toEqual(['1 high · 17 Nov', []])

    fixDemo(cloud.estate)
    expect(await night('2026-11-18')).toMatchObject({ conclusion: 'pass', high: 0 })
    expect([badge(), issue()?.state]).toEqual(['passing · 1 workspace · 18 Nov', 'closed'])
    expect(comments()).toEqual([expect.stringMatching(/\*\*1 fixed\*\*[\s\S]+kv-fraud-cmk/)])

    cloud.estate = asBuilt
    await night('2026-11-20')
    expect([issue()?.state, comments().length, cloud.github.issues.length]).toEqual(['open', 2, 1])
    expect(comments()[1]).toMatch(/\*\*1 new\*\*[\s\S]+kv-fraud-cmk/)

    const history = JSON.parse(file('history.json')) as { date: string; high: number }[]
    expect(history.map(({ date, high }) => [date.slice(-2), high])).toEqual([
      ['16', 1],
      ['17', 1],
      ['18', 0],
      ['20', 1],
    ])
    expect(log()).toHaveLength(4)
    expect(log().at(-1)?.parents).toEqual([])
    expect(file('README.md')).toContain('| 20 Nov 2026 | ❌ failed |')
    expect(JSON.parse(file('report.json'))).toMatchObject({ conclusion: 'fail' })
  })
})

describe('not nightly', () => {
  it('a pull request writes neither issue nor branch', async () => {
    const { night, git, cloud } = await nights({}, pullRequest())
    await night('2026-11-16')
    expect([filesOf(git, branch), cloud.github.issues]).toEqual([undefined, []])
  })
})

describe('the branch', () => {
  it('has a folder for a report with a name, and leaves a README that somebody wrote', async () => {
    const { night, git, file } = await nights({ 'report-id': 'payments' })
    push(git, branch, { 'README.md': '# Ours', 'payments/README.md': '# Mine' })
    await night('2026-11-16')
    expect(Object.keys(filesOf(git, branch) ?? {}).sort()).toEqual([
      'README.md',
      'payments/README.md',
      'payments/badge.json',
      'payments/badge.svg',
      'payments/history.json',
      'payments/report.json',
      'payments/trend.svg',
    ])
    expect([file('README.md'), file('payments/README.md')]).toEqual(['# Ours', '# Mine'])
  })

  it('a history that is not one gives way to a new one, with a warning', async () => {
    const { night, git, file, warnings } = await nights()
    push(git, branch, { 'history.json': 'oops' })
    await night('2026-11-16')
    expect(JSON.parse(file('history.json'))).toHaveLength(1)
    expect(warnings()).toContainEqual(expect.stringContaining('a new history begins'))
  })

  it('what is refused is a warning and changes no conclusion', async () => {
    const { night, cloud, warnings } = await nights()
    cloud.github.tokenPermissions = { contents: 'read', issues: 'read', 'pull-requests': 'none' }
    expect(await night('2026-11-16')).toMatchObject({ conclusion: 'fail', 'issue-url': '' })
    expect(warnings()).toContainEqual(expect.stringMatching(/permissions: contents: write/))
    expect(warnings()).toContainEqual(expect.stringMatching(/permissions: issues: write/))
  })
})

describe('the web page', () => {
  const days = (file: Map<string, string>) =>
    /src="(data:image\/svg[^"]+)"/.exec(file.get('/work/r.html') ?? '')?.[1]?.replaceAll('&amp;', '&') ?? ''

  it('has the nights of the branch, with this one', async () => {
    const { night, files } = await nights({ 'html-file': 'r.html' })
    await night('2026-11-16')
    expect(decodeURIComponent(days(files))).toContain('Failed checks and coverage, 16 Nov 2026<')
    await night('2026-11-18')
    expect(decodeURIComponent(days(files))).toContain('Failed checks and coverage, 16 Nov 2026 to 18 Nov 2026<')
  })

  it('of a pull request has the nights alone, and asks for them once', async () => {
    const { night, files, git, cloud } = await nights({ 'html-file': 'r.html' }, pullRequest())
    const run = { date: '2026-11-10', conclusion: 'fail', workspaces: 1, high: 1, medium: 0, low: 0, unknown: 0 }
    push(git, branch, { 'history.json': JSON.stringify([{ ...run, waived: 0, coverage: 90 }]) })
    await night('2026-11-16')
    expect(decodeURIComponent(days(files))).toContain('Failed checks and coverage, 10 Nov 2026<')
    expect(cloud.requests.filter(({ path }) => path.includes('history.json'))).toHaveLength(1)
  })

  it('without nights has no trend, nor where the branch cannot be read, which changes nothing else', async () => {
    const { night, files, cloud } = await nights({ 'html-file': 'r.html' }, pullRequest())
    const before = await night('2026-11-16')
    expect(days(files)).toBe('')
    cloud.github.tokenPermissions = { contents: 'none', issues: 'none', 'pull-requests': 'write' }
    expect(await night('2026-11-16')).toMatchObject({ conclusion: before.conclusion })
    expect(files.get('/work/r.html')).toContain('This run')
    expect(days(files)).toBe('')
    expect(made.said).toContainEqual(
      expect.stringMatching(/The web page has no trend: history.json on .* could not be read/),
    )
  })

  it('is not asked for, so the history is not read', async () => {
    const { night, cloud } = await nights({}, pullRequest())
    await night('2026-11-16')
    expect(cloud.requests.filter(({ path }) => path.includes('history.json'))).toEqual([])
  })
})

describe('a run without a result', () => {
  const noLogin = { getIDToken: () => Promise.reject(new Error('no token today')) }

  it.each([
    ['a day later leaves the badge', '2026-11-17', '1 high · 16 Nov', 1],
    ['two days later leaves it, too', '2026-11-18', '1 high · 16 Nov', 1],
    ['later makes it grey', '2026-11-19', 'stale · 16 Nov', 2],
  ])('%s', async (_, date, message, commits) => {
    const { night, badge, file, log, failed } = await nights()
    await night('2026-11-16')
    await night(date, noLogin)
    expect([badge(), log().length]).toEqual([message, commits])
    expect(failed.at(-1)).toMatch(/no token today|identity/)
    await night('2026-11-30', noLogin)
    await night('2026-12-01', noLogin)
    expect([badge(), log().length]).toEqual(['stale · 16 Nov', 2])
    expect(JSON.parse(file('history.json'))).toHaveLength(1)
  })

  it('a night that works again takes the grey away', async () => {
    const { night, badge } = await nights()
    await night('2026-11-16')
    await night('2026-11-20', noLogin)
    await night('2026-11-21')
    expect(badge()).toBe('1 high · 21 Nov')
  })

  it('says so on the open issue, once, until a night works again', async () => {
    const { night, issue, cloud, comments } = await nights({ 'on-unknown': 'warn' })
    await night('2026-11-16')
    const before = issue()?.body ?? ''
    const notices = () => issue()?.body?.match(/^.* ended without a result.*$/gm) ?? []
    await night('2026-11-17', noLogin)
    await night('2026-11-18', noLogin)
    expect(notices()).toEqual([
      expect.stringMatching(/because it could not log in to Azure\. What follows is the result/),
    ])
    const [marker, notice, blank, ...rest] = issue()?.body?.split('\n') ?? []
    expect([[marker, ...rest].join('\n'), notice, blank]).toEqual([before, notices()[0], ''])
    fixDemo(cloud.estate)
    await night('2026-11-19')
    expect([notices(), issue()?.state]).toEqual([[], 'closed'])
    // what changed is told against the last result
    expect(comments()).toEqual([expect.stringMatching(/\*\*1 fixed\*\*[\s\S]+kv-fraud-cmk/)])
    await night('2026-11-20', noLogin)
    expect([notices(), issue()?.state]).toEqual([[], 'closed'])
  })

  it('leaves the issue that a newer run has written', async () => {
    const { night, ports, issue } = await nights({ 'on-unknown': 'warn' })
    const run = (id: string) => ({ env: { ...ports.env, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: '1' } })
    await night('2026-11-16', run('501'))
    const before = issue()?.body
    await night('2026-11-17', { ...noLogin, ...run('500') })
    expect(issue()?.body).toBe(before)
  })

  it('says nothing where nothing was published yet', async () => {
    const { night, git, cloud, warnings } = await nights()
    await night('2026-11-16', noLogin)
    expect([filesOf(git, branch), cloud.github.issues, warnings()]).toEqual([undefined, [], []])
  })

  it.each([
    ['on a pull request', {}, pullRequest()],
    ['without a status branch', { 'status-branch': '', 'tracking-issue': 'false' }, schedule()],
  ])('%s changes nothing', async (_, inputs, event) => {
    const { night, git, log, cloud } = await nights(inputs, event)
    push(git, branch, { 'history.json': '[]' })
    await night('2026-11-16', noLogin)
    const writes = cloud.requests.filter(({ kind, method }) => kind === 'github' && method !== 'GET')
    expect([log().length, writes.filter(({ path }) => !path.endsWith('/graphql'))]).toEqual([1, []])
  })

  it('that GitHub does not let write is a warning', async () => {
    const { night, cloud, warnings } = await nights()
    await night('2026-11-16')
    cloud.github.tokenPermissions = { contents: 'read', issues: 'read', 'pull-requests': 'none' }
    await night('2026-11-30', noLogin)
    expect(warnings()).toContainEqual(expect.stringMatching(/permissions: contents: write/))
    expect(warnings()).toContainEqual(expect.stringMatching(/permissions: issues: write/))
  })
})
