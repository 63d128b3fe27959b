import { resourceProvider } from '../resources/subscription.ts'
import { providers } from '../resources/workspace.ts'
import { said, words } from '../said.ts'
import { check, oneOf, severity } from './check.ts'
import { az } from './remedy.ts'

export const registration = check({
  id: 'provider/registration',
  title: 'The resource providers that encryption needs are registered',
  failed: 'A provider that encryption needs is not registered',
  rows: ['S19'],
  severity: severity('medium', 'low'),
  subjects: (workspace) => {
    const subscription = workspace.id.split('/').slice(0, 3).join('/')
    const { always, withManagedGroup } = providers
    const namespaces = [...always, ...(workspace.architecture === 'subscription-side' ? withManagedGroup : [])]
    return {
      all: namespaces.map((namespace) => workspace.at(`${subscription}/providers/${namespace}`)),
      none: 'not-used',
    }
  },
  judge: (provider) => {
    const state = provider.read(resourceProvider.registrationState)
    const known = { pass: ['Registered'], fail: ['NotRegistered', 'Registering', 'Unregistered', 'Unregistering'] }
    return oneOf(
      state,
      known,
      (name) => said`${words(provider.name)} is ${{ name }}.${words(sinceThen(provider.name))}`,
    )
  },
  passes:
    'The provider is registered. Those for Cosmos DB and AI Search are asked for under subscription-side encryption only.',
  fails: 'It is not, or not yet.',
  cannotTell: 'The state is one that is not recognized.',
  why: 'Customer-managed keys of workspaces need these providers in the subscription; the 2021 text named two, today five are documented.',
  remedy: ({ id, name }) => {
    const [, , subscription = ''] = id.split('/')
    return az`provider register --namespace ${name} --subscription ${{ name: subscription }}`
  },
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys',
})

/** What the 2021 guidance named, and what is documented by now. */
function sinceThen(name: string): string {
  switch (name.toLowerCase()) {
    case 'microsoft.documentdb':
      return ''
    case 'microsoft.machinelearningservices':
      return ' The 2021 guidance named Microsoft.MachineLearning, the provider of the retired Studio (classic); the documentation of February 2025 names this one.'
    default:
      return ' The 2021 guidance did not name it; the documentation of February 2025 does.'
  }
}
