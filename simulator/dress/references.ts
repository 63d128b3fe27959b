import { each, type Habit, isObject, of, pick, texts } from './habit.ts'

const isReference = (text: string) => /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+/i.test(text)

/** Rewrites what refers to another resource: texts, and the names in the bag of identities. */
function references(write: (id: string) => string): Habit {
  const bags = each(({ identity }) => {
    const bag = identity?.userAssignedIdentities
    if (identity && isObject(bag))
      identity.userAssignedIdentities = Object.fromEntries(Object.entries(bag).map(([id, value]) => [write(id), value]))
  })
  const others = texts((text, _, path) => (path !== 'id' && isReference(text) ? write(text) : text))
  return (estate) => {
    bags(estate)
    others(estate)
  }
}

const spellings: [RegExp, string][] = [
  [/\/providers\/microsoft\.keyvault\//i, '/providers/Microsoft.Keyvault/'],
  [/\/providers\/microsoft\.insights\//i, '/providers/Microsoft.insights/'],
  [/\/providers\/microsoft\.operationalinsights\//i, '/providers/microsoft.OperationalInsights/'],
]

export const referenceHabits: Record<string, Habit> = {
  'references in lower case': references((id) => id.toLowerCase()),
  'references to resourcegroups': references((id) => id.replace(/\/resourcegroups\//i, '/resourcegroups/')),
  'providers spelt in their own way': references((id) =>
    spellings.reduce((text, [pattern, spelling]) => text.replace(pattern, spelling), id),
  ),
  'own ids in lower case': each((resource) => {
    if (resource.id) resource.id = resource.id.toLowerCase()
  }),
  'own ids with resourcegroups': each((resource) => {
    if (resource.id) resource.id = resource.id.replace('/resourceGroups/', '/resourcegroups/')
  }),
  'a managed group by its whole id': of('microsoft.machinelearningservices/workspaces', (properties, { id = '' }) => {
    const { serviceProvisionedResourceGroup: group } = properties
    if (typeof group !== 'string' || group.startsWith('/')) return
    const word = pick(group, 'resourceGroups', 'resourcegroups')
    properties.serviceProvisionedResourceGroup = `/subscriptions/${id.split('/')[2]}/${word}/${group}`
  }),
  'stores of the managed group, filled in by the service': (estate) => {
    const stores = {
      cosmosDb: '/databaseaccounts/',
      storageAccount: '/storageaccounts/',
      searchAccount: '/searchservices/',
    }
    const ids = estate.entries.map(({ resource }) => resource.id)
    of('microsoft.machinelearningservices/workspaces', ({ encryption, serviceProvisionedResourceGroup: group }) => {
      if (!isObject(encryption) || typeof group !== 'string') return
      const name = group.split('/').at(-1)?.trim().toLowerCase()
      const inGroup = ids.filter((id) => id.toLowerCase().includes(`/resourcegroups/${name}/`))
      for (const [store, part] of Object.entries(stores))
        encryption[`${store}ResourceId`] ??= inGroup.find((id) => id.toLowerCase().includes(part)) ?? ''
    })(estate)
  },
  'a compute that says which batch account it was': of(
    'microsoft.machinelearningservices/workspaces/computes',
    (properties, { id = '' }) => {
      if (!/^AmlCompute\s*$/i.test(String(properties.computeType))) return
      const [, , subscription, , group] = id.split('/')
      properties.resourceId = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.BatchAI/workspaces/w/clusters/c`
    },
  ),
  'a datastore that does not say where its account is': of(
    'microsoft.machinelearningservices/workspaces/datastores',
    (properties) => {
      delete properties.subscriptionId
      delete properties.resourceGroup
    },
  ),
  'a disk encryption set that does not name its vault': of('microsoft.compute/diskencryptionsets', ({ activeKey }) => {
    if (isObject(activeKey)) delete activeKey.sourceVault
  }),
}
