import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Estate } from '../../simulator/estate.ts'
import { demoEstate, demoIds } from '../../simulator/estates/demo.ts'
import { demoSecrets } from '../../simulator/estates/demo-contents.ts'
import { healthyEstate } from '../../simulator/estates/healthy.ts'
import { oneEstate } from '../../simulator/estates/one.ts'
import { resourceOf } from '../../simulator/estates/parts.ts'
import { portalEstate } from '../../simulator/estates/portal.ts'
import { rareEstate } from '../../simulator/estates/rare.ts'
import { scaleEstate } from '../../simulator/estates/scale.ts'
import { commandJob, connection, entry, onlineDeployment, onlineEndpoint, schedule } from '../../simulator/templates.ts'
import { nothingEarlier } from '../../src/baseline/earlier.ts'
import { type Config, noConfig } from '../../src/config/model.ts'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import type { EvidenceSet, ReadRecord, UnreadableRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { EvidenceFileError, type EvidenceMeta, evidenceFile, readEvidenceFile } from '../../src/evidence-file/format.ts'
import { replay } from '../../src/evidence-file/replay.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import type { Assessment } from '../../src/judge/assess.ts'
import type { Policy, WorkspaceReport } from '../../src/model.ts'
import type { Ports, Unread } from '../../src/ports.ts'
import { depthOf } from '../../src/scan/evidence.ts'
import type { Scan } from '../../src/scan/model.ts'
import { version } from '../../src/version.ts'
import { closeClouds, openWorld } from '../azure/world.ts'
import { evidenceOf, policyOf } from '../checklist/builder.ts'
import { assess, report, toConfirm } from '../judged.ts'
import { spoken } from '../spoken.ts'

afterEach(closeClouds)

const run = {
  startedAt: '2026-11-23T04:00:00.000Z',
  finishedAt: '2026-11-23T04:01:00.000Z',
  event: 'schedule',
  repository: 'contoso/ml-platform',
  sha: 'f'.repeat(40),
  url: 'https://github.com/contoso/ml-platform/actions/runs/9',
  tenant: '99999999-9999-4999-8999-999999999999',
  identity: 'client id 22222222-2222-4222-8222-222222222222',
}
const baseline = policyOf('baseline')
const strict = policyOf('cmk-required')

interface Live extends Pick<Assessment, 'conclusion' | 'summary' | 'coverage' | 'workspaces'> {
  /** what the run wrote as evidence-file */
  file: string
  evidence: EvidenceSet
  whole: WorkspaceReport[]
}

/** What a run does between login and report. */
async function live(estate: Estate, policy: Policy = baseline, config: Config = noConfig): Promise<Live> {
  const world = await openWorld(estate)
  const { evidence, confirm } = await world.collect({}, depthOf(config))
  evidence.collectedAt = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000).toISOString()
  const { counters } = world.client
  if (assess(evidence, policy, counters, config).conclusion === 'fail')
    await confirm(toConfirm(evidence, policy, 200, config))
  const meta: EvidenceMeta = { run, options: depthOf(config), requests: { ...counters } }
  const file = [...evidenceFile(evidence, meta)].join('')
  const whole = evidence.workspaces.map((id) => report(evidence, id, policy, config))
  return { ...assess(evidence, policy, { ...counters }, config), file, evidence, whole }
}

/** The world of a replay: the file, and nobody to ask. */
function ports(file: string | undefined, overrides: { file?: Unread; now?: Date } = {}): Ports {
  const nobody = async () => {
    throw new Error('A replay asks nobody.')
  }
  return {
    files: {
      bytes: () => overrides.file ?? (file === undefined ? { isAbsent: true } : { contents: Buffer.from(file) }),
    },
    now: () => overrides.now ?? new Date(),
    log: { info: () => {}, group: (_: string, work: () => Promise<unknown>) => work() },
    getIDToken: nobody,
    azure: nobody,
    github: nobody,
  } as unknown as Ports
}

const again = (
  file: string | undefined,
  policy: Policy = baseline,
  config: Config = noConfig,
  overrides: Parameters<typeof ports>[1] = {},
): Promise<Scan> =>
  replay(
    '/work/evidence.json',
    { policy } as Inputs,
    config,
    async () => nothingEarlier,
    async () => null,
    ports(file, overrides),
  )

