import { resourceTypes } from '../../src/resources/index.ts'
import { each, type Habit, isObject, of, pick } from './habit.ts'

/** What rules read below what is kept whole. */
const below: Record<string, string[]> = {
  'microsoft.machinelearningservices/workspaces': [
    'identity.principalId',
    'identity.userAssignedIdentities',
    'properties.encryption.status',
    'properties.encryption.identity.userAssignedIdentity',
    'properties.encryption.keyVaultProperties.keyVaultArmId',
    'properties.encryption.keyVaultProperties.identityClientId',
    ...['cosmosDb', 'storageAccount', 'searchAccount'].map((store) => `properties.encryption.${store}ResourceId`),
  ],
  'microsoft.storage/storageaccounts': [
    'properties.encryption.identity.userAssignedIdentity',
    'properties.encryption.identity.federatedIdentityClientId',
    'properties.encryption.keyvaultproperties.keyversion',
    'properties.encryption.keyvaultproperties.currentVersionedKeyIdentifier',
    'properties.keyCreationTime.key1',
    'properties.keyCreationTime.key2',
  ],
  'microsoft.containerregistry/registries': [
    'properties.encryption.keyVaultProperties',
    'properties.encryption.keyVaultProperties.versionedKeyIdentifier',
  ],
  'microsoft.operationalinsights/clusters': ['properties.keyVaultProperties.keyVersion'],
  'microsoft.search/searchservices': ['properties.encryptionWithCmk.enforcement'],
  'microsoft.containerservice/managedclusters': [
    'properties.securityProfile.azureKeyVaultKms.enabled',
    'properties.securityProfile.azureKeyVaultKms.keyVaultResourceId',
  ],
  'microsoft.compute/diskencryptionsets': ['properties.activeKey.sourceVault.id'],
  'microsoft.databricks/workspaces': [
    'properties.encryption.entities.managedServices',
    'properties.encryption.entities.managedDisk',
    'properties.encryption.entities.managedDisk.keyVaultProperties',
    'properties.parameters.encryption.value.keyversion',
  ],
  'microsoft.hdinsight/clusters': [
    ...['encryptionAtHost', 'encryptionAlgorithm', 'keyName', 'keyVersion', 'vaultUri', 'msiResourceId'].map(
      (name) => `properties.diskEncryptionProperties.${name}`,
    ),
    'properties.encryptionInTransitProperties.isEncryptionInTransitEnabled',
  ],
  'microsoft.machinelearningservices/workspaces/computes': [
    'properties.properties.subnet',
    'properties.properties.sshSettings',
    'properties.properties.customServices',
  ],
  'microsoft.machinelearningservices/workspaces/connections': ['properties.metadata', 'properties.credentials'],
  ...Object.fromEntries(
    ['onlineendpoints/deployments', 'batchendpoints/deployments', 'jobs'].map((list) => [
      `microsoft.machinelearningservices/workspaces/${list}`,
      ['properties.environmentVariables', 'properties.properties', 'properties.tags'],
    ]),
  ),
}

/** Writes down what is not there, at the first name of each path that is missing. */
function written(instead: (path: string, value: undefined | null) => unknown): Habit {
  return each((resource, type) => {
    for (const path of ['tags', ...(resourceTypes[type]?.keep ?? []), ...(below[type] ?? [])]) {
      let at: unknown = resource
      for (const name of path.split('.')) {
        if (!isObject(at)) break
        const own = Object.keys(at).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name
        const value = at[own]
        if (value === undefined || value === null) at[own] = instead(`${resource.id} ${path}`, value)
        if (value === undefined) break
        at = value
      }
    }
  })
}

export const absenceHabits: Record<string, Habit> = {
  'null for what is absent': written(() => null),
  'empty text for what is absent': written((path, value) => (value === undefined ? '' : pick(path, '', null))),
  'nothing for what is null': each(function drop(value: Record<string, unknown>) {
    for (const [name, member] of Object.entries(value)) {
      if (member === null) delete value[name]
      else if (isObject(member)) drop(member)
    }
  }),
  'nothing for an empty text': each(function drop(value: Record<string, unknown>) {
    for (const [name, member] of Object.entries(value)) {
      if (member === '') delete value[name]
      else if (isObject(member)) drop(member)
    }
  }),
  'no tags': each((resource) => {
    if (isObject(resource.tags) && Object.keys(resource.tags).length === 0) Object.assign(resource, { tags: null })
  }),
  'empty objects for what a job has nothing of': of(
    'microsoft.machinelearningservices/workspaces/jobs',
    (properties) => {
      for (const name of ['environmentVariables', 'services', 'tags', 'inputs', 'outputs']) properties[name] ??= {}
    },
  ),
}
