import type { getOctokit } from '@actions/github'
import { isExplained } from '../network/obstacle.ts'
import { oneLine, plural, withoutEnd } from '../text.ts'
import type { Failure } from './failure.ts'
import { isOutage, limitOf, waitAskedFor } from './retry.ts'

export type Octokit = ReturnType<typeof getOctokit>

/** There is nothing to talk to GitHub with. */
export class MissingToken extends Error {
  override name = 'MissingToken'

  constructor() {
    super('github-token is empty. Leave the input out to use the token of the job, or check that its secret is set.')
  }
}

/** Who writes with this token, in lower case. */
export async function ownLogin(octokit: Octokit): Promise<string> {
  try {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>('query { viewer { login } }')
    return viewer.login.toLowerCase()
  } catch (error) {
    const failure = error as Failure
    const isRefused = failure.errors !== undefined || (failure.status !== undefined && failure.status < 500)
    if (!isRefused || limitOf(failure)) throw error
    return 'github-actions[bot]'
  }
}

/** As it was written, whatever GitHub did to its line ends. */
export function normal(body: string | null | undefined): string {
  return (body ?? '').replaceAll('\r\n', '\n').trimEnd()
}

/** `(403: Resource not accessible by integration)`; what takes sentences of its own is left to `afterwards`. */
export function answerOf(error: Failure): string {
  if (error instanceof MissingToken) return '(github-token is empty)'
  if (isExplained(error)) return '(no answer)'
  return `(${(error.response && error.status) ?? 'no answer'}: ${withoutEnd(oneLine(error.message), '.')})`
}

/** The same where it may be that nobody was asked. */
export function whyOf(error: Failure): string {
  const isOfGitHub = error.status !== undefined || error instanceof MissingToken || isExplained(error)
  return isOfGitHub ? answerOf(error) : `(${withoutEnd(oneLine(error.message), '.')})`
}

/** What follows a sentence with `answerOf` in it: a space, and the sentences for which that has no room. */
export function afterwards(error: Failure): string {
  if (isExplained(error)) return ` ${oneLine(error.message, 400)}`
  return error instanceof MissingToken ? error.message.slice(error.message.indexOf('.') + 1) : ''
}

/**
 * What is said whatever was to be written.
 *
 * @param what as in "GitHub did not take …"
 */
export function commonRefusal(error: Failure, what: string): string | null {
  if (isExplained(error)) return `GitHub did not take ${what}.${afterwards(error)}`
  const said = answerOf(error)
  const limit = limitOf(error)
  if (limit) return `GitHub did not take ${what}, because its ${limit} was reached ${said}. ${later(error)}`
  if (isOutage(error)) return `GitHub did not take ${what} ${said}. Run the job again later.`
  if (error.status === 401)
    return `GitHub does not accept github-token ${said}. Give a token that is valid, or leave the input out.`
  if (/archived/i.test(error.message))
    return `GitHub did not take ${what} ${said}. Nothing can be written to an archived repository; unarchive it, or stop its workflows.`
  return null
}

function later(error: Failure): string {
  const asked = waitAskedFor(error)
  const minutes = plural(Math.ceil((asked ?? 0) / 60_000), 'minute')
  return `Run the job again later${asked ? `: GitHub asks to wait ${minutes}` : ''}.`
}
