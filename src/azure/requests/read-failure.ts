import { isObject, valueAt } from '../../evidence/resource.ts'
import { parsed } from '../../json.ts'
import type { UnknownReason } from '../../model.ts'
import { oneLine } from '../../text.ts'
import { isCancelled } from '../../time.ts'
import { AnswerTooLarge } from './answer-size.ts'

/** A read that brought nothing: why, in the report's terms and in Azure's. */
export class ReadFailure extends Error {
  readonly reason: UnknownReason | 'absent'
  /** HTTP status, 0 when there was no answer */
  readonly status: number
  /** Azure's error code, as it came */
  readonly code: string
  /** what the error is about, as Azure names it: a parameter, or the namespace of a provider */
  readonly target: string
  /** somebody ended the run before this was read; otherwise its time was over, if that is the reason */
  readonly isCancelled: boolean = false

  constructor(reason: UnknownReason, message: string, status = 0, code = '', target = '') {
    super(oneLine(message, 1000))
    this.reason = reason
    this.status = status
    this.code = oneLine(code, 100)
    this.target = oneLine(target, 200)
  }
}

/** What an error answer means. `body` is Azure's `{ error: { code, message } }`, without envelope for some providers, or null. */
export function refusal(status: number, body: Record<string, unknown> | null): ReadFailure {
  const error = valueAt(body, 'error') ?? body
  const detail = firstDetail(error)
  const told = status === 400 && textAt(detail, 'code') !== null ? detail : error
  const code = textAt(told, 'code') ?? wordOf(error) ?? ''
  const message = textAt(told, 'message') ?? `Azure answered with HTTP status ${status}.`
  const target = textAt(told, 'target') ?? textAt(detail, 'target') ?? ''
  return new ReadFailure(reasonOf(status, code), message, status, code, target)
}

/** Resource Graph says BadRequest, and what is wrong among the details; Resource Manager names a provider there. */
function firstDetail(error: unknown): unknown {
  const details = valueAt(error, 'details')
  return Array.isArray(details) ? details[0] : undefined
}

/** Some providers have the code where others have an object. "Not Found" is what gateways say. */
function wordOf(error: unknown): string | null {
  return typeof error === 'string' && /^\w+$/.test(error) ? error : null
}

function textAt(value: unknown, path: string): string | null {
  const text = valueAt(value, path)
  return typeof text === 'string' ? text : null
}

const unsupported =
  /^(NoRegisteredProviderFound|InvalidApiVersionParameter|InvalidResourceType|InvalidResourceNamespace|UnsupportedApiVersion)$/i

/** A 404 says that something is absent only when Azure itself says it: proxies and gateways have pages of their own. */
function reasonOf(status: number, code: string): UnknownReason {
  if (status === 429) return 'throttled'
  if (/^(SubscriptionNotFound|InvalidAuthenticationTokenTenant)$/i.test(code)) return 'not-visible'
  // Azure did not look at roles: it did not take the token
  if (status === 401) return 'invalid-response'
  if (status === 403) return 'forbidden'
  if (unsupported.test(code)) return 'api-unsupported'
  return status === 404 && code !== '' ? 'absent' : 'invalid-response'
}

/** Any error of a read as a ReadFailure: broken connections, time-outs, what is not JSON, and what nobody expected. */
export function failureOf(error: unknown): ReadFailure {
  if (error instanceof ReadFailure) return error
  if (error instanceof AnswerTooLarge) return new ReadFailure('invalid-response', error.message)
  const { name, code, message = String(error) } = error as { name?: string; code?: string; message?: string }
  const failure = (text: string) => new ReadFailure('invalid-response', text, 0, code)
  if (name === 'TypeError') return failure('Azure gave an unexpected answer.')
  if (name === 'AbortError') return failure('Azure did not answer in time.')
  // the SDK repeats the whole answer in its message
  if (code === 'PARSE_ERROR') return failure('Azure answered with something that is not JSON.')
  return failure(`Azure could not be read: ${message}`)
}

/** The run may read no more: why that is. */
export function over(reason: unknown): ReadFailure {
  const cancelled = isCancelled(reason)
  const sentence = cancelled ? 'The run was cancelled.' : 'The run reached its time limit (timeout-minutes).'
  return Object.assign(new ReadFailure('timeout', sentence), { isCancelled: cancelled })
}

export function parse(text: string | null | undefined): Record<string, unknown> | null {
  const value = parsed(text ?? '')
  return isObject(value) ? value : null
}
