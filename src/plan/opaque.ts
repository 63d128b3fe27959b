import { typeOfId } from '../resources/index.ts'
import { resourceGroup } from '../resources/subscription.ts'

/** Resources of Azure that make others, or run a script: what they do is not in a plan. */
const opaque = new Set([
  'microsoft.resources/deployments',
  'microsoft.resources/deploymentscripts',
  'microsoft.resources/deploymentstacks',
  'microsoft.solutions/applications',
  'microsoft.blueprint/blueprintassignments',
])

/** When these go, nothing goes with them. */
const alone = new Set(['microsoft.resources/deployments', 'microsoft.resources/deploymentscripts'])

/** @param type in lower case */
export function isOpaqueType(type: string, isDeleted: boolean): boolean {
  return opaque.has(type) && !(isDeleted && alone.has(type))
}

export const notShown = 'It does something that the plan does not show.'

/** A group of resources has no provider. */
export const groupType = 'microsoft.resources/resourcegroups'
export const isGroupId = (id: string) => typeOfId(id) === resourceGroup.type
