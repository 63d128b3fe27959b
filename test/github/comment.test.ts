import { getOctokit } from '@actions/github'
import { describe, expect, it } from 'vitest'
import { CommentRefused, type CommentRequest, upsertComment } from '../../src/github/comment.ts'
import { patient, protect } from './simulated.ts'

const marker = '<!-- azureml-encryption-check:report:default -->'
const bot = 'github-actions[bot]'

interface Comment {
  id: number
  body?: string | null
  user: { login: string } | null
  html_url: string
}

interface Answer {
  status: number
  message?: string
  headers?: Record<string, string>
  /** what happens first */
  before?: () => unknown
}

function comment(id: number, body: string | null | undefined, login: string | null = bot): Comment {
  return { id, body, user: login === null ? null : { login }, html_url: `https://github.test/5#${id}` }
}

/** GitHub with these comments on pull request 5; `faults` answer before it does, each once, `lost` after it did. */
function github(comments: Comment[], login: string | null = bot) {
  const log: string[] = []
  const faults: [RegExp, Answer | Error][] = []
  const lost: RegExp[] = []
  const respond = ({ status, message, headers }: Answer, body: unknown = { message }) =>
    new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })

  function page(url: URL) {
    const size = Number(url.searchParams.get('per_page'))
    const number = Number(url.searchParams.get('page') ?? 1)
    const next = new URL(url)
    next.searchParams.set('page', String(number + 1))
    const headers = number * size < comments.length ? { link: `<${next}>; rel="next"` } : undefined
    return respond({ status: 200, headers }, comments.slice((number - 1) * size, number * size))
  }

  function viewer() {
    if (login !== null) return respond({ status: 200 }, { data: { viewer: { login } } })
    return respond({ status: 200 }, { data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible' }] })
  }

  function answer(method: string, url: URL, body: string): Response {
    if (url.pathname === '/graphql') return viewer()
    if (method === 'GET') return page(url)
    if (method === 'POST') {
      const created = comment(1000 + comments.length, JSON.parse(body).body, login ?? bot)
      comments.push(created)
      return respond({ status: 201 }, created)
    }
    const index = comments.findIndex(({ id }) => url.pathname.endsWith(`/${id}`))
    const found = comments[index]
    if (!found) return respond({ status: 404, message: 'Not Found' })
    if (method === 'DELETE') return respond({ status: 204 }, comments.splice(index, 1))
    found.body = JSON.parse(body).body
    return respond({ status: 200 }, found)
  }

  const fetch = async (address: string, { method, body }: { method: string; body: string }) => {
    const url = new URL(address)
    const line = `${method} ${url.pathname}`
    log.push(line)
    const fault = faults.findIndex(([pattern]) => pattern.test(line))
    const [[, failure] = [undefined, undefined]] = fault < 0 ? [] : faults.splice(fault, 1)
    if (failure instanceof Error) throw failure
    failure?.before?.()
    if (failure) return respond(failure)
    const response = answer(method, url, body)
    const index = lost.findIndex((pattern) => pattern.test(line))
    if (index < 0) return response
    lost.splice(index, 1)
    return respond({ status: 502, message: 'Bad Gateway' })
  }

  const octokit = getOctokit('token', { baseUrl: 'https://api.github.test', request: { fetch } })
  protect(octokit, 'token')
  const { waits, patience } = patient()
  const upsert = (changes: Partial<CommentRequest> = {}) =>
    upsertComment(
      octokit,
      { owner: 'o', repo: 'r', issue: 5, marker, body: `${marker}\nnew`, mode: 'create-or-update', ...changes },
      patience,
    )
  const requests = (pattern: RegExp) => log.filter((line) => pattern.test(line)).length
  return { comments, log, faults, lost, waits, upsert, requests }
}

async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.catch((reason) => reason)
  expect(error).toBeInstanceOf(CommentRefused)
  return (error as Error).message
}

