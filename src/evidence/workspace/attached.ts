import { attachment, attachments, mlCompute } from '../../resources/compute.ts'
import { connectedCluster, managedCluster } from '../../resources/kubernetes.ts'
import { said } from '../../said.ts'
import { referenceAt, strange, unnamed } from '../references.ts'
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
  for (const compute of computes.all) {
    const target = targetOf(compute, lookup)
    if (target === null) continue
    const known = byId.get(idKey(target.id)) ?? { target, computes: [] }
    known.computes.push(compute)
    byId.set(idKey(target.id), known)
  }
  return { hidden: computes.all.filter(({ unreadable }) => unreadable !== null), targets: [...byId.values()] }
}

/** Null where it is attached to nothing: computes of other types than those that have checks need not be. */
function targetOf(compute: Resource, { open, at }: Lookup): Resource | null {
  const { property } = attachment
  const { types, saidBy: by } = expected([compute])
  const [usual = ''] = types
  const reference = referenceAt(compute, property)
  if (reference === 'none') {
    if (usual === '') return null
    const message = said`${compute} does not say what it is attached to: nobody can judge that.`
    return unnamed(compute, usual, { by, reason: 'property-absent', message }, open)
  }
  if (reference === 'strange') return strange(compute, property, usual, by, open)
  const named = parseResourceId(reference.id)?.type
  const isOther = usual !== '' && named !== undefined && !types.includes(named)
  return isOther ? strange(compute, property, usual, by, open) : at(reference.id)
}

export function ofType({ hidden, targets }: Attached, ...wanted: string[]): Subjects<Resource> {
  const fits = ({ target, computes }: Attached['targets'][number]) =>
    wanted.includes(
      isNamed(target) ? (parseResourceId(target.id)?.type ?? expected(computes).types[0] ?? '') : target.type,
    )
  return { all: [...hidden, ...targets.filter(fits).map(({ target }) => target)], none: 'not-used' }
}

/** Otherwise it stands under the compute that is attached to it. */
function isNamed({ unnamed, unreadable }: Resource): boolean {
  return unnamed === undefined && unreadable?.id !== ''
}

/** What a compute is attached to, when its reference does not say. */
function expected(computes: Resource[]): { types: string[]; saidBy: string } {
  const compute = computes.map((one) => textAt(one, mlCompute.computeType)?.toLowerCase() ?? '')[0] ?? ''
  return attachments[compute] ?? { types: [], saidBy: '' }
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
