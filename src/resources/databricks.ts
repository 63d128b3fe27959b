import { flag, type KeyHolder, object, resourceType, text } from './type.ts'

const parameters = 'properties.parameters'
const entities = 'properties.encryption.entities'

/** Microsoft-managed keys, unless something is set. */
const byDefault = (path: string, ...absentAt: string[]) => text(path, { absent: 'Default', absentAt })

const entity = (name: 'managedServices' | 'managedDisk') => ({
  keySource: byDefault(`${entities}.${name}.keySource`, 'properties.encryption', entities, `${entities}.${name}`),
  keyVaultUri: text(`${entities}.${name}.keyVaultProperties.keyVaultUri`),
  keyName: text(`${entities}.${name}.keyVaultProperties.keyName`),
  keyVersion: text(`${entities}.${name}.keyVaultProperties.keyVersion`),
  rotation: flag(`${entities}.${name}.rotationToLatestKeyVersionEnabled`),
})

const services = entity('managedServices')
const disk = entity('managedDisk')

const own = {
  sku: text('sku.name'),
  computeMode: text('properties.computeMode', { since: '2026-01-01', made: () => 'Hybrid' }),
  managedResourceGroup: text('properties.managedResourceGroupId'),
  rootEncryption: object(`${parameters}.encryption.value`),
  rootKeySource: byDefault(`${parameters}.encryption.value.keySource`, parameters, `${parameters}.encryption`),
  rootKeyVaultUri: text(`${parameters}.encryption.value.keyvaulturi`),
  rootKeyName: text(`${parameters}.encryption.value.KeyName`),
  rootKeyVersion: text(`${parameters}.encryption.value.keyversion`),
  infrastructureEncryption: flag(`${parameters}.requireInfrastructureEncryption.value`, {
    absent: false,
    absentAt: [parameters, `${parameters}.requireInfrastructureEncryption`],
  }),
  entities: object(entities),
  servicesKeySource: services.keySource,
  servicesKeyVaultUri: services.keyVaultUri,
  servicesKeyName: services.keyName,
  servicesKeyVersion: services.keyVersion,
  servicesRotation: services.rotation,
  diskKeySource: disk.keySource,
  diskKeyVaultUri: disk.keyVaultUri,
  diskKeyName: disk.keyName,
  diskKeyVersion: disk.keyVersion,
  diskRotation: disk.rotation,
}

const holder = ({ keySource, keyVaultUri, keyName, keyVersion, rotation }: typeof services): KeyHolder => ({
  when: { property: keySource, is: 'Microsoft.Keyvault' },
  parts: { uri: keyVaultUri, name: keyName, version: keyVersion },
  follows: rotation,
})

export const databricksWorkspace = resourceType('Microsoft.Databricks/workspaces', own, {
  label: 'Databricks workspace',
  prefix: 'co-',
  apiVersions: ['2026-01-01', '2024-05-01', '2023-02-01'],
  keys: [
    {
      when: { property: own.rootKeySource, is: 'Microsoft.Keyvault' },
      parts: { uri: own.rootKeyVaultUri, name: own.rootKeyName, version: own.rootKeyVersion },
    },
    holder(services),
    holder(disk),
  ],
  whenGone: 'nothing-to-encrypt',
})
