/** Runs the jobs of a workflow file against the simulated cloud, with no more rights than the file asks for. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { standInAzureCli } from '../../simulator/azure-cli.ts'
import type { Cloud } from '../../simulator/cloud.ts'
import type { RunnerEvent } from '../../simulator/events.ts'
import { type RunOptions, type RunResult, runAction } from '../../simulator/runner.ts'
import { parseOutputs } from '../../simulator/runner-output.ts'
import {
  allFilled,
  type Contexts,
  eventsOf,
  filled,
  isOurs,
  isRun,
  type Job,
  rowsOf,
  type Step,
  type Workflow,
} from './workflow-file.ts'

export interface Surroundings {
  cloud: Cloud
  event: RunnerEvent
  /** variables of the repository */
  vars?: Record<string, string>
  /** of a workflow that is called */
  inputs?: Record<string, unknown>
  /** what the checkout brings, by path */
  files?: Record<string, string>
  /** a directory with stand-ins for programs, `gh` say */
  programs?: string
  /** right before a job, with its row of the matrix */
  before?: (row: Record<string, string>) => void
  /** the workflow that a job calls */
  called?: (uses: string) => Workflow
  env?: RunOptions['env']
  bundle?: string
  /** what jobs leave for others, by name and file */
  artifacts?: Map<string, Map<string, string>>
}

export interface JobRun {
  name: string
  /** what our action did */
  ours: RunResult
  hasFailed: boolean
  outputs: Record<string, string>
  /** what was uploaded, by path; SARIF and artifacts */
  uploads: Map<string, string>
  /** what GitHub vouches for: SHA-256 by name */
  attested: Map<string, string>
}

/** Everything that a workflow does for an event, job after job; told of those that use the action. */
export async function runWorkflow(workflow: Workflow, given: Surroundings): Promise<JobRun[]> {
  const surroundings = { artifacts: new Map(), ...given }
  const { event, before, inputs } = surroundings
  if (!inputs && !eventsOf(workflow).includes(event.name)) throw new Error(`No ${event.name} starts this workflow.`)
  const runs: JobRun[] = []
  const failed = new Set<string>()
  for (const [name, job] of Object.entries(workflow.jobs)) {
    if (failed.has(job.needs ?? '')) continue
    for (const matrix of rowsOf(job)) {
      before?.(matrix)
      const done = await runJob(job, matrix, surroundings)
      if (done === 'failed') failed.add(name)
      else if (done !== 'done') runs.push(...done)
    }
  }
  return runs
}

/** A job that does not use the action only is done, or failed. */
async function runJob(
  job: Job,
  matrix: Record<string, string>,
  surroundings: Surroundings,
): Promise<JobRun[] | 'done' | 'failed'> {
  const { cloud, event, vars = {}, inputs = {}, called } = surroundings
  const github = { event: event.payload, event_name: event.name, ref: event.ref, token: cloud.github.token }
  const contexts: Contexts = { github: { ...github, workflow: 'Encryption' }, vars, inputs, matrix, steps: {} }
  if (job.uses === undefined) return runSteps(job, contexts, surroundings)
  if (!called) throw new Error(`Nobody knows ${job.uses}.`)
  const workflow = called(job.uses)
  return runWorkflow(atMost(workflow, job.permissions), {
    ...surroundings,
    inputs: inputsOf(workflow, allFilled(job.with, contexts)),
  })
}

/** What is called gets nothing that the caller does not have: GitHub refuses to start it. */
function atMost(workflow: Workflow, caller: Job['permissions']): Workflow {
  for (const { permissions } of Object.values(workflow.jobs)) {
    for (const [name, access] of Object.entries(permissions)) {
      if (caller[name] !== access && caller[name] !== 'write')
        throw new Error(`The caller does not give ${name}: ${access}.`)
    }
  }
  return workflow
}

