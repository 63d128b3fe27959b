import { expect, it } from 'vitest'
import { resourceKind, resourceLabel } from '../../src/report/view/names.ts'
import { resourceTypes } from '../../src/resources/index.ts'

const subscription = '/subscriptions/11111111-1111-4111-8111-111111111111'
const workspace = `${subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/mlw`

it.each([
  ['a resource provider', `${subscription}/providers/Microsoft.Storage`, 'Microsoft.Storage'],
  ['a resource group', `${subscription}/resourceGroups/rg`, 'rg'],
  ['a workspace', workspace, 'mlw'],
  ['a list of a workspace', `${workspace}/computes`, 'mlw/computes'],
  ['a compute', `${workspace}/computes/gpu`, 'gpu'],
  [
    'a file service',
    `${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st/fileServices/default`,
    'st',
  ],
  ['a host', 'https://kv.vault.azure.net', 'kv.vault.azure.net'],
  ['an account that has only a name', 'storage account stdata', 'stdata'],
  ['a list of assignments', 'role assignments of 1b6f0c1e', '1b6f0c1e'],
])('%s has a name', (_what, id, name) => {
  expect(resourceLabel(id)).toBe(name)
})

it.each(
  Object.entries(resourceTypes).filter(([type]) => !type.startsWith('microsoft.resources/')),
)('%s is called what it is called where it is read', (type, { label }) => {
  const [provider, ...types] = type.split('/')
  const id = `${subscription}/resourceGroups/rg/providers/${provider}${types.map((each) => `/${each}/x`).join('')}`
  expect(resourceKind(id)).toBe(label)
})

it.each([
  ['https://kv.vault.azure.net', 'key vault'],
  ['https://hsm.managedhsm.azure.net', 'managed HSM'],
  ['storage account stdata', 'storage account'],
  ['role assignments of 1b6f0c1e', 'role assignments'],
  ['rg-x/mlw-*', null],
])('of %s no more is known than its kind', (id, kind) => {
  expect(resourceKind(id)).toBe(kind)
})
