import { describe, expect, it } from 'vitest'
import { only, openWorkspace } from '../../src/evidence/workspace.ts'
import type { CmkArchitecture } from '../../src/model.ts'
import { type Change, evidenceOf, having, ids, together, versions } from '../checklist/builder.ts'

const open = (change: Change = {}) => openWorkspace(evidenceOf(change), ids.workspace, 'baseline')
const named = (subjects: { all: { id: string }[]; none: string }) =>
  subjects.all.length > 0 ? subjects.all.map(({ id }) => id) : subjects.none
const project = (properties: Record<string, unknown>) => together(having.project, { workspace: { properties } })

describe('the architecture of a key', () => {
  it.each<[string, Change, CmkArchitecture]>([
    ['a managed group', {}, 'subscription-side'],
    ['service-side', having.serviceSide, 'service-side'],
    ['brought along', having.bringYourOwn, 'bring-your-own'],
    [
      'brought along, of storage alone',
      together(having.bringYourOwn, {
        workspace: { properties: { encryption: { cosmosDbResourceId: '', searchAccountResourceId: null } } },
      }),
      'bring-your-own',
    ],
    ['a key and nothing else', having.undetermined, 'undetermined'],
    ['no encryption', having.noKey, 'none'],
    ['Disabled', { workspace: { properties: { encryption: { status: 'DISABLED' } } } }, 'none'],
    ['a block without status', { workspace: { properties: { encryption: { status: null } } } }, 'undetermined'],
    ['a status unheard of', { workspace: { properties: { encryption: { status: 'Rotating' } } } }, 'undetermined'],
    ['a project', having.project, 'inherited'],
    ['a project of a hidden hub', together(having.project, { hide: { hub: 'forbidden' } }), 'undetermined'],
    ['a hub', { workspace: { kind: 'Hub' } }, 'subscription-side'],
  ])('%s', (_what, change, architecture) => {
    expect(open(change).architecture).toBe(architecture)
  })
})

describe('a project', () => {
  it('has what its hub has not', () => {
    const mixed = open(project({ containerRegistry: ids.registry, storageAccount: ids.hubStorage.toUpperCase() }))
    expect(named(mixed.containerRegistry)).toEqual([expect.stringMatching(/crfraud$/i)])
    expect(named(mixed.storageAccounts)).toBe('inherited')
    expect(named(mixed.keyVaults)).toEqual([ids.cmkVault])
  })

  it('of a hidden hub has what it names itself', () => {
    const alone = open(
      together(project({ keyVault: ids.vault }), { hide: { hub: 'forbidden', hubStorage: 'not-visible' } }),
    )
    expect(named(alone.storageAccounts)).toEqual([ids.hubStorage])
    expect(named(alone.keyVaults)).toEqual([ids.vault])
    expect(named(alone.diagnostics)).toBe('inherited')
    expect(alone.settings.all[0]?.unreadable).toMatchObject({ reason: 'forbidden', id: ids.hub })
  })

  it('without a hub has an unreadable one', () => {
    const orphan = open(project({ hubResourceId: null }))
    expect(orphan).toMatchObject({
      kind: 'project',
      architecture: 'undetermined',
      hub: { id: '', unreadable: { reason: 'not-visible' } },
    })
  })

  it('alone has a hub', () => {
    expect(open({ workspace: { properties: { hubResourceId: ids.hub } } }).hub).toBe(null)
  })

  it('does not take a key of its own', () => {
    const odd = open(together(having.project, { workspace: { properties: { encryption: { status: 'Enabled' } } } }))
    expect(named(odd.encrypted)).toBe('inherited')
    expect(named(odd.keys)).toBe('inherited')
  })
})

it.each([
  ['Default', 'default'],
  [null, 'default'],
  ['', 'default'],
  ['FEATURESTORE', 'featurestore'],
  ['Workbench', 'workbench'],
  [7, 'default'],
])('the kind %j is %s', (kind, expected) => {
  expect(open({ workspace: { kind } }).kind).toBe(expected)
})

describe('keys', () => {
  it('are one for all that use it', () => {
    const [key, ...others] = open().keys.all
    expect(others).toEqual([])
    expect(key?.consumers.map(({ resource }) => resource.name)).toEqual([
      'mlw-fraud',
      'stfraud',
      'stmeta',
      'crfraud',
      'lac-fraud',
      'cosmosfraud',
    ])
    expect(key).toMatchObject({
      id: ids.key,
      name: 'cmk',
      host: 'kv-fraud-cmk.vault.azure.net',
      otherTenant: false,
      unreadable: null,
    })
  })

  it('have the versions in use, the current one first', () => {
    const [key] = open(having.pinnedOld).keys.all
    expect(key?.versions.map(({ version, resource }) => [version, resource.id])).toEqual([
      [versions.current, ids.key],
      [versions.old, ids.oldKey],
    ])
  })

  it('that do not tell their current version have one all the same', () => {
    const [key] = open({ key: { properties: { keyUriWithVersion: null } } }).keys.all
    expect(key?.versions[0]).toMatchObject({ version: 'current', resource: { id: ids.key } })
  })

  it('are not read through a cluster that is hidden', () => {
    expect(open({ hide: { cluster: 'forbidden', logs: 'forbidden' } }).keys.all[0]?.consumers).toHaveLength(5)
  })
})

it('a malformed link is a subject that cannot be read', () => {
  const account = open({ workspace: { properties: { storageAccount: 'nowhere' } } }).storageAccounts.all[0]
  expect(account).toMatchObject({ id: 'nowhere', unreadable: { reason: 'not-visible' } })
})

it('opens a resource once, whatever the casing of its id', () => {
  const workspace = open()
  expect(workspace.at(ids.vault.toUpperCase())).toBe(workspace.at(ids.vault))
})

it('narrows subjects and keeps the reason for there being none', () => {
  expect(only({ all: [], none: 'inherited' }, () => true)).toEqual({ all: [], none: 'inherited' })
  expect(only({ all: [open().resource], none: 'not-used' }, () => false)).toEqual({ all: [], none: 'not-used' })
})

it('without a group to look into has no metadata stores', () => {
  const blank = open({ workspace: { properties: { serviceProvisionedResourceGroup: 5 } } })
  expect([blank.architecture, named(blank.metadata), named(blank.metadataGroup)]).toEqual([
    'undetermined',
    'not-used',
    'not-used',
  ])
})
