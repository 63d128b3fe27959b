import pLimit, { type LimitFunction } from 'p-limit'

/** What is under way, and when all of it is done. */
export interface Work {
  query(kind: 'batches' | 'roles', work: () => Promise<void>): void
  /** a read by Resource Manager, when the subscription of this id has room */
  read(id: string, work: () => Promise<void>): void
  /** nothing is under way that would soon add to a query of this kind: what roles bring leads to nothing but roles */
  isCalm(kind: 'batches' | 'roles'): boolean
  /** resolves when nothing is under way; rejects with what nobody foresaw */
  settled(): Promise<void>
}

/** Reads under way in one subscription, whose quota allows for about 25 a second, and about so many in all of them. */
const AT_ONCE = { one: 64, all: 1024 }
/** A half-full batch waits while so many single reads are under way, each of which may add to it. */
const CROWD = 32

/** @param whenDone called whenever something is done, to begin what waited for it */
export function createWork(whenDone: () => void): Work {
  const underWay = { batches: 0, roles: 0, reads: 0 }
  const lines = new Map<string, LimitFunction>()
  const broken: unknown[] = []
  let settle: { resolve: () => void; reject: (error: unknown) => void } | null = null

  async function done(kind: keyof typeof underWay, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      broken.push(error)
    }
    underWay[kind] -= 1
    next()
  }

  function next(): void {
    whenDone()
    if (!settle || underWay.batches + underWay.roles + underWay.reads > 0) return
    const { resolve, reject } = settle
    settle = null
    if (broken.length > 0) reject(broken[0])
    else resolve()
  }

  /** Each subscription has a quota of its own, and therefore a line. */
  function lineOf(id: string): LimitFunction {
    const subscription = id.split('/')[2]?.toLowerCase() ?? ''
    const line = lines.get(subscription) ?? pLimit(AT_ONCE.one)
    lines.set(subscription, line)
    const room = Math.max(1, Math.min(AT_ONCE.one, Math.floor(AT_ONCE.all / lines.size)))
    if (line.concurrency !== room) line.concurrency = room
    return line
  }

  return {
    query(kind, work) {
      underWay[kind] += 1
      void done(kind, work)
    },
    read(id, work) {
      underWay.reads += 1
      void lineOf(id)(done, 'reads', work)
    },
    isCalm: (kind) => underWay.reads < CROWD && (kind === 'roles' || underWay.batches === 0),
    settled: () =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        next()
      }),
  }
}