/** What a report says, as it is written. */
function said({ conclusion, summary, coverage, workspaces }: Omit<Live, 'file' | 'evidence' | 'whole'>): string {
  return JSON.stringify(spoken({ conclusion, summary, coverage, workspaces }), null, 2)
}

const wholeOf = (scan: Scan) => JSON.stringify(spoken(scan.evidence.workspaces.map(scan.whole)), null, 2)

const estates: [string, () => Estate][] = [
  ['demo', demoEstate],
  ['portal', portalEstate],
  ['healthy', healthyEstate],
  ['one', oneEstate],
  ['rare', rareEstate],
  ['scale', () => scaleEstate({ workspaces: 40, subscriptions: 4 })],
]

describe('a replay', () => {
  it.each(estates)('of the estate "%s" says what the run said, byte for byte', async (_, estate) => {
    const before = await live(estate())
    const after = await again(before.file)
    expect(before.workspaces.length).toBeGreaterThan(0)
    expect(said(after)).toBe(said(before))
    expect(wholeOf(after)).toBe(JSON.stringify(spoken(before.whole), null, 2))
    expect(spoken([...after.evidence.resources])).toEqual(spoken([...before.evidence.resources]))
    expect(spoken([...after.evidence.collections])).toEqual(spoken([...before.evidence.collections]))
  })

  it.each(estates)('of the estate "%s" under cmk-required says what such a run says', async (_, estate) => {
    const now = estate()
    const { file } = await live(now)
    const before = await live(now, strict)
    const after = await again(file, strict)
    // what only the other profile fails was not read once more
    const bare = (findings: string) => findings.replaceAll(/"confirmed": (true|false)/g, '')
    expect(bare(JSON.stringify(spoken(after.workspaces), null, 2))).toBe(
      bare(JSON.stringify(spoken(before.workspaces), null, 2)),
    )
    expect(after.conclusion).toBe(before.conclusion)
  })

  it('says from what it judged, and who read that then', async () => {
    const { file, evidence } = await live(oneEstate())
    const { reader, judgedFrom } = await again(file)
    expect(reader).toEqual({ tenant: run.tenant, identity: run.identity })
    expect(judgedFrom).toEqual({
      file: 'evidence.json',
      sha256: createHash('sha256').update(file).digest('hex'),
      collectedAt: evidence.collectedAt,
      version,
      repository: run.repository,
      sha: run.sha,
      url: run.url,
    })
  })

  it('takes the config file of now, and the day of the evidence', async () => {
    const { file, evidence } = await live(demoEstate())
    const day = evidence.collectedAt.slice(0, 10)
    const found = (await again(file)).workspaces.flatMap(({ findings }) => findings)
    const open = found.filter(({ check }) => check === 'storage/minimum-tls')
    expect(open.length).toBeGreaterThan(0)
    const place = { ticket: null, line: 1, lastLine: 1, changed: null }
    const waiver = { check: 'storage/minimum-tls', owner: 'data', reason: 'soon', expires: day, ...place }
    const later = new Date(Date.parse(evidence.collectedAt) + 40 * 86_400_000)
    const waived = await again(file, baseline, { ...noConfig, waivers: [waiver] }, { now: later })
    expect(waived.summary.waived).toBe(open.length)
    expect(waived.about[0]).toContain(`collected on ${day} at 00:00 UTC, 40 days ago by ${run.url}`)
  })

  it.each([
    ['of today', 0.5, /^Judged from evidence that was collected on \S+ at 00:00 UTC by https:/],
    ['of yesterday', 1.5, /UTC, 1 day ago by/],
    ['of tomorrow', -1, /UTC, which is in the future: is a clock wrong\? by/],
  ] as const)('tells the age of evidence %s', async (_, days, note) => {
    const { file, evidence } = await live(oneEstate())
    const now = new Date(Date.parse(evidence.collectedAt) + days * 86_400_000)
    expect((await again(file, baseline, noConfig, { now })).about[0]).toMatch(note)
  })

  it('does not decide what was not collected', async () => {
    const config = { ...noConfig, enable: ['storage/encryption-scopes'] }
    const { file } = await live(portalEstate())
    const { workspaces, about } = await again(file, baseline, {
      ...config,
      thresholds: { ...config.thresholds, jobsPerWorkspace: 5000 },
    })
    const scopes = workspaces.flatMap(({ findings }) => findings.filter(({ check }) => check === config.enable[0]))
    expect(scopes.length).toBeGreaterThan(0)
    expect(scopes.map(({ status }) => status)).toEqual(scopes.map(() => 'unknown'))
    expect(about.slice(1)).toEqual([
      'That run did not read encryption scopes: `storage/encryption-scopes` cannot be decided.',
      'That run read at most 1,000 jobs of a workspace, whatever is configured now.',
    ])
    const complete = await again((await live(portalEstate(), baseline, config)).file, baseline, config)
    expect(complete.about).toHaveLength(1)
  })

  it('does not pass more jobs than were read', async () => {
    const estate = demoEstate()
    const lab = resourceOf(estate, demoIds.lab)
    estate.entries.push(...['a', 'b', 'c'].map((name) => entry(commandJob(lab, name))))
    const few = { ...noConfig, thresholds: { ...noConfig.thresholds, jobsPerWorkspace: 1 } }
    const { workspaces } = await again((await live(estate, baseline, few)).file)
    const judged = workspaces.find(({ id }) => id === lab.id)?.findings
    expect(judged?.find(({ check }) => check === 'secrets/job-environment')).toMatchObject({ reason: 'truncated' })
  })

  it.each([
    [
      undefined,
      {},
      'The evidence file evidence.json could not be read. Does the file exist, and did an earlier step download it?',
    ],
    [
      '{}',
      { file: { bytes: 500_000_001 } },
      'The evidence file evidence.json has 501 MB, of which at most 400 are read: let a run collect fewer workspaces.',
    ],
  ])('refuses a file that is not there or too large', async (file, overrides, sentence) => {
    await expect(again(file, baseline, noConfig, overrides)).rejects.toThrow(new EvidenceFileError(sentence))
  })
})

