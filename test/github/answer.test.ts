import { getOctokit } from '@actions/github'
import { describe, expect, it } from 'vitest'
import { readContents } from '../../src/github/contents.ts'
import { answerOf, commonRefusal, ownLogin } from '../../src/github/octokit.ts'
import { everything } from '../../src/github/pages.ts'
import { protect } from './simulated.ts'

const api = 'https://api.github.com'
const token = 'ghs_0123456789012345678901234567890123456789'
const comments = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const at = { owner: 'o', repo: 'r', issue_number: 5 }
const where = '/repos/o/r/issues/5/comments'

interface Asked {
  method: string
  url: string
  body?: string
  authorization?: string
}

/** GitHub's API as a function, and every request that was made. */
function answering(answer: (asked: Asked, index: number) => Response | Promise<Response>, baseUrl = api) {
  const asked: Asked[] = []
  const fetch = async (url: string, { method, body, headers }: RequestInit & { headers: Record<string, string> }) => {
    const one = { method: method ?? '', url, body: body as string, authorization: headers.authorization }
    asked.push(one)
    return answer(one, asked.length)
  }
  const octokit = getOctokit(token, { baseUrl, request: { fetch } })
  const stopwatch = protect(octokit, token)
  const list = () => everything<{ id: number }>(octokit, comments, at)
  const create = () => octokit.rest.issues.createComment({ ...at, body: 'the finding' })
  const file = (mostBytes?: number) =>
    readContents(octokit, { owner: 'o', repo: 'r', ref: 'main', path: 'a.json', ...(mostBytes ? { mostBytes } : {}) })
  return { asked, octokit, stopwatch, list, create, file }
}

function json(body: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

function redirect(status: number, location: string): Response {
  return new Response('moved', { status, headers: { location } })
}

async function sentenceOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (reason: Error) => reason,
  )
  expect(error.message).not.toContain(token)
  return commonRefusal(error, 'the comment') ?? answerOf(error)
}

const elsewhere = [
  ['another host', 'https://evil.example/page'],
  ['the same host without TLS', 'http://api.github.com/page'],
  ['another port', 'https://api.github.com:8443/page'],
  ['a host that begins alike', 'https://api.github.com.evil.example/page'],
  ['a host after what looks like GitHub', 'https://api.github.com@evil.example/page'],
  ['an address without a scheme', '//evil.example/page'],
  ['the web side of GitHub', 'https://github.com/page'],
] as const

describe('the token goes nowhere but to the API', () => {
  it.each(elsewhere)('a next page at %s is not asked for', async (_, url) => {
    const { asked, list } = answering(() => json([], { link: `<${url}>; rel="next"` }))
    expect(await sentenceOf(list())).toMatch(
      /^GitHub did not take the comment\. api\.github\.com referred to https?:\/\/\S+, to which github-token is not sent\. If .+ correct GITHUB_API_URL; else look for what stands between/,
    )
    expect(asked.map((one) => one.url)).toEqual([`${api}${where}?per_page=100`])
  })

  it.each(
    elsewhere.flatMap(([name, url]) => [301, 302, 303, 307, 308].map((status) => [status, name, url] as const)),
  )('%d to %s is not followed, reading or writing', async (status, _, url) => {
    for (const what of ['list', 'create', 'file'] as const) {
      const world = answering(() => redirect(status, url))
      expect(await sentenceOf(world[what]())).toMatch(/not sent|nothing was written/)
      expect(world.asked).toHaveLength(1)
    }
  })

  it('who we are is asked of the same origin', async () => {
    const { asked, octokit } = answering(() => redirect(307, 'https://evil.example/graphql'))
    expect(await sentenceOf(ownLogin(octokit))).toContain('https://evil.example')
    expect(asked.map(({ url }) => url)).toEqual([`${api}/graphql`])
  })
})

describe('redirects within the API', () => {
  it.each([301, 302, 303, 307, 308])('%d of a list is followed', async (status) => {
    const { asked, list } = answering((_, index) =>
      index === 1 ? redirect(status, `/repositories/7/issues/5/comments?per_page=100`) : json([{ id: 1 }]),
    )
    expect(await list()).toEqual([{ id: 1 }])
    expect(asked[1]).toMatchObject({ method: 'GET', url: `${api}/repositories/7/issues/5/comments?per_page=100` })
  })

  it.each([307, 308])('%d of a comment is followed with the same words', async (status) => {
    const { asked, create } = answering((_, index) =>
      index === 1 ? redirect(status, '/repositories/7/issues/5/comments') : json({ id: 1 }, {}, 201),
    )
    await create()
    expect(asked[1]).toMatchObject({ method: 'POST', body: asked[0]?.body, url: expect.stringContaining('/7/') })
  })

  it.each([301, 302, 303])('%d of a comment would make it a question: nothing is written', async (status) => {
    const { asked, create } = answering(() => redirect(status, '/repositories/7/issues/5/comments'))
    expect(await sentenceOf(create())).toContain(
      `redirected a request that writes (${status}), so nothing was written.`,
    )
    expect(asked).toHaveLength(1)
  })

  it('in a circle end', async () => {
    const { asked, list } = answering(({ url }) => redirect(302, url))
    expect(await sentenceOf(list())).toContain('redirected a request more than 5 times.')
    expect(asked).toHaveLength(6)
  })

  it('to nowhere', async () => {
    const { list } = answering(() => redirect(302, 'https://['))
    expect(await sentenceOf(list())).toContain('redirected a request to what is not an address.')
  })
})

