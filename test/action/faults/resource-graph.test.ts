import { oneEstate, oneIds } from '../../../simulator/estates/one.ts'
import { resourceOf } from '../../../simulator/estates/parts.ts'
import type { Fault, RecordedRequest } from '../../../simulator/traffic.ts'
import { broken, changed, put, type Scenario, status, table } from './scenario.ts'
import { endless } from './time.ts'

interface Row {
  id: string
  name: string
  type: string
  properties: Record<string, unknown>
}
interface Answer {
  totalRecords: number
  count: number
  data: Row[]
}

const isWorkspace = ({ type }: Row) => /learningservices\/workspaces$/i.test(type)
const ofWorkspaces = ({ resourceGraphQuery = '' }: RecordedRequest) =>
  /learningservices\/workspaces/i.test(resourceGraphQuery)

/** Every row of a workspace, changed; also what Resource Manager answers, where it is asked again. */
const workspaceWith =
  (change: (row: Row) => unknown): NonNullable<Scenario['given']> =>
  (cloud) => {
    const everywhere = (row: Row) => (isWorkspace(row) ? { ...row, ...(change(row) as object) } : row)
    put(
      cloud,
      'resource-graph',
      changed(({ data, ...rest }: Answer) => ({ ...rest, data: data.map(everywhere) })),
    )
    put(cloud, 'resource-manager', changed(everywhere), /workspaces\/[^/]+$/i)
    return undefined
  }
const withProperties = (properties: unknown) => workspaceWith(() => ({ properties }))
const withReference = (reference: Record<string, unknown>) =>
  workspaceWith(({ properties }) => ({ properties: { ...properties, ...reference } }))

const always = (fault: Fault) => broken('resource-graph', fault)
const unread = { ends: '1 incomplete', never: /Encryption check passed/ } as const
const few = { 'resource-graph': 40, 'resource-manager': 20 }
const cmk = { inputs: { profile: 'cmk-required' } }

table('Resource Graph answers for a workspace whose', [
  ...[null, 'text', ['list'], 7, {}].map((properties) => ({
    fault: `properties are ${JSON.stringify(properties)}`,
    given: withProperties(properties),
    ...unread,
    asks: few,
    says: /mlw-portal/,
  })),
  {
    fault: 'storageAccount is a number',
    given: withReference({ storageAccount: 7 }),
    ...unread,
    finds: { 'storage/exists': ['pass', 'unknown unrecognised-value'] },
  },
  {
    fault: 'keyVault is a list',
    given: withReference({ keyVault: ['x'] }),
    ...unread,
    finds: { 'key-vault/exists': 'unknown unrecognised-value' },
  },
  {
    fault: 'applicationInsights is an object',
    given: withReference({ applicationInsights: { id: 'x' } }),
    ends: '0 pass',
    finds: { 'diagnostics/workspace-based': 'unknown unrecognised-value' },
  },
  {
    fault: 'containerRegistry is a number',
    given: withReference({ containerRegistry: 1 }),
    ...unread,
    finds: { 'container-registry/exists': 'unknown unrecognised-value' },
  },
  {
    fault: 'key cannot be told',
    estate: oneEstate,
    given: ({ estate }) => {
      const { properties } = resourceOf(estate, oneIds.workspace) as unknown as Row
      Object.assign(properties.encryption as object, { keyVaultProperties: { keyVaultArmId: 7, keyIdentifier: 7 } })
      return cmk
    },
    ...unread,
    finds: { 'workspace/cmk-key-reference': 'unknown unrecognised-value' },
  },
  {
    fault: 'key is of a host that only looks like a vault',
    estate: oneEstate,
    given: ({ estate }) => {
      const { properties } = resourceOf(estate, oneIds.workspace) as unknown as Row
      const keyIdentifier = 'https://kv-one-cmk.vault.azure.net.evil.example/keys/k/0123456789abcdef0123456789abcdef'
      Object.assign(properties.encryption as object, { keyVaultProperties: { keyIdentifier } })
      return cmk
    },
    ...unread,
    finds: { 'workspace/cmk-key-reference': 'fail' },
  },
])

