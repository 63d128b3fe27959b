import type { Workspace } from '../evidence/workspace/model.ts'
import { aiServicesAccount } from '../resources/ai-services.ts'
import { words } from '../said.ts'
import { check, isOn, oneOf, severity } from './check.ts'
import { az, instruction, named } from './remedy.ts'
import { vaultUrl } from './vault-url.ts'

const subjects = (workspace: Workspace) => workspace.aiServices

/** What the command reads from a file. */
function encryption(keyVaultUri: string): string {
  const keyVaultProperties = { keyVaultUri, keyName: '<key>', keyVersion: '<version>' }
  return JSON.stringify({ keySource: 'Microsoft.KeyVault', keyVaultProperties })
}

export const customerManagedKey = check({
  id: 'ai-services/customer-managed-key',
  title: 'Azure AI Services are encrypted with a customer-managed key',
  failed: 'Azure AI Services have no customer-managed key',
  rows: ['S14'],
  severity: severity('low', 'info'),
  subjects,
  judge: (account) =>
    oneOf(
      account.read(aiServicesAccount.keySource),
      { pass: ['Microsoft.KeyVault'], fail: ['Microsoft.CognitiveServices'] },
      'The account is encrypted with Microsoft-managed keys.',
    ),
  passes: 'The key source is Key Vault.',
  fails: 'Microsoft-managed keys are used, or the account has no encryption settings.',
  cannotTell: 'The key source is absent, or is not recognized; or the connection does not name an account.',
  why: 'What the account keeps, such as files and fine-tuned models, is then encrypted with Microsoft-managed keys.',
  remedy: (account, workspace) => [
    instruction`Give the identity of ${account} Get, Wrap Key and Unwrap Key on the key, write \`${words(encryption(vaultUrl(workspace)))}\` into the file encryption.json, then run`,
    az`cognitiveservices account update ${named(account.id)} --encryption @encryption.json`,
  ],
  reference: 'https://learn.microsoft.com/azure/ai-services/encryption/cognitive-services-encryption-keys-portal',
  policies: [
    {
      name: 'Azure AI Services resources should encrypt data at rest with a customer-managed key (CMK)',
      id: '67121cc7-ff39-4ab8-b7e3-95b84dab487d',
    },
  ],
})

export const localAuth = check({
  id: 'ai-services/local-auth',
  title: 'Azure AI Services accept identities only, no keys',
  failed: 'Azure AI Services accept keys',
  rows: ['S44'],
  severity: severity('low', 'info'),
  subjects,
  judge: (account) => isOn(account.read(aiServicesAccount.localAuthDisabled), 'The account accepts its keys.'),
  passes: 'Local authentication is disabled.',
  fails: 'It is not; absent means that.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Whoever has a key of the account uses it unnoticed, until somebody regenerates it.',
  remedy: (account) =>
    az`resource update ${named(account.id)} --resource-type Microsoft.CognitiveServices/accounts --set properties.disableLocalAuth=true`,
  reference: 'https://learn.microsoft.com/azure/ai-services/disable-local-auth',
  policies: [
    {
      name: 'Azure AI Services resources should have key access disabled (disable local authentication)',
      id: '71ef260a-8f18-47b7-abcb-62d0673d94dc',
    },
  ],
})
