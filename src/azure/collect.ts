import type { EvidenceSet, ReadRecord } from '../evidence/records.ts'
import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import { valueAt } from '../evidence/resource.ts'
import type { Targets } from '../targets.ts'
import type { AzureClient } from './client.ts'
import { findWorkspaces } from './find-workspaces.ts'
import { followLinks, followProject, followWorkspace, needsAnotherRead, wantRoleAssignments } from './links.ts'
import { createReader, type Reader } from './reader.ts'

export interface Collection {
  evidence: EvidenceSet
  /** reads resources once more by Resource Manager, and what they then lead to */
  confirm(ids: string[]): Promise<void>
}

const workspaceType = 'microsoft.machinelearningservices/workspaces'

/** Finds the workspaces and follows their links until nothing new comes. `say` is told the counts as they grow. */
export async function collect(client: AzureClient, targets: Targets, now: Date, say: (line: string) => void): Promise<Collection> {
  const found = await findWorkspaces(client, targets)
  const evidence: EvidenceSet = {
    collectedAt: now.toISOString(),
    workspaces: [],
    resources: new Map(),
    collections: new Map(),
    subscriptions: found.subscriptions,
    unseen: found.unseen,
  }
  const judged = new Set([...found.rows.map((row) => row.id), ...found.unlisted].map(idKey))
  const again = new Set<string>()
  const reader = createReader(client, evidence, (record) => {
    if (needsAnotherRead(record)) again.add(record.id)
    follow(record, reader, judged)
  })
  say(`${found.rows.length + found.unlisted.length} workspaces`)
  reader.add(found.rows)
  for (const id of found.unlisted) reader.want(id)
  await reader.settled()
  keepSeen(evidence, [...found.rows.map((row) => row.id), ...found.unlisted])
  for (const record of workspaces(evidence).filter(isProject)) followProject(record, reader, evidence)
  await readAgain(reader, again)
  wantRoleAssignments(evidence, reader)
  await reader.settled()
  say(`${evidence.resources.size} resources and ${evidence.collections.size} collections, in ${client.counters.resourceGraph} queries and ${client.counters.resourceManager} reads`)
  return {
    evidence,
    confirm: async (ids) => {
      await readAgain(reader, new Set(ids))
      wantRoleAssignments(evidence, reader)
      await reader.settled()
    },
  }
}

async function readAgain(reader: Reader, ids: Set<string>): Promise<void> {
  await Promise.all([...ids].map((id) => reader.readAgain(id)))
  ids.clear()
  await reader.settled()
}

function follow(record: ReadRecord, reader: Reader, judged: Set<string>): void {
  const isWorkspace = String(record.body.type).toLowerCase() === workspaceType
  if (isWorkspace && !judged.has(idKey(record.id))) return
  if (isWorkspace) followWorkspace(record, reader)
  if (isWorkspace && isProject(record)) {
    const hub = valueAt(record.body, 'properties.hubResourceId')
    if (typeof hub === 'string') reader.want(hub)
  } else followLinks(record, reader)
}

/** A workspace that was named and cannot be read is unseen; the others are judged, in the order of their ids. */
function keepSeen(evidence: EvidenceSet, ids: string[]): void {
  const records = ids.flatMap((id) => evidence.resources.get(idKey(id)) ?? [])
  evidence.workspaces = records.flatMap((record) => (record.state === 'read' ? [record.id] : [])).sort((a, b) => (idKey(a) < idKey(b) ? -1 : 1))
  for (const record of records) {
    if (record.state !== 'read') {
      evidence.unseen.push(record)
      evidence.resources.delete(idKey(record.id))
    }
  }
  const known = new Set(evidence.subscriptions.map(({ id }) => id))
  for (const id of evidence.workspaces) {
    const subscription = parseResourceId(id)?.subscriptionId
    if (subscription && !known.has(subscription)) evidence.subscriptions.push({ id: subscription, visible: true })
    if (subscription) known.add(subscription)
  }
}

function workspaces(evidence: EvidenceSet): ReadRecord[] {
  return evidence.workspaces.flatMap((id) => {
    const record = evidence.resources.get(idKey(id))
    return record?.state === 'read' ? [record] : []
  })
}

function isProject(record: ReadRecord): boolean {
  return String(valueAt(record.body, 'kind')).toLowerCase() === 'project'
}
