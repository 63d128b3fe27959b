import { describe, expect, it } from 'vitest'
import type { CloudResource } from '../../simulator/estate.ts'
import * as templates from '../../simulator/templates.ts'

const scope = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg', location: 'eastus2' }

const vault = templates.keyVault(scope, 'kv')
const { reference: key, resources: keys } = templates.keyWithVersion(vault, 'cmk')
const hsm = templates.managedHsm(scope, 'hsm')
const identity = templates.userAssignedIdentity(scope, 'id')
const account = templates.storageAccount(scope, 'st')
const logs = templates.logAnalyticsWorkspace(scope, 'law')
const workspace = templates.workspace(scope, 'mlw')
const hub = templates.hub(scope, 'hub', templates.uses({ storageAccount: account }))
const aks = templates.managedCluster(scope, 'aks')
const databricks = templates.databricksWorkspace(scope, 'dbw')
const hdInsight = templates.hdInsightCluster(scope, 'hdi')
const disk = templates.disk(scope, 'disk')
const vm = templates.virtualMachine(scope, 'vm', disk)
const set = templates.diskEncryptionSet(scope, 'des', key)
const online = templates.onlineEndpoint(workspace, 'online')
const batch = templates.batchEndpoint(workspace, 'batch')

const computes = [
  templates.cluster(workspace, 'cpu-cluster'),
  templates.computeInstance(workspace, 'ci'),
  templates.aksCompute(workspace, 'aks-v1', aks),
  templates.kubernetesCompute(workspace, 'aks-v2', aks),
  templates.virtualMachineCompute(workspace, 'vm', vm),
  templates.hdInsightCompute(workspace, 'hdi', hdInsight),
  templates.databricksCompute(workspace, 'dbw', databricks),
  templates.synapseSparkCompute(workspace, 'spark'),
  templates.dataFactoryCompute(workspace, 'adf'),
  templates.dataLakeAnalyticsCompute(workspace, 'adla'),
]

const resources = [
  ...[vault, ...keys, hsm, templates.managedHsmKey(hsm, 'cmk', key.version), identity, account, logs],
  ...[workspace, hub, templates.project(scope, 'proj', hub), templates.featureStore(scope, 'features')],
  ...[templates.containerRegistry(scope, 'cr'), templates.encryptionScope(account, 'scope')],
  ...[templates.component(scope, 'appi', logs), templates.classicComponent(scope, 'classic')],
  ...[templates.logAnalyticsCluster(scope, 'lac'), templates.cosmosDbAccount(scope, 'cosmos')],
  ...[templates.searchService(scope, 'search'), templates.roleAssignment(vault.id, templates.roles.reader, 'someone')],
  ...computes,
  ...[aks, templates.machineLearningExtension(aks), templates.connectedCluster(scope, 'arc'), set, disk, vm],
  ...[databricks, hdInsight, templates.containerGroup(scope, 'aci', 'host')],
  ...[online, templates.onlineDeployment(online, 'blue'), batch, templates.batchDeployment(batch, 'default')],
  ...[templates.serverlessEndpoint(workspace, 'serverless'), templates.connection(workspace, 'openai')],
  ...[templates.aksService(workspace, 'v1'), templates.containerInstanceService(workspace, 'aci', 'host')],
  ...[templates.commandJob(workspace, 'command'), templates.sweepJob(workspace, 'sweep')],
  ...[templates.pipelineJob(workspace, 'pipeline'), templates.autoMlJob(workspace, 'automl')],
  ...[templates.sparkJob(workspace, 'spark'), templates.schedule(workspace, 'nightly')],
  ...templates.systemDatastores(workspace, account),
  ...[templates.dataLakeDatastore(workspace, 'lake', account), templates.dataLakeGen1Datastore(workspace, 'gen1')],
  templates.oneLakeDatastore(workspace, 'onelake'),
]

/** The type that an id spells out after its last `/providers/`. */
const typeInId = (id: string) =>
  id
    .slice(id.lastIndexOf('/providers/') + '/providers/'.length)
    .split('/')
    .filter((_, at) => at === 0 || at % 2 === 1)
    .join('/')

