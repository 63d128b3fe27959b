import { flag, object, resourceType, text } from './type.ts'

const disks = 'properties.diskEncryptionProperties'

const own = {
  diskEncryption: object(disks),
  keyVaultUri: text(`${disks}.vaultUri`),
  keyName: text(`${disks}.keyName`),
  keyVersion: text(`${disks}.keyVersion`),
  encryptionAtHost: flag(`${disks}.encryptionAtHost`),
  encryptionInTransit: object('properties.encryptionInTransitProperties'),
  encryptedInTransit: flag('properties.encryptionInTransitProperties.isEncryptionInTransitEnabled'),
  minimumTlsVersion: text('properties.minSupportedTlsVersion'),
}

export const hdInsightCluster = resourceType('Microsoft.HDInsight/clusters', own, {
  label: 'HDInsight cluster',
  prefix: 'co-',
  apiVersions: ['2021-06-01'],
  keys: [{ parts: { uri: own.keyVaultUri, name: own.keyName, version: own.keyVersion } }],
  whenGone: 'nothing-to-encrypt',
})
