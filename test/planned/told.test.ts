import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Cloud } from '../../simulator/cloud.ts'
import type { PlanFinding, Report } from '../../src/model.ts'
import { start } from '../../src/start.ts'
import { closeClouds } from '../azure/world.ts'
import { fixture } from '../plan/estates.ts'
import { world } from '../world.ts'
import { lastNight } from './builder.ts'

let cloud: Cloud

afterEach(() => cloud.close())
afterAll(closeClouds)

async function told(name: string, file: string, source: string, given: Record<string, string> = {}) {
  const made = await world({
    workspaces: '',
    'replay-file': '/temp/evidence.json',
    'plan-files': `/temp/${file}`,
    ...given,
  })
  cloud = made.cloud
  Object.assign(made.ports.env, { RUNNER_TEMP: '/temp', GITHUB_STEP_SUMMARY: '/temp/summary.md' })
  made.files.set('/temp/evidence.json', await lastNight(name))
  made.files.set(`/temp/${file}`, fixture(name, file).toString())
  if (source) made.files.set(`/work/infra/${source}`, fixture(name, source).toString())
  await start(made.ports)
  const report: Report = JSON.parse(made.files.get('/work/azureml-encryption-report.json') ?? '')
  return { ...made, summary: made.files.get('/temp/summary.md') ?? '', findings: report.plan?.findings ?? [] }
}

describe('what a plan causes', () => {
  const row = ({ check, source, steps }: PlanFinding) => [
    check,
    `${source?.file}:${source?.line ?? '-'}`,
    ...steps.flatMap((step) => ('instruction' in step ? step.instruction : ['a command'])),
  ]
  const change = (name: string) => `Change \`${name}\` where the resource is declared, not in Azure.`

  it.each<[fixture: string, file: string, source: string, rows: string[][]]>([
    [
      'tf-modify',
      'plan.json',
      'main.tf',
      [
        ['container-registry/admin-user', 'infra/main.tf:38', change('admin_enabled')],
        ['compute/ephemeral-nodes', 'infra/main.tf:72', change('scale_settings.min_node_count')],
      ],
    ],
    [
      'tf-delete',
      'plan.json',
      'main.tf',
      [
        [
          'container-registry/exists',
          'RUNNER_TEMP/plan.json:-',
          'Keep this resource, or first let go of it wherever it is used: the plan deletes it.',
        ],
      ],
    ],
    [
      'whatif-group',
      'whatif.json',
      '',
      [
        ['container-registry/admin-user', 'RUNNER_TEMP/whatif.json:-', change('properties.adminUserEnabled')],
        [
          'compute/ephemeral-nodes',
          'RUNNER_TEMP/whatif.json:-',
          change('properties.properties.scaleSettings.minNodeCount'),
        ],
      ],
    ],
  ])('%s is changed in the language of its file', async (name, file, source, rows) => {
    const { findings } = await told(name, file, source)
    const introduced = findings.filter((one) => one.change === 'introduces' && one.severity !== 'info')
    expect(introduced.map(row)).toEqual(rows)
  })

  it('stands at the line that sets it, also where an address makes several resources', async () => {
    const { findings } = await told('tf-modify', 'plan.json', 'main.tf')
    const lineOf = (check: string) => findings.find((one) => one.check === check)?.source?.line
    expect(['storage/secure-transfer', 'storage/minimum-tls'].map(lineOf)).toEqual([28, 29])
  })

  it('names no attribute where what is wrong may stand elsewhere, as who has access', async () => {
    const { findings } = await told('tf-new', 'plan.json', 'main.tf')
    const access = findings.find(({ check }) => check === 'key-vault/workspace-access') as PlanFinding
    expect(row(access).slice(2)).toEqual(['Fix this where the resource is declared, not in Azure.'])
  })

  it('needs no repair where it is repaired or gone', async () => {
    const { findings } = await told('tf-delete', 'plan.json', 'main.tf')
    expect(findings.filter((one) => one.change === 'gone').map(({ steps }) => steps)).toContainEqual([])
  })

  it('opens the summary, and stands beside its line', async () => {
    const { summary, said } = await told('tf-modify', 'plan.json', 'main.tf', { 'fail-on-severity': 'low' })
    expect(summary).toMatch(/^## ❌ If merged: −1 high, \+2\/−4 low \(5 fixed\); encryption check fails\n/)
    expect(summary).toContain('/infra/main.tf#L38)')
    expect(said).toContainEqual(expect.stringMatching(/^error: If merged, low: The admin user/))
  })

  it('keeps the places of the repository where names of Azure are replaced', async () => {
    const { summary } = await told('tf-modify', 'plan.json', 'main.tf', { 'publish-details': 'false' })
    expect(summary).toContain('[`infra/main.tf:38`](')
    expect(summary).not.toMatch(/crfraud|stfraud|mlw-fraud/)
  })
})
