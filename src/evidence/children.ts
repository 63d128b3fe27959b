import { idKey, parseResourceId } from './resource-id.ts'

/** What a workspace holds, by the segment of Resource Manager's path that lists it. */
export const childLists = {
  computes: 'computes',
  datastores: 'datastores',
  connections: 'connections',
  onlineEndpoints: 'onlineEndpoints',
  batchEndpoints: 'batchEndpoints',
  serverlessEndpoints: 'serverlessEndpoints',
  jobs: 'jobs',
  schedules: 'schedules',
  services: 'services',
} as const

/** Deployments are listed endpoint by endpoint. */
export const deploymentLists = { onlineDeployments: 'onlineEndpoints', batchDeployments: 'batchEndpoints' } as const

export type ChildKind = keyof typeof childLists | keyof typeof deploymentLists

/** Where Resource Manager lists the extensions of a cluster, below its id. */
export const extensionsSegment = 'providers/Microsoft.KubernetesConfiguration/extensions'

/** Where it lists the container groups of a resource group, below the group's id. */
export const containerGroupsSegment = 'providers/Microsoft.ContainerInstance/containerGroups'

/** The type of what a list below an id holds, in lower case. */
export function listedType(parent: string, segment: string): string {
  const own = segment.toLowerCase()
  if (own.startsWith('providers/')) return own.slice('providers/'.length)
  return `${parseResourceId(idKey(parent))?.type ?? ''}/${own}`
}
