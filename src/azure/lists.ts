import { idKey } from '../evidence/resource-id.ts'
import type { TypeEntry } from './catalog.ts'
import { type AzureClient, failureOf, ReadFailure } from './client.ts'

export interface Page {
  /** what no page before had: pages overlap when something comes or goes between them */
  items: { id: string }[]
  apiVersion: string
  isLast: boolean
}

/** Pages in a row without anything new: services that filter send empty ones, but a list that goes on so has no end. */
const NOTHING_NEW = 100

/**
 * The pages of a list, by `nextLink`; the first one finds out which api-version the cloud knows. What can be read comes
 * in any case; throws ReadFailure after the last page when that was not everything, or earlier when no page follows.
 */
export async function* listPages(
  client: AzureClient,
  parent: string,
  segment: string,
  entry: TypeEntry,
): AsyncGenerator<Page> {
  const { answer, apiVersion } = await firstPage(client, `${parent}/${segment}`, entry)
  const links = new Set<string>()
  const known = new Map<string, string>()
  let doubt: ReadFailure | null = null
  let idle = 0
  for (let page = answer; ; ) {
    const readable = itemsOf(page)
    const { fresh, twin } = takeNew(readable, known)
    doubt ??= doubtOf(page, readable) ?? twin
    const next = page.nextLink ?? ''
    yield { items: fresh, apiVersion, isLast: next === '' }
    if (next === '') break
    idle = fresh.length === 0 ? idle + 1 : 0
    page = await client.get(followed(next, parent, links, idle), null)
  }
  if (doubt) throw doubt
}

async function firstPage(client: AzureClient, path: string, { apiVersions, query }: TypeEntry) {
  let failure: ReadFailure | null = null
  for (const apiVersion of apiVersions) {
    try {
      return { answer: await client.get(path, apiVersion, query), apiVersion }
    } catch (error) {
      failure = failureOf(error)
      if (failure.reason !== 'api-unsupported') break
    }
  }
  throw failure ?? new ReadFailure('api-unsupported', '')
}

function itemsOf({ value }: Record<string, unknown>): { id: string }[] {
  return Array.isArray(value) ? value.filter((item) => typeof item?.id === 'string' && item.id.trim() !== '') : []
}

/** Why a page holds more than can be taken from it. */
function doubtOf({ value }: Record<string, unknown>, items: unknown[]): ReadFailure | null {
  if (!Array.isArray(value)) return invalid('Azure answered with something that is no list.')
  return items.length < value.length ? invalid('A list of Azure holds something that has no id.') : null
}

/** Ids compare without case, so of two names that differ only by it one is left out. */
function takeNew(items: { id: string }[], known: Map<string, string>) {
  let twin: ReadFailure | null = null
  const fresh = items.filter(({ id }) => {
    const name = id.split('/').at(-1) ?? ''
    const other = known.get(idKey(id))
    known.set(idKey(id), other ?? name)
    const message = `Two of them have names that differ only by case (${other}, ${name}): the second one was left out.`
    if (other !== undefined && other !== name) twin ??= new ReadFailure('unrecognised-value', message, 200)
    return other === undefined
  })
  return { fresh, twin }
}

/** The next page, when the list may go on there. The client refuses other hosts; another subscription is no page of this list. */
function followed(next: unknown, parent: string, links: Set<string>, idle: number): string {
  if (typeof next !== 'string') throw invalid('Azure answered with a next page that is no address.')
  const { host, pathname } = new URL(next, 'https://relative.invalid')
  if (subscriptionOf(pathname) !== subscriptionOf(parent))
    throw invalid(`Azure's answer points out of this subscription, to ${host}; it was not followed.`)
  if (links.has(next)) throw invalid('A list leads back to a page that was read already.')
  if (idle >= NOTHING_NEW) throw invalid(`A list goes on and on: ${idle} pages in a row brought nothing new.`)
  links.add(next)
  return next
}

function subscriptionOf(path: string): string | undefined {
  return /^\/subscriptions\/([^/]+)\//i.exec(path)?.[1]?.toLowerCase()
}

function invalid(message: string): ReadFailure {
  return new ReadFailure('invalid-response', message, 200)
}