describe('an evidence file', () => {
  // put together so that nobody who searches this repository finds a credential in it
  const accountKey = `${'Zm9v'.repeat(21)}YQ==`
  const connectionString = ['DefaultEndpointsProtocol=https', `AccountKey=${accountKey}`].join(';')
  const [password, phrase] = [['very', 'hush', 'hush'].join('-'), ['open', '5e5ame'].join('_')]
  const variables = { STORAGE: connectionString, DB_PASSWORD: password, [`AccountKey=${phrase}`]: 'x' }
  const environment = { properties: { environmentVariables: variables } }

  function leaking(): Estate {
    const estate = demoEstate()
    const lab = resourceOf(estate, demoIds.lab)
    const endpoint = onlineEndpoint(lab, 'lab-scores', {
      properties: { scoringUri: `https://me:${phrase}@host/score` },
    })
    const resources = [
      commandJob(lab, 'lab-job', environment, { properties: { displayName: connectionString } }),
      endpoint,
      onlineDeployment(endpoint, 'blue', environment),
      schedule(lab, 'lab-weekly', { properties: { action: { jobDefinition: { environmentVariables: variables } } } }),
      connection(lab, 'lab-search', { properties: { metadata: variables } }),
    ]
    lab.tags = { 'db-password': phrase, connection: connectionString, secret: 'yes', team: 'lab' }
    estate.entries.push(...resources.map(entry))
    return estate
  }

  it('holds no secret, but where secrets stand', async () => {
    const { file, evidence, whole } = await live(leaking())
    for (const secret of [accountKey, password, phrase, ...demoSecrets]) {
      expect(file).not.toContain(secret)
      expect(JSON.stringify(whole)).not.toContain(secret)
    }
    const bodyOf = (id: string) => (evidence.resources.get(idKey(id)) as ReadRecord).body
    expect(bodyOf(`${demoIds.lab}/jobs/lab-job`)).toMatchObject({
      secrets: [
        { path: 'properties.properties._azureml', class: 'safe' },
        { path: 'properties.environmentVariables.LOG_LEVEL', class: 'safe' },
        { path: 'properties.environmentVariables.STORAGE', length: 130, class: 'credential:account-key' },
        { path: 'properties.environmentVariables.DB_PASSWORD', length: 14, class: 'name' },
        { path: 'properties.environmentVariables.…', name: '…', length: 1, class: 'name' },
      ],
      properties: { displayName: '130 characters, credential:account-key' },
    })
    expect(bodyOf(demoIds.lab).tags).toEqual({
      'db-password': '11 characters, name',
      connection: '130 characters, credential:account-key',
      secret: 'yes',
      team: 'lab',
    })
    const names = whole.flatMap(({ findings }) => findings.filter(({ check }) => check === 'secrets/job-names'))
    expect(names.find(({ resource }) => resource.endsWith('/lab-job'))).toMatchObject({ status: 'fail' })
  })

  it('does not weaken the profile of a workspace whose tag was not kept', async () => {
    const { file } = await live(leaking())
    const rule = (name: string, value: string) => ({ workspaces: [], tags: { [name]: value }, profile: strict.profile })
    const profileBy = async (name: string, value: string) => {
      const { workspaces } = await again(file, baseline, { ...noConfig, profiles: [rule(name, value)] })
      return workspaces.filter(({ profile }) => profile === 'cmk-required').map(({ name }) => name)
    }
    expect(await profileBy('db-password', 'anything')).toEqual(['mlw-lab'])
    expect(await profileBy('secret', 'yes')).toEqual(['mlw-lab'])
    expect(await profileBy('secret', 'no')).toEqual([])
  })

  it('is JSON with a record a line', async () => {
    const { file, evidence } = await live(oneEstate())
    const records = file.split('\n').filter((line) => line.startsWith('    {"state":'))
    expect(records).toHaveLength(evidence.resources.size)
    expect(JSON.parse(file)).toMatchObject({
      schemaVersion: '1.1',
      tool: { name: 'azureml-encryption-check' },
      run,
      options: { jobsPerWorkspace: 1000, encryptionScopes: false },
      holds: { workspaces: 1, resources: evidence.resources.size, collections: evidence.collections.size },
    })
  })
})

