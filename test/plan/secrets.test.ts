import { describe, expect, it } from 'vitest'
import { Unknown } from '../../src/evidence/unknown.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { readPlan } from '../../src/plan/read.ts'
import { evidenceWith, idOf, options, planned, planOf, read } from './builder.ts'
import { fixture } from './estates.ts'
import { secretsOf, type Tree } from './plan-secrets.ts'

const fixtures = [
  'tf-new',
  'tf-modify',
  'tf-delete',
  'tf-replace',
  'tf-modules',
  'tf-existing',
  'tf-access',
  'tf-azapi',
  'tf-compute',
]

/** Everything that a plan became, unknowns and their sentences included. */
const written = (value: Tree) =>
  JSON.stringify(value, (_name, part) => (part instanceof Map ? [...part] : part instanceof Unknown ? part.why : part))

describe('what is secret in a plan does not leave the readers', () => {
  it('is looked for at all', () => {
    const all = fixtures.flatMap((name) => secretsOf(JSON.parse(fixture(name, 'plan.json').toString())))
    expect(all.length).toBeGreaterThan(5)
    expect(all).toContain('Invented-Passw0rd')
  })

  it.each(fixtures)('%s', (name) => {
    const bytes = fixture(name, 'plan.json')
    const plan = readPlan(bytes, 'plan.json', options)
    const shown = written([plan, overlay(evidenceWith(), [plan])])
    const secrets = secretsOf(JSON.parse(bytes.toString()))
    // invented for the fixture, in a body that is not marked
    const known = [...secrets, 'Invented-Passw0rd', 'inventedinventedinventedinventedinventedAzSeAinvent']
    expect(known.filter((secret) => shown.includes(secret) || shown.includes(encodeURIComponent(secret)))).toEqual([])
  })
})

describe('variables of what runs', () => {
  const deployment = `${idOf('Microsoft.MachineLearningServices/workspaces', 'mlw')}/onlineEndpoints/ep/deployments/blue`
  const type = 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments@2025-06-01'
  const made = (properties: object, unknown: object = {}, expressions: object = {}) => {
    const after = { type, name: 'blue', parent_id: deployment.replace('/deployments/blue', ''), body: { properties } }
    const resource = {
      provider: 'azure/azapi' as const,
      after,
      unknown: { body: { properties: unknown } },
      expressions,
    }
    return planned(deployment, [read(planOf({ 'azapi_resource.d': resource }))])
  }

  it('are looked through on arrival, and only their class is kept', () => {
    const { at, record } = made({ environmentVariables: { DB_PASSWORD: 'hunter2hunter2', LEVEL: 'INFO' } })
    expect(at('secrets')).toMatchObject([
      { name: 'DB_PASSWORD', length: 14, class: 'name' },
      { name: 'LEVEL', class: 'safe' },
    ])
    expect(written(record)).not.toContain('hunter2')
  })

  const open = { references: ['azurerm_x.y.z'] }
  it.each<[string, object, object]>([
    ['one value', { environmentVariables: { A: 'b' } }, { environmentVariables: { C: true } }],
    ['all of them', {}, { environmentVariables: true }],
    ['what may hold them', {}, { trial: true }],
  ])('that are open may be a secret: %s', (_name, properties, unknown) => {
    const { record } = made(properties, unknown, { body: open })
    expect(record).toMatchObject({ gap: { path: 'secrets', failure: { reason: 'not-observable' } } })
  })

  it.each([
    "[format('hunter2-{0}', reference('x').y)]",
    "[concat('it''s hunter2', parameters('x'))]",
    "[concat('a', 'hunter2]",
  ])('in an expression do not leave the readers: %s', (value) => {
    const body = { id: deployment, type: type.split('@')[0], apiVersion: '2025-06-01' }
    const sent = { ...body, properties: { environmentVariables: { DB_PASSWORD: value } } }
    expect(written(read({ predictedResources: [sent] }))).not.toContain('hunter2')
  })

  it('that are open elsewhere say nothing', () => {
    const { record } = made({ environmentVariables: { A: 'b' } }, { model: true }, { body: open })
    expect(record).not.toHaveProperty('gap')
  })

  it('may stand in a body that nobody sees', () => {
    const { record } = made({}, {}, { sensitive_body: open })
    expect(record).toMatchObject({ gap: { path: 'secrets' }, doubt: expect.stringContaining('sensitive_body') })
  })
})
