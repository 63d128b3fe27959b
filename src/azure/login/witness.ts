import type { PipelinePolicy } from '@azure/core-rest-pipeline'

/** How Entra answered; an error when there was no answer. */
export type EntraAnswer = { status: number; body: string } | { error: unknown }

/** Sees the answers that the SDK's login gets: of most it says no more than "network_error". */
export function witness(): { policy: PipelinePolicy; seen: () => EntraAnswer | null } {
  let last: EntraAnswer | null = null
  const policy: PipelinePolicy = {
    name: 'witnessPolicy',
    async sendRequest(request, next) {
      last = null
      try {
        const response = await next(request)
        const { status, bodyAsText } = response
        // what came with a token is not kept
        if (status !== 200 || !/"access_token"/.test(bodyAsText ?? '')) last = { status, body: bodyAsText ?? '' }
        return response
      } catch (error) {
        last = { error }
        throw error
      }
    },
  }
  return { policy, seen: () => last }
}
