import { keyUses } from '../evidence/keys.ts'
import { gapOf, peek, type Resource } from '../evidence/resource.ts'
import type { Subjects } from '../evidence/subjects.ts'
import { only, type StorageAccount, type StorageRole, type Workspace } from '../evidence/workspace.ts'
import { encryptionScope } from '../resources/encryption-scope.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { anyResource } from '../resources/type.ts'
import { said, words } from '../said.ts'
import { plural } from '../text.ts'
import { bodyOf, cannotTell, fails, keyAccess, passes } from './access.ts'
import { encryptionInTransit, encryptionRemedy, smbRemedy, smbSecurity as smbVerdict } from './azure-files.ts'
import {
  attested,
  check,
  fail,
  isOn,
  notApplicable,
  notRead,
  oneOf,
  pass,
  severity,
  unknown,
  type Verdict,
  worst,
} from './check.ts'
import { notWorthMoving } from './moving.ts'
import { az, instruction, named, type Remedy } from './remedy.ts'
import { vaultUrl } from './vault-url.ts'

const cmk = 'https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview'

/** Subjects of a check that only makes sense for accounts of these roles. */
const ofRoles =
  (...roles: StorageRole[]) =>
  (workspace: Workspace) =>
    only(workspace.storageAccounts, (account) => roles.some((role) => account.roles.has(role)))

const everyAccount = ofRoles('workspace', 'datastore', 'metadata')
const customerAccounts = ofRoles('workspace', 'datastore')
const workspaceAccount = ofRoles('workspace')
const fileAccounts = ofRoles('workspace', 'files')

/** Customers cannot change the accounts of a managed resource group. */
const unlessManaged =
  (remedy: (account: StorageAccount, workspace: Workspace) => Remedy) =>
  (account: StorageAccount, workspace: Workspace) =>
    isCustomers(account) ? remedy(account, workspace) : null

const isCustomers = ({ roles }: StorageAccount) => roles.has('workspace') || roles.has('datastore')

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

const withoutNfs = unlessManaged(
  (account) =>
    instruction`NFS 3.0 cannot be turned off: move the data of ${account} to an account without it, or let only a virtual network reach it.`,
)

export const secureTransfer = check({
  id: 'storage/secure-transfer',
  title: 'Storage requires secure transfer',
  failed: 'Storage accepts unencrypted connections',
  irreversible: 'data',
  rows: ['S38'],
  severity: severity('high'),
  subjects: everyAccount,
  judge: (account, workspace) => {
    const secure = isOn(account.read(storageAccount.httpsOnly), 'The account accepts connections without TLS.')
    if (account.read(storageAccount.nfsV3) === true) {
      return fail('NFS 3.0 is enabled: its connections are not encrypted, whatever the secure transfer setting is.', {
        remedy: withoutNfs(account, workspace),
        ...(secure.status === 'pass' ? { severity: 'medium' } : {}),
      })
    }
    return secure
  },
  passes:
    'Secure transfer is required. What Azure Files then asks of SMB and NFS is a setting of its own: `storage/file-encryption-in-transit`.',
  fails: 'It is not. Also when NFS 3.0 is on, which it does not cover: then medium, if secure transfer is required.',
  cannotTell: 'Azure does not report it.',
  why: 'Training data can be read on its way.',
  remedy: unlessManaged((account) => az`storage account update ${named(account.id)} --https-only true`),
  reference: 'https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer',
  policies: [
    { name: 'Secure transfer to storage accounts should be enabled', id: '404c3081-a854-4457-ae30-26a93ef643f9' },
  ],
})

export const fileEncryptionInTransit = check({
  id: 'storage/file-encryption-in-transit',
  title: 'Azure Files requires encryption in transit',
  failed: 'Azure Files accepts unencrypted connections',
  irreversible: 'data',
  rows: ['S38'],
  severity: severity('medium', 'low'),
  subjects: fileAccounts,
  judge: (account, workspace) => encryptionInTransit(account, workspace.fileServiceOf(account)),
  passes:
    'The file service requires it of SMB, and of NFS where the account is made for files alone; or it says nothing, and secure transfer is required.',
  fails:
    'High: it does not require it of one of them, whatever secure transfer says. Info: it says nothing, and secure transfer is off.',
  cannotTell: 'The file service cannot be read, or only by an api-version that does not show the setting.',
  why: 'The notebooks of a workspace lie in a file share: whoever listens on the way reads them.',
  remedy: encryptionRemedy,
  reference: 'https://learn.microsoft.com/azure/storage/files/storage-files-planning',
})

export const smbSecurity = check({
  id: 'storage/smb-security',
  title: 'Azure Files accepts SMB 3.1.1 with AES-256-GCM only',
  failed: 'Azure Files accepts older SMB or weaker ciphers',
  rows: ['S38'],
  severity: severity('medium', 'low'),
  subjects: fileAccounts,
  judge: (account, workspace) => smbVerdict(workspace.fileServiceOf(account)),
  passes: 'The file service accepts nothing else.',
  fails: 'Low, info under `baseline`: it accepts more, or does not say, which means all.',
  cannotTell: 'The file service cannot be read, or names versions or ciphers that are not recognized.',
  why: 'SMB 2.1 knows no encryption, and clients agree on the weakest that both sides accept.',
  remedy: smbRemedy,
  reference: 'https://learn.microsoft.com/azure/storage/files/files-smb-protocol',
})

