import { resourceType, text } from './type.ts'

/** Subscriptions, their groups and their providers have ids of their own shape. */
export const subscription = resourceType(
  'Microsoft.Resources/subscriptions',
  {},
  { label: 'subscription', prefix: 'sub-', apiVersions: ['2022-12-01'], isManagerOnly: true },
)

export const resourceGroup = resourceType(
  'Microsoft.Resources/subscriptions/resourceGroups',
  {},
  {
    label: 'resource group',
    prefix: 'rg-',
    apiVersions: ['2021-04-01'],
    isManagerOnly: true,
    whenGone: { saidBy: 'metadata/resource-group' },
  },
)

export const resourceProvider = resourceType(
  'Microsoft.Resources/subscriptions/providers',
  { namespace: text('namespace'), registrationState: text('registrationState') },
  { label: 'resource provider', apiVersions: ['2021-04-01'], isManagerOnly: true },
)
