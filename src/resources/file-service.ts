import { flag, resourceType, text } from './type.ts'

const protocols = 'properties.protocolSettings'

const own = {
  smbEncryption: flag(`${protocols}.smb.encryptionInTransit.required`, { since: '2025-01-01' }),
  nfsEncryption: flag(`${protocols}.nfs.encryptionInTransit.required`, { since: '2025-01-01' }),
  /** several in one text, separated by semicolons */
  smbVersions: text(`${protocols}.smb.versions`),
  smbChannelEncryption: text(`${protocols}.smb.channelEncryption`),
}

/** Azure Files of a storage account. Resource Graph does not have it. */
export const fileService = resourceType('Microsoft.Storage/storageAccounts/fileServices', own, {
  label: 'file service',
  prefix: 'st-',
  apiVersions: ['2025-06-01', '2023-05-01'],
  isManagerOnly: true,
  onlyOne: { name: 'default', lackedBy: 'FeatureNotSupportedForAccount' },
  whenGone: 'not-used',
})
