import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadParser, type Parser, problemsOf, workflowsIn } from '../scripts/check-workflows.ts'
import { slug } from '../scripts/repository.ts'
import { filesLike } from '../scripts/tree.ts'
import { knownChecks } from '../src/config/load.ts'
import { readConfig } from '../src/config/read.ts'
import { statusReadme } from '../src/report/status-readme.ts'
import { eventsOf, isOurs, type Job, type Workflow } from './action/workflow-file.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const examples = filesLike('docs/workflows/*.yml')
const example = (name: string) => parse(read(`docs/workflows/${name}.yml`)) as Workflow

let parser: Parser

beforeAll(async () => {
  parser = await loadParser()
})

describe.each(examples)('%s', (file) => {
  const inputs = Object.keys(parse(read('action.yml')).inputs)
  const workflow = parse(read(file)) as Workflow
  const jobs = Object.values(workflow.jobs)

  it('is what GitHub’s parser accepts', () => {
    expect(problemsOf({ name: file, content: read(file), isExample: true }, parser, inputs)).toEqual([])
  })

  it('asks for the permissions that it needs, and for no others', () => {
    for (const job of jobs) expect(job.permissions).toEqual(neededBy(job, eventsOf(workflow)))
    expect(parse(read(file)).permissions).toEqual({})
  })

  it('lets no job run for hours, and no two write at the same time', () => {
    const { concurrency, on } = parse(read(file)) as { concurrency?: unknown; on: object | string }
    for (const job of jobs) expect(job.uses === undefined).toBe(Object.hasOwn(job, 'timeout-minutes'))
    expect(concurrency !== undefined || Object.hasOwn(Object(on), 'workflow_call')).toBe(true)
  })
})

describe.each(filesLike('.github/workflows/*.yml'))('%s', (file) => {
  const { on, permissions, jobs } = parse(read(file)) as Workflow & { permissions: unknown }

  it('gives no permission to all jobs, and no job hours', () => {
    expect(permissions).toEqual({})
    for (const job of Object.values(jobs)) expect(job).toHaveProperty('timeout-minutes')
  })

  it('runs no code of packages or of pull requests where something can be written', () => {
    const mayWrite = ({ permissions }: Job) =>
      Object.entries(permissions).some(([name, access]) => access === 'write' && name !== 'security-events')
    const commands = Object.values(jobs)
      .filter(mayWrite)
      .flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run))
    for (const run of commands) expect(run).not.toMatch(/\b(npm|npx|node|vitest)\b|\.ci\/run|\.[cm]?[jt]s\b/)
    expect(Object.keys(Object(on))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(pull_request_target|workflow_run)$/)]),
    )
  })
})

/** By what a job uses, and by what starts it. */
function neededBy(job: Job, events: string[]): Record<string, string> {
  if (job.uses) return neededBy(Object.values(example('organisation').jobs)[0] as Job, ['pull_request'])
  const steps = job.steps ?? []
  const given = steps.find(isOurs)?.with ?? {}
  const uses = (name: string) => steps.some((step) => step.uses?.startsWith(`${name}@`))
  const isPull = events.some((event) => event === 'pull_request' || event === 'workflow_call')
  const writesBranch = !isPull && given['status-branch'] !== undefined
  const sarif = uses('github/codeql-action/upload-sarif')
  return {
    ...(uses('azure/login') || given['client-id'] || job.env?.ARM_USE_OIDC ? { 'id-token': 'write' } : {}),
    contents: writesBranch ? 'write' : 'read',
    ...(uses('actions/attest') ? { attestations: 'write' } : {}),
    ...(given['tracking-issue'] ? { issues: 'write' } : {}),
    ...(isPull && steps.some(isOurs) ? { 'pull-requests': 'write' } : {}),
    ...(sarif ? { 'security-events': 'write' } : {}),
    ...(sarif || steps.some(({ run = '' }) => /\bgh run\b/.test(run)) ? { actions: 'read' } : {}),
  }
}

it('what README.md shows is one of the examples', () => {
  const shown = workflowsIn('README.md', read('README.md')).map(({ content }) => content)
  expect(shown.length).toBeGreaterThan(1)
  for (const content of shown) expect(examples.map(read)).toContain(content)
})

it('README.md leads to each example', () => {
  expect(examples.filter((file) => !read('README.md').includes(`](${file})`))).toEqual([])
})

describe('README.md', () => {
  const readme = read('README.md')

  it('shows a config file without mistakes, which editors know by its first line', async () => {
    const [example = ''] = [...readme.matchAll(/^```yaml\n(# yaml-language-server[\s\S]*?)^```/gm)].map(
      ([, text]) => text,
    )
    const at = `$schema=https://raw.githubusercontent.com/${slug}/v1/`
    const [, schema = ''] = /^(\S+)/.exec(example.slice(example.indexOf(at) + at.length)) ?? []
    expect(JSON.parse(read(schema)).title).toContain('Config file')
    const config = await readConfig(example, knownChecks(), new Date('2026-11-24T00:00:00Z'), 'the example')
    expect(config.waivers).toHaveLength(1)
  })

  it('shows the badge as the status branch does', () => {
    const figures = { high: 0, medium: 0, low: 0, unknown: 0, waived: 0, coverage: 100, workspaces: 1 }
    const day = { date: '2026-11-24', finishedAt: '2026-11-24T03:30:00Z', conclusion: 'pass' as const, ...figures }
    const at = (file: string) => file
    const place = { repositoryUrl: 'https://github.com/ORG/REPO', branch: 'encryption-status', at }
    const page = statusReadme({ reportId: 'default', days: [day], runUrl: 'https://github.com', docs: '', ...place })
    const [line = ''] = /^\[!\[encryption\].*$/m.exec(page) ?? []
    expect(readme).toContain(`\`${line}\``)
  })
})

/** GitHub puts the text in before a shell reads it: the name of a branch could be a command. */
it.each([
  ...examples,
  ...filesLike('.github/workflows/*.yml'),
])('%s hands a shell what others wrote in variables alone', (file) => {
  const { jobs } = parse(read(file)) as Workflow
  const commands = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run))
  expect(commands.filter((run) => run.includes('${{'))).toEqual([])
})
