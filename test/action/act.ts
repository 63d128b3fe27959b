import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, expect } from 'vitest'
import type { Report } from '../../src/model.ts'
import { type Cloud, startCloud } from '../cloud/cloud.ts'
import { demoEstate } from '../cloud/estates/demo.ts'
import { pullRequest } from '../cloud/events.ts'
import { type RunOptions, type RunResult, runAction } from '../cloud/runner.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/report.schema.json'), 'utf8'))
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema)

const clouds: Cloud[] = []

afterEach(async () => {
  await Promise.all(clouds.splice(0).map((cloud) => cloud.close()))
})

/** A cloud of the demo's company, or of another estate, that ends with the test. */
export async function cloudOf(options: Partial<Parameters<typeof startCloud>[0]> = {}): Promise<Cloud> {
  const cloud = await startCloud({ estate: demoEstate(), ...options })
  clouds.push(cloud)
  return cloud
}

export interface Act extends RunResult {
  report: Report | null
  comment: string
}

/**
 * Runs the committed bundle as a runner would, for a pull request unless told otherwise. Whatever a test is about: the
 * report fits its schema, nothing that is secret is printed, written or published, and nothing but reads was asked of Azure.
 */
export async function act(cloud: Cloud, options: Partial<RunOptions> = {}): Promise<Act> {
  const { inputs = {}, ...others } = options
  const identity = { 'client-id': cloud.estate.identity.clientId, 'tenant-id': cloud.estate.tenantId }
  const result = await runAction({ cloud, event: pullRequest(), inputs: { ...identity, ...inputs }, ...others })
  const file = join(result.workspaceDir, 'azureml-encryption-report.json')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : null
  const report = text === null ? null : (JSON.parse(text) as Report)
  const comment =
    cloud.github.comments.find(({ body }) => body.startsWith('<!-- azureml-encryption-check:'))?.body ?? ''
  if (report) expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  const shown = everythingShown(result, cloud)
  for (const secret of cloud.secrets())
    expect(shown.filter(([, content]) => content.includes(secret)).map(([where]) => where)).toEqual([])
  expect(cloud.requests.filter(({ kind }) => kind === 'forbidden-call' || kind === 'refused-host')).toEqual([])
  return { ...result, report, comment }
}

/** Whatever a run wrote, printed or published, with the place where it stands. */
function everythingShown(result: RunResult, { github }: Cloud): [where: string, content: string][] {
  const { workspaceDir, log, stderr, summary, outputs, annotations } = result
  const files = readdirSync(workspaceDir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return [
    ['log', log],
    ['stderr', stderr],
    ['summary', summary],
    ['outputs and annotations', JSON.stringify([outputs, annotations])],
    ['comments', JSON.stringify(github.comments)],
    ['issues', JSON.stringify(github.issues)],
    ...[...github.git.objects.values()].map((object): [string, string] => [
      `git ${object.type}`,
      object.type === 'blob' ? object.content.toString('utf8') : JSON.stringify(object),
    ]),
    ...files.map(({ parentPath, name }): [string, string] => [name, readFileSync(join(parentPath, name), 'utf8')]),
  ]
}

/** The requests of a run, by kind. */
export function requests(cloud: Cloud): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of cloud.requests) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
