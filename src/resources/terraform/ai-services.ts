import { aiServicesAccount } from '../ai-services.ts'
import { attribute, block, constant, negated, part, terraform } from './declaration.ts'
import { identity, inGroup, keyParts, location, ofIdentity } from './parts.ts'

const key = {
  uri: aiServicesAccount.keyVaultUri,
  name: aiServicesAccount.keyName,
  version: aiServicesAccount.keyVersion,
}

function accountAs(resource: string, localAuth: string) {
  return terraform(resource, aiServicesAccount, {
    id: inGroup(aiServicesAccount),
    settings: [
      location,
      ...identity,
      [aiServicesAccount.localAuthDisabled, attribute(localAuth, { omitted: false, as: negated })],
      [aiServicesAccount.keySource, block('customer_managed_key', 'Microsoft.KeyVault', 'Microsoft.CognitiveServices')],
      ...keyParts(['customer_managed_key.key_vault_key_id', 'customer_managed_key.managed_hsm_key_id'], key),
    ],
    computed: ofIdentity,
  })
}

/** Version 4 has the second one beside the first, and version 5 has it no more. */
export const aiServicesAccounts = [
  accountAs('azurerm_cognitive_account', 'local_auth_enabled'),
  accountAs('azurerm_ai_services', 'local_authentication_enabled'),
]

export const keyOfAiServices = part('azurerm_cognitive_account_customer_managed_key', aiServicesAccount, {
  of: attribute('cognitive_account_id', { refersTo: [aiServicesAccount.type] }),
  settings: [[aiServicesAccount.keySource, constant('Microsoft.KeyVault')], ...keyParts('key_vault_key_id', key)],
  reset: [
    [aiServicesAccount.keySource, 'Microsoft.CognitiveServices'],
    [aiServicesAccount.keyVaultUri, undefined],
    [aiServicesAccount.keyName, undefined],
    [aiServicesAccount.keyVersion, undefined],
  ],
})
