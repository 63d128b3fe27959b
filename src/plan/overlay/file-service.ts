import { fileServiceId } from '../../evidence/file-services.ts'
import type { ReadRecord } from '../../evidence/records.ts'
import { fileService } from '../../resources/file-service.ts'

/** What Azure gives a new storage account: a file service of which nothing is set. */
export function newFileService(accountId: string): ReadRecord {
  const id = fileServiceId(accountId)
  const { action, apiVersions } = fileService.about
  const body = { id, type: action.replace(/\/read$/, ''), name: id.split('/').at(-1), properties: {} }
  return { state: 'read', id, source: 'resource-manager', apiVersion: apiVersions[0] ?? null, body }
}
