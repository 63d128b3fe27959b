import { afterEach, describe, expect, it } from 'vitest'
import type { CloudResource, Estate } from '../../simulator/estate.ts'
import { estateOf, subscriptionIds } from '../../simulator/estates/parts.ts'
import {
  blobDatastore,
  bringYourOwnKey,
  change,
  cosmosDbAccount,
  entry,
  fileDatastore,
  fileService,
  hardenedFiles,
  hub,
  keyVault,
  keyWithVersion,
  project,
  searchService,
  storageAccount,
  uses,
  workspace,
} from '../../simulator/templates.ts'
import type { Fault } from '../../simulator/traffic.ts'
import { workspaceTarget } from '../../src/inputs/targets.ts'
import { closeClouds, openWorld, type World } from './world.ts'

afterEach(closeClouds)

const { production, platform } = subscriptionIds
const scope = { subscriptionId: production, resourceGroup: 'rg-test' }
const elsewhere = { subscriptionId: platform, resourceGroup: 'rg-data' }
const subscriptions = [production, platform].map((id) => ({ id, name: id }))
const estate = (...resources: CloudResource[]): Estate => estateOf({ subscriptions, resources })

const account = storageAccount(scope, 'stown')
const data = storageAccount(elsewhere, 'stdata')
const own = workspace(scope, 'mlw', uses({ storageAccount: account }))
const byName = { properties: { subscriptionId: null, resourceGroup: null } }
const serviceOf = ({ id }: CloudResource) => `${id}/fileServices/default`

/** Names of the accounts whose file services were asked for. */
const asked = (world: World) => world.reads('/fileservices/default').map(({ path }) => path.split('/').at(-3))

async function askedIn(from: Estate, ...targets: CloudResource[]): Promise<(string | undefined)[]> {
  const world = await openWorld(from)
  await world.collect({ workspaces: targets.map(({ id }) => workspaceTarget(id)) })
  return asked(world).sort()
}

describe('the file service is read', () => {
  const parent = hub(scope, 'hub', uses({ storageAccount: account }))
  const child = project(scope, 'proj', parent)
  const second = storageAccount(scope, 'stproject')
  const childOfItsOwn = change(structuredClone(child), { properties: { storageAccount: second.id } })
  const vault = keyVault(scope, 'kv')
  const { reference, resources: keys } = keyWithVersion(vault, 'cmk')
  const stores = {
    cosmosDb: cosmosDbAccount(scope, 'cosmos'),
    storageAccount: storageAccount(scope, 'stmetadata'),
    search: searchService(scope, 'srch'),
  }
  const others = ['a', 'b', 'c'].map((name) => workspace(scope, name, uses({ storageAccount: account })))

  it.each<[string, CloudResource[], string[]]>([
    ['once for the account of a workspace', [own, account], ['stown']],
    ['once for an account that four share', [own, ...others, account], ['stown']],
    ['with a share in the same account', [own, account, fileDatastore(own, 'share', account)], ['stown']],
    ['not of an account that holds blobs', [own, account, data, blobDatastore(own, 'blobs', data)], ['stown']],
    ['of one behind a share', [own, account, data, fileDatastore(own, 'share', data)], ['stdata', 'stown']],
    [
      'of one behind a share that gives its name only',
      [own, account, data, fileDatastore(own, 'share', data, byName)],
      ['stdata', 'stown'],
    ],
    [
      'once, where blobs give the name as well',
      [own, account, data, blobDatastore(own, 'blobs', data, byName), fileDatastore(own, 'share', data)],
      ['stdata', 'stown'],
    ],
    [
      'of one behind a datastore that does not say what it is',
      [own, account, data, blobDatastore(own, 'odd', data, { properties: { datastoreType: null } })],
      ['stdata', 'stown'],
    ],
    [
      'not of the account of the metadata',
      [
        workspace(scope, 'byo', uses({ storageAccount: account }), bringYourOwnKey(reference, stores)),
        ...[account, vault, ...keys, ...Object.values(stores)],
      ],
      ['stown'],
    ],
    ['not of an account that is gone', [own], []],
    ['once, for a hub and its project', [parent, child, account], ['stown']],
    ['of a project that has its own', [parent, childOfItsOwn, account, second], ['stown', 'stproject']],
  ])('%s', async (_name, resources, expected) => {
    expect(await askedIn(estate(...resources))).toEqual(expected)
  })

  it.each<[string, CloudResource[], string[]]>([
    ["but for its hub's account", [fileDatastore(child, 'workspacefilestore', account, byName)], []],
    ['with one behind a share', [fileDatastore(child, 'share', data, byName), data], ['stdata']],
  ])('of a project whose hub is not judged, %s', async (_name, resources, expected) => {
    expect(await askedIn(estate(parent, child, account, ...resources), child)).toEqual(expected)
  })

  it('of a project whose hub cannot be read, whatever it names', async () => {
    const from = estate(parent, child, account)
    from.identity.denials = [{ scope: parent.id, actions: ['*'] }]
    expect(await askedIn(from, child)).toEqual(['stown'])
  })

  it('not of an account that may not be read', async () => {
    const from = estate(own, account)
    from.identity.denials = [{ scope: account.id, actions: ['*'] }]
    expect(await askedIn(from)).toEqual([])
  })
})