const requests = { resourceGraph: 2, resourceManager: 9, throttled: 0 }
const meta: EvidenceMeta = { run, options: { jobsPerWorkspace: 1000, encryptionScopes: false }, requests }

/** A healthy workspace with a job. */
function sampleEvidence(): EvidenceSet {
  const evidence = evidenceOf()
  const id = `${evidence.workspaces[0]}/jobs/train`
  const secrets = ['safe', 'name', 'unrecognised', 'credential:api-key'].map((type) => ({
    path: 'properties.environmentVariables.X',
    name: 'X',
    length: 1,
    class: type,
  }))
  const body = { id, type: 'microsoft.machinelearningservices/workspaces/jobs', properties: {}, secrets }
  const record = { state: 'read', id, source: 'resource-manager', apiVersion: '2025-12-01', body } as const
  evidence.resources.set(idKey(id), record)
  return evidence
}

const sample = [...evidenceFile(sampleEvidence(), meta)].join('')

describe('reading', () => {
  type Json = ReturnType<typeof JSON.parse>
  const changed = (change: (json: Json) => void) => {
    const json = JSON.parse(sample)
    change(json)
    return JSON.stringify(json)
  }
  /** Puts a value at a path; undefined takes away what is there. */
  const put = (path: string | string[], value: unknown) =>
    changed((json) => {
      const keys = typeof path === 'string' ? path.split('.') : path
      const above = keys.slice(0, -1).reduce((holder, key) => holder[key], json)
      above[keys.at(-1) as string] = value
    })
  const read = (text: string) => readEvidenceFile(text, 'evidence.json')
  const nested = (depth: number): Json => (depth === 0 ? 1 : { deeper: nested(depth - 1) })
  const damage = 'evidence.json was changed since it was written, or damaged: '

  it('gives back what was written', () => {
    const evidence = sampleEvidence()
    expect(read(sample)).toEqual({ evidence, meta, version })
    expect(read(`\uFEFF${sample.replaceAll('\n', '\r\n')}`)).toEqual({ evidence, meta, version })
    expect([...evidenceFile(read(sample).evidence, read(sample).meta)].join('')).toBe(sample)
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'none'],
    ['a list', []],
    ['a number', 7],
    ['empty', {}],
    ['left out', undefined],
  ])('judges no workspace whose properties are %s', (_, properties) => {
    const id = sampleEvidence().workspaces[0] ?? ''
    const { evidence } = read(
      changed((json) => {
        const record = json.resources.find((each: Json) => idKey(each.id) === idKey(id))
        record.body.properties = properties
      }),
    )
    expect(evidence.workspaces).not.toContain(id)
    expect(evidence.unseen).toContainEqual(expect.objectContaining({ id, reason: 'invalid-response' }))
    expect(evidence.resources.get(idKey(id))).toMatchObject({ state: 'unreadable', reason: 'invalid-response' })
  })

  it('takes no record without properties for read', () => {
    const [first] = [...sampleEvidence().resources.values()].filter(({ id }) => /storageAccounts\/[^/]+$/i.test(id))
    const { evidence } = read(
      changed((json) => {
        for (const each of json.resources) if (each.id === first?.id) each.body.properties = null
      }),
    )
    expect(evidence.resources.get(idKey(first?.id ?? ''))).toMatchObject({
      state: 'unreadable',
      reason: 'invalid-response',
    })
  })

  it('keeps why a record shows less than it should', () => {
    const evidence = sampleEvidence()
    const failure: UnreadableRecord = {
      state: 'unreadable',
      id: '/x',
      reason: 'forbidden',
      action: 'a',
      scope: '/s',
      message: [{ name: 'm' }],
    }
    for (const record of evidence.resources.values())
      if (record.state === 'read') record.gap = { path: 'properties.x', failure }
    const text = [...evidenceFile(evidence, meta)].join('')
    expect(read(text).evidence).toEqual(evidence)
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'evidence.json is not JSON: replay-file takes what an earlier run wrote as evidence-file.'],
    ['no JSON', 'hello', 'evidence.json is not JSON: replay-file takes what an earlier run wrote as evidence-file.'],
    [
      'half a file',
      sample.slice(0, sample.length / 2),
      'evidence.json ends in the middle: was its download or upload interrupted?',
    ],
    [
      'all but the end',
      sample.slice(0, -3),
      'evidence.json ends in the middle: was its download or upload interrupted?',
    ],
    [
      'a list',
      '[1]',
      'evidence.json is not an evidence file: replay-file takes what an earlier run wrote as evidence-file.',
    ],
    [
      'null',
      'null',
      'evidence.json is not an evidence file: replay-file takes what an earlier run wrote as evidence-file.',
    ],
    [
      'an object',
      '{}',
      'evidence.json is not an evidence file: replay-file takes what an earlier run wrote as evidence-file.',
    ],
    [
      'a report',
      '{"schemaVersion":"1.0","conclusion":"pass","workspaces":[]}',
      'evidence.json is a report, which says what was found and not what was read: replay-file takes what the run wrote as evidence-file.',
    ],
    [
      'a newer schema',
      put('schemaVersion', '2.0'),
      'evidence.json has schema version 2.0, which is newer than the 1.1 that this version of the tool reads: judge it with the version that wrote it.',
    ],
    [
      'an older schema',
      put('schemaVersion', '0.9'),
      'evidence.json has schema version 0.9, which is older than the 1.1 that this version of the tool reads: judge it with the version that wrote it.',
    ],
    [
      'no schema version',
      put('schemaVersion', { toString: 1 }),
      'evidence.json is not an evidence file: replay-file takes what an earlier run wrote as evidence-file.',
    ],
  ])('refuses %s', (_, text, sentence) => {
    expect(() => read(text)).toThrow(new EvidenceFileError(sentence))
  })

  it.each([
    ['says who read', {}, { tenant: run.tenant, identity: run.identity }],
    ['of an older version does not', { tenant: undefined, identity: undefined }, { tenant: null, identity: null }],
    ['knows nobody', { tenant: null, identity: null }, { tenant: null, identity: null }],
  ])('a file that %s', (_, who, expected) => {
    const text = changed((json) => Object.assign(json.run, who))
    expect(read(text).meta.run).toMatchObject(expected)
  })

  it('knows what an older version did not keep', () => {
    const older = changed((json) => {
      json.tool.version = '0.8.1'
      json.kept[0].paths = json.kept[0].paths.filter((path: string) => path !== 'properties.hbiWorkspace')
    })
    const { evidence } = read(older)
    expect(evidence.collectedBy?.version).toBe('0.8.1')
    const record = evidence.resources.get(evidence.workspaces[0]?.toLowerCase() ?? '')
    expect(record).toMatchObject({ older: { version: '0.8.1', unkept: ['properties.hbiWorkspace'] } })
    expect(read(changed((json) => json.kept[0].paths.push('properties.gone'))).evidence.collectedBy).toBeUndefined()
  })

  const whole = JSON.parse(sample)
  const withVariables = whole.resources.findIndex((record: Json) => record.body?.secrets)
  const vault = whole.resources.find((record: Json) => record.body?.type?.toLowerCase().endsWith('/vaults'))
  const own = whole.resources.findIndex((record: Json) => record.id === whole.workspaces[0])
  const variables = `resources.${withVariables}.body.secrets`

  it.each<[string, string, unknown, string]>([
    ['a record is missing', 'resources', whole.resources.slice(1), 'it was written with'],
    ['a collection is missing', 'collections', whole.collections.slice(1), 'it was written with'],
    ['a record stands twice', 'resources.1', whole.resources[0], 'it was written with'],
    ['a workspace is missing', 'workspaces', [], 'it was written with 1 workspaces, and holds 0'],
    ['a workspace is not an id', 'workspaces.0', '/x', '"workspaces[0]" is not the resource id of a workspace'],
    ['a workspace is a number', 'workspaces.0', 7, '"workspaces[0]" is not a text'],
    ['a workspace is a vault', 'workspaces.0', vault.id, '"workspaces[0]" is not the resource id of a workspace'],
    ['a workspace has no record', `resources.${own}.id`, '/x', 'is not among its resources'],
    ['the time has no zone', 'collectedAt', '2026-11-23', '"collectedAt" is not a time in UTC'],
    ['there is no time', 'collectedAt', undefined, '"collectedAt" is not a time in UTC'],
    ['there are no options', 'options', undefined, '"options.jobsPerWorkspace" is not a count'],
    ['a switch is a text', 'options.encryptionScopes', 'no', '"options.encryptionScopes" is neither true nor false'],
    ['a count is negative', 'requests.throttled', -1, '"requests.throttled" is not a count'],
    ['a list is an object', 'collections', {}, '"collections" is not a list'],
    ['a record is null', 'resources.0', null, '"resources[0].state" is none of absent, unreadable'],
    ['a state is unheard of', 'resources.0.state', 'fine', '"resources[0].state" is none of absent, unreadable'],
    ['a state is every object’s', 'resources.0.state', 'toString', '"resources[0].state" is none of'],
    ['a body is a list', 'resources.0.body', [], '"resources[0].body" is not an object'],
    ['a body is nested deeply', 'resources.0.body.x', nested(60), '"resources[0].body" is nested too deeply'],
    ['a member is unheard of', 'resources.0.doubt', 1, '"resources[0].doubt" is nothing that this version knows'],
    ['a gap has no reason', 'resources.0.gap', { path: 'x' }, '"resources[0].gap.failure.state" is none of'],
    ['a source is unheard of', 'resources.0.source', 'me', 'is none of resource-graph, resource-manager'],
    ['variables are missing', variables, undefined, 'secrets" is not a list'],
    ['variables are a text', variables, 'none', 'secrets" is not a list'],
    [
      'a class is unheard of',
      variables,
      [{ path: 'p', name: 'n', length: 1, class: 'harmless' }],
      'secrets[0].class" is none of safe, name, unrecognised and credential',
    ],
  ])('refuses a file in which %s', (_, path, value, sentence) => {
    const text = put(path, value)
    expect(() => read(text)).toThrow(EvidenceFileError)
    expect(() => read(text)).toThrow(damage)
    expect(() => read(text)).toThrow(sentence)
  })

  it('lets no name of a member become more than a name', () => {
    const text = sample.replace('"body":{', '"body":{"__proto__":{"properties":{"polluted":true}},')
    const [first] = read(text).evidence.resources.values()
    expect(({} as Json).properties).toBeUndefined()
    expect(Object.getPrototypeOf((first as ReadRecord).body)).toBe(Object.prototype)
  })

  it('survives what is nested without end', () => {
    for (const open of ['[', '{"schemaVersion":']) expect(() => read(open.repeat(200_000))).toThrow(EvidenceFileError)
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect(() => read(sample.replace('"body":{', `"body":{"x":${deep},`))).toThrow(EvidenceFileError)
  })

  it('throws nothing else, whatever the file holds', () => {
    const attempt = (text: string) => {
      try {
        read(text)
      } catch (error) {
        expect(error).toBeInstanceOf(EvidenceFileError)
        expect((error as Error).message).not.toMatch(/[\n\u202e]/)
      }
    }
    fc.assert(fc.property(fc.string(), attempt))
    fc.assert(fc.property(fc.json(), attempt))
    const paths = (value: Json, path: string[] = []): string[][] =>
      typeof value === 'object' && value !== null
        ? [path, ...Object.keys(value).flatMap((key) => paths(value[key], [...path, key]))]
        : [path]
    const places = paths(whole).filter((path) => path.length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => attempt(put(path, value))),
      { numRuns: 500 },
    )
  })
})

