/** Contoso's repository, in which workflows run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import type { Cloud } from '../../simulator/cloud.ts'
import type { RunnerEvent } from '../../simulator/events.ts'
import { misfits } from '../../simulator/openapi.ts'
import { cloudOf } from './act.ts'
import type { Workflow } from './workflow-file.ts'
import { type JobRun, runWorkflow, type Surroundings } from './workflow-run.ts'

const folder = join(import.meta.dirname, '../../docs/workflows')

/** One of docs/workflows. */
export const example = (name: string) => parse(readFileSync(join(folder, `${name}.yml`), 'utf8')) as Workflow

/** Contoso on GitHub: the variables of its repository, and a federated credential for what the job is. */
export async function contoso(event: RunnerEvent, options: Partial<Surroundings> = {}) {
  const cloud = await cloudOf()
  trusts(cloud, event)
  const { identity, tenantId } = cloud.estate
  const vars = { AZURE_CLIENT_ID: identity.clientId, AZURE_TENANT_ID: tenantId }
  const surroundings = { cloud, event, vars, ...options }
  const run = (name: string, more: Partial<Surroundings> = {}) => drive(example(name), { ...surroundings, ...more })
  return { cloud, vars, run }
}

export function trusts(
  { estate, oidc }: Cloud,
  { name }: RunnerEvent,
  issuer = 'https://token.actions.githubusercontent.com',
) {
  const of = name === 'pull_request' ? 'pull_request' : 'ref:refs/heads/main'
  const subject = `repo:contoso/ml-platform:${of}`
  Object.assign(oidc.claims, { iss: issuer, sub: subject })
  estate.identity.federatedCredentials = [{ issuer, subject, audience: 'api://AzureADTokenExchange' }]
}

/** Whatever a permission is missing for, and whatever could not be written, is a warning. GitHub is talked to as it says. */
export async function drive(workflow: Workflow, surroundings: Surroundings): Promise<JobRun[]> {
  const runs = await runWorkflow(workflow, surroundings)
  const complaint =
    /permissions: |Could not write|^warning: .*(base branch|baseline|tracking issue|status) .*could not/m
  for (const { ours } of runs) {
    expect(ours.stderr).toBe('')
    // pull requests from forks may not comment, and hear of it
    if (surroundings.event.hasIdentity) expect(ours.log).not.toMatch(complaint)
  }
  expect(misfits(surroundings.cloud.requests)).toEqual([])
  return runs
}

/** What the only job did. */
export const one = (runs: JobRun[]): JobRun => {
  expect(runs).toHaveLength(1)
  return runs[0] as JobRun
}
/** What stands on the pull request. */
export const comments = ({ github }: Cloud) => github.comments.map(({ body }) => body)
