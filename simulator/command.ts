import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { shellOfWindows } from './azure-cli.ts'
import type { Cloud } from './cloud.ts'
import { checkStanding } from './standing.ts'

export interface CommandOptions {
  cloud: Cloud
  /** a directory to look for programs in: for a stand-in `az`, see azure-cli.ts */
  path?: string
  env?: Record<string, string | undefined>
  /** what stands in the folder before, by path */
  files?: Record<string, string>
  /** the program and its first words; by default the bundle */
  program?: string[]
  /** columns of a pseudo-terminal, in which both outputs come together; by default they are pipes */
  columns?: number
  /** is given the means to send signals to the process */
  onStart?: (kill: (signal: NodeJS.Signals) => boolean) => void
  /** called with all that was written to the standard error so far */
  onError?: (said: string) => void
}

export interface CommandResult {
  exitCode: number | null
  stdout: string
  stderr: string
  folder: string
  /** what a file of the folder holds now */
  file: (name: string) => string
}

const bundle = join(import.meta.dirname, '../dist/cli.js')

/** Runs the command line as somebody types it, in a folder and with a home of its own, against the simulated cloud. */
export async function runCommand(words: string[], options: CommandOptions): Promise<CommandResult> {
  const { cloud, files = {}, program = [process.execPath, bundle] } = options
  const directory = mkdtempSync(join(cloud.directory, 'command-'))
  const folder = join(directory, 'here')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const before = cloud.requests.length
  const command = [...program, ...words]
  const finished = await run(
    options.columns ? inTerminal(command, options.columns) : command,
    folder,
    directory,
    options,
  )
  const result = { ...finished, folder, file: (name: string) => readFileSync(join(folder, name), 'utf8') }
  const nothing = { outputs: {}, summary: '', annotations: [], workspaceDir: folder }
  const requests = cloud.requests.slice(before)
  checkStanding({ cloud, requests, result: { ...result, ...nothing, log: '' }, directory, given: files })
  return result
}

/** By `script` of util-linux, which makes a terminal and gives back what the command ends with. */
function inTerminal(command: string[], columns: number): string[] {
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
  return [
    '/usr/bin/script',
    '--quiet',
    '--return',
    '--flush',
    '--command',
    `stty columns ${columns}; exec ${quoted}`,
    '/dev/null',
  ]
}

async function run(
  [program = '', ...words]: string[],
  cwd: string,
  home: string,
  { cloud, path, env, onStart, onError, columns }: CommandOptions,
): Promise<Pick<CommandResult, 'exitCode' | 'stdout' | 'stderr'>> {
  const variables = {
    // the real `az`, where there is one, is not found; a terminal needs more than Node.js
    PATH: [
      ...(path ? [path] : []),
      dirname(process.execPath),
      ...shellOfWindows,
      ...(columns ? ['/usr/bin', '/bin'] : []),
    ].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    NODE_EXTRA_CA_CERTS: cloud.caFile,
    HTTPS_PROXY: cloud.proxyUrl,
    ...env,
  }
  const child = spawn(program, words, { cwd, env: variables, stdio: ['ignore', 'pipe', 'pipe'] })
  onStart?.((signal) => child.kill(signal))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    said += more
    onError?.(said)
  })
  const [stdout, exitCode] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done)),
  ])
  return { exitCode, stdout, stderr: said }
}
