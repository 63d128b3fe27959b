/** Requests as the simulated cloud sees them, its replies, and the ways in which it can be told to misbehave. */

export type Kind =
  | 'oidc'
  | 'token'
  | 'metadata'
  | 'resource-graph'
  | 'resource-manager'
  | 'github'
  | 'forbidden-call'
  | 'refused-host'

export interface RecordedRequest {
  kind: Kind
  method: string
  host: string
  path: string
  query: Record<string, string>
  body?: string
  /** the query text of a request to Resource Graph */
  resourceGraphQuery?: string
  /** 0 until it was answered, and for ever when it never was */
  status: number
  /** milliseconds, by the cloud's clock */
  at: number
  /** the same clock, when the answer went out; undefined until then */
  answeredAt?: number
  /** the body that GitHub answered with, unless it was text */
  answer?: object
  /** tokens that it carries, in whatever part of it, though they are for another origin */
  strays?: string[]
}

export interface ServiceRequest extends RecordedRequest {
  origin: string
  headers: Record<string, string | string[] | undefined>
}

export interface Reply {
  status: number
  headers?: Record<string, string>
  /** sent as JSON, unless it is a string */
  body?: unknown
}

type Misbehaviour =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
  /** the connection is closed without an answer */
  | { kind: 'reset' }
  /** no answer, for as long as the cloud lives */
  | { kind: 'hang' }
  /** half of the body, and then nothing for as long as the cloud lives */
  | { kind: 'stall' }
  /** half of the body, then the connection is closed */
  | { kind: 'truncate' }
  /** all is done as asked, and the connection closed without an answer */
  | { kind: 'lost' }
  /** 200 with a body that is no JSON */
  | { kind: 'malformed'; body?: string }
  /** the honest answer, changed: dropped rows, wrong totals, a foreign nextLink ... */
  | { kind: 'transform'; transform: (body: unknown) => unknown }

/** Applies to every request that it matches (all without `match`), `times` times (counted down; always without). */
export type Fault = Misbehaviour & { match?: (request: RecordedRequest) => boolean; times?: number }

/** The first fault that still applies to a request, one use of it spent. */
export function takeFault(faults: Fault[], request: RecordedRequest): Fault | undefined {
  const fault = faults.find((each) => each.times !== 0 && (each.match?.(request) ?? true))
  if (fault?.times !== undefined) fault.times -= 1
  return fault
}

/** An error as Resource Manager words it. */
export function azureError(status: number, code: string, message: string, headers?: Record<string, string>): Reply {
  return { status, headers, body: { error: { code, message } } }
}
