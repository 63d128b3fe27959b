import { mlCompute } from '../../resources/compute.ts'
import { containerGroup } from '../../resources/container-group.ts'
import { clusterExtension } from '../../resources/kubernetes.ts'
import type { Property } from '../../resources/type.ts'
import { onCluster, webService } from '../../resources/web-service.ts'
import { said, words } from '../../said.ts'
import { type ChildKind, childLists, containerGroupsSegment, deploymentLists, extensionsSegment } from '../children.ts'
import { collectionKey } from '../collection-key.ts'
import { says } from '../keys.ts'
import { type Evidence, neverRead, type UnreadableRecord, unplanned } from '../records.ts'
import { peek, type Resource } from '../resource.ts'
import { idKey, parentId } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { Unknown } from '../unknown.ts'
import type { Lookup } from './lookup.ts'

/** Reads what only Resource Manager lists: below a workspace, and below what it is attached to. */
export function openChildren({ evidence, at, open }: Lookup, workspace: Resource) {
  const listed = (parent: Resource, segment: string): Resource[] => {
    const list =
      evidence.collections.get(collectionKey.list(parent.id, segment)) ?? notListed(evidence, parent, segment)
    // what was listed and is gone by the time it is read is gone
    const items = list.ids.map((id) => told(at(id))).filter(({ unreadable }) => unreadable?.state !== 'absent')
    // jobs are looked at up to a limit: whoever judges them asks whether that was all
    const isEnough = list.state === 'read' || (list.reason === 'truncated' && segment === childLists.jobs)
    return isEnough ? items : [...items, hidden(parent, segment, open(list))]
  }
  const known = new Map<ChildKind, Resource[]>()
  const ofKind = (kind: ChildKind): Resource[] => {
    const all = known.get(kind) ?? readKind(kind)
    known.set(kind, all)
    return all
  }
  const readKind = (kind: ChildKind): Resource[] => {
    if (isListed(kind)) return listed(workspace, childLists[kind])
    return ofKind(deploymentLists[kind]).flatMap((endpoint) =>
      endpoint.unreadable ? [endpoint] : listed(endpoint, 'deployments'),
    )
  }
  return {
    list: (...kinds: ChildKind[]): Subjects<Resource> => ({ all: together(kinds.flatMap(ofKind)), none: 'not-used' }),
    isComplete: (kind: ChildKind) =>
      !isListed(kind) || evidence.collections.get(collectionKey.list(workspace.id, childLists[kind]))?.state === 'read',
    extensionOf(cluster: Resource): Resource | null {
      const all = listed(cluster, extensionsSegment).map((one) => ofSomeType(one, open))
      return all.find(isMachineLearning) ?? all.find(({ unreadable }) => unreadable !== null) ?? null
    },
    containerGroupOf(service: Resource): Resource | null {
      const host = hostOf(service)
      const groups = listed(at(parentId(workspace.id)), containerGroupsSegment)
      return groups.find((group) => group.unreadable !== null || fqdnOf(group) === host) ?? null
    },
    scopesOf: (account: Resource): Subjects<Resource> => ({
      all: listed(account, 'encryptionScopes'),
      none: 'not-used',
    }),
  }
}

function isListed(kind: ChildKind): kind is keyof typeof childLists {
  return kind in childLists
}

/** A list that could not be read, in place of what it would have held. */
function hidden({ id, name, type }: Resource, segment: string, list: Resource): Resource {
  return { ...list, id, name, type, list: nameOf(segment) }
}

/** What another provider lists is called by the end of its segment. */
function nameOf(segment: string): string {
  return segment.slice(segment.lastIndexOf('/') + 1)
}

function notListed(evidence: Evidence, { id, name }: Resource, segment: string): UnreadableRecord & { ids: string[] } {
  const message = said`The ${words(nameOf(segment))} of ${{ id, name }} were not read.`
  return { ...neverRead(evidence, `${id}/${segment}`, message), ids: [] }
}

/** Several lists that cannot be read stand for the same thing, which is judged once. */
function together(all: Resource[]): Resource[] {
  const once = new Map<string, Resource>()
  for (const one of all) {
    const known = once.get(idKey(one.id))
    if (!known?.unreadable || !one.unreadable) once.set(idKey(one.id), known ?? one)
    else if (known.record !== one.record) {
      const message = said`${known.unreadable.message} ${one.unreadable.message}`
      once.set(idKey(one.id), { ...known, unreadable: { ...known.unreadable, message } })
    }
  }
  return [...once.values()]
}

/** What tells of which kind something is. */
const telling: Record<string, Property> = {
  [mlCompute.type]: mlCompute.computeType,
  [webService.type]: webService.computeType,
  [clusterExtension.type]: clusterExtension.extensionType,
}

/** A plan can leave open of which kind something is: it may be of any, so nothing can be asked of it. */
function told(resource: Resource): Resource {
  const property = telling[resource.type]
  const kind = property && peek(resource, property)
  return kind instanceof Unknown ? { ...resource, unreadable: unplanned(kind) } : resource
}

/** An extension that does not say what it is may be any. */
function ofSomeType(extension: Resource, open: Lookup['open']): Resource {
  const type = peek(extension, clusterExtension.extensionType)
  if (extension.unreadable || typeof type === 'string') return extension
  const { id, name } = extension
  const reason = type === undefined ? 'property-absent' : 'unrecognised-value'
  const message = said`${extension} does not say which extension it is: it may be that of Azure Machine Learning.`
  return { ...open({ state: 'unreadable', id: '', reason, action: null, scope: null, message }), id, name }
}

/** Whether a web service of SDK v1 runs in a container group, or nobody can tell that it runs elsewhere. */
export function mayBeOnInstances({ record }: Resource): boolean {
  return record.state === 'read' && !says(record.body, onCluster)
}

function isMachineLearning(extension: Resource): boolean {
  return String(peek(extension, clusterExtension.extensionType)).toLowerCase() === 'microsoft.azureml.kubernetes'
}

function hostOf(service: Resource): string | null {
  return /^https?:\/\/([^/:]+)/i.exec(String(peek(service, webService.scoringUri)))?.[1]?.toLowerCase() ?? null
}

function fqdnOf(group: Resource): string {
  return String(peek(group, containerGroup.fqdn)).toLowerCase()
}
