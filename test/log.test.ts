import { describe, expect, it } from 'vitest'
import { careful } from '../src/log.ts'
import type { Outside } from '../src/ports.ts'

const key = `Account${'Key'}=${'Zm9v'.repeat(20)}`

type Say = (outside: Outside, text: string) => unknown

/** Everything that is printed, titles too. */
async function printed(say: Say, text: string): Promise<string> {
  const said: string[] = []
  const show = (message: string, properties?: { title?: string }) => void said.push(message, properties?.title ?? '')
  const log = { info: show, notice: show, warning: show, error: show, group: async (name: string) => show(name) }
  await say(careful({ log, setFailed: show } as never), text)
  return said.join('\n')
}

const ways: [string, Say][] = [
  ['info', ({ log }, text) => log.info(text)],
  ['notice', ({ log }, text) => log.notice(text)],
  ['warning', ({ log }, text) => log.warning(text)],
  ['error', ({ log }, text) => log.error(text)],
  ['the title of a notice', ({ log }, text) => log.notice('x', { title: text })],
  ['the title of a warning', ({ log }, text) => log.warning('x', { title: text })],
  ['the title of an error', ({ log }, text) => log.error('x', { title: text })],
  ['the name of a group', ({ log }, text) => log.group(text, async () => {})],
  ['the sentence that fails the job', ({ setFailed }, text) => setFailed(text)],
]

describe.each(ways)('%s', (_way, say) => {
  it.each([
    ['moves the cursor', 'a\u001b[2Kb\u0008c\rd'],
    ['turns text around', 'a\u202eb\u2066c\u200fd'],
    ['cannot be seen', 'a\u200bb\u200dc\ufeffd\u00ade\u2028f'],
    ['is half a character', 'a\ud800b'],
  ])('holds nothing that %s', async (_, text) => {
    const shown = await printed(say, text)
    expect(shown).toMatch(/^a .*[b-f]\n*$/ms)
    expect(shown).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u)
  })

  it('holds no credential', async () => {
    expect(await printed(say, `The call with ${key} failed.`)).toContain('The call with AccountKey: *** failed.')
  })

  it('has an end', async () => {
    expect((await printed(say, 'x'.repeat(10_000_000))).length).toBeLessThan(70_000)
  })

  it('leaves alone what people wrote', async () => {
    const text = 'Give the job `id-token: write` – in the workflow – and 再試行 🙂.'
    expect((await printed(say, text)).split('\n')).toContain(text)
  })
})

describe('a line of the log', () => {
  it.each([
    ['::error::x', ': :error::x'],
    ['a ##vso[task.complete]', 'a ## vso[task.complete]'],
    ['first\n  ::add-mask::x', 'first\n  : :add-mask::x'],
    ['first\r\n::stop-commands::x', 'first\n: :stop-commands::x'],
    ['a ##[error]x', 'a ## [error]x'],
    ['std::string and a: b', 'std::string and a: b'],
  ])('is not a command to the runner: %j', async (text, shown) => {
    expect(await printed(({ log }, line) => log.info(line), text)).toBe(`${shown}\n`)
  })

  it('keeps its lines', async () => {
    expect(await printed(({ log }, text) => log.error(text), 'one\n  two')).toBe('one\n  two\n')
  })
})
