import { expect } from 'vitest'
import type { Cloud } from '../../../simulator/cloud.ts'
import { schedule } from '../../../simulator/events.ts'
import { filesOf } from '../../../simulator/git-objects.ts'
import type { Fault, Kind } from '../../../simulator/traffic.ts'
import { writeStamp } from '../../../src/report/stamp.ts'
import { type Match, type Scenario, table } from './scenario.ts'

const marker = '<!-- azureml-encryption-check:report:default -->'
const user = { login: 'github-actions[bot]', type: 'Bot' } as const

/** The comment says that all passed at an earlier commit. */
function greenComment({ github }: Cloud): void {
  const body = `${marker}\n## ✅ Encryption check passed: 1 workspace\n\n${writeStamp({ run: 8_999_999_999, attempt: 1, sha: 'a'.repeat(40) })}\n`
  const at = '2026-11-01T00:00:00Z'
  github.comments.push({ id: 5, issue: 7, body, user, createdAt: at, updatedAt: at })
}

const always: Match = () => true

/** Somebody cancels the job when a request is made, and that is not answered. */
function cancelled(kind: Kind, signals: NodeJS.Signals[], isMeant: Match = always, fault: Fault = { kind: 'hang' }) {
  return (cloud: Cloud): ReturnType<NonNullable<Scenario['given']>> => {
    let kill: (signal: NodeJS.Signals) => void = () => {}
    const match: Match = (request) => {
      if (request.kind !== kind || !isMeant(request)) return false
      for (const signal of signals) kill(signal)
      return true
    }
    cloud.faults.push({ ...fault, match })
    const onStart = (given: typeof kill) => {
      kill = given
    }
    return { onStart }
  }
}

const both: NodeJS.Signals[] = ['SIGINT', 'SIGTERM']
const writes: Match = ({ method, path }) => method !== 'GET' && !path.endsWith('/graphql')
const told = { ends: '1 incomplete', says: /The job was cancelled/ } as const

const withComment =
  (given: NonNullable<Scenario['given']>): NonNullable<Scenario['given']> =>
  (cloud) => {
    greenComment(cloud)
    return given(cloud)
  }

/** A night that passed is published before; then another night is cancelled. */
const atNight =
  (given: NonNullable<Scenario['given']>): NonNullable<Scenario['given']> =>
  (cloud) => {
    cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'none' }
    const [first] = cloud.estate.identity.federatedCredentials
    if (first)
      cloud.estate.identity.federatedCredentials.push({
        ...first,
        subject: 'repo:contoso/ml-platform:ref:refs/heads/main',
      })
    return { ...given(cloud), event: schedule(), inputs: { 'status-branch': 'status' } }
  }

table('A job that is cancelled', [
  {
    fault: 'while GitHub’s OIDC service is waited for, and it then refuses',
    given: withComment(cancelled('oidc', ['SIGINT'], always, { kind: 'status', status: 401 })),
    ...told,
    asks: { token: 0 },
  },
  {
    fault: 'while Entra is waited for, and Entra then refuses',
    given: withComment(cancelled('token', ['SIGINT'], always, { kind: 'status', status: 400, body: { error: 'x' } })),
    ...told,
    asks: { token: 1, 'resource-graph': 0 },
  },
  {
    fault: 'twice, while Resource Graph is asked',
    given: withComment(cancelled('resource-graph', both)),
    ...told,
    asks: { 'resource-graph': 1, 'resource-manager': 0 },
  },
  {
    fault: 'while Resource Manager is read, with a green comment of an earlier commit',
    given: withComment(cancelled('resource-manager', ['SIGTERM'])),
    ...told,
    also: ({ comment }) => expect(comment).toContain('The job was cancelled'),
  },
  {
    fault: 'while the comment is written',
    given: cancelled('github', ['SIGINT'], writes, { kind: 'status', status: 502 }),
    ends: '1 pass',
  },
  {
    fault: 'at night leaves its trace on the status branch',
    given: atNight(cancelled('resource-manager', ['SIGINT'])),
    ...told,
    also: (_, { github }) => {
      const files = filesOf(github.git, 'status') ?? {}
      expect(files['badge.json']).toContain('incomplete')
      expect(JSON.parse(files['history.json'] ?? '')).toMatchObject([{ conclusion: 'incomplete' }])
    },
  },
])
