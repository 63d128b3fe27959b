import { catalog } from './catalog.ts'
import { type AzureClient, failureOf, parse, ReadFailure, refusal } from './client.ts'
import { prune } from './prune.ts'
import { isHollow } from './shape.ts'

/** A row of Resource Graph, pruned to what the catalogue keeps; its type is in lower case. */
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

/** Whole columns: a path into `properties` is case-sensitive in KQL, and a differently cased property would read as absent. */
const columns = {
  resources: 'id, name, type, kind, location, sku, identity, tags, properties, apiVersion',
  authorizationresources: 'id, name, type, properties',
  resourcecontainers: 'id, name, type',
}
/** Page sizes: an answer of more than 16 MiB is refused, and asked for again in smaller pages. */
const pages = [1000, 250, 50]

/**
 * Runs one query over all its pages, in the order of ids, and compares what came with what was announced
 * (https://learn.microsoft.com/azure/governance/resource-graph/concepts/paging-results). Never throws: rows that
 * could be read are kept, and the failure says why others may be missing.
 */
export async function query(client: AzureClient, where: string, scope: Scope = {}): Promise<QueryResult> {
  const { table = 'resources' } = scope
  const text = `${table} | where ${where} | project ${columns[table]} | order by id asc`
  let result: QueryResult = { rows: [], failure: null }
  for (const top of pages) {
    result = await allPages(client, text, top, scope.managementGroups)
    if (!/ResponsePayloadTooLarge|16777216/.test(`${result.failure?.code} ${result.failure?.message}`)) break
  }
  return result
}

interface Scope {
  table?: keyof typeof columns
  managementGroups?: string[]
}

async function allPages(
  client: AzureClient,
  text: string,
  top: number,
  managementGroups?: string[],
): Promise<QueryResult> {
  const rows: Row[] = []
  try {
    let announced: number | undefined
    let limitHit = false
    const onResponse = (raw: RawResponse) => {
      // the SDK stumbles over errors that are not worded as Azure's, and loses their status
      if (raw.status !== 200) throw refusal(raw.status, parse(raw.bodyAsText))
      limitHit ||= raw.headers.get('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true'
    }
    const tokens = new Set<string | undefined>()
    let skipToken: string | undefined
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
      rows.push(...rowsOf(page.data))
      announced ??= page.totalRecords
      if (limitHit) throw truncated('There are more subscriptions in this scope than Resource Graph looks at (10,000).')
      skipToken = page.skipToken || undefined
      if (skipToken && tokens.has(skipToken)) throw truncated('Resource Graph sent the same page twice.')
      if (!skipToken && String(page.resultTruncated).toLowerCase() === 'true')
        throw truncated('Resource Graph cut its answer short.')
    } while (skipToken)
    if (rows.length !== announced)
      throw truncated(
        `Resource Graph announced ${announced ?? 'no number of'} ${announced === 1 ? 'row' : 'rows'} and sent ${rows.length}.`,
      )
    return { rows, failure: null }
  } catch (error) {
    return { rows, failure: failureOf(error) }
  }
}

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

function rowsOf(data: unknown): Row[] {
  if (!Array.isArray(data))
    throw new ReadFailure('invalid-response', 'Resource Graph answered with something that is no list of rows.', 200)
  return data.filter((row): row is Row => typeof row?.id === 'string' && typeof row?.type === 'string').map(pruned)
}

/** At once, page by page: whole rows of ten thousand workspaces would fill the memory. */
function pruned(row: Row): Row {
  const entry = catalog[row.type.toLowerCase()]
  if (!entry) return { id: row.id, type: row.type }
  const apiVersion = typeof row.apiVersion === 'string' ? row.apiVersion : undefined
  return { ...prune(row, entry), apiVersion, ...(isHollow(row, entry) ? { isHollow: true } : {}) } as Row
}

function truncated(message: string): ReadFailure {
  return new ReadFailure('truncated', message, 200)
}
