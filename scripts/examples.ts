import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onDay } from '../simulator/clock.ts'
import { type Cloud, startCloud } from '../simulator/cloud.ts'
import type { Estate } from '../simulator/estate.ts'
import { demoEstate, demoIds } from '../simulator/estates/demo.ts'
import { demoPlan } from '../simulator/estates/demo-plan.ts'
import { resourceOf } from '../simulator/estates/parts.ts'
import { pullRequest, type RunnerEvent, schedule } from '../simulator/events.ts'
import { filesOf } from '../simulator/git-objects.ts'
import { runAction } from '../simulator/runner.ts'
import { change } from '../simulator/templates.ts'

const branch = 'encryption-status'
const [before, today] = ['2026-11-19', '2026-11-20'] as const

/**
 * What people see of a run, by file name: comment and summary of the demo's pull request, the comment when a plan comes
 * with it, then the tracking issue and the page of the status branch after two nights in the same company. Made from the sources, on days that stay the same, so
 * that nothing but other words or another verdict changes them.
 */
export async function examples(): Promise<Record<string, string>> {
  const asBuilt = demoEstate(Date.parse(at(today)))
  const cloud = await startCloud({ estate: theDayBefore(structuredClone(asBuilt)) })
  const { estate, github } = cloud
  Object.assign(github.tokenPermissions, { contents: 'write', issues: 'write' })
  const inputs = { 'client-id': estate.identity.clientId, 'tenant-id': estate.tenantId }
  const run = (day: string, event: RunnerEvent, more: Record<string, string> = {}, files = {}) => {
    const given = { inputs: { ...inputs, ...more }, files, env: { RUNNER_TEMP: cloud.directory } }
    return runAction({ cloud, event, ...given, bundle: 'src/index.ts', nodeOptions: onDay(at(day)) })
  }
  const nightly = { 'tracking-issue': 'true', 'status-branch': branch }
  await run(before, schedule(), nightly)
  cloud.estate = asBuilt
  await run(today, schedule(), nightly)
  const { summary } = await run(today, pullRequest())
  const comment = commentOn(cloud)
  const planned = demoPlan(Date.parse(at(today)))
  await run(today, pullRequest(), { 'plan-files': planFile(cloud, planned.plan) }, planned.files)
  cloud.close()
  return {
    'comment.md': comment,
    'plan.md': commentOn(cloud),
    'summary.md': summary,
    'issue.md': github.issues[0]?.body ?? '',
    'status-branch.md': filesOf(github.git, branch)?.['README.md'] ?? '',
  }
}

const at = (day: string) => `${day}T02:10:00Z`

/** What fails on the second night is in order, and two accounts accept plain HTTP. */
function theDayBefore(estate: Estate): Estate {
  change(resourceOf(estate, demoIds.fraudCmkVault), { properties: { enablePurgeProtection: true } })
  for (const id of [demoIds.fraudStorage, demoIds.researchStorage])
    change(resourceOf(estate, id), { properties: { supportsHttpsTrafficOnly: false } })
  return estate
}

function commentOn({ github }: Cloud): string {
  return github.comments.find(({ issue }) => issue === 7)?.body ?? ''
}

/** As an earlier job of the workflow has made it. */
function planFile({ directory }: Cloud, plan: string): string {
  const file = join(directory, 'plan', 'plan.json')
  mkdirSync(join(directory, 'plan'), { recursive: true })
  writeFileSync(file, plan)
  return file
}
