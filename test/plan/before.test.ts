import { afterAll, describe, expect, it } from 'vitest'
import { valuesBefore } from '../../src/plan/before.ts'
import { namesOf } from '../../src/plan/names.ts'
import { readPlan } from '../../src/plan/read.ts'
import { staleness } from '../../src/plan/stale.ts'
import { closeClouds } from '../azure/world.ts'
import { evidenceWith, idOf, options, planOf, read } from './builder.ts'
import { collected, fixture } from './estates.ts'

afterAll(closeClouds)

const account = idOf('Microsoft.Storage/storageAccounts', 'st')
const before = {
  id: account,
  name: 'st',
  resource_group_name: 'rg',
  min_tls_version: 'TLS1_2',
  shared_access_key_enabled: null,
}
const unchanged = read(planOf({ 'azurerm_storage_account.a': { actions: ['no-op'], before, after: before } }))
const changedIn = (properties: object) =>
  staleness(
    null,
    null,
    valuesBefore(unchanged, evidenceWith(['Microsoft.Storage/storageAccounts', 'st', { properties }])),
  ).changed

describe('what was there when a plan was made', () => {
  it.each([
    ['tf-modify', 'plan.json'],
    ['tf-replace', 'plan.json'],
    ['tf-delete', 'plan.json'],
    ['tf-compute', 'plan.json'],
    ['tf-existing', 'plan.json'],
    ['whatif-group', 'whatif.json'],
  ])('is there: %s', async (name, file) => {
    const plan = readPlan(fixture(name, file), file, options)
    const values = valuesBefore(plan, await collected(name, 'before'))
    expect(values.length > 0 || plan.before.length === 0).toBe(true)
    expect(staleness(null, null, values).changed).toEqual([])
  })

  it('is another now, although the plan does not change it', () => {
    expect(changedIn({ minimumTlsVersion: 'TLS1_2' })).toEqual([])
    expect(changedIn({ minimumTlsVersion: 'TLS1_0' })).toMatchObject([{ path: 'properties.minimumTlsVersion' }])
  })

  it('is gone', () => {
    const live = evidenceWith()
    live.resources.set(account.toLowerCase(), {
      state: 'absent',
      id: account,
      reason: 'absent',
      action: null,
      scope: null,
      message: '',
    })
    expect(valuesBefore(unchanged, live)).toEqual([{ id: account, path: 'id', before: account, live: undefined }])
  })

  it('is not known where nobody reads it now', () => {
    expect(valuesBefore(unchanged, evidenceWith())).toEqual([])
  })
})

describe('what sets a property', () => {
  const change = (address: string) => ({ source: { file: 'plan.json', address } }) as Parameters<typeof namesOf>[0]
  it.each<[string, path: string, names: string[]]>([
    ['module.ml["dev"].azurerm_storage_account.a[0]', 'properties.minimumTlsVersion', ['min_tls_version']],
    [
      'azurerm_storage_account.a',
      'properties.supportsHttpsTrafficOnly',
      ['https_traffic_only_enabled', 'enable_https_traffic_only'],
    ],
    [
      'azurerm_key_vault_access_policy.a',
      'properties.accessPolicies',
      ['tenant_id', 'object_id', 'application_id', 'key_permissions', 'secret_permissions', 'certificate_permissions'],
    ],
    ['azurerm_machine_learning_workspace.a', 'properties.encryption.status', ['encryption']],
    ['azurerm_storage_account.a', 'properties.nothing', []],
    ['azapi_resource.a', 'properties.minimumTlsVersion', ['properties.minimumTlsVersion']],
    ['storage', 'properties.minimumTlsVersion', ['properties.minimumTlsVersion']],
  ])('%s: %s', (address, path, names) => {
    expect(namesOf(change(address), path)).toEqual(names)
  })
})
