import { describe, expect, it } from 'vitest'
import { customService } from '../../../simulator/templates.ts'
import { leakOf } from '../../../src/checklist/leak.ts'
import { report } from '../../judged.ts'
import { type Change, evidenceOf, findings, having, ids, policyOf, together } from '../builder.ts'
import { bag, jobIs, opaque, shaped } from './changes.ts'

it.each([
  [{ name: 'A', class: 'name' }, 'medium'],
  [{ name: 'A', class: 'credential:api-key' }, 'high'],
] as const)('a leak of %j is of %s severity', (hit, severity) => {
  expect(leakOf([hit]).severity).toBe(severity)
})

describe('a secret', () => {
  const everywhere: Change = together(having.everything, {
    also: ['onAks', 'inContainer'],
    job: bag({ DB_PASSWORD: opaque, CONFIG: shaped }),
    sweep: { properties: { trial: { environmentVariables: { TOKEN: opaque } } } },
    blue: bag({ DB_PASSWORD: opaque, CONFIG: shaped }),
    nightly: bag({ CLIENT_SECRET: opaque }),
    recurrent: { properties: { action: { jobDefinition: { environmentVariables: { CONFIG: shaped } } } } },
    instance: {
      properties: { properties: { customServices: [customService('x', { API_KEY: opaque, CONFIG: shaped })] } },
    },
    openai: { properties: { metadata: { note: shaped } } },
    onAks: { properties: { environmentImageRequest: { environment: { environmentVariables: { SECRET: opaque } } } } },
  })

  it('stands nowhere in a report, and nowhere in the evidence', () => {
    const evidence = evidenceOf(everywhere)
    const texts = [
      JSON.stringify(report(evidence, ids.workspace, policyOf('cmk-required'))),
      JSON.stringify([...evidence.resources.values()]),
    ]
    for (const text of texts) {
      expect(text).not.toContain(opaque)
      expect(text).not.toContain('abcdabcd')
    }
    const failed = findings('secrets/job-environment', everywhere)
    expect(failed.map(({ resource }) => resource)).toEqual([ids.job, ids.sweep])
    expect(failed[0]?.evidence).toEqual([
      { path: 'properties.environmentVariables.DB_PASSWORD', value: `${opaque.length} characters, name` },
      { path: 'properties.environmentVariables.CONFIG', value: `${shaped.length} characters, credential:account-key` },
    ])
  })

  it('the address in a name of a job stands nowhere in its finding', () => {
    const finding = findings('secrets/job-names', jobIs({ displayName: 'for ada.lindqvist@contoso.com' }))
    expect(JSON.stringify(finding)).not.toContain('lindqvist')
  })

  it('is looked for in the class, not in the value', () => {
    const evidence = evidenceOf({ also: ['job'] })
    const record = [...evidence.resources.values()].find(({ id }) => id === ids.job)
    if (record?.state === 'read')
      record.body.secrets = [
        { path: 'properties.environmentVariables.A', name: 'A', length: 9, class: 'credential:api-key' },
      ]
    const { findings: all } = report(evidence, ids.workspace, policyOf('baseline'))
    expect(
      all.find(({ check, resource }) => check === 'secrets/job-environment' && resource === ids.job),
    ).toMatchObject({ status: 'fail', severity: 'high' })
    if (record?.state === 'read') record.body.secrets = 'nonsense'
    expect(report(evidence, ids.workspace, policyOf('baseline')).findings).toContainEqual(
      expect.objectContaining({ check: 'secrets/job-environment', status: 'pass' }),
    )
  })
})
