import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { npm, repositoryIn, tarballIn } from './npm.ts'

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
])('from %s nothing is installed but the bundle', async (_name, source) => {
  const folder = emptyFolder()
  await npm(['install', await source(emptyFolder())], folder)
  const modules = join(folder, 'node_modules')
  mkdirSync(join(modules, '.bin'), { recursive: true })
  expect(readdirSync(modules).sort()).toEqual(['.bin', '.package-lock.json', 'azureml-encryption-check'])
  const all = readdirSync(join(modules, 'azureml-encryption-check'), { recursive: true, encoding: 'utf8' })
  expect(all.sort()).toEqual([...dist, 'LICENSE', 'README.md', 'dist', 'package.json'].sort())
})
