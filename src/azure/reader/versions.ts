import { failureOf, ReadFailure } from '../requests/read-failure.ts'

type Read<T> = (apiVersion: string) => Promise<T>
type Answer<T> = { answer: T; apiVersion: string }

/** Which api-version the cloud knows, type by type: what one read finds out, all later ones use. */
export interface Versions {
  /** reads with the api-versions in turn until the cloud knows one: sovereign clouds lag behind; throws ReadFailure */
  inTurn<T>(type: string, apiVersions: string[], read: Read<T>): Promise<Answer<T>>
  /** the same for what is asked for many times at once: a few go ahead and find out for all of them */
  behindScouts<T>(type: string, apiVersions: string[], read: Read<T>): Promise<Answer<T>>
}

/** More than one, so that a read that hangs holds up nobody. */
const SCOUTS = 2

export function createVersions(): Versions {
  const inUse = new Map<string, string>()
  const scouts = new Map<string, Promise<void>[]>()

  /** The one that worked comes first; the others stay, for a region may know other ones. */
  function order(type: string, apiVersions: string[]): string[] {
    const best = inUse.get(type)
    return best === undefined ? apiVersions : [best, ...apiVersions.filter((version) => version !== best)]
  }

  async function inTurn<T>(type: string, apiVersions: string[], read: Read<T>): Promise<Answer<T>> {
    let failure: ReadFailure | null = null
    for (const apiVersion of order(type, apiVersions)) {
      try {
        const answer = await read(apiVersion)
        inUse.set(type, apiVersion)
        return { answer, apiVersion }
      } catch (error) {
        failure = failureOf(error)
        if (failure.reason !== 'api-unsupported') break
      }
    }
    throw failure ?? new ReadFailure('api-unsupported', '')
  }

  async function behindScouts<T>(type: string, apiVersions: string[], read: Read<T>): Promise<Answer<T>> {
    if (apiVersions.length === 1) return inTurn(type, apiVersions, read)
    const ahead = scouts.get(type) ?? []
    scouts.set(type, ahead)
    if (ahead.length === SCOUTS) {
      await Promise.race(ahead)
      return inTurn(type, apiVersions, read)
    }
    const reading = inTurn(type, apiVersions, read)
    const over = () => undefined
    ahead.push(reading.then(over, over))
    return reading
  }

  return { inTurn, behindScouts }
}