function inputsOf(workflow: Workflow, given: Record<string, string>): Record<string, unknown> {
  const { inputs = {} } = (typeof workflow.on === 'string' ? null : workflow.on.workflow_call) ?? {}
  const unknown = Object.keys(given).filter((name) => !(name in inputs))
  const missing = Object.keys(inputs).filter((name) => inputs[name]?.required && !given[name])
  if (unknown.length + missing.length > 0) throw new Error(`Inputs: ${unknown} unknown, ${missing} missing.`)
  return { ...Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default ?? ''])), ...given }
}

interface Running {
  job: Job
  contexts: Contexts
  surroundings: Surroundings
  workspace: string
  temp: string
  path?: string
  ours?: RunResult
  /** what scripts wrote into the log */
  said: string[]
  uploads: Map<string, string>
  attested: Map<string, string>
}

async function runSteps(job: Job, contexts: Contexts, surroundings: Surroundings) {
  const { cloud } = surroundings
  const directory = mkdtempSync(join(cloud.directory, 'job-'))
  const [workspace, temp] = [join(directory, 'workspace'), join(directory, 'temp')]
  for (const folder of [workspace, temp]) mkdirSync(folder)
  const steps: Record<string, unknown> = {}
  const all: Contexts = { ...contexts, steps, runner: { temp } }
  const shown = { said: [], uploads: new Map(), attested: new Map() }
  const running: Running = { job, contexts: all, surroundings, workspace, temp, ...shown }
  cloud.github.tokenPermissions = tokenPermissions(job, surroundings.event)
  let hasFailed = false
  for (const step of job.steps ?? []) {
    if (!isRun(step.if, all, hasFailed)) continue
    const { outputs = {}, failed = false } = await runStep(step, running)
    if (step.id) steps[step.id] = { outputs, outcome: failed ? 'failure' : 'success' }
    hasFailed ||= failed
  }
  if (!job.steps?.some(isOurs)) return hasFailed ? 'failed' : 'done'
  if (!running.ours) throw new Error(`The job does not use the action. ${running.said.join('')}`)
  const { ours, uploads, attested } = running
  return [{ name: filled(job.name, all), ours, hasFailed, outputs: allFilled(job.outputs, all), uploads, attested }]
}

/** Whoever gets no identity gets no right to write either. */
function tokenPermissions({ permissions }: Job, { hasIdentity }: RunnerEvent): Cloud['github']['tokenPermissions'] {
  const of = (name: string) => (permissions[name] === 'write' && !hasIdentity ? 'read' : (permissions[name] ?? 'none'))
  return { contents: of('contents'), issues: of('issues'), 'pull-requests': of('pull-requests') }
}

interface Done {
  outputs?: Record<string, string>
  failed?: boolean
}

/** Actions by name; each insists on what it needs. */
const actions: Record<string, (given: Record<string, string>, running: Running) => Done | Promise<Done>> = {
  'actions/checkout': (_, running) => {
    demand(running, 'contents', 'read')
    for (const [path, text] of Object.entries(running.surroundings.files ?? {})) {
      mkdirSync(dirname(join(running.workspace, path)), { recursive: true })
      writeFileSync(join(running.workspace, path), text)
    }
    return {}
  },
  'azure/login': (given, running) => {
    demand(running, 'id-token', 'write')
    const { cloud } = running.surroundings
    const { identity, tenantId } = cloud.estate
    if (given['client-id'] !== identity.clientId || given['tenant-id'] !== tenantId) return { failed: true }
    running.path = standInAzureCli(cloud)
    return {}
  },
  'github/codeql-action/upload-sarif': ({ sarif_file = '' }, running) => {
    demand(running, 'security-events', 'write')
    demand(running, 'actions', 'read')
    upload([sarif_file], running)
    return {}
  },
  'actions/upload-artifact': ({ name = '', path = '' }, running) => {
    upload(path.trim().split('\n'), running)
    running.surroundings.artifacts?.set(name, running.uploads)
    return {}
  },
  'actions/attest': ({ 'subject-checksums': path = '' }, running) => {
    demand(running, 'id-token', 'write')
    demand(running, 'attestations', 'write')
    for (const [name, digest] of subjects(readFileSync(resolve(running.workspace, path), 'utf8')))
      running.attested.set(name, digest)
    return { failed: running.attested.size === 0 }
  },
  'actions/download-artifact': ({ name = '', path = '' }, { workspace, surroundings }) => {
    const files = surroundings.artifacts?.get(name)
    for (const [file, text] of files ?? []) {
      mkdirSync(resolve(workspace, path), { recursive: true })
      writeFileSync(resolve(workspace, path, file), text)
    }
    return { failed: files === undefined }
  },
  // what they install is among the programs of the test
  'hashicorp/setup-terraform': () => ({}),
  'opentofu/setup-opentofu': () => ({}),
  'OWNER/azureml-encryption-check': ourAction,
  'platform/azureml-encryption-check': ourAction,
}

