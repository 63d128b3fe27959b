import { afterEach, describe, expect, it } from 'vitest'
import { type demoEstate, fixDemo } from '../../simulator/estates/demo.ts'
import { pullRequest, type RunnerEvent } from '../../simulator/events.ts'
import { push } from '../../simulator/git-objects.ts'
import { start as run } from '../../src/start.ts'
import { enlarge, type World, world } from '../world.ts'

let made: World

afterEach(() => made.cloud.close())

const file = '/work/azureml-encryption-report.json'
const configFile = '/work/.github/azureml-encryption.yml'
const waivers = `version: 1
waivers:
  - { check: key-vault/purge-protection, owner: ada, reason: moving, expires: 2026-12-31 }
`

async function runWith(
  inputs: Record<string, string> = {},
  prepare: (made: World) => unknown = () => {},
  event: RunnerEvent = pullRequest(),
): Promise<World> {
  made = await world({ workspaces: '', 'comment-summary-in-pr': 'always', ...inputs }, event)
  await prepare(made)
  await run(made.ports)
  return made
}

/** The report of an earlier run, of the same estate or of what was made of it. */
async function earlierReport(change: (estate: ReturnType<typeof demoEstate>) => void = () => {}): Promise<string> {
  const { files, cloud } = await runWith({}, (earlier) => change(earlier.cloud.estate))
  await cloud.close()
  return files.get(file) ?? ''
}

const warnings = ({ said }: World) => said.filter((line) => line.startsWith('warning: '))

