import type { TypeEntry } from './catalog.ts'
import { type AzureClient, failureOf, ReadFailure } from './client.ts'

export interface Page {
  items: { id: string }[]
  apiVersion: string
  isLast: boolean
}

/** The pages of a list, by `nextLink`; the first one finds out which api-version the cloud knows. */
export async function* listPages(
  client: AzureClient,
  parent: string,
  segment: string,
  entry: TypeEntry,
): AsyncGenerator<Page> {
  const { answer, apiVersion } = await firstPage(client, `${parent}/${segment}`, entry)
  const seen = new Set<string>()
  for (let page = answer; ; ) {
    const next = page.nextLink
    const isLast = typeof next !== 'string' || next === ''
    yield { items: itemsOf(page), apiVersion, isLast }
    if (isLast) return
    if (seen.has(next))
      throw new ReadFailure('invalid-response', 'A list leads back to a page that was read already.', 200)
    seen.add(next)
    page = await client.get(next, null)
  }
}

async function firstPage(client: AzureClient, path: string, { apiVersions, query }: TypeEntry) {
  let failure = new ReadFailure('api-unsupported', '')
  for (const apiVersion of apiVersions) {
    try {
      return { answer: await client.get(path, apiVersion, query), apiVersion }
    } catch (error) {
      failure = failureOf(error)
      if (failure.reason !== 'api-unsupported') break
    }
  }
  throw failure
}

function itemsOf(page: Record<string, unknown>): { id: string }[] {
  if (!Array.isArray(page.value))
    throw new ReadFailure('invalid-response', 'Azure answered with something that is no list.', 200)
  if (!page.value.every((item) => typeof item?.id === 'string'))
    throw new ReadFailure('invalid-response', 'A list of Azure holds something that has no id.', 200)
  return page.value
}
