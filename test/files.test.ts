import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesIn } from '../src/files.ts'

let root: string
let workspace: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'))
  workspace = join(root, 'workspace')
  mkdirSync(join(root, 'outside'))
  mkdirSync(workspace)
  writeFileSync(join(root, 'outside', 'there.json'), 'theirs')
})

afterEach(() => rmSync(root, { recursive: true }))

describe('writing', () => {
  it.each(['report.json', 'out/deep/report.json'])('%s', (name) => {
    filesIn([workspace, undefined]).write(join(workspace, name), ['a', 'b'])
    expect(readFileSync(join(workspace, name), 'utf8')).toBe('ab')
  })

  it.each([
    ['a folder that is a link', 'outside', 'link', 'link/report.json'],
    ['below such a folder', 'outside', 'link', 'link/new/report.json'],
    ['a link to a file that is not there yet', 'outside/report.json', 'report.json', 'report.json'],
    ['a file that is a link', 'outside/there.json', 'report.json', 'report.json'],
  ])('refuses %s to somewhere else', (_, target, link, name) => {
    symlinkSync(join(root, target), join(workspace, link))
    expect(() => filesIn([workspace]).write(join(workspace, name), ['ours'])).toThrow(/a link on the way leads out of/)
    expect(readFileSync(join(root, 'outside/there.json'), 'utf8')).toBe('theirs')
    expect(existsSync(join(root, 'outside/report.json'))).toBe(false)
    expect(existsSync(join(root, 'outside/new'))).toBe(false)
  })

  it('follows links that stay inside, and folders that are links themselves', () => {
    mkdirSync(join(workspace, 'real'))
    symlinkSync(join(workspace, 'real'), join(workspace, 'link'))
    symlinkSync(workspace, join(root, 'runner'))
    filesIn([join(root, 'runner')]).write(join(root, 'runner/link/report.json'), ['ours'])
    expect(readFileSync(join(workspace, 'real/report.json'), 'utf8')).toBe('ours')
  })
})

describe('reading', () => {
  it('knows neither folders nor what is not there', () => {
    const files = filesIn([workspace])
    expect([files.size(root), files.read(root)]).toEqual([undefined, undefined])
    expect([files.size(join(root, 'no')), files.read(join(root, 'no'))]).toEqual([undefined, undefined])
    expect([files.size(join(root, 'outside/there.json')), files.read(join(root, 'outside/there.json'))]).toEqual([
      6,
      'theirs',
    ])
  })

  it('appends', () => {
    const files = filesIn([workspace])
    files.append(join(workspace, 'summary.md'), 'a')
    files.append(join(workspace, 'summary.md'), 'b')
    expect(files.read(join(workspace, 'summary.md'))).toBe('ab')
  })
})
