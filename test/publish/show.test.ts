import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExitCode, Outside, Terminal } from '../../src/ports.ts'
import { start } from '../../src/start.ts'
import { type World, world } from '../world.ts'

const worlds: World[] = []

afterEach(() => {
  for (const { cloud } of worlds.splice(0)) cloud.close()
})

const claims = { iss: 'https://gitlab.com', sub: 'project_path:contoso/ml', aud: 'api://AzureADTokenExchange' }

/** What is printed, said and written when somebody types this, with the OIDC token of GitLab. */
async function typed(given: Record<string, string>, terminal: Partial<Terminal> = {}, ports: Partial<Outside> = {}) {
  const printed: string[] = []
  const one = await world({ login: 'workload-identity', 'token-file': '/token', ...given }, undefined, {
    terminal: {
      format: 'text',
      problems: [],
      width: 80,
      hasColours: false,
      print: (pieces) => void printed.push(...pieces),
      ...terminal,
    },
    ...ports,
  })
  worlds.push(one)
  const { cloud, files } = one
  cloud.estate.identity.federatedCredentials.push({ issuer: claims.iss, subject: claims.sub, audience: claims.aud })
  files.set('/token', cloud.idToken(claims))
  await start(one.ports)
  return { ...one, text: printed.join('') }
}

describe('where somebody typed the command', () => {
  it('the outcome is printed, and nothing is told to GitHub', async () => {
    const { text, exits, outputs, files, cloud } = await typed({ 'html-file': 'out.html' })
    expect(text).toMatch(/^✓ Encryption check passed: 1 workspace\n/)
    expect(text).toContain(`Written: ${resolve('out.html')}\n`)
    expect(exits).toEqual([0])
    expect(outputs).toEqual({})
    expect([...files.keys()].sort()).toEqual(['/event.json', '/token', resolve('out.html')].sort())
    expect(cloud.count('github')).toBe(0)
  })

  it('a failure ends with 1', async () => {
    const { text, exits } = await typed({ 'fail-on-severity': 'low' })
    expect(text).toMatch(/^✗ /)
    expect(exits).toEqual([1])
  })

  it.each<[string, Record<string, string>, Partial<Terminal>, RegExp]>([
    [
      'a word that is no flag',
      {},
      { problems: ['There is no flag "--x".'] },
      /The flags are not valid .*\n- There is no flag "--x"\./,
    ],
    ['a wrong value', { profile: 'x' }, {}, /- --profile is "x"/],
    [
      'no token',
      { 'token-file': '/nowhere' },
      {},
      /The file \/nowhere, which AZURE_FEDERATED_TOKEN_FILE names, cannot be read/,
    ],
    [
      'a config file that is missing',
      { 'config-file': 'x.yml' },
      {},
      /x\.yml does not exist, although --config-file names it\.$/,
    ],
  ])('%s ends with 2', async (_name, given, terminal, said) => {
    const { text, exits, failed } = await typed(given, terminal)
    expect(failed.join('\n')).toMatch(said)
    expect([text, exits]).toEqual(['', [2]])
  })

  it('JSON holds nothing that a terminal or a runner obeys, and means the same', async () => {
    const evil = '\u001b[2J\u202e ##vso[task.complete] ##[error] \u{e0001}'
    const { text } = await typed(
      {},
      { format: 'json' },
      { now: () => ({ toISOString: () => evil, getTime: Date.now }) as Date },
    )
    expect(JSON.parse(text).run.finishedAt).toBe(evil)
    expect(text).not.toMatch(/[^\P{C}\n]|##\[|##vso/u)
  })

  it('in JSON, warnings are said beside it', async () => {
    const { said } = await typed({ 'baseline-file': 'gone.json' }, { format: 'json' })
    expect(said.filter((line) => line.startsWith('warning'))).toEqual([expect.stringContaining('gone.json')])
  })

  it('Markdown is that of the summary', async () => {
    const { text } = await typed({}, { format: 'markdown' })
    expect(text).toMatch(/^## ✅ Encryption check passed: 1 workspace/)
  })

  it('whoever ends it gets what is known', async () => {
    let end: (signal: 'SIGINT') => void = () => {}
    const exits: ExitCode[] = []
    const life: Outside['life'] = {
      onSignal(told) {
        end = told
      },
      onCrash: () => {},
      saveMemory: () => {},
      exit: (code) => void exits.push(code),
    }
    const { text } = await typed({}, {}, { life, watch: () => () => end('SIGINT') })
    expect(text).toMatch(/^! Encryption check /)
    expect(text.replaceAll(/\s+/g, ' ')).toContain('The run was ended before it was done')
    expect(exits).toEqual([1])
  })
})
