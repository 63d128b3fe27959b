import { setTimeout } from 'node:timers/promises'
import type { getOctokit } from '@actions/github'
import { isExplained } from '../network/obstacle.ts'
import { oneLine } from '../text.ts'

export type Octokit = ReturnType<typeof getOctokit>

/** An error of Octokit; those without a status are not about an HTTP answer. */
export interface Failure {
  status?: number
  message: string
  request?: { method: string }
  response?: { headers: Record<string, string | number | undefined> }
}

const TRIES = 3
const LONGEST_WAIT = 60_000

/** Another try could succeed: an outage, or too many requests. */
function isPassing({ status = 0, response }: Failure): boolean {
  const limited =
    status === 403 && (response?.headers['retry-after'] || response?.headers['x-ratelimit-remaining'] === '0')
  return status >= 500 || status === 429 || Boolean(limited)
}

/**
 * Does something again while another try could succeed.
 *
 * @param sleep milliseconds
 * @throws the last try's error
 */
export async function retried<T>(work: () => Promise<T>, sleep: Sleep): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      const wait = waitBeforeNext(error as Failure, tried)
      if (tried === TRIES || wait === null) throw error
      await sleep(wait)
    }
  }
}

/** Milliseconds, or null when another try would not help. */
function waitBeforeNext(error: Failure, tried: number): number | null {
  if (error.status === 404 && error.request?.method === 'PATCH') return 0
  if (!isPassing(error)) return null
  const asked = Number(error.response?.headers['retry-after'] ?? 0) * 1000
  return asked > LONGEST_WAIT ? null : Math.max(asked || 0, 1000 * 2 ** (tried - 1))
}

/** For so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<unknown>

export const pause: Sleep = (milliseconds) => setTimeout(milliseconds)

/** Who writes with this token, in lower case. */
export async function ownLogin(octokit: Octokit): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
    return viewer.login.toLowerCase()
  } catch (error) {
    if (isPassing(error as Failure)) throw error
    return 'github-actions[bot]'
  }
}

/** As it was written, whatever GitHub did to its line ends. */
export function normal(body: string | null | undefined): string {
  return (body ?? '').replaceAll('\r\n', '\n').trimEnd()
}

/** `(403: Resource not accessible by integration)` */
export function answerOf(error: Failure): string {
  const { status, message } = error
  if (isExplained(error)) return `(no answer: ${oneLine(message, 400)})`
  return `(${status ?? 'no answer'}: ${oneLine(message)})`
}

/**
 * What is said whatever was to be written.
 *
 * @param what as in "GitHub did not take …"
 */
export function commonRefusal(error: Failure, what: string): string | null {
  if (isExplained(error)) return `GitHub did not take ${what}. ${oneLine(error.message, 400)}`
  const said = answerOf(error)
  if (isPassing(error)) return `GitHub did not take ${what} ${said}. Run the job again later.`
  if (error.status === 401)
    return `GitHub does not accept github-token ${said}. Give a token that is valid, or leave the input out.`
  if (/archived/i.test(error.message))
    return `GitHub did not take ${what} ${said}. Nothing can be written to an archived repository; unarchive it, or stop its workflows.`
  return null
}
