import { createHash } from 'node:crypto'
import { idKey } from '../evidence/resource-id.ts'
import { resourceTypes, typeOf } from '../resources/index.ts'
import { managementGroup } from '../resources/management-group.ts'
import { anyPrefix } from '../resources/type.ts'

/**
 * A short name that stays the same from run to run and tells nothing: the subscription's GUID inside the id keeps it
 * from being guessed.
 */
export function pseudonym(repositoryId: string, id: string, prefix = prefixOf(idKey(id))): string {
  return (
    prefix +
    createHash('sha256')
      .update(repositoryId + idKey(id))
      .digest('hex')
      .slice(0, 8)
  )
}

/** Whether something is called so because of its pseudonym, of this prefix. */
export function isPseudonym(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^[0-9a-f]{8}$/.test(name.slice(prefix.length))
}

/** That of its type, or of what it lies in. */
function prefixOf(id: string): string {
  for (let type = typeOf(id) ?? ''; type !== ''; type = type.slice(0, Math.max(0, type.lastIndexOf('/')))) {
    const known = resourceTypes[type]
    if (known) return known.prefix
  }
  return id.includes('/managementgroups/') ? managementGroup.prefix : anyPrefix
}

/** Of what is known by an id alone. */
export function nakedId(id: string): string {
  return `/ids/${id}`
}
