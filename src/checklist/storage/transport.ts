import { storageAccount } from '../../resources/storage-account.ts'
import { said } from '../../said.ts'
import { check, fail, isOn, oneOf, severity } from '../check.ts'
import { az, instruction, named } from '../remedy.ts'
import { everyAccount, unlessManaged } from './roles.ts'

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

export const minimumTls = check({
  id: 'storage/minimum-tls',
  title: 'Storage refuses TLS older than 1.2',
  failed: 'Storage allows TLS older than 1.2',
  rows: ['S38'],
  severity: severity('medium', 'low'),
  subjects: everyAccount,
  judge: (account) => {
    const version = account.read(storageAccount.minimumTlsVersion)
    const allowed = (value: string) =>
      said`The setting allows TLS ${{ name: value.slice(3).replace('_', '.') }}; the service has refused it since 2026-02-03.`
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
