import { resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

const own = {
  authType: text('properties.authType'),
  category: text('properties.category'),
  expiryTime: text('properties.expiryTime'),
}

export const mlConnection = resourceType(`${childOf}/connections`, own, {
  label: 'connection',
  apiVersions: childVersions,
  secrets: true,
})
