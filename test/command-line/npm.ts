import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** npm with a cache of its own, so that whatever it would download is missing. */
export async function npm(words: string[], cwd: string): Promise<string> {
  const args = [...words, '--offline', '--cache', join(cwd, '.npm'), '--no-audit', '--no-fund', '--no-update-notifier']
  const { npm_execpath: script } = process.env
  const { stdout } = await (script
    ? run(process.execPath, [script, ...args], { cwd })
    : run('npm', args, { cwd, shell: process.platform === 'win32' }))
  return stdout
}

/** The tree as it is now, committed to a repository of its own. */
export async function repositoryIn(folder: string): Promise<string> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  for (const words of [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'As it is'],
  ])
    await run('git', [...author, ...words], { cwd: folder })
  return `git+file://${folder}`
}

/** Packs the tree. @returns the tarball */
export async function tarballIn(folder: string): Promise<string> {
  const [{ filename }] = JSON.parse(await npm(['pack', root, '--json'], folder))
  return join(folder, filename)
}
