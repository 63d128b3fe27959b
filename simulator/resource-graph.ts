import { createHash } from 'node:crypto'
import { authorizer, seesSubscription } from './authorization.ts'
import type { Estate } from './estate.ts'
import { compileQuery, type Program } from './kql.ts'
import type { Row } from './kql-operators.ts'
import type { Allowance, Quotas } from './quotas.ts'
import { accessDenied, failure, refused, throttled, tooLarge } from './resource-graph-errors.ts'
import { rowsFor } from './tables.ts'
import type { Reply, ServiceRequest } from './traffic.ts'

interface QueryRequest {
  query?: string
  subscriptions?: string[]
  managementGroups?: string[]
  options?: { $top?: number; $skip?: number; $skipToken?: string; resultFormat?: string; allowPartialScopes?: boolean }
}

const apiVersions = ['2021-03-01', '2022-10-01', '2024-04-01']

/** `POST /providers/Microsoft.ResourceGraph/resources`: the answer is computed from the query that was sent. */
export function queryResources(
  request: ServiceRequest,
  estate: Estate,
  quotas: Quotas['resourceGraph'],
  take: (principal: string) => Allowance,
): Reply {
  if (!apiVersions.includes(request.query['api-version'] ?? '')) {
    return failure(400, 'InvalidApiVersionParameter', `Supported api-versions: ${apiVersions.join(', ')}.`)
  }
  const allowance = take(estate.identity.principalId)
  const reply = allowance.granted ? answer(request, estate, quotas) : throttled
  return { ...reply, headers: { ...quotaHeaders(allowance), ...reply.headers } }
}

function answer(request: ServiceRequest, estate: Estate, quotas: Quotas['resourceGraph']): Reply {
  if (!/^application\/json\b/i.test(String(request.headers['content-type']))) {
    return failure(500, 'InternalServerError', 'The content type of the request is not application/json.')
  }
  const body = parse(request.body)
  const invalid = body ? invalidRequest(body) : 'The request body is not valid JSON.'
  if (!body || invalid) return failure(400, 'InvalidRequest', invalid)
  const program = compileQuery(body.query ?? '')
  if ('code' in program) return refused(program)
  const subscriptions = scope(estate, body)
  if (!subscriptions) return accessDenied
  const rows = rowsFor(estate, program, subscriptions, authorizer(estate))
  return page(rows, program, body, quotas, subscriptions.size > quotas.subscriptions)
}

function parse(text = ''): QueryRequest | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function invalidRequest(body: QueryRequest): string {
  const subscriptions = body.subscriptions ?? []
  const top = body.options?.$top ?? 1
  if (typeof body.query !== 'string') return 'The query is missing.'
  if (body.subscriptions && body.managementGroups) return 'Name subscriptions or management groups, not both.'
  if (subscriptions.length > 1000) return 'At most 1000 subscriptions can be named in one request.'
  if (!subscriptions.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))) {
    return 'A subscription id is not a GUID.'
  }
  return top >= 1 && top <= 1000 ? '' : '$top must be between 1 and 1000.'
}

/** Lower-cased ids of the subscriptions that the query covers; undefined when none of those named can be read. */
function scope(estate: Estate, { subscriptions, managementGroups }: QueryRequest): Set<string> | undefined {
  const named = new Set(subscriptions?.map((id) => id.toLowerCase()))
  const groups = new Set(managementGroups?.map((name) => name.toLowerCase()))
  const covered = estate.subscriptions.filter(({ id, managementGroups: parents = [] }) => {
    if (subscriptions) return named.has(id.toLowerCase())
    return !managementGroups || parents.some((name) => groups.has(name.toLowerCase()))
  })
  const visible = covered.filter(({ id }) => seesSubscription(estate, id))
  const isExplicit = (subscriptions ?? managementGroups ?? []).length > 0
  if (isExplicit && visible.length === 0) return undefined
  return new Set(visible.map(({ id }) => id.toLowerCase()))
}

function page(rows: Row[], program: Program, body: QueryRequest, quotas: Quotas['resourceGraph'], cut: boolean): Reply {
  const fingerprint = createHash('sha256')
    .update(body.query ?? '')
    .digest('base64url')
    .slice(0, 16)
  const [tokenFingerprint, tokenSkip] = readToken(body.options?.$skipToken)
  if (tokenFingerprint !== undefined && tokenFingerprint !== fingerprint) {
    return failure(400, 'InvalidSkipToken', 'The skip token does not belong to this query.')
  }
  const skip = body.options?.$skip ?? tokenSkip
  const results = program.run(program.isOrderedById ? rows : scrambled(rows, skip))
  const first = program.isLimited ? 0 : skip
  const data = results.slice(first, first + Math.min(body.options?.$top ?? quotas.pageSize, quotas.pageSize))
  const end = first + data.length
  const hasMore = end < results.length
  const canPage = !program.isLimited && program.columns.some((column) => column.name === 'id')
  const answer = {
    totalRecords: results.length,
    count: data.length,
    data: body.options?.resultFormat === 'table' ? table(data, program) : data,
    facets: [],
    resultTruncated: String(hasMore && !canPage),
    ...(hasMore && canPage ? { $skipToken: Buffer.from(`${fingerprint}:${end}`).toString('base64url') } : {}),
  }
  const size = Buffer.byteLength(JSON.stringify(answer))
  if (size > quotas.responseBytes) return tooLarge(size, quotas.responseBytes)
  return { status: 200, headers: cut ? { 'x-ms-tenant-subscription-limit-hit': 'true' } : {}, body: answer }
}

function readToken(token: string | undefined): [string | undefined, number] {
  if (token === undefined) return [undefined, 0]
  const [fingerprint = '', skip] = Buffer.from(token, 'base64url').toString().split(':')
  return [fingerprint, Number(skip)]
}

/** Without a sort, and among equal sort keys, each page sees the rows in another order. */
function scrambled(rows: Row[], skip: number): Row[] {
  const keyed = rows.map((row) => ({ row, key: hash(`${skip} ${row.id}`) }))
  return keyed.sort((left, right) => left.key - right.key).map(({ row }) => row)
}

function hash(text: string): number {
  let value = 2166136261
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619)
  return value >>> 0
}

function table(data: Row[], program: Program) {
  const columns = program.columns.map(({ name, type }) => ({ name, type: type === 'dynamic' ? 'object' : type }))
  return { columns, rows: data.map((row) => columns.map(({ name }) => row[name])) }
}

function quotaHeaders({ remaining, resetsAfter }: Allowance): Record<string, string> {
  const seconds = Math.ceil(resetsAfter / 1000)
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
  return {
    'x-ms-user-quota-remaining': String(remaining),
    'x-ms-user-quota-resets-after': clock.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':'),
    'x-ms-resource-graph-request-duration': '0:00:00:00.0500000',
  }
}
