import { describe, expect, it } from 'vitest'
import { customService, type Overrides } from '../../simulator/templates.ts'
import { containerGroupsSegment } from '../../src/evidence/children.ts'
import type { UnknownReason } from '../../src/model.ts'
import { report } from '../judged.ts'
import {
  type Change,
  cases,
  evidenceOf,
  findings,
  group,
  having,
  ids,
  listOf,
  now,
  outcomes,
  type Part,
  policyOf,
  type Row,
  together,
} from './builder.ts'
import { hideList, unlisted } from './lists.ts'

const onWorkspace = { of: ids.workspace }
/** put together from parts, so that scanners of this repository stay calm */
const shaped = `Account${'Key'}=${'abcd'.repeat(20)}`
const opaque = 'c0rrect-h0rse-battery-stap1e'
const bag = (environmentVariables: unknown): Overrides => ({ properties: { environmentVariables } })

/** What holds wherever variables are looked through; `put` says where in the resource they are. */
function environment(part: Part, put: (variables: Overrides) => Overrides, also: Part[] = [part]): Row[] {
  const there: Change = { also }
  const of = { of: ids[part] }
  const having_ = (variables: Overrides) => together(there, { [part]: put(variables) })
  return [
    ['nothing', there, 'pass', { ...onWorkspace, message: /^Nothing looks like a secret in / }],
    [
      'a secret by its name',
      having_({ DB_PASSWORD: opaque }),
      'fail medium/medium',
      {
        ...of,
        message: /value is in plain text: DB_PASSWORD\.$/,
        remedy: new RegExp(`variables of ${ids[part].split('/').at(-1)} and`),
      },
    ],
    [
      'a secret by its shape',
      having_({ CONFIG: shaped }),
      'fail high/high',
      { ...of, message: /shape of a credential \(account-key\): CONFIG\.$/ },
    ],
    [
      'two shapes',
      having_({ CONFIG: shaped, DB: 'postgres://ada:lovelace@db.contoso.com/x' }),
      'fail high/high',
      { ...of, message: /\(account-key, url-password\): CONFIG, DB\.$/ },
    ],
    [
      'both',
      having_({ CONFIG: shaped, DB_PASSWORD: opaque }),
      'fail high/high',
      { ...of, message: /\(account-key\): CONFIG, DB_PASSWORD/ },
    ],
    [
      'a reference',
      having_({ DB_PASSWORD: '${{keyvault:https://kv.vault.azure.net/secrets/db}}' }),
      'pass',
      onWorkspace,
    ],
    ['an empty value', having_({ DB_PASSWORD: '' }), 'pass', onWorkspace],
    ['a describing name', having_({ DB_PASSWORD_FILE: opaque, TOKENIZER: opaque }), 'pass', onWorkspace],
    ['of a project', together(having.project, having_({ DB_PASSWORD: opaque })), 'fail medium/medium', of],
  ]
}

cases('secrets/job-environment', [
  ['no jobs', {}, 'pass', { ...onWorkspace, message: /in 0 jobs\.$/, reads: ['jobs[]', 0] }],
  ['two jobs', { also: ['job', 'sweep'] }, 'pass', { ...onWorkspace, message: /in 2 jobs/ }],
  ...environment('job', bag),
  [
    'a sweep',
    together(
      { also: ['sweep'] },
      { sweep: { properties: { trial: { environmentVariables: { DB_PASSWORD: opaque } } } } },
    ),
    'fail medium/medium',
    { of: ids.sweep },
  ],
  [
    'a step of a pipeline',
    together(
      { also: ['job'] },
      { job: { properties: { jobs: { train: { environment_variables: { DB_PASSWORD: opaque } } } } } },
    ),
    'fail medium/medium',
    { of: ids.job },
  ],
  [
    'oddly cased',
    together(
      { also: ['job'] },
      { job: { properties: { environmentVariables: undefined, EnvironmentVariables: { DB_PASSWORD: opaque } } } },
    ),
    'fail medium/medium',
    { of: ids.job },
  ],
  ['variables of another type', together({ also: ['job'] }, { job: bag('none') }), 'pass', onWorkspace],
  [
    'stopped at the limit',
    together({ also: ['job'] }, hideList('jobs', 'truncated')),
    'unknown truncated medium/medium',
    { ...onWorkspace, message: /in the first 1 job, but there are more/ },
  ],
  [
    'stopped at the limit, with a hit',
    together({ also: ['job'] }, { job: bag({ DB_PASSWORD: opaque }) }, hideList('jobs', 'truncated')),
    'fail medium/medium',
    { of: ids.job },
  ],
  [
    'breaks off, with a hit',
    together({ also: ['job'] }, { job: bag({ DB_PASSWORD: opaque }) }, hideList('jobs', 'throttled')),
    'fail medium/medium',
    { of: ids.job },
  ],
  unlisted('jobs', 'medium/medium'),
])

