import type { EvidenceSet, ResourceRecord } from '../../evidence/records.ts'
import { withoutEnd } from '../../text.ts'
import type { AzureClient } from '../requests/client.ts'
import type { Row } from '../requests/resource-graph.ts'
import type { Versions } from './versions.ts'

/** What everything that reads shares. */
export interface Context {
  client: AzureClient
  evidence: EvidenceSet
  versions: Versions
  /** whether nobody wanted this before */
  isNew(key: string): boolean
  /** wants a resource by its id */
  want(id: string): void
  /** takes in what a read brought, and wants what it refers to */
  keep(record: ResourceRecord): void
  /** takes in rows that a query brought */
  takeRows(rows: Row[]): void
  /** a list has been read, or could not be */
  listed(parent: string, segment: string): void
  /** reads by Resource Manager, when the subscription of this id has room */
  read(id: string, work: () => Promise<void>): void
  /** the resource of this id, on its own */
  readOne(id: string, type?: string): void
  /** the same once more: what is known stays when it fails, and the path is what it was read for */
  readAgain(id: string, path: string | null): Promise<void>
}

/** Ids that fit into one query. */
export const BATCH = 1000

export function take(from: Set<string>): Set<string> {
  const batch = new Set([...from].slice(0, BATCH))
  for (const item of batch) from.delete(item)
  return batch
}

/** An id as Resource Manager takes it; some providers leave out the first slash, or add one at the end. */
export function slashed(id: string): string {
  return `/${withoutEnd(id.trim().replace(/^\//, ''), '/')}`
}
