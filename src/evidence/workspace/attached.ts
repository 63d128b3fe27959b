import { attachment, attachments, mlCompute } from '../../resources/compute.ts'
import { connectedCluster, managedCluster } from '../../resources/kubernetes.ts'
import { referenceAt, strange } from '../references.ts'
import type { Resource } from '../resource.ts'
import { idKey, parseResourceId } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { type Lookup, textAt } from './lookup.ts'
import type { Cluster } from './model.ts'

/** What computes are attached to, each once; an unreadable list of computes stands for all of it. */
export interface Attached {
  hidden: Resource[]
  targets: { target: Resource; computes: Resource[] }[]
}

export function targets(computes: Subjects<Resource>, lookup: Lookup): Attached {
  const byId = new Map<string, { target: Resource; computes: Resource[] }>()
  const { property } = attachment
  for (const compute of computes.all) {
    const reference = referenceAt(compute, property)
    if (reference === 'none') continue
    const { type, saidBy } = expected([compute])
    const target =
      reference === 'strange' ? strange(compute, property, type, saidBy, lookup.open) : lookup.at(reference.id)
    const known = byId.get(idKey(target.id)) ?? { target, computes: [] }
    known.computes.push(compute)
    byId.set(idKey(target.id), known)
  }
  return { hidden: computes.all.filter(({ unreadable }) => unreadable !== null), targets: [...byId.values()] }
}

export function ofType({ hidden, targets }: Attached, ...wanted: string[]): Subjects<Resource> {
  const fits = ({ target, computes }: Attached['targets'][number]) =>
    wanted.includes(isNamed(target) ? (parseResourceId(target.id)?.type ?? expected(computes).type) : target.type)
  return { all: [...hidden, ...targets.filter(fits).map(({ target }) => target)], none: 'not-used' }
}

/** Otherwise it stands under the compute that is attached to it. */
function isNamed({ unnamed, unreadable }: Resource): boolean {
  return unnamed === undefined && unreadable?.id !== ''
}

/** What a compute is attached to, when its reference does not say. */
function expected(computes: Resource[]): { type: string; saidBy: string } {
  const compute = computes.map((one) => textAt(one, mlCompute.computeType)?.toLowerCase() ?? '')[0] ?? ''
  return attachments[compute] ?? { type: '', saidBy: '' }
}

export function openClusters(attached: Attached): Subjects<Cluster> {
  const computesOf = (id: string) => attached.targets.find(({ target }) => target.id === id)?.computes ?? []
  const all = ofType(attached, managedCluster.type, connectedCluster.type).all
  return {
    all: all.map((target) => ({
      ...target,
      isArc: parseResourceId(target.id)?.type === connectedCluster.type,
      computes: computesOf(target.id),
    })),
    none: 'not-used',
  }
}
