import { resourceProvider } from '../subscription.ts'
import { attribute, constant, terraform } from './declaration.ts'

export const registration = terraform('azurerm_resource_provider_registration', resourceProvider, {
  id: {
    attributes: ['name'],
    from: (attributes) => `/subscriptions/${attributes.subscription}/providers/${attributes.read('name')}`,
  },
  settings: [
    [resourceProvider.namespace, attribute('name')],
    [resourceProvider.registrationState, constant('Registered')],
  ],
})
