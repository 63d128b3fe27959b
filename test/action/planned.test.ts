import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import { pullRequest, pullRequestFromFork, type RunnerEvent } from '../../simulator/events.ts'
import type { Report } from '../../src/model.ts'
import { estateOf, fixture } from '../plan/estates.ts'
import { comments, contoso, one, trusts } from './contoso.ts'

/** What a workflow is run on, and what then is said. */
interface Example {
  workflow: string
  fixture: string
  /** programs that do what the real ones have done, by name */
  programs: Record<string, string>
  sources: Record<string, string>
  conclusion: 'pass' | 'incomplete'
  /** checks that fail only then, without recommendations, with the place where that is written */
  introduces: string[]
}

const path = (...parts: string[]) => join(import.meta.dirname, '../plan/fixtures', ...parts)
const showing = (plan: string) => `case "$*" in *' show -json '*) cat '${path(plan)}' ;; esac`
const main = (name: string) => ({ 'infra/main.tf': fixture(name, 'main.tf').toString() })
const bicep = [
  "resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {",
  "  name: 'crfraud'",
  '  properties: {',
  '    adminUserEnabled: true',
  '  }',
  '}',
]

const modified = {
  fixture: 'tf-modify',
  sources: main('tf-modify'),
  conclusion: 'pass' as const,
  introduces: ['container-registry/admin-user infra/main.tf:38', 'compute/ephemeral-nodes infra/main.tf:72'],
}

const inSnapshot = (check: string) => `${check} infra/main.bicepparam:1`

const snapshot: Example = {
  workflow: 'bicep-snapshot',
  fixture: 'bicep-snapshot',
  programs: { az: `cp '${path('bicep-snapshot/main.snapshot.json')}' infra` },
  sources: { 'infra/main.bicepparam': '' },
  conclusion: 'pass',
  introduces: [
    'workspace/high-business-impact',
    'key-vault/purge-protection',
    'key-vault/workspace-access',
    'storage/minimum-tls',
    'storage/shared-key',
    'secrets/system-datastores',
  ].map(inSnapshot),
}

const examples: Example[] = [
  { workflow: 'terraform', programs: { terraform: showing('tf-modify/plan.json') }, ...modified },
  { workflow: 'opentofu', programs: { tofu: showing('tf-modify/plan.json') }, ...modified },
  {
    workflow: 'azapi',
    fixture: 'tf-azapi',
    programs: { terraform: showing('tf-azapi/plan.json') },
    sources: main('tf-azapi'),
    conclusion: 'incomplete',
    introduces: [
      'key-vault/purge-protection infra/main.tf:35',
      'key-vault/workspace-access infra/main.tf:38',
      'endpoint/auth-mode infra/main.tf:120',
      'secrets/deployment-environment infra/main.tf:139',
      'secrets/connections infra/main.tf:90',
    ],
  },
  {
    ...modified,
    workflow: 'bicep-what-if',
    fixture: 'whatif-group',
    programs: { az: `cat '${path('whatif-group/whatif.json')}'` },
    sources: { 'infra/main.bicep': bicep.join('\n') },
    introduces: [
      'container-registry/admin-user infra/main.bicep:4',
      'compute/ephemeral-nodes RUNNER_TEMP/plan/what-if.json',
    ],
  },
  snapshot,
]

/** A pull request that changes what a fixture changes, in a cloud that is what it was before. */
async function judged(event: RunnerEvent, example: Example) {
  const { cloud, vars, run } = await contoso(event)
  const { tenantId, identity } = cloud.estate
  const before = estateOf(example.fixture, 'before')
  cloud.estate = { ...before, tenantId, identity: { ...identity, roles: before.identity.roles } }
  trusts(cloud, event)
  const [subscription] = before.subscriptions
  const more = { AZURE_PLAN_CLIENT_ID: identity.clientId, AZURE_SUBSCRIPTION_ID: subscription?.id ?? '' }
  const programs = written(cloud, example.programs)
  const { ours } = one(await run(example.workflow, { vars: { ...vars, ...more }, files: example.sources, programs }))
  return { cloud, ours }
}

function written(cloud: Cloud, scripts: Record<string, string>): string {
  const directory = mkdtempSync(join(cloud.directory, 'programs-'))
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(directory, name), `#!/bin/bash\n${script}\n`)
    chmodSync(join(directory, name), 0o755)
  }
  return directory
}

/** `check file:line` of each, without recommendations. */
function introducedIn({ plan }: Report): string[] {
  const failing = plan?.findings.filter(({ change, severity }) => change === 'introduces' && severity !== 'info') ?? []
  return failing.map(({ check, source }) => `${check} ${[source?.file, source?.line].filter(Boolean).join(':')}`)
}

describe.each(examples)('$workflow', (example) => {
  it('says what merging would make of the workspaces, and where that is written', async () => {
    const { cloud, ours } = await judged(pullRequest(), example)
    const { conclusion } = example
    expect(ours.outputs).toMatchObject({ conclusion, 'planned-conclusion': conclusion })
    expect(introducedIn(JSON.parse(ours.file('azureml-encryption-report.json')))).toEqual(example.introduces)
    expect(comments(cloud)).toEqual([expect.stringMatching(/^## .{1,3} If merged: /m)])
  })
})

it('a snapshot of somebody’s fork is judged by itself, and the summary says so', async () => {
  const { cloud, ours } = await judged(pullRequestFromFork(), snapshot)
  expect(ours.outputs).toMatchObject({ conclusion: 'pass', 'planned-conclusion': 'pass', coverage: '' })
  // nobody asked Azure: what the snapshot leaves out may be set there already
  const decided = ['workspace/high-business-impact', 'storage/minimum-tls'].map(inSnapshot)
  expect(introducedIn(JSON.parse(ours.file('azureml-encryption-report.json')))).toEqual(decided)
  expect([comments(cloud), cloud.count('resource-graph')]).toEqual([[], 0])
  expect(ours.summary).toMatch(/\*\*plan only\*\*/i)
})
