import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline'
import type { Credential } from '../login/credential.ts'
import type { Clock } from './clock.ts'

/** The token that goes along with each request, and what is done when it is refused. */
export interface Bearer {
  policy: PipelinePolicy
  /** sees to a token other than the one that this request carried */
  renew(answer: PipelineResponse): Promise<void>
}

export interface BearerOptions {
  credential: Credential
  scope: string
  clock: Clock
  /** what is waited for no longer when the run's time is over */
  beforeEnd: <T>(work: Promise<T>) => Promise<T>
}

/** Milliseconds in which one new token is asked for: where that is refused as well, thousands of reads ask for none. */
const ONE_RENEWAL = 60_000

export function createBearer({ credential, scope, clock, beforeEnd }: BearerOptions): Bearer {
  let renewal: Promise<unknown> = Promise.resolve()
  let renewedAt = Number.NEGATIVE_INFINITY
  return {
    policy: {
      name: 'authorizationPolicy',
      async sendRequest(request, next) {
        const { token } = await beforeEnd(credential.getToken(scope, { enableCae: true }))
        request.headers.set('authorization', `Bearer ${token}`)
        return next(request)
      },
    },
    async renew({ request, headers }) {
      // in the second of expiry hundreds are refused at once: one of them asks for all
      if (clock.now() - renewedAt >= ONE_RENEWAL) {
        renewedAt = clock.now()
        const claims = claimsOf(headers.get('www-authenticate'))
        renewal = claims
          ? credential.getToken(scope, { enableCae: true, claims })
          : credential.renew(scope, tokenOf(request))
      }
      await beforeEnd(renewal)
    },
  }
}

function tokenOf({ headers }: PipelineRequest): string {
  return (headers.get('authorization') ?? '').replace(/^Bearer /, '')
}

/** What a service that ended a token before its time wants of the next one (continuous access evaluation). */
function claimsOf(challenge = ''): string | null {
  const claims = /\bclaims="([\w+/=-]+)"/.exec(challenge)?.[1]
  return claims && challenge.includes('insufficient_claims') ? Buffer.from(claims, 'base64').toString() : null
}