const containers = (...environmentVariables: unknown[]): Change => ({
  also: ['inContainer', 'containers', 'otherContainers'],
  containers: { properties: { containers: [{ name: 'scoring', properties: { environmentVariables } }] } },
})
const ofContainers = { of: ids.containers }
const inContainers: Row[] = [
  [
    'a container group without secrets',
    containers({ name: 'WORKER_COUNT', value: '1' }, { name: 'DB_PASSWORD', secureValue: null }),
    'pass',
    { ...onWorkspace, message: /1 web service of SDK v1, 1 container group\.$/, reads: ['containerGroups[]', 1] },
  ],
  [
    'a container group with a secret by its name',
    containers({ name: 'DB_PASSWORD', value: opaque }),
    'fail medium/medium',
    { ...ofContainers, message: /: DB_PASSWORD\.$/ },
  ],
  [
    'a container group with a credential',
    containers({ name: 'A', value: `Account${'Key'}=x` }),
    'fail high/high',
    {
      ...ofContainers,
      reads: [
        'properties.containers.0.properties.environmentVariables.A.value',
        '12 characters, credential:account-key',
      ],
    },
  ],
  [
    "somebody else's container group",
    {
      ...containers(),
      otherContainers: {
        properties: {
          containers: [{ properties: { environmentVariables: [{ name: 'DB_PASSWORD', value: opaque }] } }],
        },
      },
    },
    'pass',
    onWorkspace,
  ],
  [
    'no container group with the address of the service',
    together(containers(), { containers: { properties: { ipAddress: { fqdn: 'elsewhere' } } } }),
    'unknown not-visible medium/medium',
    { of: ids.inContainer, message: /has the address of this service/ },
  ],
  [
    'no container group, and the service has a secret itself',
    together(containers(), {
      containers: { properties: { ipAddress: null } },
      inContainer: {
        properties: { environmentImageRequest: { environment: { environmentVariables: { DB_PASSWORD: opaque } } } },
      },
    }),
    'fail medium/medium',
    { of: ids.inContainer },
  ],
  [
    'container groups forbidden',
    together(containers(), { hideCollections: { [listOf(containerGroupsSegment, group)]: 'forbidden' } }),
    'unknown forbidden medium/medium',
    { of: group, message: /container groups of rg-fraud may not be listed/i },
  ],
  [
    'the container group forbidden',
    together(containers(), { hide: { containers: 'forbidden' } }),
    'unknown forbidden medium/medium',
    ofContainers,
  ],
]

