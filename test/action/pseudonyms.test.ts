import { afterEach, describe, expect, it } from 'vitest'
import type { Estate } from '../../simulator/estate.ts'
import { carelessEstate } from '../../simulator/estates/careless.ts'
import { demoEstate, demoIds, fixDemo } from '../../simulator/estates/demo.ts'
import { healthyEstate } from '../../simulator/estates/healthy.ts'
import { oneEstate } from '../../simulator/estates/one.ts'
import { resourceOf } from '../../simulator/estates/parts.ts'
import { portalEstate } from '../../simulator/estates/portal.ts'
import { rareEstate } from '../../simulator/estates/rare.ts'
import { pullRequest, type RunnerEvent, schedule } from '../../simulator/events.ts'
import { filesOf, push } from '../../simulator/git-objects.ts'
import { storageAccount } from '../../simulator/templates.ts'
import { start as run } from '../../src/start.ts'
import { type World, world } from '../world.ts'
import { act, cloudOf } from './act.ts'
import { found, namesOf, onGitHub } from './names.ts'

const config = `version: 1
profiles: [{ workspaces: ['mlw-secret-*'], profile: cmk-required }]
enable: [storage/encryption-scopes]
waivers:
  - { check: key-vault/purge-protection, resource: '*/vaults/kv-fraud-cmk', owner: ada, reason: 'kv-fraud-cmk moves', expires: 2027-03-31 }
  - { check: storage/shared-key, resource: 'strare', workspace: 'mlw-rare*', owner: ada, reason: 'strare is old', expires: 2027-03-31 }
  - { check: storage/shared-key, resource: 'stnobody', workspace: 'mlw-nowhere', owner: ada, reason: 'stnobody of mlw-nowhere', expires: 2027-03-31 }
job-names: { deny: ['project-odin*'] }
`
const ofConfig = ['mlw-secret', 'mlw-nowhere', 'stnobody', 'project-odin']

const gone = '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/rg-vanished'
const baseline = JSON.stringify({
  schemaVersion: '1.0',
  run: { finishedAt: new Date().toISOString() },
  workspaces: [
    { id: `${gone}/providers/Microsoft.MachineLearningServices/workspaces/mlw-vanished`, name: 'mlw-vanished' },
  ],
})
const ofBaseline = ['mlw-vanished', 'rg-vanished', '99999999-9999-4999-8999-999999999999']

const all = {
  workspaces: '',
  profile: 'cmk-required',
  'fail-on-severity': 'low',
  'tracking-issue': 'true',
  'status-branch': 'status',
  'baseline-file': 'base.json',
}

let made: World

afterEach(() => made?.cloud.close())

async function published(
  estate: Estate,
  event: RunnerEvent,
  inputs: Record<string, string> = {},
  more: Record<string, string> = {},
): Promise<World> {
  made = await world({ ...all, 'publish-details': 'false', ...inputs }, event)
  const { cloud, files, ports } = made
  cloud.estate = estate
  cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
  files.set('/work/.github/azureml-encryption.yml', config)
  files.set('/work/base.json', baseline)
  for (const [path, text] of Object.entries(more)) files.set(path, text)
  ports.env.RUNNER_TEMP = '/temp'
  const [first] = estate.identity.federatedCredentials
  const subject = 'repo:contoso/ml-platform:ref:refs/heads/main'
  if (first) estate.identity.federatedCredentials.push({ ...first, subject })
  await run(ports)
  return made
}

const shown = ({ said, failed, files, cloud }: World) => [
  ...said,
  ...failed,
  files.get('/summary.md') ?? '',
  ...onGitHub(cloud),
]

/** May read the workspaces and nothing that they depend on. */
function poor(estate: Estate): Estate {
  const workspaces = estate.entries.filter(({ resource }) => /learningservices\/workspaces$/i.test(resource.type))
  estate.identity.roles = workspaces.map(({ resource }) => ({ scope: resource.id, actions: ['*/read'] }))
  return estate
}

/** Names that Azure allows, and that are not words. */
function odd(estate: Estate): Estate {
  const scope = { subscriptionId: demoIds.lab.split('/')[2] ?? '', resourceGroup: 'RG-Größe_(Test).v2' }
  const account = storageAccount(scope, 'stodd')
  const { properties } = resourceOf(estate, demoIds.lab)
  Object.assign(properties as object, { storageAccount: account.id })
  estate.entries.push({ resource: account })
  return estate
}

