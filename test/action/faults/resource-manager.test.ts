import type { Cloud } from '../../../simulator/cloud.ts'
import { oneEstate, oneIds } from '../../../simulator/estates/one.ts'
import { resourceOf } from '../../../simulator/estates/parts.ts'
import { portalEstate, portalIds } from '../../../simulator/estates/portal.ts'
import { change } from '../../../simulator/templates.ts'
import type { Fault } from '../../../simulator/traffic.ts'
import { broken, changed, put, status, table } from './scenario.ts'
import { endless } from './time.ts'

const error = (code: string, message = 'Said so.', details?: object[]) => ({ error: { code, message, details } })
const lists =
  /\/workspaces\/[^/]+\/(computes|datastores|jobs|onlineEndpoints|batchEndpoints|schedules|connections|serverlessEndpoints)$/i
const datastores = /\/datastores$/i
const computes = /\/computes$/i
const few = { 'resource-graph': 40, 'resource-manager': 120 }

/** Plain HTTP: a high failure, which Resource Manager is asked to confirm. */
const insecure = () => {
  const estate = portalEstate()
  change(resourceOf(estate, portalIds.storageAccount), { properties: { supportsHttpsTrafficOnly: false } })
  return estate
}
const account = /\/storageAccounts\/[^/]+$/i
const kept = { ends: '1 fail', finds: { 'storage/secure-transfer': 'fail' }, asks: few } as const

table('Resource Manager, asked to confirm a failure,', [
  {
    fault: 'answers with an id alone',
    estate: insecure,
    given: broken(
      'resource-manager',
      changed(({ id }: { id: string }) => ({ id })),
      account,
    ),
    ...kept,
    says: /from Resource Graph/,
  },
  {
    fault: 'answers properties: null',
    estate: insecure,
    given: broken(
      'resource-manager',
      changed((body: object) => ({ ...body, properties: null })),
      account,
    ),
    ...kept,
    says: /from Resource Graph/,
  },
  {
    fault: 'answers with a list',
    estate: insecure,
    given: broken(
      'resource-manager',
      changed(() => []),
      account,
    ),
    ...kept,
    says: /from Resource Graph/,
  },
  {
    fault: 'answers without properties',
    estate: insecure,
    given: broken(
      'resource-manager',
      changed(({ id, name, type }: Record<string, string>) => ({ id, name, type })),
      account,
    ),
    ...kept,
    says: /from Resource Graph/,
  },
  {
    fault: 'answers about another account',
    estate: insecure,
    given: broken(
      'resource-manager',
      changed((body: { id: string; properties: object }) => ({
        ...body,
        id: `${body.id}2`,
        name: 'other',
        properties: { ...body.properties, supportsHttpsTrafficOnly: true },
      })),
      account,
    ),
    ...kept,
    says: /from Resource Graph/,
  },
  {
    fault: 'is out of order',
    estate: insecure,
    given: broken('resource-manager', status(500), account),
    ...kept,
    says: /from Resource Graph/,
  },
  {
    fault: 'says that all is well',
    estate: insecure,
    given: broken(
      'resource-manager',
      changed((body: { properties: object }) => ({
        ...body,
        properties: { ...body.properties, supportsHttpsTrafficOnly: true },
      })),
      account,
    ),
    ends: '0 pass',
  },
])

