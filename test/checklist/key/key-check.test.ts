import { describe, expect, it } from 'vitest'
import { checklist } from '../../../src/checklist/index.ts'
import { openWorkspace } from '../../../src/evidence/workspace/open.ts'
import { evaluate } from '../../../src/judge/evaluate.ts'
import { stepsText } from '../../../src/report/view/steps.ts'
import { asText } from '../../../src/said.ts'
import {
  type Change,
  defaults,
  everyCheck,
  evidenceOf,
  findings,
  group,
  having,
  ids,
  listOf,
  outcomes,
  together,
  versions,
} from '../builder.ts'
import { current, of, old } from './changes.ts'

const elsewhere = { of: 'https://kv-elsewhere.vault.azure.net/keys/cmk', message: /another tenant/ }

const foreignUrl = `https://kv-elsewhere.vault.azure.net/keys/cmk/${versions.current}`
const foreignDisks: Change = {
  also: ['aks', 'kubernetes', 'set'],
  set: {
    properties: {
      federatedClientId: 'f0000000-0000-4000-8000-000000000000',
      activeKey: { sourceVault: null, keyUrl: foreignUrl },
    },
  },
}
const foreignCosmos: Change = {
  cosmos: {
    properties: {
      defaultIdentity: `UserAssignedIdentity=${ids.identity}&FederatedClientId=f0000000-0000-4000-8000-000000000000`,
      keyVaultKeyUri: foreignUrl,
    },
  },
}

const asked: Change = { options: { keyMaximumValidityDays: 730 } }
everyCheck('key', [
  ['in another tenant', together(having.otherTenant, asked), 'unknown not-visible medium/low', elsewhere],
  ['of disks, in another tenant', together(foreignDisks, asked), 'unknown not-visible medium/low', elsewhere],
  ['of Cosmos DB, in another tenant', together(foreignCosmos, asked), 'unknown not-visible medium/low', elsewhere],
  [
    'gone, and its vault',
    together(asked, { hide: { key: 'absent', cmkVault: 'absent' } }),
    'not-applicable absent',
    of,
  ],
  ['nobody uses a key', together(having.noKeysAtAll, asked), 'not-applicable not-used'],
])

describe('keys', () => {
  it('are judged once, however many resources use them', () => {
    expect(outcomes('key/enabled').map(({ subject }) => subject?.id)).toEqual([ids.key])
  })

  it('are told apart by vault and name, not by casing', () => {
    const other: Change = {
      storage: { properties: { encryption: { keyvaultproperties: { keyname: 'other' } } } },
      registry: {
        properties: {
          encryption: { keyVaultProperties: { keyIdentifier: 'https://KV-fraud-cmk.vault.azure.net/keys/CMK' } },
        },
      },
    }
    expect(outcomes('key/enabled', other).map(({ subject }) => subject?.id)).toEqual([
      ids.key,
      `${group}/providers/Microsoft.KeyVault/vaults/kv-fraud-cmk/keys/other`,
    ])
  })

  it('of a managed HSM get commands for a managed HSM', () => {
    const disabled = together(having.hsm, { hsmKey: { properties: { attributes: { enabled: false } } } })
    const failed = findings('key/enabled', disabled).find(({ status }) => status === 'fail')
    expect(stepsText(failed?.steps ?? [])).toBe(
      'az keyvault key set-attributes --name cmk --hsm-name hsm1 --enabled true',
    )
  })

  it('of a hidden managed HSM are unknown', () => {
    const hidden = together(having.hsm, { without: ['hsm', 'hsmKey'] })
    const [finding] = findings('key/readable', hidden)
    expect(finding).toMatchObject({
      status: 'unknown',
      reason: 'not-visible',
      resource: 'https://westeurope.hsm1.managedhsm.azure.net/keys/cmk',
    })
  })

  it('in another tenant say so, and nothing that was throttled is taken for that', () => {
    const evidence = evidenceOf(having.otherTenant)
    expect(evidence.collections.get('vault:kv-elsewhere.vault.azure.net')).toMatchObject({ reason: 'not-visible' })
    const slow = together(having.otherTenant, {
      hideCollections: { 'vault:kv-elsewhere.vault.azure.net': 'throttled' },
    })
    const [finding] = findings('key/readable', slow).filter(({ resource }) => resource.includes('elsewhere'))
    expect(finding).toMatchObject({ status: 'unknown', reason: 'throttled' })
    expect(finding?.message).not.toMatch(/another tenant/)
  })

  it('say which action is missing through the version that was not read', () => {
    const [outcome] = outcomes('key/enabled', together(having.pinnedOld, { hide: { oldKey: 'forbidden' } }))
    expect(outcome).toMatchObject({ missing: { action: 'Microsoft.KeyVault/vaults/keys/versions/read' } })
  })
})

