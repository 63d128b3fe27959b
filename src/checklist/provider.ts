import { az, check, oneOf, severity } from './check.ts'

const always = ['Microsoft.MachineLearningServices', 'Microsoft.Storage', 'Microsoft.KeyVault']
const subscriptionSide = ['Microsoft.DocumentDB', 'Microsoft.Search']

export const registration = check({
  id: 'provider/registration',
  title: 'The resource providers that encryption needs are registered',
  rows: ['S19'],
  severity: severity('medium', 'low'),
  subjects: (workspace) => {
    const subscription = workspace.id.split('/').slice(0, 3).join('/')
    const namespaces = [...always, ...(workspace.architecture === 'subscription-side' ? subscriptionSide : [])]
    return {
      all: namespaces.map((namespace) => workspace.at(`${subscription}/providers/${namespace}`)),
      none: 'not-used',
    }
  },
  judge: (provider) => {
    const state = provider.text('registrationState')
    const known = { pass: ['Registered'], fail: ['NotRegistered', 'Registering', 'Unregistered', 'Unregistering'] }
    return oneOf(state, known, `${provider.name} is ${state}.`)
  },
  why: 'Customer-managed keys of workspaces need these providers in the subscription; the 2021 text named two, today five are documented.',
  remedy: (provider) =>
    az`provider register --namespace ${provider.name} --subscription ${provider.id.split('/').slice(2, 3)}`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys',
})
