import { deepEqual } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from './cloud.ts'
import { parseResourcePath } from './resource-id.ts'
import type { RunResult } from './runner.ts'
import type { RecordedRequest } from './traffic.ts'

export interface Run {
  cloud: Cloud
  /** those that were made during the run */
  requests: RecordedRequest[]
  result: RunResult
  /** where the runner's own files are; the checkout may be elsewhere */
  directory: string
  /** what was there before, by path in the checkout */
  given: Record<string, string>
}

/** What holds of every run, whatever its test is about: docs/security.md says so. */
export function checkStanding(run: Run): void {
  const { cloud, requests } = run
  deepEqual(requests.flatMap(strayed), [], 'a token was sent to another origin than its own')
  deepEqual(requests.filter(isMoreThanRead).map(named), [], 'Azure was asked for more than reads')
  deepEqual(requests.filter(opensSecrets).map(named), [], 'an operation that returns secrets was called')
  const shown = everythingShown(run)
  for (const secret of cloud.secrets()) {
    const places = shown.filter(([, text]) => spellings(secret).some((each) => text.includes(each)))
    deepEqual(
      places.map(([where]) => where),
      [],
      'a secret is seen',
    )
  }
}

const named = ({ kind, method, host, path }: RecordedRequest) => `${kind} ${method} ${host}${path}`

function strayed(request: RecordedRequest): string[] {
  return (request.strays ?? []).map((token) => `${token}: ${named(request)}`)
}

/** All but GET and two POSTs: the query of Resource Graph, and Entra's token. */
function isMoreThanRead({ kind, method }: RecordedRequest): boolean {
  if (kind === 'forbidden-call' || kind === 'refused-host') return true
  if (kind === 'resource-graph' || kind === 'token') return method !== 'POST'
  return kind !== 'github' && method !== 'GET'
}

const secretTypes =
  /^(list|regenerate)|(secrets|credentials|tokens?|connectionstrings|(admin|query|shared|api|auth)keys)$/i

function opensSecrets({ kind, path }: RecordedRequest): boolean {
  if (kind !== 'resource-manager') return false
  return parseResourcePath(path)?.types.some((type) => secretTypes.test(type)) === true
}

/** As it is, in an address, in JSON, and in HTML. */
function spellings(secret: string): string[] {
  const inHtml = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), inHtml]
}

/** Whatever a run wrote, printed or published, with the place where it stands. */
function everythingShown({ result, cloud: { github }, directory, given }: Run): [where: string, text: string][] {
  const { workspaceDir, stdout, stderr, log, outputs, annotations } = result
  // the runner is told what to hide by printing it
  const printed = stdout.replaceAll(/^::add-mask::.*$/gm, '')
  return [
    ['stdout', printed],
    ['stderr', stderr],
    ['log', log],
    ['outputs and annotations', JSON.stringify([outputs, annotations])],
    ['comments', JSON.stringify(github.comments)],
    ['issues', JSON.stringify(github.issues)],
    ...[...github.git.objects.values()].map((object): [string, string] => [
      `git ${object.type}`,
      object.type === 'blob' ? object.content.toString('utf8') : JSON.stringify(object),
    ]),
    ...[...new Set([workspaceDir, directory])].flatMap((folder) => filesOf(folder, given)),
  ]
}

function filesOf(folder: string, given: Record<string, string>): [where: string, text: string][] {
  return [...filesIn(folder)].filter(([, text]) => !Object.values(given).includes(text))
}

/** Links are not followed: what lies behind them is somebody else's. */
function* filesIn(folder: string): Generator<[where: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else if (entry.isFile()) yield [entry.name, readFileSync(path, 'utf8')]
  }
}
