import type { Estate } from '../estate.ts'
import {
  aksService,
  batchDeployment,
  batchEndpoint,
  commandJob,
  computeInstance,
  connection,
  containerGroup,
  containerInstanceService,
  customService,
  onlineDeployment,
  onlineEndpoint,
  pipelineJob,
  schedule,
  sparkJob,
} from '../templates.ts'
import { estateOf, subscriptionIds } from './parts.ts'
import { portalWorkspace } from './portal.ts'

// put together so that nobody who searches this repository finds a credential in it
const key = `AccountKey=${'abc123XYZ'.repeat(9)}==`
const variables = { LOG_LEVEL: 'info', STORAGE: `DefaultEndpointsProtocol=https;AccountName=st;${key}` }
const environment = { properties: { environmentVariables: variables } }
const steps = { jobs: { train: { type: 'command', name: 'train', environmentVariables: variables } } }
const scheduled = { properties: { action: { jobDefinition: { jobType: 'Pipeline', ...steps } } } }
const services = { properties: { properties: { customServices: [customService('rstudio', variables)] } } }

const host = 'careless.westeurope.azurecontainer.io'
const listed = Object.entries(variables).map(([name, value]) => ({ name, value }))
const inContainers = {
  properties: { containers: [{ name: 'scoring', properties: { environmentVariables: listed } }] },
}

/** The ordinary workspace, with a connection string of its storage account in everything that can hold one. */
export function carelessEstate(): Estate {
  const scope = { subscriptionId: subscriptionIds.research, resourceGroup: 'rg-careless' }
  const { workspace, resources } = portalWorkspace(scope, 'mlw-careless')
  const online = onlineEndpoint(workspace, 'scores')
  const batch = batchEndpoint(workspace, 'nightly')
  const holders = [
    commandJob(workspace, 'train', environment),
    sparkJob(workspace, 'wrangle', environment),
    pipelineJob(workspace, 'pipeline', { properties: steps }),
    schedule(workspace, 'weekly', scheduled),
    schedule(workspace, 'monthly', scheduled),
    online,
    onlineDeployment(online, 'blue', environment),
    batch,
    batchDeployment(batch, 'default', environment),
    computeInstance(workspace, 'ci-ada', services),
    connection(workspace, 'search', { properties: { metadata: variables } }),
    aksService(workspace, 'legacy', {
      properties: { environmentImageRequest: { environment: { environmentVariables: variables } } },
    }),
    containerInstanceService(workspace, 'in-a-container', host),
    containerGroup(scope, 'in-a-container', host, inContainers),
  ]
  return {
    ...estateOf({
      subscriptions: [{ id: scope.subscriptionId, name: 'contoso-ml-research' }],
      resources: [...resources, ...holders],
    }),
    secrets: [key],
  }
}
