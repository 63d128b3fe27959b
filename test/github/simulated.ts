import { getOctokit } from '@actions/github'
import { answerGitHub } from '../../simulator/github.ts'
import { type GitHubState, githubState } from '../../simulator/github-model.ts'
import type { Reply } from '../../simulator/traffic.ts'
import { guard } from '../../src/github/guard.ts'
import type { Octokit } from '../../src/github/octokit.ts'
import { timeBy } from '../../src/time.ts'
import { handWound } from '../stopwatch.ts'

const origin = 'https://api.github.com'

interface Fault {
  /** of the request, as in `GET /issues` */
  line: RegExp
  /** answers instead of GitHub, or with it: the request takes effect although the answer is lost */
  reply: Reply | 'lost'
}

/** Octokit and the simulated GitHub in one process. Each fault strikes once. */
export function simulated(options: Partial<GitHubState> = {}) {
  const permissions = { contents: 'write', issues: 'write', 'pull-requests': 'none' } as const
  const github = githubState({ tokenPermissions: permissions, pullRequests: [], ...options })
  const log: string[] = []
  const faults: Fault[] = []

  const fetch = async (address: string, init: { method: string; body?: string; headers: Record<string, string> }) => {
    const url = new URL(address)
    const path = decodeURIComponent(url.pathname)
    const line = `${init.method} ${path.replace(`/repos/${github.owner}/${github.repo}`, '')}`
    log.push(line)
    const at = faults.findIndex((fault) => fault.line.test(line))
    const [fault] = at === -1 ? [] : faults.splice(at, 1)
    if (fault && fault.reply !== 'lost') return respond(fault.reply)
    const request = {
      kind: 'github' as const,
      method: init.method,
      host: url.host,
      path,
      query: Object.fromEntries(url.searchParams),
      body: init.body,
      status: 0,
      at: 0,
      origin,
      headers: init.headers,
    }
    const reply = answerGitHub(request, github, 'https://github.com')
    return respond(fault ? { status: 502, body: { message: 'Bad Gateway' } } : reply)
  }

  const octokit = getOctokit(github.token, { baseUrl: origin, request: { fetch } })
  protect(octokit, github.token)
  const requests = (pattern: RegExp) => log.filter((line) => pattern.test(line)).length
  return { github, octokit, log, faults, ...patient(), requests }
}

/** As the action does it. */
export function protect(octokit: Octokit, token: string) {
  const stopwatch = handWound()
  guard(octokit, token, { env: {}, stopwatch, time: timeBy(stopwatch) })
  return stopwatch
}

/** Waits without waiting, within half an hour. */
export function patient() {
  const waits: number[] = []
  const left = () => 30 * 60_000 - waits.reduce((sum, one) => sum + one, 0)
  return { waits, patience: { sleep: async (milliseconds: number) => void waits.push(milliseconds), left } }
}

function respond({ status, headers, body }: Reply): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Response(status === 204 ? null : text, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}
