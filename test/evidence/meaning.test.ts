import { describe, expect, it } from 'vitest'
import { introducedIn, meaningOfAbsence, notObservable } from '../../src/evidence/meaning.ts'

const workspace = 'microsoft.machinelearningservices/workspaces'
const storage = 'microsoft.storage/storageaccounts'
const vault = 'microsoft.keyvault/vaults'
const registry = 'microsoft.containerregistry/registries'
const compute = `${workspace}/computes`
const aks = 'microsoft.containerservice/managedclusters'
const databricks = 'microsoft.databricks/workspaces'
const off = { enabled: false }
const byDefault = { keySource: 'Default' }

describe('absence', () => {
  it.each([
    [workspace, 'properties.encryption', { status: 'Disabled' }],
    [workspace, 'properties.hbiworkspace', false],
    [workspace, 'kind', 'default'],
    [workspace, 'identity', { type: 'None' }],
    [workspace, 'identity.type', 'None'],
    [storage, 'properties.minimumtlsversion', 'TLS1_0'],
    [storage, 'properties.allowsharedkeyaccess', true],
    [storage, 'properties.encryption.requireinfrastructureencryption', false],
    [storage, 'properties.encryption.services', { queue: { keyType: 'Service' }, table: { keyType: 'Service' } }],
    [storage, 'properties.encryption.services.queue', { keyType: 'Service' }],
    [storage, 'properties.encryption.services.queue.keytype', 'Service'],
    [storage, 'properties.encryption.services.table', { keyType: 'Service' }],
    [storage, 'properties.encryption.services.table.keytype', 'Service'],
    [storage, 'properties.isnfsv3enabled', false],
    [vault, 'properties.enablepurgeprotection', false],
    [vault, 'properties.enablerbacauthorization', false],
    [vault, 'properties.publicnetworkaccess', 'Enabled'],
    [vault, 'properties.networkacls', { bypass: 'AzureServices', defaultAction: 'Allow' }],
    [vault, 'properties.networkacls.bypass', 'AzureServices'],
    [vault, 'properties.networkacls.defaultaction', 'Allow'],
    [registry, 'properties.encryption', { status: 'disabled' }],
    [compute, 'properties.disablelocalauth', false],
    [aks, 'properties.securityprofile', { azureKeyVaultKms: off }],
    [aks, 'properties.securityprofile.azurekeyvaultkms', off],
    [aks, 'properties.securityprofile.azurekeyvaultkms.enabled', false],
    ['microsoft.operationalinsights/workspaces', 'properties.forcecmkforquery', false],
    ['microsoft.compute/diskencryptionsets', 'properties.rotationtolatestkeyversionenabled', false],
    [
      databricks,
      'properties.parameters',
      { encryption: { value: byDefault }, requireInfrastructureEncryption: { value: false } },
    ],
    [databricks, 'properties.parameters.encryption', { value: byDefault }],
    [databricks, 'properties.parameters.requireinfrastructureencryption', { value: false }],
    [databricks, 'properties.encryption', { entities: { managedServices: byDefault, managedDisk: byDefault } }],
    [databricks, 'properties.encryption.entities.managedservices', byDefault],
    [databricks, 'properties.encryption.entities.manageddisk', byDefault],
  ])('%s %s means %j', (type, path, meaning) => {
    expect(meaningOfAbsence(type, path)).toEqual(meaning)
  })

  it.each([
    [workspace, 'properties.encryption.status'],
    [workspace, 'properties.enableservicesidecmkencryption'],
    [storage, 'properties.supportshttpstrafficonly'],
    [storage, 'properties.encryption'],
    [storage, 'properties.encryption.keysource'],
    [vault, 'properties.enablesoftdelete'],
    [registry, 'properties.adminuserenabled'],
    [registry, 'properties.encryption.status'],
    ['microsoft.keyvault/vaults/keys', 'properties.rotationpolicy'],
    ['microsoft.keyvault/managedhsms', 'properties.enablepurgeprotection'],
    [workspace, 'properties.systemdatastoresauthmode'],
    [compute, 'properties.properties.remoteloginportpublicaccess'],
    [aks, 'properties.agentpoolprofiles'],
    [aks, 'properties.securityprofile.kubernetesresourceobjectencryptionprofile'],
    [databricks, 'properties.parameters.encryption.value'],
    [databricks, 'properties.encryption.entities.manageddisk.keysource'],
    ['microsoft.hdinsight/clusters', 'properties.minsupportedtlsversion'],
    ['microsoft.nobody/knows', 'properties.hbiworkspace'],
  ])('%s %s means nothing', (type, path) => {
    expect(meaningOfAbsence(type, path)).toBe(undefined)
  })
})

it('knows since when a property is there', () => {
  const path = 'properties.enableservicesidecmkencryption'
  expect(introducedIn(workspace, path)).toBe('2025-06-01')
  expect(introducedIn(workspace, 'properties.systemdatastoresauthmode')).toBe('2025-06-01')
  expect(introducedIn(workspace, 'properties.encryption')).toBe(undefined)
  expect(introducedIn('microsoft.nobody/knows', path)).toBe(undefined)
  expect(notObservable(workspace, '2024-10-01')).toContain(path)
  expect(notObservable(workspace, null)).toContain(path)
  expect(notObservable(workspace, '2025-06-01')).toEqual([])
  expect(notObservable(storage, '2015-01-01')).toEqual([])
  expect(introducedIn(databricks, 'properties.computemode')).toBe('2026-01-01')
  expect(introducedIn('microsoft.documentdb/databaseaccounts', 'properties.keyvaultkeyuriversion')).toBe('2025-10-15')
  const preview = 'properties.securityprofile.kubernetesresourceobjectencryptionprofile'
  expect(introducedIn(aks, preview)).toBe(undefined)
  expect(notObservable(aks, '2026-06-01')).toEqual([preview])
  expect(notObservable(aks, '2026-05-02-preview')).toEqual([])
})
