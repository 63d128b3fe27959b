import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesIn } from '../../src/files/files.ts'

const MOST = 1000

let root: string
let workspace: string
let temp: string

const at = (name: string) => join(workspace, name)
const files = () => filesIn([workspace, undefined, temp])

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'))
  workspace = join(root, 'workspace')
  temp = join(root, 'temp')
  for (const folder of ['outside', 'workspace', 'workspace/.git', 'workspace/real', 'temp'])
    mkdirSync(join(root, folder))
  for (const file of ['outside/there.json', 'workspace/.git/config', 'workspace/real/there.json', 'temp/event.json'])
    writeFileSync(join(root, file), `theirs: ${file}`)
})

afterEach(() => rmSync(root, { recursive: true }))

/** A link in the checkout: what leads where, and the path that an input names. */
type Link = [what: string, target: string, link: string, name: string]

const leadingAway: Link[] = [
  ['a folder that is a link', 'outside', 'link', 'link/there.json'],
  ['a file below a folder that is a link, twice over', 'outside/..', 'link', 'link/outside/there.json'],
  ['a file that is a link', 'outside/there.json', 'file.json', 'file.json'],
  ['a link to a file that is not there', 'outside/new.json', 'file.json', 'file.json'],
  ['a link into the folder of temporary files', 'temp/event.json', 'file.json', 'file.json'],
  ['a folder that is that one', 'temp', 'link', 'link/event.json'],
  ['a link to what git keeps', 'workspace/.git/config', 'file.json', 'file.json'],
  ['a folder that is the one of git', 'workspace/.git', 'link', 'link/config'],
  ['a link to a device', '../../../../../../../../dev/zero', 'file.json', 'file.json'],
  ['a link to itself', 'workspace/file.json', 'file.json', 'file.json'],
]

const inside: Link[] = [
  ['a link to a file beside it', 'workspace/real/there.json', 'file.json', 'file.json'],
  ['a folder that is a link', 'workspace/real', 'link', 'link/there.json'],
]

/** Everything that nobody may write to, as it is now. */
const theirs = () =>
  ['outside/there.json', 'workspace/.git/config', 'workspace/real/there.json', 'temp/event.json'].map((file) =>
    readFileSync(join(root, file), 'utf8'),
  )

describe('writing', () => {
  it('says so when the folder itself is not there', () => {
    const gone = join(root, 'gone')
    expect(() => filesIn([gone]).write(join(gone, 'report.json'), [])).toThrow(/the folder \S+gone is not there/)
  })

  it.each(['report.json', 'out/deep/report.json', '.git-notes/report.json'])('%s', (name) => {
    files().write(at(name), ['a longer text than the next one'])
    files().write(at(name), ['a', 'b'])
    expect(readFileSync(at(name), 'utf8')).toBe('ab')
  })

  it.each([
    ...leadingAway,
    ['below a folder that is a link', 'outside', 'link', 'link/new/report.json'] as Link,
    inside[0] as Link,
  ])('does not go through %s', (_, target, link, name) => {
    symlinkSync(join(root, target), at(link))
    const before = theirs()
    expect(() => files().write(at(name), ['ours'])).toThrow(
      /^(a symbolic link is in its place|the path follows a symbolic link .*); name a path without it$/,
    )
    expect(theirs()).toEqual(before)
    expect(existsSync(join(root, 'outside/new.json')) || existsSync(join(root, 'outside/new'))).toBe(false)
  })

  it('follows folders that are links to others of the same checkout, and where the checkout lies', () => {
    symlinkSync(at('real'), at('link'))
    symlinkSync(workspace, join(root, 'runner'))
    filesIn([join(root, 'runner')]).write(join(root, 'runner/link/report.json'), ['ours'])
    expect(readFileSync(at('real/report.json'), 'utf8')).toBe('ours')
  })

  it.runIf(process.platform !== 'win32')('does not wait for a pipe, and does not write into one', () => {
    execFileSync('mkfifo', [at('report.html')])
    expect(() => files().write(at('report.html'), ['ours'])).toThrow('there is a pipe of this name; name a file')
  })

  it('leaves it to the system to refuse a folder', () => {
    expect(() => files().write(at('real'), ['ours'])).toThrow(/^EISDIR/)
  })

  it.skipIf(process.platform === 'win32')('notices that the disk takes a part of what is written, and no more', () => {
    const write = `import { filesIn } from ${JSON.stringify(join(import.meta.dirname, '../../src/files/files.ts'))}
      filesIn(['.']).write(process.cwd() + '/report', ['x'.repeat(900), 'y'.repeat(900)])`
    const limited = ['-c', `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module -e "$1"`, process.execPath, write]
    const stdio = ['ignore', 'ignore', 'pipe'] as const
    expect(() => execFileSync('bash', limited, { cwd: workspace, stdio: [...stdio] })).toThrow('EFBIG')
  })

  it('never goes through a link that somebody puts there meanwhile', async () => {
    const swapping = `
      const { symlinkSync, writeFileSync, renameSync } = require('node:fs')
      const { workerData: [target, file] } = require('node:worker_threads')
      for (let turn = 0; ; turn++) {
        if (turn % 2) symlinkSync(target, file + '.next')
        else writeFileSync(file + '.next', '')
        renameSync(file + '.next', file)
      }`
    const worker = new Worker(swapping, {
      eval: true,
      workerData: [join(root, 'outside/there.json'), at('report.json')],
    })
    await new Promise((started) => worker.once('online', started))
    const before = theirs()
    for (let turn = 0; turn < 500; turn++)
      try {
        files().write(at('report.json'), ['ours'])
      } catch {
        // refused, as it may be
      }
    await worker.terminate()
    expect(theirs()).toEqual(before)
  })
})

