import type { spawn } from 'node:child_process'
import type { AccessToken } from '@azure/identity'

/** The Azure CLI was asked for a token and gave none. */
export class CliFailure extends Error {
  readonly kind: 'absent' | 'silent' | 'refused' | 'unreadable'

  /** @param said what the CLI wrote to its error output */
  constructor(kind: CliFailure['kind'], said = '') {
    super(said)
    this.kind = kind
  }
}

const isWindows = process.platform === 'win32'
const windows = process.env.SystemRoot ?? 'C:\\Windows'

/** What is kept of what the CLI says. */
const LONGEST = 1024 * 1024

/**
 * A token as the session of the Azure CLI gives it. The SDK's own credential is of no use here: it drops what the CLI
 * says when a session has expired, and waits for programs that the CLI has left behind.
 *
 * @param resource origin of Resource Manager
 * @param timeout milliseconds
 * @throws CliFailure
 */
export async function cliToken(resource: string, timeout: number): Promise<AccessToken> {
  const { code, stdout, stderr } = await az(
    ['account', 'get-access-token', '--output', 'json', '--resource', resource],
    timeout,
  )
  if (code === 127 || /^az: .*not found|^'az' is not recognized/m.test(stderr)) throw new CliFailure('absent')
  const token = tokenIn(stdout)
  if (token) return token
  throw new CliFailure(code === 0 && stderr.trim() === '' ? 'unreadable' : 'refused', stderr)
}

interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** In a folder of the system: on Windows, programs in the current one, which a checkout may fill, would come first. */
async function az(args: string[], timeout: number): Promise<Finished> {
  const { spawn: start } = await import('node:child_process')
  // a group of its own, so that what the CLI starts ends with it; on Windows it is `az.cmd`, which only a shell runs
  const child = start('az', args, {
    cwd: isWindows ? windows : '/',
    shell: isWindows,
    windowsHide: true,
    detached: !isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      if (said[name].length < LONGEST) said[name] += text
    })
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end(child.pid, start)
      for (const stream of [child.stdout, child.stderr]) stream.destroy()
      reject(new CliFailure('silent'))
    }, timeout)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(new CliFailure('absent', error.message))
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, ...said })
    })
  })
}

/** With all that it has started. */
function end(pid: number | undefined, run: typeof spawn): void {
  if (pid === undefined) return
  try {
    if (isWindows) run(`${windows}\\System32\\taskkill.exe`, ['/pid', `${pid}`, '/t', '/f']).on('error', () => {})
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // it has just ended
  }
}

/** `expires_on` in seconds, or `expiresOn` in local time, as versions before 2.54 have it. */
function tokenIn(stdout: string): AccessToken | null {
  try {
    const { accessToken, expires_on, expiresOn } = JSON.parse(stdout)
    const end = Number.parseInt(expires_on, 10) * 1000 || new Date(expiresOn).getTime()
    const isWhole = typeof accessToken === 'string' && accessToken !== '' && !Number.isNaN(end)
    return isWhole ? { token: accessToken, expiresOnTimestamp: end } : null
  } catch {
    return null
  }
}
