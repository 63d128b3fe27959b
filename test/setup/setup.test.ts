import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { State } from './stand-in.ts'

const scripts = join(import.meta.dirname, '../../docs/setup')
const hasPowerShell = spawnSync('pwsh', ['-NoProfile', '-Command', 'exit 0']).status === 0

let folder: string

// dozens of processes a test
vi.setConfig({ testTimeout: 300_000 })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'))
  // each run starts dozens of them
  const standIn = join(folder, 'stand-in.mjs')
  writeFileSync(standIn, stripTypeScriptTypes(readFileSync(join(import.meta.dirname, 'stand-in.ts'), 'utf8')))
  for (const tool of ['az', 'gh']) {
    const script = `#!/bin/sh\nexec '${process.execPath}' '${standIn}' ${tool} "$@"\n`
    writeFileSync(join(folder, tool), script)
    chmodSync(join(folder, tool), 0o755)
  }
  const repositories = {
    'contoso/fraud': { id: 101, variables: {}, rulesets: [] },
    'contoso/churn': { id: 102, prefix: 'repo:contoso@9/churn@102', variables: {}, rulesets: [] },
    'contoso-fraud/x': { id: 103, variables: {}, rulesets: [] },
  }
  const nothing = { apps: [], principals: [], credentials: [], identities: [], groups: [], assignments: [], calls: [] }
  change({ ...nothing, repositories, azVersion: '2.77.0' })
})

afterEach(() => rmSync(folder, { recursive: true }))

const subscription = '00000000-0000-4000-9000-000000000001'
const state = (): State => JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'))

function change(changes: Partial<State>): void {
  const known = changes.apps ? {} : state()
  writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...known, ...changes }))
}