const onService = (fault: Fault): Fault => ({ ...fault, match: ({ path }) => path.endsWith('/fileServices/default') })
const error = (status: number, code: string): Fault => ({
  kind: 'status',
  status,
  body: { error: { code, message: `${code}: Azure would not.` } },
})
const refused = { state: 'unreadable', action: null, scope: null }

describe('what Azure answers', () => {
  it.each<[string, Fault, object]>([
    ['the account has none', error(400, 'FeatureNotSupportedForAccount'), { state: 'absent', reason: 'absent' }],
    ['the same, oddly cased', error(400, 'featureNotSupportedForAccount'), { state: 'absent' }],
    [
      'the same code with another status',
      error(409, 'FeatureNotSupportedForAccount'),
      { ...refused, reason: 'invalid-response' },
    ],
    ['another 400', error(400, 'BadRequest'), { ...refused, reason: 'invalid-response' }],
    ['404 says nothing', error(404, 'ResourceNotFound'), { ...refused, reason: 'invalid-response' }],
    ['404 of something on the way', error(404, 'ParentResourceNotFound'), { ...refused, reason: 'invalid-response' }],
    ['the cloud does not have it', error(404, 'InvalidResourceType'), { ...refused, reason: 'api-unsupported' }],
    ['429 for ever', { kind: 'status', status: 429, body: {} }, { ...refused, reason: 'throttled' }],
    [
      '403',
      error(403, 'AuthorizationFailed'),
      {
        reason: 'forbidden',
        action: 'Microsoft.Storage/storageAccounts/fileServices/read',
        scope: account.id,
        message: expect.stringContaining('may not read the file service of stown'),
      },
    ],
    [
      'no properties',
      { kind: 'transform', transform: (body) => ({ ...(body as object), properties: {} }) },
      { ...refused, reason: 'invalid-response' },
    ],
    [
      'the service of another account',
      { kind: 'transform', transform: () => fileService({ ...account, name: 'x' }, { name: 'other' }) },
      refused,
    ],
  ])('%s', async (_name, fault, expected) => {
    const world = await openWorld(estate(own, account))
    world.cloud.faults.push(onService(fault))
    const { at } = await world.collect()
    expect(at(serviceOf(account))).toMatchObject(expected)
  })

  it.each(['BlobStorage', 'BlockBlobStorage'])('an account of kind %s has none', async (kind) => {
    const blobs = storageAccount(scope, 'stown', { kind })
    const { at } = await (await openWorld(estate(own, blobs))).collect()
    expect(at(serviceOf(blobs))).toMatchObject({ state: 'absent' })
  })

  it.each([
    [['2023-05-01'], '2023-05-01', 2],
    [['2025-06-01', '2023-05-01'], '2025-06-01', 1],
  ])('a cloud that knows %j is read with %s', async (known, apiVersion, reads) => {
    const from = estate(own, account)
    from.entries.push(entry(fileService(account, hardenedFiles)))
    from.apiVersions = { 'microsoft.storage/storageaccounts/fileservices': known }
    const world = await openWorld(from)
    const { at } = await world.collect()
    expect(at(serviceOf(account))).toMatchObject({ state: 'read', source: 'resource-manager', apiVersion })
    expect(asked(world)).toHaveLength(reads)
  })

  it('keeps what the checks read, and nothing else', async () => {
    const from = estate(own, account)
    from.entries.push(entry(fileService(account, hardenedFiles)))
    const { at } = await (await openWorld(from)).collect()
    const smb = { versions: 'SMB3.1.1;', channelEncryption: 'AES-256-GCM;', encryptionInTransit: { required: true } }
    expect(at(serviceOf(account))).toMatchObject({ body: { properties: { protocolSettings: { smb } } } })
    expect(JSON.stringify(at(serviceOf(account)))).not.toMatch(/Kerberos|cors/)
  })
})
