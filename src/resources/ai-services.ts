import { flag, resourceType, text } from './type.ts'

const own = {
  localAuthDisabled: flag('properties.disableLocalAuth', { absent: false }),
  keySource: text('properties.encryption.keySource', {
    absent: 'Microsoft.CognitiveServices',
    absentAt: ['properties.encryption'],
  }),
  keyVaultUri: text('properties.encryption.keyVaultProperties.keyVaultUri'),
  keyName: text('properties.encryption.keyVaultProperties.keyName'),
  keyVersion: text('properties.encryption.keyVaultProperties.keyVersion'),
}

/** Azure OpenAI, and whatever else of Azure AI a connection leads to. */
export const aiServicesAccount = resourceType('Microsoft.CognitiveServices/accounts', own, {
  label: 'Azure AI Services account',
  apiVersions: ['2024-10-01', '2023-05-01'],
  keys: [
    {
      when: { property: own.keySource, is: 'Microsoft.KeyVault' },
      parts: { uri: own.keyVaultUri, name: own.keyName, version: own.keyVersion },
    },
  ],
  whenGone: 'nothing-to-encrypt',
})
