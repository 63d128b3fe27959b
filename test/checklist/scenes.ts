import { userAssigned } from '../../simulator/templates.ts'
import { type Change, having, ids, principal, together } from './builder.ts'

/** Scenes that lead rules down different ways. */
export const scenes: Record<string, Change> = {
  healthy: {},
  everything: having.everything,
  'everything, without keys': together(having.everything, having.noKeysAtAll, {
    workspace: { properties: { hbiWorkspace: false, systemDatastoresAuthMode: null } },
    aks: { properties: { diskEncryptionSetID: null, agentPoolProfiles: [{}], securityProfile: null } },
    set: { properties: { rotationToLatestKeyVersionEnabled: false } },
    databricks: { properties: { parameters: null, encryption: null } },
    vm: { properties: { securityProfile: null } },
    hdinsight: { properties: { diskEncryptionProperties: null, encryptionInTransitProperties: null } },
    extension: { properties: { configurationSettings: null } },
  }),
  'everything of a project': together(having.everything, having.project),
  'services of SDK v1': { also: ['inContainer', 'onAks', 'containers', 'otherContainers'] },
  'a set that does not rotate': together(having.everything, {
    set: { properties: { rotationToLatestKeyVersionEnabled: null } },
  }),
  secrets: together(having.everything, {
    job: { properties: { displayName: 'ada@contoso.com', environmentVariables: { DB_PASSWORD: 'hunter2' } } },
    openai: { properties: { metadata: { a: `Account${'Key'}=x` }, expiryTime: '2020-01-01' } },
  }),
  'no key of the workspace': having.noKey,
  'no key anywhere': having.noKeysAtAll,
  'service-side': having.serviceSide,
  'brought along': having.bringYourOwn,
  undetermined: having.undetermined,
  project: having.project,
  'old version': having.pinnedOld,
  unversioned: having.unversioned,
  'access policies': { vault: having.policies(), cmkVault: having.policies() },
  'identities that are shared': together(having.everything, {
    edit: ({ set, cluster, identity }) => {
      for (const each of [set, cluster]) each.identity = userAssigned(identity)
    },
  }),
  'no role': { without: ['keyRole', 'secretsRole'] },
  'managed HSM': having.hsm,
  'another tenant': having.otherTenant,
  'older api-version': together(having.undetermined, { apiVersion: '2024-10-01' }),
  'keys to be rotated': {
    storage: { properties: { allowSharedKeyAccess: true, keyPolicy: { keyExpirationPeriodInDays: 1 } } },
  },
  'an account for files': { storage: { kind: 'FileStorage' } },
  classic: { component: { properties: { IngestionMode: 'ApplicationInsights' } } },
  closed: {
    vault: { properties: { publicNetworkAccess: 'Disabled', networkAcls: { bypass: 'None', defaultAction: 'Deny' } } },
  },
  'identity without its principal': {
    workspace: { identity: { userAssignedIdentities: { [ids.identity]: { principalId: null } } } },
  },
  'an identity of its own only': { workspace: { identity: { type: 'UserAssigned' } } },
  'a policy that grants purge': {
    vault: having.policies({ objectId: principal, permissions: { keys: ['get', 'purge'], secrets: ['get'] } }),
  },
  'a registry at one version': {
    registry: {
      sku: { name: null, tier: 'Premium' },
      properties: { encryption: { keyVaultProperties: { keyRotationEnabled: false } } },
    },
  },
  'whatever is second': together(having.everything, {
    nodes: { properties: { properties: { remoteLoginPortPublicAccess: 'NotSpecified' } } },
    datastore: { properties: { protocol: null } },
    aks: { properties: { currentKubernetesVersion: null } },
    extension: { properties: { configurationSettings: { sslSecret: null } } },
    onCluster: { properties: { scoringUri: 'http://10.0.0.4/score' } },
    online: { properties: { scoringUri: null } },
    cosmos: { properties: { keyVaultKeyUri: null } },
    metaStorage: { properties: { encryption: { keySource: 'Microsoft.Storage', keyvaultproperties: null } } },
  }),
}
