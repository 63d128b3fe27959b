import { expect, it } from 'vitest'
import { resourceName } from '../../src/report/names.ts'

const subscription = '/subscriptions/11111111-1111-4111-8111-111111111111'
const workspace = `${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw`

it.each([
  ['a resource provider', `${subscription}/providers/Microsoft.Storage`, 'Microsoft.Storage'],
  ['a resource group', `${subscription}/resourceGroups/rg`, 'rg'],
  ['a workspace', workspace, 'mlw'],
  ['a list of a workspace', `${workspace}/computes`, 'mlw/computes'],
  ['a compute', `${workspace}/computes/gpu`, 'gpu'],
  ['a host', 'https://kv.vault.azure.net', 'kv.vault.azure.net'],
])('%s has a name', (_what, id, name) => {
  expect(resourceName(id)).toBe(name)
})
