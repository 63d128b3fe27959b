import type { Refusal } from './kql-service.ts'
import type { Reply } from './traffic.ts'

export const throttled = failure(
  429,
  'RateLimiting',
  'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.',
)

export const accessDenied = failure(
  403,
  'AccessDenied',
  'Access is denied to the requested resource. The user might not have enough permission.',
)

export function tooLarge(size: number, limit: number): Reply {
  const advice = 'Please consider querying less data at a time and make paginated call if needed.'
  return failure(
    400,
    'ResponsePayloadTooLarge',
    `Response payload size is ${size}, and has exceeded the limit of ${limit}. ${advice}`,
  )
}

export function refused(refusal: Refusal): Reply {
  const advice =
    'Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.'
  return failure(400, 'InvalidQuery', `Query is invalid. ${advice}`, [refusal])
}

/** Resource Graph hides what happened in `details`; the code outside is that of the status. */
export function failure(status: number, code: string, message: string, more: object[] = []): Reply {
  const outer = status === 400 ? 'BadRequest' : code
  const support = 'Please provide below info when asking for support: timestamp = 2026-11-23T00:00:00.0000000Z'
  const details = [{ code, message }, ...more]
  return {
    status,
    body: { error: { code: outer, message: `${support}, correlationId = ${crypto.randomUUID()}.`, details } },
  }
}