describe('a template', () => {
  it.each(resources.map((resource) => [resource.type, resource]))('of %s fits its id', (type, resource) => {
    expect(resource.id).toMatch(/^\/subscriptions\/[^/]+\/resourcegroups\/rg\/providers\//i)
    expect(resource.id.endsWith(`/${resource.name}`)).toBe(true)
    expect(typeInId(resource.id).toLowerCase()).toBe(type.toLowerCase())
    expect(resource.properties).toBeTypeOf('object')
  })

  it('makes ids that differ', () => {
    expect(new Set(resources.map(({ id }) => id.toLowerCase())).size).toBe(resources.length)
  })

  it('covers every type of compute', () => {
    const types = computes.map(({ properties }) => (properties as { computeType: string }).computeType)
    expect(types.toSorted()).toEqual([
      'AKS',
      'AmlCompute',
      'ComputeInstance',
      'DataFactory',
      'DataLakeAnalytics',
      'Databricks',
      'HDInsight',
      'Kubernetes',
      'SynapseSpark',
      'VirtualMachine',
    ])
  })

  it('is fresh each time', () => {
    const first = templates.storageAccount(scope, 'st')
    templates.change(first, { properties: { encryption: { services: { blob: { enabled: false } } } } })
    expect(templates.storageAccount(scope, 'st')).toEqual(account)
  })
})

describe('overrides', () => {
  const properties = (resource: CloudResource) => resource.properties as Record<string, unknown>

  it('merge deeply, remove what is undefined, keep null', () => {
    const changed = templates.storageAccount(scope, 'st', {
      properties: { minimumTlsVersion: undefined, allowSharedKeyAccess: null, encryption: { keySource: 'other' } },
    })
    expect(properties(changed)).not.toHaveProperty('minimumTlsVersion')
    expect(properties(changed)).toMatchObject({
      allowSharedKeyAccess: null,
      encryption: { keySource: 'other', services: { blob: { enabled: true } } },
    })
  })

  it.each([
    ['subscription-side', templates.subscriptionSideKey(key, 'azureml-rg-mlw', identity), false],
    ['service-side', templates.serviceSideKey(key), true],
    [
      'bring-your-own',
      templates.bringYourOwnKey(key, { cosmosDb: account, storageAccount: account, search: account }),
      false,
    ],
  ])('give a workspace a %s key', (_, overrides, enableServiceSideCMKEncryption) => {
    expect(properties(templates.workspace(scope, 'mlw', overrides))).toMatchObject({
      enableServiceSideCMKEncryption,
      encryption: {
        status: 'Enabled',
        keyVaultProperties: { keyIdentifier: `https://kv.vault.azure.net/keys/cmk/${key.version}` },
      },
    })
  })

  it.each([
    ['storage account', templates.storageAccount(scope, 'st', templates.storageKey(key)), 'keyvaultproperties'],
    [
      'encryption scope',
      templates.encryptionScope(account, 's', templates.encryptionScopeKey(key)),
      'keyVaultProperties',
    ],
    [
      'registry',
      templates.containerRegistry(scope, 'cr', templates.registryKey(key, identity)),
      'versionedKeyIdentifier',
    ],
    ['cluster', templates.logAnalyticsCluster(scope, 'lac', templates.clusterKey(key)), '"keyVersion":""'],
    ['Cosmos DB account', templates.cosmosDbAccount(scope, 'c', templates.cosmosDbKey(key)), '/keys/cmk"'],
    ['Databricks root', templates.databricksWorkspace(scope, 'd', templates.databricksRootKey(key)), '"KeyName":"cmk"'],
    [
      'Databricks disk',
      templates.databricksWorkspace(scope, 'd', templates.databricksEntityKey('managedDisk', key)),
      '"managedDisk":{"keySource":"Microsoft.Keyvault"',
    ],
    ['container group', templates.containerGroup(scope, 'a', 'h', templates.containerGroupKey(key)), 'vaultBaseUrl'],
    ['HDInsight', templates.hdInsightCluster(scope, 'h', templates.hdInsightKey(key, identity)), 'msiResourceId'],
    ['etcd', templates.managedCluster(scope, 'k', templates.etcdKey(key)), '"azureKeyVaultKms":{"enabled":true'],
    ['AKS disk', templates.managedCluster(scope, 'k', templates.diskEncryption(set)), '"diskEncryptionSetID":"'],
    ['disk', templates.disk(scope, 'x', templates.diskUnder(set)), 'EncryptionAtRestWithCustomerKey'],
  ])('put a %s under a key', (_, resource, expected) => {
    expect(JSON.stringify(resource)).toContain(expected)
  })
})

describe('the smaller parts', () => {
  it.each([
    [
      'a custom service',
      templates.computeInstance(workspace, 'ci', {
        properties: { properties: { customServices: [templates.customService('rstudio', { LEVEL: 'info' })] } },
      }),
      '"LEVEL":{"type":"local","value":"info"}',
    ],
    [
      'an endpoint on Kubernetes',
      templates.onlineEndpoint(workspace, 'k8s', templates.onKubernetes(computes[3] ?? workspace, '10.0.0.9', 'http')),
      '"scoringUri":"http://10.0.0.9/',
    ],
    [
      'credentials',
      templates.blobDatastore(workspace, 'b', account, templates.credentials('Sas')),
      '"secretsType":"Sas"',
    ],
    ['a share', templates.fileDatastore(workspace, 'f', account), '"fileShareName":"f"'],
    [
      'a node pool',
      templates.managedCluster(scope, 'k', {
        properties: { agentPoolProfiles: [templates.pool('gpu', { enableEncryptionAtHost: true })] },
      }),
      '"name":"gpu"',
    ],
    [
      'a data disk',
      templates.virtualMachine(scope, 'v', disk, {
        properties: { storageProfile: { dataDisks: [templates.dataDisk(disk, 0, set)] } },
      }),
      `"diskEncryptionSet":{"id":"${set.id}"}`,
    ],
    [
      'a key to come',
      templates.vaultKey(vault, 'k', key.version, {
        properties: { attributes: templates.keyDates(0, { createdDaysAgo: 0, validInDays: 1 }) },
      }),
      '"nbf":86400',
    ],
  ])('%s', (_, resource, expected) => {
    expect(JSON.stringify(resource)).toContain(expected)
  })

  it('a list shows a compute without what is particular to it', () => {
    const short = templates.aksCompute(workspace, 'aks-v1', aks, templates.shortened)
    expect(short.properties).not.toHaveProperty('properties')
  })
})

describe('an entry', () => {
  it('is hidden from Resource Graph where it never lists the type', () => {
    const hidden = resources.filter((resource) => templates.entry(resource).indexed === null)
    const types = new Set(hidden.map(({ type }) => type.slice(type.lastIndexOf('/') + 1)))
    expect([...types].toSorted()).toEqual([
      'computes',
      'connections',
      'datastores',
      'encryptionScopes',
      'jobs',
      'keys',
      'schedules',
      'services',
      'versions',
    ])
  })

  it('of an extension is indexed with other casing', () => {
    expect(templates.entry(templates.machineLearningExtension(aks)).indexed?.properties).toMatchObject({
      ExtensionType: 'microsoft.azureml.kubernetes',
      ConfigurationSettings: { allowInsecureConnections: 'False' },
    })
  })
})
