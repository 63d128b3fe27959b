import { explain, isExplained } from '../network/obstacle.ts'
import type { Ports } from '../ports.ts'
import { withoutEnd } from '../text.ts'
import { type Fetch, guarded, MOST_BYTES } from './answer.ts'
import type { Octokit } from './octokit.ts'

/** Keeps a client within its API, within time and memory, and its token out of what it says. */
export function guard(
  octokit: Octokit,
  token: string,
  { env, stopwatch, time }: Pick<Ports, 'env' | 'stopwatch' | 'time'>,
) {
  octokit.hook.before('request', (options) => {
    options.baseUrl = withoutEnd(options.baseUrl, '/')
    const { fetch = globalThis.fetch, mostBytes = MOST_BYTES, ...others } = options.request
    const bounds = { api: options.baseUrl, mostBytes, stopwatch, end: time.publishing }
    options.request = { ...others, fetch: guarded(fetch as Fetch, bounds) }
  })
  octokit.hook.error('request', (failure, { baseUrl }) => {
    const error = isExplained(failure.cause) ? failure.cause : failure
    if (!('response' in error && error.response)) explain(error, baseUrl, env)
    error.message = error.message.replaceAll(token, '***')
    throw error
  })
}
