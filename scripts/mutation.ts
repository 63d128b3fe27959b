/**
 * Mutation tests of what computes: checklist, evidence, types of resources, reports, and what of the reading of Azure
 * needs no server. `npm run mutation [-- file…]`.
 * Stryker runs once per file, with the tests of that file only: what is read when a module is loaded can only be
 * tried with every test. Fails when a directory has less than the share of killed mutants that is asked for.
 */
import { existsSync, globSync } from 'node:fs'
import { basename, relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'

/** The share of killed mutants that is asked for, by directory. */
const required = { 'src/checklist': 90, 'src/evidence': 90, 'src/resources': 85, 'src/report': 85, 'src/azure': 85 }
/** What of the reading of Azure can be tried without a server. */
const withoutServer = [
  'clouds',
  'federated-credential',
  'rate-limiter',
  'read-failure',
  'route',
  'unreadable',
  'versions',
]

/** For the documentation, or types only. */
const unused = [
  'src/checklist/guidance.ts',
  'src/evidence/records.ts',
  'src/evidence/subjects.ts',
  'src/report/view/context.ts',
  'src/report/sarif/context.ts',
]

/** What a workspace is put together for shows in its checks. */
const workspace = 'test/{evidence/{edges,workspace/*},checklist/**/!(laws|properties)}.test.ts'
/** What holds for every check of a key. */
const keys = ['test/checklist/key/*.test.ts']
/** Who may do what in a vault. */
const access = [
  'test/evidence/{access,needs}.test.ts',
  'test/checklist/{container-registry,{key-vault,storage}/*}.test.ts',
]

/** Tests of files that have none of the same name, or whose work shows in others as well. */
const checks = 'test/checklist/**/!(properties).test.ts'
const testsOf: Record<string, string[]> = {
  'src/checklist/access.ts': ['test/checklist/{container-registry,{key-vault,kubernetes,storage}/*}.test.ts'],
  'src/checklist/check.ts': ['test/checklist/{check,{key,key-vault,storage}/*}.test.ts'],
  'src/checklist/index.ts': ['test/checklist/catalog.test.ts'],
  'src/checklist/key/key-check.ts': keys,
  'src/checklist/key/lifetime.ts': keys,
  'src/checklist/key/rotation.ts': keys,
  'src/checklist/key/type-and-size.ts': keys,
  'src/checklist/key/use.ts': keys,
  'src/checklist/kubernetes/in-azure.ts': ['test/checklist/kubernetes/*.test.ts'],
  'src/checklist/kubernetes/supported-versions.ts': ['test/checklist/kubernetes/{cluster,supported-versions}.test.ts'],
  'src/checklist/managed-compute.ts': ['test/checklist/{compute,endpoint}.test.ts'],
  'src/checklist/moving.ts': ['test/checklist/{key-vault/*,workspace}.test.ts'],
  'src/checklist/secrets/search.ts': ['test/checklist/secrets/*.test.ts'],
  'src/checklist/storage/roles.ts': ['test/checklist/storage/*.test.ts'],
  'src/evidence/assignments.ts': access,
  'src/evidence/children.ts': ['test/evidence/workspace/contents.test.ts'],
  'src/evidence/workspace/contents.ts': ['test/evidence/workspace/contents.test.ts', checks],
  'src/evidence/data-actions.ts': access,
  'src/evidence/grants.ts': access,
  'src/evidence/identity.ts': [
    'test/evidence/identity.test.ts',
    'test/checklist/{key-vault/*,storage/*,workspace}.test.ts',
  ],
  'src/evidence/redact.ts': ['test/evidence/secrets.test.ts'],
  'src/evidence/watched.ts': ['test/judge/again.test.ts'],
  'src/evidence/workspace/open.ts': [workspace],
  'src/evidence/resource.ts': ['test/evidence/resource.test.ts', 'test/checklist/{key/*,storage/*}.test.ts'],
}

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

/** Tests of files that have none of their own, by the innermost folder. */
const testsOfFolder: [folder: string, tests: string][] = [
  ['src/checklist/', checks],
  ['src/evidence/workspace/', workspace],
  ['src/evidence/', checks],
  ['src/resources/', 'test/{resources,evidence}/*.test.ts'],
  ['src/report/html/', 'test/report/html.test.ts'],
  ['src/report/sarif/', 'test/report/sarif.test.ts'],
  ['src/report/terminal/', 'test/report/terminal.test.ts'],
  ['src/report/issue/', 'test/report/issue.test.ts'],
  ['src/report/trend/', 'test/report/trend.test.ts'],
  ['src/report/', 'test/report/!(sarif-valid|sizes).test.ts'],
]

/** What holds for all checks tests every file of the checklist as well. */
function testsFor(file: string): string[] {
  const own = file
    .replace(/^src\/report\/(?:view|markdown)\//, 'src/report/')
    .replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts')
  const ofFolder = testsOfFolder.filter(([folder]) => file.startsWith(folder)).slice(0, 1)
  // what several pages share shows on the whole of one, and everything on those that are committed
  const isShared = /^src\/report\/(view|markdown)\//.test(file)
  const pages = file.startsWith('src/report/') ? ['test/report/pages.test.ts'] : []
  const shared = isShared ? [...pages, 'test/report/{markdown,sentence}.test.ts'] : pages
  const tests = testsOf[file] ?? (existsSync(own) ? [own, ...shared] : [...ofFolder.map(([, all]) => all), ...pages])
  return file.startsWith('src/checklist/') ? [...tests, 'test/checklist/{catalog,laws}.test.ts'] : tests
}

async function mutate(file: string): Promise<MutantResult[]> {
  process.env.MUTATION_TESTS = testsFor(file).join(' ')
  const fileName = `reports/mutation/${file.replaceAll('/', '-')}.html`
  const mutants = await new Stryker({ mutate: [file], htmlReporter: { fileName } }).runMutationTest()
  return mutants.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status))
}

