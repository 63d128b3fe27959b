import type { CloudResource, Estate } from '../estate.ts'
import {
  accessPolicy,
  component,
  keyVault,
  logAnalyticsWorkspace,
  principalIdOf,
  resourceId,
  type Scope,
  storageAccount,
  systemDatastores,
  uses,
  workspace,
} from '../templates.ts'
import { digitsOf, estateOf, subscriptionIds } from './parts.ts'

interface Options {
  containerRegistry?: CloudResource
}

/** What the portal makes when every default is accepted: Microsoft's keys, a vault with access policies, no registry yet. */
export function portalWorkspace(scope: Scope, name: string, { containerRegistry }: Options = {}) {
  const stem = name.replaceAll('-', '').slice(0, 13)
  const named = (what: string) => `${stem}${digitsOf(`${name}/${what}`)}`
  const id = resourceId(scope, 'Microsoft.MachineLearningServices/workspaces', name)
  const logs = logAnalyticsWorkspace(scope, named('logs'))
  const parts = {
    storageAccount: storageAccount(scope, named('storage')),
    keyVault: keyVault(scope, named('vault'), {
      properties: {
        accessPolicies: [accessPolicy(principalIdOf(id))],
        enableRbacAuthorization: false,
        enablePurgeProtection: undefined,
      },
    }),
    applicationInsights: component(scope, named('insights'), logs),
  }
  const machineLearning = workspace(scope, name, uses({ ...parts, containerRegistry }))
  const datastores = systemDatastores(machineLearning, parts.storageAccount)
  const resources = [machineLearning, ...Object.values(parts), logs, ...datastores]
  return { ...parts, workspace: machineLearning, logs, resources }
}

const scope = { subscriptionId: subscriptionIds.research, resourceGroup: 'rg-portal' }

const portal = portalWorkspace(scope, 'mlw-portal')

export const portalIds = {
  workspace: portal.workspace.id,
  storageAccount: portal.storageAccount.id,
  keyVault: portal.keyVault.id,
  applicationInsights: portal.applicationInsights.id,
  logAnalyticsWorkspace: portal.logs.id,
}

/** The ordinary workspace. */
export const portalEstate = (): Estate =>
  estateOf({
    subscriptions: [{ id: scope.subscriptionId, name: 'contoso-ml-research', managementGroups: ['contoso'] }],
    resources: portalWorkspace(scope, 'mlw-portal').resources,
  })