describe('what cannot be read may use a key, too', () => {
  const hidden: Change = { hide: { storage: 'forbidden' } }
  const said = (id: string, change: Change) =>
    outcomes(id, change).map(({ subject, verdict }) => [
      subject?.id,
      verdict.status,
      'message' in verdict && asText(verdict.message ?? ''),
    ])
  const open = 'stfraud could not be read, so whether this or another version of the key is used there is not known.'

  it.each([
    'readable',
    'enabled',
    'validity',
    'type',
    'size',
    'operations',
    'expiry-set',
    'age',
    'current-version',
  ])('key/%s does not pass, as it may be another version', (slug) => {
    expect(said(`key/${slug}`, hidden)).toEqual([[ids.key, 'unknown', open]])
  })

  it('what is wrong with a version in use stays so', () => {
    const [[, status] = []] = said('key/expiry-set', together(old({ attributes: { exp: null } }), hidden))
    expect(status).toBe('fail')
  })

  it('what is undecided of the key itself says why', () => {
    const odd = together(current({ attributes: { enabled: undefined } }), { hide: { storage: 'forbidden' } })
    const [outcome] = outcomes('key/enabled', odd)
    expect(outcome?.verdict).toMatchObject({ status: 'unknown', reason: 'property-absent' })
  })

  it('the policy is of the key, whoever uses it', () => {
    expect(said('key/rotation-policy', hidden)).toEqual(said('key/rotation-policy', {}))
  })

  it('what does not exist uses none', () => {
    expect(said('key/age', { hide: { storage: 'absent' } })).toEqual(said('key/age', {}))
  })

  it.each<[string, Change, [string, RegExp][]]>([
    ['an account', hidden, [[ids.storage, /^stfraud could not be read, so whether a customer-managed key is used/]]],
    ['what leads to a cluster', { hide: { component: 'forbidden' } }, [[ids.component, /^appi-fraud could/]]],
    ['what leads there from it', { hide: { logs: 'forbidden' } }, [[ids.logs, /^law-fraud could/]]],
    [
      'a list',
      { hideCollections: { [listOf('computes')]: 'forbidden' } },
      [[ids.workspace, /^The computes of mlw-fraud could/]],
    ],
    [
      'two',
      { hide: { storage: 'forbidden', registry: 'timeout' } },
      [
        [ids.storage, /^stfraud could/],
        [ids.registry, /^crfraud could/],
      ],
    ],
  ])('where no key is known, key/readable says so of what hides it: %s', (_name, change, expected) => {
    const one = together(having.noKeysAtAll, change)
    expect(said('key/readable', one)).toEqual(
      expected.map(([id, message]) => [id, 'unknown', expect.stringMatching(message)]),
    )
    expect(said('key/enabled', one)).toEqual([[undefined, 'not-applicable', false]])
  })

  const attached: Change = {
    also: ['aks', 'set', 'kubernetes', 'databricks', 'databricksCompute', 'hdinsight', 'hdinsightCompute'],
  }
  it.each<[string, Change, severity: string]>([
    ['an account, which has a check that it exists', hidden, 'medium/medium'],
    ['a registry, too', { hide: { registry: 'forbidden' } }, 'medium/medium'],
    ['diagnostics', { hide: { component: 'forbidden' } }, 'medium/info'],
    ['their workspace', { hide: { logs: 'forbidden' } }, 'medium/info'],
    ['a cluster', { hide: { aks: 'forbidden' } }, 'high/info'],
    ['a disk encryption set', { hide: { set: 'forbidden' } }, 'medium/medium'],
    ['Databricks', { hide: { databricks: 'forbidden' } }, 'high/info'],
    ['HDInsight', { hide: { hdinsight: 'forbidden' } }, 'medium/low'],
    ['the gravest of two', { hide: { logs: 'forbidden', databricks: 'forbidden' } }, 'high/info'],
    ['the gravest in each profile', { hide: { hdinsight: 'forbidden', databricks: 'forbidden' } }, 'high/low'],
  ])('what hides it carries the gate: %s', (_name, change, expected) => {
    const scene = together(attached, change)
    const severities = (['cmk-required', 'baseline'] as const).map((profile) => {
      const [outcome] = outcomes('key/enabled', scene, profile).filter(({ subject }) => subject?.id === ids.key)
      return outcome && 'severity' in outcome ? outcome.severity : ''
    })
    expect(severities.join('/')).toBe(expected)
    const [age] = outcomes('key/age', scene).filter(({ subject }) => subject?.id === ids.key)
    expect(age && 'severity' in age && age.severity).toBe('medium')
    expect(age && 'missing' in age && age.missing?.reason).toBe('forbidden')
  })

  it('what is wrong all the same stays as grave as it is', () => {
    const [outcome] = outcomes('key/enabled', together(current({ attributes: { enabled: false } }), hidden))
    expect(outcome).toMatchObject({ verdict: { status: 'fail' }, severity: 'high' })
  })

  it('is let pass with the checks of what hides it', () => {
    const blind = together(having.noKeysAtAll, hidden)
    const open = evaluate(checklist, openWorkspace(evidenceOf(blind), ids.workspace, 'baseline', defaults)).filter(
      (one) => one.verdict.status === 'unknown' && 'severity' in one && one.severity === 'high',
    )
    expect(open.map(({ check }) => check.id)).toEqual(['storage/exists', 'storage/secure-transfer'])
  })
})

it('a version that is gone fails once, and the versions that are there are judged', () => {
  const bothWrong = together(
    having.pinnedOld,
    { key: { properties: { attributes: { enabled: false } } } },
    { hide: { oldKey: 'absent' } },
  )
  expect(findings('key/readable', bothWrong)[0]).toMatchObject({ status: 'fail', severity: 'high' })
  expect(findings('key/enabled', bothWrong)[0]?.message).toMatch(/^The current version of cmk/)
  expect(findings('key/type', bothWrong)[0]).toMatchObject({ status: 'pass' })
})

it('one finding per check and key, the worst of its versions, with consumers and versions', () => {
  const change = together(having.pinnedOld, {
    oldKey: { properties: { attributes: { exp: 1 } } },
    key: { properties: { attributes: { exp: Date.parse('2026-12-01') / 1000 } } },
  })
  const all = findings('key/validity', change)
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({
    resource: ids.key,
    severity: 'high',
    message: `The version ${versions.old} of cmk, used by mlw-fraud, expired on 1970-01-01.`,
  })
})
