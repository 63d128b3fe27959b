import { expect, it } from 'vitest'
import { customService, type Overrides } from '../../../simulator/templates.ts'
import { containerGroupsSegment } from '../../../src/evidence/children.ts'
import type { UnknownReason } from '../../../src/model.ts'
import { type Change, cases, group, having, ids, listOf, outcomes, type Part, type Row, together } from '../builder.ts'
import { hideList, unlisted } from '../lists.ts'
import { bag, jobIs, onWorkspace, opaque, shaped } from './changes.ts'

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
  ...['DB_PASSWORD=x', ['DB_PASSWORD=x'], 7, true].map(
    (variables): Row => [
      `variables of another shape: ${JSON.stringify(variables)}`,
      { also: ['job'], edit: ({ job }) => void Object.assign(job.properties as object, bag(variables).properties) },
      'unknown unrecognised-value medium/medium',
      { of: ids.job, message: /variables are expected, and it lists none: (environmentVariables|0)\.$/ },
    ],
  ),
  [
    'variables of another shape beside a secret',
    jobIs({ environmentVariables: 'x', properties: { DB_PASSWORD: opaque } }),
    'fail medium/medium',
    { of: ids.job, message: /plain text: DB_PASSWORD\.$/ },
  ],
  [
    'variables that are nested',
    jobIs({ environmentVariables: { train: { DB_PASSWORD: opaque } } }),
    'fail medium/medium',
    { of: ids.job },
  ],
  [
    'properties beside something nested',
    jobIs({ properties: { DB_PASSWORD: opaque, other: { a: 1 } } }),
    'fail medium/medium',
    { of: ids.job },
  ],
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
  ...[null, 'Custom', 7].map(
    (computeType): Row => [
      `a secret in the container group of a service on ${computeType}`,
      together(containers({ name: 'DB_PASSWORD', value: opaque }), { inContainer: { properties: { computeType } } }),
      'fail medium/medium',
      ofContainers,
    ],
  ),
  [
    'no container group, and nobody can tell where the service runs',
    together(containers(), {
      containers: { properties: { ipAddress: null } },
      inContainer: { properties: { computeType: 'Custom' } },
    }),
    'unknown unrecognised-value medium/medium',
    { of: ids.inContainer, message: /runs on Custom, which/ },
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
    { of: group, message: /may not list the container groups of rg-fraud/i },
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
    { of: ids.online, message: /may not list the online deployments of ep-online/ },
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

const unshown: Change['edit'] = ({ instance }) =>
  void Object.assign(instance.properties as object, { properties: null })
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
    'settings not shown',
    { also: ['instance', 'nodes'], edit: unshown },
    'unknown property-absent medium/medium',
    { of: ids.instance, message: /did not show the settings/ },
  ],
  [
    'settings not shown, of a compute that may be an instance',
    { also: ['instance'], instance: { properties: { computeType: 'Custom' } }, edit: unshown },
    'unknown property-absent medium/medium',
    { of: ids.instance },
  ],
  [
    'settings not shown yet',
    { also: ['instance'], instance: { properties: { provisioningState: 'Creating' } }, edit: unshown },
    'pass',
    { ...onWorkspace, message: /in 1 compute\.$/ },
  ],
  [
    'settings not shown, of a cluster',
    { also: ['nodes'], edit: ({ nodes }) => void Object.assign(nodes.properties as object, { properties: null }) },
    'pass',
    onWorkspace,
  ],
  [
    'settings in one text',
    {
      also: ['instance'],
      edit: ({ instance }) => void Object.assign(instance.properties as object, { properties: 'x' }),
    },
    'unknown unrecognised-value medium/medium',
    { of: ids.instance },
  ],
  [
    'custom services in one text',
    { also: ['instance'], instance: { properties: { properties: { customServices: 'x' } } } },
    'unknown unrecognised-value medium/medium',
    { of: ids.instance, reads: ['properties.properties.customServices', '1 character, unrecognised'] },
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
