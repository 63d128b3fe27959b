import { afterEach, describe, expect, it } from 'vitest'
import { oneEstate, oneIds } from '../../simulator/estates/one.ts'
import type { EvidenceSet } from '../../src/evidence/records.ts'
import { propertyOf } from '../../src/evidence/resource.ts'
import { idKey } from '../../src/evidence/resource-id.ts'
import { overlay } from '../../src/plan/overlay/overlay.ts'
import { storageAccount } from '../../src/resources/storage-account.ts'
import { planOf, type Planned as Resource, read } from '../plan/builder.ts'
import { overOf } from '../plan/estates.ts'
import { closeClouds, openWorld } from './world.ts'

afterEach(closeClouds)

const [, , subscriptionId = '', , group = ''] = oneIds.workspace.split('/')
const other = oneIds.storageAccount.replace(/[^/]+$/, 'stother')

/** The estate, in which there is an account that no workspace uses. */
function estateWithAccount() {
  const estate = oneEstate()
  const own = estate.entries.find(({ resource }) => resource.id === oneIds.storageAccount)
  if (own) estate.entries.push({ ...own, resource: { ...own.resource, id: other, name: 'stother' } })
  return estate
}

function workspace(after: object): Resource {
  return {
    after: {
      name: 'mlw-new',
      resource_group_name: group,
      location: 'westeurope',
      identity: [{ type: 'SystemAssigned' }],
      key_vault_id: oneIds.keyVault,
      ...after,
    },
  }
}

const account = { name: 'stnew', resource_group_name: group, location: 'westeurope', account_tier: 'Standard' }
const made: Resource = { after: { ...account, account_replication_type: 'LRS' }, unknown: { id: true } }
const refersTo = (address: string) => ({ references: [`${address}.id`, address] })

const unchanged = { id: other, name: 'stother', resource_group_name: group }
const changed: Resource = {
  actions: ['update'],
  before: { ...unchanged, min_tls_version: 'TLS1_2' },
  after: { ...unchanged, min_tls_version: 'TLS1_0' },
}

/** What a run asks besides what it asks without the plan. */
async function besides(resources: Record<string, Resource>) {
  const plan = read(planOf(resources), 'plan.json', { subscriptionId })
  const [without, world] = [await openWorld(estateWithAccount()), await openWorld(estateWithAccount())]
  const now = await without.collect()
  const ahead = await world.collect({}, undefined, overOf([plan]))
  const known = new Set(without.reads().map(({ path }) => path))
  const keys = ({ resources, collections }: EvidenceSet) => [...resources.keys(), ...collections.keys()].sort()
  expect(keys(ahead.evidence)).toEqual(keys(now.evidence))
  return {
    reads: world.reads().flatMap(({ path }) => (known.has(path) ? [] : [path.split('/').slice(-4).join('/')])),
    queries: world.queries().length - without.queries().length,
    whole: ahead.whole,
    planned: overlay(ahead.whole, [plan]).evidence,
  }
}

const fileService = 'storageAccounts/stother/fileServices/default'

describe('what only a plan leads to', () => {
  it.each<[string, Record<string, Resource>, reads: string[], queries: number]>([
    ['nothing', {}, [], 0],
    [
      'an account that no workspace used',
      { 'azurerm_machine_learning_workspace.new': workspace({ storage_account_id: other }) },
      [fileService],
      1,
    ],
    [
      'an account that it makes',
      {
        'azurerm_storage_account.new': made,
        'azurerm_machine_learning_workspace.new': {
          ...workspace({}),
          unknown: { storage_account_id: true },
          expressions: { storage_account_id: refersTo('azurerm_storage_account.new') },
        },
      },
      [],
      0,
    ],
    ['an account to which nothing leads', { 'azurerm_storage_account.other': changed }, [], 0],
  ])('%s: it is read, and counts for nothing that is live', async (_, resources, reads, queries) => {
    const found = await besides(resources)
    expect(found.reads).toEqual(reads)
    // a busy machine asks one more or one less in either run, as answers come together or one by one
    expect(found.queries).toBeLessThanOrEqual(queries + 2)
  })

  it('is changed as well', async () => {
    const resources = {
      'azurerm_machine_learning_workspace.new': workspace({ storage_account_id: other }),
      'azurerm_storage_account.other': changed,
    }
    const { whole, planned, reads } = await besides(resources)
    expect(reads).toEqual([fileService])
    const tls = ({ resources }: EvidenceSet) => {
      const record = resources.get(idKey(other))
      return record?.state === 'read' ? propertyOf(record.body, storageAccount.minimumTlsVersion) : record?.state
    }
    expect([tls(whole), tls(planned)]).toEqual(['TLS1_2', 'TLS1_0'])
  })
})
