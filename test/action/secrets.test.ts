import { expect, it } from 'vitest'
import { demoEstate, demoIds } from '../../simulator/estates/demo.ts'
import { demoSecrets } from '../../simulator/estates/demo-contents.ts'
import { resourceOf } from '../../simulator/estates/parts.ts'
import { commandJob, connection, entry, onlineDeployment, onlineEndpoint, schedule } from '../../simulator/templates.ts'
import { asText } from '../../src/said.ts'
import { act, cloudOf } from './act.ts'

// put together so that nobody who searches this repository finds a credential in it
const accountKey = `${'Zm9v'.repeat(21)}YQ==`
const connectionString = ['DefaultEndpointsProtocol=https', `AccountKey=${accountKey}`].join(';')
const password = ['very', 'hush', 'hush'].join('-')
const variables = { STORAGE: connectionString, DB_PASSWORD: password }

const environment = { properties: { environmentVariables: variables } }

it.each([
  'private',
  'public',
] as const)('a %s repository is told where secrets stand, and no secret', async (visibility) => {
  const estate = demoEstate()
  const lab = resourceOf(estate, demoIds.lab)
  const endpoint = onlineEndpoint(lab, 'lab-scores')
  const leaking = [
    commandJob(lab, 'lab-job', environment),
    endpoint,
    onlineDeployment(endpoint, 'blue', environment),
    schedule(lab, 'lab-weekly', { properties: { action: { jobDefinition: { environmentVariables: variables } } } }),
    connection(lab, 'lab-search', { properties: { metadata: variables } }),
  ]
  estate.entries.push(...leaking.map(entry))
  estate.secrets = [accountKey, password, ...demoSecrets]
  const cloud = await cloudOf({ estate, github: { private: visibility === 'private' } as never })
  const inputs = { 'fail-on-severity': 'low', 'markdown-file': 'report.md', 'csv-file': 'findings.csv' }
  const { log, stderr, summary, comment, report, file, outputs, annotations } = await act(cloud, { inputs })
  const failing = report?.workspaces
    .find(({ id }) => id === lab.id)
    ?.findings.filter(({ status, check }) => status === 'fail' && check.startsWith('secrets/'))
  expect(failing?.map(({ check, severity }) => `${check} ${severity}`)).toEqual([
    'secrets/job-environment high',
    'secrets/deployment-environment high',
    'secrets/schedule-environment high',
    'secrets/system-datastores low',
    'secrets/connections high',
  ])
  expect(comment).toContain('STORAGE')
  expect(file('findings.csv')).toContain('STORAGE')
  const files = [file('report.md'), file('findings.csv')]
  const shown = [log, stderr, summary, comment, ...files, JSON.stringify([report, outputs, annotations])]
  for (const secret of [accountKey, password, ...demoSecrets])
    for (const text of shown) expect(text).not.toContain(secret)
})

const signature = `${'a1B2'.repeat(10)}%3D`
const said = [
  `The request https://stlab.blob.core.windows.net/c?sv=2024-11-04&${'sig'}=${signature} failed`,
  `with ${connectionString};EndpointSuffix=core.windows.net`,
  `and Password=${password};\u001b[31m\u202e\u200b end`,
].join(' ')

it.each([
  ['a resource', /\/vaults\/|\/storageAccounts\//i],
  ['a list', /\/(jobs|datastores|computes|connections|schedules)(\?|$)/],
])('what Azure says when it cannot read %s is shown without the credentials in it', async (_what, path) => {
  const estate = demoEstate()
  estate.secrets = [accountKey, signature, password]
  const cloud = await cloudOf({ estate })
  const match = (request: { kind: string; path: string }) =>
    request.kind === 'resource-manager' && path.test(request.path)
  cloud.faults.push({ kind: 'status', status: 400, body: { error: { code: 'BadRequest', message: said } }, match })
  const inputs = {
    'markdown-file': 'report.md',
    'html-file': 'report.html',
    'sarif-file': 'report.sarif',
    'evidence-file': 'evidence.json',
    'csv-file': 'findings.csv',
  }
  const { log, report, file } = await act(cloud, { inputs })
  const unknown = report?.workspaces
    .flatMap(({ findings }) => findings)
    .filter(({ message }) => /sig=\*\*\*/.test(asText(message)))
  expect(unknown?.length).toBeGreaterThan(0)
  expect(unknown?.[0]?.message).toMatch(/sig=\*\*\* failed with .*Password=\*\*\*;/)
  for (const name of ['evidence.json', 'findings.csv']) expect(file(name)).toContain('sig=***')
  for (const text of [log, file('report.md'), JSON.stringify(report)]) expect(text).not.toMatch(/[^\P{C}\n]/u)
})
