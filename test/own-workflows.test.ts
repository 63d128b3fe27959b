import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Workflow } from './action/workflow-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-workflows-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (...names: string[]) => join(folder, ...names)

/** A `gh` that notes what it was asked; each line of `answers` is that of a shell's case. */
function standInGh(answers: string): void {
  mkdirSync(at('bin'))
  const script = `#!/bin/sh\necho "$*" >> "${at('calls')}"\ncase "$*" in\n${answers}\nesac\n`
  writeFileSync(at('bin/gh'), script, { mode: 0o755 })
}

const calls = () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : [])

/** The commands of a job, one step after the other, as a runner gives them to bash; ends at the first that fails. */
function runJob(
  name: string,
  job: string,
  env: Record<string, string>,
  cwd = folder,
): { failed: string | null; said: string } {
  const { jobs } = parse(
    readFileSync(join(import.meta.dirname, `../.github/workflows/${name}.yml`), 'utf8'),
  ) as Workflow
  let said = ''
  for (const step of jobs[job]?.steps?.filter(({ run }) => run !== undefined) ?? []) {
    const variables = {
      ...process.env,
      ...env,
      PATH: `${at('bin')}:${process.env.PATH}`,
      RUNNER_TEMP: folder,
      HOME: folder,
    }
    const { status, stdout } = spawnSync('bash', ['-e', '-c', step.run ?? ''], {
      cwd,
      env: variables,
      encoding: 'utf8',
    })
    said += stdout
    if (status !== 0) return { failed: step.name ?? '', said }
  }
  return { failed: null, said }
}

describe('a release is published', () => {
  const env = { TAG: 'v1.1.0', GH_REPO: 'octo-org/check', GITHUB_SHA: 'c0ffee', LATEST: 'true', MAJOR: 'v1' }
  const publish = (isImmutable: boolean, more: string[] = []) => {
    standInGh(
      [...more, `*" --jq .immutable") echo ${isImmutable} ;;`, `"release view"*|*git/ref/tags*) exit 1 ;;`].join('\n'),
    )
    mkdirSync(at('assets'))
    writeFileSync(at('assets/check.tgz'), '')
    return runJob('release', 'publish', env)
  }

  it('with all its files before anybody sees it, and the tag of its major version comes last', () => {
    expect(publish(true).failed).toBe(null)
    expect(calls().filter((call) => !/^release view|git\/ref\/|--jq/.test(call))).toEqual([
      'release create v1.1.0 assets/check.tgz --draft --verify-tag --title v1.1.0 --notes-file notes.md',
      'release edit v1.1.0 --draft=false --latest=true',
      'api --method POST repos/octo-org/check/git/refs -f ref=refs/tags/v1 -f sha=c0ffee --silent',
    ])
  })

  it('and moves a tag of the major version that is there', () => {
    expect(publish(true, ['*git/ref/tags/v1*) ;;']).failed).toBe(null)
    expect(calls().at(-1)).toBe(
      'api --method PATCH repos/octo-org/check/git/refs/tags/v1 -f sha=c0ffee -F force=true --silent',
    )
  })

  it('in place of a draft that a failed run left', () => {
    expect(publish(true, ['"release view"*) echo true ;;']).failed).toBe(null)
    expect(calls().slice(0, 2)).toEqual([
      'release view v1.1.0 --json isDraft --jq .isDraft',
      'release delete v1.1.0 --yes',
    ])
  })

  it('but never in place of one that is out', () => {
    const { failed } = publish(true, ['"release view"*) echo false ;;', '"release create"*) exit 1 ;;'])
    expect(failed).toBe('Draft, with all its files')
    expect(calls().filter((call) => /delete|edit|refs/.test(call))).toEqual([])
  })

  it('and where it can be changed, the tag of the major version stays where it was', () => {
    const { failed, said } = publish(false)
    expect(failed).toBe('Nobody can change it any more')
    expect(said).toMatch(/^::error::v1\.1\.0 is published but can be changed: turn on immutable releases/)
    expect(calls().filter((call) => call.includes('refs'))).toEqual([])
  })
})

describe('a release is made', () => {
  it.each([
    ['of a tag', 'refs/tags/v1.1.0', 'Tag, version files and CHANGELOG.md agree'],
    ['of no branch, whatever it is called', 'refs/heads/v1.1.0', 'It is a tag'],
  ])('%s', (_what, GITHUB_REF, ended) => {
    expect(runJob('release', 'build', { GITHUB_REF, GITHUB_REF_NAME: 'v1.1.0' }).failed).toBe(ended)
  })
})

describe('dist/ of a pull request by Dependabot', () => {
  const branch = 'dependabot/npm_and_yarn/bundled-1'
  const git = (cwd: string, ...words: string[]) => execFileSync('git', ['-C', cwd, ...words], { encoding: 'utf8' })

  const checkout = () => {
    const checkout = at('checkout')
    execFileSync('git', ['init', '--quiet', '--bare', at('origin')])
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', checkout])
    mkdirSync(join(checkout, 'dist'))
    mkdirSync(at('dist'))
    writeFileSync(join(checkout, 'dist/cli.js'), 'old\n', { mode: 0o755 })
    writeFileSync(join(checkout, 'package.json'), 'ours\n')
    git(checkout, 'add', '--all')
    git(checkout, '-c', 'user.name=x', '-c', 'user.email=x@example.com', 'commit', '--quiet', '--message', 'One')
    git(checkout, 'remote', 'add', 'origin', at('origin'))
    return checkout
  }

  it('is committed over the files that it has, and CI is started for that', () => {
    standInGh('')
    const here = checkout()
    writeFileSync(at('dist/cli.js'), 'new\n')
    writeFileSync(at('dist/more.js'), 'more\n')
    expect(runJob('dependabot-dist', 'commit', { BRANCH: branch }, here).failed).toBe(null)
    expect(git(at('origin'), 'ls-tree', '-r', '--format=%(objectmode) %(path)', branch)).toBe(
      '100755 dist/cli.js\n100644 package.json\n',
    )
    expect(git(at('origin'), 'show', `${branch}:dist/cli.js`)).toBe('new\n')
    expect(git(at('origin'), 'log', '-1', '--format=%B', branch)).toContain('[dependabot skip]')
    expect(calls()).toEqual(['auth setup-git', `workflow run ci.yml --ref ${branch}`])
  })

  it('is not what a link in it leads to', () => {
    standInGh('')
    const here = checkout()
    writeFileSync(at('environment'), 'GH_TOKEN=x\n')
    symlinkSync(at('environment'), at('dist/cli.js'))
    const { failed, said } = runJob('dependabot-dist', 'commit', { BRANCH: branch }, here)
    expect([failed, said]).toEqual(['', expect.stringContaining('dist/cli.js has become a link')])
    expect(git(at('origin'), 'branch', '--list')).toBe('')
    expect(calls()).toEqual([])
  })
})
