import { describe, expect, it } from 'vitest'
import { roleAssignment, roles } from '../../simulator/templates.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import type { Policy } from '../../src/model.ts'
import { assigned, type Change, evidenceOf, having, ids, policyOf, principal, together } from '../checklist/builder.ts'
import { assess, report, toConfirm } from '../judged.ts'

const requests = { resourceGraph: 3, resourceManager: 4, throttled: 5 }
const strict: Policy = policyOf('cmk-required')
const run = (change: Change = {}, policy: Policy = strict) => assess(evidenceOf(change), policy, requests)
const noTls: Change = { storage: { properties: { supportsHttpsTrafficOnly: false } } }
const empty = (): EvidenceSet => ({
  ...evidenceOf(),
  workspaces: [],
  resources: new Map(),
  collections: new Map(),
  subscriptions: [],
})

describe('a report', () => {
  const whole = report(evidenceOf(noTls), ids.workspace, strict)

  it('has the workspace at its head', () => {
    expect(whole).toMatchObject({
      id: ids.workspace,
      name: 'mlw-fraud',
      kind: 'default',
      location: 'westeurope',
      profile: 'cmk-required',
      hub: null,
      cmkArchitecture: 'subscription-side',
    })
    const project = report(evidenceOf(having.project), ids.workspace, strict)
    expect(project).toMatchObject({ kind: 'project', hub: ids.hub, cmkArchitecture: 'inherited' })
    const orphan = report(
      evidenceOf(together(having.project, { workspace: { location: null, properties: { hubResourceId: null } } })),
      ids.workspace,
      strict,
    )
    expect(orphan).toMatchObject({ hub: null, location: '' })
  })

  it('counts what it lists', () => {
    const counted = { pass: 0, fail: 0, unknown: 0, waived: 0 }
    for (const { status } of whole.findings) counted[status] += 1
    expect(whole.counts).toMatchObject(counted)
    expect(whole.counts).toMatchObject({ fail: 1, waived: 0, manual: 0 })
  })

  it('has one finding per check and subject', () => {
    const subjects = whole.findings.map(({ check, resource }) => `${check} ${resource.toLowerCase()}`)
    expect(new Set(subjects).size).toBe(subjects.length)
    expect(new Set(whole.findings.map(({ fingerprint }) => fingerprint)).size).toBe(subjects.length)
  })

  it('lists once by id what is not a finding, also for several subjects', () => {
    const plain = report(evidenceOf(having.noKeysAtAll), ids.workspace, strict)
    expect(plain.others.attested).toContain('platform/internal-tls')
    expect(plain.others['not-applicable']['not-used']).toContain('workspace/cmk-architecture')
    const ids_ = Object.values(plain.others['not-applicable']).flat()
    expect(new Set(ids_).size).toBe(ids_.length)
    expect(plain.others['not-applicable'].disabled).toEqual(['key/validity-period', 'storage/encryption-scopes'])
    const gone = report(evidenceOf({ hide: { storage: 'absent' } }), ids.workspace, strict)
    expect(gone.others['not-applicable'].absent).toContain('storage/minimum-tls')
    expect(gone.counts['not-applicable']).toBeGreaterThan(gone.others['not-applicable'].absent.length)
  })

  it('says of a failure what was read and what to do', () => {
    expect(whole.findings.find(({ status }) => status === 'fail')).toMatchObject({
      check: 'storage/secure-transfer',
      resource: ids.storage,
      severity: 'high',
      reason: null,
      message: 'The account accepts connections without TLS.',
      evidence: [
        { path: 'properties.supportsHttpsTrafficOnly', value: false },
        { path: 'properties.isNfsV3Enabled', value: false },
      ],
      steps: [{ command: expect.arrayContaining([{ name: 'stfraud' }]) }],
      creationOnly: false,
      new: null,
      waiver: null,
    })
  })

  it('says of a pass what holds, and nothing to do', () => {
    const passed = whole.findings.filter(({ status }) => status === 'pass')
    for (const finding of passed) {
      expect(finding).toMatchObject({ reason: null, steps: [], creationOnly: false })
      expect(finding.message).toMatch(/^[A-Z].*\.$/)
    }
    expect(passed.find(({ check }) => check === 'storage/minimum-tls')?.message).toBe(
      'Storage refuses TLS older than 1.2.',
    )
  })

  it('is the same as in the assessment, without what passes', () => {
    const [shown] = run(noTls).workspaces
    expect(shown).toEqual({ ...whole, findings: whole.findings.filter(({ status }) => status !== 'pass') })
  })
})

