import { resourceType, text } from './type.ts'
import { childOf, childVersions } from './workspace-child.ts'

const own = {
  datastoreType: text('properties.datastoreType'),
  account: text('properties.accountName'),
  protocol: text('properties.protocol'),
  subscription: text('properties.subscriptionId'),
  resourceGroup: text('properties.resourceGroup'),
  credentialsType: text('properties.credentials.credentialsType'),
}

export const mlDatastore = resourceType(`${childOf}/datastores`, own, {
  label: 'datastore',
  prefix: 'ds-',
  apiVersions: childVersions,
  account: { name: own.account, subscription: own.subscription, resourceGroup: own.resourceGroup },
})
