import type { Resource } from '../../evidence/resource.ts'
import { fileService } from '../../resources/file-service.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import { said, words } from '../../said.ts'
import { check, fail, isOn, oneOf, pass, severity, unknown, type Verdict, worst } from '../check.ts'
import { az, instruction, named, type Remedy } from '../remedy.ts'
import { fileAccounts } from './roles.ts'

const update = (account: Resource, ...options: string[]) =>
  az`storage account file-service-properties update ${named(account.id, '--account-name')} ${options}`

const smb = { name: 'SMB', property: fileService.smbEncryption, option: '--require-smb-encryption-in-transit' }
const nfs = { name: 'NFS', property: fileService.nfsEncryption, option: '--require-nfs-encryption-in-transit' }

const encryptionRemedy = (account: Resource): Remedy => update(account, smb.option, 'true')

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

/** What the file service says of a protocol decides; where it says nothing, secure transfer does. */
function encryptionInTransit(account: Resource, service: Resource): Verdict {
  const kind = account.read(storageAccount.kind)?.toLowerCase()
  const protocols = kind === 'filestorage' ? [smb, nfs] : [smb]
  const required = protocols.map((protocol) => ({ ...protocol, isRequired: service.read(protocol.property) }))
  const open = required.filter(({ isRequired }) => isRequired === false)
  if (open.length > 0) {
    const names = open.map(({ name }) => name).join(' and ')
    const options = open.flatMap(({ option }) => [option, 'true'])
    const remedy = update(account, ...options)
    return fail(said`The file service does not require encryption of ${words(names)}.`, { severity: 'high', remedy })
  }
  if (kind === undefined) return unknown('property-absent', 'Azure did not report the kind of the account.')
  return required.some(({ isRequired }) => isRequired === undefined) ? secureTransfer(account) : pass()
}

function secureTransfer(account: Resource): Verdict {
  const isRequired = account.read(storageAccount.httpsOnly)
  const off = 'The file service says nothing of encryption, and secure transfer is off.'
  if (isRequired !== false) return isOn(isRequired, off)
  return fail(off, { severity: 'info', remedy: az`storage account update ${named(account.id)} --https-only true` })
}

const smbRemedy = (account: Resource): Remedy => [
  update(account, '--versions', 'SMB3.1.1', '--channel-encryption', 'AES-256-GCM'),
  instruction`Try it where it does no harm first: clients that know only older versions or other ciphers can no longer connect.`,
]

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

/** Known since Azure Files has these settings, in the words of the API. */
const versions = { pass: ['SMB3.1.1'], fail: ['SMB2.1', 'SMB3.0'] }
const ciphers = { pass: ['AES-256-GCM'], fail: ['AES-128-CCM', 'AES-128-GCM'] }

function smbVerdict(service: Resource): Verdict {
  const verdict = worst([
    strongest(service.read(fileService.smbVersions), versions, 'SMB versions'),
    strongest(service.read(fileService.smbChannelEncryption), ciphers, 'ciphers'),
  ])
  return verdict.status === 'fail' ? { ...verdict, severity: severity('low', 'info') } : verdict
}

/** Of several in one text each has to be the strongest. */
function strongest(text: string | undefined, known: typeof versions, what: 'SMB versions' | 'ciphers'): Verdict {
  const accepted = (text ?? '').split(';').flatMap((one) => one.trim() || [])
  if (accepted.length === 0) return fail(said`Nothing limits the ${what} that are accepted.`)
  const failure = said`The ${what} that are accepted are ${{ name: accepted.join(', ') }}.`
  return worst(accepted.map((one) => oneOf(one, known, failure)))
}
