import type { Cloud } from '../../../simulator/cloud.ts'
import { schedule } from '../../../simulator/events.ts'
import type { RecordedRequest } from '../../../simulator/traffic.ts'
import { broken, changed, type Match, put, status, table } from './scenario.ts'
import { endless } from './time.ts'

const list: Match = ({ method, path }) => method === 'GET' && path.endsWith('/comments')
const create: Match = ({ method, path }) => method === 'POST' && path.endsWith('/comments')
const config: Match = ({ path, query }) => path.includes('/contents/') && query.ref !== 'status'
const said = (message: string) => ({ message, documentation_url: 'https://docs.github.com/rest' })
const few = { github: 12 }
const passes = { ends: '0 pass', asks: few } as const

/** The default branch at night, with everything that is published there. */
const nightly = (cloud: Cloud, inputs: Record<string, string>) => {
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'none' }
  const [first] = cloud.estate.identity.federatedCredentials
  if (first)
    cloud.estate.identity.federatedCredentials.push({
      ...first,
      subject: 'repo:contoso/ml-platform:ref:refs/heads/main',
    })
  return { event: schedule(), inputs }
}

table('GitHub, which holds the comment,', [
  {
    fault: 'is out of order',
    given: broken('github', status(502), create),
    ...passes,
    says: /did not take the comment.*\(502/,
    also: unwritten,
  },
  {
    fault: 'does not know the token',
    given: broken('github', status(401, said('Bad credentials'))),
    ...passes,
    says: /does not accept github-token/,
    also: unwritten,
  },
  {
    fault: 'has locked the conversation',
    given: broken(
      'github',
      { kind: 'status', status: 403, body: said('Unable to create comment because issue is locked.') },
      create,
    ),
    ...passes,
    says: /locked/,
  },
  {
    fault: 'says nothing',
    given: endless('github', { kind: 'hang' }, list),
    ends: '0 pass',
    says: /No comment|timeout-minutes/,
    also: unwritten,
  },
  {
    fault: 'gives comments that are none',
    given: broken(
      'github',
      changed(() => [null, 7, { id: 'x' }, { body: 7, user: null }]),
      list,
    ),
    ...passes,
  },
])

table('GitHub, asked for the config file of the base branch,', [
  {
    fault: 'gives something that is not a config file',
    given: (cloud) => {
      put(
        cloud,
        'github',
        { kind: 'status', status: 200, body: ':::', headers: { 'content-type': 'text/plain' } },
        config,
      )
      return undefined
    },
    ...passes,
    says: /of the base branch is not valid itself/,
  },
])

table('GitHub at night', [
  {
    fault: 'has an issue list without end',
    given: (cloud) => {
      endlessList(cloud)
      return nightly(cloud, { 'tracking-issue': 'true' })
    },
    ends: '0 pass',
    asks: { github: 120 },
  },
  {
    fault: 'does not tell about the repository',
    given: (cloud) => {
      put(cloud, 'github', status(500))
      return nightly(cloud, { 'tracking-issue': 'true', 'status-branch': 'status' })
    },
    ends: '0 pass',
    says: /tracking issue/,
    asks: { github: 40 },
  },
])

function endlessList(cloud: Cloud): undefined {
  let page = 1
  const isPage = ({ method, path }: RecordedRequest) => method === 'GET' && /\/(comments|issues)$/.test(path)
  const next = () => `<https://api.github.com/repositories/1/comments?page=${++page}>; rel="next"`
  cloud.faults.push({
    kind: 'status',
    status: 200,
    body: [],
    get headers() {
      return { link: next() }
    },
    match: (request) => request.kind === 'github' && (isPage(request) || request.path.startsWith('/repositories/')),
  })
}

function unwritten(_: unknown, { github }: Cloud): void {
  one(github.comments.length + 1)
}

function one(count: number): void {
  if (count !== 1) throw new Error(`${count} in place of one`)
}
