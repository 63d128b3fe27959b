import type { CloudResource } from '../estate.ts'
import {
  build,
  locationOf,
  type Overrides,
  principalIdOf,
  resourceId,
  type Scope,
  systemAssigned,
  systemData,
  tenantId,
} from './build.ts'
import { type KeyReference, keyUriWithVersion } from './key-vault.ts'

const nodePool = {
  name: 'nodepool1',
  count: 3,
  vmSize: 'Standard_D4s_v5',
  osDiskSizeGB: 128,
  osDiskType: 'Managed',
  kubeletDiskType: 'OS',
  maxPods: 110,
  type: 'VirtualMachineScaleSets',
  enableAutoScaling: false,
  provisioningState: 'Succeeded',
  powerState: { code: 'Running' },
  orchestratorVersion: '1.36',
  currentOrchestratorVersion: '1.36.2',
  enableNodePublicIP: false,
  mode: 'System',
  osType: 'Linux',
  osSKU: 'Ubuntu',
  nodeImageVersion: 'AKSUbuntu-2204gen2containerd-202611.02.0',
  upgradeSettings: { maxSurge: '10%' },
  enableFIPS: false,
}

/** A node pool; without `enableEncryptionAtHost` it has none. */
export const pool = (name: string, ...overrides: Overrides[]) => Object.assign({}, nodePool, { name }, ...overrides)

// Example: Microsoft.ContainerService ManagedClustersGet.json, its id and type spelt as there
export function managedCluster(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.ContainerService/managedClusters', name).replace('Groups', 'groups')
  const template = {
    id,
    name,
    type: 'Microsoft.ContainerService/ManagedClusters',
    location: locationOf(scope),
    tags: {},
    sku: { name: 'Base', tier: 'Standard' },
    identity: systemAssigned(id),
    eTag: '8c1f0f35-2b1f-4b0d-9d4d-0e5ce0a0b5c1',
    properties: {
      provisioningState: 'Succeeded',
      powerState: { code: 'Running' },
      kubernetesVersion: '1.36',
      currentKubernetesVersion: '1.36.2',
      dnsPrefix: `${name}-dns`,
      fqdn: `${name}-dns-ab12cd34.hcp.${locationOf(scope)}.azmk8s.io`,
      agentPoolProfiles: [pool('nodepool1')],
      servicePrincipalProfile: { clientId: 'msi' },
      nodeResourceGroup: `MC_${scope.resourceGroup}_${name}_${locationOf(scope)}`,
      enableRBAC: true,
      supportPlan: 'KubernetesOfficial',
      networkProfile: {
        networkPlugin: 'azure',
        networkPluginMode: 'overlay',
        podCidr: '10.244.0.0/16',
        serviceCidr: '10.0.0.0/16',
        dnsServiceIP: '10.0.0.10',
        outboundType: 'loadBalancer',
        loadBalancerSku: 'standard',
        ipFamilies: ['IPv4'],
      },
      maxAgentPools: 100,
      disableLocalAccounts: false,
      securityProfile: {},
      storageProfile: { diskCSIDriver: { enabled: true }, fileCSIDriver: { enabled: true } },
      oidcIssuerProfile: { enabled: false },
      autoUpgradeProfile: { upgradeChannel: 'patch', nodeOSUpgradeChannel: 'NodeImage' },
    },
  }
  return build(template, overrides)
}

/** The disks' key; the property ends in a capital ID. */
export const diskEncryption = (set: CloudResource) => ({ properties: { diskEncryptionSetID: set.id } })

/** Encryption of etcd with a key of yours. */
export const etcdKey = (key: KeyReference) => ({
  properties: {
    securityProfile: {
      azureKeyVaultKms: { enabled: true, keyId: keyUriWithVersion(key), keyVaultNetworkAccess: 'Public' },
    },
  },
})

// Example: Microsoft.KubernetesConfiguration GetExtension.json; settings are strings, whatever they say
export function machineLearningExtension(cluster: CloudResource, ...overrides: Overrides[]): CloudResource {
  const id = `${cluster.id}/providers/Microsoft.KubernetesConfiguration/extensions/azureml`
  const template = {
    id,
    name: 'azureml',
    type: 'Microsoft.KubernetesConfiguration/extensions',
    identity: { principalId: principalIdOf(id), tenantId, type: 'SystemAssigned' },
    systemData,
    properties: {
      extensionType: 'microsoft.azureml.kubernetes',
      autoUpgradeMinorVersion: true,
      releaseTrain: 'stable',
      version: '1.1.64',
      currentVersion: '1.1.64',
      scope: { cluster: { releaseNamespace: 'azureml' } },
      configurationSettings: {
        enableTraining: 'True',
        enableInference: 'True',
        inferenceRouterServiceType: 'LoadBalancer',
        allowInsecureConnections: 'False',
        sslSecret: 'azureml-tls',
        sslCname: 'inference.contoso.com',
      },
      configurationProtectedSettings: {},
      provisioningState: 'Succeeded',
      statuses: [],
      isSystemExtension: false,
    },
  }
  return build(template, overrides)
}

