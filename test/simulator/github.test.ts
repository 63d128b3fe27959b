import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { entryAt, push } from '../../simulator/git-objects.ts'
import { blameQuery } from '../../simulator/github-blame.ts'
import { request } from '../../simulator/request.ts'
import { smallEstate } from '../../simulator/small-estate.ts'

let cloud: Cloud

beforeEach(async () => {
  cloud = await startCloud({ estate: smallEstate() })
})

afterEach(() => cloud.close())

function call(method: string, path: string, body?: object, token = cloud.github.token) {
  const options = { method, headers: { authorization: `token ${token}` }, body: body && JSON.stringify(body) }
  return request(cloud, `${cloud.urls.githubApi}${path}`, options)
}

const comments = '/repos/contoso/ml-platform/issues/7/comments'

describe('comments', () => {
  test('are created, listed, edited and deleted', async () => {
    const created = await call('POST', comments, { body: 'first' })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      body: 'first',
      user: { login: 'github-actions[bot]', type: 'Bot' },
      html_url: `${cloud.urls.githubServer}/contoso/ml-platform/pull/7#issuecomment-${created.body.id}`,
    })
    const one = `/repos/contoso/ml-platform/issues/comments/${created.body.id}`
    expect((await call('PATCH', one, { body: 'second' })).body.body).toBe('second')
    expect((await call('GET', comments)).body).toMatchObject([{ body: 'second' }])
    expect((await call('DELETE', one)).status).toBe(204)
    expect(cloud.github.comments).toEqual([])
  })

  test('come in pages', async () => {
    for (let at = 0; at < 5; at++) await call('POST', comments, { body: `comment ${at}` })
    const first = await call('GET', `${comments}?per_page=2`)
    expect(first.body).toHaveLength(2)
    expect(first.headers.link).toContain('per_page=2&page=2>; rel="next"')
    expect(first.headers.link).toContain('page=3>; rel="last"')
    const last = await call('GET', `${comments}?per_page=2&page=3`)
    expect(last.body).toMatchObject([{ body: 'comment 4' }])
    expect(last.headers.link).not.toContain('next')
  })

  test('that are too long or blank are refused', async () => {
    expect((await call('POST', comments, { body: 'x'.repeat(65_536) })).status).toBe(201)
    expect((await call('POST', comments, { body: 'x'.repeat(65_537) })).status).toBe(422)
    expect((await call('POST', comments, { body: '' })).status).toBe(422)
  })

  test('need a permission', async () => {
    cloud.github.tokenPermissions = { contents: 'read', issues: 'read', 'pull-requests': 'none' }
    expect((await call('GET', comments)).status).toBe(200)
    const refused = await call('POST', comments, { body: 'x' })
    expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } })
    cloud.github.tokenPermissions.issues = 'none'
    expect((await call('GET', comments)).status).toBe(403)
    cloud.github.private = false
    expect((await call('GET', comments)).status).toBe(200)
  })

  test('belong to an issue that exists', async () => {
    expect((await call('GET', comments.replace('7', '8'))).status).toBe(404)
    expect((await call('POST', comments.replace('7', '8'), { body: 'x' })).status).toBe(403)
  })
})

describe('everything else', () => {
  test('the repository', async () => {
    expect((await call('GET', '/repos/contoso/ml-platform')).body).toMatchObject({
      id: 640_000_001,
      private: true,
      default_branch: 'main',
    })
    expect((await call('GET', '/repos/contoso/other')).status).toBe(404)
  })

  test('who the token is: a user, or an installation that only GraphQL names', async () => {
    const graphql = { method: 'POST', headers: { authorization: `bearer ${cloud.github.token}` } }
    const url = `${cloud.urls.githubServer}/api/graphql`
    const viewer = await request(cloud, url, { ...graphql, body: '{"query":"query { viewer { login } }"}' })
    expect(viewer.body).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } })
    expect((await call('GET', '/user')).status).toBe(403)
    cloud.github.tokenLogin = 'mona'
    expect((await call('GET', '/user')).body.login).toBe('mona')
  })

  test('who last changed the lines of a file', async () => {
    const { git } = cloud.github
    const [first = '', second = ''] = ['a\nb\n', 'a\nc\n'].map((text) => push(git, 'main', { 'x/f': text }))
    const variables = { owner: 'contoso', repo: 'ml-platform', path: 'x/f', commit: second, file: `${second}:x/f` }
    const ask = async (changed: object = {}) =>
      (await call('POST', '/graphql', { query: blameQuery, variables: { ...variables, ...changed } })).body
    const { repository } = (await ask()).data
    expect(repository.blob).toEqual({ oid: entryAt(git, second, 'x/f')?.sha })
    expect(repository.commit.blame.ranges).toMatchObject([
      { startingLine: 1, endingLine: 1, commit: { oid: first } },
      { startingLine: 2, endingLine: 2, commit: { oid: second } },
    ])
    expect((await ask({ file: `${second}:y` })).data.repository.blob).toBeNull()
    expect((await ask({ repo: 'other' })).errors).toMatchObject([{ type: 'NOT_FOUND' }])
    cloud.github.tokenPermissions.contents = 'none'
    expect((await ask()).errors).toMatchObject([{ type: 'NOT_FOUND' }])
  })

  test('bad credentials', async () => {
    expect((await call('GET', '/repos/contoso/ml-platform', undefined, 'x')).status).toBe(401)
  })

  test('api.github.com has no prefix', async () => {
    const headers = { authorization: `token ${cloud.github.token}` }
    const answer = await request(cloud, 'https://api.github.com/repos/contoso/ml-platform', { headers }, true)
    expect(answer.body.html_url).toBe('https://github.com/contoso/ml-platform')
  })
})
