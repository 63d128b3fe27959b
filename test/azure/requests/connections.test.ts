import { afterEach, expect, it } from 'vitest'
import { estateOf, subscriptionIds, vaultWithKey } from '../../../simulator/estates/parts.ts'
import {
  aiServicesAccount,
  aiServicesKey,
  connectedTo,
  connection,
  searchService,
  storageAccount,
  workspace,
} from '../../../simulator/templates.ts'
import { closeClouds, openWorld } from '../world.ts'

afterEach(closeClouds)

const scope = { subscriptionId: subscriptionIds.production, resourceGroup: 'rg-test' }
const elsewhere = { subscriptionId: subscriptionIds.platform, resourceGroup: 'rg-ai' }
const subscriptions = Object.values(subscriptionIds).map((id) => ({ id, name: id }))
const keys = vaultWithKey(elsewhere, 'kv-ai', 'cmk', Date.now())
const account = aiServicesAccount(elsewhere, 'aoai', aiServicesKey(keys.key))
const own = workspace(scope, 'mlw')

it('an account of Azure AI Services is read once by Resource Graph, and its key by Resource Manager', async () => {
  const twice = ['one', 'two'].map((name) => connection(own, name, connectedTo(account)))
  const world = await openWorld(estateOf({ subscriptions, resources: [own, account, ...twice, ...keys.resources] }))
  const { at } = await world.collect()
  expect(at(account.id)).toMatchObject({ state: 'read', source: 'resource-graph' })
  expect(at(`${keys.vault.id}/keys/cmk`)).toMatchObject({ state: 'read' })
  expect(world.reads('/keys/cmk')).toHaveLength(1)
  expect(world.queries().filter((query) => query.includes(account.id))).toHaveLength(1)
})

it('an account that may not be read is told by what it lacks', async () => {
  const from = estateOf({ subscriptions, resources: [own, account, connection(own, 'one', connectedTo(account))] })
  from.identity.denials = [{ scope: account.id, actions: ['*'] }]
  const { at } = await (await openWorld(from)).collect()
  expect(at(account.id)).toMatchObject({ reason: 'forbidden', action: 'Microsoft.CognitiveServices/accounts/read' })
})

it.each([
  ['another kind of resource', searchService(elsewhere, 'srch').id],
  ['a storage account', storageAccount(elsewhere, 'stdata').id],
  ['what lies in an account', `${account.id}/projects/one`],
  ['no id', 'hunter2'],
  ['an address', 'https://hunter2.openai.azure.com/'],
  ['nothing', ''],
  ['a number', 7],
])('%s in its place leads nowhere, and is not asked for', async (_name, ResourceId) => {
  const odd = connection(own, 'odd', { properties: { target: null, metadata: { ResourceId } } })
  const world = await openWorld(
    estateOf({ subscriptions, resources: [own, odd, account, searchService(elsewhere, 'srch')] }),
  )
  const { evidence } = await world.collect()
  const ids = [...evidence.resources.values()].map(({ id }) => id)
  expect(ids.filter((id) => !/\/providers\/[^/]+$|machinelearning/i.test(id))).toEqual([])
  expect(JSON.stringify([...evidence.resources])).not.toContain('hunter2')
  expect(world.queries().join()).not.toMatch(/hunter2|srch|stdata/)
})
