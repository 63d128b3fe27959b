import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { trackedBy, Undecipherable } from '../../src/plan-files/git-index.ts'
import { git, gitGiven, put, repository } from './git.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const index = () => readFileSync(join(folder, '.git/index'))
const names = (bytes: Uint8Array = index()) => [...trackedBy(bytes)].map(({ name }) => name)
const asGitSays = () => git(folder, 'ls-files', '-z').split('\0').filter(Boolean)

const files = ['a', 'ab/c', 'ab/cd', 'ab/ü.json', 'plans/with space.json', `${'deep/'.repeat(50)}z`]

describe('what git tracks', () => {
  it.each([
    ['version 2', [], []],
    ['version 3', [], ['add', '-N', 'later']],
    ['version 4', [], ['update-index', '--index-version', '4']],
    ['SHA-256', ['--object-format=sha256'], []],
    ['SHA-256, version 4', ['--object-format=sha256'], ['update-index', '--index-version', '4']],
  ])('is what git says: %s', (_, options, command) => {
    repository(folder, files, ...options)
    put(folder, 'later', 'not')
    if (command.length > 0) git(folder, ...command)
    expect(names()).toEqual(asGitSays())
    expect(names()).not.toContain('not')
    expect(names().length).toBeGreaterThanOrEqual(files.length)
  })

  it('is nothing', () => {
    repository(folder, [])
    git(folder, 'read-tree', '--empty')
    expect(names()).toEqual([])
  })

  it('has names of any length and letters', () => {
    git(folder, 'init', '--quiet')
    const part = fc.string({ unit: fc.constantFrom(...'ab€é .'), minLength: 1, maxLength: 300 })
    const some = fc.uniqueArray(part, { maxLength: 20, selector: (name) => name.trim() })
    fc.assert(
      fc.property(some, fc.constantFrom('2', '4'), (parts, version) => {
        const lines = parts.map((name) => `100644 ${'1'.repeat(40)}\tx/${name}x\0`).join('')
        git(folder, 'read-tree', '--empty')
        gitGiven(folder, lines, 'update-index', '-z', '--index-info')
        git(folder, 'update-index', '--index-version', version)
        expect(names()).toEqual(asGitSays())
      }),
      { numRuns: 8 },
    )
  })

  it('is what stands in conflict, too', () => {
    repository(folder, ['a'])
    const lines = [1, 2, 3].map((stage) => `100644 ${'1'.repeat(40)} ${stage}\tplan.json\n`).join('')
    gitGiven(folder, lines, 'update-index', '--index-info')
    expect(names()).toContain('plan.json')
  })

  it('is a folder where a sparse checkout names no more', () => {
    repository(folder, ['in/a', 'out/b', 'out/deep/c', 'top'])
    git(folder, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'in')
    expect([...trackedBy(index())]).toEqual([
      { name: 'in/a', isFolder: false },
      { name: 'out/', isFolder: true },
      { name: 'top', isFolder: false },
    ])
  })
})

/** An index of these bytes, with the hash that belongs to them. */
const hashed = (bytes: Buffer) => Buffer.concat([bytes, createHash('sha1').update(bytes).digest()])

describe('what nobody can tell', () => {
  let whole: Buffer
  const unhashed = () => whole.subarray(0, -20)

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'index-'))
    repository(folder, files)
    git(folder, 'update-index', '--index-version', '4')
    whole = readFileSync(join(folder, '.git/index'))
    rmSync(folder, { recursive: true })
  })

  it.each<[string, () => Uint8Array, RegExp]>([
    ['no bytes', () => Buffer.alloc(0), /damaged/],
    ['cut off', () => whole.subarray(0, 60), /damaged/],
    ['without a hash', () => Buffer.concat([unhashed(), Buffer.alloc(20)]), /index\.skipHash/],
    ['another file', () => hashed(Buffer.from('{"format_version": "1.2"}')), /damaged/],
    ['more entries than there are', () => hashed(withByte(11, 200)), /damaged|split/],
    ['fewer entries than there are', () => hashed(withByte(11, 1)), /newer git|damaged/],
    ['a name that keeps more than there was', () => hashed(withByte(74, 99)), /damaged/],
    ['version 5', () => hashed(withByte(7, 5)), /its version is 5/],
    ['an extension that git has to know', () => hashed(Buffer.concat([unhashed(), extension('newx')])), /newer git/],
    ['half an extension', () => hashed(Buffer.concat([unhashed(), extension('TREE').subarray(0, 5)])), /damaged/],
    ['an extension that is not whole', () => hashed(Buffer.concat([unhashed(), extension('TREE', 9)])), /damaged/],
  ])('%s', (_, bytes, message) => {
    expect(() => names(bytes())).toThrow(expect.toSatisfy((error) => error instanceof Undecipherable))
    expect(() => names(bytes())).toThrow(message)
  })

  it('what is split in two', () => {
    repository(folder, files)
    git(folder, 'update-index', '--split-index')
    expect(() => names()).toThrow('it is split in two (core.splitIndex)')
    git(folder, 'add', '--chmod=+x', 'a')
    expect(() => names()).toThrow('it is split in two (core.splitIndex)')
  })

  it('whatever bytes there are: told, or refused, and never anything else', () => {
    fc.assert(
      fc.property(fc.nat(unhashed().length - 1), fc.nat(255), (at, byte) => {
        try {
          names(hashed(withByte(at, byte)))
        } catch (error) {
          expect(error).toBeInstanceOf(Undecipherable)
        }
      }),
      { numRuns: 500 },
    )
  })

  function withByte(at: number, byte: number): Buffer {
    const bytes = Buffer.from(unhashed())
    bytes[at] = byte
    return bytes
  }

  function extension(name: string, size = 0): Buffer {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(size)
    return Buffer.concat([Buffer.from(name), length])
  }
})