cases('secrets/deployment-environment', [
  [
    'no deployments',
    {},
    'pass',
    {
      ...onWorkspace,
      message: /in 0 online deployments, 0 batch deployments, 0 web services of SDK v1\.$/,
      reads: ['onlineDeployments[]', 0],
    },
  ],
  [
    'one of each',
    { also: ['online', 'blue', 'batch', 'nightly', 'onAks'] },
    'pass',
    { ...onWorkspace, message: /in 1 online deployment, 1 batch deployment, 1 web service of SDK v1\.$/ },
  ],
  ...environment('blue', bag, ['online', 'blue']),
  ...environment('nightly', bag, ['batch', 'nightly']).map(([name, ...rest]): Row => [`batch: ${name}`, ...rest]),
  [
    'a service of v1',
    together(
      { also: ['onAks'] },
      {
        onAks: {
          properties: { environmentImageRequest: { environment: { environmentVariables: { DB_PASSWORD: opaque } } } },
        },
      },
    ),
    'fail medium/medium',
    { of: ids.onAks },
  ],
  ...inContainers,
  [
    'the bag of a deployment',
    together({ also: ['online', 'blue'] }, { blue: { properties: { properties: { DB_PASSWORD: opaque } } } }),
    'fail medium/medium',
    { of: ids.blue },
  ],
  [
    'deployments of an endpoint forbidden',
    together({ also: ['online', 'blue'] }, hideList('deployments', 'forbidden', ids.online)),
    'unknown forbidden medium/medium',
    { of: ids.online, message: /online deployments of ep-online may not be listed/ },
  ],
  [
    'deployments of an endpoint cut short',
    together({ also: ['online', 'blue'] }, hideList('deployments', 'truncated', ids.online)),
    'unknown truncated medium/medium',
    { of: ids.online },
  ],
  [
    'deployments nobody asked for',
    together({ also: ['online', 'blue'] }, { drop: [listOf('deployments', ids.online)] }),
    'unknown not-visible medium/medium',
    { of: ids.online },
  ],
  unlisted('onlineEndpoints', 'medium/medium'),
  unlisted('batchEndpoints', 'medium/medium'),
  unlisted('services', 'medium/medium'),
  [
    'list of services: a cloud that does not know it any more',
    hideList('services', 'api-unsupported'),
    'unknown api-unsupported low/low',
    onWorkspace,
  ],
  [
    'list of services unknown, and another one hidden',
    together(hideList('services', 'api-unsupported'), hideList('onlineEndpoints', 'forbidden')),
    'unknown forbidden medium/medium',
    onWorkspace,
  ],
])

cases('secrets/schedule-environment', [
  ['no schedules', {}, 'pass', onWorkspace],
  ...environment('recurrent', (environmentVariables) => ({
    properties: { action: { jobDefinition: { environmentVariables } } },
  })),
  unlisted('schedules', 'medium/medium'),
])

cases('secrets/compute-environment', [
  ['no computes', {}, 'pass', { ...onWorkspace, message: /in 0 computes/ }],
  ...environment('instance', (variables) => ({
    properties: { properties: { customServices: [customService('rstudio', variables as Record<string, string>)] } },
  })),
  [
    'what custom services hold was not read',
    together({ also: ['instance'] }, { gaps: { instance: 'properties.properties' } }),
    'unknown throttled medium/medium',
    { of: ids.instance },
  ],
  [
    'part of it was not read, and what was holds a secret',
    together({ also: ['instance'] }, { instance: bag({ DB_PASSWORD: opaque }), gaps: { instance: 'properties.x' } }),
    'fail medium/medium',
    { of: ids.instance },
  ],
  [
    'a licence',
    together(
      { also: ['instance'] },
      {
        instance: {
          properties: {
            properties: { customServices: [customService('rstudio', { RSP_LICENSE: 'ABCD-1234-EFGH-5678' })] },
          },
        },
      },
    ),
    'fail medium/medium',
    { of: ids.instance },
  ],
  unlisted('computes', 'medium/medium'),
])

const jobIs = (properties: Overrides, rest: Overrides = {}): Change =>
  together({ also: ['job'] }, { job: { ...rest, properties } })
