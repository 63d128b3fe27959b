/**
 * Mutation tests of the checklist and of the reading of evidence: `npm run mutation [-- file…]`.
 * Stryker runs once per file, with the tests of that file only: what is read when a module is loaded can only be
 * tried with every test. Fails when a directory has less than the share of killed mutants that is asked for.
 */
import { existsSync, readdirSync } from 'node:fs'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'

const required = 90
const directories = ['src/checklist', 'src/evidence']
/** For the documentation, or types only. */
const unused = ['src/checklist/guidance.ts', 'src/evidence/records.ts', 'src/evidence/subjects.ts']

/** Tests of files that have none of the same name, or whose work shows in others as well. */
const checks = 'test/checklist/!(properties).test.ts'
const testsOf: Record<string, string[]> = {
  'src/checklist/access.ts': ['test/checklist/key-vault.test.ts', 'test/checklist/storage.test.ts'],
  'src/checklist/check.ts': ['test/checklist/{check,storage,key,key-vault}.test.ts'],
  'src/checklist/index.ts': ['test/catalogue.test.ts'],
  'src/checklist/kubernetes-versions.ts': ['test/checklist/kubernetes.test.ts'],
  'src/checklist/managed-compute.ts': ['test/checklist/{compute,endpoint}.test.ts'],
  'src/checklist/moving.ts': ['test/checklist/{key-vault,workspace}.test.ts'],
  'src/evidence/children.ts': ['test/evidence/contents.test.ts'],
  'src/evidence/contents.ts': ['test/evidence/contents.test.ts', checks],
  'src/evidence/identity.ts': [
    'test/evidence/identity.test.ts',
    'test/checklist/{key-vault,storage,workspace}.test.ts',
  ],
  'src/evidence/redact.ts': ['test/evidence/secrets.test.ts'],
  'src/evidence/resource.ts': ['test/evidence/resource.test.ts', 'test/checklist/{key,storage}.test.ts'],
  'src/evidence/workspace.ts': [
    'test/evidence/{workspace,contents}.test.ts',
    'test/checklist/{key,metadata,storage,unreadable}.test.ts',
  ],
}

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

/** Every file of the checklist also goes by what holds for all checks. */
function testsFor(file: string): string[] {
  const own = file.replace(/^src\/(.*)\.ts$/, 'test/$1.test.ts')
  const tests = testsOf[file] ?? (existsSync(own) ? [own] : [checks])
  return file.startsWith('src/checklist/') ? [...tests, 'test/checklist/laws.test.ts'] : tests
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

function share(mutants: MutantResult[]): string {
  const alive = mutants.filter(isAlive).length
  return mutants.length === 0 ? '-' : (100 * (1 - alive / mutants.length)).toFixed(1)
}

const wanted = process.argv.slice(2)
const short: string[] = []
for (const directory of directories) {
  const files = readdirSync(directory).map((name) => `${directory}/${name}`)
  const chosen = files.filter((file) => !unused.includes(file) && (wanted.length === 0 || wanted.includes(file)))
  const all: MutantResult[] = []
  for (const file of chosen) {
    const start = Date.now()
    const mutants = await mutate(file)
    all.push(...mutants)
    console.log(
      `${file}: ${share(mutants)} % of ${mutants.length} mutants, ${Math.round((Date.now() - start) / 1000)} s`,
    )
    for (const mutant of mutants.filter(isAlive)) console.log(described(mutant))
  }
  if (all.length === 0) continue
  console.log(`${directory}: ${share(all)} % of ${all.length} mutants`)
  if (Number(share(all)) < required) short.push(directory)
}
if (short.length > 0) {
  console.error(`Less than ${required} % of the mutants are killed in ${short.join(' and ')}.`)
  process.exitCode = 1
}
