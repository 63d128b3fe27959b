import { type ReadRecord, typeIn } from '../evidence/records.ts'
import { resourceTypes } from '../resources/index.ts'
import type { Property } from '../resources/type.ts'

/** What a record's absence says nothing about: properties that came after the api-version that it was read with. */
export function notObservable({ body, apiVersion }: Pick<ReadRecord, 'body' | 'apiVersion'>): Property[] {
  const isLate = ({ since }: Property) => since !== undefined && (apiVersion === null || apiVersion < since)
  const isHidden = ({ isPreview }: Property) => isPreview && !apiVersion?.endsWith('-preview')
  const { properties = [] } = resourceTypes[typeIn(body)] ?? {}
  return properties.filter((property) => isLate(property) || isHidden(property))
}