export const minimumTls = check({
  id: 'storage/minimum-tls',
  title: 'Storage refuses TLS older than 1.2',
  failed: 'Storage allows TLS older than 1.2',
  rows: ['S38'],
  severity: severity('medium', 'low'),
  subjects: everyAccount,
  judge: (account) => {
    const version = account.read(storageAccount.minimumTlsVersion)
    const allowed = said`The setting allows TLS ${{ name: version?.slice(3).replace('_', '.') ?? '' }}; the service has refused it since 2026-02-03.`
    return oneOf(version, { pass: ['TLS1_2', 'TLS1_3'], fail: ['TLS1_0', 'TLS1_1'] }, allowed)
  },
  passes: 'The minimum is 1.2 or 1.3.',
  fails: 'It is 1.0 or 1.1; absent means 1.0.',
  cannotTell: 'It is a version that this version of the action does not know.',
  why: 'TLS 1.0 and 1.1 have known weaknesses. The service refuses them now, but the setting fails audits and shows what the account would accept.',
  remedy: unlessManaged((account) => az`storage account update ${named(account.id)} --min-tls-version TLS1_2`),
  reference: 'https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version',
  policies: [
    {
      name: 'Storage accounts should have the specified minimum TLS version',
      id: 'fe83a0eb-a853-422d-aac2-1bffd182c5d0',
    },
  ],
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

export const sharedKey = check({
  id: 'storage/shared-key',
  title: 'Account keys are off, or are rotated in time',
  failed: 'Account keys are on, and are not rotated in time',
  rows: ['S16'],
  severity: severity('medium', 'low'),
  subjects: workspaceAccount,
  judge: (account, workspace) => {
    if (account.read(storageAccount.sharedKeyAccess) === false) return pass()
    const days = account.read(storageAccount.keyExpirationDays)
    if (days === undefined) return fail('Account keys are accepted, and nothing asks for their rotation.')
    return worstOfKeys(account, days, Date.parse(workspace.evidence.collectedAt))
  },
  passes: 'Account keys are refused; or they expire, and both are younger than that.',
  fails: 'Nothing asks for their rotation. Low: one is older than asked, or Azure does not know how old it is.',
  cannotTell: 'A creation time is not a date, or could not be read.',
  why: 'Whoever has an account key reads and writes everything, unnoticed, until it is regenerated.',
  remedy: (account) => [
    az`storage account update ${named(account.id)} --key-exp-days 90`,
    instruction`Then regenerate the keys and run \`az ml workspace sync-keys\`. Better: let the workspace use its identity (\`system_datastores_auth_mode: identity\`), then turn account keys off with \`--allow-shared-key-access false\`.`,
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-change-storage-access-key',
  policies: [
    { name: 'Storage accounts should prevent shared key access', id: '8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54' },
    { name: 'Storage account keys should not be expired', id: '044985bb-afe1-42cd-8a36-9d5d42424537' },
  ],
})

const creationTimes = { key1: storageAccount.key1CreationTime, key2: storageAccount.key2CreationTime }

function worstOfKeys(account: StorageAccount, days: number, now: number): Verdict {
  const verdicts = Object.entries(creationTimes).map(([key, property]) => {
    const gap = gapOf(account)
    if (gap && peek(account, property) === undefined) return notRead(gap)
    const created = account.read(property)
    const at = Date.parse(created ?? '')
    if (created === undefined)
      return fail(said`Azure does not know when ${words(key)} was created: rotate it once.`, { severity: 'low' })
    if (Number.isNaN(at)) return unknown('unrecognised-value', said`The creation time of ${words(key)} is not a date.`)
    if (at >= now - days * 86_400_000) return pass()
    return fail(said`${words(key)} is older than the ${words(plural(days, 'day'))} that the account's policy allows.`, {
      severity: 'low',
    })
  })
  return worst(verdicts)
}

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

export const exists = check({
  id: 'storage/exists',
  title: 'The storage account exists',
  failed: 'The storage account does not exist',
  irreversible: 'data',
  rows: ['S11', 'S14'],
  severity: ({ roles, unnamed }, { kind }) => {
    if (unnamed?.reason === 'property-absent' && kind === 'hub') return severity('low')
    return roles.has('workspace') || roles.has('metadata') ? severity('high') : severity('low')
  },
  subjects: ({ storageAccounts }) =>
    only(
      storageAccounts,
      (account) => isCustomers(account) || account.unnamed !== undefined || account.unreadable?.state === 'absent',
    ),
  absent: (account) => fail(said`The storage account ${account} no longer exists.`),
  judge: (account) => {
    account.read(anyResource.name)
    return pass()
  },
  passes: 'The account can be read.',
  fails:
    'It no longer exists. High for the account of the workspace or its metadata, low for one that only a datastore names.',
  cannotTell:
    'It cannot be read, or the workspace names none, or in no way that is known. Low for a hub that names none.',
  why: 'A workspace cannot change its storage account: without it, snapshots, outputs and logs are gone. A datastore without its account is a stale link.',
  remedy: unlessManaged(
    (account) =>
      instruction`Recover the account within 14 days of its deletion, in the portal under Storage accounts, Restore deleted accounts: ${account}.`,
  ),
  reference: 'https://learn.microsoft.com/azure/storage/common/storage-account-recover',
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
  fails: 'It has a key of Microsoft.',
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
