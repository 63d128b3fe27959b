import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import { runCommand } from '../../simulator/command.ts'
import { cloudOf } from '../action/act.ts'
import { npm, offline, repositoryIn, tarballIn } from './npm.ts'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'install-'))
  folders.push(folder)
  return folder
}

const dist = readdirSync(join(import.meta.dirname, '../../dist')).map((file) => join('dist', file))

it.each([
  ['a tarball', tarballIn],
  ['git', repositoryIn],
])('from %s nothing is installed but the bundle, and it judges', async (_name, source) => {
  const folder = emptyFolder()
  await npm(['install', await source(emptyFolder())], folder)
  const modules = join(folder, 'node_modules')
  expect(readdirSync(modules).sort()).toEqual(['.bin', '.package-lock.json', 'azureml-encryption-check'])
  const all = readdirSync(join(modules, 'azureml-encryption-check'), { recursive: true, encoding: 'utf8' })
  expect(all.sort()).toEqual([...dist, 'LICENSE', 'README.md', 'dist', 'package.json'].sort())
  await judges([join(modules, '.bin/azureml-encryption-check')])
})

it('npx brings it from git into an empty folder', async () => {
  const cache = emptyFolder()
  await judges(['npx', '--yes', await repositoryIn(emptyFolder())], {
    ...offline(cache),
    // git is not where Node.js is
    PATH: process.env.PATH?.split(delimiter)
      .filter((each) => !existsSync(join(each, 'az')))
      .join(delimiter),
  })
  const [run = ''] = readdirSync(join(cache, '_npx'))
  expect(readdirSync(join(cache, '_npx', run, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'azureml-encryption-check',
  ])
})

/** With a stand-in for the Azure CLI, and nothing else. */
async function judges(program: string[], { PATH, ...env }: Record<string, string | undefined> = {}): Promise<void> {
  const cloud = await cloudOf()
  const path = standInAzureCli(cloud)
  const all = [path, dirname(process.execPath), ...(PATH ? [PATH] : [])].join(delimiter)
  const { exitCode, stdout, folder } = await runCommand([], { cloud, program, env: { ...env, PATH: all } })
  expect(stdout).toMatch(/^✗ Encryption check failed: The key vault can be purged/)
  expect(exitCode).toBe(1)
  expect(readdirSync(folder)).toEqual([])
}
