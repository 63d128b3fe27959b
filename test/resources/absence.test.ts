import { describe, expect, it } from 'vitest'
import { notObservable } from '../../src/azure/observable.ts'
import type { ReadRecord } from '../../src/evidence/records.ts'
import { noReads, openResource } from '../../src/evidence/resource.ts'
import { mlCompute } from '../../src/resources/compute.ts'
import { containerRegistry } from '../../src/resources/container-registry.ts'
import { cosmosDbAccount } from '../../src/resources/cosmos-db.ts'
import { databricksWorkspace } from '../../src/resources/databricks.ts'
import { diskEncryptionSet } from '../../src/resources/disk-encryption-set.ts'
import { hdInsightCluster } from '../../src/resources/hdinsight.ts'
import { vaultKey } from '../../src/resources/key.ts'
import { keyVault } from '../../src/resources/key-vault.ts'
import { managedCluster } from '../../src/resources/kubernetes.ts'
import { logAnalyticsWorkspace } from '../../src/resources/log-analytics.ts'
import { managedHsm } from '../../src/resources/managed-hsm.ts'
import { storageAccount } from '../../src/resources/storage-account.ts'
import type { Property, Scalar } from '../../src/resources/type.ts'
import { mlWorkspace } from '../../src/resources/workspace.ts'

/** What a property is read as, of a resource that has everything on the way to this path, and not the path. */
function readWithout(property: Property<Scalar>, path: string) {
  const above = path.split('.').slice(0, -1)
  const body = above.reduceRight<Record<string, unknown>>((below, name) => ({ [name]: below }), {})
  const record: ReadRecord = { state: 'read', id: '/x', source: 'resource-manager', apiVersion: '2099-01-01', body }
  return openResource(record, noReads).read(property)
}

const services = 'properties.encryption.services'
const kms = 'properties.securityProfile.azureKeyVaultKms'
const parameters = 'properties.parameters'
const entities = 'properties.encryption.entities'

describe('absence', () => {
  it.each<[Property<Scalar>, string[], unknown]>([
    [mlWorkspace.encryptionStatus, ['properties.encryption'], 'Disabled'],
    [mlWorkspace.highBusinessImpact, ['properties.hbiWorkspace'], false],
    [mlWorkspace.kind, ['kind'], 'default'],
    [mlWorkspace.identityType, ['identity', 'identity.type'], 'None'],
    [storageAccount.minimumTlsVersion, ['properties.minimumTlsVersion'], 'TLS1_0'],
    [storageAccount.sharedKeyAccess, ['properties.allowSharedKeyAccess'], true],
    [storageAccount.infrastructureEncryption, ['properties.encryption.requireInfrastructureEncryption'], false],
    [storageAccount.queueKeyType, [services, `${services}.queue`, `${services}.queue.keyType`], 'Service'],
    [storageAccount.tableKeyType, [services, `${services}.table`, `${services}.table.keyType`], 'Service'],
    [storageAccount.nfsV3, ['properties.isNfsV3Enabled'], false],
    [keyVault.purgeProtection, ['properties.enablePurgeProtection'], false],
    [keyVault.rbacAuthorization, ['properties.enableRbacAuthorization'], false],
    [keyVault.publicNetworkAccess, ['properties.publicNetworkAccess'], 'Enabled'],
    [keyVault.firewallBypass, ['properties.networkAcls', 'properties.networkAcls.bypass'], 'AzureServices'],
    [keyVault.firewallDefault, ['properties.networkAcls', 'properties.networkAcls.defaultAction'], 'Allow'],
    [containerRegistry.encryptionStatus, ['properties.encryption'], 'disabled'],
    [mlCompute.localAuthDisabled, ['properties.disableLocalAuth'], false],
    [managedCluster.etcdEncrypted, ['properties.securityProfile', kms, `${kms}.enabled`], false],
    [logAnalyticsWorkspace.keyForQueries, ['properties.forceCmkForQuery'], false],
    [diskEncryptionSet.autoRotation, ['properties.rotationToLatestKeyVersionEnabled'], false],
    [databricksWorkspace.rootKeySource, [parameters, `${parameters}.encryption`], 'Default'],
    [
      databricksWorkspace.infrastructureEncryption,
      [parameters, `${parameters}.requireInfrastructureEncryption`],
      false,
    ],
    [
      databricksWorkspace.servicesKeySource,
      ['properties.encryption', entities, `${entities}.managedServices`],
      'Default',
    ],
    [databricksWorkspace.diskKeySource, ['properties.encryption', entities, `${entities}.managedDisk`], 'Default'],
  ])('of $path, at %j, means %j', (property, paths, meaning) => {
    expect(paths.map((path) => readWithout(property, path))).toEqual(paths.map(() => meaning))
    expect(property.absentAt).toEqual(paths.map((path) => path.toLowerCase()))
  })

  it.each<[Property<Scalar>, string]>([
    [mlWorkspace.encryptionStatus, 'properties.encryption.status'],
    [mlWorkspace.serviceSideEncryption, 'properties.enableServiceSideCMKEncryption'],
    [storageAccount.httpsOnly, 'properties.supportsHttpsTrafficOnly'],
    [storageAccount.queueKeyType, 'properties.encryption'],
    [storageAccount.keySource, 'properties.encryption.keySource'],
    [keyVault.softDelete, 'properties.enableSoftDelete'],
    [containerRegistry.adminUser, 'properties.adminUserEnabled'],
    [containerRegistry.encryptionStatus, 'properties.encryption.status'],
    [vaultKey.rotationActions, 'properties.rotationPolicy'],
    [managedHsm.purgeProtection, 'properties.enablePurgeProtection'],
    [mlWorkspace.systemDatastoresAuthMode, 'properties.systemDatastoresAuthMode'],
    [mlCompute.remoteLogin, 'properties.properties.remoteLoginPortPublicAccess'],
    [managedCluster.nodePools, 'properties.agentPoolProfiles'],
    [managedCluster.infrastructureEncryption, 'properties.securityProfile'],
    [databricksWorkspace.rootKeySource, `${parameters}.encryption.value`],
    [databricksWorkspace.diskKeySource, `${entities}.managedDisk.keySource`],
    [hdInsightCluster.minimumTlsVersion, 'properties.minSupportedTlsVersion'],
  ])('of $path, at %s, means nothing', (property, path) => {
    expect(readWithout(property, path)).toBe(undefined)
  })
})

it.each<[string, string | null, Property[]]>([
  [mlWorkspace.type, '2024-10-01', [mlWorkspace.serviceSideEncryption, mlWorkspace.systemDatastoresAuthMode]],
  [mlWorkspace.type, null, [mlWorkspace.serviceSideEncryption, mlWorkspace.systemDatastoresAuthMode]],
  [mlWorkspace.type, '2025-06-01', []],
  [storageAccount.type, '2015-01-01', []],
  [databricksWorkspace.type, '2024-05-01', [databricksWorkspace.computeMode]],
  [cosmosDbAccount.type, '2024-11-15', [cosmosDbAccount.keyVersionInUse]],
  [managedCluster.type, '2026-06-01', [managedCluster.objectEncryption]],
  [managedCluster.type, '2026-05-02-preview', []],
  ['Microsoft.Nobody/knows', null, []],
])('%s read with %s does not show %j', (type, apiVersion, properties) => {
  expect(notObservable({ body: { type }, apiVersion })).toEqual(properties)
})
