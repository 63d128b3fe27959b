import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { filesIn } from '../../src/files/files.ts'
import { globInside } from '../../src/inputs/globs.ts'
import { type Found, findPlans } from '../../src/plan-files/find.ts'
import type { Files } from '../../src/ports.ts'
import { filesOf } from '../world.ts'
import { git, put, repository } from './git.ts'

/** What a run finds that has these folders. */
function found(patterns: string[], workspace: string, runnerTemp: string | null, files?: Files): Found {
  const folders = [workspace, ...(runnerTemp === null ? [] : [runnerTemp])] as [string, ...string[]]
  return findPlans(
    patterns.map(globInside(...folders)),
    { workspace, runnerTemp, isTyped: false },
    files ?? filesIn(folders),
  )
}

const tracked =
  /^\S+ is not judged: git tracks it, so it may be what somebody committed; let this run make the plan, and keep it in RUNNER_TEMP, where nothing comes from the checkout\.$/
const unknown = (why: RegExp) =>
  new RegExp(`: whether git tracks it cannot be told: ${why.source}.*; keep it in RUNNER_TEMP`)

describe('a plan in the checkout', () => {
  let root: string
  let workspace: string
  let temp: string

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'plans-'))
    workspace = join(root, 'workspace')
    temp = join(root, 'temp')
    repository(join(root, 'sub'), ['committed.json'])
    repository(workspace, ['committed.json', 'Plans/Committed.json', 'plans/ünï.json', 'link/to/plan.json'])
    git(workspace, 'submodule', '--quiet', 'add', '../sub', 'sub')
    put(workspace, 'made.json', 'plans/made.json', 'COMMITTED.JSON', 'sub/made.json', 'sub/new/made.json')
    put(workspace, 'plans/u\u0308ni\u0308.json', 'committed.json.json')
    repository(join(workspace, 'nested'), ['committed.json'])
    put(workspace, 'nested/made.json')
    symlinkSync(join(workspace, 'link/to'), join(workspace, 'out'))
    symlinkSync(join(workspace, 'made.json'), join(workspace, 'linked.json'))
    put(temp, 'plan.json', 'deep/plan.json')
    repository(join(temp, 'clone'), ['committed.json'])
    put(temp, 'clone/made.json')
  })

  afterAll(() => rmSync(root, { recursive: true }))

  it.each<[string, RegExp | null]>([
    ['made.json', null],
    ['plans/made.json', null],
    ['committed.json.json', null],
    ['sub/made.json', null],
    ['sub/new/made.json', null],
    ['nested/made.json', null],
    ['committed.json', tracked],
    ['./plans/../committed.json', tracked],
    ['link/to/plan.json', tracked],
    ['sub/committed.json', tracked],
    ['nested/committed.json', tracked],
    ['COMMITTED.JSON', tracked],
    ['plans/ünï.json', tracked],
    ['plans/u\u0308ni\u0308.json', tracked],
    ['linked.json', /a symbolic link leads to it; name a path without it\.$/],
    ['out/plan.json', /a symbolic link leads to it/],
    ['TEMP/plan.json', null],
    ['TEMP/deep/plan.json', null],
    ['TEMP/clone/made.json', null],
    ['TEMP/clone/committed.json', tracked],
  ])('%s', (pattern, expected) => {
    const { files } = found([pattern.replace('TEMP', temp)], workspace, temp)
    expect(files.map(({ distrust }) => distrust)).toEqual([expected && expect.stringMatching(expected)])
  })

  it.each([
    ['all that a pattern means', 'clone'],
    ['a folder of temporary files inside of the checkout', 'temp'],
  ])('is looked at as everything else in it: %s', (_, folder) => {
    const runnerTemp = join(workspace, folder)
    put(runnerTemp, 'made.json')
    const { files } = found([`${folder}/*.json`, 'c*.json'], workspace, runnerTemp)
    const said = files.map(({ name, distrust }) => [name, distrust !== null])
    expect(said).toEqual(
      [
        [`${folder}/made.json`, false],
        ['committed.json', true],
        ['committed.json.json', false],
      ].sort(),
    )
  })
})