table('Resource Graph', [
  {
    fault: 'is out of order',
    given: always(status(503)),
    ...unread,
    says: /list of workspaces could not be read/,
    asks: few,
  },
  {
    fault: 'refuses',
    given: always(status(403, { error: { code: 'AccessDenied', message: 'No.' } })),
    ...unread,
    says: /could not be read: No\./,
    asks: few,
  },
  {
    fault: 'closes every connection',
    given: always({ kind: 'reset' }),
    ...unread,
    says: /list of workspaces could not be read/,
    asks: few,
  },
  {
    fault: 'says nothing',
    given: endless('resource-graph', { kind: 'hang' }),
    ...unread,
    says: /timeout-minutes/,
    asks: few,
  },
  { fault: 'stops in the middle', given: endless('resource-graph', { kind: 'stall' }), ...unread, asks: few },
  {
    fault: 'breaks off half way',
    given: always({ kind: 'truncate' }),
    ...unread,
    says: /list of workspaces could not be read/,
    asks: few,
  },
  {
    fault: 'gives a page of HTML',
    given: always({ kind: 'malformed' }),
    ...unread,
    says: /list of workspaces could not be read/,
    asks: few,
  },
  { fault: 'gives null', given: always({ kind: 'malformed', body: 'null' }), ...unread, asks: few },
  {
    fault: 'gives a list in place of an answer',
    given: always({ kind: 'malformed', body: '[]' }),
    ...unread,
    asks: few,
  },
  {
    fault: 'gives 40 MiB, packed',
    given: always(changed((body: object) => ({ ...body, data: 'x'.repeat(40 * 2 ** 20) }))),
    ...unread,
    says: /larger than 32 MiB/,
    asks: few,
  },
  {
    fault: 'gives rows that nobody can place',
    given: always(changed((body: Answer) => ({ ...body, data: body.data.map((row) => ({ ...row, id: '/odd/one' })) }))),
    ...unread,
    says: /\/odd\/one/,
    asks: few,
  },
  {
    fault: 'announces a row more than it sends',
    given: broken(
      'resource-graph',
      changed((body: Answer) => ({ ...body, totalRecords: body.totalRecords + 1 })),
      ofWorkspaces,
    ),
    ...unread,
    says: /announced 2 rows and sent 1/,
    asks: few,
  },
  {
    fault: 'sends one row twice in place of another',
    given: broken(
      'resource-graph',
      changed((body: Answer) => ({ ...body, totalRecords: 2, data: [...body.data, ...body.data] })),
      ofWorkspaces,
    ),
    ...unread,
    says: /announced 2 rows and sent 1/,
    asks: few,
  },
  {
    fault: 'goes on and on with the same rows',
    given: endlessPages(),
    ...unread,
    says: /does not end|not complete/,
    asks: { 'resource-graph': 240 },
  },
  {
    fault: 'asks to wait for three years',
    given: endless('resource-graph', { kind: 'status', status: 429, headers: { 'retry-after': '99999999' } }),
    ...unread,
    asks: few,
  },
  {
    fault: 'says that its quota comes back in four days',
    given: (cloud) => {
      put(cloud, 'resource-graph', {
        kind: 'status',
        status: 429,
        headers: { 'x-ms-user-quota-resets-after': '99:59:59', 'retry-after': '0' },
        times: 1,
      })
      return undefined
    },
    ends: '0 pass',
    asks: few,
  },
  {
    fault: 'does not accept the token once',
    given: broken('resource-graph', { ...expired(), times: 1 }),
    ends: '0 pass',
    asks: { token: 2 },
  },
  {
    fault: 'does not accept any token',
    given: always(expired()),
    ...unread,
    never: /role assignment create/,
    asks: { token: 3, ...few },
  },
  {
    fault: 'leads to another host',
    given: always(status(307, '', { location: 'https://evil.example/' })),
    ...unread,
    asks: few,
  },
  {
    fault: 'is asked for 800 workspaces by name',
    given: () => ({ inputs: { workspaces: Array.from({ length: 800 }, (_, at) => `mlw-${at}`).join('\n') } }),
    ...unread,
    says: /mlw-\d+/,
    asks: few,
  },
])

function endlessPages(): NonNullable<Scenario['given']> {
  let page = 0
  return always(changed((body: object) => ({ ...body, totalRecords: 1_000_000, $skipToken: `t${page++}` })))
}

function expired(): Fault {
  const error = { code: 'ExpiredAuthenticationToken', message: 'The access token expiry is in the past.' }
  return { kind: 'status', status: 401, body: { error } }
}
