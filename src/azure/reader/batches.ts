import { idKey } from '../../evidence/resource-id.ts'
import { query, type Row } from '../requests/resource-graph.ts'
import { unreadable } from '../unreadable.ts'
import type { Accounts } from './accounts.ts'
import { askedBy, type Batch, condition, indexedTypes } from './condition.ts'
import { BATCH, type Context, take } from './context.ts'
import type { GroupIndex } from './group-index.ts'
import type { Groups } from './groups.ts'
import type { Vaults } from './vaults.ts'
import type { Work } from './work.ts'

interface Rooms {
  vaults: Vaults
  groups: Groups
  accounts: Accounts
  index: GroupIndex
}

/** What Resource Graph is asked for, many things in one query. */
export interface Batches {
  want(id: string): void
  /** sends what waits: at first at once, then in whole batches while others are under way that may add to it */
  send(work: Work): void
}

export function createBatches(context: Context, rooms: Rooms): Batches {
  const { vaults, groups, accounts, index } = rooms
  const ids = new Set<string>()
  const byName = [vaults, groups, accounts, index].map(({ waiting }) => waiting)
  const size = () =>
    Math.max(
      ids.size,
      byName.reduce((sum, { size }) => sum + size, 0),
    )
  let isFirst = true
  return {
    want: (id) => void ids.add(id),
    send(work) {
      vaults.answerFound()
      accounts.answerFound()
      while (size() >= BATCH || (size() > 0 && (isFirst || work.isCalm('batches')))) {
        isFirst = false
        const batch: Batch = {
          ids: take(ids),
          hosts: take(vaults.waiting),
          groups: take(groups.waiting),
          accounts: take(accounts.waiting),
          indexed: take(index.waiting),
        }
        work.query('batches', () => readBatch(context, rooms, batch))
      }
    },
  }
}

async function readBatch(context: Context, { vaults, groups, accounts, index }: Rooms, batch: Batch): Promise<void> {
  const { client, evidence } = context
  const { rows, failure } = await query(client, condition(batch), { isAsked: askedBy(batch) })
  const isIndexed = ({ type }: Row) => indexedTypes.includes(type.toLowerCase())
  context.takeRows(rows.filter((row) => !isIndexed(row)))
  for (const id of batch.ids) {
    if (evidence.resources.has(idKey(id))) continue
    if (failure && failure.reason !== 'truncated') context.keep(unreadable(id, failure))
    else context.readOne(id)
  }
  for (const host of batch.hosts) vaults.answer(host, failure)
  groups.answer(batch.groups, rows, failure)
  index.answer(batch.indexed, rows.filter(isIndexed), failure)
  for (const name of batch.accounts) accounts.answer(name, failure)
}