describe('where it cannot be told what git tracks', () => {
  let root: string
  let workspace: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'plans-'))
    workspace = join(root, 'workspace')
    mkdirSync(workspace)
  })

  afterEach(() => rmSync(root, { recursive: true }))

  const said = () => found(['plan.json'], workspace, join(root, 'temp')).files[0]?.distrust

  it.each<[string, () => void, RegExp]>([
    ['no .git', () => {}, /no folder of the workspace that it is in has a \.git/],
    ['nothing was checked out', () => git(workspace, 'init'), /.*it has none yet/],
    ['a damaged index', () => put(workspace, '.git/index'), /.*it is damaged/],
    ['an index that is a folder', () => put(workspace, '.git/index/x'), /.*there is a folder of this name/],
    [
      'no end of an index',
      () => put(workspace, '.git/index') ?? truncateSync(join(workspace, '.git/index'), 3e8),
      /.*it has 300000000 bytes/,
    ],
    ['a .git that says nothing', () => put(workspace, '.git'), /.*it has none yet/],
    ['a worktree of a repository elsewhere', worktree, /.*the path follows a symbolic link out of the workspace/],
    ['a .git that is a link', gitBehindLink, /.*the path follows a symbolic link into the files of git itself/],
  ])('%s', (_, make, expected) => {
    make()
    put(workspace, 'plan.json')
    expect(said()).toMatch(unknown(expected))
  })

  it('a plan outside of it was made by the run', () => {
    put(root, 'temp/plan.json')
    const { files } = found([join(root, 'temp/*.json')], workspace, join(root, 'temp'))
    expect(files).toEqual([
      expect.objectContaining({ name: 'RUNNER_TEMP/plan.json', inWorkspace: null, distrust: null }),
    ])
  })

  it('nothing that the configuration of the repository names is run', () => {
    repository(workspace, ['plan.json'])
    const program = `touch ${join(root, 'run')}`
    for (const name of ['core.fsmonitor', 'core.pager', 'alias.ls-files', 'core.sshCommand', 'filter.x.clean'])
      git(workspace, 'config', name, program)
    expect(said()).toMatch(tracked)
    expect(found(['run'], root, null).files).toEqual([])
  })

  function worktree() {
    repository(join(root, 'elsewhere'), ['plan.json'])
    rmSync(workspace, { recursive: true })
    git(join(root, 'elsewhere'), 'worktree', 'add', '--quiet', workspace)
  }

  function gitBehindLink() {
    repository(join(workspace, 'other'), [])
    renameSync(join(workspace, 'other/.git'), join(workspace, 'real'))
    mkdirSync(join(workspace, 'kept'))
    renameSync(join(workspace, 'real'), join(workspace, 'kept/.git'))
    symlinkSync(join(workspace, 'kept/.git'), join(workspace, '.git'))
  }
})

describe('what is in a file', () => {
  let workspace: string

  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'plans-'))
  })

  afterEach(() => rmSync(workspace, { recursive: true }))

  const contents = (pattern: string) => found([pattern], workspace, null).files.map((file) => file.contents())

  it('are its bytes, in whatever encoding', () => {
    const bytes = Buffer.from('\ufeff{}', 'utf16le')
    writeFileSync(join(workspace, 'plan.json'), bytes)
    expect(contents('*.json')).toEqual([{ bytes }])
  })

  it.each<[string, (path: string) => void, string]>([
    [
      'too much',
      (path) => writeFileSync(path, '') ?? truncateSync(path, 2e8),
      'plan.json has 200 MB, of which at most 64 are read: split the plan, for example into one for each environment.',
    ],
    [
      'a link out',
      (path) => symlinkSync('/etc/hostname', path),
      'plan.json is not read: the path follows a symbolic link out of the workspace and RUNNER_TEMP; name a path without it.',
    ],
    [
      'a pipe',
      (path) => execFileSync('mkfifo', [path]),
      'plan.json is not read: there is a pipe of this name; name a file.',
    ],
  ])('nobody knows: %s', (_, make, refusal) => {
    make(join(workspace, 'plan.json'))
    expect(contents('plan.*')).toEqual([{ refusal }])
    expect(contents('plan.json')).toEqual([{ refusal }])
  })

  it('nobody knows below a link', () => {
    symlinkSync('/etc', join(workspace, 'out'))
    expect(contents('out/*.json')).toEqual([
      { refusal: expect.stringMatching(/^out is not read: .* symbolic link out/) },
    ])
  })

  it('nobody knows of a folder, or of what is gone since', () => {
    mkdirSync(join(workspace, 'plan.json'))
    expect(contents('plan.json')).toEqual([
      { refusal: 'plan.json is not read: there is a folder of this name; name a file.' },
    ])
    const [file] = found(['plan.json'], workspace, null).files
    rmSync(join(workspace, 'plan.json'), { recursive: true })
    expect(file?.contents()).toEqual({ refusal: 'plan.json is not read: it is gone.' })
  })
})

