import type { CloudResource } from '../estate.ts'
import { build, childId, hexOf, type Overrides, tenantId } from './build.ts'

const type = 'Microsoft.MachineLearningServices/workspaces/computes'

function compute(workspace: CloudResource, name: string, computeType: string, overrides: Overrides[]): CloudResource {
  const template = {
    id: childId(workspace, 'computes', name),
    name,
    type,
    location: workspace.location ?? '',
    tags: null,
    properties: {
      createdOn: '2025-04-01T22:00:00.0000000+00:00',
      modifiedOn: '2025-04-01T22:00:00.0000000+00:00',
      disableLocalAuth: false,
      description: null,
      resourceId: null,
      computeType,
      computeLocation: workspace.location ?? '',
      provisioningState: 'Succeeded',
      provisioningErrors: null,
      isAttachedCompute: false,
    },
  }
  return build(template as unknown as CloudResource, overrides)
}

/** A compute that stands for a resource of its own; its id comes back with `resourcegroups`. */
const attached = (resource: CloudResource) => ({
  properties: { isAttachedCompute: true, resourceId: resource.id.replace('/resourceGroups/', '/resourcegroups/') },
})

const noErrors = { errors: null, virtualMachineImage: null }

// Example: Microsoft.MachineLearningServices Compute/get/AmlCompute.json
export function cluster(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const nodes = {
    preparingNodeCount: 0,
    runningNodeCount: 0,
    idleNodeCount: 0,
    unusableNodeCount: 0,
    leavingNodeCount: 0,
    preemptedNodeCount: 0,
  }
  const inner = {
    vmSize: 'STANDARD_DS3_V2',
    vmPriority: 'Dedicated',
    osType: 'Linux',
    isolatedNetwork: false,
    subnet: null,
    scaleSettings: { maxNodeCount: 4, minNodeCount: 0, nodeIdleTimeBeforeScaleDown: 'PT120S' },
    remoteLoginPortPublicAccess: 'Disabled',
    allocationState: 'Steady',
    allocationStateTransitionTime: '2025-04-01T22:28:08.998Z',
    currentNodeCount: 0,
    targetNodeCount: 0,
    nodeStateCounts: nodes,
    enableNodePublicIp: true,
    propertyBag: {},
    ...noErrors,
  }
  const local = { properties: { disableLocalAuth: true, properties: inner } }
  return compute(workspace, name, 'AmlCompute', [local, ...overrides])
}

// Example: Microsoft.MachineLearningServices Compute/get/ComputeInstance.json
export function computeInstance(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const user = { userId: '5c1e4700-0000-4000-8000-000000000007', userOrgId: tenantId, userName: 'Ada Lindqvist' }
  const inner = {
    vmSize: 'STANDARD_DS3_V2',
    subnet: null,
    applicationSharingPolicy: 'Personal',
    sshSettings: { sshPublicAccess: 'Disabled', adminUserName: 'azureuser', sshPort: 50000, adminPublicKey: '' },
    computeInstanceAuthorizationType: 'personal',
    personalComputeInstanceSettings: { assignedUser: { objectId: user.userId, tenantId } },
    createdBy: user,
    connectivityEndpoints: { publicIpAddress: '20.50.2.17', privateIpAddress: '10.0.0.4' },
    applications: [{ displayName: 'Jupyter', endpointUri: `https://${name}.westeurope.instances.azureml.ms/tree/` }],
    osImageMetadata: { currentImageVersion: '26.06.14', latestImageVersion: '26.10.22', isLatestOsImageVersion: false },
    customServices: [],
    dataDisks: [{ caching: 'ReadWrite', diskSizeGB: 1023, lun: 0, storageAccountType: 'Standard_LRS' }],
    dataMounts: [],
    enableNodePublicIp: true,
    idleTimeBeforeShutdown: 'PT60M',
    lastOperation: { operationName: 'Start', operationTime: '2025-04-02T08:01:33.12Z', operationStatus: 'Succeeded' },
    schedules: { computeStartStop: [] },
    state: 'Running',
    ...noErrors,
  }
  return compute(workspace, name, 'ComputeInstance', [{ properties: { properties: inner } }, ...overrides])
}

/** A custom service as an instance lists it; its variables' values are returned in clear. */
export const customService = (name: string, variables: Record<string, string>) => ({
  name,
  image: { type: 'docker', reference: 'ghcr.io/azure/rocker-rstudio-ml-verse:latest' },
  docker: { privileged: true },
  endpoints: [{ name: 'connect', target: 8787, published: 8787, protocol: 'http' }],
  volumes: [
    { type: 'bind', readOnly: false, source: '/home/azureuser/cloudfiles', target: '/home/azureuser/cloudfiles' },
  ],
  environmentVariables: Object.fromEntries(
    Object.entries(variables).map(([variable, value]) => [variable, { type: 'local', value }]),
  ),
})