describe('without details, nothing that GitHub shows has a name', () => {
  it.each<[string, Estate, RunnerEvent, RegExp]>([
    ['a night of the demo', demoEstate(), schedule(), /ws-[0-9a-f]{8}/],
    ['a pull request of the demo', demoEstate(), pullRequest(), /waived for resources like \S*kv-[0-9a-f]{8}/],
    ['a night with hardly a permission', poor(demoEstate()), schedule(), /not visible|not allowed/],
    ['names with brackets', odd(demoEstate()), schedule(), /st-[0-9a-f]{8}/],
    ['everything attached', oneEstate(), pullRequest(), /passed/],
    ['everything attached and unreadable', poor(oneEstate()), schedule(), /co-[0-9a-f]{8}/],
    ['what few have', rareEstate(), schedule(), /by ada until 2027-03-31: `st-[0-9a-f]{8}` is old/],
    ['what few have and nobody may read', poor(rareEstate()), pullRequest(), /res-[0-9a-f]{8}/],
    ['hubs and projects', poor(healthyEstate()), schedule(), /ws-[0-9a-f]{8}/],
    ['nothing of what the rules ask', carelessEstate(), schedule(), /Deployed with SDK or CLI v1: `res-[0-9a-f]{8}`/],
    ['nothing of what the rules ask, unreadable', poor(carelessEstate()), pullRequest(), /it lacks `Microsoft|lacks/],
    ['what the portal makes', portalEstate(), pullRequest(), /ws-[0-9a-f]{8}/],
    ['what the portal makes, unreadable', poor(portalEstate()), schedule(), /ws-[0-9a-f]{8}/],
  ])('%s', async (_, estate, event, expected) => {
    const names = [...namesOf(estate), ...ofConfig, ...ofBaseline, 'größe']
    const texts = shown(await published(estate, event))
    expect(found(names, texts)).toEqual([])
    expect(texts.join('\n')).toMatch(expected)
  })

  it.each([
    ['a workspace', { workspaces: 'mlw-mistyped' }],
    ['a workspace in a group', { workspaces: 'rg-mistyped/mlw-mistyped' }],
    ['a pattern', { workspaces: 'mlw-mistyped-*' }],
    ['a group', { 'resource-groups': 'rg-mistyped' }],
    ['a management group', { 'management-groups': 'mg-mistyped' }],
    ['a subscription', { subscriptions: '99999999-9999-4999-8999-999999999999' }],
  ])('%s that is not there', async (_, inputs) => {
    const { outputs, ...rest } = await published(demoEstate(), schedule(), inputs)
    expect(outputs.conclusion).toBe('incomplete')
    expect(
      found(
        ['mistyped', ...ofBaseline],
        shown({ outputs, ...rest }).map((text) => text.replaceAll(/mistyped/gi, 'x mistyped x')),
      ),
    ).toEqual([])
  })

  it('what a plan leaves out, and what Azure says of it', async () => {
    const message = `A nested deployment got short-circuited: ${demoIds.lab} in kv-fraud-cmk.`
    const code = 'NestedDeploymentShortCircuited'
    const plan = { changes: [], diagnostics: [{ code, target: demoIds.lab, message }] }
    const files = { '/temp/plan.json': JSON.stringify(plan) }
    const given = { 'plan-files': '/temp/plan.json' }
    const texts = shown(await published(demoEstate(), schedule(), given, files))
    expect(found([...namesOf(demoEstate()), ...ofConfig, ...ofBaseline], texts)).toEqual([])
    expect(texts.join('\n')).toContain('What-if did not expand it')
  })

  it('through the bundle: log, annotations, summary, issue and branch', async () => {
    const cloud = await cloudOf()
    cloud.github.tokenPermissions = { contents: 'write', issues: 'write', 'pull-requests': 'write' }
    const [first] = cloud.estate.identity.federatedCredentials
    const subject = 'repo:contoso/ml-platform:ref:refs/heads/main'
    if (first) cloud.estate.identity.federatedCredentials.push({ ...first, subject })
    const files = { '.github/azureml-encryption.yml': config, 'base.json': baseline }
    const inputs = { ...all, 'publish-details': 'false' }
    const { log, stderr, summary, annotations, outputs } = await act(cloud, { event: schedule(), inputs, files })
    const texts = [log, stderr, summary, JSON.stringify([annotations, outputs]), ...onGitHub(cloud)]
    expect(found([...namesOf(cloud.estate), ...ofConfig, ...ofBaseline], texts)).toEqual([])
    expect(log).toMatch(/ws-[0-9a-f]{8}/)
  })

  it('a vault that is known by its host alone is not a part of what uses it', async () => {
    const texts = shown(await published(demoEstate(), schedule()))
    expect(texts.join('\n')).toMatch(/The vault behind kv-[0-9a-f]{8} is not visible/)
    expect(texts.join('\n')).not.toMatch(/The vault behind st-/)
  })

  it('files keep their names', async () => {
    const { files } = await published(demoEstate(), schedule(), {
      'markdown-file': 'report.md',
      'sarif-file': 'r.sarif',
    })
    for (const file of ['azureml-encryption-report.json', 'report.md', 'r.sarif'])
      expect(files.get(`/work/${file}`)).toContain('mlw-fraud-prod')
  })
})

describe('a pseudonym', () => {
  it('never stands in a command, which would look as if it could be run', async () => {
    const { cloud } = await published(demoEstate(), pullRequest(), { 'config-file': '', 'baseline-file': '' })
    const body = cloud.github.comments[0]?.body ?? ''
    const commands = [...body.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, command]) => command ?? '')
    expect(commands.length).toBeGreaterThan(2)
    expect(commands.join('')).toContain('<resource id>')
    // in `<name of kv-…>` it says what to fill in
    const runnable = commands.map((command) => command.replaceAll(/<[^>]*>/g, ''))
    expect(runnable.filter((command) => /\b(ws|st|kv|cr|ai|sub|rg)-[0-9a-f]{8}\b/.test(command))).toEqual([])
  })

  const pseudonyms = (texts: string[]) => new Set(texts.join('\n').match(/\b[a-z]{2,3}-[0-9a-f]{8}\b/g))

  it('is the same in every run, for every report, on pull requests and at night', async () => {
    const nightly = pseudonyms(shown(await published(demoEstate(), schedule())))
    made.cloud.close()
    const event = pullRequest()
    const other = pseudonyms(shown(await published(demoEstate(), event, { 'report-id': 'other' })))
    const workspaces = [...nightly].filter((one) => one.startsWith('ws-'))
    expect(workspaces.length).toBeGreaterThan(6)
    expect(workspaces.filter((one) => !other.has(one))).toEqual([])
  })

  it('appears nowhere where details are published', async () => {
    const texts = shown(await published(demoEstate(), schedule(), { 'publish-details': 'true' }))
    expect([...pseudonyms(texts)].filter((one) => /^(ws|kv|key|st|cr|rg|sub)-/.test(one))).toEqual([])
    expect(found(['mlw-fraud-prod', 'kv-fraud-cmk', 'mlw-vanished'], texts)).toHaveLength(3)
  })
})

describe('a published report as a baseline', () => {
  it.each([
    ['of a run with details', 'false', 'true'],
    ['with details of a run without', 'true', 'false'],
    ['of a run without details', 'false', 'false'],
  ])('%s', async (_, before, after) => {
    const inputs = { 'baseline-file': '', 'tracking-issue': 'false' }
    const { cloud } = await published(demoEstate(), schedule(), { ...inputs, 'publish-details': before })
    const report = filesOf(cloud.github.git, 'status')?.['report.json'] ?? ''
    cloud.close()
    const estate = demoEstate()
    const lab = resourceOf(estate, demoIds.lab).name ?? ''
    fixDemo(estate).entries = estate.entries.filter(({ resource }) => resource.id !== demoIds.lab)
    made = await world({ ...all, 'baseline-file': '', 'publish-details': after, 'status-branch': 'status' })
    push(made.cloud.github.git, 'status', { 'report.json': report })
    made.cloud.estate = estate
    made.files.set('/work/.github/azureml-encryption.yml', config)
    await run(made.ports)
    const body = made.cloud.github.comments[0]?.body ?? ''
    const goneName =
      before === 'true' && after === 'true' ? lab : /gone or out of scope: `?(ws-[0-9a-f]{8})/.exec(body)?.[1]
    expect(body).toMatch(/\*\*Fixed\*\*/)
    expect(body).not.toMatch(/another scope|Workspaces that the baseline does not have/)
    expect(goneName).toMatch(/^ws-/)
  })
})