describe('pages', () => {
  it.each([
    ['an address', `${api}${where}?per_page=100&page=2`, `${where}?per_page=100&page=2`],
    ['a path', `${where}?page=2`, `${where}?page=2`],
    ['a query', '?page=2&after=Y3Vyc29yOg%3D%3D', `${where}?page=2&after=Y3Vyc29yOg%3D%3D`],
    ['what looks like a template', '?after=a:bc{d}', `${where}?after=a%3Abc%7Bd%7D`],
  ])('the next one is found by %s', async (_, link, expected) => {
    const { asked, list } = answering((__, index) =>
      index === 1 ? json([{ id: 1 }], { link: `<${link}>; rel="next"` }) : json([{ id: 2 }]),
    )
    expect(await list()).toEqual([{ id: 1 }, { id: 2 }])
    expect(asked[1]?.url).toBe(`${api}${expected}`)
  })

  it.each(['the same', 'a new'])('a list that always goes on, at %s address, ends after 100', async (kind) => {
    const { asked, list } = answering((_, index) =>
      json([{ id: index }], { link: `<${where}?page=${kind === 'the same' ? 2 : index + 1}>; rel="next"` }),
    )
    expect(await sentenceOf(list())).toContain('goes on after 100 pages of 100, so it was not read any further.')
    expect(asked).toHaveLength(100)
  })

  it.each([{}, null, 'text', 7, { message: 'hello' }])('%j is not a list', async (body) => {
    expect(await sentenceOf(answering(() => json(body)).list())).toMatch(/not the list asked for|not JSON/)
  })

  it('what is not a comment harms no other', async () => {
    expect(await answering(() => json([null, 7, [], { id: 3 }])).list()).toContainEqual({ id: 3 })
  })
})

describe('GITHUB_API_URL', () => {
  it.each([
    ['https://api.github.com/', 'https://api.github.com', 'https://api.github.com/graphql'],
    ['https://ghe.example/api/v3', 'https://ghe.example/api/v3', 'https://ghe.example/api/graphql'],
    ['https://ghe.example/api/v3/', 'https://ghe.example/api/v3', 'https://ghe.example/api/graphql'],
    ['https://api.octo.ghe.com//', 'https://api.octo.ghe.com', 'https://api.octo.ghe.com/graphql'],
  ])('%s', async (given, expected, graphql) => {
    const { asked, list, octokit } = answering(
      ({ url }) => json(url.endsWith('graphql') ? { data: { viewer: { login: 'Mona' } } } : []),
      given,
    )
    await list()
    expect(await ownLogin(octokit)).toBe('mona')
    expect(asked.map(({ url }) => url)).toEqual([`${expected}${where}?per_page=100`, graphql])
  })
})

