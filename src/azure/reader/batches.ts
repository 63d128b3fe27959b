import { idKey } from '../../evidence/resource-id.ts'
import { query } from '../resource-graph.ts'
import { unreadable } from '../unreadable.ts'
import type { Accounts } from './accounts.ts'
import { askedBy, type Batch, condition } from './condition.ts'
import { BATCH, type Context, take } from './context.ts'
import type { Groups } from './groups.ts'
import type { Vaults } from './vaults.ts'
import type { Work } from './work.ts'

interface Rooms {
  vaults: Vaults
  groups: Groups
  accounts: Accounts
}

/** What Resource Graph is asked for, many things in one query. */
export interface Batches {
  want(id: string): void
  /** sends what waits, in whole batches while others are under way that may add to it */
  send(work: Work): void
}

export function createBatches(context: Context, rooms: Rooms): Batches {
  const { vaults, groups, accounts } = rooms
  const ids = new Set<string>()
  const size = () => Math.max(ids.size, vaults.waiting.size + groups.waiting.size + accounts.waiting.size)
  return {
    want: (id) => void ids.add(id),
    send(work) {
      vaults.answerFound()
      accounts.answerFound()
      while (size() >= BATCH || (size() > 0 && work.isCalm())) {
        const batch: Batch = {
          ids: take(ids),
          hosts: take(vaults.waiting),
          groups: take(groups.waiting),
          accounts: take(accounts.waiting),
        }
        work.query(() => readBatch(context, rooms, batch))
      }
    },
  }
}

async function readBatch(context: Context, { vaults, groups, accounts }: Rooms, batch: Batch): Promise<void> {
  const { client, evidence } = context
  const { rows, failure } = await query(client, condition(batch), { isAsked: askedBy(batch) })
  context.takeRows(rows)
  for (const id of batch.ids) {
    if (evidence.resources.has(idKey(id))) continue
    if (failure && failure.reason !== 'truncated') context.keep(unreadable(id, failure))
    else context.readOne(id)
  }
  for (const host of batch.hosts) vaults.answer(host, failure)
  groups.answer(batch.groups, rows, failure)
  for (const name of batch.accounts) accounts.answer(name, failure)
}
