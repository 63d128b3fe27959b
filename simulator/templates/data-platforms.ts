import type { CloudResource } from '../estate.ts'
import {
  build,
  displayLocationOf,
  groupId,
  guidOf,
  hexOf,
  locationOf,
  type Overrides,
  resourceId,
  type Scope,
  systemAssigned,
  systemData,
  tenantId,
} from './build.ts'
import type { KeyReference } from './key-vault.ts'

// Example: Microsoft.Databricks WorkspaceGetParameters.json, its location as people write it
export function databricksWorkspace(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.Databricks/workspaces', name)
  const workspaceId = String(Number.parseInt(hexOf(id).slice(0, 12), 16)).padStart(16, '4')
  const person = { oid: 'ad314000-0000-4000-8000-000000000001', puid: '10032002A1B2C3D4' }
  const template = {
    id,
    name,
    type: 'Microsoft.Databricks/workspaces',
    location: displayLocationOf(scope),
    tags: {},
    sku: { name: 'premium' },
    systemData,
    properties: {
      managedResourceGroupId: `${groupId(scope)}-databricks-managed`,
      parameters: {
        enableNoPublicIp: { type: 'Bool', value: true },
        prepareEncryption: { type: 'Bool', value: false },
        requireInfrastructureEncryption: { type: 'Bool', value: false },
        storageAccountName: { type: 'String', value: `dbstorage${hexOf(id).slice(0, 13)}` },
        storageAccountSkuName: { type: 'String', value: 'Standard_ZRS' },
      },
      provisioningState: 'Succeeded',
      authorizations: [],
      createdBy: person,
      updatedBy: person,
      createdDateTime: '2025-04-01T00:10:29.2858439Z',
      workspaceId,
      workspaceUrl: `adb-${workspaceId}.19.azuredatabricks.net`,
      publicNetworkAccess: 'Enabled',
      requiredNsgRules: 'AllRules',
      isUcEnabled: true,
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.Databricks EnableEncryption.json, `KeyName` and `keyversion` side by side
export const databricksRootKey = (key: KeyReference) => ({
  properties: {
    parameters: {
      prepareEncryption: { type: 'Bool', value: true },
      encryption: {
        type: 'Object',
        value: {
          keySource: 'Microsoft.Keyvault',
          keyvaulturi: `${key.vaultUri}/`,
          KeyName: key.name,
          keyversion: key.version,
        },
      },
    },
    storageAccountIdentity: { principalId: guidOf(`${key.vaultId}/dbfs`), tenantId, type: 'SystemAssigned' },
  },
})

// Example: Microsoft.Databricks WorkspaceManagedDiskEncryptionGet.json
export function databricksEntityKey(entity: 'managedServices' | 'managedDisk', key: KeyReference) {
  const keyVaultProperties = { keyVaultUri: `${key.vaultUri}/`, keyName: key.name, keyVersion: key.version }
  const rotation = entity === 'managedDisk' ? { rotationToLatestKeyVersionEnabled: true } : {}
  const encrypted = { keySource: 'Microsoft.Keyvault', keyVaultProperties, ...rotation }
  return { properties: { encryption: { entities: { [entity]: encrypted } } } }
}

// Example: Microsoft.ContainerInstance ContainerGroupsGet_Succeeded.json
export function containerGroup(scope: Scope, name: string, host: string, ...overrides: Overrides[]): CloudResource {
  const port = { protocol: 'TCP', port: 80 }
  const template = {
    id: resourceId(scope, 'Microsoft.ContainerInstance/containerGroups', name),
    name,
    type: 'Microsoft.ContainerInstance/containerGroups',
    location: locationOf(scope),
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      sku: 'Standard',
      containers: [
        {
          name: 'scoring',
          properties: {
            image: 'crmlwlab.azurecr.io/azureml/azureml_0a1b2c',
            ports: [port],
            environmentVariables: [{ name: 'WORKER_COUNT', value: '1' }],
            resources: { requests: { memoryInGB: 0.5, cpu: 0.1 } },
          },
        },
      ],
      restartPolicy: 'Always',
      osType: 'Linux',
      ipAddress: { ports: [port], ip: '20.50.2.21', type: 'Public', fqdn: host },
      instanceView: { events: [], state: 'Running' },
      isCustomProvisioningTimeout: false,
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.ContainerInstance ContainerGroupEncryptionProperties.json
export const containerGroupKey = (key: KeyReference) => ({
  properties: {
    encryptionProperties: { vaultBaseUrl: key.vaultUri, keyName: key.name, keyVersion: key.version },
  },
})

// Example: Microsoft.CognitiveServices GetAccount.json
export function aiServicesAccount(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: resourceId(scope, 'Microsoft.CognitiveServices/accounts', name),
    name,
    type: 'Microsoft.CognitiveServices/accounts',
    kind: 'OpenAI',
    location: locationOf(scope),
    sku: { name: 'S0' },
    tags: {},
    identity: systemAssigned(resourceId(scope, 'Microsoft.CognitiveServices/accounts', name)),
    properties: {
      endpoint: `https://${name}.openai.azure.com/`,
      provisioningState: 'Succeeded',
      internalId: hexOf(name),
      dateCreated: '2025-03-11T08:18:40.6420012Z',
      callRateLimit: { rules: [] },
      isMigrated: false,
      customSubDomainName: name,
      networkAcls: { defaultAction: 'Allow', virtualNetworkRules: [], ipRules: [] },
      privateEndpointConnections: [],
      publicNetworkAccess: 'Enabled',
      capabilities: [{ name: 'VirtualNetworks' }, { name: 'CustomerManagedKey' }],
    },
  }
  return build(template, overrides)
}

// Fields: Microsoft.CognitiveServices Encryption
export const aiServicesKey = (key: KeyReference) => ({
  properties: {
    disableLocalAuth: true,
    encryption: {
      keySource: 'Microsoft.KeyVault',
      keyVaultProperties: {
        keyName: key.name,
        keyVersion: key.version,
        keyVaultUri: `${key.vaultUri}/`,
      },
    },
  },
})

// Example: Microsoft.HDInsight HDI_Clusters_Get of a Spark cluster
export function hdInsightCluster(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.HDInsight/clusters', name)
  const role = (roleName: string, targetInstanceCount: number) => ({
    name: roleName,
    targetInstanceCount,
    hardwareProfile: { vmSize: 'standard_e8_v3' },
    osProfile: { linuxOperatingSystemProfile: { username: 'sshuser' } },
    encryptDataDisks: false,
  })
  const template = {
    id,
    name,
    type: 'Microsoft.HDInsight/clusters',
    location: displayLocationOf(scope),
    etag: '8c1f0f35-2b1f-4b0d-9d4d-0e5ce0a0b5c2',
    tags: {},
    identity: systemAssigned(id),
    properties: {
      clusterVersion: '5.1.3000.0',
      clusterHdpVersion: '',
      osType: 'Linux',
      tier: 'Standard',
      clusterDefinition: { blueprint: '', kind: 'Spark', componentVersion: { Spark: '3.3' } },
      computeProfile: { roles: [role('headnode', 2), role('workernode', 3)] },
      provisioningState: 'Succeeded',
      clusterState: 'Running',
      createdDate: '2025-04-01T02:00:00.000',
      quotaInfo: { coresUsed: 40 },
      connectivityEndpoints: [{ name: 'HTTPS', protocol: 'TCP', location: `${name}.azurehdinsight.net`, port: 443 }],
      minSupportedTlsVersion: '1.2',
      encryptionInTransitProperties: { isEncryptionInTransitEnabled: false },
      computeIsolationProperties: { enableComputeIsolation: false },
    },
  }
  return build(template, overrides)
}

// Fields: Microsoft.HDInsight DiskEncryptionProperties
export const hdInsightKey = (key: KeyReference, identity: CloudResource) => ({
  properties: {
    diskEncryptionProperties: {
      vaultUri: `${key.vaultUri}/`,
      keyName: key.name,
      keyVersion: key.version,
      encryptionAlgorithm: 'RSA-OAEP',
      msiResourceId: identity.id,
      encryptionAtHost: true,
    },
    encryptionInTransitProperties: { isEncryptionInTransitEnabled: true },
  },
})
