import { collectionKey } from '../../evidence/collection-key.ts'
import { parseResourceId } from '../../evidence/resource-id.ts'
import { storageAccount } from '../../resources/storage-account.ts'
import type { ReadFailure } from '../requests/read-failure.ts'
import { unreadableAccount } from '../unreadable.ts'
import type { Context } from './context.ts'

/** Storage accounts of which only the name is known: no two accounts of a cloud share one. */
export interface Accounts {
  want(name: string): void
  /** names that a query is to find */
  waiting: Set<string>
  /** sees the id of something that came, whatever it is */
  learn(id: string): void
  /** answers what waits for an account that came in another way */
  answerFound(): void
  /** what a query for a name brought */
  answer(name: string, failure: ReadFailure | null): void
}

export function createAccounts({ evidence, isNew }: Pick<Context, 'evidence' | 'isNew'>): Accounts {
  const waiting = new Set<string>()
  const found = new Map<string, string>()

  function answer(name: string, failure: ReadFailure | null): void {
    const id = found.get(name)
    const list = id ? { state: 'read' as const, ids: [id] } : { ...unreadableAccount(name, failure), ids: [] }
    evidence.collections.set(collectionKey.account(name), list)
  }

  return {
    waiting,
    want: (name) => void (isNew(collectionKey.account(name)) && waiting.add(name.toLowerCase())),
    learn(id) {
      const at = parseResourceId(id)
      if (at?.type === storageAccount.type) found.set(at.name.toLowerCase(), id)
    },
    answerFound() {
      for (const name of waiting) if (found.has(name) && waiting.delete(name)) answer(name, null)
    },
    answer,
  }
}
