import type { Estate } from './estate.ts'
import { lookUp } from './estate-index.ts'
import { fileService } from './templates.ts'
import { azureError, type Reply } from './traffic.ts'

/** Every account has a file service, also where the estate names none; those made for blobs alone have none. */
export function ownFileService(estate: Estate, path: string): Reply | undefined {
  const account = /^(.*\/storageAccounts\/[^/]+)\/fileServices\/default$/i.exec(path)?.[1]
  const entry = account === undefined ? undefined : lookUp(estate, account)
  if (!entry || entry.deleted) return undefined
  if (/^(blob|blockblob)storage$/i.test(entry.resource.kind ?? ''))
    return azureError(400, 'FeatureNotSupportedForAccount', 'File is not supported for the account.')
  return { status: 200, body: fileService(entry.resource) }
}
