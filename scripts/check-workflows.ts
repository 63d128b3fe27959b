/**
 * GitHub's own parser reads action.yml, every workflow of this repository, the examples, and what pages show.
 * Also: actions of others are pinned by commit, every job says which permissions it has, and whoever uses this action
 * names only inputs that it has.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { repositoryName } from './repository.ts'
import { filesLike } from './tree.ts'

const root = join(import.meta.dirname, '..')

interface TextFile {
  name: string
  content: string
}

export interface WorkflowText extends TextFile {
  /** shown to users, who pin as they like */
  isExample: boolean
}

export type Parser = typeof import('./workflow-parser.ts')

interface Step {
  uses?: string
  with?: Record<string, unknown>
}

interface Job extends Step {
  permissions?: unknown
  steps?: Step[]
}

export async function loadParser(): Promise<Parser> {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-parser-'))
  const outfile = join(folder, 'parser.cjs')
  const entry = join(root, 'scripts/workflow-parser.ts')
  try {
    await build({ entryPoints: [entry], outfile, bundle: true, format: 'cjs', platform: 'node' })
    return createRequire(import.meta.url)(outfile)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Everything that is wrong with a workflow, a sentence each. */
export function problemsOf(workflow: WorkflowText, parser: Parser, inputs: string[]): string[] {
  const refused = errors(parser.parseWorkflow, workflow)
  if (refused.length > 0) return refused
  const { jobs } = parse(workflow.content) as { jobs: Record<string, Job> }
  return Object.entries(jobs).flatMap(([id, job]) => [
    ...(job.permissions === undefined ? [`job ${id} does not say which permissions it has`] : []),
    ...[job, ...(job.steps ?? [])].flatMap((step) => problemsOfStep(step, workflow, inputs)),
  ])
}

export function problemsOfAction(action: TextFile, parser: Parser): string[] {
  return errors(parser.parseAction, action)
}

function errors(parseFile: Parser['parseWorkflow'] | Parser['parseAction'], file: TextFile): string[] {
  const silent = { error() {}, info() {}, verbose() {} }
  const { context } = parseFile(file, silent)
  return context.errors.getErrors().map(({ message }) => message)
}

function problemsOfStep({ uses = '', with: given = {} }: Step, { content, isExample }: WorkflowText, inputs: string[]) {
  const unknown = isOurs(uses) ? Object.keys(given).filter((input) => !inputs.includes(input)) : []
  return [
    ...(isExample || isPinned(uses, content) ? [] : [`${uses} is not pinned by commit, with its version in a comment`]),
    ...unknown.map((input) => `${uses} has no input ${input}`),
  ]
}

function isPinned(uses: string, content: string): boolean {
  if (uses === '' || uses.startsWith('./')) return true
  const lines = content.split('\n').filter((line) => line.includes(uses))
  return /@[0-9a-f]{40}$/.test(uses) && lines.every((line) => / # v\d/.test(line))
}

function isOurs(uses: string): boolean {
  return uses === './' || uses.includes(`/${repositoryName}@`)
}

/** Workflows that a page shows: blocks of YAML that say when they run and what. */
export function workflowsIn(page: string, text: string): WorkflowText[] {
  const blocks = [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(([, content = '']) => content)
  return blocks.flatMap((content, index) =>
    /^on:/m.test(content) && /^jobs:/m.test(content)
      ? [{ name: `${page}#${index + 1}`, content, isExample: true }]
      : [],
  )
}

function readAll(): { action: TextFile; workflows: WorkflowText[] } {
  const read = (name: string): TextFile => ({ name, content: readFileSync(join(root, name), 'utf8') })
  const files = (pattern: string) => filesLike(pattern).map(read)
  const own = files('.github/workflows/*.{yml,yaml}').map((file) => ({ ...file, isExample: false }))
  const shown = files('{README,CONTRIBUTING,docs/*}.md').flatMap(({ name, content }) => workflowsIn(name, content))
  const examples = files('docs/workflows/*.yml').map((file) => ({ ...file, isExample: true }))
  return { action: read('action.yml'), workflows: [...own, ...examples, ...shown] }
}

function print(name: string, problems: string[]): void {
  console.log(`${problems.length === 0 ? 'ok ' : 'BAD'} ${name}`)
  for (const problem of problems) console.log(`    ${problem}`)
  if (problems.length > 0) process.exitCode = 1
}

if (import.meta.main) {
  const parser = await loadParser()
  const { action, workflows } = readAll()
  const inputs = Object.keys(parse(action.content).inputs)
  print(action.name, problemsOfAction(action, parser))
  for (const workflow of workflows) print(workflow.name, problemsOf(workflow, parser, inputs))
}