/** Runs a step in the clone of a repository. @returns its exit code and what it said */
function set(shell: Shell, repo: string, step: string, ...subscriptions: string[]) {
  const env = {
    ...shell.env,
    PATH: `${folder}:${process.env.PATH}`,
    HOME: folder,
    STATE: join(folder, 'state.json'),
    REPO: repo,
  }
  const [program, ...words] = shell.start(step, subscriptions)
  const { status, stdout, stderr } = spawnSync(program as string, words, { env, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

interface Shell {
  env?: Record<string, string>
  start(step: string, subscriptions: string[]): string[]
}

const sh: Shell = { start: (step, subscriptions) => ['sh', join(scripts, 'setup.sh'), step, ...subscriptions] }
const powerShell: Shell = {
  start: (step, subscriptions) => {
    const given = subscriptions.length > 0 ? ['-Subscription', subscriptions.join(',')] : []
    return ['pwsh', '-NoProfile', '-File', join(scripts, 'setup.ps1'), step, ...given]
  },
}

/** The same with the name of a resource group. */
const inGroup = ({ start, env }: Shell, group: string): Shell =>
  start === powerShell.start
    ? { start: (step, subscriptions) => [...start(step, subscriptions), '-Group', group] }
    : { start, env: { ...env, GROUP: group } }

/** Everything that was made, without what was asked. */
const made = ({ calls: _, ...rest }: State) => rest

describe.each([
  { name: 'setup.sh', shell: sh, isThere: true },
  { name: 'setup.ps1', shell: powerShell, isThere: hasPowerShell },
])('$name', ({ shell, isThere }) => {
  describe.skipIf(!isThere).each(['app', 'managed-identity'])('%s', (step) => {
    const clientIds = ({ apps, identities }: State) => [
      ...apps.map(({ appId }) => appId),
      ...identities.map(({ clientId }) => clientId),
    ]

    it('trusts pull requests and the default branch, with Reader; a second run changes nothing, another team has its own', () => {
      expect(set(shell, 'contoso/fraud', step).status).toBe(0)
      const { credentials, assignments, repositories } = state()
      expect(credentials.map(({ subject }) => subject)).toEqual([
        'repo:contoso/fraud:pull_request',
        'repo:contoso/fraud:ref:refs/heads/main',
      ])
      expect(assignments).toMatchObject([{ role: 'Reader', scope: `/subscriptions/${subscription}` }])
      expect(repositories['contoso/fraud']?.variables).toEqual({
        AZURE_CLIENT_ID: clientIds(state())[0],
        AZURE_TENANT_ID: '00000000-0000-4000-a000-000000000001',
      })
      const once = made(state())
      expect(set(shell, 'contoso/fraud', step).status).toBe(0)
      expect(made(state())).toEqual(once)
      for (const repo of ['contoso/churn', 'contoso-fraud/x']) expect(set(shell, repo, step).status).toBe(0)
      const ids = Object.values(state().repositories).map((one) => one.variables.AZURE_CLIENT_ID)
      expect(ids).toEqual(clientIds(state()))
      expect([new Set(ids).size, state().assignments.length]).toEqual([3, 3])
      // subjects as GitHub writes them for that repository
      expect(state().credentials.map(({ subject }) => subject)).toContain('repo:contoso@9/churn@102:pull_request')
    })

    it.skipIf(step !== 'app' || shell !== sh)('trusts a GitHub environment, whatever its name is', () => {
      expect(set({ start: shell.start, env: { ENVIRONMENT: 'prod eu' } }, 'contoso/fraud', step).status).toBe(0)
      expect(state().credentials.map(({ subject }) => subject)).toContain('repo:contoso/fraud:environment:prod eu')
    })

    it('gives Reader on each subscription that is named, and adds one later', () => {
      set(shell, 'contoso/fraud', step, 'aaaa', 'bbbb')
      set(shell, 'contoso/fraud', step, 'bbbb', 'cccc')
      const scopes = state().assignments.map(({ scope }) => scope)
      expect(scopes).toEqual(['/subscriptions/aaaa', '/subscriptions/bbbb', '/subscriptions/cccc'])
    })

    it.each([
      ['no right to make the identity', step === 'app' ? 'az ad app create' : 'az identity create'],
      ['no right to assign roles', 'az role assignment create'],
    ])('%s: stops there, and goes on from there', (_, failing) => {
      change({ failing })
      const stopped = set(shell, 'contoso/fraud', step)
      expect(stopped.status).not.toBe(0)
      expect(stopped.said).toMatch(/Correct (its|the) cause, then run this again: every step can be repeated\./)
      expect(state().calls.at(-1)).toContain(failing)
      change({ failing: undefined })
      expect(set(shell, 'contoso/fraud', step).status).toBe(0)
      const [credentials, variables] = [state().credentials, state().repositories['contoso/fraud']?.variables]
      expect([credentials.length, Object.keys(variables ?? {}).length]).toEqual([2, 2])
    })

    it('is undone, and leaves what belongs to others', () => {
      set(shell, 'contoso/churn', step)
      const before = made(state())
      for (const todo of [step, 'require']) expect(set(shell, 'contoso/fraud', todo).status).toBe(0)
      const undone = set(shell, 'contoso/fraud', 'undo')
      expect(undone.status).toBe(0)
      expect(made(state())).toEqual(before)
      expect(undone.said).toMatch(/^Undone\.$/m)
      // no group was made for an app
      expect(undone.said.includes('rg-azureml-encryption-check')).toBe(step === 'managed-identity')
      const again = set(shell, 'contoso/fraud', 'undo')
      expect(again.status).toBe(0)
      expect(again.said).not.toContain('Undone')
    })
  })

  describe.skipIf(!isThere)('whatever the identity is', () => {
    it('makes the check required once', () => {
      expect(set(shell, 'contoso/fraud', 'require').status).toBe(0)
      const [rule] =
        (state().repositories['contoso/fraud']?.rulesets[0] as { rules?: unknown[] } | undefined)?.rules ?? []
      expect(rule).toMatchObject({
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: 'encryption', integration_id: 15368 }] },
      })
      const once = made(state())
      const again = set(shell, 'contoso/fraud', 'require')
      expect([again.status, made(state())]).toEqual([0, once])
      expect(again.said).toMatch(/exists already and stays as it is/)
    })

    it('says in which group it found no identity to undo', () => {
      const elsewhere = inGroup(shell, 'rg-identities')
      set(elsewhere, 'contoso/fraud', 'managed-identity')
      const missed = set(shell, 'contoso/fraud', 'undo').said
      expect(missed).toContain('nor in the resource group rg-azureml-encryption-check of this subscription')
      expect([missed.includes('Undone'), state().identities.length]).toEqual([false, 1])
      expect(set(elsewhere, 'contoso/fraud', 'undo').said).toContain('resource group rg-identities stays')
      expect(state().identities).toEqual([])
    })

    it('does not choose between two apps of the name', () => {
      const displayName = 'encryption-check-contoso-fraud-101'
      const apps = ['1', '2'].map((appId) => ({ displayName, appId }))
      writeFileSync(join(folder, 'state.json'), JSON.stringify({ ...state(), apps }))
      expect(set(shell, 'contoso/fraud', 'app').said).toMatch(/more than one app registration/)
      expect(state().repositories['contoso/fraud']?.variables).toEqual({})
    })

    it('asks for a newer Azure CLI before it changes anything', () => {
      change({ azVersion: '2.9.1' })
      expect(set(shell, 'contoso/fraud', 'app').said).toMatch(/2\.50/)
      expect(state().calls).toEqual(['az version'])
    })
  })
})

describe('setup.sh says what is missing, and nothing of a failed step', () => {
  it.each([
    ['a step', 'aks', undefined, 'Say what to do: sh setup.sh app, managed-identity, require or undo.\n'],
    [
      'the GitHub CLI',
      'app',
      'gh --version',
      'ERROR: AuthorizationFailed\nInstall the GitHub CLI, then run this again.\n',
    ],
  ])('%s', (_, step, failing, said) => {
    change({ failing })
    expect(set(sh, 'contoso/fraud', step)).toEqual({ status: 1, said })
  })
})
