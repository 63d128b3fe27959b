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

/** The files of dist/ that a run has loaded when it ends. */
async function loadedBy(env: Record<string, string>): Promise<string[]> {
  const child = spawn(process.execPath, ['--require', preload, bundle], { env, cwd: tmpdir() })
  child.stdout.resume()
  const [, loaded = ''] = /^loaded: (.*)$/m.exec(await text(child.stderr)) ?? []
  return loaded.split(',').filter((file) => file !== 'loaded-files.cjs')
}

describe('a run loads', () => {
  it('two small files to refuse bad inputs', async () => {
    expect(await loadedBy({ 'INPUT_TENANT-ID': 'nonsense' })).toEqual(['index.js', 'shared.js'])
  })

  it('neither SDK before GitHub has given its token', async () => {
    const github = createServer((_, response) => response.writeHead(400).end('{}'))
    github.listen(0, '127.0.0.1')
    await once(github, 'listening')
    const { port } = github.address() as AddressInfo
    const loaded = await loadedBy({
      'INPUT_CLIENT-ID': someId,
      'INPUT_TENANT-ID': someId,
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
    })
    github.close()
    expect(loaded).toEqual(['index.js', 'shared.js', 'http-client.js', 'run.js'])
  })
})
