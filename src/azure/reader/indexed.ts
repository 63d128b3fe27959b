import { listedType } from '../../evidence/children.ts'
import { collectionKey } from '../../evidence/collection-key.ts'
import { idKey, parentId } from '../../evidence/resource-id.ts'
import type { ChildList } from '../../resources/type.ts'
import { groupOf } from './condition.ts'
import { type Context, slashed } from './context.ts'
import { type GroupIndex, isShown } from './group-index.ts'
import type { List } from './lists.ts'

/** Wants a list of what Resource Graph shows, and reads it where that does not tell enough. */
export function wantIndexed(
  context: Pick<Context, 'evidence' | 'isNew' | 'takeRows'>,
  index: GroupIndex,
  list: List,
  parent: string,
  { segment, indexed }: ChildList,
): void {
  const at = slashed(parent)
  const key = collectionKey.list(at, segment)
  if (!context.isNew(key)) return
  if (!isShown(context.evidence, at)) {
    list(at, segment)
    return
  }
  index.find(groupOf({ id: at }), listedType(at, segment), (all) => {
    const rows = all?.filter(({ id }) => idKey(parentId(id)) === idKey(at))
    if (!rows || (indexed === 'existence' && rows.length > 0)) list(at, segment)
    else {
      context.evidence.collections.set(key, { state: 'read', ids: rows.map(({ id }) => id) })
      context.takeRows(rows)
    }
  })
}
