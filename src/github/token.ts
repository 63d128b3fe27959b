import type { Ports } from '../ports.ts'
import { guard } from './guard.ts'
import { MissingToken } from './octokit.ts'

/**
 * @param token github-token, empty when the workflow took it away
 * @throws MissingToken
 */
export async function octokitOf(token: string, ports: Pick<Ports, 'github' | 'env' | 'stopwatch' | 'time'>) {
  if (token === '') throw new MissingToken()
  const octokit = (await ports.github()).getOctokit(token)
  guard(octokit, token, ports)
  return octokit
}
