import type { Ports } from '../ports.ts'

/** There is nothing to talk to GitHub with. */
export class MissingToken extends Error {
  override name = 'MissingToken'
}

/**
 * @param token github-token, empty when the workflow took it away
 * @throws MissingToken
 */
export async function octokitOf(token: string, { github }: Pick<Ports, 'github'>) {
  if (token === '')
    throw new MissingToken(
      'github-token is empty: leave the input out to use the token of the job, or check that its secret is set.',
    )
  return (await github()).getOctokit(token)
}
