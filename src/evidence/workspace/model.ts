import type { CmkArchitecture, Profile } from '../../model.ts'
import type { ChildKind } from '../children.ts'
import type { KeyUse } from '../keys.ts'
import type { Evidence, UnreadableRecord } from '../records.ts'
import type { Reads, Resource } from '../resource.ts'
import type { Subject, Subjects } from '../subjects.ts'

/** `files`: behind a datastore that is, or may be, a file share */
export type StorageRole = 'workspace' | 'datastore' | 'files' | 'metadata'
export type StorageAccount = Resource & { roles: Set<StorageRole> }

export type VaultRole = 'workspace' | 'cmk'
export type KeyVault = Resource & { roles: Set<VaultRole>; isHsm: boolean }

export interface KeyConsumer {
  resource: Resource
  use: KeyUse
}

export interface KeyVersion {
  version: string
  resource: Resource
  consumers: KeyConsumer[]
}

/** A key, however many resources use it. */
export interface Key extends Subject {
  host: string
  /** null when only its host is known */
  vault: Resource | null
  current: Resource
  /** the current version and every other in use */
  versions: KeyVersion[]
  consumers: KeyConsumer[]
  /** the consumer reaches the key with an identity of another tenant */
  otherTenant: boolean
  /** what cannot be read, and may use another version of the key; null when every consumer is known */
  hiddenUsers: UnreadableRecord | null
  /** what hides the key, or other users of it, by kind: it carries the gate */
  hiddenBy: string[]
}

/** The managed resource group; it always holds one store of each kind, but the identity may not see them all. */
export interface MetadataGroup extends Subject {
  members: Resource[]
  /** types of store that are not among the members */
  lacking: string[]
}

/** A Kubernetes cluster, however many computes of the workspace are attached to it. */
export type Cluster = Resource & { isArc: boolean; computes: Resource[] }

/** What a config file can set. */
export interface Options {
  keyMinimumBits: number
  keyMaximumAgeDays: number
  /** days from the creation of a key to its end, at most; null when nobody asks */
  keyMaximumValidityDays: number | null
  keyExpiryWarningDays: number
  /** whether a job is not to have this name */
  isDeniedName: (name: string) => boolean
  /** look at the encryption scopes of storage accounts: a request for each account */
  encryptionScopes: boolean
}

/** A workspace with everything that it is linked to. */
export interface Workspace {
  id: string
  name: string
  kind: string
  profile: Profile
  resource: Resource
  /** the hub of a project; null for every other kind */
  hub: Resource | null
  /** the workspace's own encryption settings: none for a project, whose hub has them */
  settings: Subjects<Resource>
  /** the workspace, when it has a customer-managed key of its own */
  encrypted: Subjects<Resource>
  architecture: CmkArchitecture
  storageAccounts: Subjects<StorageAccount>
  keyVaults: Subjects<KeyVault>
  keys: Subjects<Key>
  /** stand for keys that have no name: of what does not say which it uses, and of what cannot be read while no key is known */
  unknownKeys: Key[]
  containerRegistry: Subjects<Resource>
  diagnostics: Subjects<Resource>
  /** the metadata stores of subscription-side and bring-your-own encryption */
  metadata: Subjects<Resource>
  /** the managed resource group of subscription-side encryption */
  metadataGroup: Subjects<MetadataGroup>
  /** Kubernetes clusters behind computes, in Azure and by Arc */
  clusters: Subjects<Cluster>
  databricks: Subjects<Resource>
  virtualMachines: Subjects<Resource>
  hdinsight: Subjects<Resource>
  /** Azure AI Services accounts that connections name */
  aiServices: Subjects<Resource>
  /** what the workspace holds of a kind; a list that could not be read stands among it as something unreadable */
  list(...kinds: ChildKind[]): Subjects<Resource>
  /** whether a list was read to its end */
  isComplete(kind: ChildKind): boolean
  /** the Azure Machine Learning extension of a cluster; null when it has none */
  extensionOf(cluster: Cluster): Resource | null
  /** the container group that runs a web service of SDK v1; null when none of them has its address */
  containerGroupOf(service: Resource): Resource | null
  /** Azure Files of a storage account */
  fileServiceOf(account: Resource): Resource
  /** encryption scopes of a storage account, when they were asked for */
  scopesOf(account: Resource): Subjects<Resource>
  options: Options
  evidence: Evidence
  /** a resource by its id, unreadable when nobody read it */
  at(id: string): Resource
  /** what has been read since the last call */
  takeReads(): Reads
}

/** Narrows the subjects of a check, keeping the reason for there being none. */
export function only<S extends Subject>(subjects: Subjects<S>, fits: (subject: S) => boolean): Subjects<S> {
  return { all: subjects.all.filter(fits), none: subjects.none }
}