describe('a baseline file', () => {
  it('that says the same leaves nothing new, and nothing that fails only for what is new', async () => {
    const baseline = await earlierReport()
    const inputs = { 'baseline-file': 'base.json', 'fail-on-new-only': 'true', 'on-unknown': 'warn' }
    const { outputs, failed, cloud } = await runWith(inputs, ({ files }) => void files.set('/work/base.json', baseline))
    expect(outputs).toMatchObject({ conclusion: 'pass', 'new-findings': 0, 'fixed-findings': 0, high: 1 })
    expect(failed).toEqual([])
    expect(cloud.github.comments[0]?.body).toContain('nothing new besides 1 high-severity failure')
  })

  it('from before a change tells what is new, and fails for it', async () => {
    const baseline = await earlierReport(fixDemo)
    const inputs = { 'baseline-file': 'base.json', 'fail-on-new-only': 'true' }
    const { outputs, failed, cloud, files } = await runWith(
      inputs,
      (now) => void now.files.set('/work/base.json', baseline),
    )
    expect(outputs).toMatchObject({ conclusion: 'fail', 'fixed-findings': 0 })
    expect(failed).toEqual([
      expect.stringMatching(/kv-fraud.*; 1 high-severity failure that the baseline does not have/),
    ])
    expect(cloud.github.comments[0]?.body).toMatch(/### Changed since .*\n\n- \*\*New\*\*, high: .*kv-fraud-cmk/)
    const { summary, workspaces } = JSON.parse(files.get(file) ?? '')
    const marked = workspaces.flatMap(({ findings }: { findings: { new: boolean }[] }) => findings)
    expect(marked.filter((finding: { new: boolean }) => finding.new)).toHaveLength(summary.new)
    expect(summary.new).toBe(outputs['new-findings'])
  })

  it('from before a repair tells what is fixed', async () => {
    const baseline = await earlierReport()
    const { outputs, cloud } = await runWith({ 'baseline-file': 'base.json' }, ({ files, cloud }) => {
      files.set('/work/base.json', baseline)
      fixDemo(cloud.estate)
    })
    expect(outputs['fixed-findings']).toBeGreaterThan(0)
    expect(cloud.github.comments[0]?.body).toMatch(/- \*\*Fixed\*\*: .*kv-fraud-cmk/)
  })

  it.each<[string, string | undefined, RegExp]>([
    ['is not there', undefined, /base\.json could not be read\. Does the file exist/],
    ['is no JSON', 'nonsense', /base\.json is not JSON/],
    ['is a list', '[]', /not a JSON report of this action/],
  ])('that %s makes everything new, and changes no verdict', async (_, text, warning) => {
    const { outputs, cloud, ...rest } = await runWith({ 'baseline-file': 'base.json' }, ({ files }) => {
      if (text !== undefined) files.set('/work/base.json', text)
    })
    expect(outputs.conclusion).toBe('fail')
    expect(outputs['new-findings']).toBeGreaterThan(10)
    expect(warnings({ cloud, outputs, ...rest })).toContainEqual(expect.stringMatching(warning))
    expect(cloud.github.comments[0]?.body).toMatch(/Everything counts as new\./)
  })

  it('of 200 MB is not read', async () => {
    const { said } = await runWith({ 'baseline-file': 'base.json' }, (one) =>
      enlarge(one, '/work/base.json', 200_000_000),
    )
    expect(said).toContainEqual(
      expect.stringMatching(/warning: .*base\.json has 200 MB, of which at most 128 are read/),
    )
  })

  it('is not asked for: nothing is new, and nothing is said', async () => {
    const { outputs, cloud } = await runWith()
    expect(outputs).toMatchObject({ 'new-findings': '', 'fixed-findings': '' })
    expect(cloud.github.comments[0]?.body).not.toContain('baseline.')
  })
})

describe('the baseline of a status branch', () => {
  it('is read, also when it has pseudonyms', async () => {
    const { files, cloud } = await runWith({ 'publish-details': 'false' })
    const [published] = [files.get(file) ?? '']
    await cloud.close()
    const again = await runWith({ 'status-branch': 'status' }, ({ cloud }) => {
      push(cloud.github.git, 'status', { 'report.json': published })
    })
    expect(again.outputs).toMatchObject({ 'new-findings': 0, 'fixed-findings': 0 })
  })

  it('stands in a folder when the report has a name', async () => {
    const baseline = await earlierReport()
    const { outputs } = await runWith({ 'status-branch': 'status', 'report-id': 'team' }, ({ cloud }) => {
      push(cloud.github.git, 'status', { 'team/report.json': baseline })
    })
    expect(outputs['new-findings']).toBe(0)
  })

  it.each<[string, (made: World) => void, RegExp]>([
    ['does not exist', () => {}, /Branch status has no report\.json yet; a run on the default branch writes it\./],
    [
      'may not be read',
      ({ cloud }) => {
        cloud.github.tokenPermissions.contents = 'none'
      },
      /on branch status could not be read \(403: .*permissions: contents: read`/,
    ],
  ])('that %s makes everything new', async (_, prepare, warning) => {
    const { outputs, said } = await runWith({ 'status-branch': 'status' }, prepare)
    expect(outputs['new-findings']).toBeGreaterThan(10)
    expect(said).toContainEqual(expect.stringMatching(warning))
  })

  it('breaks no run when GitHub cannot be talked to at all', async () => {
    const { outputs, said } = await runWith({ 'status-branch': 'status' }, ({ ports }) => {
      ports.github = () => Promise.reject('no SDK')
    })
    expect(outputs.conclusion).toBe('fail')
    expect(said).toContainEqual(expect.stringMatching(/The baseline could not be read \(no SDK\)/))
  })
})

describe('a pull request that changes the config file', () => {
  /** A pull request whose base branch has these files. */
  async function changing(base: Record<string, string>, head: string | null, inputs: Record<string, string> = {}) {
    const event = pullRequest()
    return runWith(
      { 'on-unknown': 'warn', ...inputs },
      ({ cloud, files }) => {
        const payload = event.payload as { pull_request: { base: { sha: string } } }
        payload.pull_request.base.sha = push(cloud.github.git, 'main', base)
        files.set('/event.json', JSON.stringify(payload))
        if (head !== null) files.set(configFile, head)
      },
      event,
    )
  }

  const body = ({ cloud }: World) => cloud.github.comments[0]?.body ?? ''

  it('says which risks it accepts', async () => {
    const found = await changing({}, waivers)
    expect(found.outputs).toMatchObject({ conclusion: 'incomplete', high: 0 })
    expect(body(found)).toContain('### ⚠️ This pull request accepts 1 risk')
    expect(body(found)).toMatch(/- key-vault\/purge-protection is waived everywhere until 2026-12-31, by ada: moving/)
  })

  it('is warned once of all that is to be known of its config file', async () => {
    const unused = `${waivers}  - { check: storage/shared-key, workspace: nobody, owner: bob, reason: gone, expires: 2026-12-31 }\n`
    const found = await changing({}, unused)
    const configured = warnings(found).filter((line) => line.startsWith('warning: Configuration: '))
    expect(configured).toEqual([
      expect.stringMatching(/storage\/shared-key by bob .* matches nothing[\s\S]*by ada: moving/),
    ])
  })

  it('says nothing about what the base branch accepts already', async () => {
    expect(body(await changing({ '.github/azureml-encryption.yml': waivers }, waivers))).not.toContain(
      'This pull request accepts',
    )
  })

  it('that removes the file loses what the file demanded', async () => {
    const strict = 'version: 1\nprofiles: [{ workspaces: [mlw-lab], profile: cmk-required }]\n'
    const found = await changing({ '.github/azureml-encryption.yml': strict }, null)
    expect(body(found)).toMatch(/- mlw-lab is judged by the profile baseline instead of cmk-required\./)
  })

  it('compares the file that the workflow names', async () => {
    const found = await changing({ 'security/checks.yml': waivers }, null, { 'config-file': 'security/checks.yml' })
    expect(found.failed).toEqual([expect.stringMatching(/security\/checks\.yml does not exist/)])
    await found.cloud.close()
    made = await world({ workspaces: 'mlw-lab', 'config-file': 'security/checks.yml' })
    made.files.set('/work/security/checks.yml', waivers)
    await run(made.ports)
    expect(body(made)).toContain('This pull request accepts 1 risk')
  })

  it('whose base has a file with mistakes', async () => {
    const found = await changing({ '.github/azureml-encryption.yml': 'version: 2\n' }, waivers)
    expect(body(found)).toMatch(/azureml-encryption\.yml of the base branch is not valid itself \(.*:1:10/)
    expect(warnings(found)).toContainEqual(expect.stringMatching(/is not valid itself/))
  })

  it('whose base cannot be read', async () => {
    const event = pullRequest()
    const found = await runWith(
      {},
      ({ cloud }) => Object.assign(cloud.github.tokenPermissions, { contents: 'none' }),
      event,
    )
    expect(warnings(found)).toContainEqual(
      expect.stringMatching(
        /of the base branch could not be read \(403: .*Give the job `permissions: contents: read`\./,
      ),
    )
  })

  it.each<[string, Record<string, string>, (made: World) => unknown, RegExp]>([
    [
      'a web page comes instead',
      {},
      ({ cloud }) =>
        cloud.faults.push({
          kind: 'malformed',
          match: ({ path }) => path.includes('/contents/'),
          body: '<html><title>Login',
        }),
      /^azureml-encryption\.yml of the base branch could not be read \(no answer\), so what this pull request changes in it is not shown\. localhost:\d+ answered with a web page, "Login" \(HTTP status 200\), which GitHub's API does not\. Let this runner through/,
    ],
    [
      'there is no token',
      { 'github-token': '' },
      () => {},
      /^azureml-encryption\.yml of the base branch could not be read \(github-token is empty\), so what this pull request changes in it is not shown\. Leave the input out to use the token of the job, or check that its secret is set\.$/,
    ],
    [
      'a limit is reached',
      {},
      ({ cloud }) =>
        cloud.faults.push({
          kind: 'status',
          status: 403,
          body: { message: 'You have exceeded a secondary rate limit.' },
          match: ({ path }) => path.includes('/contents/'),
        }),
      /\(403: You have exceeded a secondary rate limit\), so what this pull request changes in it is not shown\.$/,
    ],
  ])('whose base cannot be read because %s says what to do in a sentence of its own', async (_, inputs, prepare, expected) => {
    const found = await runWith({ workspaces: 'mlw-lab', ...inputs }, prepare)
    const [said = ''] = warnings(found).filter((line) => line.includes('of the base branch'))
    expect(said.replace(/^warning: (\.github\/)?/, '')).toMatch(expected)
  })

  it('hides names that the config file has, where names are hidden', async () => {
    const named = waivers.replace('owner: ada', 'resource: "*/vaults/kv-fraud-cmk", owner: ada')
    const found = await changing({}, named, { 'publish-details': 'false' })
    expect(body(found)).toMatch(/is waived for resources like \S*kv-[0-9a-f]{8}/)
  })
})
