import { expect, it } from 'vitest'
import { demoEstate, demoIds } from '../cloud/estates/demo.ts'
import { demoSecrets } from '../cloud/estates/demo-contents.ts'
import { resourceOf } from '../cloud/estates/parts.ts'
import { commandJob, connection, entry, onlineDeployment, onlineEndpoint, schedule } from '../cloud/templates.ts'
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
  const cloud = await cloudOf({ estate, github: { private: visibility === 'private' } as never })
  const inputs = { 'fail-on-severity': 'low', 'markdown-file': 'report.md' }
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
  const shown = [log, stderr, summary, comment, file('report.md'), JSON.stringify([report, outputs, annotations])]
  for (const secret of [accountKey, password, ...demoSecrets])
    for (const text of shown) expect(text).not.toContain(secret)
})
