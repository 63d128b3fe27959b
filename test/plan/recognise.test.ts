import { describe, expect, it } from 'vitest'
import { PlanError } from '../../src/plan/model.ts'
import { readPlan } from '../../src/plan/read.ts'
import { options, planOf } from './builder.ts'
import { fixture } from './estates.ts'

const kindOf = (bytes: Uint8Array) => readPlan(bytes, 'a.json', options).kind
const text = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

describe('a plan is told by its content', () => {
  it.each([
    ['tf-new', 'plan.json', 'terraform'],
    ['whatif-group', 'whatif.json', 'what-if'],
    ['whatif-subscription', 'whatif.json', 'what-if'],
    ['bicep-snapshot', 'main.snapshot.json', 'snapshot'],
  ])('%s', (name, file, kind) => {
    expect(kindOf(fixture(name, file))).toBe(kind)
  })

  const plan = JSON.stringify(
    planOf({ 'azurerm_storage_account.ö': { after: { name: 'st', resource_group_name: 'rg' } } }),
  )
  const bigEndian = Buffer.from(plan, 'utf16le').swap16()
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(plan)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${plan}`)],
    ['UTF-16, as PowerShell writes it', Buffer.from(`\uFEFF${plan}`, 'utf16le')],
    ['UTF-16 without a byte-order mark', Buffer.from(plan, 'utf16le')],
    ['UTF-16, the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian])],
    ['UTF-16, the other way round, without a byte-order mark', bigEndian],
  ])('in %s', (_name, bytes) => {
    const read = readPlan(bytes, 'a.json', options)
    expect([...new Set(read.changes.map(({ source }) => source.address))]).toEqual(['azurerm_storage_account.ö'])
  })
})

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

/** Each file, and what people are told. */
const refused: [name: string, bytes: Buffer, words: RegExp][] = [
  [
    'a plan of which a part was cut out',
    text({ ...planOf({}), configuration: undefined }),
    /without its configuration/,
  ],
  [
    'a state',
    text({ format_version: '1.0', terraform_version: '1.9.0', values: {} }),
    /is a state, not a plan.*show -json <plan file>/,
  ],
  ['an empty state', text({ format_version: '1.0' }), /is a state, not a plan/],
  ['a state file', text({ version: 4, serial: 1, lineage: 'x', resources: [] }), /is a state, not a plan/],
  [
    'a log of plan -json',
    text('{"@level":"info","@message":"a"}\n{"@level":"info","@message":"b"}\n'),
    /the log that `plan -json` prints.*show -json/,
  ],
  ['one line of it', text({ '@level': 'info', '@message': 'a' }), /the log that `plan -json` prints/],
  [
    'the plan file itself',
    Buffer.from('PK\u0003\u0004\u0000', 'latin1'),
    /the plan as `plan -out` writes it.*show -json/,
  ],
  [
    'a plan as people read it',
    text('Terraform used the selected providers to …\n\nPlan: 1 to add'),
    /as people read it.*show -json/,
  ],
  ['configuration', text('resource "azurerm_x" "y" {\n}\n'), /is the configuration itself/],
  ['a plan that ended with an error', text(planOf({}, { errored: true })), /ended with an error/],
  ['a plan of a format to come', text({ format_version: '2.0', resource_changes: [] }), /a format that this version/],
  ['a plan that is cut off', text(JSON.stringify(planOf({})).slice(0, -9)), /is not whole/],
  [
    'a what-if that failed',
    text({ status: 'Failed', error: { code: 'X', message: 'Nobody may.' } }),
    /a what-if that failed \(Nobody may\.\)/,
  ],
  [
    'a what-if that failed, of the CLI',
    text({ status: 'Failed', error: { code: 'X' }, changes: null }),
    /a what-if that failed \(X\)/,
  ],
  ['a what-if that is not finished', text({ status: 'Running', changes: [] }), /a what-if that is not finished/],
  [
    'a what-if of PowerShell',
    text({ Changes: [], Status: 'Succeeded' }),
    /of Azure PowerShell.*az deployment group what-if/,
  ],
  [
    'a what-if of a stack',
    text({ type: 'Microsoft.Resources/deploymentStacksWhatIfResults', properties: {} }),
    /a deployment stack/,
  ],
  [
    'a template',
    text({ $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#' }),
    /a template with expressions.*bicep snapshot/,
  ],
  [
    'parameters',
    text({ $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#' }),
    /a template with expressions/,
  ],
  ['a deployment', text({ properties: { outputResources: [] } }), /a deployment that was made already/],
  ['a preview of Pulumi', text({ steps: [], changeSummary: {} }), /Pulumi/],
  ['a template of CloudFormation', text({ Resources: { B: { Type: 'AWS::S3::Bucket' } } }), /CloudFormation/],
  ['a report of this action', text({ schemaVersion: '1.0', tool: { name: 'x' } }), /this action wrote/],
  [
    'a plan of another provider',
    text({
      ...planOf({ 'aws_s3_bucket.b': {} }),
      configuration: { provider_config: { aws: { full_name: 'registry.example/hashicorp/aws' } } },
    }),
    /makes nothing in Azure: it uses hashicorp\/aws/,
  ],
  [
    'a plan for another cloud',
    text({
      ...planOf({}),
      configuration: {
        provider_config: {
          azurerm: {
            full_name: 'registry.example/hashicorp/azurerm',
            expressions: { environment: { constant_value: 'usgovernment' } },
          },
        },
      },
    }),
    /for the cloud usgovernment, and this run reads the cloud public/,
  ],
  ['something else', text({ a: 1, b: 2 }), /none of the plans .*\(it has a, b\)/],
  ['a list', text([1]), /none of the plans/],
  ['nothing', Buffer.alloc(0), /is not JSON/],
  ['bytes', Buffer.from([0xff, 0xff, 0x01]), /is not a text/],
  [
    'what is nested without end',
    text(`{"format_version":"1.2","resource_changes":[${nested(100_000)}]}`),
    /levels deep/,
  ],
  ['more changes than anybody looks at', text({ changes: Array(50_001).fill(0) }), /has 50001 changes/],
]

describe('what is no plan is refused, with what to name instead', () => {
  it.each(refused)('%s', (_name, bytes, words) => {
    const refusal = () => readPlan(bytes, 'plan.json', options)
    expect(refusal).toThrow(PlanError)
    expect(refusal).toThrow(words)
    expect(refusal).toThrow(/^plan\.json /)
  })
})

describe('a hostile plan', () => {
  it('sets no prototype', () => {
    const plan = JSON.stringify(
      planOf({ 'azurerm_storage_account.a': { after: { name: 'st', resource_group_name: 'rg', tags: {} } } }),
    )
    const hostile = plan.replace(
      '"tags":{}',
      '"tags":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
    )
    readPlan(Buffer.from(hostile), 'a.json', options)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  it.each([
    [
      'nothing where something should be',
      { resource_changes: [null, 1, 'a', [], {}, { address: 7 }], configuration: { root_module: null } },
    ],
    [
      'something of another kind',
      { resource_changes: [{ address: 'azurerm_storage_account.a', change: { actions: 'create', after: [] } }] },
    ],
    [
      'modules that are none',
      { resource_changes: [], configuration: { root_module: [] }, prior_state: { values: { root_module: 1 } } },
    ],
    ['no address', { resource_changes: [{ address: '[', change: { actions: ['create'], after: {} } }] }],
  ])('with %s breaks nothing', (_name, plan) => {
    expect(readPlan(text({ format_version: '1.2', configuration: {}, ...plan }), 'a.json', options).changes).toEqual([])
  })

  it('with resources that cannot be told apart is not looked into', () => {
    const plan = { ...planOf({}), resource_changes: [{ address: '[', change: { actions: ['create'], after: {} } }, 1] }
    expect(readPlan(text(plan), 'a.json', options).notLookedInto).toMatchObject([
      { reason: expect.stringMatching(/2 resources/) },
    ])
  })

  it.each([
    [
      'nothing where something should be',
      { changes: [null, 1, {}, { resourceId: 7 }, { changeType: 'Create' }], diagnostics: [null] },
    ],
    ['an id that is none', { changes: [{ resourceId: '/x', changeType: 'Create', after: {} }] }],
  ])('of what-if with %s breaks nothing', (_name, result) => {
    expect(readPlan(text(result), 'a.json', options).changes).toEqual([])
  })
})
