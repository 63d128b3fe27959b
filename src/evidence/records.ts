import type { Said, UnknownReason } from '../model.ts'
import { foreign, said } from '../said.ts'
import type { KeyHosts } from './key-id.ts'
import type { Unknown } from './unknown.ts'

/** What a run read, as plain data: judging it again gives the same findings. */
export interface EvidenceSet {
  /** ISO 8601, UTC; the clock of every rule */
  collectedAt: string
  /** how hosts of keys are told from others in the cloud that was read */
  keyHosts: KeyHosts
  /** the older version of this tool that collected it, and the checks that it made; absent: this one did */
  collectedBy?: { version: string; checks: readonly string[] }
  /** ids of the workspaces to judge, as Azure cased them, in order */
  workspaces: string[]
  /** by lower-cased id */
  resources: Map<string, ResourceRecord>
  /** answers to "which resources …?", by a key of their own (`collectionKey`) */
  collections: Map<string, CollectionRecord>
  /** with the names that people know them by, where these were asked for and could be read */
  subscriptions: { id: string; visible: boolean; name?: string }[]
  /** what the workflow named and nobody could see */
  unseen: Unreadable[]
}

/** What judging needs of it: records are looked up one by one, and nobody goes through all of them. */
export interface Evidence extends Omit<EvidenceSet, 'resources' | 'collections'> {
  resources: { get(key: string): ResourceRecord | undefined }
  collections: { get(key: string): CollectionRecord | undefined }
}

export type Source = 'resource-graph' | 'resource-manager'

export interface ReadRecord {
  state: 'read'
  id: string
  source: Source
  /** the api-version that the properties come from; null when Resource Graph does not say */
  apiVersion: string | null
  /** the resource, pruned to what the rules read */
  body: Record<string, unknown>
  /** a path whose absence says nothing: what was read leaves it out, and the read that would have shown it failed */
  gap?: { path: string; failure: UnreadableRecord }
  /** why what it shows is not the last word: a rule that would pass by it is undecided */
  doubt?: string
  /** an older version of this tool collected it: what that one did not keep is not absent */
  older?: { version: string; unkept: readonly string[] }
}

/** Why something is not here, in words and with the way out. */
export interface Unreadable {
  id: string
  reason: UnknownReason
  /** the Azure action that the identity lacks, null when a permission would not help */
  action: string | null
  scope: string | null
  message: Said
}

export interface UnreadableRecord extends Unreadable {
  /** `absent`: Resource Manager said 404 where the scope can be read */
  state: 'absent' | 'unreadable'
}

export type ResourceRecord = ReadRecord | UnreadableRecord

export type CollectionRecord = { state: 'read'; ids: string[] } | (UnreadableRecord & { ids: string[] })

/** The type that a resource says it is of, in lower case; empty where it says none. */
export function typeIn({ type }: ReadRecord['body']): string {
  return typeof type === 'string' ? type.toLowerCase() : ''
}

/** Stands for what nobody read: this version would have, or an older one knew nothing of it. */
export function neverRead({ collectedBy }: Evidence, id: string, message: Said): UnreadableRecord {
  const known = { state: 'unreadable' as const, id, action: null, scope: null }
  if (collectedBy === undefined) return { ...known, reason: 'not-visible', message }
  return { ...known, reason: 'not-observable', message: said`${message} ${collectedByOlder(collectedBy.version)}` }
}

/** Stands for what nobody can read, because a plan leaves it open (`Unknown`). */
export function unplanned({ why, reason }: Unknown): UnreadableRecord {
  return { state: 'unreadable', id: '', reason, action: null, scope: null, message: foreign(why) }
}

export function collectedByOlder(version: string): Said {
  return said`The evidence was collected by version ${{ name: version }}, which did not look for it: collect it again.`
}