describe('what a finding rests on and could not be read', () => {
  const missingOf = (change: Change) => {
    const { workspaces, coverage } = run(change)
    const unknown = workspaces.flatMap(({ findings }) => findings).filter(({ status }) => status === 'unknown')
    return { unknown, listed: coverage.missing.map(({ resource }) => resource) }
  }

  it.each<[string, Change, string, string]>([
    ['the subject itself', { hide: { vault: 'forbidden' } }, 'key-vault/exists', ids.vault],
    ['a key that nobody may see', { hide: { key: 'forbidden' } }, 'key/enabled', ids.key],
    [
      'an older version of a key',
      together(having.pinnedOld, { hide: { oldKey: 'forbidden' } }),
      'key/enabled',
      ids.oldKey,
    ],
    ['something that may use another key', { hide: { registry: 'forbidden' } }, 'key/readable', ids.registry],
    [
      'something that alone may use keys',
      together(having.noKeysAtAll, { hide: { registry: 'forbidden' } }),
      'key/readable',
      ids.registry,
    ],
  ])('is named: %s', (_what, change, check, missing) => {
    const { unknown, listed } = missingOf(change)
    const found = unknown.filter((finding) => finding.check === check)
    expect(found.length).toBeGreaterThan(0)
    for (const finding of found) expect(finding.missing).toBe(missing)
    expect(listed).toContain(missing)
  })

  it('is in the coverage, whatever is hidden', () => {
    const parts = ['storage', 'vault', 'cmkVault', 'key', 'registry', 'insights', 'cluster', 'group', 'cosmos'] as const
    const named = parts.flatMap((part) => {
      const { unknown, listed } = missingOf({ hide: { [part]: 'forbidden' } })
      const ids = unknown.flatMap(({ missing }) => missing ?? [])
      expect(ids.filter((id) => !listed.includes(id))).toEqual([])
      return ids
    })
    expect(new Set(named).size).toBeGreaterThan(6)
  })

  it('is nothing where something was decided, or where nothing is missing', () => {
    const [whole] = run(noTls).workspaces
    expect(new Set(whole?.findings.map(({ missing }) => missing))).toEqual(new Set([null]))
    const { unknown } = missingOf({ storage: { properties: { minimumTlsVersion: 'TLS9' } } })
    expect(unknown.find(({ check }) => check === 'storage/minimum-tls')?.missing).toBeNull()
  })
})

describe('a conclusion', () => {
  it.each<[string, Change, Partial<Policy>, string]>([
    ['nothing wrong, nothing hidden', {}, {}, 'pass'],
    ['a high failure', noTls, {}, 'fail'],
    ['a high failure that never fails', noTls, { failOnSeverity: 'never' }, 'pass'],
    ['a high failure, only warned of', noTls, { warnOnly: true }, 'fail'],
    [
      'a low failure under high',
      { storage: { properties: { encryption: { requireInfrastructureEncryption: false } } } },
      {},
      'pass',
    ],
    [
      'a low failure under low',
      { storage: { properties: { encryption: { requireInfrastructureEncryption: false } } } },
      { failOnSeverity: 'low' },
      'fail',
    ],
    [
      'advice of hubs under medium',
      { vault: { properties: { enableRbacAuthorization: false } }, workspace: { kind: 'Hub' } },
      { failOnSeverity: 'medium' },
      'pass',
    ],
    ['a high unknown', { hide: { key: 'forbidden' } }, {}, 'incomplete'],
    ['a high unknown, to be warned of', { hide: { key: 'forbidden' } }, { onUnknown: 'warn' }, 'incomplete'],
    ['a medium unknown under high', { hide: { vaultProvider: 'forbidden' } }, {}, 'pass'],
    ['a failure and an unknown', together(noTls, { hide: { key: 'forbidden' } }), {}, 'fail'],
  ])('of %s', (_what, change, given, conclusion) => {
    expect(run(change, { ...strict, ...given }).conclusion).toBe(conclusion)
  })

  it('of a failure that is advice is pass, and the failure is counted', () => {
    const oneVault: Change = {
      workspace: { properties: { keyVault: ids.cmkVault } },
      more: [roleAssignment(ids.cmkVault, roles.keyVaultSecretsOfficer, principal)],
    }
    const { conclusion, summary } = run(oneVault, { ...strict, failOnSeverity: 'medium' })
    expect([conclusion, summary.fail, summary.failedBySeverity]).toEqual([
      'pass',
      1,
      { high: 0, medium: 0, low: 0, info: 1 },
    ])
  })

  it.each<Policy['failOnSeverity']>([
    'high',
    'never',
  ])('without a workspace is incomplete, from %s on', (failOnSeverity) => {
    const nothing = assess(empty(), { ...strict, failOnSeverity }, requests)
    expect(nothing).toMatchObject({ conclusion: 'incomplete', workspaces: [], coverage: { percent: null } })
  })

  it('without a named target is incomplete', () => {
    const evidence = evidenceOf()
    evidence.unseen.push({ id: 'rg-x/mlw-x', reason: 'not-visible', action: null, scope: null, message: 'Not seen.' })
    const assessment = assess(evidence, { ...strict, failOnSeverity: 'never' }, requests)
    expect(assessment.conclusion).toBe('incomplete')
    expect(assessment.coverage.missing).toEqual([
      {
        resource: 'rg-x/mlw-x',
        reason: 'not-visible',
        action: null,
        scope: null,
        message: 'Not seen.',
        usedBy: [],
        named: true,
      },
    ])
  })
})

