import { standInAzureCli } from '../../../simulator/azure-cli.ts'
import type { Cloud } from '../../../simulator/cloud.ts'
import { broken, changed, status, table } from './scenario.ts'
import { endless } from './time.ts'

const refuses =
  (code: number, text = 'said') =>
  ({ entra }: Cloud) =>
    void Object.assign(entra, { error: { code, text } })
const none = { 'resource-graph': 0, 'resource-manager': 0 }
const cli = (failure: string) => (cloud: Cloud) => ({
  inputs: { 'client-id': '', 'tenant-id': '' },
  path: standInAzureCli(cloud, { failure }),
})
/** Linear patterns get through this at once; others take minutes. */
const long = 'eyJ'.repeat(200_000)

table('Microsoft Entra', [
  {
    fault: 'is busy once',
    given: broken('token', { ...status(429), times: 1 }),
    ends: '0 pass',
    asks: { token: 2, oidc: 1 },
  },
  {
    fault: 'asks to wait for a day',
    given: endless('token', { kind: 'status', status: 429, headers: { 'retry-after': '86400' } }),
    ends: '1',
    says: /timeout-minutes: 30/,
    asks: { ...none, token: 2 },
  },
  {
    fault: 'says nothing',
    given: endless('token', { kind: 'hang' }),
    ends: '1',
    says: /timeout-minutes: 30/,
    asks: { ...none, token: 5 },
  },
  { fault: 'closes the connection once', given: broken('token', { kind: 'reset', times: 1 }), ends: '0 pass' },
  {
    fault: 'gives a page',
    given: broken('token', { kind: 'malformed' }),
    ends: '1',
    says: /login\.microsoftonline\.com/,
    asks: none,
  },
  {
    fault: 'gives an empty token',
    given: broken(
      'token',
      changed((body: object) => ({ ...body, access_token: '' })),
    ),
    ends: '1',
    says: /login/,
    asks: none,
  },
  {
    fault: 'gives a number as token',
    given: broken(
      'token',
      changed((body: object) => ({ ...body, access_token: 7 })),
    ),
    ends: '1 incomplete',
    says: /access token is invalid/,
    never: /role assignment create/,
    asks: { token: 3 },
  },
  {
    fault: 'gives no token',
    given: broken(
      'token',
      changed(() => ({})),
    ),
    ends: '1',
    says: /login/,
    asks: none,
  },
  {
    fault: 'leads to another host',
    given: broken('token', status(307, '', { location: 'https://evil.example/token' })),
    ends: '1',
    says: /login\.microsoftonline\.com/,
    asks: none,
  },
  {
    fault: 'leads to plain HTTP',
    given: broken('token', status(302, '', { location: 'http://login.microsoftonline.com/token' })),
    ends: '1',
    says: /login\.microsoftonline\.com/,
    asks: none,
  },
  {
    fault: 'knows no federated credential at all',
    given: refuses(70025),
    ends: '1',
    says: [/has no federated credential at all/, /issuer/, /subject/, /audience/],
    asks: none,
  },
  { fault: 'does not know the application', given: refuses(700016), ends: '1', says: /has no application/, asks: none },
  { fault: 'has a policy', given: refuses(53003), ends: '1', says: /Conditional Access/, asks: none },
  {
    fault: 'gives a reason that nobody knows',
    given: refuses(999999, 'New in 2027.'),
    ends: '1',
    says: /AADSTS999999: New in 2027/,
    asks: none,
  },
  {
    fault: 'says something endless',
    given: refuses(999999, long),
    ends: '1',
    says: /AADSTS999999/,
    also: ({ log }) => void expectShort(log),
    asks: none,
  },
  {
    fault: 'gives markup and commands for a reason',
    given: refuses(999999, 'x\n::warning::y\u001b[31m\u202e'),
    ends: '1',
    says: /AADSTS999999: x/,
    asks: none,
  },
  {
    fault: 'does not renew a session of azure/login',
    given: cli('ERROR: AADSTS700024: Client assertion is not within its valid time range.'),
    ends: '1',
    says: /azure\/login/,
    never: /az login/,
    asks: none,
  },
])

function expectShort(log: string): void {
  if (log.length > 20_000) throw new Error(`a log of ${log.length} characters`)
}
