import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { pullRequest } from '../../simulator/events.ts'
import { filesIn } from '../../src/files/files.ts'
import { checksums } from '../../src/publish/checksums.ts'
import { start } from '../../src/start.ts'
import { type World, world } from '../world.ts'

const digest = 'ab'.repeat(32)

describe('files are named', () => {
  it.each([
    ['in the folder', 'report.json', 'report.json'],
    ['below it', 'out\\a b\\report.json', 'out/a b/report.json'],
    ['beside it', '..\\_temp\\report.json', '../_temp/report.json'],
    ['on another drive', 'D:\\temp\\report.json', 'D:/temp/report.json'],
  ])('with slashes on Windows: %s', (_where, path, name) => {
    const folder = 'C:\\actions\\repo'
    const text = checksums([{ path: win32.resolve(folder, path), digest }], folder, win32)
    expect(text).toBe(`${digest}  ${name}\n`)
  })

  it('as they are elsewhere', () => {
    expect(checksums([{ path: '/work/repo/a\\b.json', digest }], '/work/repo')).toBe(`${digest}  a\\b.json\n`)
  })
})

describe.runIf(process.platform === 'linux')('a run', () => {
  let made: World
  const folder = mkdtempSync(join(tmpdir(), 'checksums-'))
  afterEach(() => {
    made.cloud.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Files are real below the folder, and the rest is in memory. */
  async function run(inputs: Record<string, string>, env: Record<string, string> = {}) {
    made = await world(inputs, pullRequest())
    const { ports } = made
    const { write } = filesIn([folder])
    const files = { ...ports.files, write }
    await start({ ...ports, files, env: { ...ports.env, GITHUB_WORKSPACE: join(folder, 'repo'), ...env } })
    return (path: string) =>
      execFileSync('sha256sum', ['--check', '--strict', path], { cwd: join(folder, 'repo') }).toString()
  }

  it('writes what sha256sum checks in the workspace, in the order of the files', async () => {
    const check = await run(
      {
        'json-file': 'out/report.json',
        'html-file': '-a b.html',
        'csv-file': 'a\\b.csv',
        'badge-file': join(folder, 'temp/badge.json'),
        'evidence-file': 'evidence.json',
      },
      { RUNNER_TEMP: join(folder, 'temp') },
    )
    expect(check('out/report.sha256').split('\n')).toEqual([
      'out/report.json: OK',
      '-a b.html: OK',
      'a\\b.csv: OK',
      'evidence.json: OK',
      '../temp/badge.svg: OK',
      '../temp/badge.json: OK',
      '',
    ])
    const [sum = ''] = execFileSync('sha256sum', [join(folder, 'repo/out/report.sha256')])
      .toString()
      .split(' ')
    expect(made.outputs['report-digest']).toBe(`sha256:${sum}`)
    expect(made.said).toContainEqual(
      expect.stringContaining(`report.sha256, which has those of the other files: ${sum}`),
    )
    writeFileSync(join(folder, 'repo/a\\b.csv'), 'edited')
    expect(() => check('out/report.sha256')).toThrow()
  })
})
