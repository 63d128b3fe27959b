/**
 * The main job, as a runner would do it for a pull request: the committed bundle against a simulated cloud. Prints the
 * log, then the comment as posted, and exits as the job would.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startCloud } from '../simulator/cloud.ts'
import { demoEstate, fixDemo } from '../simulator/estates/demo.ts'
import { type DemoPlan, demoPlan } from '../simulator/estates/demo-plan.ts'
import { pullRequest } from '../simulator/events.ts'
import { type RunResult, runAction } from '../simulator/runner.ts'

const { values } = parseArgs({
  options: {
    profile: { type: 'string', default: 'baseline' },
    'fail-on-severity': { type: 'string', default: 'high' },
    workspaces: { type: 'string', default: '' },
    fixed: { type: 'boolean', default: false },
    plan: { type: 'boolean', default: false },
  },
})
const folder = join(import.meta.dirname, '../.demo')
const estate = demoEstate()
const cloud = await startCloud({ estate })

const first = await job()
let code = first.exitCode ?? 1
if (values.fixed) {
  fixDemo(estate)
  line('The findings are fixed; the same job runs again')
  code = (await job()).exitCode ?? 1
}
if (values.plan) {
  line('The pull request changes infra/main.tf; the same job runs with the plan of Terraform')
  code = (await job(demoPlan(Date.now()))).exitCode ?? 1
}
const [comment] = cloud.github.comments
save(comment?.body ?? '', first)
line(`The comment on the pull request (${cloud.github.comments.length} in all)`)
console.log(comment?.body ?? 'There is none.')
line('What to do next')
console.log(`The job exits with ${code}. It made ${cloud.requests.length} requests, none of them to the internet.
Open   .demo/comment.md in a Markdown preview; .demo/summary.md and .demo/report.json are what else was written.
Play   npm run demo -- --profile cmk-required      what a stricter profile finds
       npm run demo -- --fixed                     what the same pull request shows after the fixes
       npm run demo -- --plan                      what merging a change of the infrastructure would make of it
       npm run demo -- --workspaces 'mlw-*'        only some of the workspaces
Change simulator/estates/demo.ts, the company that is looked at, or src/, and then npm run dist.`)
await cloud.close()
process.exitCode = code

async function job(planned?: DemoPlan): Promise<RunResult> {
  const inputs = {
    'client-id': estate.identity.clientId,
    'tenant-id': estate.tenantId,
    profile: values.profile,
    'fail-on-severity': values['fail-on-severity'],
    workspaces: values.workspaces,
    'plan-files': planned ? planFile(planned) : '',
  }
  const env = { RUNNER_TEMP: cloud.directory }
  const files = planned?.files ?? {}
  const result = await runAction({ cloud, door: 'proxy', inputs, event: pullRequest(), files, env })
  line('The log of the job')
  console.log(result.log.trim())
  if (result.stderr) console.error(result.stderr)
  return result
}

/** As an earlier job of the workflow has made it. */
function planFile({ plan }: DemoPlan): string {
  const file = join(cloud.directory, 'plan', 'plan.json')
  mkdirSync(join(cloud.directory, 'plan'), { recursive: true })
  writeFileSync(file, plan)
  return file
}

function save(body: string, result: RunResult): void {
  mkdirSync(folder, { recursive: true })
  const files = {
    'comment.md': body,
    'summary.md': result.summary,
    'report.json': result.file('azureml-encryption-report.json'),
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

function line(title: string): void {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(2, 90 - title.length))}\n`)
}
