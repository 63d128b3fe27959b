import { put } from '../../evidence/prune.ts'
import type { ReadRecord } from '../../evidence/records.ts'
import { valueAt } from '../../evidence/resource.ts'
import { notObservable } from '../observable.ts'

/**
 * A resource that was read once more. What is read last wins, but an older api-version says nothing about properties that
 * came after it: there the earlier answer stands, whether it showed them or showed that they are not set.
 */
export function merged(earlier: ReadRecord, latest: ReadRecord): ReadRecord {
  const body = structuredClone(latest.body)
  for (const { path } of notObservable(latest)) {
    const value = valueAt(earlier.body, path)
    if (value !== undefined && valueAt(body, path) === undefined) put(body, path.split('.'), value)
  }
  return { ...latest, apiVersion: newer(earlier.apiVersion, latest.apiVersion), body }
}

function newer(one: string | null, other: string | null): string | null {
  return (one ?? '') > (other ?? '') ? one : other
}
