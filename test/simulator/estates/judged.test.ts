import { afterEach, describe, expect, it } from 'vitest'
import type { Estate } from '../../../simulator/estate.ts'
import { demoEstate, fixDemo } from '../../../simulator/estates/demo.ts'
import { healthyEstate } from '../../../simulator/estates/healthy.ts'
import { portalEstate, portalIds } from '../../../simulator/estates/portal.ts'
import { checklist } from '../../../src/checklist/index.ts'
import { noConfig } from '../../../src/config/model.ts'
import type { Finding, Profile } from '../../../src/model.ts'
import { closeClouds, openWorld } from '../../azure/world.ts'
import { policyOf } from '../../checklist/builder.ts'
import { assess, report } from '../../judged.ts'

afterEach(closeClouds)

const systemOf = (check: string) => check.slice(0, check.indexOf('/'))
const systems = [...new Set(checklist.map(({ id }) => systemOf(id)))]

/** What the platform guarantees: there is nothing to be read, so nothing to pass, fail or be hidden. */
const attestedOnly = ['platform']

/** An estate as a run would report it, with what passes. */
async function judged(estate: Estate, profile: Profile, config = noConfig) {
  const { evidence } = await (await openWorld(estate)).collect()
  const policy = policyOf(profile)
  const workspaces = evidence.workspaces.map((id) => report(evidence, id, policy, config))
  const requests = { resourceGraph: 0, resourceManager: 0, throttled: 0 }
  const findings = workspaces.flatMap((workspace) => workspace.findings)
  const told = (status: 'attested' | 'manual') => new Set(workspaces.flatMap(({ others }) => others[status]))
  return { ...assess(evidence, policy, requests, config), findings, attested: told('attested'), manual: told('manual') }
}

const high = (findings: Finding[]) =>
  findings
    .filter(({ status, severity }) => status === 'fail' && severity === 'high')
    .map(({ check, resource }) => `${check} ${resource.split('/').at(-1)}`)

describe('the demo', () => {
  const statuses = ['pass', 'fail', 'unknown'] as const

  it.each<Profile>([
    'baseline',
    'cmk-required',
  ])('has of every system something that passes, fails and is unknown: %s', async (profile) => {
    const { findings, attested } = await judged(demoEstate(), profile)
    const table = systems.map((system) => {
      const own = findings.filter(({ check }) => systemOf(check) === system)
      return [system, ...statuses.filter((status) => own.some((finding) => finding.status === status))].join(' ')
    })
    expect(table).toEqual(
      systems.map((system) => (attestedOnly.includes(system) ? system : [system, ...statuses].join(' '))),
    )
    expect(new Set([...attested].map(systemOf))).toEqual(new Set([...attestedOnly, 'storage', 'compute']))
  })

  it('has one failure that is high under baseline', async () => {
    const { conclusion, findings } = await judged(demoEstate(), 'baseline')
    expect(conclusion).toBe('fail')
    expect(high(findings)).toEqual(['key-vault/purge-protection kv-fraud-cmk'])
  })

  it('is green when it is fixed, and everything could be read', async () => {
    const { conclusion, coverage, findings } = await judged(fixDemo(demoEstate()), 'baseline')
    expect(conclusion).toBe('pass')
    expect(high(findings)).toEqual([])
    expect(coverage).toMatchObject({ percent: 100, missing: [] })
    const open = findings.filter(({ status, reason }) => status === 'unknown' && reason !== 'not-observable')
    expect(open.map(({ check, reason }) => `${check} ${reason}`)).toEqual([
      // Azure itself does not show this
      'kubernetes/etcd-encryption property-absent',
    ])
  })
})

describe('a storage account that may not be read', () => {
  it('holds the gate with its own checks, and nobody has to waive what follows from it', async () => {
    const estate = portalEstate()
    estate.identity.denials = [{ scope: portalIds.storageAccount, actions: ['*'] }]
    const { conclusion, findings } = await judged(estate, 'baseline')
    expect(conclusion).toBe('incomplete')
    const gates = findings.filter(({ status, severity }) => status === 'unknown' && severity === 'high')
    expect(gates.map(({ check, resource }) => [check, resource])).toEqual(
      ['storage/exists', 'storage/secure-transfer'].map((check) => [check, portalIds.storageAccount]),
    )
    const waivers = gates.map(({ check }) => ({
      check,
      owner: 'data',
      reason: 'theirs',
      expires: '1970-12-31',
      ...{ ticket: null, line: 1, lastLine: 1, changed: null },
    }))
    expect((await judged(estate, 'baseline', { ...noConfig, waivers })).conclusion).toBe('pass')
  })
})

describe('the healthy estate', () => {
  it('passes under cmk-required in every system, with something of each to judge', async () => {
    const { conclusion, coverage, findings } = await judged(healthyEstate(), 'cmk-required')
    expect(conclusion).toBe('pass')
    expect(coverage.percent).toBe(100)
    const undecided = findings.filter(({ status }) => status !== 'pass')
    expect(new Set(undecided.map(({ status, check, severity }) => `${status} ${check} ${severity}`))).toEqual(
      // no property shows it, in any workspace
      new Set(['unknown workspace/scratch-disk-in-force info']),
    )
    const passing = new Set(findings.filter(({ status }) => status === 'pass').map(({ check }) => systemOf(check)))
    expect(systems.filter((system) => !passing.has(system))).toEqual(attestedOnly)
  })

  /** Why a check has nothing to judge where all is well. */
  const leftOut: Record<string, string> = {
    'key/validity-period': 'is off unless a config file says how long is too long',
    'key-vault/least-privilege': 'its vaults go by roles, and this asks about access policies',
    'storage/encryption-scopes': 'is off unless a config file turns it on',
    'metadata/cosmos-tls': 'its metadata are in stores that the service made',
    'container-instance/scoring-tls': 'a service of SDK v1 fails by being there',
    'container-instance/customer-managed-key': 'the same',
    'secrets/repository-credentials': 'files of the repository are looked through only where plan-files names them',
  }

  it('answers every check but a few', async () => {
    const { findings, attested, manual } = await judged(healthyEstate(), 'cmk-required')
    const answered = new Set([...findings.map(({ check }) => check), ...attested, ...manual])
    expect(checklist.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual(Object.keys(leftOut))
  })
})