// Example: Microsoft.MachineLearningServices Compute/get/AKSCompute.json; `properties` as updateAKSCompute.json has it
export function aksCompute(workspace: CloudResource, name: string, aks: CloudResource, ...overrides: Overrides[]) {
  const inner = {
    clusterFqdn: null,
    agentCount: 3,
    agentVmSize: 'STANDARD_D3_V2',
    clusterPurpose: 'FastProd',
    aksNetworkingConfiguration: null,
    sslConfiguration: { status: 'Enabled', cert: null, key: null, cname: null, leafDomainLabel: null },
    systemServices: [{ systemServiceType: 'ScoringFrontend', publicIpAddress: '20.50.2.18', version: '1.0' }],
  }
  return compute(workspace, name, 'AKS', [attached(aks), { properties: { properties: inner } }, ...overrides])
}

/** The short form in which lists show such a compute: without what is particular to its type. */
export const shortened = { properties: { properties: undefined } }

// Example: Microsoft.MachineLearningServices Compute/get/KubernetesCompute.json
export function kubernetesCompute(
  workspace: CloudResource,
  name: string,
  of: CloudResource,
  ...overrides: Overrides[]
) {
  const resources = { cpu: '1', memory: '4Gi', 'nvidia.com/gpu': null }
  const inner = {
    relayConnectionString: null,
    serviceBusConnectionString: null,
    extensionPrincipalId: null,
    extensionInstanceReleaseTrain: 'stable',
    vcName: null,
    namespace: 'azureml',
    defaultInstanceType: 'defaultinstancetype',
    instanceTypes: {
      defaultinstancetype: { nodeSelector: null, resources: { requests: resources, limits: resources } },
    },
  }
  return compute(workspace, name, 'Kubernetes', [attached(of), { properties: { properties: inner } }, ...overrides])
}

// Fields: Microsoft.MachineLearningServices VirtualMachineSchema
export function virtualMachineCompute(workspace: CloudResource, name: string, vm: CloudResource, ...rest: Overrides[]) {
  const inner = {
    virtualMachineSize: 'STANDARD_DS3_V2',
    sshPort: 22,
    notebookServerPort: null,
    address: '20.50.2.19',
    administratorAccount: { username: 'azureuser', publicKeyData: null, privateKeyData: null },
    isNotebookInstanceCompute: false,
  }
  return compute(workspace, name, 'VirtualMachine', [attached(vm), { properties: { properties: inner } }, ...rest])
}

// Fields: Microsoft.MachineLearningServices HDInsightSchema
export function hdInsightCompute(workspace: CloudResource, name: string, of: CloudResource, ...rest: Overrides[]) {
  const administratorAccount = { username: 'sshuser', publicKeyData: null, privateKeyData: null }
  const inner = { sshPort: 22, address: `${of.name}-ssh.azurehdinsight.net`, administratorAccount }
  return compute(workspace, name, 'HDInsight', [attached(of), { properties: { properties: inner } }, ...rest])
}

// Fields: Microsoft.MachineLearningServices DatabricksSchema
export function databricksCompute(workspace: CloudResource, name: string, of: CloudResource, ...rest: Overrides[]) {
  const { workspaceUrl } = of.properties as { workspaceUrl: string }
  const inner = { databricksAccessToken: null, workspaceUrl }
  return compute(workspace, name, 'Databricks', [attached(of), { properties: { properties: inner } }, ...rest])
}

// Fields: Microsoft.MachineLearningServices SynapseSpark
export function synapseSparkCompute(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const inner = {
    autoScaleProperties: { enabled: true, minNodeCount: 3, maxNodeCount: 10 },
    autoPauseProperties: { enabled: true, delayInMinutes: 15 },
    sparkVersion: '3.4',
    nodeCount: 3,
    nodeSize: 'Small',
    nodeSizeFamily: 'MemoryOptimized',
    workspaceName: 'synw-contoso',
    poolName: name,
  }
  return compute(workspace, name, 'SynapseSpark', [{ properties: { properties: inner } }, ...overrides])
}

// Example: Microsoft.MachineLearningServices createBasicDataFactoryCompute.json
export const dataFactoryCompute = (workspace: CloudResource, name: string, ...overrides: Overrides[]) =>
  compute(workspace, name, 'DataFactory', overrides)

// Fields: Microsoft.MachineLearningServices DataLakeAnalyticsSchema
export const dataLakeAnalyticsCompute = (workspace: CloudResource, name: string, ...overrides: Overrides[]) =>
  compute(workspace, name, 'DataLakeAnalytics', [
    { properties: { properties: { dataLakeStoreAccountName: `adl${hexOf(name).slice(0, 6)}` } } },
    ...overrides,
  ])
