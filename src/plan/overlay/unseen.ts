import type { EvidenceSet } from '../../evidence/records.ts'
import { overlap } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { Unknown } from '../../evidence/unknown.ts'
import type { UnknownReason } from '../../model.ts'
import { resourceTypes } from '../../resources/index.ts'
import type { PlannedChange, Setting } from '../model.ts'

/**
 * A change of what may be there, where nobody asked Azure: what it sets holds in either case, and of everything else
 * nobody knows whether it is as of something new.
 */
export function inSight(change: PlannedChange, { resources }: EvidenceSet, reason: UnknownReason): PlannedChange {
  if (!change.mayBeThere || resources.has(idKey(change.id))) return change
  const { properties = [] } = resourceTypes[change.type] ?? {}
  const byName = new Set(properties.filter(({ givenBy }) => givenBy === 'name').map(({ path }) => path))
  const named = change.settings.filter(({ path, isDefault }) => !isDefault || byName.has(path))
  return { ...change, isUnseen: true, settings: [...named, ...openIn(change, named, reason)] }
}

function openIn({ type, source }: PlannedChange, named: Setting[], reason: UnknownReason): Setting[] {
  const properties = resourceTypes[type]?.properties ?? []
  const open = properties.filter(
    ({ path, kind }) => kind !== 'container' && !named.some((one) => overlap(one.path, path)),
  )
  return open.map(({ path }) => ({ path, value: unseen(path, source.address, reason) }))
}

function unseen(path: string, address: string, reason: UnknownReason): Unknown {
  return new Unknown(
    `The plan does not set \`${path}\` of ${address}, and the evidence does not hold that resource, which may be there already: a run that reads Azure shows it.`,
    reason,
  )
}
