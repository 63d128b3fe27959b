import { afterEach, describe, expect, it } from 'vitest'
import { pullRequest, type RunnerEvent } from '../../simulator/events.ts'
import { commitOf, push } from '../../simulator/git-objects.ts'
import type { Report, Waiver } from '../../src/model.ts'
import { start } from '../../src/start.ts'
import { type World, world } from '../world.ts'

const path = '.github/azureml-encryption.yml'
const [first, second] = ['2026-01-02T03:04:05Z', '2026-03-04T05:06:07Z']
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const waiver = (check: string, reason: string) =>
  `  - check: ${check}\n    owner: ada\n    reason: ${reason}\n    expires: ${inAMonth}\n`
const file = (...waivers: string[]) => `version: 1\nwaivers:\n${waivers.join('')}`
const purge = waiver('key-vault/purge-protection', 'soon')
const older = file(purge, waiver('container-registry/admin-user', 'later'))
const newer = file(purge, waiver('container-registry/admin-user', 'much later'))

const made: World[] = []
afterEach(() => Promise.all(made.splice(0).map(({ cloud }) => cloud.close())))

/** A run over a checkout of the last of two commits, which changed the second waiver, unless told otherwise. */
async function checked(
  change: (one: World, commits: string[]) => unknown = () => {},
  given: Record<string, string> = {},
  event: RunnerEvent = pullRequest(),
) {
  const one = await world({ workspaces: 'mlw-fraud-prod, mlw-lab', ...given }, event)
  made.push(one)
  const { git } = one.cloud.github
  const commits = [older, newer].map((text) => push(git, 'main', { [path]: text }))
  for (const [index, at] of [first, second].entries()) Object.assign(commitOf(git, commits[index] ?? '') ?? {}, { at })
  one.files.set(`/work/${path}`, newer)
  one.ports.env.GITHUB_SHA = commits[1]
  change(one, commits)
  await start(one.ports)
  const report: Report = JSON.parse(one.files.get('/work/azureml-encryption-report.json') ?? 'null')
  const waivers = report.workspaces.flatMap(({ findings }) => findings.flatMap(({ waiver }) => waiver ?? []))
  const asked = one.cloud.requests.filter(({ body = '' }) => body.includes('blame'))
  return { ...one, commits, report, waivers, asked }
}

const changes = (waivers: Waiver[]) => Object.fromEntries(waivers.map(({ reason, changed }) => [reason, changed]))
const nothing = { soon: null, 'much later': null }

describe('when a waiver was last changed', () => {
  it('GitHub is asked once, and each waiver has the commit of its own lines', async () => {
    const { waivers, commits, asked } = await checked()
    expect(asked).toHaveLength(1)
    expect(changes(waivers)).toEqual({
      soon: { sha: commits[0], at: new Date(first).toISOString() },
      'much later': { sha: commits[1], at: new Date(second).toISOString() },
    })
  })

  it('and git may change line ends', async () => {
    const { waivers, commits } = await checked(({ files }) =>
      files.set(`/work/${path}`, newer.replaceAll('\n', '\r\n')),
    )
    expect(changes(waivers)).toMatchObject({ soon: { sha: commits[0] }, 'much later': { sha: commits[1] } })
  })

  const of = (sha: string | undefined) => (one: World) => Object.assign(one.ports.env, { GITHUB_SHA: sha })
  it.each<[string, number, (one: World, commits: string[]) => unknown, Record<string, string>?]>([
    ['where a step changed the file', 1, ({ files }) => files.set(`/work/${path}`, `${newer}# mine\n`)],
    ['of another commit than was checked out', 1, (one, commits) => of(commits[0])(one)],
    ['of a commit that GitHub does not have', 1, of('f'.repeat(40))],
    ['where nobody knows the commit', 0, of(undefined)],
    ['where there is no token', 0, () => {}, { 'github-token': '' }],
  ])('nobody knows %s', async (_name, requests, change, given) => {
    const { waivers, asked, said } = await checked(change, given)
    expect([changes(waivers), asked.length]).toEqual([nothing, requests])
    expect(said.filter((line) => line.includes('were last changed'))).toEqual([])
  })

  it.each<[string, (one: World) => unknown, RegExp]>([
    [
      'the token may not read contents',
      ({ cloud }) => Object.assign(cloud.github.tokenPermissions, { contents: 'none' }),
      /^info: GitHub did not tell when the waivers of .* were last changed \(.*Could not resolve/,
    ],
    [
      'GitHub is down',
      ({ cloud }) => cloud.faults.push({ kind: 'status', status: 502, match: ({ path }) => path.endsWith('/graphql') }),
      /^info: .* were last changed \(502/,
    ],
  ])('the log says why when %s, and nothing else changes', async (_name, change, sentence) => {
    const { waivers, said, outputs } = await checked(change)
    expect(changes(waivers)).toEqual(nothing)
    expect(said.filter((line) => line.includes('were last changed'))).toEqual([expect.stringMatching(sentence)])
    expect(outputs).toMatchObject({ waived: 3 })
  })

  it.each<[string, (one: World) => unknown]>([
    ['no waivers', ({ files }) => files.set(`/work/${path}`, 'version: 1\n')],
    ['no config file', ({ files }) => files.delete(`/work/${path}`)],
  ])('nobody is asked where there are %s', async (_name, change) => {
    const { asked, report } = await checked(change)
    expect([asked.length, report.summary.waived]).toEqual([0, 0])
  })
})
