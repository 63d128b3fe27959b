import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, expect } from 'vitest'
import { type Cloud, startCloud } from '../../simulator/cloud.ts'
import { demoEstate } from '../../simulator/estates/demo.ts'
import { pullRequest } from '../../simulator/events.ts'
import { type RunOptions, type RunResult, runAction } from '../../simulator/runner.ts'
import type { Report } from '../../src/model.ts'

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
 * Runs the committed bundle as a runner would, for a pull request unless told otherwise. Whatever a test is about, the
 * report fits its schema.
 */
export async function act(cloud: Cloud, options: Partial<RunOptions> = {}): Promise<Act> {
  const { inputs = {}, ...others } = options
  const identity = { 'client-id': cloud.estate.identity.clientId, 'tenant-id': cloud.estate.tenantId }
  const result = await runAction({ cloud, event: pullRequest(), inputs: { ...identity, ...inputs }, ...others })
  const file = join(result.workspaceDir, 'azureml-encryption-report.json')
  const text = lstatSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8') : null
  const report = text === null ? null : (JSON.parse(text) as Report)
  const comment =
    cloud.github.comments.find(({ body }) => body.startsWith('<!-- azureml-encryption-check:'))?.body ?? ''
  if (report) expect(validate(report), JSON.stringify(validate.errors)).toBe(true)
  return { ...result, report, comment }
}

/** The requests of a run, by kind. */
export function requests(cloud: Cloud): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of cloud.requests) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
