import type { Link, NamedLink } from '../../resources/type.ts'
import { said, words } from '../../said.ts'
import { referenceAt, strange, unnamed } from '../references.ts'
import type { Resource } from '../resource.ts'
import { idKey } from '../resource-id.ts'
import type { Subjects } from '../subjects.ts'
import { type Lookup, textAt } from './lookup.ts'

/** What the workspace names itself; what is its hub's is judged under the hub. */
export function dependencies(
  workspace: Resource,
  hub: Resource | null,
  lookup: Lookup,
  { property, type, saidBy, always }: NamedLink,
): Subjects<Resource> {
  const none = hub ? 'inherited' : 'not-used'
  const reference = referenceAt(workspace, property)
  if (reference === 'strange') return { all: [strange(workspace, property, type, saidBy, lookup.open)], none }
  if (reference !== 'none') {
    const ofHub = hub ? textAt(hub, property) : undefined
    const isOfHub = ofHub !== undefined && idKey(ofHub) === idKey(reference.id)
    return { all: isOfHub ? [] : [lookup.at(reference.id)], none }
  }
  if (hub || !always || workspace.unreadable) return { all: [], none }
  const message = said`${workspace} names no ${words(always)}, and no workspace works without one: Azure may have left it out.`
  return { all: [unnamed(workspace, type, { by: saidBy, reason: 'property-absent', message }, lookup.open)], none }
}

/** What a resource on the way to a key refers to; the checks that read the reference say when nobody can follow it. */
export function next(from: Resource, { property, type = '' }: Link, lookup: Lookup): Resource[] {
  const reference = referenceAt(from, property)
  if (reference === 'none') return []
  return [reference === 'strange' ? strange(from, property, type, '', lookup.open) : lookup.at(reference.id)]
}
