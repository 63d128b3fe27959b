import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import { type CommandOptions, runCommand } from '../../simulator/command.ts'
import { cloudOf } from '../action/act.ts'

const slow = { latencyMs: { 'resource-graph': 150, 'resource-manager': 150 } }

/** Both outputs as a terminal of so many columns gets them. */
async function typed(words: string[], columns: number, options: Partial<CommandOptions> = {}) {
  const cloud = await cloudOf(slow)
  return { cloud, ...(await runCommand(words, { cloud, path: standInAzureCli(cloud), columns, ...options })) }
}

const erase = '\r\u001b[2K'

describe.runIf(process.platform === 'linux')('on a terminal', () => {
  it.each([
    [80],
    [120],
  ])('of %i columns: progress in one line that is taken away, then the outcome', async (columns) => {
    const { exitCode, stdout } = await typed([], columns)
    const parts = stdout.split(erase)
    const progress = parts.slice(0, -1).filter((part) => part !== '')
    const outcome = stripVTControlCharacters(parts.at(-1) ?? '').replaceAll('\r\n', '\n')
    expect(progress.filter((line) => line.includes('\n') || line.length >= columns)).toEqual([])
    for (const said of [
      'Log in to Azure',
      'Looking for workspaces',
      / 7 workspaces found, \d+ of \d+ read, \d+ requests\/s/,
    ])
      expect(progress.join('|')).toMatch(said)
    expect(outcome).toMatch(/^✗ Encryption check failed/)
    expect(outcome.split('\n').filter((line) => line.length > columns && !/^ {4,}az /.test(line))).toEqual([])
    expect(outcome.split('\n').some((line) => line.length > columns - 20)).toBe(true)
    expect(exitCode).toBe(1)
  })

  it.each<[string, Record<string, string>, boolean, boolean]>([
    ['as usual', {}, true, true],
    ['NO_COLOR', { NO_COLOR: '1' }, false, true],
    ['NO_COLOR without a value', { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false, true],
    ['a terminal that can do nothing', { TERM: 'dumb' }, false, false],
    ['a job', { CI: 'true' }, false, false],
    ['a job of GitLab, whose log shows colours', { CI: 'true', GITLAB_CI: 'true' }, true, false],
  ])('%s', async (_name, env, isColoured, isMoving) => {
    const { stdout } = await typed(['--workspaces', 'mlw-lab'], 80, { env })
    expect(stdout.replaceAll(erase, '').includes('\u001b[')).toBe(isColoured)
    expect(stdout.includes(erase)).toBe(isMoving)
  })
})

describe('Ctrl-C', () => {
  it('ends it at once, with what is known until then', async () => {
    const cloud = await cloudOf({ latencyMs: { 'resource-graph': 20 } })
    let kill: (signal: NodeJS.Signals) => boolean = () => false
    // nothing that Resource Manager is asked comes to an end by itself
    cloud.faults.push({ kind: 'hang', match: ({ kind }) => kind === 'resource-manager' })
    const { exitCode, stdout } = await runCommand(['--workspaces', 'mlw-fraud-prod'], {
      cloud,
      path: standInAzureCli(cloud),
      onStart: (send) => {
        kill = send
      },
      onError: (said) => said.includes('1 workspace') && kill('SIGINT'),
    })
    expect(stdout).toMatch(/^! Encryption check could not decide \d+ checks/)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('The run was ended before it was done')
    expect(stdout).toContain('mlw-fraud-prod')
    expect(exitCode).toBe(1)
  })
})
