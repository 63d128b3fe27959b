import { mlDatastore } from '../resources/datastore.ts'
import { fileService } from '../resources/file-service.ts'
import { propertyOf } from './resource.ts'

/** The id of the file service of a storage account. */
export function fileServiceId(accountId: string): string {
  return `${accountId}/fileServices/${fileService.about.onlyOne?.name}`
}

/** Whether a datastore is a file share, or may be one for all that it says. */
export function mayBeFileShare(datastore: Record<string, unknown>): boolean {
  const type = propertyOf(datastore, mlDatastore.datastoreType)
  return typeof type !== 'string' || type.toLowerCase() === 'azurefile'
}