// Sample: "List all Azure Arc-enabled Kubernetes clusters with an extension" of Resource Graph, which reads ExtensionType
export function indexedExtension({ properties, ...rest }: CloudResource): Partial<CloudResource> {
  const pascal = (property: string) => property.charAt(0).toUpperCase() + property.slice(1)
  const renamed = Object.entries(properties as Overrides).map(([property, value]) => [pascal(property), value])
  return { ...rest, properties: Object.fromEntries(renamed) }
}

// Example: Microsoft.Kubernetes GetClusterExample.json
export function connectedCluster(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.Kubernetes/connectedClusters', name)
  const template = {
    id,
    name,
    type: 'Microsoft.Kubernetes/connectedClusters',
    location: locationOf(scope),
    tags: {},
    identity: systemAssigned(id),
    systemData,
    properties: {
      provisioningState: 'Succeeded',
      kubernetesVersion: '1.35.1',
      totalNodeCount: 3,
      totalCoreCount: 12,
      agentVersion: '1.29.4',
      distribution: 'k3s',
      infrastructure: 'generic',
      offering: '',
      agentPublicKeyCertificate: '',
      connectivityStatus: 'Connected',
      lastConnectivityTime: '2026-11-20T06:21:51.334Z',
      managedIdentityCertificateExpirationTime: '2027-02-18T06:20:22Z',
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.Compute DiskEncryptionSet_Get.json; the key's URL always carries a version
export function diskEncryptionSet(scope: Scope, name: string, key: KeyReference, ...overrides: Overrides[]) {
  const id = resourceId(scope, 'Microsoft.Compute/diskEncryptionSets', name)
  const template = {
    id,
    name,
    type: 'Microsoft.Compute/diskEncryptionSets',
    location: locationOf(scope),
    tags: {},
    identity: systemAssigned(id),
    properties: {
      activeKey: { sourceVault: { id: key.vaultId }, keyUrl: keyUriWithVersion(key) },
      previousKeys: [],
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      rotationToLatestKeyVersionEnabled: true,
      lastKeyRotationTimestamp: '2025-09-02T10:21:44.7023290Z',
      provisioningState: 'Succeeded',
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.Compute Disk_Get.json
export function disk(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const id = resourceId(scope, 'Microsoft.Compute/disks', name)
  const template = {
    id,
    name,
    type: 'Microsoft.Compute/disks',
    location: locationOf(scope),
    tags: {},
    sku: { name: 'Premium_LRS', tier: 'Premium' },
    managedBy: null,
    properties: {
      osType: 'Linux',
      hyperVGeneration: 'V2',
      diskSizeGB: 128,
      diskIOPSReadWrite: 500,
      diskMBpsReadWrite: 100,
      encryption: { type: 'EncryptionAtRestWithPlatformKey' },
      networkAccessPolicy: 'AllowAll',
      publicNetworkAccess: 'Enabled',
      timeCreated: '2025-04-01T21:40:11.4012235+00:00',
      provisioningState: 'Succeeded',
      diskState: 'Attached',
      diskSizeBytes: 137438953472,
      tier: 'P10',
    },
  }
  return build(template, overrides)
}

/** A disk under a disk encryption set, and how a virtual machine refers to one. */
export const diskUnder = (set: CloudResource) => ({
  properties: { encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: set.id } },
})

const managed = (id: string, set?: CloudResource) => ({
  id,
  storageAccountType: 'Premium_LRS',
  ...(set && { diskEncryptionSet: { id: set.id } }),
})

// Example: Microsoft.Compute VirtualMachine_Get.json
export function virtualMachine(scope: Scope, name: string, osDisk: CloudResource, ...overrides: Overrides[]) {
  const id = resourceId(scope, 'Microsoft.Compute/virtualMachines', name)
  const template = {
    id,
    name,
    type: 'Microsoft.Compute/virtualMachines',
    location: locationOf(scope),
    tags: {},
    properties: {
      vmId: principalIdOf(id),
      hardwareProfile: { vmSize: 'Standard_DS3_v2' },
      storageProfile: {
        imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
        osDisk: {
          osType: 'Linux',
          name: osDisk.name,
          createOption: 'FromImage',
          caching: 'ReadWrite',
          managedDisk: managed(osDisk.id),
          deleteOption: 'Delete',
          diskSizeGB: 128,
        },
        dataDisks: [],
        diskControllerType: 'SCSI',
      },
      osProfile: { computerName: name, adminUsername: 'azureuser', linuxConfiguration: {}, secrets: [] },
      securityProfile: { securityType: 'TrustedLaunch', uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } },
      networkProfile: { networkInterfaces: [] },
      diagnosticsProfile: { bootDiagnostics: { enabled: true } },
      provisioningState: 'Succeeded',
      timeCreated: '2025-04-01T21:40:09.3543592+00:00',
    },
  }
  return build(template, overrides)
}

/** A data disk of a virtual machine; with a set, under its key. */
export const dataDisk = (of: CloudResource, lun: number, set?: CloudResource) => ({
  lun,
  name: of.name,
  createOption: 'Attach',
  caching: 'None',
  managedDisk: managed(of.id, set),
  diskSizeGB: 128,
  toBeDetached: false,
})
