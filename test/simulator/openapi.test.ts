import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { push } from '../../simulator/git-objects.ts'
import { addIssue } from '../../simulator/github-issues.ts'
import { misfits, operationOf, operations } from '../../simulator/openapi.ts'
import { type Answer, request } from '../../simulator/request.ts'
import { smallEstate } from '../../simulator/small-estate.ts'

let cloud: Cloud

beforeEach(async () => {
  cloud = await startCloud({ estate: smallEstate() })
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
})

afterEach(() => cloud.close())

function call(method: string, path: string, body?: object): Promise<Answer> {
  const headers = { authorization: `token ${cloud.github.token}`, accept: 'application/vnd.github.raw+json' }
  return request(cloud, `${cloud.urls.githubApi}${path}`, { method, headers, body: body && JSON.stringify(body) })
}

const repository = '/repos/contoso/ml-platform'

/** Everything that the simulated GitHub can do, once. */
async function everything() {
  const { github } = cloud
  await call('GET', '/user')
  github.tokenLogin = 'mona'
  await call('GET', '/user')
  await call('GET', repository)

  await call('POST', `${repository}/labels`, { name: 'encryption', color: 'd4c5f9', description: 'kept by a workflow' })
  const { body: issue } = await call('POST', `${repository}/issues`, {
    title: 'one',
    body: 'x',
    labels: ['encryption'],
  })
  addIssue(github, { isPullRequest: true, user: null })
  await call('PATCH', `${repository}/issues/${issue.number}`, { state: 'closed', state_reason: 'completed' })
  await call('PATCH', `${repository}/issues/${issue.number}`, { state: 'open', state_reason: 'reopened' })
  await call('POST', `${repository}/issues/${issue.number}/labels`, { labels: ['other'] })
  await call('GET', `${repository}/issues/${issue.number}`)
  await call('GET', `${repository}/issues?state=all`)
  const comments = `${repository}/issues/${issue.number}/comments`
  const { body: comment } = await call('POST', comments, { body: 'hello' })
  await call('GET', comments)
  await call('GET', `${repository}/issues/comments/${comment.id}`)
  await call('PATCH', `${repository}/issues/comments/${comment.id}`, { body: 'bye' })
  await call('DELETE', `${repository}/issues/comments/${comment.id}`)

  const { body: blob } = await call('POST', `${repository}/git/blobs`, { content: '{}', encoding: 'utf-8' })
  const entry = { path: 'a/b.json', mode: '100644', type: 'blob', sha: blob.sha }
  const { body: tree } = await call('POST', `${repository}/git/trees`, { tree: [entry] })
  const commit = async (message: string, parents: string[]) =>
    (await call('POST', `${repository}/git/commits`, { message, tree: tree.sha, parents })).body.sha
  const first = await commit('first', [])
  await call('POST', `${repository}/git/refs`, { ref: 'refs/heads/encryption/status', sha: first })
  await call('PATCH', `${repository}/git/refs/heads/encryption/status`, { sha: await commit('second', [first]) })
  await call('GET', `${repository}/git/ref/heads/encryption/status`)
  await call('GET', `${repository}/git/commits/${first}`)
  await call('GET', `${repository}/contents/a/b.json?ref=encryption%2Fstatus`)
}

/** Whatever can be refused: bodies that are too long or miss something, what is not there or not allowed. */
async function refusals() {
  const { github } = cloud
  const long = 'x'.repeat(65_537)
  await call('POST', `${repository}/issues`, { title: 'one', body: long })
  await call('POST', `${repository}/issues`, { title: '' })
  await call('POST', `${repository}/issues/7/comments`, { body: long })
  await call('POST', `${repository}/issues/77/comments`, { body: 'x' })
  await call('GET', `${repository}/issues/77`)
  await call('GET', `${repository}/issues/comments/77`)
  for (const _ of 'twice') await call('POST', `${repository}/labels`, { name: 'encryption' })
  await call('GET', `${repository}/git/ref/heads/nowhere`)
  await call('GET', `${repository}/contents/nowhere?ref=main`)
  await call('GET', `${repository}/git/commits/${'0'.repeat(40)}`)
  await call('POST', `${repository}/git/commits`, { message: 'x', tree: '0'.repeat(40) })
  await call('POST', `${repository}/git/trees`, {
    tree: [{ path: '../x', mode: '100644', type: 'blob', content: 'x' }],
  })
  await call('PATCH', `${repository}/git/refs/heads/main`, { sha: push(github.git, 'other', {}) })
  github.hasIssues = false
  await call('POST', `${repository}/issues`, { title: 'one' })
  github.git.refs.clear()
  await call('POST', `${repository}/git/blobs`, { content: 'x' })
  github.tokenPermissions = { contents: 'none', issues: 'none', 'pull-requests': 'none' }
  await call('GET', `${repository}/issues`)
  await call('GET', `${repository}/contents/a?ref=main`)
  await call('POST', `${repository}/labels`, { name: 'more' })
}

describe('what the simulated GitHub answers', () => {
  it('is what GitHub’s OpenAPI description says of each operation', async () => {
    await everything()
    const good = cloud.requests.filter(({ status }) => status < 300)
    expect(operations.filter((operation) => !good.some((each) => operationOf(each) === operation))).toEqual([])
    expect(misfits(cloud.requests)).toEqual([])
  })

  it('is what it says of refusals', async () => {
    await refusals()
    expect(cloud.requests.filter(({ status }) => status < 400).length).toBeLessThan(2)
    expect(misfits(cloud.requests)).toEqual([])
  })
})

describe('an answer that is something else', () => {
  const change = (transform: (body: unknown) => unknown) => cloud.faults.push({ kind: 'transform', transform })
  const issue = `GET ${'/repos/{owner}/{repo}'}/issues/{issue_number} 200`

  it.each([
    ['without a property', { html_url: undefined }, `${issue}: must have required property 'html_url'`],
    ['with null for a text', { title: null }, `${issue}/title: must be string`],
    ['with a day for a date', { created_at: '2026-11-24' }, `${issue}/created_at: must match format "date-time"`],
    [
      'with a reason that there is not',
      { state_reason: 'bored' },
      `${issue}/state_reason: must be equal to one of the allowed values`,
    ],
  ])('%s is told, with its place', async (_, changed, told) => {
    addIssue(cloud.github, { number: 9 })
    change((body) => ({ ...(body as object), ...changed }))
    await call('GET', `${repository}/issues/9`)
    expect(misfits(cloud.requests)).toContain(told)
  })

  it('to a request that GitHub does not know, or would refuse, is told as well', async () => {
    await call('GET', `${repository}/weather`)
    addIssue(cloud.github, { number: 9 })
    await call('PATCH', `${repository}/issues/9`, { state: 'ajar' })
    expect(misfits(cloud.requests)).toEqual([
      'GET /api/v3/repos/contoso/ml-platform/weather is not described',
      'PATCH /repos/{owner}/{repo}/issues/{issue_number} request/state: must be equal to one of the allowed values',
    ])
  })
})
