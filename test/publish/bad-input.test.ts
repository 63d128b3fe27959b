import { afterEach, describe, expect, it } from 'vitest'
import { pullRequest, type RunnerEvent, schedule } from '../../simulator/events.ts'
import { push } from '../../simulator/git-objects.ts'
import { start as run } from '../../src/start.ts'
import { enlarge, type World, world } from '../world.ts'

const report = '/work/azureml-encryption-report.json'
const nightly = { 'tracking-issue': 'true', 'status-branch': 'status' }

const made: World[] = []

afterEach(() => {
  for (const { cloud } of made.splice(0)) cloud.close()
})

async function runWith(inputs: Record<string, string>, event: RunnerEvent, prepare: (made: World) => unknown) {
  const one = await world({ workspaces: 'mlw-fraud-prod', ...inputs }, event)
  made.push(one)
  const { cloud, ports } = one
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
  const [first] = cloud.estate.identity.federatedCredentials
  const subject = 'repo:contoso/ml-platform:ref:refs/heads/main'
  if (first) cloud.estate.identity.federatedCredentials.push({ ...first, subject })
  await prepare(one)
  await run(ports)
  return one
}

const warnings = ({ said }: World) => said.filter((line) => line.startsWith('warning: '))

/** Files that cannot be written, with the error of Node. */
function unwritable(pattern: RegExp, message: string) {
  return ({ ports: { files } }: World) => {
    const { write, append } = files
    const refuse = (path: string) => {
      if (pattern.test(path)) throw new Error(`${message}, open '${path}'`)
    }
    files.write = (path, pieces) => {
      refuse(path)
      write(path, pieces)
    }
    files.append = (path, text) => {
      refuse(path)
      append(path, text)
    }
  }
}

const writes = ({ method, path }: { method: string; path: string }) => method !== 'GET' && !path.endsWith('/graphql')
const refused =
  (status: number, message: string, headers?: Record<string, string>) =>
  ({ cloud }: World) => {
    const match = (request: { kind: string; method: string; path: string }) =>
      request.kind === 'github' && writes(request)
    cloud.faults.push({ kind: 'status', status, headers, body: { message }, match })
  }

type Case = [name: string, inputs: Record<string, string>, prepare: (made: World) => unknown, sentences: RegExp[]]

async function same(event: RunnerEvent, [, inputs, prepare, sentences]: Case) {
  const expected = await runWith({}, event, () => {})
  const actual = await runWith(inputs, event, prepare)
  const usual = new Set(warnings(expected))
  const told = warnings(actual).filter((line) => !usual.has(line))
  for (const sentence of sentences) expect(told).toContainEqual(expect.stringMatching(sentence))
  expect(told).toHaveLength(sentences.length)
  expect(actual.outputs.conclusion).toBe('fail')
  expect(actual.failed).toEqual(expected.failed)
  return actual
}

