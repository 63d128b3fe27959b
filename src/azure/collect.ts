import { keyIdentityOf } from '../evidence/identity.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from '../evidence/records.ts'
import { propertyOf } from '../evidence/resource.ts'
import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import type { Targets } from '../inputs/targets.ts'
import type { Reading } from '../progress.ts'
import { roleAssignment, roleDefinition } from '../resources/identity.ts'
import { resourceTypes, typeOf } from '../resources/index.ts'
import { keyVault } from '../resources/key-vault.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { plural } from '../text.ts'
import { createFileServices } from './file-services.ts'
import { findWorkspaces } from './find/find-workspaces.ts'
import { leftOut } from './left-out.ts'
import { followLinks, followProject, isProject } from './links.ts'
import { followPlanned } from './planned.ts'
import { createReader, type Reader } from './reader/reader.ts'
import type { AzureClient } from './requests/client.ts'
import { wantAccess } from './roles.ts'

/** How deep to look where looking costs a request for each page or account. */
export interface Depth {
  jobsPerWorkspace: number
  encryptionScopes: boolean
}

export interface Collection {
  evidence: EvidenceSet
  /** the same with what only plans lead to */
  whole: EvidenceSet
  /** reads resources once more by Resource Manager, and what they then lead to */
  confirm(ids: string[]): Promise<void>
}

/** How much of what is wanted has been read. */
export type Extent = Pick<Reading, 'workspaces' | 'read' | 'needed'>

/** Plans over the evidence: what they lead to is read as well. */
export interface PlansOver {
  over(evidence: EvidenceSet): EvidenceSet
  /** what the plans set whether it is there or not */
  uncertain: string[]
}

interface Collecting {
  targets: Targets
  now: Date
  depth: Depth
  /** null: only what is live counts */
  plans: PlansOver | null
  /** is told the counts when they are known */
  say: (line: string) => void
  /** is given a look at them while they grow */
  show: (extent: () => Extent) => void
}

/** Finds the workspaces and follows their links until nothing new comes. */
export async function collect(
  client: AzureClient,
  { targets, now, depth, plans, say, show }: Collecting,
): Promise<Collection> {
  const { rows, unlisted, subscriptions, unseen } = await findWorkspaces(client, targets)
  const evidence: EvidenceSet = {
    collectedAt: now.toISOString(),
    keyHosts: client.keyHosts,
    workspaces: [],
    resources: new Map(),
    collections: new Map(),
    subscriptions,
    unseen,
  }
  const ids = [...rows.map((row) => row.id), ...unlisted]
  const { reader, again, complete } = follower(client, evidence, ids, depth)
  say(plural(ids.length, 'workspace'))
  show(() => extentOf(ids, evidence, reader))
  reader.add(rows)
  for (const id of unlisted) reader.want(id)
  await complete()
  const live = plans === null ? evidence : copyOf(evidence)
  if (plans !== null) await followPlans(plans, evidence, reader, complete)
  say(countsOf(evidence, client))
  return {
    evidence: live,
    whole: evidence,
    confirm: async (doubtful) => {
      // without plans there is one evidence, and nothing to be taken over
      const before = live === evidence ? null : copyOf(evidence)
      for (const id of doubtful) again.set(id, null)
      await complete()
      if (before) takeOver(live, before, evidence)
    },
  }
}

interface Follower {
  reader: Reader
  again: Again
  /** reads on until nothing new comes */
  complete(): Promise<void>
}

/** Reads what is wanted, and wants what that leads to. `ids` are the workspaces that are judged. */
function follower(client: AzureClient, evidence: EvidenceSet, ids: string[], depth: Depth): Follower {
  const judged = new Set(ids.map(idKey))
  const again: Again = new Map()
  const fileServices = createFileServices(evidence)
  const asked = () => depth.encryptionScopes
  const soon = oncePerTurn(() => wantAccess(evidence, reader))
  const follow = (record: ReadRecord) => {
    if (isFollowed(record, judged)) {
      const path = leftOut(record)
      if (path !== null) again.set(record.id, path)
      followLinks(record, reader, { hosts: client.keyHosts, asked })
      fileServices.follow(record, reader)
    }
    if (isFew(evidence) && decidesAccess(record)) soon()
  }
  const reader = createReader(client, evidence, follow, { jobs: depth.jobsPerWorkspace })
  const complete = async () => {
    await settle(reader, again)
    keepSeen(evidence, ids)
    for (const record of workspaces(evidence).filter(isProject)) {
      followProject(record, reader, evidence)
      fileServices.followProject(record, reader)
    }
    await settle(reader, again)
    while (wantAccess(evidence, reader)) await reader.settled()
  }
  return { reader, again, complete }
}

