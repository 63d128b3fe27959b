import { fileServiceId } from '../../evidence/file-services.ts'
import type { ReadRecord } from '../../evidence/records.ts'
import { fileService } from '../../resources/file-service.ts'
import { casedType } from '../../resources/type.ts'

/** What Azure gives a new storage account: a file service of which nothing is set. */
export function newFileService(accountId: string): ReadRecord {
  const id = fileServiceId(accountId)
  const { about } = fileService
  const body = { id, type: casedType(about), name: id.split('/').at(-1), properties: {} }
  return { state: 'read', id, source: 'resource-manager', apiVersion: about.apiVersions[0] ?? null, body }
}
