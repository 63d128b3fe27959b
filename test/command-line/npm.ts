import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** A cache of its own and no registry, so that whatever npm would download is missing. */
export function offline(cache: string): Record<string, string> {
  const settings = { cache, offline: 'true', audit: 'false', fund: 'false', update_notifier: 'false' }
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`npm_config_${name}`, value]))
}

export async function npm(words: string[], cwd: string): Promise<string> {
  const { npm_execpath: script } = process.env
  const options = { cwd, env: { ...process.env, ...offline(join(cwd, '.npm')) } }
  const { stdout } = await (script
    ? run(process.execPath, [script, ...words], options)
    : run('npm', words, { ...options, shell: process.platform === 'win32' }))
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