describe('a file that cannot be written is a warning', () => {
  const files = {
    'markdown-file': 'r.md',
    'sarif-file': 'r.sarif',
    'html-file': 'r.html',
    'csv-file': 'r.csv',
    'badge-file': 'b.json',
  }
  it.each<Case>([
    [
      'a folder',
      { 'sarif-file': 'out' },
      unwritable(/out$/, 'EISDIR: illegal operation on a directory'),
      [/sarif-file \/work\/out could not be written \(EISDIR.*is a folder/],
    ],
    [
      'a file in the place of a folder',
      { 'html-file': 'a/b' },
      unwritable(/b$/, 'ENOTDIR: not a directory'),
      [/html-file .*is a file where a folder/],
    ],
    [
      'no permission',
      { 'html-file': 'b' },
      unwritable(/b$/, 'EACCES: permission denied'),
      [/html-file .*Permission denied/],
    ],
    [
      'a full disk',
      { 'markdown-file': 'b' },
      unwritable(/b$/, 'ENOSPC: no space left on device'),
      [/markdown-file .*disk is full/],
    ],
    [
      'a read-only disk',
      { 'evidence-file': 'b' },
      unwritable(/b$/, 'EROFS: read-only file system'),
      [/evidence-file .*disk is read-only/],
    ],
    [
      'the checksums',
      {},
      unwritable(/sha256$/, 'EACCES: permission denied'),
      [/json-file's checksums \/work\/azureml-encryption-report\.sha256 could not be written .*Permission denied/],
    ],
    ['something else', { 'badge-file': 'b.json' }, unwritable(/b\.svg$/, 'EIO: i/o error'), [/badge-file .*\(EIO/]],
    [
      'the summary',
      {},
      unwritable(/summary/, 'ENOSPC: no space left on device'),
      [/job summary could not be written \(ENOSPC.*report files/],
    ],
    [
      'every file at once',
      { ...files, 'evidence-file': 'e.json' },
      unwritable(/^\/work/, 'ENOSPC: no space left on device'),
      [/html-file/, /csv-file/, /evidence-file/, /json-file/, /markdown-file/, /sarif-file/, /badge-file/],
    ],
  ])('%s', async (...given) => {
    const { outputs, cloud, files: written } = await same(pullRequest(), given)
    expect(cloud.github.comments).toHaveLength(1)
    expect(outputs['comment-url']).not.toBe('')
    for (const [name, value] of Object.entries(outputs))
      if (name.endsWith('-file') && value !== '') expect(written.has(String(value))).toBe(true)
    expect(outputs['report-digest'] !== '').toBe(written.has('/work/azureml-encryption-report.sha256'))
  })
})

describe('what GitHub does not take is a warning on a pull request', () => {
  it.each<Case>([
    [
      'no token',
      { 'github-token': '' },
      () => {},
      [
        /No comment.*github-token is empty/,
        /azureml-encryption\.yml of the base branch could not be read \(github-token is empty/,
      ],
    ],
    [
      'a token that may only read',
      {},
      ({ cloud }) => Object.assign(cloud.github.tokenPermissions, { issues: 'read', 'pull-requests': 'read' }),
      [/permissions: pull-requests: write/],
    ],
    [
      'a token that is not valid',
      { 'github-token': 'ghp_old' },
      () => {},
      [/GitHub does not accept github-token \(401/, /of the base branch could not be read \(401/],
    ],
    ['an outage', {}, refused(503, 'Service Unavailable'), [/did not take the comment.*\(503.*again later/]],
    [
      'a limit',
      {},
      refused(429, 'You have exceeded a secondary rate limit', { 'retry-after': '86400' }),
      [/did not take the comment.*\(429.*again later/],
    ],
    ['a comment that is deleted between list and edit', {}, deletedMeanwhile, []],
    [
      'a report id of 40 characters',
      { 'report-id': '-'.repeat(40), 'json-file': 'azureml-encryption-report.json' },
      () => {},
      [],
    ],
    [
      'no SDK',
      {},
      ({ ports }) => Object.assign(ports, { github: () => Promise.reject(new Error('no such module')) }),
      [/No comment.*no such module/, /of the base branch could not be read \(no answer: no such module\)/],
    ],
  ])('%s', async (...given) => {
    const { files, outputs, cloud } = await same(pullRequest(), given)
    expect(JSON.parse(files.get(String(outputs['json-file'])) ?? '')).toMatchObject({ conclusion: 'fail' })
    expect(files.get('/summary.md')).toContain('Encryption check failed')
    expect(outputs['comment-url']).toMatch(cloud.github.comments.length > 0 ? /issuecomment/ : /^$/)
  })
})

/** Our comment is there, and gone when it is edited. */
function deletedMeanwhile({ cloud }: World) {
  const { github } = cloud
  const at = new Date().toISOString()
  const user = { login: 'github-actions[bot]', type: 'Bot' } as const
  const body = '<!-- azureml-encryption-check:report:default -->\nold'
  github.comments.push({ id: 1, issue: 7, body, user, createdAt: at, updatedAt: at })
  cloud.faults.push({
    kind: 'transform',
    times: 1,
    match: ({ kind, method, path }) => kind === 'github' && method === 'GET' && path.endsWith('/comments'),
    transform: (answer) => {
      github.comments = []
      return answer
    },
  })
}

describe('what GitHub does not take is a warning at night', () => {
  it.each<Case>([
    [
      'no token',
      { ...nightly, 'github-token': '', 'publish-details': 'true' },
      () => {},
      [
        /baseline.*github-token is empty/,
        /GitHub did not tell about contoso\/ml-platform \(github-token is empty.*\), so no tracking issue and no status branch/,
      ],
    ],
    [
      'a token that may only read',
      nightly,
      ({ cloud }) => Object.assign(cloud.github.tokenPermissions, { contents: 'read', issues: 'read' }),
      [/permissions: issues: write/, /permissions: contents: write/],
    ],
    [
      'an archive',
      nightly,
      ({ cloud }) => Object.assign(cloud.github, { archived: true }),
      [/No tracking issue.*archived/, /Nothing published.*archived/],
    ],
    [
      'no issues',
      nightly,
      ({ cloud }) => Object.assign(cloud.github, { hasIssues: false }),
      [/has no issues \(410.*Turn them on/],
    ],
    [
      'labels that cannot be made',
      nightly,
      ({ cloud }) => Object.assign(cloud.github, { labelsDenied: true }),
      [/has no label azureml-encryption/],
    ],
    [
      'a branch under protection',
      nightly,
      ({ cloud }) => void cloud.github.guardedBranches.push('status'),
      [/protection rule or ruleset keeps this job from writing to branch status/],
    ],
    [
      'a branch that others write to',
      nightly,
      diverging,
      [/Others wrote to branch status .*each of the 5 times.*concurrency/],
    ],
    [
      'the branch of the run',
      { ...nightly, 'status-branch': 'main' },
      () => {},
      [/status-branch is main, the branch that this run is on/],
    ],
    [
      'a branch with a report of 2027',
      nightly,
      ({ cloud }) =>
        push(cloud.github.git, 'status', {
          'report.json': '{"schemaVersion":"2.0","workspaces":[]}',
          'history.json': '{}',
        }),
      [/schema version 2\.0, which this version.*does not know.*Everything counts as new/, /a new history begins/],
    ],
    [
      'an outage',
      nightly,
      refused(502, 'Bad Gateway'),
      [/did not take the tracking issue.*\(502/, /did not take the commit on branch status.*\(502/],
    ],
    [
      'a limit',
      nightly,
      refused(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'retry-after': '86400' }),
      [/did not take the tracking issue.*rate limit/, /did not take the commit.*rate limit/],
    ],
    [
      'no SDK',
      { ...nightly, 'publish-details': 'true' },
      ({ ports }) => Object.assign(ports, { github: () => Promise.reject(new Error('no such module')) }),
      [/baseline could not be read \(no such module/, /GitHub did not tell.*\(no such module\), so no tracking issue/],
    ],
  ])('%s', async (...given) => {
    const { files } = await same(schedule(), given)
    expect(JSON.parse(files.get(report) ?? '')).toMatchObject({ conclusion: 'fail' })
    expect(files.get('/summary.md')).toContain('Encryption check failed')
  })
})

/** Somebody else is always faster. */
function diverging({ cloud: { github } }: World) {
  let number = 0
  github.meanwhile = Array.from(
    { length: 20 },
    () => () => void push(github.git, 'status', { 'other.txt': `${number++}` }),
  )
}

describe('a baseline that is none', () => {
  const given = { 'baseline-file': 'base.json' }
  const holding = (text: string) => (one: World) => void one.files.set('/work/base.json', text)
  it.each<Case>([
    ['missing', given, () => {}, [/base\.json could not be read\. Does the file exist/]],
    ['a list', given, holding('[]'), [/not a JSON report of this action/]],
    ['half of a report', given, holding('{"schemaVersion":"1.0","work'), [/base\.json is not JSON/]],
    ['empty', given, holding(''), [/base\.json is not JSON/]],
    ['null', given, holding('null'), [/not a JSON report of this action/]],
    [
      'workspaces that are none',
      given,
      holding('{"schemaVersion":"1.0","workspaces":[null,1,[],{"id":{},"findings":7}]}'),
      [/does not say when/, /another scope/],
    ],
    ['of a later schema', given, holding('{"schemaVersion":"2.0","workspaces":[]}'), [/2\.0, which this version/]],
    [
      'of tomorrow',
      given,
      holding(`{"schemaVersion":"1.0","workspaces":[],"run":{"finishedAt":"2126-01-01T00:00:00Z"}}`),
      [/in the future.*is a clock wrong/],
    ],
    [
      'of 200 MB',
      given,
      (one) => enlarge(one, '/work/base.json', 200_000_000),
      [/200 MB, of which at most 128 are read/],
    ],
  ])('%s', async (...one) => {
    const { files, outputs } = await same(pullRequest(), one)
    expect(JSON.parse(files.get(report) ?? '')).toMatchObject({ conclusion: 'fail' })
    expect(outputs['new-findings']).toBeGreaterThan(0)
  })
})

describe('names are replaced where GitHub does not tell that the repository is private', () => {
  it('and that is said', async () => {
    const { said, failed } = await runWith({ 'github-token': '' }, schedule(), () => {})
    expect(failed).toEqual([expect.stringMatching(/kv-[0-9a-f]{8}/)])
    expect(said).toContainEqual(
      expect.stringMatching(/warning: GitHub did not tell about contoso\/ml-platform .*so names are replaced/),
    )
  })
})

describe('what cannot be begun fails the job, and says why', () => {
  const evidence = JSON.stringify({ schemaVersion: '2.0', resources: [] })
  it.each<[string, Record<string, string>, (made: World) => unknown, RegExp]>([
    ['a path outside', { 'json-file': '../report.json' }, () => {}, /json-file.*inside the workspace or RUNNER_TEMP/],
    ['a path elsewhere', { 'sarif-file': '/etc/passwd' }, () => {}, /sarif-file.*inside the workspace or RUNNER_TEMP/],
    ['a folder', { 'html-file': 'reports/' }, () => {}, /html-file.*the path of a file/],
    [
      'the same file twice',
      { 'html-file': 'r', 'sarif-file': './x/../r' },
      () => {},
      /sarif-file and html-file name the same/,
    ],
    [
      'a report id with a slash',
      { 'report-id': '../main' },
      () => {},
      /report-id.*lower-case letters, digits and hyphens/,
    ],
    [
      'a replay that is not there',
      { 'replay-file': 'e.json', workspaces: '' },
      () => {},
      /e\.json could not be read.*an earlier step download it/,
    ],
    [
      'a replay of a later schema',
      { 'replay-file': 'e.json', workspaces: '' },
      ({ files }) => void files.set('/work/e.json', evidence),
      /e\.json has schema version 2\.0, which is newer.*with the version that wrote it/,
    ],
    [
      'a replay of 500 MB',
      { 'replay-file': 'e.json', workspaces: '' },
      (one) => enlarge(one, '/work/e.json', 5e8),
      /e\.json has 500 MB, of which at most 400 are read/,
    ],
  ])('%s', async (_, inputs, prepare, sentence) => {
    const { failed, cloud } = await runWith(inputs, pullRequest(), prepare)
    expect(failed).toEqual([expect.stringMatching(sentence)])
    expect(failed[0]).not.toContain('Unexpected error')
    expect(cloud.count('resource-graph')).toBe(0)
  })
})

describe('a clock that is a day off', () => {
  const day = 24 * 60 * 60 * 1000
  it.each([
    ['ahead', day],
    ['behind', -day],
  ])('%s changes no verdict', async (_, off) => {
    const { outputs, failed, cloud } = await runWith({}, pullRequest(), ({ ports }) =>
      Object.assign(ports, { now: () => new Date(Date.now() + off) }),
    )
    expect(outputs.conclusion).toBe('fail')
    expect(failed).toEqual([expect.stringContaining('kv-fraud-cmk')])
    expect(cloud.count('token')).toBe(1)
  })
})
