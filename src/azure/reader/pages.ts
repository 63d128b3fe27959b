import { idKey } from '../../evidence/resource-id.ts'
import type { ResourceType } from '../../resources/type.ts'
import type { AzureClient } from '../requests/client.ts'
import { ReadFailure } from '../requests/read-failure.ts'
import { invalid } from '../shape.ts'
import type { Versions } from './versions.ts'

/** What stands in a list, under the id that Azure gives it or would give it. */
export interface Item {
  id: string
  /** null when nobody can say what it is */
  body: Record<string, unknown> | null
}

export interface Page {
  /** what no page before had: pages overlap when something comes or goes between them */
  items: Item[]
  apiVersion: string
  isLast: boolean
}

/** A list below an id, and what it holds. */
export interface Listed {
  parent: string
  segment: string
  type: string
  entry: ResourceType
}

/** Pages in a row without anything new: services that filter send empty ones, but a list that goes on so has no end. */
const NOTHING_NEW = 100

/**
 * The pages of a list, by `nextLink`; the first one finds out which api-version the cloud knows. What can be read comes
 * in any case; throws ReadFailure after the last page when that was not everything, or earlier when no page follows.
 */
export async function* listPages(client: AzureClient, list: Listed, versions: Versions): AsyncGenerator<Page> {
  const { parent, segment, type, entry } = list
  const path = `${parent}/${segment}`
  const first = (apiVersion: string) => client.get(path, apiVersion, entry.query)
  const { answer, apiVersion } = await versions.behindScouts(type, entry.apiVersions, first)
  const links = new Set<string>()
  const known = new Map<string, string>()
  let doubt: ReadFailure | null = null
  let count = 0
  let idle = 0
  for (let page = answer; ; ) {
    const items = itemsOf(page, path, count)
    const { fresh, twin } = takeNew(items ?? [], known)
    doubt ??= (items ? null : invalid('Azure answered with something other than a list.')) ?? twin
    count += items?.length ?? 0
    const next = page.nextLink ?? ''
    yield { items: fresh, apiVersion, isLast: next === '' }
    if (next === '') break
    idle = fresh.length === 0 ? idle + 1 : 0
    page = await client.get(followed(next, parent, links, idle), null)
  }
  if (doubt) throw doubt
}

/** Null when there is no list. `before` is how many items the pages before it had. */
function itemsOf({ value }: Record<string, unknown>, path: string, before: number): Item[] | null {
  return Array.isArray(value) ? value.map((item, index) => itemOf(item, path, before + index + 1)) : null
}

/** Some lists leave out ids: there, the name tells which item of the list it is. Without a name as well, nothing does. */
function itemOf(item: unknown, path: string, number: number): Item {
  const body = typeof item === 'object' && !Array.isArray(item) ? (item as Record<string, unknown> | null) : null
  const [id, name] = [body?.id, body?.name].map((text) => (typeof text === 'string' ? text.trim() : ''))
  if (id) return { id, body }
  // no name may lead to another path
  if (name) return { id: `${path}/${name.replace(/[/\\?#%]/g, encodeURIComponent)}`, body }
  return { id: `${path}/item ${number} of the list`, body: null }
}

/** Ids compare without case, so of two names that differ only by it one is left out. */
function takeNew(items: Item[], known: Map<string, string>) {
  let twin: ReadFailure | null = null
  const fresh = items.filter(({ id }) => {
    const name = id.split('/').at(-1) ?? ''
    const other = known.get(idKey(id))
    known.set(idKey(id), other ?? name)
    const message = `The names of two entries differ only in case (${other}, ${name}): the second one was ignored.`
    if (other !== undefined && other !== name) twin ??= new ReadFailure('unrecognised-value', message, 200)
    return other === undefined
  })
  return { fresh, twin }
}

/** The next page, when the list may go on there. The client refuses other hosts; another subscription is not a page of this list. */
function followed(next: unknown, parent: string, links: Set<string>, idle: number): string {
  if (typeof next !== 'string') throw invalid('The next page that Azure named is not an address.')
  const { host, pathname } = new URL(next, 'https://relative.invalid')
  if (subscriptionOf(pathname) !== subscriptionOf(parent))
    throw invalid(`Azure's answer points out of this subscription, to ${host}; it was not followed.`)
  if (links.has(next)) throw invalid('A list leads back to a page that was read already.')
  if (idle >= NOTHING_NEW) throw invalid(`A list does not end: ${idle} pages in a row brought nothing new.`)
  links.add(next)
  return next
}

function subscriptionOf(path: string): string | undefined {
  return /^\/subscriptions\/([^/]+)\//i.exec(path)?.[1]?.toLowerCase()
}
