import { resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

const endpoint = { prefix: 'ep-', apiVersions: childVersions }
const deployment = { ...endpoint, secrets: true } as const

/** The same for every kind of endpoint. */
const every = {
  scoringUri: text('properties.scoringUri'),
  authMode: text('properties.authMode'),
  provisioningState: text('properties.provisioningState'),
}
const { scoringUri, authMode, provisioningState } = every
const onKubernetes = text('properties.compute')
const inferenceUri = text('properties.inferenceEndpoint.uri')

export const onlineEndpoint = resourceType(
  `${childOf}/onlineEndpoints`,
  { scoringUri, authMode, compute: onKubernetes, provisioningState },
  { ...endpoint, label: 'online endpoint', mentions: [onKubernetes], hosts: [scoringUri], secrets: true },
)

export const onlineDeployment = resourceType(
  `${childOf}/onlineEndpoints/deployments`,
  {},
  {
    ...deployment,
    label: 'online deployment',
  },
)

export const batchEndpoint = resourceType(`${childOf}/batchEndpoints`, every, {
  ...endpoint,
  label: 'batch endpoint',
  hosts: [scoringUri],
  secrets: true,
})

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
  { inferenceUri, authMode, provisioningState },
  { ...endpoint, label: 'serverless endpoint', hosts: [inferenceUri] },
)