const ofJob = { of: ids.job }
const deny: Change = { options: { isDeniedName: (name) => /^project-x/i.test(name) } }
cases('secrets/job-names', [
  ['no jobs', {}, 'pass', { ...onWorkspace, message: /Nothing telling is in the names in 0 jobs/ }],
  ['plain names', { also: ['job', 'sweep'] }, 'pass', onWorkspace],
  [
    'an e-mail address',
    jobIs({ displayName: 'for ada.lindqvist@contoso.com' }),
    'fail low/low',
    {
      ...ofJob,
      message: /^The displayName of the job/,
      reads: ['properties.displayName', 'matches'],
      remedy: /that of job-1 cannot be changed/,
    },
  ],
  [
    'a principal name',
    jobIs({ experimentName: 'ada@contoso.onmicrosoft.com' }),
    'fail low/low',
    { ...ofJob, message: /^The experimentName/ },
  ],
  ['in a short domain', jobIs({ displayName: 'ada@contoso.de tries' }), 'fail low/low', ofJob],
  ['in a long domain', jobIs({ displayName: 'ada@mail.contoso2.com tries' }), 'fail low/low', ofJob],
  ['what goes on after the domain', jobIs({ displayName: 'x@host.v2b-1' }), 'pass', onWorkspace],
  ['in the run id', jobIs({}, { name: 'ada@contoso.com' }), 'fail low/low', { ...ofJob, message: /^The name of/ }],
  [
    'a version is not an address',
    jobIs({ displayName: 'mnist@1.0.3', experimentName: 'model@v1.2' }),
    'pass',
    onWorkspace,
  ],
  ['an address without a domain', jobIs({ displayName: 'ada@laptop' }), 'pass', onWorkspace],
  ['a denied name', together(jobIs({ displayName: 'Project-X, second try' }), deny), 'fail low/low', ofJob],
  ['denied, no match', together(jobIs({ displayName: 'not project-x' }), deny), 'pass', onWorkspace],
  ['no names', jobIs({ displayName: null, experimentName: '' }), 'pass', onWorkspace],
  ['a name that is a number', jobIs({ displayName: 7 }), 'unknown unrecognised-value low/low', ofJob],
  [
    'a name that is a list',
    jobIs({ experimentName: ['ada@contoso.com'] }),
    'unknown unrecognised-value low/low',
    ofJob,
  ],
  [
    'stopped at the limit',
    together({ also: ['job'] }, hideList('jobs', 'truncated')),
    'unknown truncated low/low',
    { ...onWorkspace, message: /names in the first 1 job, but there are more/ },
  ],
  [
    'stopped at the limit, with a hit',
    together(jobIs({ displayName: 'ada@contoso.com' }), hideList('jobs', 'truncated')),
    'fail low/low',
    ofJob,
  ],
  unlisted('jobs', 'low/low'),
])

const mode = (systemDatastoresAuthMode: unknown, more: Change = {}): Change =>
  together({ workspace: { properties: { systemDatastoresAuthMode } } }, more)
cases('secrets/system-datastores', [
  ['a project that shows it', together(having.project, mode('accesskey')), 'fail medium/low', onWorkspace],
  [
    'a project that shows it, whatever its hub says',
    together(having.project, mode('Identity'), { hide: { hub: 'forbidden' } }),
    'pass',
    onWorkspace,
  ],
  ['a project that does not show it', together(having.project, mode(null)), 'not-applicable inherited'],
  ['identity', {}, 'pass', { ...onWorkspace, reads: ['properties.systemDatastoresAuthMode', 'Identity'] }],
  ['identity, oddly cased', mode('identity'), 'pass', onWorkspace],
  ['delegated', mode('UserDelegationSAS'), 'pass', onWorkspace],
  [
    'access keys',
    mode('accesskey'),
    'fail medium/low',
    {
      ...onWorkspace,
      message: /account keys/,
      remedy:
        /\naz ml workspace update --name mlw-fraud --resource-group rg-Fraud --subscription \S+ --system-datastores-auth-mode identity$/,
    },
  ],
  [
    'absent means access keys',
    mode(null),
    'fail medium/low',
    { ...onWorkspace, reads: ['properties.systemDatastoresAuthMode', null] },
  ],
  ['absent in 2025-06-01', mode(null, { apiVersion: '2025-06-01' }), 'fail medium/low', onWorkspace],
  [
    'absent in an older api-version',
    mode(null, { apiVersion: '2024-10-01' }),
    'unknown api-unsupported medium/low',
    { ...onWorkspace, message: /2025-06-01/ },
  ],
  ['absent, api-version not told', mode(null, { apiVersion: null }), 'unknown api-unsupported medium/low', onWorkspace],
  ['told in an older api-version', mode('Identity', { apiVersion: '2024-10-01' }), 'pass', onWorkspace],
  ['unheard of', mode('Passkey'), 'unknown unrecognised-value medium/low', onWorkspace],
  ['of another type', mode(true), 'unknown unrecognised-value medium/low', onWorkspace],
  ['a hub', { workspace: { kind: 'Hub' } }, 'pass', onWorkspace],
  [
    'a project that shows nothing, whose hub is hidden',
    together(having.project, mode(null), { hide: { hub: 'forbidden' } }),
    'unknown forbidden medium/low',
    onWorkspace,
  ],
])

