import { keyUses } from '../../evidence/keys.ts'
import type { Resource } from '../../evidence/resource.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { said } from '../../said.ts'
import { bodyOf, cannotTell, fails, keyAccess, passes } from '../access.ts'
import { check, fail, notApplicable, oneOf, pass, severity, unknown, type Verdict, worst } from '../check.ts'
import { notWorthMoving } from '../moving.ts'
import { az, instruction, named } from '../remedy.ts'
import { vaultUrl } from '../vault-url.ts'
import { customerAccounts, everyAccount, unlessManaged } from './roles.ts'

const cmk = 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview'

export const customerManagedKey = check({
  id: 'storage/customer-managed-key',
  title: 'Storage is encrypted with a customer-managed key',
  failed: 'Storage has no customer-managed key',
  rows: ['S13', 'S14', 'S18'],
  severity: (account, { architecture }) =>
    architecture === 'service-side' && account.roles.has('workspace')
      ? severity('high', 'medium')
      : severity('high', 'info'),
  subjects: everyAccount,
  judge: (account) => ownKey(account) ?? pass(),
  passes: 'The key source is Key Vault.',
  fails:
    'It is Azure Storage. The account of a workspace with service-side encryption counts medium, not info, under `baseline`: it holds pipeline metadata.',
  cannotTell: 'The key source is absent, or is not recognized.',
  why: 'Training data, snapshots, outputs and logs are then encrypted with Microsoft-managed keys. A customer-managed key of the workspace does not cover its storage account.',
  remedy: unlessManaged(
    (account, workspace) =>
      az`storage account update ${named(account.id)} --encryption-key-source Microsoft.Keyvault --encryption-key-vault ${vaultUrl(workspace)} --encryption-key-name ${'<key>'}`,
  ),
  reference: cmk,
  policies: [
    {
      name: 'Storage accounts should use customer-managed key for encryption',
      id: '6fac406b-40ca-413b-bf8e-0bf964659c25',
    },
  ],
})

export const keyAutoRotation = check({
  id: 'storage/key-auto-rotation',
  title: 'Storage follows new versions of its key',
  failed: 'Storage does not follow new versions of its key',
  rows: ['S15'],
  severity: severity('medium', 'low'),
  subjects: customerAccounts,
  judge: (account, { evidence }) =>
    withOwnKey(account, () => {
      for (const part of [storageAccount.keyVaultUri, storageAccount.keyName]) account.read(part)
      if (keyUses(account.type, bodyOf(account), evidence.keyHosts).length === 0)
        return unknown('property-absent', 'The account does not name the key that it uses.')
      const version = account.read(storageAccount.keyVersion)
      return version === undefined ? pass() : fail(said`The account is set to version ${{ name: version }} of its key.`)
    }),
  passes: 'No version of the key is set.',
  fails: 'One is, even the current one.',
  cannotTell: 'The account does not name the key that it uses.',
  why: 'An account that is set to one version of its key goes on using it after a rotation. Azure Storage looks for a new version once a day, if none is set.',
  remedy: (account) => az`storage account update ${named(account.id)} --encryption-key-version ${''}`,
  reference: cmk,
})

export const cmkAccess = check({
  id: 'storage/cmk-access',
  title: 'Storage can use its customer-managed key',
  failed: 'Storage cannot use its customer-managed key',
  rows: ['S13'],
  severity: severity('medium'),
  subjects: customerAccounts,
  judge: (account, workspace) => withOwnKey(account, () => keyAccess(account, workspace)),
  passes,
  fails,
  cannotTell,
  why: 'The identity needs Get, Wrap Key and Unwrap Key; without them the account stops serving its data.',
  reference: cmk,
})

const separateKeys =
  'Only a new account can have it (`az storage account create --encryption-key-type-for-queue Account --encryption-key-type-for-table Account`)'

export const queueTableKey = check({
  id: 'storage/queue-table-key',
  title: 'Queues and tables use the customer-managed key as well',
  failed: 'Queues or tables do not use the customer-managed key',
  rows: ['S13'],
  severity: severity('low', 'info'),
  subjects: customerAccounts,
  judge: (account) =>
    withOwnKey(account, () => {
      if (hasNoQueues(account)) return notApplicable('not-used')
      const known = { pass: ['Account'], fail: ['Service'] }
      const queue = oneOf(
        account.read(storageAccount.queueKeyType),
        known,
        'Queues are encrypted with Microsoft-managed keys.',
      )
      const table = oneOf(
        account.read(storageAccount.tableKeyType),
        known,
        'Tables are encrypted with Microsoft-managed keys.',
      )
      return worst([queue, table])
    }),
  passes: 'Queues and tables have the key type `Account`. Accounts of a kind that has none are not judged.',
  fails: 'One has `Service`; absent means that.',
  cannotTell: 'A key type that is not recognized.',
  why: 'Queues and tables stay encrypted with Microsoft-managed keys.',
  remedy: (account) =>
    account.roles.has('workspace')
      ? instruction`${separateKeys}, and a workspace cannot change its account: make one in place of ${account} for the next workspace. ${notWorthMoving}`
      : instruction`${separateKeys}: make one in place of ${account}, copy its data, register the datastore again under its name, then delete the old account.`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/storage/common/account-encryption-key-create',
  policies: [
    {
      name: 'Queue Storage should use customer-managed key for encryption',
      id: 'f0e5abd0-2554-4736-b7c0-4ffef23475ef',
    },
    {
      name: 'Table Storage should use customer-managed key for encryption',
      id: '7c322315-e26d-4174-a99e-f49d351b4688',
    },
  ],
})

/** Accounts for blobs or files alone have neither queues nor tables. */
function hasNoQueues(account: Resource): boolean {
  const kind = account.read(storageAccount.kind)?.toLowerCase() ?? ''
  return ['blobstorage', 'blockblobstorage', 'filestorage'].includes(kind)
}

/** Null when the account uses a customer-managed key, else what that means. */
function ownKey(account: Resource): Verdict | null {
  const verdict = oneOf(
    account.read(storageAccount.keySource),
    { pass: ['Microsoft.Keyvault'], fail: ['Microsoft.Storage'] },
    'The account is encrypted with Microsoft-managed keys.',
  )
  return verdict.status === 'pass' ? null : verdict
}

/** Judges what only matters under a customer-managed key. */
function withOwnKey(account: Resource, judge: () => Verdict): Verdict {
  const other = ownKey(account)
  return other === null ? judge() : other.status === 'fail' ? notApplicable('not-used') : other
}
