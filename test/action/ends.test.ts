import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import { pullRequest } from '../../simulator/events.ts'
import type { Fault, Kind } from '../../simulator/traffic.ts'
import { writeStamp } from '../../src/report/stamp.ts'
import { act, cloudOf } from './act.ts'

const marker = '<!-- azureml-encryption-check:report:default -->'
const sha = '1f6d2c0b9e8a7f6e5d4c3b2a190817f6e5d4c3b2'
const earlier = { run: 8_999_999_999, attempt: 1, sha: 'a'.repeat(40) }

/** A pull request whose comment shows that an earlier commit passed. */
async function greenCloud(): Promise<Cloud> {
  const cloud = await cloudOf()
  const at = '2026-11-01T00:00:00Z'
  const user = { login: 'github-actions[bot]', type: 'Bot' } as const
  const body = `${marker}\n## ✅ Encryption check passed: 7 workspaces\n\n${writeStamp(earlier)}\n`
  cloud.github.comments.push({ id: 5, issue: 7, body, user, createdAt: at, updatedAt: at })
  return cloud
}

/** Acts, and sends a signal when the first request of a kind hangs. */
function cancelled(cloud: Cloud, kind: Kind, signal: NodeJS.Signals, inputs: Record<string, string> = {}) {
  let kill = (_: NodeJS.Signals) => {}
  const match: Fault['match'] = (request) => {
    if (request.kind !== kind) return false
    kill(signal)
    return true
  }
  cloud.faults.push({ kind: 'hang', match })
  const onStart = (given: typeof kill) => {
    kill = given
  }
  return act(cloud, { onStart, inputs })
}

describe('a job that is cancelled', () => {
  it.each<[string, Kind, NodeJS.Signals]>([
    ['GitHub makes the OIDC token', 'oidc', 'SIGINT'],
    ['Entra makes the access token', 'token', 'SIGINT'],
    ['Resource Graph looks for workspaces', 'resource-graph', 'SIGTERM'],
    ['Resource Manager is read', 'resource-manager', 'SIGINT'],
  ])('while %s publishes what is known as incomplete, and fails', async (_, kind, signal) => {
    const cloud = await greenCloud()
    const { exitCode, outputs, comment, report, annotations, stderr, summary } = await cancelled(cloud, kind, signal)
    expect([exitCode, outputs.conclusion, report?.conclusion, stderr]).toEqual([1, 'incomplete', 'incomplete', ''])
    for (const text of [comment, summary]) {
      expect(text).toContain('The job was cancelled')
      expect(text).not.toContain('Encryption check passed')
    }
    expect(JSON.stringify(report)).not.toContain('timeout-minutes')
    expect(annotations.at(-1)).toMatchObject({ level: 'error', message: expect.stringContaining('was cancelled') })
    expect(cloud.github.comments).toHaveLength(1)
  })

  it('ends although GitHub answers nothing, with its outputs', async () => {
    const { exitCode, outputs, annotations } = await cancelled(await greenCloud(), 'github', 'SIGTERM')
    expect([exitCode, outputs.conclusion, outputs['comment-url']]).toEqual([1, 'incomplete', ''])
    expect(annotations.at(-1)?.message).toContain('was cancelled')
  })
})

describe('a run without a result', () => {
  const stranger = (cloud: Cloud) => {
    cloud.estate.identity.federatedCredentials = []
  }

  it('makes the comment of an earlier commit say so', async () => {
    const cloud = await greenCloud()
    stranger(cloud)
    const { exitCode, comment } = await act(cloud)
    expect(exitCode).toBe(1)
    expect(comment).not.toContain('passed')
    expect(comment.split('\n').slice(0, 2)).toEqual([marker, '## ⚠️ Encryption check ended without a result'])
    expect(comment).toContain(`of commit \`${sha.slice(0, 7)}\``)
    expect(comment).toContain('/actions/runs/9000000001')
    expect(comment).toMatch(/runs\/8999999999\/attempts\/1\), which is about commit `aaaaaaa`/)
  })

  it.each(['error', 'rejection'])('because of an %s that nobody caught says a sentence and fails', async (kind) => {
    const thrown = `new Error('surprise')`
    const crash = kind === 'error' ? `throw ${thrown}` : `Promise.reject(${thrown})`
    const code = `const { write } = process.stdout
      process.stdout.write = function (text, ...rest) {
        if (String(text).includes('Collect evidence')) setImmediate(() => { ${crash} })
        return write.call(this, text, ...rest)
      }`
    const cloud = await greenCloud()
    cloud.faults.push({ kind: 'hang', match: (request) => request.kind === 'resource-manager' })
    const { exitCode, comment, annotations, stderr, outputs } = await act(cloud, {
      nodeOptions: ['--import', `data:text/javascript,${encodeURIComponent(code)}`],
    })
    expect([exitCode, stderr, outputs]).toEqual([1, '', {}])
    expect(annotations.filter(({ level }) => level === 'error')).toMatchObject([
      {
        message: expect.stringMatching(
          /^Unexpected error. Please report it with the lines that follow: Error: surprise/,
        ),
      },
    ])
    expect(comment).toContain('something happened that nobody had foreseen')
  })
})

describe('a runner that lacks something', () => {
  const lab = { workspaces: 'mlw-lab' }
  const warned = (message: RegExp) =>
    expect.objectContaining({ level: 'warning', message: expect.stringMatching(message) })

  it.each<[string, (folder: string) => Record<string, string | undefined>, RegExp]>([
    [
      'GITHUB_OUTPUT is a folder',
      (folder) => ({ GITHUB_OUTPUT: folder }),
      /^The outputs could not be written \(EISDIR/,
    ],
    [
      'GITHUB_OUTPUT is not there',
      (folder) => ({ GITHUB_OUTPUT: join(folder, 'x') }),
      /^The outputs could not be written \(Miss/,
    ],
    [
      'GITHUB_STEP_SUMMARY is a folder',
      (folder) => ({ GITHUB_STEP_SUMMARY: folder }),
      /^The job summary could not be written \(EISDIR/,
    ],
    [
      'GITHUB_EVENT_PATH is not set',
      () => ({ GITHUB_EVENT_PATH: undefined }),
      /^This run cannot tell which pull request .*GITHUB_EVENT_PATH is not set/,
    ],
    [
      'GITHUB_EVENT_PATH leads nowhere',
      (folder) => ({ GITHUB_EVENT_PATH: join(folder, 'x') }),
      /could not be read as JSON/,
    ],
    ['GITHUB_WORKSPACE is not set', () => ({ GITHUB_WORKSPACE: undefined }), /^GITHUB_WORKSPACE is not set: files are/],
  ])('%s: a sentence, and the same conclusion', async (_, env, sentence) => {
    const cloud = await cloudOf()
    const folder = join(cloud.directory, 'folder')
    mkdirSync(folder)
    const { exitCode, annotations, report, stderr } = await act(cloud, { inputs: lab, env: env(folder) })
    expect([exitCode, report?.conclusion, stderr]).toEqual([0, 'pass', ''])
    expect(annotations).toContainEqual(warned(sentence))
  })

  it('the event names no pull request: a sentence, and no comment', async () => {
    const cloud = await cloudOf()
    const event = { ...pullRequest(), payload: {} }
    const { exitCode, annotations } = await act(cloud, { inputs: lab, event })
    expect([exitCode, cloud.github.comments]).toEqual([0, []])
    expect(annotations).toContainEqual(warned(/names no pull request/))
  })
})
