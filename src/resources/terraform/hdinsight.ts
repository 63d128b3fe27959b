import { hdInsightCluster } from '../hdinsight.ts'
import { attribute, terraform } from './declaration.ts'
import { inGroup, keyParts, location } from './parts.ts'

const key = {
  uri: hdInsightCluster.keyVaultUri,
  name: hdInsightCluster.keyName,
  version: hdInsightCluster.keyVersion,
}

const ofKind = (kind: string) =>
  terraform(`azurerm_hdinsight_${kind}_cluster`, hdInsightCluster, {
    id: inGroup(hdInsightCluster),
    settings: [
      location,
      ...keyParts('disk_encryption.key_vault_key_id', key),
      [hdInsightCluster.encryptionAtHost, attribute('disk_encryption.encryption_at_host_enabled')],
      // only the kind for Kafka has it
      [hdInsightCluster.encryptedInTransit, attribute('encryption_in_transit_enabled')],
      [hdInsightCluster.minimumTlsVersion, attribute('tls_min_version')],
    ],
  })

export const hdInsightClusters = ['hadoop', 'hbase', 'interactive_query', 'kafka', 'spark'].map(ofKind)
