/**
 * Builds `dist/`, what the runner executes: CommonJS in four files, so that a run loads only what it needs when it
 * needs it. Unminified and without source maps: readable stacks, reviewable differences.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { licenses, packagesOf } from './licenses.ts'

const root = join(import.meta.dirname, '..')

/** Source files that become files of their own, by the name under which the others import them. */
const ownFiles = [
  { name: /(^|\/)azure\/sdk\.ts$/, file: './azure-sdk.js' },
  { name: /(^|\/)github\/sdk\.ts$/, file: './github-sdk.js' },
]

const separate: Plugin = {
  name: 'separate',
  setup({ onResolve }) {
    onResolve({ filter: /sdk\.ts$/ }, ({ path, kind }) => {
      const own = ownFiles.find(({ name }) => name.test(path))
      return own && kind === 'dynamic-import' ? { path: own.file, external: true } : undefined
    })
  },
}

/**
 * Packages that are loaded when they are first called, not when they are imported, by the names that are used of them:
 * the HTTP client is needed for the OIDC token only, tunnels behind a proxy only.
 */
const lazily: Record<string, string> = {
  '@actions/http-client': `
    export class HttpClient { constructor(...options) { return new (require('./node_modules/@actions/http-client/lib/index.js').HttpClient)(...options) } }`,
  '@actions/exec': `
    export const getExecOutput = (...command) => require('./node_modules/@actions/exec/lib/exec.js').getExecOutput(...command)`,
  undici: `
    export class ProxyAgent { constructor(...options) { return new (require('./undici.js').ProxyAgent)(...options) } }
    export const fetch = (...request) => require('./undici.js').fetch(...request)`,
  tunnel: ['httpOverHttp', 'httpOverHttps', 'httpsOverHttp', 'httpsOverHttps']
    .map((name) => `export const ${name} = (...options) => require('./undici.js').tunnel.${name}(...options)`)
    .join('\n'),
}

const onFirstUse: Plugin = {
  name: 'on-first-use',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(undici|tunnel)$/ }, ({ path }) => ({ path, namespace: 'on-first-use' }))
    onResolve({ filter: /^@actions\/(http-client|exec)$/ }, ({ path, importer }) =>
      importer.includes('@actions/core/') ? { path, namespace: 'on-first-use' } : undefined,
    )
    onResolve({ filter: /^\.\/undici\.js$/ }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /.*/, namespace: 'on-first-use' }, ({ path }) => ({
      contents: lazily[path],
      resolveDir: root,
    }))
  },
}

const files = [
  { entry: 'src/index.ts', out: 'index.js', plugins: [separate, onFirstUse] },
  { entry: 'src/azure/sdk.ts', out: 'azure-sdk.js', plugins: [] },
  { entry: 'src/github/sdk.ts', out: 'github-sdk.js', plugins: [onFirstUse] },
  { entry: 'scripts/undici.js', out: 'undici.js', plugins: [] },
]

/** Builds into a folder and returns how many bytes it holds. */
export async function buildInto(folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const metafiles = await Promise.all(files.map((file) => bundle(folder, file)))
  refuseTwice(metafiles)
  const texts = { 'package.json': '{ "type": "commonjs" }\n', 'licenses.txt': licenses(root, metafiles) }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  const code = metafiles.flatMap(({ outputs }) => Object.values(outputs)).reduce((sum, { bytes }) => sum + bytes, 0)
  return code + Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}

async function bundle(folder: string, { entry, out, plugins }: (typeof files)[number]): Promise<Metafile> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(folder, out),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    // a plain require is faster than the loader for ES modules
    supported: { 'dynamic-import': false },
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    plugins,
  })
  return result.metafile
}

/** The same package in two files would be loaded twice; different versions of one are different code. */
function refuseTwice(metafiles: Metafile[]): void {
  const seen = new Map<string, number>()
  metafiles.forEach((metafile, index) => {
    for (const path of packagesOf([metafile])) {
      const first = seen.get(path)
      if (first !== undefined)
        throw new Error(`${path} is bundled twice, into ${files[first]?.out} and ${files[index]?.out}`)
      seen.set(path, index)
    }
  })
}

if (import.meta.main) {
  const bytes = await buildInto(join(root, 'dist'))
  console.log(`dist/: ${(bytes / 1_000_000).toFixed(2)} MB`)
}
