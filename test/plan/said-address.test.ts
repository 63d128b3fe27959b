import { describe, expect, it } from 'vitest'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import type { Plan } from '../../src/plan/model.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { asText } from '../../src/said.ts'
import { evidenceWith, group, idOf, type Planned, planOf, read } from './builder.ts'

const storage = 'Microsoft.Storage/storageAccounts'
const account = idOf(storage, 'st')
const [ml, vaults] = ['Microsoft.MachineLearningServices/workspaces', 'Microsoft.KeyVault/vaults']
const live = evidenceWith(
  [storage, 'st', { properties: { minimumTlsVersion: 'TLS1_2', allowSharedKeyAccess: false } }],
  [ml, 'mlw', { properties: { encryption: { status: 'Enabled' } } }],
)

/** The key of an instance may be any text. */
const key = `a\nb\u2028c\r\n# **bold** [x](https://evil.example) <img src=x> \`code\` ${'é|'.repeat(150)}TAIL`

/** The same plan, with instances of that key. */
function withKey(plan: object): object {
  const { resource_changes, ...rest } = plan as { resource_changes: { address: string }[] }
  const changes = resource_changes.map((one) => ({ ...one, index: key, address: `${one.address}["${key}"]` }))
  return { ...rest, resource_changes: changes }
}

const terraform = (resources: Record<string, Planned>, file?: string) => read(withKey(planOf(resources)), file)
const of = (resource: string, planned: Planned, file?: string) => [terraform({ [`${resource}.r`]: planned }, file)]

const named = { name: 'st', resource_group_name: 'rg' }
const update = (is: object, was: object = {}, more: Planned = {}): Planned => ({
  actions: ['update'],
  before: { id: account, ...named, ...was },
  after: { id: account, ...named, ...is },
  ...more,
})
const at = { provider: 'azure/azapi' as const }
const sent = (minimumTlsVersion?: string) => ({
  type: `${storage}@2025-06-01`,
  parent_id: group,
  body: { properties: minimumTlsVersion === undefined ? {} : { minimumTlsVersion } },
})
const azapi = (expressions: object = {}, is = sent('TLS1_1'), was = sent('TLS1_0')) =>
  of('azapi_resource', update(is, was, { ...at, expressions }))
const encrypted = (name: string) => ({
  id: idOf(ml, 'mlw'),
  name: 'mlw',
  encryption: [{ key_id: `https://kv.vault.azure.net/keys/${name}`, key_vault_id: idOf(vaults, 'kv') }],
})
const gone: Planned = { actions: ['delete'], before: { id: idOf(vaults, 'kv') }, after: null }
const inVault: Planned = { after: { name: 'k', key_vault_id: idOf(vaults, 'kv'), key_type: 'RSA' } }
const made = (more: Planned = {}) => of('azurerm_storage_account', { after: named, ...more })
const tls = 'min_tls_version'

const nested = { code: 'NestedDeploymentShortCircuited', target: `${group}/${key}`, message: key }
const notExpanded = [read({ status: 'Succeeded', changes: [], diagnostics: [nested] })]
const inWhatIf = (more: object) => [read({ status: 'Succeeded', changes: [{ symbolicName: key, ...more }] })]

const sentences: [sentence: string, plans: Plan[], of: RegExp][] = [
  ['does not send', of('azurerm_machine_learning_workspace', update(encrypted('b'), encrypted('a'))), /not to send/],
  ['has no setting', of('azurerm_log_analytics_cluster', { after: named }), /^`azurerm_\w+` has no setting for/],
  ['lacks', made(), /^The plan has no `/],
  ['leaves open', made({ unknown: { [tls]: true }, expressions: { [tls]: {} } }), /^The plan cannot tell `min_tls/],
  [
    'keeps secret',
    made({ after: { ...named, [tls]: 'TLS1_2' }, sensitive: { [tls]: true } }),
    /is marked as sensitive/,
  ],
  ['does not show of a body', azapi({ sensitive_body: {} }), /has a `sensitive_body`/],
  ['may not send', azapi({ ignore_body_changes: {} }), /has `ignore_body_changes`/],
  ['no longer names', azapi({}, sent()), /no longer sets/],
  ['does not name', azapi(), /does not set `.*which has a value in Azure/],
  ['has not heard of', of('azurerm_storage_account_v9', update({})), /does not say what it makes of .* …\.$/],
  [
    'deletes',
    of('azurerm_storage_account', { ...update({}), actions: ['delete'], after: null }),
    /^The plan deletes it/,
  ],
  ['may give a role by', of('azurerm_pim_active_role_assignment', {}), /changes who has roles/],
  ['hides in', of('azurerm_resource_group_template_deployment', {}), /^azurerm_resource_group_template_deployment\.r/],
  ['does not expand', notExpanded, /^What-if did not expand it\./],
  ['is not sure of', inWhatIf({ resourceId: account, changeType: 'Deploy' }), /does not say what it makes of a b/],
  [
    'contradicts',
    [
      ...made({ after: { ...named, [tls]: 'TLS1_0' } }),
      terraform({ 'azurerm_storage_account.r': { after: named } }, 'b'),
    ],
    /does not say what .* … \(plan\.json and b contradict each other\)\.$/,
  ],
  [
    'contradicts by what it makes below',
    [...of('azurerm_key_vault', gone), ...of('azurerm_key_vault_key', inVault, 'b')],
    /does not say what .* … \(b and plan\.json contradict each other\)\.$/,
  ],
  [
    'contradicts within itself',
    [
      terraform({
        'azurerm_storage_account.a': { ...update({}), actions: ['delete'], after: null },
        'azurerm_storage_account.b': { after: named },
      }),
    ],
    /does not say what .*azurerm_storage_account\.b\[.* … and azurerm_storage_account\.a\[.* … contradict each other\)\.$/,
  ],
]

/** Everything that is said of plans, and of what is laid over the evidence. */
function saidOf(plans: Plan[], { resources }: EvidenceSet): string[] {
  const records = [...resources.values()]
  return [
    ...plans.flatMap(({ openRoles, notLookedInto, changes }) => [
      openRoles ?? [],
      notLookedInto.flatMap(({ address, reason }) => [address, reason]),
      changes.flatMap(({ settings, doubt }) => [doubt ?? [], unknownIn(settings)].flat()),
    ]),
    ...records.map((record) => (record.state === 'read' ? unknownIn(record.body) : asText(record.message))),
  ].flat(3)
}

function unknownIn(value: unknown): string[] {
  if (value instanceof Unknown) return [value.why]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(unknownIn) : []
}

describe('an address that takes several lines, or hundreds of characters', () => {
  it.each(sentences)('stands in one line and is cut where it says what a plan %s', (_name, plans, expected) => {
    const all = saidOf(plans, overlay(live, plans).evidence)
    expect(all).toContainEqual(expect.stringMatching(expected))
    expect(all.filter((one) => /[\p{C}\p{Zl}\p{Zp}]|TAIL/u.test(one))).toEqual([])
    expect(all.filter(({ length }) => length > 900)).toEqual([])
  })

  it('stays as it is where a source is looked for by it', () => {
    const addresses = made().flatMap(({ changes }) => changes.map(({ source }) => source.address))
    expect(new Set(addresses)).toEqual(new Set([`azurerm_storage_account.r["${key}"]`]))
  })
})