it('a file of an earlier version does not say of which cloud it is, and is judged', () => {
  const written = [...evidenceFile(readEvidenceFile(sample, 'x').evidence, meta)].join('')
  const earlier = JSON.stringify({ ...JSON.parse(written), keyHosts: undefined })
  expect(readEvidenceFile(earlier, 'x').evidence.keyHosts).toEqual(anyKeyHosts)
})

it('round trip: whatever is in a record comes back', () => {
  const text = fc.string({ unit: 'binary' })
  const nullable = fc.option(text, { nil: null })
  const reason = fc.constantFrom('forbidden', 'absent', 'timeout', 'truncated' as const)
  const state = fc.constantFrom('absent', 'unreadable' as const)
  const unreadable = { id: text, reason, action: nullable, scope: nullable, message: text }
  const body = fc.tuple(fc.dictionary(text, fc.jsonValue({ maxDepth: 4 })), text).map(([rest, type]) => ({
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => !/^(secrets|type)$/i.test(key))),
    type: `t${type}`,
  }))
  const source = fc.constantFrom('resource-graph', 'resource-manager' as const)
  const record = fc.oneof(
    fc.record({ state: fc.constant('read' as const), id: text, source, apiVersion: nullable, body }),
    fc.record({ state, ...unreadable }),
  )
  const collection = fc.oneof(
    fc.record({ state: fc.constant('read' as const), ids: fc.array(text) }),
    fc.record({ state, ...unreadable, ids: fc.array(text) }),
  )
  const evidence = fc.record({
    collectedAt: fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => date.toISOString()),
    keyHosts: fc.record({ vault: nullable, hsm: nullable }),
    workspaces: fc.constant([] as string[]),
    resources: fc.array(record).map((all) => new Map(all.map((one) => [idKey(one.id), one]))),
    collections: fc.dictionary(text, collection).map((all) => new Map(Object.entries(all))),
    subscriptions: fc.array(
      fc.record({ id: text, visible: fc.boolean(), name: text }, { requiredKeys: ['id', 'visible'] }),
    ),
    unseen: fc.array(fc.record(unreadable)),
  })
  fc.assert(
    fc.property(evidence, (set) => {
      const written = [...evidenceFile(set as EvidenceSet, meta)].join('')
      const back = readEvidenceFile(written, 'x').evidence
      expect([...evidenceFile(back, meta)].join('')).toBe(written)
    }),
  )
})
