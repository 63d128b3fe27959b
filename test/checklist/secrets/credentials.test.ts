import type { Overrides } from '../../../simulator/templates.ts'
import { type Change, cases, having, ids, now, type Row, together } from '../builder.ts'
import { unlisted } from '../lists.ts'
import { onWorkspace, opaque, shaped } from './changes.ts'

const mode = (systemDatastoresAuthMode: unknown, more: Change = {}): Change =>
  together({ workspace: { properties: { systemDatastoresAuthMode } } }, more)
cases('secrets/system-datastores', [
  ['a project that shows it', together(having.project, mode('accesskey')), 'fail medium/low', onWorkspace],
  [
    'a project that shows it, whatever its hub says',
    together(having.project, mode('Identity'), { hide: { hub: 'forbidden' } }),
    'pass',
    onWorkspace,
  ],
  ['a project that does not show it', together(having.project, mode(null)), 'not-applicable inherited'],
  ['identity', {}, 'pass', { ...onWorkspace, reads: ['properties.systemDatastoresAuthMode', 'Identity'] }],
  ['identity, oddly cased', mode('identity'), 'pass', onWorkspace],
  ['delegated', mode('UserDelegationSAS'), 'pass', onWorkspace],
  [
    'access keys',
    mode('accesskey'),
    'fail medium/low',
    {
      ...onWorkspace,
      message: /account keys/,
      remedy:
        /\naz ml workspace update --name mlw-fraud --resource-group rg-Fraud --subscription \S+ --system-datastores-auth-mode identity$/,
    },
  ],
  [
    'absent means access keys',
    mode(null),
    'fail medium/low',
    { ...onWorkspace, reads: ['properties.systemDatastoresAuthMode', null] },
  ],
  ['absent in 2025-06-01', mode(null, { apiVersion: '2025-06-01' }), 'fail medium/low', onWorkspace],
  [
    'absent in an older api-version',
    mode(null, { apiVersion: '2024-10-01' }),
    'unknown api-unsupported medium/low',
    { ...onWorkspace, message: /2025-06-01/ },
  ],
  ['absent, api-version not told', mode(null, { apiVersion: null }), 'unknown api-unsupported medium/low', onWorkspace],
  ['told in an older api-version', mode('Identity', { apiVersion: '2024-10-01' }), 'pass', onWorkspace],
  ['unheard of', mode('Passkey'), 'unknown unrecognised-value medium/low', onWorkspace],
  ['of another type', mode(true), 'unknown unrecognised-value medium/low', onWorkspace],
  ['a hub', { workspace: { kind: 'Hub' } }, 'pass', onWorkspace],
  [
    'a project that shows nothing, whose hub is hidden',
    together(having.project, mode(null), { hide: { hub: 'forbidden' } }),
    'unknown forbidden medium/low',
    onWorkspace,
  ],
])

const connected: Change = { also: ['openai'] }
const of = { of: ids.openai }
const connection = (properties: Overrides) => together(connected, { openai: { properties } })
const at = (milliseconds: number) => ({ expiryTime: new Date(milliseconds).toISOString() })
cases('secrets/connections', [
  ['Entra', connected, 'pass', { ...of, reads: ['properties.authType', 'AAD'] }],
  ['a managed identity, oddly cased', connection({ authType: 'managedidentity' }), 'pass', of],
  ['none', connection({ authType: 'None' }), 'pass', of],
  ...[
    'ApiKey',
    'AccountKey',
    'AccessKey',
    'PAT',
    'SAS',
    'UsernamePassword',
    'CustomKeys',
    'OAuth2',
    'ServicePrincipal',
  ].map(
    (authType): Row => [
      authType,
      connection({ authType: authType.toLowerCase() }),
      'fail low/low',
      {
        ...of,
        message: new RegExp(`keeps a credential \\(${authType.toLowerCase()}\\)\\.$`),
        remedy: /connection openai again/,
      },
    ],
  ),
  ['unheard of', connection({ authType: 'AgenticIdentity' }), 'unknown unrecognised-value low/low', of],
  ['absent', connection({ authType: null }), 'unknown property-absent low/low', of],
  ['of another type', connection({ authType: 1 }), 'unknown unrecognised-value low/low', of],
  ['expired', connection(at(now - 1)), 'fail low/low', { ...of, message: /expired on 2026-11-22\.$/ }],
  ['expires now', connection(at(now)), 'fail low/low', of],
  ['not expired', connection(at(now + 1)), 'pass', of],
  ['expiry is not a date', connection({ expiryTime: 'soon' }), 'unknown unrecognised-value low/low', of],
  ['expiry is not a date, and a key', connection({ expiryTime: 'soon', authType: 'ApiKey' }), 'fail low/low', of],
  ['expiry of another type', connection({ expiryTime: 1 }), 'unknown unrecognised-value low/low', of],
  [
    'a credential in the metadata',
    connection({ metadata: { note: shaped } }),
    'fail high/high',
    {
      ...of,
      message: /everybody sees.*: note\.$/,
      reads: ['properties.metadata.note', `${shaped.length} characters, credential:account-key`],
    },
  ],
  [
    'metadata beside something nested',
    connection({ metadata: { conn: shaped, other: { a: 1 } } }),
    'fail high/high',
    { ...of, message: /shape of a credential: conn\.$/ },
  ],
  [
    'nested metadata',
    connection({ metadata: { other: { conn: shaped } } }),
    'fail high/high',
    { ...of, message: /shape of a credential: conn\.$/ },
  ],
  ['a credential in place of the metadata', connection({ metadata: shaped }), 'fail high/high', of],
  [
    'metadata in a text',
    connection({ metadata: 'region=westeurope' }),
    'unknown unrecognised-value low/low',
    { ...of, reads: ['properties.metadata', '17 characters, unrecognised'] },
  ],
  ['a name in the metadata is not a shape', connection({ metadata: { ApiToken: opaque } }), 'pass', of],
  ['no connections', {}, 'not-applicable not-used'],
  ['of a project', together(having.project, connection({ authType: 'PAT' })), 'fail low/low', of],
  unlisted('connections', 'low/low'),
])

cases('secrets/repository-credentials', [['files are no part of a workspace', {}, 'not-applicable not-used']])
