import { aiServicesAccount } from './ai-services.ts'
import { type NamedLink, resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

const own = {
  authType: text('properties.authType'),
  category: text('properties.category'),
  expiryTime: text('properties.expiryTime'),
  resourceId: text('properties.metadata.ResourceId'),
}

/** Metadata are free: what is no id of such a resource may be anything. */
export const connectedTo: NamedLink = {
  property: own.resourceId,
  type: aiServicesAccount.type,
  saidBy: 'ai-services/customer-managed-key',
  inFreeText: true,
}

export const mlConnection = resourceType(`${childOf}/connections`, own, {
  label: 'connection',
  apiVersions: childVersions,
  links: [connectedTo],
  secrets: true,
})