describe('an answer is bounded', () => {
  const mebibyte = new Uint8Array(1024 * 1024).fill(32)

  /** So many mebibytes, one at a time, and how many were taken. */
  function large(mebibytes: number, type: string) {
    const taken = { count: 0 }
    const body = new ReadableStream({
      pull(stream) {
        if (taken.count >= mebibytes) return stream.close()
        taken.count++
        stream.enqueue(mebibyte)
      },
    })
    return { taken, response: new Response(body, { headers: { 'content-type': type } }) }
  }

  it.each([200, 600, 10_000])('%d MiB of a list are not read', async (size) => {
    const { response, taken } = large(size, 'application/json')
    expect(await sentenceOf(answering(() => response).list())).toContain(
      'is larger than the 34 MB that are read of one.',
    )
    expect(taken.count).toBeLessThan(36)
  })

  it('a file may be larger where that is said, and no larger', async () => {
    const type = 'application/vnd.github.raw+json; charset=utf-8'
    expect((await answering(() => large(40, type).response).file(48e6))?.length).toBe(40 * 1024 * 1024)
    expect(await sentenceOf(answering(() => large(60, type).response).file(48e6))).toContain('the 48 MB')
    expect(await sentenceOf(answering(() => large(40, type).response).file())).toContain('the 34 MB')
  })

  it('in time: 30 seconds without a byte are the end', async () => {
    const { list, stopwatch } = answering(() => new Promise(() => {}))
    const listed = sentenceOf(list())
    await new Promise(setImmediate)
    stopwatch.pass(0.5)
    expect(await listed).toBe(
      'GitHub did not take the comment (no answer: api.github.com sent nothing for 30 seconds). Run the job again later.',
    )
  })

  it('in time: half an answer is none', async () => {
    const body = new ReadableStream({ start: (stream) => stream.enqueue(mebibyte) })
    const { file, stopwatch } = answering(() => new Response(body, { headers: { 'content-type': 'text/plain' } }))
    const read = sentenceOf(file())
    for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    stopwatch.pass(0.5)
    expect(await read).toContain('sent nothing for 30 seconds')
  })

  it('an answer that breaks off is none', async () => {
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(mebibyte)
        stream.error(new Error('terminated'))
      },
    })
    const { file } = answering(() => new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } }))
    expect(await sentenceOf(file())).toMatch(/no answer: terminated/)
  })
})

describe('what is not an answer of the API', () => {
  const page = '<!DOCTYPE html><html><head><title>Access denied by\n Contoso</title></head><body>…</body></html>'
  it.each<[string, string, string, RegExp]>([
    ['a page', page, 'text/html', /a web page, "Access denied by Contoso"/],
    ['a page that is called JSON', page, 'application/json', /a web page, "Access denied by Contoso"/],
    ['a page without a title', '<html><body>no</body></html>', 'text/html; charset=utf-8', /a web page/],
    ['text', 'Blocked', 'text/plain', /something that is not JSON/],
    ['half of JSON', '[{"id":1', 'application/json', /something that is not JSON/],
    ['nothing', '', 'application/json', /an empty page/],
  ])('%s', async (_, body, type, expected) => {
    for (const status of [200, 203, 403, 404, 407, 418, 451, 500, 502, 503]) {
      const respond = () => new Response(body, { status, headers: { 'content-type': type } })
      const said = await sentenceOf(answering(respond).list())
      expect(said).toMatch(/^GitHub did not take the comment/)
      expect(said).toMatch(expected)
      expect(said).not.toMatch(/[<>]/)
      expect(said).toContain(status < 500 ? `(HTTP status ${status})` : `(${status}: `)
    }
  })

  it.each([
    [200, 'text/html'],
    [200, 'text/plain'],
    [403, 'text/html'],
    [404, 'text/html'],
  ])('a page instead of a file (%d, %s) is not a file, nor is there none', async (status, type) => {
    const respond = () => new Response(page, { status, headers: { 'content-type': type } })
    expect(await sentenceOf(answering(respond).file())).toContain('answered with a web page')
  })

  it('a file may be anything but a page', async () => {
    const type = 'application/vnd.github.raw+json; charset=utf-8'
    const respond = () => new Response('<html>', { headers: { 'content-type': type } })
    expect(await answering(respond).file()).toBe('<html>')
    expect(await answering(() => new Response(Buffer.from('ü'))).file()).toBe('ü')
    expect(await answering(() => json([])).file()).toBeNull()
    expect(await answering(() => json({ message: 'Not Found' }, {}, 404)).file()).toBeNull()
  })
})

describe('what GitHub says is foreign text', () => {
  it.each([
    ['the token', `Bad token ${token}`],
    ['the token, short', `authorization: token ${token}, again ${token}`],
    ['another one', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789'],
    ['a secret', 'AccountKey=aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd29ybGQ='],
  ])('%s is not in a sentence', async (_, message) => {
    for (const status of [401, 403, 429, 500]) {
      const said = await sentenceOf(answering(() => json({ message }, {}, status)).list())
      expect(said).not.toMatch(/gh[sp]_[a-z0-9]{10}|aGVsbG8/)
    }
  })

  it('nor is the token of an older server, which has no shape', async () => {
    const octokit = getOctokit('0123abcd0123abcd', {
      baseUrl: api,
      request: { fetch: async () => json({ message: 'no 0123abcd0123abcd' }, {}, 401) },
    })
    protect(octokit, '0123abcd0123abcd')
    const error = await everything(octokit, comments, at).catch((reason) => reason)
    expect(error.message).toBe('no ***')
  })

  it('is one line without what cannot be seen', async () => {
    const said = await sentenceOf(answering(() => json({ message: 'a\u001b[31m\nb\u202ec\u200bd' }, {}, 502)).list())
    expect(said).toMatch(/\(502: a \[31m b c d\)/)
  })
})