describe('no comment of ours', () => {
  it.each([
    ['none at all', []],
    ['one of somebody else', [comment(1, 'hello', 'mona')]],
    ['one with the marker by somebody else', [comment(1, `${marker}\nfake`, 'mona')]],
    ['one with the marker by a deleted account', [comment(1, `${marker}\nfake`, null)]],
    ['one of ours with another id', [comment(1, '<!-- azureml-encryption-check:report:other -->\nold')]],
    ['one of ours that quotes the marker', [comment(1, `> ${marker}`)]],
    ['one of ours with the marker further down', [comment(1, `old\n${marker}`)]],
    ['one without a body', [comment(1, null), comment(2, undefined), comment(3, '')]],
  ])('%s: it is created', async (_, comments) => {
    const { upsert, requests } = github(comments)
    const url = await upsert()
    expect(url?.url).toMatch(/#10\d\d$/)
    expect([requests(/POST .*comments/), requests(/PATCH|DELETE/)]).toEqual([1, 0])
  })

  it('update-only leaves it at that', async () => {
    const { upsert, comments } = github([])
    expect(await upsert({ mode: 'update-only' })).toBeNull()
    expect(comments).toEqual([])
  })

  it('nobody asks who we are while nothing has the marker', async () => {
    const { upsert, log } = github([comment(1, 'hello')])
    await upsert()
    const comments = '/repos/o/r/issues/5/comments'
    expect(log).toEqual([`GET ${comments}`, `POST ${comments}`, `GET ${comments}`])
  })
})

describe('a comment of ours', () => {
  it.each([
    ['by the job', bot, bot],
    ['in other capitals', 'GitHub-Actions[bot]', bot],
    ['by a person’s token', 'Mona', 'mona'],
    ['when we may not ask who we are', bot, null],
  ])('%s is edited', async (_, author, login) => {
    const { upsert, comments, requests } = github([comment(1, `${marker}\nold`, author)], login)
    expect(await upsert()).toEqual({ url: 'https://github.test/5#1' })
    expect(comments.map(({ body }) => body)).toEqual([`${marker}\nnew`])
    expect([requests(/PATCH/), requests(/POST .*comments/)]).toEqual([1, 0])
  })

  it('is edited in mode update-only, too', async () => {
    const { upsert, requests } = github([comment(1, `${marker}\nold`)])
    await upsert({ mode: 'update-only' })
    expect(requests(/PATCH/)).toBe(1)
  })

  it.each(['\nnew', '\r\nnew', '\nnew\n'])('is left alone when it says %j already', async (text) => {
    const { upsert, requests } = github([comment(1, `${marker}${text}`)])
    expect(await upsert()).toEqual({ url: 'https://github.test/5#1' })
    expect(requests(/PATCH/)).toBe(0)
  })

  it('is found behind hundreds of others', async () => {
    const others = Array.from({ length: 250 }, (_, index) => comment(index + 2, 'hello', 'mona'))
    const { upsert, requests } = github([...others, comment(1, `${marker}\nold`)])
    expect(await upsert()).toEqual({ url: 'https://github.test/5#1' })
    expect(requests(/GET/)).toBe(3)
  })

  it('duplicates go, those of others stay', async () => {
    const { upsert, comments } = github([
      comment(1, `${marker}\na`),
      comment(2, `${marker}\nb`, 'mona'),
      comment(3, `${marker}\nc`),
      comment(4, `${marker}\nd`),
    ])
    await upsert()
    expect(comments.map(({ id }) => id)).toEqual([1, 2])
  })

  it('a duplicate that cannot be deleted does no harm', async () => {
    const { upsert, faults } = github([comment(1, `${marker}\na`), comment(2, `${marker}\nb`)])
    faults.push([/DELETE/, { status: 403, message: 'no' }])
    expect(await upsert()).toEqual({ url: 'https://github.test/5#1' })
  })
})

describe('two runs at once', () => {
  it.each([2, 3, 4])('%d leave one comment, at the address that all of them tell', async (runs) => {
    const { upsert, comments } = github([])
    const urls = await Promise.all(Array.from({ length: runs }, () => upsert()))
    expect(comments.map(({ body }) => body)).toEqual([`${marker}\nnew`])
    expect(new Set(urls.map((one) => one?.url))).toEqual(new Set([comments[0]?.html_url]))
  })

  it.each([
    ['says what the newer found', (previous: string) => previous.replace('theirs', 'ours'), 'ours'],
    ['stays as the newer wrote it', (previous: string) => previous, 'theirs'],
  ])('the older comment stays, and %s', async (_, revise, expected) => {
    const { upsert, comments, faults } = github([])
    const before = () => comments.push(comment(1, `${marker}\ntheirs`))
    faults.push([/POST .*comments/, { status: 502, before }])
    expect(await upsert({ revise })).toEqual({ url: 'https://github.test/5#1' })
    expect(comments.map(({ body }) => body)).toEqual([`${marker}\n${expected}`])
  })
})

describe('trouble that passes', () => {
  it('a created comment whose answer was lost is not created again', async () => {
    const { upsert, lost, comments, requests, waits } = github([])
    lost.push(/POST/)
    expect(await upsert()).toEqual({ url: 'https://github.test/5#1000' })
    expect([comments.length, requests(/POST .*comments/), waits]).toEqual([1, 1, [1000]])
  })

  it.each<[string, RegExp, Answer | Error, number]>([
    ['an outage while listing', /GET/, { status: 503 }, 1000],
    ['a broken connection while listing', /GET/, new TypeError('fetch failed'), 1000],
    ['an outage while creating', /POST/, { status: 500 }, 1000],
    ['too many requests', /POST/, { status: 429, headers: { 'retry-after': '7' } }, 7000],
    ['a secondary limit', /POST/, { status: 403, headers: { 'retry-after': '2' } }, 2000],
    ['a used up quota', /POST/, { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 60_000],
    ['an odd Retry-After', /POST/, { status: 429, headers: { 'retry-after': 'soon' } }, 60_000],
  ])('%s', async (_, pattern, fault, wait) => {
    const { upsert, faults, comments, waits } = github([])
    faults.push([pattern, fault])
    await upsert()
    expect([comments.length, waits]).toEqual([1, [wait]])
  })

  it('an outage while asking who we are is not taken for a refusal', async () => {
    const { upsert, faults, comments, requests } = github([comment(1, `${marker}\nold`, 'mona')], 'mona')
    faults.push([/graphql/, { status: 502 }])
    await upsert()
    expect([comments.length, requests(/PATCH/)]).toEqual([1, 1])
  })

  it('a comment deleted under our hands is created again', async () => {
    const { upsert, faults, comments, waits } = github([comment(1, `${marker}\nold`)])
    const deleted = { status: 404, message: 'Not Found', before: () => comments.splice(0) }
    faults.push([/PATCH/, deleted])
    expect(await upsert()).toEqual({ url: 'https://github.test/5#1000' })
    expect([comments.length, waits]).toEqual([1, [0]])
  })

  it('three tries are enough', async () => {
    const { upsert, faults, waits } = github([])
    for (let tried = 0; tried < 3; tried++) faults.push([/GET/, { status: 502, message: 'Bad\nGateway' }])
    const message = await refusalOf(upsert())
    expect(message).toBe(
      'GitHub did not take the comment on pull request #5 of o/r (502: Bad Gateway). Run the job again later.',
    )
    expect(waits).toEqual([1000, 2000])
  })

  it('nobody waits for an hour', async () => {
    const { upsert, faults, waits } = github([])
    faults.push([/POST/, { status: 429, message: 'Slow down', headers: { 'retry-after': '3600' } }])
    expect(await refusalOf(upsert())).toContain('Run the job again later: GitHub asks to wait 60 minutes.')
    expect(waits).toEqual([])
  })
})

describe('refused', () => {
  it.each<[string, RegExp, Answer, RegExp]>([
    [
      'creating',
      /POST/,
      { status: 403, message: 'Resource not accessible by integration' },
      /^GitHub does not let this job comment on pull request #5 of o\/r \(403: Resource not accessible by integration.*\)\. Give the job `permissions: pull-requests: write`/,
    ],
    ['creating, hidden', /POST/, { status: 404, message: 'Not Found' }, /permissions: pull-requests: write/],
    ['listing', /GET/, { status: 403, message: 'no' }, /permissions: pull-requests: write/],
    [
      'the token',
      /GET/,
      { status: 401, message: 'Bad credentials' },
      /^GitHub does not accept github-token \(401: Bad credentials/,
    ],
    [
      'a locked conversation',
      /POST/,
      { status: 403, message: 'Unable to create comment because issue is locked.' },
      /is locked, .+ Unlock it\.$/,
    ],
    [
      'the length',
      /POST/,
      { status: 422, message: 'body is too long' },
      /probably because it is too long \(52 characters\)/,
    ],
    ['something else', /POST/, { status: 410, message: 'Gone' }, /could not be written \(410: Gone/],
  ])('%s', async (_, pattern, fault, expected) => {
    const { upsert, faults, waits } = github([])
    faults.push([pattern, fault])
    expect(await refusalOf(upsert())).toMatch(expected)
    expect(waits).toEqual([])
  })

  it('whatever else goes wrong', async () => {
    const octokit = { request: () => Promise.reject(new Error('odd')) }
    const request: CommentRequest = { owner: 'o', repo: 'r', issue: 5, marker, body: marker, mode: 'update-only' }
    expect(await refusalOf(upsertComment(octokit as never, request, patient().patience))).toContain('(no answer: odd)')
  })
})
