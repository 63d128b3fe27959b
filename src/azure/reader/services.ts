import { childLists } from '../../evidence/children.ts'
import { collectionKey } from '../../evidence/collection-key.ts'
import type { EvidenceSet } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { mlCompute, withoutServices } from '../../resources/compute.ts'
import { containerGroup } from '../../resources/container-group.ts'
import { groupOf } from './condition.ts'
import { type Context, slashed } from './context.ts'
import { type GroupIndex, isShown } from './group-index.ts'
import type { List } from './lists.ts'

/**
 * Web services of SDK v1. They run on attached Kubernetes clusters and as container groups beside the workspace: where
 * there is neither there is none of them, and nothing is asked.
 */
export interface Services {
  want(workspace: string): void
  /** a list has been read, or could not be */
  listed(parent: string, segment: string): void
}

export function createServices(
  { evidence, isNew }: Pick<Context, 'evidence' | 'isNew'>,
  index: GroupIndex,
  list: List,
): Services {
  const waiting = new Set<string>()
  const hidden = new Set<string>()

  function decide(workspace: string): void {
    if (hidden.has(idKey(workspace)) || mayRunServices(evidence, workspace)) list(workspace, childLists.services)
    else askIndex(workspace)
  }

  function askIndex(workspace: string): void {
    index.find(groupOf({ id: workspace }), containerGroup.type, (groups) => {
      if (groups?.length !== 0) list(workspace, childLists.services)
      else evidence.collections.set(collectionKey.list(workspace, childLists.services), { state: 'read', ids: [] })
    })
  }

  return {
    want(written) {
      const workspace = slashed(written)
      if (!isNew(collectionKey.list(workspace, childLists.services))) return
      if (!isShown(evidence, workspace)) hidden.add(idKey(workspace))
      if (computesOf(evidence, workspace)) decide(workspace)
      else waiting.add(idKey(workspace))
    },
    listed(parent, segment) {
      if (segment === childLists.computes && waiting.delete(idKey(parent))) decide(parent)
    },
  }
}

function computesOf({ collections }: EvidenceSet, workspace: string) {
  return collections.get(collectionKey.list(workspace, childLists.computes))
}

/** A compute of which nobody can tell what it is may be a cluster. */
function mayRunServices(evidence: EvidenceSet, workspace: string): boolean {
  const computes = computesOf(evidence, workspace)
  if (computes?.state !== 'read') return true
  return computes.ids.some((id) => {
    const record = evidence.resources.get(idKey(id))
    const type = record?.state === 'read' ? propertyOf(record.body, mlCompute.computeType) : undefined
    return !withoutServices.includes(String(type).toLowerCase())
  })
}
