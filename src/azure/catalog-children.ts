import type { TypeEntry } from './catalog.ts'

const machineLearning = ['2025-12-01', '2025-06-01', '2024-10-01']
const provider = 'Microsoft.MachineLearningServices/workspaces'

/** What only Resource Manager lists, workspace by workspace. */
export const childTypes: Record<string, TypeEntry> = {
  ...child('computes', 'compute', {
    keep: [
      'properties.computeType',
      'properties.provisioningState',
      'properties.resourceId',
      'properties.disableLocalAuth',
      'properties.properties.scaleSettings.minNodeCount',
      'properties.properties.remoteLoginPortPublicAccess',
      'properties.properties.subnet.id',
      'properties.properties.sshSettings.sshPublicAccess',
      'properties.properties.sslConfiguration.status',
    ],
    links: ['properties.resourceId'],
    secrets: true,
    whole: 'properties.properties',
  }),
  ...child('datastores', 'datastore', {
    keep: [
      'properties.datastoreType',
      'properties.accountName',
      'properties.protocol',
      'properties.subscriptionId',
      'properties.resourceGroup',
      'properties.credentials.credentialsType',
    ],
  }),
  ...child('connections', 'connection', {
    keep: ['properties.authType', 'properties.category', 'properties.expiryTime'],
    secrets: true,
  }),
  ...child('onlineEndpoints', 'online endpoint', {
    keep: ['properties.scoringUri', 'properties.authMode', 'properties.compute', 'properties.provisioningState'],
    secrets: true,
  }),
  ...child('onlineEndpoints/deployments', 'online deployment', { keep: [], secrets: true }),
  ...child('batchEndpoints', 'batch endpoint', {
    keep: ['properties.scoringUri', 'properties.authMode', 'properties.provisioningState'],
    secrets: true,
  }),
  ...child('batchEndpoints/deployments', 'batch deployment', { keep: [], secrets: true }),
  ...child('serverlessEndpoints', 'serverless endpoint', {
    keep: ['properties.inferenceEndpoint.uri', 'properties.authMode', 'properties.provisioningState'],
  }),
  ...child('jobs', 'job', {
    keep: ['properties.displayName', 'properties.experimentName'],
    secrets: true,
    query: { listViewType: 'ActiveOnly' },
  }),
  ...child('schedules', 'schedule', { keep: [], secrets: true }),
  ...child('services', 'SDK v1 web service', {
    apiVersions: ['2021-04-01'],
    keep: ['properties.computeType', 'properties.scoringUri', 'properties.properties.hasHttps'],
    secrets: true,
  }),
}

/** What computes and clusters stand on. */
export const computeTypes: Record<string, TypeEntry> = {
  'microsoft.containerservice/managedclusters': {
    label: 'Kubernetes cluster',
    apiVersions: ['2024-09-01', '2024-05-01'],
    action: 'Microsoft.ContainerService/managedClusters/read',
    keep: [
      'properties.diskEncryptionSetID',
      'properties.agentPoolProfiles',
      'properties.currentKubernetesVersion',
      'properties.kubernetesVersion',
      'properties.supportPlan',
      'properties.securityProfile.azureKeyVaultKms',
      'properties.securityProfile.kubernetesResourceObjectEncryptionProfile',
    ],
    links: ['properties.diskEncryptionSetID'],
  },
  'microsoft.kubernetes/connectedclusters': {
    label: 'Arc cluster',
    apiVersions: ['2024-01-01'],
    action: 'Microsoft.Kubernetes/connectedClusters/read',
    keep: [],
    links: [],
  },
  'microsoft.kubernetesconfiguration/extensions': {
    label: 'cluster extension',
    apiVersions: ['2023-05-01', '2022-11-01'],
    action: 'Microsoft.KubernetesConfiguration/extensions/read',
    keep: [
      'properties.extensionType',
      ...['enableInference', 'allowInsecureConnections', 'sslSecret', 'sslCname', 'inferenceRouterServiceType'].map(
        (name) => `properties.configurationSettings.${name}`,
      ),
    ],
    links: [],
  },
  'microsoft.compute/diskencryptionsets': {
    label: 'disk encryption set',
    apiVersions: ['2024-03-02', '2023-04-02'],
    action: 'Microsoft.Compute/diskEncryptionSets/read',
    keep: [
      'properties.encryptionType',
      'properties.activeKey',
      'properties.rotationToLatestKeyVersionEnabled',
      'properties.autoKeyRotationError',
      'properties.federatedClientId',
    ],
    links: [],
  },
  'microsoft.compute/virtualmachines': {
    label: 'virtual machine',
    apiVersions: ['2024-07-01', '2023-09-01'],
    action: 'Microsoft.Compute/virtualMachines/read',
    keep: [
      'properties.securityProfile.encryptionAtHost',
      'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id',
      'properties.storageProfile.dataDisks',
    ],
    links: [],
  },
  'microsoft.databricks/workspaces': {
    label: 'Databricks workspace',
    apiVersions: ['2026-01-01', '2024-05-01', '2023-02-01'],
    action: 'Microsoft.Databricks/workspaces/read',
    keep: [
      'sku.name',
      'properties.computeMode',
      'properties.managedResourceGroupId',
      'properties.parameters.encryption.value',
      'properties.parameters.requireInfrastructureEncryption.value',
      'properties.encryption.entities',
    ],
    links: [],
  },
  'microsoft.hdinsight/clusters': {
    label: 'HDInsight cluster',
    apiVersions: ['2021-06-01'],
    action: 'Microsoft.HDInsight/clusters/read',
    keep: [
      'properties.diskEncryptionProperties',
      'properties.encryptionInTransitProperties',
      'properties.minSupportedTlsVersion',
    ],
    links: [],
  },
  'microsoft.containerinstance/containergroups': {
    label: 'container group',
    apiVersions: ['2023-05-01', '2021-10-01'],
    action: 'Microsoft.ContainerInstance/containerGroups/read',
    keep: ['properties.ipAddress.fqdn', 'properties.encryptionProperties'],
    links: [],
  },
  'microsoft.storage/storageaccounts/encryptionscopes': {
    label: 'encryption scope',
    apiVersions: ['2025-06-01', '2023-05-01'],
    action: 'Microsoft.Storage/storageAccounts/encryptionScopes/read',
    keep: ['properties.source', 'properties.state', 'properties.keyVaultProperties'],
    links: [],
  },
}

function child(path: string, label: string, entry: Partial<TypeEntry> & { keep: string[] }): Record<string, TypeEntry> {
  const type = `${provider}/${path}`
  return { [type.toLowerCase()]: { label, apiVersions: machineLearning, action: `${type}/read`, links: [], ...entry } }
}
