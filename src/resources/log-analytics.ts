import { managedIdentity } from './managed-identity.ts'
import { flag, type Link, object, resourceType, text } from './type.ts'

const apiVersions = ['2025-07-01', '2022-10-01']

const ofCluster = {
  ...managedIdentity,
  keyVaultProperties: object('properties.keyVaultProperties'),
  keyVaultUri: text('properties.keyVaultProperties.keyVaultUri'),
  keyName: text('properties.keyVaultProperties.keyName'),
  keyVersion: text('properties.keyVaultProperties.keyVersion'),
  doubleEncryption: flag('properties.isDoubleEncryptionEnabled'),
}

export const logAnalyticsCluster = resourceType('Microsoft.OperationalInsights/clusters', ofCluster, {
  label: 'Log Analytics cluster',
  prefix: 'ai-',
  apiVersions,
  identities: [ofCluster.userAssignedIdentities],
  keys: [
    {
      parts: { uri: ofCluster.keyVaultUri, name: ofCluster.keyName, version: ofCluster.keyVersion },
      identity: 'own',
    },
  ],
})

const ofWorkspace = {
  cluster: text('properties.features.clusterResourceId'),
  keyForQueries: flag('properties.forceCmkForQuery', { absent: false }),
}

export const dedicatedCluster: Link = { property: ofWorkspace.cluster, type: logAnalyticsCluster.type }

export const logAnalyticsWorkspace = resourceType('Microsoft.OperationalInsights/workspaces', ofWorkspace, {
  label: 'Log Analytics workspace',
  prefix: 'ai-',
  apiVersions,
  links: [dedicatedCluster],
})
