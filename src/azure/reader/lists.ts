import { listedType } from '../../evidence/children.ts'
import { collectionKey } from '../../evidence/collection-key.ts'
import { prune } from '../../evidence/prune.ts'
import { typeIn, type UnreadableRecord } from '../../evidence/records.ts'
import { propertyOf } from '../../evidence/resource.ts'
import { idKey } from '../../evidence/resource-id.ts'
import { resourceTypes } from '../../resources/index.ts'
import type { ResourceType } from '../../resources/type.ts'
import { failureOf, type ReadFailure } from '../requests/read-failure.ts'
import { isHollow } from '../shape.ts'
import { cutShort, nameless, unreadableList } from '../unreadable.ts'
import { indexedTypes } from './condition.ts'
import type { Context } from './context.ts'
import { type Item, type Listed, listPages } from './pages.ts'

/** How much of a list is read; the rest is left out, and that is said. */
export type Limits = Record<string, number>

/** Lists what is below an id, which nobody has done before, page by page. */
export type List = (parent: string, segment: string) => void

export function lister(context: Context, limits: Limits): List {
  return (parent, segment) =>
    context.read(parent, () => readList(context, parent, segment, limits[segment] ?? Number.POSITIVE_INFINITY))
}

async function readList(context: Context, parent: string, segment: string, limit: number): Promise<void> {
  const type = listedType(parent, segment)
  const entry = resourceTypes[type] as ResourceType
  const list = { parent, segment, type, entry }
  const key = collectionKey.list(parent, segment)
  const ids: string[] = []
  const answer = (unread: UnreadableRecord | null) => {
    context.evidence.collections.set(key, unread ? { ...unread, ids } : { state: 'read', ids })
    context.listed(parent, segment)
  }
  try {
    for await (const { items, apiVersion, isLast } of listPages(context.client, list, context.versions)) {
      const room = limit - ids.length
      for (const item of items.slice(0, room)) ids.push(takeItem(context, item, list, apiVersion))
      if (items.length > room || (ids.length >= limit && !isLast)) return answer(cutShort(parent, segment, limit))
    }
    answer(null)
  } catch (error) {
    const failure = failureOf(error)
    const isEmpty = ids.length === 0 && isNotRegistered(failure, type)
    answer(isEmpty ? null : unreadableList(parent, segment, entry, failure))
    if (failure.reason === 'absent') lookAgain(context, parent)
  }
}

/** Resource Graph may still show an endpoint that was deleted a moment ago. */
function lookAgain({ evidence, read, readAgain }: Context, id: string): void {
  const record = evidence.resources.get(idKey(id))
  if (record?.state !== 'read' || record.source !== 'resource-graph') return
  if (indexedTypes.includes(typeIn(record.body))) read(id, () => readAgain(id, null))
}

/** Lists may leave out what only the single resource shows. */
function takeItem(context: Context, { id, body }: Item, { parent, type, entry }: Listed, apiVersion: string): string {
  context.isNew(idKey(id))
  if (body === null) context.keep(nameless(id, parent, entry))
  else if (isHollow(body, entry)) context.readOne(id, type)
  else {
    const kept = prune({ ...body, id, type }, entry)
    context.keep({ state: 'read', id, source: 'resource-manager', apiVersion, body: kept })
    const { whole } = entry
    if (whole && propertyOf(body, whole) === undefined) context.read(id, () => context.readAgain(id, whole.path))
  }
  return id
}

/** Where the provider of a type is not registered there is nothing of it. The error may be about another one. */
function isNotRegistered({ code, target, message }: ReadFailure, type: string): boolean {
  const [namespace = ''] = type.split('/')
  const about = target.includes('.') ? [target] : (message.match(/(?<!\w)\w+(\.\w+)+/g) ?? [])
  return /^MissingSubscriptionRegistration$/i.test(code) && about.some((one) => one.trim().toLowerCase() === namespace)
}
