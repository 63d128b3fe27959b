import { prune } from '../../evidence/prune.ts'
import { idKey, parseResourceId } from '../../evidence/resource-id.ts'
import { resourceTypes, typeOfId } from '../../resources/index.ts'
import { resourceGroup, subscription } from '../../resources/subscription.ts'
import { listed, plural, quoted } from '../../text.ts'
import { isHollow } from '../shape.ts'
import type { AzureClient } from './client.ts'
import { failureOf, parse, ReadFailure, refusal } from './read-failure.ts'

/** A row of Resource Graph, pruned to what its type declares; the type is in lower case. */
export interface Row {
  id: string
  type: string
  apiVersion?: string
  /** it came without the properties that its type has, and says nothing */
  isHollow?: true
  [column: string]: unknown
}

export interface QueryResult {
  rows: Row[]
  /** why rows may be missing; null when the answer is whole */
  failure: ReadFailure | null
}

/** What says that there is something, and nothing of it. */
const brief = 'id, name, type'
/** Whole columns: a path into `properties` is case-sensitive in KQL, and a differently cased property would read as absent. */
const columns = {
  resources: 'id, name, type, kind, location, sku, identity, tags, properties, apiVersion',
  authorizationresources: 'id, name, type, properties',
  resourcecontainers: brief,
}
/** What each table calls its rows. Another id has been garbled on the way: nobody could say which row is missing. */
const isId: Record<keyof typeof columns, (id: string) => boolean> = {
  resources: (id) => parseResourceId(id) !== null,
  authorizationresources: (id) => /\/providers\/microsoft\.authorization\/\w+\/[^/]+$/i.test(id),
  resourcecontainers: (id) => [subscription.type, resourceGroup.type].includes(typeOfId(id) ?? ''),
}
/** Page sizes: an answer of more than 16 MiB is refused, and asked for again in smaller pages. */
const pages = [1000, 250, 50]
/** Pages in a row without anything new: what goes on so has no end. */
const NOTHING_NEW = 10

/**
 * Runs one query over all its pages, in the order of ids, and compares what came with what was announced
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results). Never throws: rows that
 * could be read are kept, and the failure says why others may be missing.
 */
export async function query(client: AzureClient, where: string, scope: Scope = {}): Promise<QueryResult> {
  const { table = 'resources', isBrief = false } = scope
  const text = `${table} | where ${where} | project ${isBrief ? brief : columns[table]} | order by id asc`
  let result: QueryResult = { rows: [], failure: null }
  for (const top of pages) {
    result = await allPages(client, text, top, scope)
    if (!/ResponsePayloadTooLarge|16777216/.test(`${result.failure?.code} ${result.failure?.message}`)) break
  }
  return result
}

interface Scope {
  table?: keyof typeof columns
  managementGroups?: string[]
  /** only whether there is something is asked */
  isBrief?: boolean
  /** which rows were asked for; others are none of those that were announced */
  isAsked?: (row: { id: string; type: string }) => boolean
}

async function allPages(client: AzureClient, text: string, top: number, scope: Scope): Promise<QueryResult> {
  const gathered: Gathered = { rows: new Map(), odd: [] }
  const doubt = await readPages(client, text, top, scope, gathered).then(
    (announced) => doubtOf(gathered, announced),
    failureOf,
  )
  return { rows: [...gathered.rows.values()], failure: doubt }
}

/** Rows by their key, because one that is sent twice is still one; and what is not a row, named. */
interface Gathered {
  rows: Map<string, Row>
  odd: string[]
}

