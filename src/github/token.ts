import { explain } from '../network/obstacle.ts'
import type { Ports } from '../ports.ts'

/** There is nothing to talk to GitHub with. */
export class MissingToken extends Error {
  override name = 'MissingToken'
}

/**
 * @param token github-token, empty when the workflow took it away
 * @throws MissingToken
 */
export async function octokitOf(token: string, { github, env }: Pick<Ports, 'github' | 'env'>) {
  if (token === '')
    throw new MissingToken(
      'github-token is empty: leave the input out to use the token of the job, or check that its secret is set.',
    )
  const octokit = (await github()).getOctokit(token)
  octokit.hook.error('request', (error, { baseUrl }) => {
    if (!('response' in error && error.response)) explain(error, baseUrl, env)
    throw error
  })
  return octokit
}
