import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Git as nobody has configured it. */
export function git(folder: string, ...args: string[]): string {
  return gitGiven(folder, '', ...args)
}

/** The same, with something to read. */
export function gitGiven(folder: string, input: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'protocol.file.allow=always']
  return execFileSync('git', [...identity, ...args], {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 1e8,
  })
}

export function put(folder: string, ...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), '{}')
  }
}

/** A repository in which these files are committed. */
export function repository(folder: string, names: string[], ...options: string[]): void {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '--quiet', ...options)
  put(folder, ...names)
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'a')
}
