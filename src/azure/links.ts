import { type Edge, edgesOf } from '../evidence/edges.ts'
import type { KeyHosts } from '../evidence/key-id.ts'
import { type EvidenceSet, type ReadRecord, typeIn } from '../evidence/records.ts'
import { propertyOf, valueAt } from '../evidence/resource.ts'
import { idKey, parseResourceId } from '../evidence/resource-id.ts'
import { resourceTypes, typeOf } from '../resources/index.ts'
import { managedIdentity } from '../resources/managed-identity.ts'
import { dependencies, mlWorkspace, providers } from '../resources/workspace.ts'
import type { Reader } from './reader/reader.ts'

/** Wants what a resource leads to. What a project inherits is followed from its hub. */
export function followLinks(record: ReadRecord, reader: Reader, { hosts, asked }: Following): void {
  const edges = edgesOf(record, hosts)
    .filter((edge) => !isProject(record) || !isInherited(edge))
    .filter((edge) => edge.to !== 'list' || !edge.list.onRequest || asked(edge.list.segment))
  for (const edge of edges) follow(edge, record, reader)
  const hasGroup = edges.some(({ to }) => to === 'group')
  if (typeIn(record.body) === mlWorkspace.type) wantProviders(record, reader, hasGroup)
}

interface Following {
  hosts: KeyHosts
  /** whether somebody asked for lists of this segment, which cost a request for each resource */
  asked: (segment: string) => boolean
}

function isInherited(edge: Edge): boolean {
  if (edge.to === 'resource') return edge.link.isInherited === true
  return edge.to === 'group' || edge.to === 'key'
}

function follow(edge: Edge, record: ReadRecord, reader: Reader): void {
  switch (edge.to) {
    case 'resource':
      if (isRead(edge)) reader.want(edge.id)
      break
    case 'identity':
      if (!showsPrincipal(record, edge.id)) reader.want(edge.id)
      break
    case 'account':
      if (edge.id) reader.want(edge.id)
      else reader.wantAccount(edge.name)
      break
    case 'list':
      wantList(reader, edge)
      break
    case 'group':
      reader.wantGroup(edge.id)
      break
    case 'key':
      reader.wantKey(edge.use)
  }
}

function wantList(reader: Reader, { parent, list }: Edge & { to: 'list' }): void {
  if (list.indexed) reader.wantIndexed(parent, list)
  else if (list.ofServices) reader.wantServices(parent)
  else reader.wantList(parent, list.segment)
}

/** Where anything can be named, what nothing here reads is left alone: computes attach to more than what has checks. */
export function isRead({ id, link }: Edge & { to: 'resource' }): boolean {
  return link.isRead !== false && (link.type !== undefined || resourceTypes[typeOf(id) ?? ''] !== undefined)
}

/** Most resources repeat the principal of their identities; where they do not, the identity itself is read. */
export function showsPrincipal({ body }: ReadRecord, id: string): boolean {
  const known = Object.entries((propertyOf(body, managedIdentity.userAssignedIdentities) as object | undefined) ?? {})
  return known.some(([name, identity]) => idKey(name) === idKey(id) && valueAt(identity, 'principalId'))
}

/** The registrations of providers that a workspace needs in its subscription. */
export function wantProviders({ id }: ReadRecord, reader: Reader, hasGroup: boolean): void {
  const { subscriptionId = '' } = parseResourceId(id) ?? {}
  for (const namespace of [...providers.always, ...(hasGroup ? providers.withManagedGroup : [])])
    reader.want(`/subscriptions/${subscriptionId}/providers/${namespace}`)
}

/** A project's dependencies are its hub's; only what the hub does not name is the project's own. */
export function followProject(record: ReadRecord, reader: Reader, evidence: EvidenceSet): void {
  const hubId = propertyOf(record.body, mlWorkspace.hub)
  const hub = typeof hubId === 'string' ? evidence.resources.get(idKey(hubId)) : undefined
  for (const { property } of Object.values(dependencies)) {
    const id = propertyOf(record.body, property)
    const ofHub = hub?.state === 'read' ? propertyOf(hub.body, property) : undefined
    const isOfHub = typeof ofHub === 'string' && typeof id === 'string' && idKey(ofHub) === idKey(id)
    if (typeof id === 'string' && !isOfHub) reader.want(id)
  }
}

export function isProject(record: Pick<ReadRecord, 'body'>): boolean {
  return String(propertyOf(record.body, mlWorkspace.kind)).toLowerCase() === 'project'
}
