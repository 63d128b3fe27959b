/**
 * Builds `dist/`, what the runner executes: CommonJS in files that are loaded when they are first needed, and nothing
 * twice. Our own code is unminified and without source maps: readable stacks, reviewable differences.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { withoutDocs } from './comments.ts'
import { licenses, packagesOf } from './licenses.ts'
import { loadedOnce } from './loads.ts'
import { filesLike, withSlashes } from './tree.ts'

const root = join(import.meta.dirname, '..')

/** Source files that become files of their own, by the name under which the others import them. */
const ownFiles = [
  { name: /(^|\/)run\.ts$/, file: './run.js' },
  { name: /(^|\/)planned\/planning\.ts$/, file: './planned.js' },
  { name: /(^|\/)azure\/sdk\.ts$/, file: './azure-sdk.js' },
  { name: /(^|\/)github\/sdk\.ts$/, file: './github-sdk.js' },
  { name: /(^|\/)controls\/controls\.ts$/, file: './controls.js' },
  { name: /(^|\/)yaml\.ts$/, file: './config-yaml.js' },
]

const separate: Plugin = {
  name: 'separate',
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const own = ownFiles.find(({ name }) => name.test(path))
      return own && kind === 'dynamic-import' ? { path: own.file, external: true } : undefined
    })
  },
}

/** Source files that several files of `dist/` need. One file has them all, and the others load it. */
const shared = [
  'src/files/files.ts',
  'src/inputs/inputs.ts',
  'src/inputs/login.ts',
  'src/log.ts',
  'src/node-process.ts',
  'src/progress.ts',
  'src/start.ts',
  'src/version.ts',
  'src/azure/clouds.ts',
  'src/config/tree.ts',
  'src/controls/names.ts',
  'src/evidence/in-text.ts',
  'src/evidence/secrets.ts',
  'src/evidence/unknown.ts',
  'src/inputs/values.ts',
  'src/network/proxy.ts',
  'src/text.ts',
  'src/time.ts',
]

/** What judges plans needs of what judges anything, which is there when it is loaded. */
const ofRun = [
  'src/azure/find/targets.ts',
  'src/checklist/leak.ts',
  'src/config/rules.ts',
  'src/files/size.ts',
  'src/json.ts',
  ...[
    'assignments',
    'children',
    'collection-key',
    'file-services',
    'grants',
    'key-id',
    'keys',
    'named',
    'needs',
    'prune',
    'records',
    'redact',
    'resource-id',
  ].map((name) => `src/evidence/${name}.ts`),
  'src/judge/evaluate.ts',
  'src/evidence/resource.ts',
  'src/evidence/watched.ts',
  'src/github/contents.ts',
  'src/github/failure.ts',
  'src/github/octokit.ts',
  'src/github/token.ts',
  'src/judge/alike.ts',
  'src/judge/finding.ts',
  'src/judge/judge.ts',
  'src/judge/policy.ts',
  'src/said.ts',
  'src/severity.ts',
  // only plans assign roles that nobody has read
  ...filesLike('src/resources/*.ts').filter((file) => !file.endsWith('/built-in-roles.ts')),
]

const sharing = takenFrom('./shared.js', shared)

/** Leaves out what another file of `dist/` has. */
function takenFrom(file: string, sources: string[]): Plugin {
  return {
    name: file,
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ path, resolveDir }) =>
        sources.includes(withSlashes(relative(root, join(resolveDir, path))))
          ? { path: file, external: true }
          : undefined,
      )
    },
  }
}

function all(sources: string[]): BuildOptions['stdin'] & {} {
  return { contents: sources.map((file) => `export * from './${file}'`).join('\n'), resolveDir: root }
}

interface Late {
  from: string
  classes?: string[]
  functions?: string[]
}

/** HTTP is needed for the OIDC token and for GitHub; undici for GitHub, and for both behind a proxy. */
const http: Record<string, Late> = {
  '@actions/http-client': { from: './http-client.js', classes: ['HttpClient'] },
  '@actions/http-client/lib/auth': { from: './http-client.js', classes: ['BearerCredentialHandler'] },
}
const proxy: Record<string, Late> = {
  undici: { from: './undici.js', classes: ['ProxyAgent'], functions: ['fetch'] },
  tunnel: { from: './undici.js', functions: ['httpOverHttp', 'httpOverHttps', 'httpsOverHttp', 'httpsOverHttps'] },
}
/** There anyway, but costly to load for a run that ends with its first look at the inputs. */
const costly: Record<string, Late> = {
  crypto: { from: 'node:crypto', functions: ['randomUUID'] },
  'node:crypto': { from: 'node:crypto', functions: ['createHash', 'hash'] },
  'node:v8': { from: 'node:v8', functions: ['getHeapSpaceStatistics', 'setFlagsFromString'] },
}

/** Reached only from what the action does not call: certificates and browsers for a login, details of the platform. */
const unused: Record<string, string[]> = {
  jsonwebtoken: ['default'],
  open: ['default'],
}

/** Leaves packages out; what is used of them after all says so. */
const without: Plugin = {
  name: 'without',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path }) => (path in unused ? { path, namespace: 'without' } : undefined))
    onLoad({ filter: /.*/, namespace: 'without' }, ({ path }) => ({ contents: missing(path) }))
  },
}

function missing(name: string): string {
  const use = `() => { throw new Error('scripts/build.ts leaves ${name} out of the bundle.') }`
  const names = (unused[name] ?? []).map((each) => `missing as ${each}`)
  return `const missing = new Proxy(${use}, { get: ${use} })\nexport { ${names.join(', ')} }`
}

