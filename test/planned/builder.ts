import { afterAll, afterEach } from 'vitest'
import { pullRequest, type RunnerEvent } from '../../simulator/events.ts'
import { noConfig } from '../../src/config/model.ts'
import { evidenceFile } from '../../src/evidence-file/format.ts'
import type { Report } from '../../src/model.ts'
import { depthOf } from '../../src/scan/evidence.ts'
import { start } from '../../src/start.ts'
import { closeClouds } from '../azure/world.ts'
import { collected, fixture } from '../plan/estates.ts'
import { type World, world } from '../world.ts'

const run = {
  startedAt: '2026-11-27T04:00:00.000Z',
  finishedAt: '2026-11-27T04:01:00.000Z',
  event: 'schedule',
  repository: 'contoso/ml-platform',
  sha: 'f'.repeat(40),
  url: 'https://github.com/contoso/ml-platform/actions/runs/9',
  tenant: '99999999-9999-4999-8999-999999999999',
  identity: 'client id 22222222-2222-4222-8222-222222222222',
}

/** What a nightly run writes as its evidence-file, of an estate of the fixtures before it is changed. */
export async function lastNight(name: string): Promise<string> {
  const evidence = await collected(name, 'before')
  const requests = { resourceGraph: 1, resourceManager: 1, throttled: 0 }
  return [...evidenceFile(evidence, { run, options: depthOf(noConfig), requests })].join('')
}

let made: World | undefined

afterEach(() => made?.cloud.close())
afterAll(closeClouds)

export interface Ran extends World {
  report: Report | null
}

/** Runs the action on files of this machine. */
export async function ran(
  given: Record<string, string>,
  files: Record<string, string>,
  event: RunnerEvent = pullRequest(),
  prepare: (world: World) => void = () => {},
): Promise<Ran> {
  made = await world({ workspaces: '', ...given }, event)
  made.ports.env.RUNNER_TEMP = '/temp'
  for (const [path, text] of Object.entries(files)) made.files.set(path, text)
  prepare(made)
  await start(made.ports)
  const text = made.files.get('/work/azureml-encryption-report.json')
  return { ...made, report: text ? (JSON.parse(text) as Report) : null }
}

/** The same with a plan of the fixtures, on the evidence of the night before. */
export async function replayed(
  name: string,
  file: string,
  given: Record<string, string> = {},
  prepare: (world: World) => void = () => {},
): Promise<Ran> {
  const plan = fixture(name, file).toString()
  const inputs = { 'replay-file': '/temp/evidence.json', 'plan-files': `/temp/${file}`, ...given }
  const files = { '/temp/evidence.json': await lastNight(name), [`/temp/${file}`]: plan, [`/work/${file}`]: plan }
  return ran(inputs, files, pullRequest(), prepare)
}
