import { describe, expect, it } from 'vitest'
import type { Fault, RecordedRequest } from '../../simulator/traffic.ts'
import { act, cloudOf } from './act.ts'

const inputs = { workspaces: 'mlw-lab' }

const listing = ({ kind, method, path }: RecordedRequest) =>
  kind === 'github' && method === 'GET' && path.endsWith('/comments')
const writing = ({ kind, method, path }: RecordedRequest) =>
  kind === 'github' && method === 'POST' && path.endsWith('/comments')

/** Runs with a fault of GitHub: the verdict stays, and one warning says why there is no comment. */
async function faulty(fault: Fault) {
  const cloud = await cloudOf()
  cloud.faults.push(fault)
  const { annotations, outputs, exitCode } = await act(cloud, { inputs })
  expect([outputs.conclusion, exitCode]).toEqual(['pass', 0])
  const [said = ''] = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
  return { cloud, said, asked: (which: typeof listing) => cloud.requests.filter(which).length }
}

describe('GitHub, or what claims to be it', () => {
  it.each([
    'https://management.azure.com/page',
    'http://api.github.com/page',
    'https://evil.example/page',
  ])('a next page at %s gets no token', async (url) => {
    const { cloud, said, asked } = await faulty({
      kind: 'status',
      status: 200,
      headers: { link: `<${url}>; rel="next"` },
      body: [],
      match: listing,
    })
    expect(said).toContain(`api.github.com referred to ${new URL(url).origin}, to which github-token is not sent.`)
    expect([asked(listing), cloud.tunnels.filter((one) => one.includes('evil'))]).toEqual([1, []])
  })

  it.each([307, 302])('a redirect (%d) carries no comment away', async (status) => {
    const headers = { location: 'https://management.azure.com/take' }
    const { said, cloud } = await faulty({ kind: 'status', status, headers, match: writing })
    expect(said).toMatch(/not sent|nothing was written/)
    expect(cloud.requests.filter(({ path }) => path === '/take')).toEqual([])
  })

  it('a list without an end', async () => {
    const link = '<https://api.github.com/repos/contoso/ml-platform/issues/7/comments?page=2>; rel="next"'
    const { said, asked } = await faulty({ kind: 'status', status: 200, headers: { link }, body: [], match: listing })
    expect(said).toContain('goes on after 100 pages of 100')
    expect(asked(listing)).toBe(100)
  })

  it('an answer of 40 MB, 40 KB on their way', async () => {
    const body = [{ id: 1, body: 'x'.repeat(40_000_000), user: null }]
    const { said } = await faulty({ kind: 'status', status: 200, body, match: listing })
    expect(said).toContain('An answer of api.github.com is larger than the 34 MB that are read of one.')
  })

  it('a page of a proxy', async () => {
    const { said } = await faulty({
      kind: 'malformed',
      body: '<html><title>Blocked by policy</title></html>',
      match: listing,
    })
    expect(said).toContain(
      'answered with a web page, "Blocked by policy" (HTTP status 200), which GitHub\'s API does not.',
    )
  })

  it('a secondary limit without Retry-After, and a minute that is not left', async () => {
    const cloud = await cloudOf()
    const message = 'You have exceeded a secondary rate limit and have been temporarily blocked from content creation.'
    cloud.faults.push({ kind: 'status', status: 403, body: { message }, match: writing })
    const { annotations, outputs } = await act(cloud, { inputs: { ...inputs, 'timeout-minutes': '1' } })
    expect(outputs.conclusion).toBe('pass')
    expect(annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/because its secondary rate limit was reached \(403: .*\)\. Run the job again later\.$/),
    )
    expect(cloud.requests.filter(writing)).toHaveLength(1)
  })

  it('a lost answer leaves one comment', async () => {
    const cloud = await cloudOf()
    cloud.faults.push({ kind: 'truncate', times: 1, match: writing })
    const { outputs } = await act(cloud, { inputs })
    expect([cloud.github.comments.length, cloud.requests.filter(writing).length]).toEqual([1, 1])
    expect(outputs['comment-url']).toContain('#issuecomment-')
  })

  it('GITHUB_API_URL with a slash at its end', async () => {
    const cloud = await cloudOf()
    const options = { inputs, env: { GITHUB_API_URL: 'https://api.github.com/' } }
    const { annotations } = await act(cloud, options)
    const again = await act(cloud, options)
    expect(cloud.requests.filter(({ path }) => path.includes('//'))).toEqual([])
    expect([cloud.github.comments.length, again.outputs['comment-url']]).toEqual([
      1,
      expect.stringContaining('/pull/7#'),
    ])
    expect(annotations.filter(({ level }) => level === 'warning')).toEqual([])
  })

  it.each(['nonsense', 'api.github.com:443', 'ftp://api.github.com'])('GITHUB_API_URL of %s', async (address) => {
    const cloud = await cloudOf()
    const options = { inputs: { ...inputs, 'status-branch': 'status' }, env: { GITHUB_API_URL: address } }
    const { annotations, outputs, exitCode, summary } = await act(cloud, options)
    expect([outputs.conclusion, exitCode]).toEqual(['pass', 0])
    const said = annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    expect(said).toContainEqual(expect.stringContaining(`GITHUB_API_URL is "${address}", which is not the address`))
    expect(`${said.join()}${summary}`).not.toMatch(/Invalid URL|Failed to parse/)
    expect(cloud.requests.filter(({ kind }) => kind === 'github')).toEqual([])
  })
})
