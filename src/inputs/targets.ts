import { guid, matching, type Parser, Refusal } from './values.ts'

/** A workspace as the workflow named it. */
export type WorkspaceTarget =
  | { kind: 'id'; id: string; subscriptionId: string; resourceGroup: string; name: string }
  | { kind: 'group'; resourceGroup: string; name: string }
  /** a name, exact unless it has a `*` */
  | { kind: 'pattern'; pattern: string }

export interface ResourceGroupTarget {
  /** lower case; undefined when only the name was given */
  subscriptionId?: string
  name: string
}

/** What the workflow named; everything empty means every workspace that the identity can read. */
export interface Targets {
  workspaces: WorkspaceTarget[]
  resourceGroups: ResourceGroupTarget[]
  /** lower case */
  subscriptions: string[]
  managementGroups: string[]
  /** of what is named without one, lower case; on its own it is also the scope */
  subscriptionId?: string
}

const groupName = /^[-\p{L}\p{N}_.()]{0,89}[-\p{L}\p{N}_()]$/u
const workspaceName = /^\w[\w.-]{0,259}$/
const workspacePattern = /^[\w.*-]{1,260}$/

const workspaceId =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.MachineLearningServices\/workspaces\/([^/]+)$/i
const groupId = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)$/i

const workspaceForms =
  'it must be a resource id (/subscriptions/…/resourceGroups/…/providers/Microsoft.MachineLearningServices/workspaces/…), resource-group/name, or a name, in which * stands for any characters'

const aGroupName = matching(
  groupName,
  'it must be the name of a resource group (up to 90 letters, digits, -, _, . and parentheses, no . at the end) or its resource id',
)

export const managementGroup = matching(
  /^[-\w.()]{1,90}$/,
  'it must be the id of a management group (up to 90 letters, digits, -, _, . and parentheses), not its display name or path',
)

export const resourceGroupTarget: Parser<ResourceGroupTarget> = (text) => {
  const [, subscription, name] = groupId.exec(text) ?? []
  if (subscription === undefined || name === undefined) return { name: aGroupName(text) }
  return { subscriptionId: guid(subscription), name: aGroupName(name) }
}

export const workspaceTarget: Parser<WorkspaceTarget> = (text) => {
  if (!text.includes('/')) return { kind: 'pattern', pattern: matching(workspacePattern, workspaceForms)(text) }
  const [group = '', name = '', ...more] = text.split('/')
  if (group === '' || more.length > 0) return byId(text)
  if (name.includes('*')) {
    throw new Refusal(
      'a * is possible in a name alone; put the group into resource-groups and the name into workspaces',
    )
  }
  if (!groupName.test(group) || !workspaceName.test(name)) throw new Refusal(workspaceForms)
  return { kind: 'group', resourceGroup: group, name }
}

function byId(id: string): WorkspaceTarget {
  const [, subscription = '', resourceGroup = '', name = ''] = workspaceId.exec(id) ?? []
  if (!groupName.test(resourceGroup) || !workspaceName.test(name)) throw new Refusal(workspaceForms)
  return { kind: 'id', id, subscriptionId: guid(subscription), resourceGroup, name }
}