function extentOf(ids: string[], { resources, collections }: EvidenceSet, reader: Reader): Extent {
  const needed = reader.wanted()
  return { workspaces: ids.length, read: Math.min(needed, resources.size + collections.size), needed }
}

function countsOf({ resources, collections }: EvidenceSet, { counters }: AzureClient): string {
  const read = `${plural(resources.size, 'resource')} and ${plural(collections.size, 'collection')}`
  const { resourceGraph, resourceManager } = counters
  return `${read}, in ${plural(resourceGraph, 'query', 'queries')} and ${plural(resourceManager, 'read')}`
}

function copyOf(evidence: EvidenceSet): EvidenceSet {
  return { ...evidence, resources: new Map(evidence.resources), collections: new Map(evidence.collections) }
}

/** What has been read again, or has come since, is live as well. */
function takeOver(live: EvidenceSet, before: EvidenceSet, now: EvidenceSet): void {
  live.workspaces = now.workspaces
  for (const [key, record] of now.resources)
    if (live.resources.has(key) || !before.resources.has(key)) live.resources.set(key, record)
  for (const [key, record] of now.collections)
    if (live.collections.has(key) || !before.collections.has(key)) live.collections.set(key, record)
}

/** Follows what the plans lead to until nothing new comes: what has just been read may be changed by them as well. */
async function followPlans(
  { over, uncertain }: PlansOver,
  evidence: EvidenceSet,
  reader: Reader,
  complete: () => Promise<void>,
): Promise<void> {
  for (const id of uncertain) if (resourceTypes[typeOf(id) ?? '']) reader.want(id)
  for (let wanted = -1; wanted !== reader.wanted(); ) {
    wanted = reader.wanted()
    await complete()
    const planned = over(evidence)
    followPlanned(planned, evidence, reader)
    wantAccess(planned, reader)
  }
}

/** For a few workspaces, access is asked for as soon as something turns up that decides it: it saves round trips. */
function isFew({ resources }: EvidenceSet): boolean {
  return resources.size < 500
}

function decidesAccess({ body }: ReadRecord): boolean {
  const type = typeIn(body)
  return accessTypes.includes(type) || keyIdentityOf(type) !== undefined
}

const accessTypes = [keyVault.type, roleAssignment.type, roleDefinition.type]

/** What comes together leads to one call. */
function oncePerTurn(work: () => void): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    queueMicrotask(() => {
      isWaiting = false
      work()
    })
  }
}

/** Resources to read once more, by id, with the path for whose sake; null when all of it is in doubt. */
type Again = Map<string, string | null>

/** Reads until nothing new comes, and then once more what Resource Graph showed in part only. */
async function settle(reader: Reader, again: Again): Promise<void> {
  await reader.settled()
  while (again.size > 0) {
    const wanted = [...again]
    again.clear()
    await Promise.all(wanted.map(([id, path]) => reader.readAgain(id, path)))
    await reader.settled()
  }
}

function isFollowed(record: ReadRecord, judged: Set<string>): boolean {
  return typeIn(record.body) !== mlWorkspace.type || judged.has(idKey(record.id))
}

/**
 * A workspace that was named or listed and cannot be read is unseen, and its record stays only for the sake of its
 * projects; the others are judged, in the order of their ids.
 */
function keepSeen(evidence: EvidenceSet, ids: string[]): void {
  const records = ids.flatMap((id) => evidence.resources.get(idKey(id)) ?? [])
  evidence.workspaces = records
    .flatMap((record) => (record.state === 'read' ? [record.id] : []))
    .sort((a, b) => (idKey(a) < idKey(b) ? -1 : 1))
  const hubs = new Set(workspaces(evidence).map((record) => idKey(String(propertyOf(record.body, mlWorkspace.hub)))))
  for (const record of records) {
    if (record.state === 'read') continue
    if (!evidence.unseen.some(({ id }) => id === record.id)) evidence.unseen.push(record)
    if (!hubs.has(idKey(record.id))) evidence.resources.delete(idKey(record.id))
  }
  const known = new Map(evidence.subscriptions.map((subscription) => [subscription.id, subscription]))
  for (const { id, state } of records) {
    const subscription = parseResourceId(id)?.subscriptionId
    if (!subscription) continue
    const entry = known.get(subscription) ?? { id: subscription, visible: false }
    if (!known.has(subscription)) evidence.subscriptions.push(entry)
    if (state === 'read') entry.visible = true
    known.set(subscription, entry)
  }
}

/** Those that are judged; all of them have been read. */
function workspaces(evidence: EvidenceSet): ReadRecord[] {
  return evidence.workspaces.map((id) => evidence.resources.get(idKey(id)) as ReadRecord)
}
