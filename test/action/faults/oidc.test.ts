import { broken, changed, status, table } from './scenario.ts'
import { endless } from './time.ts'

const gives = (value: unknown) =>
  broken(
    'oidc',
    changed(() => ({ count: 1, value })),
  )
const none = { token: 0, 'resource-graph': 0 }

table('GitHub’s OIDC service', [
  {
    fault: 'is out of order',
    given: broken('oidc', status(500)),
    ends: '1',
    says: /gave no token/,
    asks: { ...none, oidc: 10 },
  },
  {
    fault: 'refuses the job',
    given: broken('oidc', status(401)),
    ends: '1',
    says: /gave no token/,
    asks: { ...none, oidc: 2 },
  },
  {
    fault: 'closes the connection',
    given: broken('oidc', { kind: 'reset' }),
    ends: '1',
    says: /token\.actions\.githubusercontent\.com/,
    asks: none,
  },
  {
    fault: 'breaks off half way',
    given: endless('oidc', { kind: 'truncate' }),
    ends: '1',
    says: /gave no token: it sent no whole answer within 60 seconds\. Check/,
    asks: none,
  },
  {
    fault: 'says nothing',
    given: endless('oidc', { kind: 'hang' }),
    ends: '1',
    says: /gave no token: it sent no whole answer within 60 seconds\. Check/,
    asks: none,
  },
  {
    fault: 'stops in the middle',
    given: endless('oidc', { kind: 'stall' }),
    ends: '1',
    says: /gave no token: it sent no whole answer within 60 seconds\. Check/,
    asks: none,
  },
  { fault: 'gives an empty text', given: gives(''), ends: '1', says: /gave no token/, asks: none },
  {
    fault: 'gives no JSON',
    given: broken('oidc', { kind: 'malformed', body: '{"value":' }),
    ends: '1',
    says: /gave no token/,
    asks: none,
  },
  {
    fault: 'gives a text that is not a token',
    given: gives('a b\n::error::c'),
    ends: '1',
    says: /a text that is not a token/,
    asks: none,
  },
  { fault: 'gives a list', given: gives(['a']), ends: '1', says: /a value of type object/, asks: none },
  {
    fault: 'gives an outdated token',
    given: ({ oidc }) => void Object.assign(oidc.claims, { exp: 1 }),
    ends: '1',
    says: [/not valid yet, or not any more/, /AADSTS700024/],
  },
  {
    fault: 'gives a token of another audience',
    given: ({ oidc }) => void Object.assign(oidc.claims, { aud: 'x' }),
    ends: '1',
    says: /AADSTS700212/,
  },
  {
    fault: 'gives a token with hostile claims',
    given: ({ oidc }) => void Object.assign(oidc.claims, { sub: "x'; rm -rf ~ #\u001b[2J\n::error::y" }),
    ends: '1',
    says: /No federated credential/,
  },
])