describe('reading what an input names', () => {
  it('reads a file, in whichever folder', () => {
    expect(files().read(at('real/there.json'), MOST)).toEqual({ text: 'theirs: workspace/real/there.json' })
    expect(files().read(join(temp, 'event.json'), MOST)).toEqual({ text: 'theirs: temp/event.json' })
    expect(files().read(at('.git/config'), MOST)).toEqual({ text: 'theirs: workspace/.git/config' })
  })

  it.each(['no', 'no/deeper', 'real/there.json/deeper'])('knows that %s is not there', (name) => {
    expect(files().read(at(name), MOST)).toEqual({ isAbsent: true })
    expect(files().exists(at(name))).toBe(false)
  })

  it.each(leadingAway)('does not go through %s', (_, target, link, name) => {
    symlinkSync(join(root, target), at(link))
    const read = files().read(at(name), MOST)
    expect(read).toEqual({
      refusal: expect.stringMatching(/^the path follows a symbolic link .*; name a path without it$/),
    })
  })

  it.each(inside)('follows %s', (_, target, link, name) => {
    symlinkSync(join(root, target), at(link))
    expect(files().read(at(name), MOST)).toEqual({ text: 'theirs: workspace/real/there.json' })
  })

  it.each([0, 1, MOST, MOST + 1, 5_000_000_000])('reads no more than it may: %d bytes', (bytes) => {
    writeFileSync(at('large'), '')
    truncateSync(at('large'), bytes)
    const read = files().read(at('large'), MOST)
    expect(read).toEqual(bytes > MOST ? { bytes } : { text: '\0'.repeat(bytes) })
  })

  it('refuses a folder', () => {
    expect(files().read(at('real'), MOST)).toEqual({ refusal: 'there is a folder of this name; name a file' })
    expect(files().exists(at('real'))).toBe(true)
  })

  it.runIf(process.platform !== 'win32')('does not wait for a pipe', () => {
    execFileSync('mkfifo', [at('pipe')])
    expect(files().read(at('pipe'), MOST)).toEqual({ refusal: 'there is a pipe of this name; name a file' })
  })

  it.runIf(process.platform !== 'win32')('does not ask a socket', async () => {
    const server: Server = createServer()
    await new Promise<void>((listening) => server.listen(at('socket'), listening))
    expect(files().read(at('socket'), MOST)).toEqual({ refusal: 'there is a socket of this name; name a file' })
    server.close()
  })

  it.runIf(process.platform === 'linux').each(['/dev/zero', '/dev/stdin', '/proc/self/environ'])(
    'does not read %s, though a link leads there',
    (device) => {
      symlinkSync(device, at('link'))
      expect(files().read(at('link'), MOST)).toEqual({
        refusal: expect.stringMatching(/^the path follows a symbolic link out/),
      })
    },
  )

  it.runIf(process.platform === 'linux')('does not read a device, and of a file no more than it says to have', () => {
    expect(filesIn(['/dev']).read('/dev/zero', MOST)).toEqual({
      refusal: 'there is a device, or something else that is not a file of this name; name a file',
    })
    expect(filesIn(['/proc']).read('/proc/self/environ', MOST)).toEqual({ text: '' })
  })

  it('says what the system says', () => {
    renameSync(at('real/there.json'), at('real/secret.json'))
    const long = files().read(at('x'.repeat(300)), MOST)
    expect(long).toEqual({ refusal: expect.stringMatching(/^it could not be opened \(ENAMETOOLONG/) })
  })
})

describe('a folder that a pattern leads to', () => {
  it.runIf(process.platform !== 'win32')('is listed, with what each entry is', () => {
    symlinkSync(join(root, 'outside'), at('link'))
    writeFileSync(at('file'), '')
    execFileSync('mkfifo', [at('pipe')])
    const listing = files().list(workspace)
    expect('entries' in listing && listing.entries.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual([
      '.git folder',
      'file file',
      'link link',
      'pipe other',
      'real folder',
    ])
    expect(files().list(at('real'))).toEqual({ entries: [{ name: 'there.json', kind: 'file' }] })
  })

  it.each(['no', 'no/deeper', 'real/there.json'])('is none: %s', (name) => {
    expect(files().list(at(name))).toEqual({ isAbsent: true })
    expect(filesIn([join(root, 'gone')]).list(join(root, 'gone'))).toEqual({ isAbsent: true })
  })

  it('is not looked into where a link leads out, or the path does', () => {
    symlinkSync(join(root, 'outside'), at('link'))
    const refused = { refusal: expect.stringMatching(/^the path follows a symbolic link out of/) }
    expect([files().list(at('link')), files().list(root)]).toEqual([refused, refused])
  })
})

it('tells where a path leads, as the system spells it', () => {
  symlinkSync(at('real'), at('link'))
  expect([files().real(at('link/there.json')), files().real(at('no'))]).toEqual([
    files().real(at('real/there.json')),
    null,
  ])
})

it('gives bytes to whoever knows their encoding', () => {
  writeFileSync(at('utf-16'), Buffer.from([0xff, 0xfe, 0x7b, 0]))
  expect(files().bytes(at('utf-16'), MOST)).toEqual({ contents: Buffer.from([0xff, 0xfe, 0x7b, 0]) })
  expect(files().bytes(at('utf-16'), 3)).toEqual({ bytes: 4 })
})

describe('the files of the runner itself', () => {
  it('are read wherever they are, and appended to', () => {
    files().append(join(root, 'outside/summary.md'), 'a')
    files().append(join(root, 'outside/summary.md'), 'b')
    expect(files().ofRunner(join(root, 'outside/summary.md'))).toBe('ab')
    expect([files().ofRunner(root), files().ofRunner(at('no'))]).toEqual([undefined, undefined])
  })
})