/** All pages; resolves with the number of rows that was announced. */
async function readPages(
  client: AzureClient,
  text: string,
  top: number,
  scope: Scope,
  gathered: Gathered,
): Promise<number | undefined> {
  const { managementGroups } = scope
  let limitHit = false
  const onResponse = (raw: RawResponse) => {
    // the SDK stumbles over errors that are not worded as Azure's, and loses their status
    if (raw.status !== 200) throw refusal(raw.status, parse(raw.bodyAsText))
    limitHit ||= raw.headers.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true'
  }
  let announced: number | undefined
  const tokens = new Set<string | undefined>()
  let skipToken: string | undefined
  let idle = 0
  do {
    tokens.add(skipToken)
    const options = {
      resultFormat: 'objectArray' as const,
      top,
      allowPartialScopes: false,
      ...(skipToken ? { skipToken } : {}),
    }
    const page = await client.resourceGraph.resources(
      { query: text, options, ...(managementGroups ? { managementGroups } : {}) },
      { abortSignal: client.signal, onResponse },
    )
    idle = gather(page.data, scope, gathered) ? 0 : idle + 1
    announced ??= typeof page.totalRecords === 'number' ? page.totalRecords : undefined
    if (limitHit) throw truncated('There are more subscriptions in this scope than Resource Graph looks at (10,000).')
    skipToken = page.skipToken || undefined
    if (skipToken && tokens.has(skipToken)) throw truncated('Resource Graph sent the same page twice.')
    if (skipToken && (idle >= NOTHING_NEW || gathered.rows.size > (announced ?? Number.POSITIVE_INFINITY) + top))
      throw truncated('Resource Graph does not end its answer: there are more pages than it announced rows for.')
    if (!skipToken && String(page.resultTruncated).toLowerCase() === 'true')
      throw truncated('Resource Graph cut its answer short.')
  } while (skipToken)
  return announced
}

/** Takes in one page, pruned at once: whole rows of ten thousand workspaces would fill the memory. Whether it had anything new. */
function gather(data: unknown, { table = 'resources', isAsked = () => true }: Scope, { rows, odd }: Gathered): boolean {
  if (!Array.isArray(data))
    throw new ReadFailure('invalid-response', 'Resource Graph answered with something other than a list of rows.', 200)
  const before = rows.size
  for (const row of data) {
    const { id, type } = row ?? {}
    if (typeof id !== 'string' || typeof type !== 'string' || !isId[table](id)) odd.push(nameOf(row))
    else if (isAsked({ id, type }) && !rows.has(idKey(id))) rows.set(idKey(id), pruned(row))
  }
  return rows.size > before
}

function nameOf(row: unknown): string {
  const { id, name } = (row ?? {}) as { id?: unknown; name?: unknown }
  const told = [id, name].find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof told === 'string' ? quoted(told) : 'one without an id'
}

function doubtOf({ rows, odd }: Gathered, announced: number | undefined): ReadFailure | null {
  if (rows.size === announced && odd.length === 0) return null
  const unreadable =
    odd.length > 0
      ? `, and ${plural(odd.length, 'row')} that nobody can place: ${listed([...new Set(odd)], NAMED)}`
      : ''
  return truncated(
    `Resource Graph announced ${announced ?? 'no number of'} ${announced === 1 ? 'row' : 'rows'} and sent ${rows.size}${unreadable}.`,
  )
}

/** Most that a sentence names. */
const NAMED = 3

type RawResponse = { status: number; bodyAsText?: string | null; headers: { get(name: string): string | undefined } }

/** A KQL list of string literals. Callers check what they put in; quotes and backslashes are escaped all the same. */
export function literals(values: Iterable<string>): string {
  return [...values].map(literal).join(', ')
}

export function literal(value: string): string {
  return `'${value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replace(/[\p{Cc}\u2028\u2029]/gu, escaped)}'`
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function pruned(row: Row): Row {
  const entry = resourceTypes[row.type.toLowerCase()]
  if (!entry) return { id: row.id, type: row.type }
  const apiVersion = typeof row.apiVersion === 'string' ? row.apiVersion : undefined
  return { ...prune(row, entry), apiVersion, ...(isHollow(row, entry) ? { isHollow: true } : {}) } as Row
}

function truncated(message: string): ReadFailure {
  return new ReadFailure('truncated', message, 200)
}