describe('many files, or none', () => {
  const inMemory = (names: string[]) => filesOf(new Map(names.map((name) => [`/work/${name}`, '{}'])))
  const of = (patterns: string[], names: string[]) => found(patterns, '/work', '/temp', inMemory(names))

  it('are named once, in order, and by pattern', () => {
    const { files, paths } = of(['b/*.json', '*/*.json', 'a/x.json', 'a/y.json'], ['b/z.json', 'b/y.json', 'a/x.json'])
    expect(files.map(({ name }) => name)).toEqual(['a/x.json', 'b/y.json', 'b/z.json'])
    const b = ['/work/b/y.json', '/work/b/z.json']
    expect(paths).toEqual([b, ['/work/a/x.json', ...b], ['/work/a/x.json'], []])
  })

  it('are not more than anybody looks at', () => {
    const names = Array.from({ length: 2001 }, (_, at) => `aml/${at}.yml`)
    expect(of(['aml/*.yml'], names.slice(1)).files).toHaveLength(2000)
    expect(() => of(['aml/*.yml'], names)).toThrow(
      'plan-files names 2,001 files, of which at most 2,000 are read: name fewer.',
    )
  })

  it('are not looked for without end', () => {
    const entries = Array.from({ length: 300_000 }, (_, at) => ({ name: `${at}.txt`, kind: 'file' as const }))
    const files = { ...inMemory([]), list: () => ({ entries }) }
    expect(() => found(['**/*.json'], '/work', null, files)).toThrow(
      'The entry **/*.json of plan-files covers too many files to search. Begin it with the folder that the plans are in.',
    )
  })

  it('have names that are fit to be shown', () => {
    const [file] = of(['*'], ['a\n::error::\u202eb.json']).files
    expect([file?.name, file?.inWorkspace]).toEqual(['a ::error:: b.json', 'a\n::error::\u202eb.json'])
  })
})

describe('on a command line', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'plans-'))
  })

  afterEach(() => rmSync(root, { recursive: true }))

  /** What somebody finds who is in this folder. */
  function typed(pattern: string, folder: string, temp: string | null = null): [string, distrust: string | null][] {
    const folders = { workspace: join(root, folder), runnerTemp: temp && join(root, temp), isTyped: true }
    const { files } = findPlans([globInside(folders.workspace, '/')(pattern)], folders, filesIn(['/']))
    return files.map(({ name, distrust }) => [name, distrust])
  }

  it('a plan may be in any checkout', () => {
    repository(join(root, 'there'), ['main.tf'])
    put(root, 'here/main.tf', 'there/plan.json')
    symlinkSync(join(root, 'there'), join(root, 'here/link'))
    expect(typed('*.json', 'there')).toEqual([['plan.json', null]])
    expect(typed('../there/*.json', 'here')).toEqual([[join(root, 'there/plan.json'), null]])
    expect(typed('link/plan.json', 'here')).toEqual([['link/plan.json', null]])
  })

  it('a plan without git around it proves nothing, but in RUNNER_TEMP', () => {
    put(root, 'here/plan.json', 'temp/plan.json')
    const refused = expect.stringMatching(/cannot be told: no folder that it is in has a \.git; keep it in a checkout/)
    expect(typed('*.json', 'here', 'temp')).toEqual([['plan.json', refused]])
    expect(typed('../temp/*.json', 'here', 'temp')).toEqual([['RUNNER_TEMP/plan.json', null]])
  })

  it('git tracks no less, wherever somebody is', () => {
    repository(join(root, 'repo'), ['infra/plan.json'])
    put(root, 'repo/infra/made.json', 'elsewhere')
    symlinkSync(join(root, 'repo/infra/plan.json'), join(root, 'link.json'))
    const refused = expect.stringMatching(
      /plan\.json is not judged: git tracks it, .*; name one that a tool made just now, and keep it in a checkout, where git ignores it\.$/,
    )
    expect(typed('*.json', 'repo/infra')).toEqual([
      ['made.json', null],
      ['plan.json', refused],
    ])
    expect(typed('repo/infra/plan.json', '')).toEqual([['repo/infra/plan.json', refused]])
    expect(typed('link.json', '')).toEqual([['link.json', expect.stringMatching(/git tracks it/)]])
    put(root, 'repo/.git/lfs/objects/plan')
    symlinkSync('.git/lfs/objects/plan', join(root, 'repo/new.json'))
    expect(typed('repo/new.json', '')).toEqual([
      ['repo/new.json', expect.stringMatching(/a symbolic link leads to it/)],
    ])
    put(root, 'repo/.git/index')
    expect(typed('made.json', 'repo/infra')).toEqual([
      ['made.json', expect.stringMatching(/cannot be told.*where git ignores it/)],
    ])
  })
})