table('A list of Resource Manager', [
  {
    fault: 'is forbidden',
    given: broken('resource-manager', status(403, error('AuthorizationFailed')), datastores),
    ends: '1 incomplete',
    says: [/may not list the datastores of mlw-portal: it lacks/, /role assignment create/],
    asks: few,
  },
  {
    fault: 'does not accept a token once',
    given: broken('resource-manager', { ...status(401, error('ExpiredAuthenticationToken')), times: 1 }, lists),
    ends: '0 pass',
    asks: { token: 2 },
  },
  {
    fault: 'accepts no token',
    given: broken('resource-manager', status(401, error('InvalidAuthenticationToken')), lists),
    ends: '1 incomplete',
    says: /InvalidAuthenticationToken|Said so/,
    never: /role assignment create/,
    asks: { token: 3 },
  },
  {
    fault: 'is of another tenant',
    given: broken('resource-manager', status(401, error('InvalidAuthenticationTokenTenant')), lists),
    ends: '1 incomplete',
    says: /belong to a different tenant/,
    never: /role assignment create/,
    asks: { token: 1 },
  },
  {
    fault: 'has a page of HTML',
    given: broken('resource-manager', { kind: 'malformed' }, lists),
    ends: '1 incomplete',
    says: /not JSON/,
    asks: few,
  },
  {
    fault: 'has a text for a list',
    given: broken(
      'resource-manager',
      changed(() => ({ value: 'x' })),
      lists,
    ),
    ends: '1 incomplete',
    says: /other than a list/,
    asks: few,
  },
  {
    fault: 'has items that are nothing',
    given: broken(
      'resource-manager',
      changed(() => ({ value: [null, 7, 'x', []] })),
      lists,
    ),
    ends: '1 incomplete',
    says: /neither an id nor a name/,
    asks: few,
  },
  {
    fault: 'leads to another host',
    given: broken(
      'resource-manager',
      changed((body: object) => ({ ...body, nextLink: 'https://evil.example/next' })),
      lists,
    ),
    ends: '1 incomplete',
    says: /another host|out of this subscription/,
    asks: few,
  },
  {
    fault: 'leads to plain HTTP',
    given: broken(
      'resource-manager',
      changed((body: object) => ({ ...body, nextLink: 'http://management.azure.com/next' })),
      lists,
    ),
    ends: '1 incomplete',
    asks: few,
  },
  { fault: 'leads to itself', given: looping, ends: '1 incomplete', says: /read already/, asks: few },
  {
    fault: 'is sent to another host',
    given: broken('resource-manager', status(307, '', { location: 'https://evil.example/x' }), lists),
    ends: '1 incomplete',
    asks: few,
  },
  {
    fault: 'closes the connection',
    given: broken('resource-manager', { kind: 'reset' }, computes),
    ends: '1 incomplete',
    asks: few,
  },
  {
    fault: 'breaks off once',
    given: broken('resource-manager', { kind: 'truncate', times: 1 }, computes),
    ends: '0 pass',
    asks: few,
  },
  {
    fault: 'says nothing',
    given: endless('resource-manager', { kind: 'hang' }, ({ path }) => lists.test(path)),
    ends: '1 incomplete',
    says: /run reached its time limit/,
    asks: few,
  },
  {
    fault: 'stops in the middle',
    given: endless('resource-manager', { kind: 'stall' }, ({ path }) => lists.test(path)),
    ends: '1 incomplete',
    says: /run reached its time limit/,
    asks: few,
  },
  {
    fault: 'is busy for ever',
    given: endless(
      'resource-manager',
      { kind: 'status', status: 429, headers: { 'retry-after': '86400' } },
      ({ path }) => lists.test(path),
    ),
    ends: '1 incomplete',
    asks: few,
  },
  {
    fault: 'has 40 MiB',
    given: broken(
      'resource-manager',
      changed(() => ({ value: 'x'.repeat(40 * 2 ** 20) })),
      computes,
    ),
    ends: '1 incomplete',
    says: /larger than 32 MiB/,
    asks: few,
  },
  {
    fault: 'is of a provider that is not registered',
    given: broken(
      'resource-manager',
      status(
        409,
        error('MissingSubscriptionRegistration', "not registered to use namespace 'Microsoft.MachineLearningServices'"),
      ),
      computes,
    ),
    ends: '0 pass',
    asks: few,
  },
  {
    fault: 'is not known to this cloud',
    given: broken('resource-manager', status(400, error('NoRegisteredProviderFound')), computes),
    ends: '1 incomplete',
    says: /cannot be listed/,
    asks: few,
  },
])

function looping(cloud: Cloud): undefined {
  const fault: Fault = changed((body: object) => ({
    ...body,
    nextLink: `https://management.azure.com${portalIds.workspace}/computes?api-version=2025-12-01&p=1`,
  }))
  put(cloud, 'resource-manager', fault, computes)
}

const vault = /\/vaults\/[^/]+$/i
const key = /\/keys\/[^/]+$/i
const cmk = { inputs: { profile: 'cmk-required' } }
const brokenKey =
  (fault: Fault, path = key) =>
  (cloud: Cloud) => {
    put(cloud, 'resource-manager', fault, path)
    return cmk
  }

table('A key that is read by Resource Manager', [
  {
    fault: 'has no properties',
    estate: oneEstate,
    given: brokenKey(changed(({ id, name, type }: Record<string, string>) => ({ id, name, type }))),
    ends: '1 incomplete',
    finds: { 'key/validity': 'unknown invalid-response' },
    asks: few,
  },
  {
    fault: 'is another key',
    estate: oneEstate,
    given: brokenKey(changed((body: { id: string }) => ({ ...body, id: `${body.id}x`, name: 'other' }))),
    ends: '1 incomplete',
    asks: few,
  },
  {
    fault: 'is forbidden',
    estate: oneEstate,
    given: brokenKey(status(403, error('AuthorizationFailed'))),
    ends: '1 incomplete',
    says: /role assignment create/,
    asks: few,
  },
  {
    fault: 'is gone',
    estate: oneEstate,
    given: brokenKey(status(404, error('ResourceNotFound'))),
    ends: '1 fail',
    asks: few,
  },
  {
    fault: 'is in a vault that says 503',
    estate: oneEstate,
    given: brokenKey(status(503), vault),
    ends: '0 pass',
    asks: few,
  },
  {
    fault: 'is in a vault without properties',
    estate: oneEstate,
    given: ({ estate }) => {
      Object.assign(resourceOf(estate, oneIds.cmkVault), { properties: null })
      return cmk
    },
    ends: '1 incomplete',
    says: /invalid-response|kv-[a-z-]*cmk/,
    asks: few,
  },
])