async function runStep({ uses, run, with: given, env }: Step, running: Running): Promise<Done> {
  if (run !== undefined) return script(run, allFilled({ ...running.job.env, ...env }, running.contexts), running)
  const action = actions[uses?.split('@')[0] ?? '']
  if (!action) throw new Error(`Nobody knows ${uses}.`)
  return action(allFilled(given, running.contexts), running)
}

async function ourAction(inputs: Record<string, string>, running: Running): Promise<Done> {
  const { cloud, event, env, bundle } = running.surroundings
  const { workspace: workspaceDir, temp, path, job } = running
  const identityToken = event.hasIdentity && job.permissions['id-token'] === 'write'
  running.ours = await runAction({
    cloud,
    event,
    inputs,
    workspaceDir,
    identityToken,
    env: { RUNNER_TEMP: temp, ...env },
    ...(path ? { path } : {}),
    ...(bundle ? { bundle } : {}),
  })
  return { outputs: running.ours.outputs, failed: running.ours.exitCode !== 0 }
}

function script(run: string, env: Record<string, string>, { surroundings, workspace, temp, job, said }: Running): Done {
  if (/\bgh run\b/.test(run)) demand({ job }, 'actions', 'read')
  if (env.ARM_USE_OIDC === 'true') demand({ job }, 'id-token', 'write')
  const { owner, repo } = surroundings.cloud.github
  const GITHUB_OUTPUT = join(temp, 'output')
  writeFileSync(GITHUB_OUTPUT, '')
  const variables = { ...env, GITHUB_OUTPUT, RUNNER_TEMP: temp, GITHUB_REPOSITORY: `${owner}/${repo}` }
  const PATH = [surroundings.programs, '/usr/bin', '/bin'].filter(Boolean).join(':')
  try {
    const bash = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run]
    const stdio = ['ignore', 'pipe', 'ignore'] as const
    said.push(
      execFileSync('/bin/bash', bash, { cwd: workspace, env: { ...variables, PATH }, stdio: [...stdio] }).toString(),
    )
    return { outputs: parseOutputs(readFileSync(GITHUB_OUTPUT, 'utf8')) }
  } catch {
    return { failed: true }
  }
}

function demand({ job }: Pick<Running, 'job'>, name: string, access: 'read' | 'write'): void {
  const held = job.permissions[name]
  if (held !== access && held !== 'write') throw new Error(`The job needs ${name}: ${access}.`)
}

/** As actions/attest reads checksums: a digest, a blank, a mark of its own, and a name to the end of the line. */
function subjects(checksums: string): [name: string, digest: string][] {
  return checksums
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => {
      const [, digest, name] = /^([0-9a-fA-F]{64}) [ *]?([^\r\n]+)$/.exec(line) ?? []
      if (digest === undefined || name === undefined) throw new Error(`Invalid digest: ${line}`)
      return [name, digest]
    })
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function upload(paths: string[], { workspace, uploads }: Running): void {
  for (const path of paths) uploads.set(basename(path), readFileSync(resolve(workspace, path), 'utf8'))
}
