import type { Resource } from '../evidence/resource.ts'
import { fileService } from '../resources/file-service.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { said, words } from '../said.ts'
import { fail, isOn, oneOf, pass, severity, unknown, type Verdict, worst } from './check.ts'
import { az, instruction, named, type Remedy } from './remedy.ts'

const update = (account: Resource, ...options: string[]) =>
  az`storage account file-service-properties update ${named(account.id, '--account-name')} ${options}`

const smb = { name: 'SMB', property: fileService.smbEncryption, option: '--require-smb-encryption-in-transit' }
const nfs = { name: 'NFS', property: fileService.nfsEncryption, option: '--require-nfs-encryption-in-transit' }

/** What the file service says of a protocol decides; where it says nothing, secure transfer does. */
export function encryptionInTransit(account: Resource, service: Resource): Verdict {
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

export const encryptionRemedy = (account: Resource): Remedy => update(account, smb.option, 'true')

/** Known since Azure Files has these settings, in the words of the API. */
const versions = { pass: ['SMB3.1.1'], fail: ['SMB2.1', 'SMB3.0'] }
const ciphers = { pass: ['AES-256-GCM'], fail: ['AES-128-CCM', 'AES-128-GCM'] }

export function smbSecurity(service: Resource): Verdict {
  const verdict = worst([
    strongest(service.read(fileService.smbVersions), versions, 'SMB versions'),
    strongest(service.read(fileService.smbChannelEncryption), ciphers, 'ciphers'),
  ])
  return verdict.status === 'fail' ? { ...verdict, severity: severity('low', 'info') } : verdict
}

export const smbRemedy = (account: Resource): Remedy => [
  update(account, '--versions', 'SMB3.1.1', '--channel-encryption', 'AES-256-GCM'),
  instruction`Try it where it does no harm first: clients that know only older versions or other ciphers can no longer connect.`,
]

/** Of several in one text each has to be the strongest. */
function strongest(text: string | undefined, known: typeof versions, what: 'SMB versions' | 'ciphers'): Verdict {
  const accepted = (text ?? '').split(';').flatMap((one) => one.trim() || [])
  if (accepted.length === 0) return fail(said`Nothing limits the ${what} that are accepted.`)
  const failure = said`The ${what} that are accepted are ${{ name: accepted.join(', ') }}.`
  return worst(accepted.map((one) => oneOf(one, known, failure)))
}
