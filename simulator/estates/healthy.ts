import type { Estate } from '../estate.ts'
import { change, hub, project, serverlessEndpoint, systemDatastores } from '../templates.ts'
import { encryptedComputes, ownDatastores, quietContents } from './attached.ts'
import { encryptedStorage, encryptedWorkspace, monitoring } from './encrypted.ts'
import { estateOf, subscriptionIds } from './parts.ts'

const scope = (resourceGroup: string) => ({ subscriptionId: subscriptionIds.production, resourceGroup })

/** Turns an encrypted workspace into a hub with a project; the rest of its parts stay. */
function content(now: number) {
  const logs = monitoring(scope('rg-monitoring'), 'monitoring', now)
  const common = { now, logs: logs.logs }
  const claims = encryptedWorkspace({ ...common, scope: scope('rg-claims'), stem: 'claims' })
  const speech = encryptedWorkspace({
    ...common,
    scope: scope('rg-speech'),
    stem: 'speech',
    architecture: 'service-side',
  })
  const computes = encryptedComputes(claims.workspace, scope('rg-claims'), 'claims', claims)
  const data = encryptedStorage(scope('rg-claims'), 'stclaimsdata', claims.key, claims.identity)
  const attached = [
    ...computes.resources,
    ...quietContents(claims.workspace, 'claims', computes.inference),
    data,
    ...ownDatastores(claims.workspace, data),
    ...quietContents(speech.workspace, 'speech'),
  ]
  return { logs, claims, speech, attached: { resources: attached }, ...hubWithProject(now, common.logs) }
}

function hubWithProject(now: number, logs: Parameters<typeof encryptedWorkspace>[0]['logs']) {
  const group = scope('rg-agents')
  const parts = encryptedWorkspace({ scope: group, stem: 'agents', now, logs })
  const { id, name = '', identity = {}, properties } = parts.workspace
  const agents = hub(group, name, { identity, properties: { ...(properties as object) } })
  const child = project(group, 'proj-agents', agents)
  change(agents, { properties: { associatedWorkspaces: [child.id] } })
  const datastores = systemDatastores(child, parts.storageAccount, 'None')
  const chat = serverlessEndpoint(child, 'agents-chat', { properties: { authMode: 'AAD' } })
  const others = parts.resources.filter((resource) => resource.id !== id)
  return {
    agents: { ...parts, workspace: agents, resources: [agents, child, ...others, ...datastores, chat] },
    project: child,
  }
}

const { claims, speech, agents, project: proj } = content(0)

export const healthyIds = {
  subscriptionSide: claims.workspace.id,
  serviceSide: speech.workspace.id,
  hub: agents.workspace.id,
  project: proj.id,
}

/** Workspaces of every kind and architecture that pass under `cmk-required`. */
export function healthyEstate(now = Date.now()): Estate {
  const { logs, claims, speech, agents, attached } = content(now)
  return estateOf({
    subscriptions: [{ id: subscriptionIds.production, name: 'contoso-ml-production', managementGroups: ['contoso'] }],
    resources: [logs, claims, speech, agents, attached].flatMap(({ resources }) => resources),
  })
}
