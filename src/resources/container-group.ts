import { object, resourceType, text } from './type.ts'

const own = {
  fqdn: text('properties.ipAddress.fqdn', { givenBy: 'azure' }),
  encryption: object('properties.encryptionProperties'),
  keyVaultUri: text('properties.encryptionProperties.vaultBaseUrl'),
  keyName: text('properties.encryptionProperties.keyName'),
  keyVersion: text('properties.encryptionProperties.keyVersion'),
}

export const containerGroup = resourceType('Microsoft.ContainerInstance/containerGroups', own, {
  label: 'container group',
  prefix: 'co-',
  apiVersions: ['2023-05-01', '2021-10-01'],
  hosts: [own.fqdn],
  secrets: true,
  keys: [{ parts: { uri: own.keyVaultUri, name: own.keyName, version: own.keyVersion } }],
})