const isAlive = ({ status }: MutantResult) => status !== 'Killed' && status !== 'Timeout'

function described({ location, mutatorName, replacement, status, fileName }: MutantResult): string {
  const { line, column } = location.start
  return `  ${relative('.', fileName)}:${line}:${column} ${mutatorName} ${status}: ${replacement}`
}

function killed(mutants: MutantResult[]): string {
  const alive = mutants.filter(isAlive).length
  return mutants.length === 0 ? '-' : (100 * (1 - alive / mutants.length)).toFixed(1)
}

function filesOf(directory: string): string[] {
  const files = globSync(`${directory}/**/*.ts`).map((file) => file.replaceAll('\\', '/'))
  const isTried = (file: string) =>
    directory === 'src/azure' ? withoutServer.includes(basename(file, '.ts')) : !unused.includes(file)
  return files.filter(isTried).sort()
}

const wanted = process.argv.slice(2)
const short: string[] = []
for (const [directory, share] of Object.entries(required)) {
  const chosen = filesOf(directory).filter((file) => wanted.length === 0 || wanted.includes(file))
  const all: MutantResult[] = []
  for (const file of chosen) {
    const start = Date.now()
    const mutants = await mutate(file)
    all.push(...mutants)
    console.log(
      `${file}: ${killed(mutants)} % of ${mutants.length} mutants, ${Math.round((Date.now() - start) / 1000)} s`,
    )
    for (const mutant of mutants.filter(isAlive)) console.log(described(mutant))
  }
  if (all.length === 0) continue
  console.log(`${directory}: ${killed(all)} % of ${all.length} mutants`)
  if (Number(killed(all)) < share) short.push(`${directory} (${share} %)`)
}
if (short.length > 0) {
  console.error(`Fewer mutants are killed than asked for in ${short.join(' and ')}.`)
  process.exitCode = 1
}
