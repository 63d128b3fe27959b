import { sentences } from '../network/obstacle.ts'
import type { Ports } from '../ports.ts'
import { quoted } from '../text.ts'
import { guard } from './guard.ts'
import { MissingToken } from './octokit.ts'

/**
 * @param token github-token, empty when the workflow took it away
 * @throws sentences, or MissingToken
 */
export async function octokitOf(token: string, ports: Pick<Ports, 'github' | 'env' | 'stopwatch' | 'time'>) {
  if (token === '') throw new MissingToken()
  refuseOddAddress(ports.env.GITHUB_API_URL || 'https://api.github.com')
  const octokit = (await ports.github()).getOctokit(token)
  guard(octokit, token, ports)
  return octokit
}

/** GitHub's SDK would be loaded, and say of it no more than that it is invalid. */
function refuseOddAddress(address: string): void {
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return
  throw sentences(
    `GITHUB_API_URL is ${quoted(address)}, which is not the address of a web service, so nothing was asked of GitHub. The runner sets it to https://api.github.com, on a GitHub Enterprise Server to https://HOST/api/v3: let no step and no env change it.`,
  )
}
