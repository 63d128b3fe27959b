import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasColours, statusOn } from '../../src/command-line/screen.ts'

const erase = '\r\u001b[2K'

function stream(terminal: object = { isTTY: true, columns: 40, hasColors: () => true }) {
  const written: string[] = []
  return { written, write: (text: string) => written.push(text) > 0, ...terminal } as never as NodeJS.WriteStream & {
    written: string[]
  }
}

describe('colours', () => {
  it.each<[string, object, Record<string, string>, boolean]>([
    ['on a terminal', { isTTY: true, hasColors: () => true }, {}, true],
    ['on one that has none', { isTTY: true, hasColors: () => false }, {}, false],
    ['on one that can do nothing', { isTTY: true, hasColors: () => true }, { TERM: 'dumb' }, false],
    ['in a pipe', {}, {}, false],
    ['in a pipe, by force', {}, { FORCE_COLOR: '1' }, true],
    ['by force without a number', {}, { FORCE_COLOR: '' }, true],
    ['by force against their absence', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['forced away', { isTTY: true, hasColors: () => true }, { FORCE_COLOR: '0' }, false],
    ['taken away', { isTTY: true, hasColors: () => true }, { NO_COLOR: '1' }, false],
  ])('%s', (_name, terminal, env, expected) => {
    expect(hasColours(stream(terminal), env)).toBe(expected)
  })
})

describe('the line of progress', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows the innermost work until it ends, and then what is around it', async () => {
    const out = stream()
    const status = statusOn(out, {})
    const shown = () => out.written.at(-1)?.replace(erase, '').slice(2)
    const { promise, resolve: end } = Promise.withResolvers<void>()
    const work = status.during('Collect', () => promise)
    expect(shown()).toBe('Collect')
    const reading = { workspaces: 2, read: 1, needed: 9, requests: 0, throttled: 0 }
    const stop = status.watch?.(() => reading)
    expect(shown()).toBe('2 workspaces found, 1 of 9 read, 0 re')
    stop?.()
    vi.advanceTimersByTime(100)
    expect(shown()).toBe('Collect')
    end()
    await work
    expect(out.written.at(-1)).toBe(erase)
    const { length } = out.written
    vi.advanceTimersByTime(1000)
    expect(out.written).toHaveLength(length)
  })

  it('makes room for what is said meanwhile', async () => {
    const out = stream()
    const status = statusOn(out, {})
    status.say('before')
    await status.during('Log in', async () => status.say('Open a page.'))
    expect(out.written).toContain(`${erase}Open a page.\n`)
    expect(out.written[0]).toBe('before\n')
  })

  it.each<[string, object, Record<string, string>]>([
    ['a pipe', {}, {}],
    ['a job', { isTTY: true }, { CI: 'true' }],
    ['a terminal that can do nothing', { isTTY: true }, { TERM: 'dumb' }],
  ])('is not written in %s', async (_name, terminal, env) => {
    const out = stream(terminal)
    const status = statusOn(out, env)
    expect(status.watch).toBeUndefined()
    expect(await status.during('Log in', async () => 7)).toBe(7)
    status.say('done')
    expect(out.written).toEqual(['done\n'])
  })
})