describe('a summary', () => {
  it('adds up all workspaces', () => {
    const evidence = evidenceOf(noTls)
    evidence.workspaces.push(ids.workspace)
    const one = run(noTls)
    const two = assess(evidence, strict, requests)
    expect(two.summary).toMatchObject({
      workspaces: 2,
      pass: one.summary.pass * 2,
      fail: 2,
      attested: one.summary.attested * 2,
      failedBySeverity: { high: 2, medium: 0, low: 0, info: 0 },
      unknownBySeverity: { high: 0, medium: 0, low: 0, info: 2 * one.summary.unknown },
      new: null,
      fixed: null,
    })
  })
})

describe('the severities of what is undecided', () => {
  it('add up to all that is', () => {
    const { summary } = run({ hide: { vault: 'forbidden', storage: 'forbidden' } })
    const { high, medium, low, info } = summary.unknownBySeverity
    expect(high).toBeGreaterThan(0)
    expect(high + medium + low + info).toBe(summary.unknown)
  })
})

describe('coverage', () => {
  it('is whole when everything could be read, and a 404 is an answer', () => {
    expect(run().coverage).toMatchObject({ percent: 100, missing: [], requests, subscriptions: [{ visible: true }] })
    expect(run({ hide: { storage: 'absent' } }).coverage).toMatchObject({ percent: 100, missing: [] })
  })

  it('names what is missing, by its id, with the workspaces that need it', () => {
    const { coverage } = run({ hide: { vault: 'forbidden', cluster: 'throttled' } })
    expect(coverage.missing.map(({ resource, reason, usedBy }) => [resource, reason, usedBy])).toEqual(
      [
        [ids.vault, 'forbidden', [ids.workspace]],
        [ids.cluster, 'throttled', [ids.workspace]],
      ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
    expect(coverage.missing).toContainEqual(
      expect.objectContaining({ action: 'Microsoft.KeyVault/vaults/read', scope: ids.vault }),
    )
  })

  it('tells who needs a version, a list of assignments, a vault in another tenant', () => {
    const hidden = together(having.pinnedOld, having.otherTenant, {
      hide: { oldKey: 'forbidden' },
      without: ['keyRole'],
      hideCollections: { [assigned('cmkVault')]: 'throttled' },
    })
    const { missing } = run(hidden).coverage
    expect(missing).toHaveLength(3)
    for (const { usedBy } of missing) expect(usedBy).toEqual([ids.workspace])
  })

  it('is floored to a tenth', () => {
    const evidence = empty()
    for (let index = 0; index < 3000; index += 1) {
      const id = `/x/${index}`
      const unreadable = {
        id,
        action: null,
        scope: null,
        message: '',
        reason: 'forbidden' as const,
        state: 'unreadable' as const,
      }
      evidence.resources.set(
        id,
        index === 0 ? unreadable : { state: 'read', id, source: 'resource-manager', apiVersion: null, body: {} },
      )
    }
    expect(assess(evidence, strict, requests).coverage.percent).toBe(99.9)
    evidence.resources.delete('/x/1')
    for (let index = 2; index < 1000; index += 1) evidence.resources.delete(`/x/${index}`)
    expect(assess(evidence, strict, requests).coverage.percent).toBe(99.9)
  })
})

describe('what is read once more', () => {
  const graph = together(noTls, { source: 'resource-graph' })

  it('is what a failure at the threshold rests on', () => {
    expect(toConfirm(evidenceOf(graph), strict, 200)).toEqual([ids.storage])
    expect(toConfirm(evidenceOf(graph), { ...strict, failOnSeverity: 'never' }, 200)).toEqual([])
    expect(toConfirm(evidenceOf({ source: 'resource-graph' }), strict, 200)).toEqual([])
    expect(toConfirm(evidenceOf(noTls), strict, 200)).toEqual([])
  })

  it('is each resource once, at most so many', () => {
    const twice = together(graph, {
      storage: { properties: { encryption: { keySource: 'Microsoft.Storage' } } },
      vault: { properties: { enablePurgeProtection: null } },
      cmkVault: { properties: { enablePurgeProtection: null } },
    })
    expect(toConfirm(evidenceOf(twice), strict, 200)).toEqual([ids.cmkVault, ids.storage])
    expect(toConfirm(evidenceOf(twice), strict, 1)).toEqual([ids.cmkVault])
    expect(toConfirm(evidenceOf(twice), strict, 0)).toEqual([])
  })

  it('is judged by what Resource Manager said', () => {
    const evidence = evidenceOf(graph)
    const read = evidenceOf().resources.get(ids.storage.toLowerCase())
    if (read) evidence.resources.set(ids.storage.toLowerCase(), read)
    const { findings } = report(evidence, ids.workspace, strict)
    expect(findings.filter(({ status }) => status === 'fail')).toEqual([])
  })

  it('and what is not, is told by the finding', () => {
    const confirmed = (change: Change) =>
      run(change)
        .workspaces[0]?.findings.filter(({ status }) => status === 'fail')
        .map((finding) => finding.confirmed)
    expect(confirmed(graph)).toEqual([false])
    expect(confirmed(noTls)).toEqual([true])
  })
})
