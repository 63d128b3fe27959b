import { describe, expect, it } from 'vitest'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { keyActions, secretActions } from '../../src/evidence/data-actions.ts'
import { anyKeyHosts } from '../../src/evidence/key-id.ts'
import { needsIn } from '../../src/evidence/needs.ts'
import type { EvidenceSet, ResourceRecord } from '../../src/evidence/records.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { Unknown } from '../../src/evidence/unknown.ts'

const group = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg'
const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv`
const workspace = `${group}/providers/Microsoft.MachineLearningServices/workspaces/mlw`
const store = `${group}/providers/Microsoft.Storage/storageAccounts/st`
const ofWorkspace = 'aaaaaaaa-0000-4000-8000-000000000001'
const ofStore = 'aaaaaaaa-0000-4000-8000-000000000002'

type Body = Record<string, unknown>

const ml = { type: 'Microsoft.MachineLearningServices/workspaces' }
const systemAssigned = (principalId: string | null) => ({ identity: { type: 'SystemAssigned', principalId } })
const workspaceBody: Body = { ...ml, ...systemAssigned(ofWorkspace), properties: { keyVault: vault } }
const storage = (encryption: Body = {}, identity = systemAssigned(ofStore)): Body => ({
  type: 'Microsoft.Storage/storageAccounts',
  ...identity,
  properties: {
    encryption: {
      keySource: 'Microsoft.Keyvault',
      keyvaultproperties: { keyvaulturi: 'https://kv.vault.azure.net', keyname: 'cmk' },
      ...encryption,
    },
  },
})
const vaultWith = (enableRbacAuthorization: unknown): Body => ({
  type: 'Microsoft.KeyVault/vaults',
  properties: { enableRbacAuthorization },
})

interface Estate {
  bodies?: Record<string, Body>
  /** what of the vault was read; null when it was not */
  vaultBody?: Body | null
  /** the vault behind the host of the key */
  found?: string[]
  managed?: string[]
  unreadable?: string
}

function needs({ bodies = {}, vaultBody = vaultWith(true), found = [vault], managed, unreadable }: Estate): string[] {
  const all = { ...bodies, ...(vaultBody && { [vault]: vaultBody }) }
  const records = Object.entries(all).map(([id, body]): [string, ResourceRecord] => [
    idKey(id),
    { state: 'read', id, source: 'resource-manager', apiVersion: null, body },
  ])
  const failed = { state: 'unreadable', reason: 'not-visible', action: null, scope: null, message: 'No.' } as const
  const evidence: EvidenceSet = {
    collectedAt: '2026-11-23T00:00:00.000Z',
    keyHosts: anyKeyHosts,
    workspaces: [],
    resources: new Map([
      ...records,
      ...(unreadable ? [[idKey(unreadable), { ...failed, id: unreadable }] as [string, ResourceRecord]] : []),
    ]),
    collections: new Map([
      [collectionKey.vault('kv.vault.azure.net'), { state: 'read', ids: found }],
      // the accounts of a group that nobody else manages are judged like any other
      [collectionKey.list(group, 'computes'), { state: 'read', ids: [store] }],
      ...(managed ? [[collectionKey.group(group), { state: 'read', ids: managed }] as const] : []),
    ]),
    subscriptions: [],
    unseen: [],
  }
  return needsIn(evidence).map(({ at, principalId, actions, vault: where }) => {
    expect(where).toBe(vault)
    const what = { [secretActions.join()]: 'secrets', [keyActions.join()]: 'key' }[actions.join()]
    return `${principalId} ${what} ${at}`
  })
}

const secrets = `${ofWorkspace} secrets ${vault}`
const key = `${ofStore} key ${vault}/keys/cmk`

describe('who needs a role in a vault', () => {
  it.each<[string, Estate, string[]]>([
    ['nobody', {}, []],
    ['a workspace, for its secrets', { bodies: { [workspace]: workspaceBody } }, [secrets]],
    ['what uses a key', { bodies: { [store]: storage() } }, [key]],
    ['both', { bodies: { [workspace]: workspaceBody, [store]: storage() } }, [secrets, key]],
    ['no resource that could not be read', { unreadable: workspace }, []],
    ['no resource of another type', { bodies: { [workspace]: { ...workspaceBody, type: 'A.B/cs' } } }, []],
    [
      'no service that has a vault and is no workspace',
      { bodies: { [store]: { ...storage({ keySource: 'Microsoft.Storage' }), properties: { keyVault: vault } } } },
      [],
    ],
    ['no store of a managed group', { bodies: { [store]: storage() }, managed: [store.toUpperCase()] }, []],
    ['a store beside those of a managed group', { bodies: { [store]: storage() }, managed: [workspace] }, [key]],
    ['a workspace that names no vault', { bodies: { [workspace]: { ...workspaceBody, properties: {} } } }, []],
    [
      'a workspace whose vault a plan leaves open',
      { bodies: { [workspace]: { ...workspaceBody, properties: { keyVault: new Unknown('Open.') } } } },
      [],
    ],
    ['a workspace without identity', { bodies: { [workspace]: { ...workspaceBody, ...systemAssigned(null) } } }, []],
    ['an account without identity', { bodies: { [store]: storage({}, systemAssigned(null)) } }, []],
    [
      'no identity of another tenant, whose roles are there',
      {
        bodies: {
          [store]: storage({ identity: { federatedIdentityClientId: '22222222-2222-4222-8222-222222222222' } }),
        },
      },
      [],
    ],
    ['no account with a key of Microsoft', { bodies: { [store]: storage({ keySource: 'Microsoft.Storage' }) } }, []],
    ['nobody in a vault that was not found', { bodies: { [store]: storage() }, found: [] }, []],
    [
      'nobody in a vault that was not read',
      { bodies: { [workspace]: workspaceBody, [store]: storage() }, vaultBody: null },
      [],
    ],
    [
      'nobody in a vault that cannot be read',
      { bodies: { [workspace]: workspaceBody, [store]: storage() }, vaultBody: null, unreadable: vault },
      [],
    ],
  ])('%s', (_who, estate, expected) => expect(needs(estate)).toEqual(expected))

  it.each<[unknown, boolean]>([
    [true, true],
    ['True', true],
    ['true', true],
    [false, false],
    ['False', false],
    [undefined, false],
    [null, false],
    [1, false],
    [['true'], false],
    [new Unknown('Open.'), false],
  ])('in a vault whose enableRbacAuthorization is %j: %s', (value, hasNeeds) => {
    const estate = { bodies: { [workspace]: workspaceBody, [store]: storage() }, vaultBody: vaultWith(value) }
    expect(needs(estate)).toEqual(hasNeeds ? [secrets, key] : [])
  })
})
