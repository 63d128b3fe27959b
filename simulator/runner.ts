import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { slug } from '../scripts/repository.ts'
import { shellOfWindows } from './azure-cli.ts'
import type { Cloud } from './cloud.ts'
import type { RunnerEvent } from './events.ts'
import { actionInputs } from './runner-inputs.ts'
import { type Annotation, parseCommands, parseOutputs } from './runner-output.ts'
import { checkStanding } from './standing.ts'

export interface RunOptions {
  cloud: Cloud
  /** by the real host names through the proxy, or straight to the cloud's own addresses */
  door?: 'proxy' | 'direct'
  inputs?: Record<string, string>
  event: RunnerEvent
  /** further environment variables; undefined removes one */
  env?: Record<string, string | undefined>
  bundle?: string
  /** by default one that goes with the cloud */
  workspaceDir?: string
  /** what a checkout put there, by path */
  files?: Record<string, string>
  /** whether the job has `id-token: write`; by default as the event has it */
  identityToken?: boolean
  /** a directory to look for programs in: for a stand-in `az`, see azure-cli.ts */
  path?: string
  timeoutMs?: number
  nodeOptions?: string[]
  /** is given the means to send signals to the process */
  onStart?: (kill: (signal: NodeJS.Signals) => boolean) => void
}

export interface RunResult {
  exitCode: number | null
  /** as the process wrote it */
  stdout: string
  stderr: string
  /** as GitHub shows it: masked, without the commands that nobody sees */
  log: string
  outputs: Record<string, string>
  summary: string
  annotations: Annotation[]
  workspaceDir: string
  /** what a file of the workspace holds now */
  file: (name: string) => string
}

/**
 * Runs the action's bundle as the runner does: a process of its own that sees only what a runner sets. What holds of
 * every run is looked at here, so that no test can forget it.
 *
 * @throws where it does not hold; another bundle may do as it likes
 */
export async function runAction(options: RunOptions): Promise<RunResult> {
  const directory = mkdtempSync(join(options.cloud.directory, 'runner-'))
  const workspaceDir = options.workspaceDir ?? join(directory, 'workspace')
  const files = commandFiles(directory)
  for (const each of [workspaceDir, join(directory, 'temp'), join(directory, 'tools')])
    mkdirSync(each, { recursive: true })
  for (const file of Object.values(files)) writeFileSync(file, '')
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(workspaceDir, name)), { recursive: true })
    writeFileSync(join(workspaceDir, name), text)
  }
  const eventPath = join(directory, 'event.json')
  writeFileSync(eventPath, JSON.stringify(options.event.payload))
  const env = {
    ...runnerVariables(options, directory, workspaceDir),
    ...files,
    GITHUB_EVENT_PATH: eventPath,
    ...serviceVariables(options),
    ...actionInputs(options.inputs ?? {}, options.cloud.github.token),
    ...options.env,
  }
  const bundle = resolve(options.bundle ?? join(import.meta.dirname, '../dist/index.js'))
  const args = [...(options.nodeOptions ?? []), bundle]
  const before = options.cloud.requests.length
  const finished = await run(args, env, workspaceDir, options)
  const result = {
    ...finished,
    ...parseCommands(finished.stdout),
    outputs: parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    workspaceDir,
    file: (name: string) => readFileSync(join(workspaceDir, name), 'utf8'),
  }
  const requests = options.cloud.requests.slice(before)
  if (options.bundle === undefined)
    checkStanding({ cloud: options.cloud, requests, result, directory, given: options.files ?? {} })
  return result
}

function commandFiles(directory: string) {
  return {
    GITHUB_OUTPUT: join(directory, 'output'),
    GITHUB_STEP_SUMMARY: join(directory, 'summary.md'),
    GITHUB_ENV: join(directory, 'env'),
    GITHUB_PATH: join(directory, 'path'),
    GITHUB_STATE: join(directory, 'state'),
  }
}

function runnerVariables({ event, cloud, path }: RunOptions, directory: string, workspaceDir: string) {
  const { owner, repo, repositoryId } = cloud.github
  return {
    // No /usr/bin: a hosted runner that runs these tests has the real `az` there.
    PATH: [...(path ? [path] : []), dirname(process.execPath), ...shellOfWindows].join(delimiter),
    HOME: directory,
    LANG: 'C.UTF-8',
    CI: 'true',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: join(directory, 'temp'),
    RUNNER_TOOL_CACHE: join(directory, 'tools'),
    RUNNER_WORKSPACE: directory,
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: `__${slug.replace('/', '_')}`,
    GITHUB_ACTION_REPOSITORY: slug,
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: event.actor,
    GITHUB_TRIGGERING_ACTOR: event.actor,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_JOB: 'encryption',
    GITHUB_REF: event.ref,
    GITHUB_REF_NAME: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_HEAD_REF: event.headRef ?? '',
    GITHUB_BASE_REF: event.baseRef ?? '',
    GITHUB_SHA: '1f6d2c0b9e8a7f6e5d4c3b2a190817f6e5d4c3b2',
    GITHUB_REPOSITORY: `${owner}/${repo}`,
    GITHUB_REPOSITORY_ID: String(repositoryId),
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '9000000001',
    GITHUB_RUN_NUMBER: '41',
    GITHUB_WORKFLOW: 'Encryption',
    GITHUB_WORKFLOW_REF: `${owner}/${repo}/.github/workflows/encryption.yml@${event.ref}`,
    GITHUB_WORKSPACE: workspaceDir,
  }
}

function serviceVariables({ cloud, door = 'proxy', event, identityToken = event.hasIdentity }: RunOptions) {
  const { urls, oidc, proxyUrl, caFile } = cloud
  const isDirect = door === 'direct'
  const idTokenUrl = isDirect ? urls.oidc : 'https://token.actions.githubusercontent.com/idtoken?api-version=2.0'
  const identity = { ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.requestToken }
  return {
    GITHUB_SERVER_URL: isDirect ? urls.githubServer : 'https://github.com',
    GITHUB_API_URL: isDirect ? urls.githubApi : 'https://api.github.com',
    GITHUB_GRAPHQL_URL: isDirect ? `${urls.githubServer}/api/graphql` : 'https://api.github.com/graphql',
    ...(identityToken ? identity : {}),
    NODE_EXTRA_CA_CERTS: caFile,
    // Behind the direct door a proxy that refuses everything else still tells whether anything else was contacted.
    HTTPS_PROXY: proxyUrl,
    https_proxy: proxyUrl,
    HTTP_PROXY: proxyUrl,
    http_proxy: proxyUrl,
    NO_PROXY: 'localhost,127.0.0.1',
    no_proxy: 'localhost,127.0.0.1',
  }
}

type Finished = Pick<RunResult, 'exitCode' | 'stdout' | 'stderr'>

function run(
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
  { timeoutMs: timeout = 600_000, onStart }: RunOptions,
): Promise<Finished> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { env, cwd, timeout, stdio: ['ignore', 'pipe', 'pipe'] })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk) => stdout.push(chunk))
    child.stderr.on('data', (chunk) => stderr.push(chunk))
    child.on('error', fail)
    onStart?.((signal) => child.kill(signal))
    child.on('close', (exitCode) =>
      done({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    )
  })
}
