import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuseTwice } from '../../scripts/build.ts'
import { licenses, packagesOf } from '../../scripts/licenses.ts'

function metafile(output: string, ...inputs: string[]): Metafile {
  const used = Object.fromEntries(inputs.map((input) => [input, { bytesInOutput: 1 }]))
  return { inputs: {}, outputs: { [output]: { bytes: 1, inputs: used, imports: [], exports: [] } } }
}

describe('packages in the bundles', () => {
  it('are found by their folders', () => {
    const inputs = [
      'src/index.ts',
      'node_modules/a/lib/x.js',
      'node_modules/a/y.js',
      'node_modules/a/node_modules/@b/c/z.js',
    ]
    expect(packagesOf([metafile('index.js', ...inputs)])).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/@b/c',
    ])
  })

  it('may not be in two files', () => {
    const twice = [metafile('index.js', 'node_modules/@b/c/z.js'), metafile('sdk.js', 'node_modules/@b/c/y.js')]
    expect(() => refuseTwice(twice)).toThrow(
      '@b/c is bundled twice: node_modules/@b/c in index.js and node_modules/@b/c in sdk.js',
    )
  })

  it('nor may a source file of ours', () => {
    const twice = [metafile('index.js', 'src/text.ts', 'src/index.ts'), metafile('run.js', 'src/run.ts', 'src/text.ts')]
    expect(() => refuseTwice(twice)).toThrow(
      'src/text.ts is bundled twice: src/text.ts in index.js and src/text.ts in run.js',
    )
  })

  it('a source file of which only types are used may be in several', () => {
    const [one, other] = [metafile('index.js', 'src/ports.ts'), metafile('run.js', 'src/ports.ts')]
    for (const { outputs } of [one, other])
      for (const { inputs } of Object.values(outputs)) Object.assign(inputs, { 'src/ports.ts': { bytesInOutput: 0 } })
    expect(() => refuseTwice([one, other])).not.toThrow()
  })

  it('may not be there in two versions', () => {
    const twice = [metafile('index.js', 'node_modules/c/z.js', 'node_modules/a/node_modules/c/z.js')]
    expect(() => refuseTwice(twice)).toThrow('c is bundled twice')
  })
})

describe('licences', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'licences-'))
    mkdirSync(join(root, 'node_modules/a'), { recursive: true })
  })

  afterEach(() => rmSync(root, { recursive: true }))

  const install = (license: string | undefined, text?: string) => {
    writeFileSync(join(root, 'node_modules/a/package.json'), JSON.stringify({ name: 'a', version: '1.0.0', license }))
    if (text) writeFileSync(join(root, 'node_modules/a/LICENSE'), text)
  }
  const written = () => licenses(root, [metafile('index.js', 'node_modules/a/index.js')])

  it('are written with name, version and text', () => {
    install('MIT', 'Do what you like.\r\n')
    expect(written()).toBe('a 1.0.0 (MIT)\n\nDo what you like.\n')
  })

  it.each(['GPL-3.0-only', undefined])('%s is refused', (license) => {
    install(license, 'Do as we say.')
    expect(written).toThrow(`a 1.0.0: nobody has accepted the licence ${license}`)
  })

  it('must come with their text', () => {
    install('MIT')
    expect(written).toThrow('a 1.0.0 has no file with its licence')
  })
})
