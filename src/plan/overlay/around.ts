import { idKey } from '../../evidence/resource-id.ts'

/** The keys of everything that a resource lies in. */
export function around(id: string): string[] {
  const segments = idKey(id).split('/')
  return segments.slice(2).map((_, index) => segments.slice(0, index + 2).join('/'))
}
