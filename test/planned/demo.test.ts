import { afterEach, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import { demoPlan } from '../../simulator/estates/demo-plan.ts'
import { start } from '../../src/start.ts'
import { world } from '../world.ts'

let cloud: Cloud

afterEach(() => cloud.close())

it('the pull request of the demo weakens one thing and repairs two', async () => {
  const { ports, files, outputs, ...made } = await world({ workspaces: '', 'plan-files': '/temp/plan.json' })
  cloud = made.cloud
  ports.env.RUNNER_TEMP = '/temp'
  const { plan, files: sources } = demoPlan(Date.now())
  files.set('/temp/plan.json', plan)
  for (const [path, text] of Object.entries(sources)) files.set(`/work/${path}`, text)
  await start(ports)
  expect(outputs).toMatchObject({
    'planned-conclusion': 'fail',
    'introduced-findings': 1,
    'resolved-findings': 2,
    'removed-findings': 0,
  })
  const { plan: planned } = JSON.parse(files.get('/work/azureml-encryption-report.json') ?? '')
  expect(planned.files).toEqual([expect.objectContaining({ stale: false })])
  expect(cloud.github.comments[0]?.body).toContain(
    '## ❌ If merged: +1/−1 high, −1 low (2 fixed); encryption check fails',
  )
})