const connected: Change = { also: ['openai'] }
const of = { of: ids.openai }
const connection = (properties: Overrides) => together(connected, { openai: { properties } })
const at = (milliseconds: number) => ({ expiryTime: new Date(milliseconds).toISOString() })
cases('secrets/connections', [
  ['Entra', connected, 'pass', { ...of, reads: ['properties.authType', 'AAD'] }],
  ['a managed identity, oddly cased', connection({ authType: 'managedidentity' }), 'pass', of],
  ['none', connection({ authType: 'None' }), 'pass', of],
  ...[
    'ApiKey',
    'AccountKey',
    'AccessKey',
    'PAT',
    'SAS',
    'UsernamePassword',
    'CustomKeys',
    'OAuth2',
    'ServicePrincipal',
  ].map(
    (authType): Row => [
      authType,
      connection({ authType: authType.toLowerCase() }),
      'fail low/low',
      { ...of, message: /keeps a credential/, remedy: /connection openai again/ },
    ],
  ),
  ['unheard of', connection({ authType: 'AgenticIdentity' }), 'unknown unrecognised-value low/low', of],
  ['absent', connection({ authType: null }), 'unknown property-absent low/low', of],
  ['of another type', connection({ authType: 1 }), 'unknown unrecognised-value low/low', of],
  ['expired', connection(at(now - 1)), 'fail low/low', { ...of, message: /expired on 2026-11-22\.$/ }],
  ['expires now', connection(at(now)), 'fail low/low', of],
  ['not expired', connection(at(now + 1)), 'pass', of],
  ['expiry is not a date', connection({ expiryTime: 'soon' }), 'unknown unrecognised-value low/low', of],
  ['expiry is not a date, and a key', connection({ expiryTime: 'soon', authType: 'ApiKey' }), 'fail low/low', of],
  ['expiry of another type', connection({ expiryTime: 1 }), 'unknown unrecognised-value low/low', of],
  [
    'a credential in the metadata',
    connection({ metadata: { note: shaped } }),
    'fail high/high',
    {
      ...of,
      message: /everybody sees.*: note\.$/,
      reads: ['properties.metadata.note', `${shaped.length} characters, credential:account-key`],
    },
  ],
  ['a name in the metadata is not a shape', connection({ metadata: { ApiToken: opaque } }), 'pass', of],
  ['no connections', {}, 'not-applicable not-used'],
  ['of a project', together(having.project, connection({ authType: 'PAT' })), 'fail low/low', of],
  unlisted('connections', 'low/low'),
])

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

it('lists of deployments that cannot be read are one finding each endpoint', () => {
  const reasons: UnknownReason[] = ['forbidden', 'timeout']
  const change = together(
    { also: ['online', 'batch', 'blue', 'nightly'] },
    ...[ids.online, ids.batch].map((id, index) => hideList('deployments', reasons[index] ?? 'forbidden', id)),
  )
  expect(outcomes('secrets/deployment-environment', change).map(({ subject }) => subject?.id)).toEqual([
    ids.online,
    ids.batch,
  ])
})

cases('secrets/repository-credentials', [['files are no part of a workspace', {}, 'not-applicable not-used']])
