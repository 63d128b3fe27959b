import { expect, it } from 'vitest'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { valueAt } from '../../src/evidence/resource.ts'
import { Unknown } from '../../src/evidence/unknown.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { readPlan } from '../../src/plan/read.ts'
import { subscription } from './estates.ts'

const group = `/subscriptions/${subscription}/resourceGroups/rg`
const key = `${group}/providers/microsoft.storage/storageaccounts/st/fileservices/default`.toLowerCase()

const nothing: EvidenceSet = {
  collectedAt: '2026-11-27T04:00:00.000Z',
  keyHosts: anyKeyHosts,
  workspaces: [],
  resources: new Map(),
  collections: new Map(),
  subscriptions: [],
  unseen: [],
}

/** An account that a plan makes, with what it says of file shares. */
function planOf(share: unknown, unknown: unknown): string {
  const after = { name: 'st', resource_group_name: 'rg', account_kind: 'StorageV2', share_properties: share }
  const change = { actions: ['create'], before: null, after, after_unknown: { id: true, share_properties: unknown } }
  const type = 'azurerm_storage_account'
  const resource = {
    address: `${type}.a`,
    mode: 'managed',
    type,
    name: 'a',
    provider_name: 'registry.example/hashicorp/azurerm',
  }
  const expressions = { subscription_id: { constant_value: subscription } }
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.12.0',
    resource_changes: [{ ...resource, change }],
    configuration: {
      provider_config: { azurerm: { name: 'azurerm', expressions } },
      root_module: { resources: [{ ...resource, provider_config_key: 'azurerm', expressions: {} }] },
    },
  })
}

/** Terraform writes null for what nobody sets. */
const smb = (settings: object) => [{ smb: [{ versions: null, channel_encryption_type: null, ...settings }] }]
const open = expect.any(Unknown)

it.each<[string, share: unknown, unknown: unknown, versions: unknown, ciphers: unknown]>([
  ['nothing', [], true, undefined, undefined],
  ['nothing of SMB', [{ retention_policy: [{ days: 7 }], smb: [] }], undefined, undefined, undefined],
  ['versions', smb({ versions: ['SMB3.0', 'SMB3.1.1'] }), undefined, 'SMB3.0;SMB3.1.1', undefined],
  ['ciphers', smb({ channel_encryption_type: ['AES-256-GCM'] }), undefined, undefined, 'AES-256-GCM'],
  [
    'versions, in a provider that does not know ciphers',
    [{ smb: [{ versions: ['SMB3.1.1'] }] }],
    undefined,
    'SMB3.1.1',
    open,
  ],
  ['an empty set', smb({ versions: [] }), undefined, undefined, undefined],
  ['versions that are known only afterwards', smb({}), [{ smb: [{ versions: true }] }], open, undefined],
])('of a new account the plan says %s', (_name, share, unknown, versions, ciphers) => {
  const options = { subscriptionId: subscription, now: nothing.collectedAt, cloud: null, keyHosts: anyKeyHosts }
  const plan = readPlan(Buffer.from(planOf(share, unknown)), 'plan.json', options)
  expect(plan.notLookedInto).toEqual([])
  const record = overlay(nothing, [plan]).evidence.resources.get(key)
  const body = record?.state === 'read' ? record.body : {}
  expect(record).toMatchObject({ state: 'read', apiVersion: '2025-06-01' })
  const settings = 'properties.protocolSettings.smb'
  expect([valueAt(body, `${settings}.versions`), valueAt(body, `${settings}.channelEncryption`)]).toEqual([
    versions,
    ciphers,
  ])
})
