import { managedIdentity } from '../../resources/managed-identity.ts'
import { isSame } from '../json.ts'
import type { Setting } from '../model.ts'
import type { Node } from './nodes.ts'

export type Kind = 'put' | 'merge' | 'replace' | 'delete' | 'unsure'

const kinds = new Map<string, Kind>([
  ['create', 'put'],
  ['update', 'merge'],
  ['delete', 'delete'],
  ['delete,create', 'replace'],
  ['create,delete', 'replace'],
  // what is made in place of something that is only forgotten comes on top of it
  ['create,forget', 'put'],
])

/** What is not documented is not understood. */
export function kindOf({ actions }: Node): Kind {
  return kinds.get(actions.join(',')) ?? 'unsure'
}

/** What is set otherwise than before. An identity keeps its object as long as it stays, whatever a plan knows of that. */
export function differing(before: Setting[], after: Setting[]): Setting[] {
  const earlier = new Map(before.map(({ path, value }) => [path, value]))
  const isKept = ({ path, value }: Setting) => isObjectId(path) && [earlier.get(path), value].every(isText)
  return after.filter((setting) => !isSame(earlier.get(setting.path), setting.value) && !isKept(setting))
}

const isText = (value: unknown) => typeof value === 'string'

export function isObjectId(path: string): boolean {
  return path === managedIdentity.principalId.path
}
