import { type ChildList, flag, resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

const endpoint = { prefix: 'ep-', apiVersions: childVersions }
const deployments: ChildList = { segment: 'deployments', indexed: 'existence' }
const deployment = { ...endpoint, secrets: true } as const

/** The same for every kind of endpoint. */
const every = {
  authMode: text('properties.authMode'),
  provisioningState: text('properties.provisioningState', { givenBy: 'azure' }),
}
const scoringUri = text('properties.scoringUri', { givenBy: 'azure' })
const onKubernetes = text('properties.compute')
const inferenceUri = text('properties.inferenceEndpoint.uri', { givenBy: 'azure' })

export const onlineEndpoint = resourceType(
  `${childOf}/onlineEndpoints`,
  { ...every, address: scoringUri, compute: onKubernetes },
  {
    ...endpoint,
    label: 'online endpoint',
    links: [{ property: onKubernetes, type: `${childOf}/computes`.toLowerCase(), isRead: false }],
    lists: [deployments],
    hosts: [scoringUri],
    secrets: true,
  },
)

export const onlineDeployment = resourceType(
  `${childOf}/onlineEndpoints/deployments`,
  { sendsDiagnostics: flag('properties.appInsightsEnabled') },
  {
    ...deployment,
    label: 'online deployment',
  },
)

export const batchEndpoint = resourceType(
  `${childOf}/batchEndpoints`,
  { ...every, address: scoringUri },
  { ...endpoint, label: 'batch endpoint', lists: [deployments], hosts: [scoringUri], secrets: true },
)

export const batchDeployment = resourceType(
  `${childOf}/batchEndpoints/deployments`,
  {},
  {
    ...deployment,
    label: 'batch deployment',
  },
)

export const serverlessEndpoint = resourceType(
  `${childOf}/serverlessEndpoints`,
  { ...every, address: inferenceUri },
  { ...endpoint, label: 'serverless endpoint', hosts: [inferenceUri] },
)
