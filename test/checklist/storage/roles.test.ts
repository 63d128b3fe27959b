import { describe, expect, it } from 'vitest'
import type { Overrides } from '../../../simulator/templates.ts'
import { stepsText } from '../../../src/report/view/steps.ts'
import { type Change, cases, findings, having, ids, listOf, outcomes, together } from '../builder.ts'

const data = { of: ids.dataAccount }
const behind = (change: Change = {}) => together({ also: ['datastore', 'dataAccount'] }, change)
const dataAccount = (properties: Overrides) => behind({ dataAccount: { properties } })
describe("a datastore's account", () => {
  cases('storage/exists', [
    ['there', behind(), 'pass', data],
    [
      'named by a number',
      together(behind(), { datastore: { properties: { accountName: 7 } } }),
      'unknown unrecognised-value low/low',
      { of: ids.datastore },
    ],
    ['gone', behind({ hide: { dataAccount: 'absent' } }), 'fail low/low', { ...data, remedy: /stdata/ }],
    ['forbidden', behind({ hide: { dataAccount: 'forbidden' } }), 'unknown forbidden low/low', data],
    ['of a project', together(behind(), having.project), 'pass', data],
  ])
  cases('storage/customer-managed-key', [
    ['own key', behind(), 'pass', data],
    [
      "Microsoft's key",
      dataAccount({ encryption: { keySource: 'Microsoft.Storage' } }),
      'fail high/info',
      { ...data, remedy: /--name stdata / },
    ],
    [
      "Microsoft's key, of a service-side workspace",
      together(having.serviceSide, dataAccount({ encryption: { keySource: 'Microsoft.Storage' } })),
      'fail high/info',
      data,
    ],
  ])
  cases('storage/secure-transfer', [
    ['off', dataAccount({ supportsHttpsTrafficOnly: false }), 'fail high/high', { ...data, remedy: /--name stdata / }],
  ])
  cases('storage/queue-table-key', [
    [
      'queues not',
      dataAccount({ encryption: { services: { queue: { keyType: 'Service' } } } }),
      'fail low/info',
      { ...data, remedy: /in place of stdata, copy its data, register the datastore again/ },
    ],
  ])
  const shared = (change: Change = {}) => together({ also: ['datastore', 'share', 'dataAccount', 'dataFiles'] }, change)
  cases('storage/file-encryption-in-transit', [
    ['required, behind a file share', shared(), 'pass', data],
    [
      'not required, behind a file share',
      shared({
        dataFiles: { properties: { protocolSettings: { smb: { encryptionInTransit: { required: false } } } } },
      }),
      'fail high/high',
      { ...data, remedy: /--account-name stdata / },
    ],
    [
      'behind a datastore that does not say',
      behind({ datastore: { properties: { datastoreType: null } } }),
      'unknown not-visible medium/low',
      data,
    ],
    [
      'behind a file share, forbidden',
      shared({ hide: { dataAccount: 'forbidden' } }),
      'unknown forbidden medium/low',
      data,
    ],
    ['behind a file share, of a project', together(shared(), having.project), 'pass', data],
  ])
  cases('storage/minimum-tls', [['1.0', dataAccount({ minimumTlsVersion: 'TLS1_0' }), 'fail medium/low', data]])
  cases('storage/cmk-access', [['a role', behind(), 'pass', data]])
})

describe('storage accounts', () => {
  const asked = (change: Change, id: string) =>
    [
      'encryption-at-rest',
      'customer-managed-key',
      'key-auto-rotation',
      'secure-transfer',
      'minimum-tls',
      'file-encryption-in-transit',
      'smb-security',
      'infrastructure-encryption',
      'shared-key',
      'queue-table-key',
      'cmk-access',
      'exists',
    ].filter((slug) => outcomes(`storage/${slug}`, change).some(({ subject }) => subject?.id === id))

  it('of the metadata are asked for three things only', () => {
    for (const change of [{}, having.bringYourOwn]) {
      expect(asked(change, ids.metaStorage)).toEqual(['customer-managed-key', 'secure-transfer', 'minimum-tls'])
    }
  })

  it('of datastores are asked for all but two things', () => {
    expect(asked({ also: ['datastore', 'dataAccount'] }, ids.dataAccount)).toEqual([
      'encryption-at-rest',
      'customer-managed-key',
      'key-auto-rotation',
      'secure-transfer',
      'minimum-tls',
      'queue-table-key',
      'cmk-access',
      'exists',
    ])
  })

  it('behind file shares are asked what the file service accepts as well', () => {
    const slugs = asked({ also: ['share', 'dataAccount', 'dataFiles'] }, ids.dataAccount)
    expect(slugs).toEqual(expect.arrayContaining(['file-encryption-in-transit', 'smb-security', 'exists']))
    expect(slugs).not.toContain('shared-key')
  })

  it('of several datastores are judged once, and as the account of the workspace when they are that too', () => {
    const several: Change = {
      also: ['datastore', 'systemDatastore', 'dataAccount'],
      datastore: { properties: { accountName: 'STFRAUD', subscriptionId: null, resourceGroup: null } },
    }
    expect(outcomes('storage/minimum-tls', several).map(({ subject }) => subject?.id)).toEqual([
      ids.storage,
      ids.metaStorage,
    ])
    expect(asked(several, ids.storage)).toHaveLength(12)
  })

  it('in two roles are judged once, by the wider one', () => {
    const both: Change = together(having.bringYourOwn, {
      workspace: { properties: { encryption: { storageAccountResourceId: ids.storage.toUpperCase() } } },
      storage: { properties: { minimumTlsVersion: 'TLS1_0' } },
    })
    expect(outcomes('storage/shared-key', both)).toHaveLength(1)
    expect(outcomes('storage/minimum-tls', both)).toHaveLength(1)
    expect(stepsText(findings('storage/minimum-tls', both)[0]?.steps ?? [])).toMatch(/stfraud/)
  })
})

describe('datastores that cannot be listed', () => {
  const hidden: Change = { hideCollections: { [listOf('datastores')]: 'forbidden' } }
  const ofWorkspace = (slug: string) =>
    findings(`storage/${slug}`, hidden).filter(({ resource }) => resource === ids.workspace)
  it.each([
    'customer-managed-key',
    'key-auto-rotation',
    'secure-transfer',
    'minimum-tls',
    'queue-table-key',
    'exists',
  ])('leave storage/%s open, once', (slug) => {
    const message = expect.stringMatching(/datastores/)
    expect(ofWorkspace(slug)).toMatchObject([{ status: 'unknown', reason: 'forbidden', message }])
  })

  it.each(['infrastructure-encryption', 'shared-key', 'encryption-at-rest'])('say nothing of storage/%s', (slug) => {
    expect(ofWorkspace(slug)).toEqual([])
  })
})
