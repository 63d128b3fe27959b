import { mlWorkspace } from '../../resources/workspace.ts'
import type { Evidence } from '../records.ts'
import { propertyOf } from '../resource.ts'
import { idKey } from '../resource-id.ts'

/** By which config files choose profiles; none of a workspace that was not read. */
export function tagsOf({ resources }: Pick<Evidence, 'resources'>, id: string): Record<string, string> {
  const record = resources.get(idKey(id))
  const tags = record?.state === 'read' ? propertyOf(record.body, mlWorkspace.tags) : undefined
  return (tags ?? {}) as Record<string, string>
}