/** Drops what nobody calls of the runner's toolkit, whose package does not say that this is safe. */
const toolkit: Plugin = {
  name: 'toolkit',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/.*\.js$/ }, ({ path, resolveDir }) =>
      /@actions[\\/]core[\\/]lib$/.test(resolveDir) ? { path: join(resolveDir, path), sideEffects: false } : undefined,
    )
  },
}

/** Loads packages when what is used of them is first called, not when they are imported. */
function late(packages: Record<string, Late>): Plugin {
  return {
    name: 'late',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[@a-z]/ }, ({ path, namespace }) =>
        path in packages && namespace !== 'late' ? { path, namespace: 'late' } : undefined,
      )
      onResolve({ filter: /^\.\/(http-client|undici)\.js$/ }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
        contents: standIn(packages[path] as Late),
        resolveDir: root,
      }))
    },
  }
}

function standIn({ from, classes = [], functions = [] }: Late): string {
  return [
    // asked each time, require takes longer than a hash does
    `let loaded\nconst it = () => (loaded ??= require('${from}'))`,
    ...classes.map((name) => `export class ${name} { constructor(...a) { return new (it().${name})(...a) } }`),
    ...functions.map((name) => `export const ${name} = (...a) => it().${name}(...a)`),
  ].join('\n')
}

const httpClient = `
  export { HttpClient } from '@actions/http-client'
  export { BearerCredentialHandler } from '@actions/http-client/lib/auth'`
/** The package's own entry would bring its mocks, caches, cookies, web sockets and event sources as well. */
const undici = `
  import Dispatcher from 'undici/lib/dispatcher/dispatcher'
  import connect from 'undici/lib/api/api-connect'
  Dispatcher.prototype.connect = connect
  export { fetch } from 'undici/lib/web/fetch'
  export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent'
  export { httpOverHttp, httpOverHttps, httpsOverHttp, httpsOverHttps } from 'tunnel'`

/** Code of others alone, which nobody reviews here: written as briefly as the language allows, with names as they are. */
const ofOthers = { minifySyntax: true }

const files: Record<string, BuildOptions> = {
  'cli.js': { entryPoints: ['src/cli.ts'], plugins: [separate, sharing] },
  'index.js': { entryPoints: ['src/index.ts'], plugins: [separate, sharing, toolkit, late({ ...http, ...costly })] },
  'run.js': { stdin: all(['src/run.ts', ...ofRun]), plugins: [separate, sharing, late(costly)] },
  'planned.js': {
    entryPoints: ['src/planned/planning.ts'],
    plugins: [separate, sharing, takenFrom('./run.js', ofRun), late(costly)],
  },
  'shared.js': {
    plugins: [separate, late(costly)],
    stdin: all(shared),
  },
  'controls.js': { entryPoints: ['src/controls/controls.ts'] },
  'azure-sdk.js': { entryPoints: ['src/azure/sdk.ts'], plugins: [without], ...ofOthers },
  // takes the package's ES modules, of which only what is used comes along; for Node.js it offers CommonJS
  'config-yaml.js': { entryPoints: ['src/config/yaml.ts'], platform: 'neutral', plugins: [sharing] },
  'github-sdk.js': { entryPoints: ['src/github/sdk.ts'], plugins: [late({ ...http, ...proxy })] },
  'http-client.js': { stdin: { contents: httpClient, resolveDir: root }, plugins: [late(proxy)] },
  // as the HTTP client sees them
  'undici.js': {
    stdin: { contents: undici, resolveDir: join(root, 'node_modules/@actions/http-client') },
    ...ofOthers,
  },
}

/** Builds into a folder and returns how many bytes it holds. */
export async function buildInto(folder: string): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const metafiles = await Promise.all(
    Object.entries(files).map(([file, options]) => bundle(join(folder, file), options)),
  )
  refuseTwice(metafiles)
  const texts = { 'package.json': '{ "type": "commonjs" }\n', 'licenses.txt': licenses(root, metafiles) }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  return readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

async function bundle(outfile: string, options: BuildOptions): Promise<Metafile> {
  const result = await build({
    platform: 'node',
    ...options,
    absWorkingDir: root,
    outfile,
    bundle: true,
    format: 'cjs',
    // the command line runs on it; of what the action runs on it is a part
    target: 'node22',
    // a plain require is faster than the loader for ES modules
    supported: { 'dynamic-import': false },
    charset: 'utf8',
    legalComments: 'none',
    // a name that a stand-in lacks, and one that two shared files have
    logOverride: { 'import-is-undefined': 'error', 'ambiguous-reexport': 'error' },
    metafile: true,
    write: false,
  })
  for (const { text } of result.outputFiles)
    writeFileSync(outfile, loadedOnce(withoutDocs(text)), { mode: isProgram(text) ? 0o755 : 0o644 })
  return result.metafile as Metafile
}

function isProgram(text: string): boolean {
  return text.startsWith('#!')
}

/** Throws when a source file or a package is in two files, or a package in one in two versions: it would be loaded twice. */
export function refuseTwice(metafiles: Metafile[]): void {
  const seen = new Map<string, string>()
  for (const metafile of metafiles) {
    const [output = ''] = Object.keys(metafile.outputs)
    for (const path of [...sourcesOf(metafile), ...packagesOf([metafile])]) {
      const name = path.replace(/^.*node_modules\//, '')
      const place = `${path} in ${output}`
      if (seen.has(name)) throw new Error(`${name} is bundled twice: ${seen.get(name)} and ${place}`)
      seen.set(name, place)
    }
  }
}

/** Our own files of which anything is left in the bundle. */
function sourcesOf({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => path.startsWith('src/') && inputs[path]?.bytesInOutput !== 0),
  )
}

if (import.meta.main) {
  const bytes = await buildInto(join(root, 'dist'))
  console.log(`dist/: ${(bytes / 1_000_000).toFixed(2)} MB`)
}
