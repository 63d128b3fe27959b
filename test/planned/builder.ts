import { evidenceFile } from '../../src/evidence-file/format.ts'
import { collected } from '../plan/estates.ts'

const run = {
  startedAt: '2026-11-27T04:00:00.000Z',
  finishedAt: '2026-11-27T04:01:00.000Z',
  event: 'schedule',
  repository: 'contoso/ml-platform',
  sha: 'f'.repeat(40),
  url: 'https://github.com/contoso/ml-platform/actions/runs/9',
}

/** What a nightly run writes as its evidence-file, of an estate of the fixtures before it is changed. */
export async function lastNight(name: string): Promise<string> {
  const evidence = await collected(name, 'before')
  const options = { jobsPerWorkspace: 1000, encryptionScopes: false }
  const requests = { resourceGraph: 1, resourceManager: 1, throttled: 0 }
  return [...evidenceFile(evidence, { run, options, requests })].join('')
}
