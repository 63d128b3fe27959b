import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/prepare-demo.mjs')
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>

/** Runs it in a clone with this lock file, with a stand-in for npm that notes what it is asked. */
async function prepared(
  wanted: Packages,
  installed: Packages | null,
  pretend: Record<string, string> = {},
  npmExit = 0,
) {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  folders.push(folder)
  const lock = { packages: { '': { version: '1.0.0' }, ...wanted } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock))
  if (installed) {
    mkdirSync(join(folder, 'node_modules'))
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
  }
  const npm = join(folder, 'npm.cjs')
  writeFileSync(
    npm,
    `require('fs').writeFileSync('asked', process.argv.slice(2).join(' ')); process.exit(process.env.NPM_EXIT ?? 0)`,
  )
  const other = join(folder, 'other.cjs')
  writeFileSync(
    other,
    `for (const [name, value] of Object.entries(${JSON.stringify(pretend)})) Object.defineProperty(process, name, { value: name === 'versions' ? { node: value } : value })`,
  )
  const env = { ...process.env, npm_execpath: npm, npm_node_execpath: process.execPath, NPM_EXIT: String(npmExit) }
  const { code, stderr } = await new Promise<{ code: number; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, ['--require', other, script], { cwd: folder, env }, (_, __, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr }),
    )
  })
  const asked = existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8') : null
  return { code, stderr, asked }
}

const some = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }
const forWindows = { 'node_modules/w': { version: '1.0.0', optional: true } }
const ci = 'ci --no-audit --no-fund --loglevel=error'

describe('installing before the demo', () => {
  it.each<[string, Packages, Packages | null, string | null]>([
    ['a fresh clone', some, null, ci],
    ['what the lock file says is there', some, some, null],
    ['but for what is of another system', { ...some, ...forWindows }, some, null],
    ['another version', some, { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } }, ci],
    ['the same version with other contents', some, { 'node_modules/a': { version: '1.0.0', integrity: 'x' } }, ci],
    ['one more is wanted', { ...some, 'node_modules/b': { version: '1.0.0' } }, some, ci],
    ['one is not wanted any more', some, { ...some, 'node_modules/b': { version: '1.0.0' } }, ci],
  ])('%s', async (_name, wanted, installed, expected) => {
    expect(await prepared(wanted, installed)).toEqual({ code: 0, stderr: '', asked: expected })
  })

  it('fails when npm does', async () => {
    expect((await prepared(some, null, {}, 3)).code).toBe(3)
  })
})

describe('the version of Node.js', () => {
  it.each<[string, string, string, string | null]>([
    ['18.20.4', 'linux', 'x64', 'Node.js 20.0 or newer, and this is 18.20.4'],
    ['20.0.0', 'linux', 'x64', null],
    ['20.19.0', 'darwin', 'arm64', 'Node.js 22.18 or newer, and this is 20.19.0'],
    ['20.19.0', 'linux', 'arm64', 'Node.js 22.18 or newer, and this is 20.19.0'],
    ['22.17.1', 'win32', 'x64', 'Node.js 22.18 or newer, and this is 22.17.1'],
    ['22.18.0', 'win32', 'x64', null],
    ['24.1.0', 'darwin', 'arm64', null],
  ])('%s on %s %s', async (versions, platform, arch, refusal) => {
    const { code, stderr, asked } = await prepared(some, some, { versions, platform, arch })
    expect([code, asked]).toEqual([refusal === null ? 0 : 1, null])
    expect(stderr).toContain(refusal === null ? '' : `${refusal}: install Node.js 24`)
  })
})
