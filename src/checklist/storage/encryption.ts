import type { Resource } from '../../evidence/resource.ts'
import type { Subjects } from '../../evidence/subjects.ts'
import { only } from '../../evidence/workspace/model.ts'
import { encryptionScope } from '../../resources/encryption-scope.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { attested, check, isOn, notApplicable, oneOf, severity } from '../check.ts'
import { notWorthMoving } from '../moving.ts'
import { az, instruction, named } from '../remedy.ts'
import { customerAccounts, workspaceAccount } from './roles.ts'

export const encryptionAtRest = check({
  id: 'storage/encryption-at-rest',
  title: 'Storage encrypts data at rest',
  failed: 'Storage does not encrypt data at rest',
  rows: ['S11', 'S12', 'S14'],
  severity: severity('info'),
  // a list of datastores that cannot be read stands for accounts, but is none
  subjects: (workspace) => only(customerAccounts(workspace), ({ type }) => type === storageAccount.type),
  judge: () => attested('Azure Storage encrypts everything it stores; that cannot be turned off.'),
  passes: 'Always: it is attested.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'Azure Storage encrypts everything it stores; that cannot be turned off.',
  reference: 'https://learn.microsoft.com/azure/storage/common/storage-service-encryption',
})

export const infrastructureEncryption = check({
  id: 'storage/infrastructure-encryption',
  title: 'Storage uses infrastructure (double) encryption',
  failed: 'Storage does not use infrastructure (double) encryption',
  rows: ['S12'],
  severity: severity('low', 'info'),
  subjects: workspaceAccount,
  judge: (account) =>
    isOn(account.read(storageAccount.infrastructureEncryption), 'Infrastructure (double) encryption is off.'),
  passes: 'Infrastructure encryption is required.',
  fails: 'It is not.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Double encryption protects against the compromise of one algorithm or key. Azure Storage recommends it for compliance needs only.',
  remedy: (account) =>
    instruction`Only a new account can have it (\`az storage account create --require-infrastructure-encryption\`), and a workspace cannot change its account: make one in place of ${account} for the next workspace. ${notWorthMoving}`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable',
  policies: [
    { name: 'Storage accounts should have infrastructure encryption', id: '4733ea7b-a883-42fe-8cac-97454c2a9e4a' },
  ],
})

export const encryptionScopes = check({
  id: 'storage/encryption-scopes',
  title: 'Encryption scopes use a customer-managed key',
  failed: 'An encryption scope has no customer-managed key',
  rows: ['S13'],
  severity: severity('low', 'info'),
  subjects: (workspace): Subjects<Resource> => {
    const accounts = customerAccounts(workspace)
    const scopes = accounts.all.flatMap((account): Resource[] =>
      account.unreadable ? [account] : workspace.scopesOf(account).all,
    )
    if (!workspace.options.encryptionScopes) return { all: [], none: 'disabled' }
    return { all: scopes, none: accounts.all.length === 0 ? accounts.none : 'not-used' }
  },
  judge: (scope) => {
    const state = oneOf(scope.read(encryptionScope.state), { pass: ['Enabled'], fail: ['Disabled'] })
    if (state.status !== 'pass') return state.status === 'fail' ? notApplicable('not-used') : state
    const known = { pass: ['Microsoft.KeyVault'], fail: ['Microsoft.Storage'] }
    return oneOf(scope.read(encryptionScope.source), known, 'The scope is encrypted with Microsoft-managed keys.')
  },
  passes:
    'The scope has a key in Key Vault. A disabled scope is not judged, and none at all unless the check is switched on.',
  fails: 'It has a Microsoft-managed key.',
  cannotTell: 'State or key source is absent, or is not recognized.',
  why: 'Data that is written under a scope is encrypted with the key of that scope, whatever the account uses.',
  remedy: (scope) => {
    const account = named(scope.id.split('/').slice(0, 9).join('/'), '--account-name')
    return az`storage account encryption-scope update ${account} --name ${{ name: scope.name }} --key-source Microsoft.KeyVault --key-uri ${'<key identifier>'}`
  },
  reference: 'https://learn.microsoft.com/azure/storage/blobs/encryption-scope-overview',
  policies: [
    {
      name: 'Storage account encryption scopes should use customer-managed keys to encrypt data at rest',
      id: 'b5ec538c-daa0-4006-8596-35468b9148e8',
    },
  ],
})
