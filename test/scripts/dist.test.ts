import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

const bundle = join(import.meta.dirname, '../../dist/index.js')
const preload = join(import.meta.dirname, 'loaded-files.cjs')
const someId = '00000000-0000-4000-8000-000000000000'

/** The files of dist/, and the modules of Node.js, that a run has loaded when it ends. */
async function loadedBy(env: Record<string, string>): Promise<{ files: string[]; modules: string[] }> {
  const child = spawn(process.execPath, ['--require', preload, bundle], { env, cwd: tmpdir() })
  child.stdout.resume()
  const [, files = '', modules = ''] = /^loaded: (.*)\nof Node\.js: (.*)$/m.exec(await text(child.stderr)) ?? []
  return { files: files.split(',').filter((file) => file !== 'loaded-files.cjs'), modules: modules.split(',') }
}

describe('a run loads', () => {
  it('two small files to refuse bad inputs', async () => {
    const { files, modules } = await loadedBy({ 'INPUT_TENANT-ID': 'nonsense' })
    expect(files).toEqual(['index.js', 'shared.js'])
    expect(modules).toContain('fs')
    // each takes milliseconds
    for (const costly of ['http', 'https', 'crypto', 'v8', 'perf_hooks', 'internal/fs/promises'])
      expect(modules, costly).not.toContain(costly)
  })

  it('neither SDK before GitHub has given its token', async () => {
    const github = createServer((_, response) => response.writeHead(400).end('{}'))
    github.listen(0, '127.0.0.1')
    await once(github, 'listening')
    const { port } = github.address() as AddressInfo
    const { files } = await loadedBy({
      'INPUT_CLIENT-ID': someId,
      'INPUT_TENANT-ID': someId,
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
    })
    github.close()
    expect(files).toEqual(['index.js', 'shared.js', 'http-client.js', 'run.js'])
  })
})
