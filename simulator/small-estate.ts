import type { Estate } from './estate.ts'

export const subscriptionA = '11111111-1111-4111-8111-111111111111'
export const subscriptionB = '22222222-2222-4222-8222-222222222222'
export const groupA = `/subscriptions/${subscriptionA}/resourceGroups/rg-Churn`
export const workspaceA = `${groupA}/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn`
export const vaultB = `/subscriptions/${subscriptionB}/resourceGroups/rg-keys/providers/Microsoft.KeyVault/vaults/kv-churn`
export const clusterA = `${groupA}/providers/Microsoft.ContainerService/managedClusters/aks-churn`

const reader = { actions: ['*/read'] }

/** Two subscriptions with a handful of resources, to try the simulated cloud itself. */
export function smallEstate(): Estate {
  return {
    tenantId: '33333333-3333-4333-8333-333333333333',
    subscriptions: [
      { id: subscriptionA, name: 'ml-dev', managementGroups: ['mg-ml', 'mg-root'] },
      { id: subscriptionB, name: 'security', managementGroups: ['mg-root'] },
    ],
    entries: [
      {
        resource: {
          id: workspaceA,
          type: 'Microsoft.MachineLearningServices/workspaces',
          kind: 'Default',
          location: 'westeurope',
          tags: { team: 'churn' },
          properties: { hbiWorkspace: true, keyVault: vaultB, encryption: null },
        },
        indexedApiVersion: '2025-06-01',
      },
      computeOf('cpu-1', 'AmlCompute'),
      computeOf('cpu-2', 'ComputeInstance'),
      computeOf('aks', 'AKS'),
      { resource: { id: vaultB, type: 'Microsoft.KeyVault/vaults', location: 'northeurope', properties: {} } },
      { resource: { id: clusterA, type: 'Microsoft.ContainerService/ManagedClusters', properties: {} } },
      {
        resource: {
          id: `${clusterA}/providers/Microsoft.KubernetesConfiguration/extensions/azureml`,
          type: 'Microsoft.KubernetesConfiguration/extensions',
          properties: { extensionType: 'microsoft.azureml.kubernetes' },
        },
      },
      {
        resource: {
          id: `${vaultB}/providers/Microsoft.Authorization/roleAssignments/44444444-4444-4444-8444-444444444444`,
          type: 'Microsoft.Authorization/roleAssignments',
          properties: { principalId: '55555555-5555-4555-8555-555555555555' },
        },
      },
    ],
    identity: {
      clientId: '66666666-6666-4666-8666-666666666666',
      principalId: '77777777-7777-4777-8777-777777777777',
      federatedCredentials: [
        {
          issuer: 'https://token.actions.githubusercontent.com',
          subject: 'repo:contoso/ml-platform:pull_request',
          audience: 'api://AzureADTokenExchange',
        },
      ],
      roles: [subscriptionA, subscriptionB].map((id) => ({ ...reader, scope: `/subscriptions/${id}` })),
    },
    apiVersions: { 'microsoft.machinelearningservices/workspaces': ['2024-10-01', '2025-12-01', '2026-01-01-preview'] },
  }
}

function computeOf(name: string, computeType: string) {
  const type = 'Microsoft.MachineLearningServices/workspaces/computes'
  return { resource: { id: `${workspaceA}/computes/${name}`, type, properties: { computeType } } }
}
