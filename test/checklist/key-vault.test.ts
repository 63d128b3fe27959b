import { describe, expect, it } from 'vitest'
import { accessPolicy, change, type Overrides, roleAssignment, roles, toGroup } from '../../simulator/templates.ts'
import { stepsText } from '../../src/report/view/steps.ts'
import {
  assigned,
  type Change,
  cases,
  findings,
  group,
  having,
  ids,
  outcomes,
  principal,
  type Row,
  scope,
  together,
  versions,
} from './builder.ts'
import { keyRoleRows } from './key-access.ts'

const own = { of: ids.vault }
const cmk = { of: ids.cmkVault }
const hsm = { of: ids.hsm }
const vault = (properties: Overrides): Change => ({ vault: { properties } })
const cmkVault = (properties: Overrides): Change => ({ cmkVault: { properties } })
const noPrincipal: Change = {
  workspace: { identity: { userAssignedIdentities: { [ids.identity]: { principalId: null } } } },
  without: ['identity'],
}
const identityHidden: Change = {
  workspace: { identity: { userAssignedIdentities: { [ids.identity]: { principalId: null } } } },
  hide: { identity: 'forbidden' },
}
/** One vault for the key and the secrets. */
const oneVault: Change = { workspace: { properties: { keyVault: ids.cmkVault } }, without: ['vault'] }

/** Without the vault: the severity is that of a failure. For whatever other reason it is the same (`laws.test.ts`). */
const forbidden = (severity: string): Row => [
  'forbidden',
  { hide: { vault: 'forbidden' } },
  `unknown forbidden ${severity}`,
  { ...own, message: /Microsoft\.KeyVault\/vaults\/read/ },
]

const names = (keyVault: unknown): Change => ({ workspace: { properties: { keyVault } } })
const nobody = { of: ids.workspace }
cases('key-vault/exists', [
  ['there', {}, 'pass', { ...own, reads: ['name', 'kv-fraud'] }],
  [
    'gone',
    { hide: { vault: 'absent' } },
    'fail high/high',
    {
      ...own,
      message: /kv-fraud no longer exists/,
      remedy: /^az keyvault recover --name kv-fraud --resource-group rg-Fraud --subscription 1{8}/,
    },
  ],
  [
    'the vault of the key is gone',
    { hide: { cmkVault: 'absent' } },
    'fail high/high',
    { ...cmk, remedy: /--name kv-fraud-cmk/ },
  ],
  ['a managed HSM', having.hsm, 'pass', hsm],
  [
    'a managed HSM that is gone',
    together(having.hsm, { hide: { hsm: 'absent', hsmKey: 'absent' } }),
    'fail high/high',
    { ...hsm, remedy: /recover --hsm-name hsm1/ },
  ],
  [
    'named by nothing',
    names(null),
    'unknown property-absent high/high',
    { ...nobody, message: /mlw-fraud names no key vault/ },
  ],
  ['named by an empty text', names(''), 'unknown property-absent high/high', nobody],
  [
    'named by a number',
    names(7),
    'unknown unrecognised-value high/high',
    { ...nobody, message: /keyVault of mlw-fraud is not a text/ },
  ],
  ['named by an object', names({ id: ids.vault }), 'unknown unrecognised-value high/high', nobody],
  [
    'of a hub, named by nothing',
    together(names(null), { workspace: { kind: 'hub' } }),
    'unknown property-absent low/low',
    nobody,
  ],
  [
    'of a project, named by an object',
    together(having.project, names({})),
    'unknown unrecognised-value high/high',
    nobody,
  ],
  forbidden('high/high'),
])

cases('key-vault/purge-protection', [
  ['named by nothing: its own check says so', names(null), 'not-applicable absent', nobody],
  ['on', {}, 'pass', { ...own, reads: ['properties.enablePurgeProtection', true] }],
  ['on, of the key', {}, 'pass', cmk],
  ['on, as text', vault({ enablePurgeProtection: 'true' }), 'pass', own],
  [
    'off',
    vault({ enablePurgeProtection: false }),
    'fail medium/low',
    {
      ...own,
      message: /not enabled/,
      remedy:
        /^az keyvault update --name kv-fraud --resource-group rg-Fraud --subscription \S+ --enable-purge-protection true$/,
    },
  ],
  [
    'absent',
    vault({ enablePurgeProtection: undefined }),
    'fail medium/low',
    { ...own, reads: ['properties.enablePurgeProtection', null] },
  ],
  ['null', vault({ enablePurgeProtection: null }), 'fail medium/low', own],
  ['off, of the key', cmkVault({ enablePurgeProtection: null }), 'fail high/high', cmk],
  ['off, of key and secrets', together(oneVault, cmkVault({ enablePurgeProtection: null })), 'fail high/high', cmk],
  ['of another type', vault({ enablePurgeProtection: 'sure' }), 'unknown unrecognised-value medium/low', own],
  ['managed HSM, on', having.hsm, 'pass', hsm],
  [
    'managed HSM, off',
    together(having.hsm, { hsm: { properties: { enablePurgeProtection: false } } }),
    'fail high/high',
    {
      ...hsm,
      remedy: /update-hsm --hsm-name hsm1 --resource-group rg-Fraud --subscription \S+ --enable-purge-protection true$/,
    },
  ],
  [
    'managed HSM, absent',
    together(having.hsm, { hsm: { properties: { enablePurgeProtection: null } } }),
    'unknown property-absent high/high',
    hsm,
  ],
  ['vault of the key forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden high/high', cmk],
  forbidden('medium/low'),
])

cases('key-vault/soft-delete', [
  ['on', {}, 'pass', own],
  [
    'off',
    vault({ enableSoftDelete: false }),
    'fail high/high',
    {
      ...own,
      message: /Soft delete is off/,
      reads: ['properties.enableSoftDelete', false],
      remedy: /--name kv-fraud .* properties\.enableSoftDelete=true/,
    },
  ],
  ['absent', vault({ enableSoftDelete: null }), 'unknown property-absent low/low', own],
  ['of another type', vault({ enableSoftDelete: 1 }), 'unknown unrecognised-value low/low', own],
  ['managed HSM', having.hsm, 'pass', hsm],
  [
    'managed HSM, off',
    together(having.hsm, { hsm: { properties: { enableSoftDelete: false } } }),
    'fail high/high',
    { ...hsm, remedy: /update-hsm --hsm-name hsm1/ },
  ],
  forbidden('low/low'),
])

cases('key-vault/rbac-authorization', [
  ['roles', {}, 'pass', own],
  [
    'access policies',
    vault({ enableRbacAuthorization: false }),
    'fail low/low',
    {
      ...own,
      message: /uses access policies\.$/,
      remedy: /^Give everyone[^\n]*\naz keyvault update --name kv-fraud/,
    },
  ],
  [
    'null means access policies',
    vault({ enableRbacAuthorization: null }),
    'fail low/low',
    { ...own, reads: ['properties.enableRbacAuthorization', null] },
  ],
  [
    'access policies, of a hub',
    together({ workspace: { kind: 'Hub' } }, vault({ enableRbacAuthorization: false })),
    'fail info/info',
    { ...own, message: /hubs/ },
  ],
  ['roles, of a hub', { workspace: { kind: 'Hub' } }, 'pass', own],
  ['of another type', vault({ enableRbacAuthorization: [] }), 'unknown unrecognised-value low/low', own],
  forbidden('low/low'),
])

const net = (properties: Overrides) => vault(properties)
const acls = (networkAcls: unknown): Change => ({
  edit: ({ vault: { properties } }) => {
    ;(properties as Overrides).networkAcls = networkAcls
  },
})
cases('key-vault/trusted-services', [
  ['open', {}, 'pass', { ...own, reads: ['properties.publicNetworkAccess', 'Enabled'] }],
  [
    'closed, with the bypass',
    net({ publicNetworkAccess: 'Disabled' }),
    'pass',
    { ...own, reads: ['properties.networkAcls.bypass', 'AzureServices'] },
  ],
  ['denying, with the bypass', acls({ defaultAction: 'Deny', bypass: 'azureservices' }), 'pass', own],
  ['open, without the bypass', acls({ defaultAction: 'Allow', bypass: 'None' }), 'pass', own],
  [
    'closed, without the bypass',
    net({ publicNetworkAccess: 'disabled', networkAcls: { bypass: 'None' } }),
    'fail medium/medium',
    {
      ...own,
      message: /trusted Microsoft services/,
      reads: ['properties.networkAcls.bypass', 'None'],
      remedy: /--name kv-fraud .*--bypass AzureServices$/,
    },
  ],
  ['denying, without the bypass', acls({ defaultAction: 'DENY', bypass: 'none' }), 'fail medium/medium', own],
  ['denying, bypass absent', acls({ defaultAction: 'Deny' }), 'pass', own],
  [
    'everything absent',
    vault({ publicNetworkAccess: null, networkAcls: null }),
    'pass',
    { ...own, reads: ['properties.networkAcls.defaultAction', null] },
  ],
  ['networkAcls empty', acls({}), 'pass', own],
  ['access empty', net({ publicNetworkAccess: '' }), 'pass', own],
  ['oddly cased names', acls({ DefaultACTION: 'Deny', BYPASS: 'None' }), 'fail medium/medium', own],
  [
    'a perimeter decides',
    net({ publicNetworkAccess: 'SecuredByPerimeter' }),
    'unknown not-observable medium/medium',
    { ...own, message: /perimeter/ },
  ],
  ['access unheard of', net({ publicNetworkAccess: 'Sometimes' }), 'unknown unrecognised-value medium/medium', own],
  ['action unheard of', acls({ defaultAction: 'Ask' }), 'unknown unrecognised-value medium/medium', own],
  [
    'bypass unheard of',
    acls({ defaultAction: 'Deny', bypass: 'Some' }),
    'unknown unrecognised-value medium/medium',
    own,
  ],
  [
    'bypass of another type',
    acls({ defaultAction: 'Deny', bypass: true }),
    'unknown unrecognised-value medium/medium',
    own,
  ],
  [
    'networkAcls of another type',
    together(acls('open'), { whole: true }),
    'unknown unrecognised-value medium/medium',
    own,
  ],
  forbidden('medium/medium'),
])

const secrets = (...granted: string[]) => accessPolicy(principal, { keys: [], secrets: granted, certificates: [] })
const role = (at: string, definition: string): Change => ({
  edit: (parts) => {
    parts.secretsRole = roleAssignment(at, definition, principal)
  },
})
const lacking = (message: RegExp) => ({
  ...own,
  message,
  remedy: new RegExp(
    `^az role assignment create --role 'Key Vault Secrets Officer' --assignee-object-id ${principal} .*/vaults/kv-fraud$`,
  ),
})
cases('key-vault/workspace-access', [
  [
    'the identity is named by a number',
    { workspace: { properties: { primaryUserAssignedIdentity: 7 } } },
    'unknown unrecognised-value low/low',
    own,
  ],
  ['Key Vault Administrator', {}, 'pass', { ...own, reads: ['properties.scope', ids.vault] }],
  ['Secrets Officer at the group', role(group, roles.keyVaultSecretsOfficer), 'pass', own],
  [
    'Secrets Officer at the subscription, oddly cased',
    role(`/SUBSCRIPTIONS/${scope.subscriptionId}`, roles.keyVaultSecretsOfficer.toUpperCase()),
    'pass',
    own,
  ],
  ['at another vault', role(ids.cmkVault, roles.keyVaultAdministrator), 'fail low/low', lacking(/on the vault\./)],
  [
    'at a vault whose name begins alike',
    role(`${ids.vault}-2`, roles.keyVaultAdministrator),
    'fail low/low',
    lacking(/./),
  ],
  ['at one secret', role(`${ids.vault}/secrets/one`, roles.keyVaultAdministrator), 'fail low/low', lacking(/./)],
  [
    'a role that reads secrets',
    role(ids.vault, roles.keyVaultSecretsUser),
    'fail low/low',
    lacking(/^No role gives the identity secrets\/setSecret\/action and secrets\/delete on the vault\. .*Lighthouse/),
  ],
  [
    'another role',
    role(ids.vault, roles.reader),
    'fail low/low',
    lacking(
      /secrets\/getSecret\/action, secrets\/setSecret\/action, secrets\/readMetadata\/action and secrets\/delete/,
    ),
  ],
  ['the assignment is gone', { without: ['secretsRole'] }, 'fail low/low', lacking(/./)],
  [
    'through a group',
    {
      edit: (parts) =>
        void change(parts.secretsRole, toGroup, {
          properties: { principalId: 'bbbbbbbb-0000-4000-8000-000000000001' },
        }),
    },
    'pass',
    own,
  ],
  ['at the root', role('/', roles.keyVaultSecretsOfficer), 'pass', own],
  [
    'with a condition',
    { secretsRole: { properties: { condition: '((true))' } } },
    'unknown not-observable low/low',
    { ...own, message: /with a condition/ },
  ],
  [
    'assignments forbidden',
    { without: ['secretsRole'], hideCollections: { [assigned('vault')]: 'forbidden' } },
    'unknown forbidden low/low',
    { ...own, message: /lacks Microsoft\.Authorization\/roleAssignments\/read/ },
  ],
  [
    'assignments throttled',
    { without: ['secretsRole'], hideCollections: { [assigned('vault')]: 'throttled' } },
    'unknown throttled low/low',
    own,
  ],
  [
    'assignments that nobody asked for',
    { without: ['secretsRole'], drop: [assigned('vault')] },
    'unknown not-visible low/low',
    { ...own, message: /at kv-fraud were not read/ },
  ],
  [
    'the system-assigned identity, whose assignments nobody asked for',
    { workspace: { identity: { principalId: null }, properties: { primaryUserAssignedIdentity: null } } },
    'unknown property-absent low/low',
    own,
  ],
  [
    'principal unknown',
    noPrincipal,
    'unknown property-absent low/low',
    { ...own, message: /which object in Entra the workspace is/ },
  ],
  [
    'identity forbidden',
    identityHidden,
    'unknown forbidden low/low',
    { ...own, message: /userAssignedIdentities\/read/ },
  ],
  [
    'policy, everything',
    { vault: having.policies(secrets('all')) },
    'pass',
    { ...own, reads: [`properties.accessPolicies[objectId=${principal}]`, 'keys: -; secrets: all; certificates: -'] },
  ],
  [
    'policy, enough, oddly cased',
    { vault: having.policies({ ...secrets('GET', 'List', 'set', 'Delete'), objectId: principal.toUpperCase() }) },
    'pass',
    own,
  ],
  ['policy, in two entries', { vault: having.policies(secrets('get', 'list'), secrets('set', 'delete')) }, 'pass', own],
  ['policy, with blanks', { vault: having.policies(secrets('get ', ' list', 'set ', 'delete ')) }, 'pass', own],
  [
    'policy, too little',
    { vault: having.policies(secrets('get', 'list')) },
    'fail low/low',
    {
      ...own,
      message: /lacks set, delete on secrets/,
      remedy: new RegExp(
        `set-policy --name kv-fraud .*--object-id ${principal} --secret-permissions get list set delete$`,
      ),
    },
  ],
  [
    'policy, nothing on secrets',
    { vault: having.policies({ objectId: principal, permissions: null }) },
    'fail low/low',
    { ...own, remedy: /^az keyvault set-policy --name kv-fraud / },
  ],
  [
    'policy, somebody else',
    { vault: having.policies(accessPolicy('99999999-0000-4000-8000-000000000000')) },
    'unknown not-observable low/low',
    { ...own, message: /member of a group/ },
  ],
  [
    'policies absent',
    { vault: { properties: { enableRbacAuthorization: null, accessPolicies: null } } },
    'unknown not-observable low/low',
    own,
  ],
  [
    'policies of another type',
    { vault: { properties: { enableRbacAuthorization: null, accessPolicies: 'all' } } },
    'unknown unrecognised-value low/low',
    own,
  ],
  ['policies that are none', { vault: having.policies(null, 4, 'x') }, 'unknown not-observable low/low', own],
  forbidden('low/low'),
])

const keys = (...granted: string[]) => accessPolicy(principal, { keys: granted, secrets: [], certificates: [] })
cases('key-vault/cmk-access', [
  [
    'the identity is named by a list',
    { workspace: { properties: { encryption: { identity: { userAssignedIdentity: [ids.identity] } } } } },
    'unknown unrecognised-value medium/medium',
    cmk,
  ],
  ...keyRoleRows({ role: 'keyRole', principal, of: ids.cmkVault }),
  [
    'policy, of another shape',
    { cmkVault: having.policies({ objectId: principal, permissions: { keys: 'all' } }) },
    'fail medium/medium',
    {
      ...cmk,
      reads: [`properties.accessPolicies[objectId=${principal}]`, 'keys: -; secrets: -; certificates: -'],
      remedy: /^az keyvault set-policy --name kv-fraud-cmk /,
    },
  ],
  [
    'policies, two of them',
    {
      cmkVault: having.policies(
        accessPolicy(principal, { keys: ['get', 'wrapKey'], secrets: ['Get', 'list'], certificates: [] }),
        accessPolicy(principal, { keys: ['unwrapKey'], secrets: [], certificates: ['get', 'List'] }),
      ),
    },
    'pass',
    {
      ...cmk,
      reads: [
        `properties.accessPolicies[objectId=${principal}]`,
        'keys: get wrapkey; secrets: get list; certificates: - | keys: unwrapkey; secrets: -; certificates: get list',
      ],
    },
  ],
  ['policy, enough', { cmkVault: having.policies(keys('Get', 'wrapKey', 'UnwrapKey')) }, 'pass', cmk],
  ['policy, all', { cmkVault: having.policies(keys('all')) }, 'pass', cmk],
  ['policy, all, with a blank', { cmkVault: having.policies(keys('all ')) }, 'pass', cmk],
  [
    'policy, too little',
    { cmkVault: having.policies(keys('get')) },
    'fail medium/medium',
    {
      ...cmk,
      message: /lacks wrapkey, unwrapkey on keys/,
      remedy: new RegExp(
        `set-policy --name kv-fraud-cmk .*--object-id ${principal} --key-permissions get wrapkey unwrapkey$`,
      ),
    },
  ],
  [
    'policy, somebody else',
    { cmkVault: having.policies(accessPolicy('99999999-0000-4000-8000-000000000000')) },
    'unknown not-observable medium/medium',
    cmk,
  ],
  [
    'system-assigned',
    { workspace: { identity: { principalId: null }, properties: { encryption: { identity: null } } } },
    'unknown property-absent medium/medium',
    { ...cmk, message: /did not report which object in Entra uses the key/ },
  ],
  ['identity forbidden', identityHidden, 'unknown forbidden medium/medium', cmk],
  ['forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden medium/medium', cmk],
  ['gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', cmk],
  ['not asked of a managed HSM', having.hsm, 'not-applicable not-used'],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

const policyOf = (permissions: Record<string, string[]>) =>
  accessPolicy(principal, { keys: [], secrets: [], certificates: [], ...permissions })
cases('key-vault/least-privilege', [
  ['grants by roles', {}, 'not-applicable not-used', own],
  ['no purge', { vault: having.policies(secrets('get', 'list', 'set', 'delete')) }, 'pass', own],
  [
    'purge on secrets',
    { vault: having.policies(secrets('get', 'Purge')) },
    'fail low/low',
    { ...own, message: /grants purge/, remedy: /--name kv-fraud .* --secret-permissions get$/ },
  ],
  [
    'purge on keys',
    { vault: having.policies(policyOf({ keys: ['purge', 'get'] })) },
    'fail low/low',
    { ...own, remedy: /--key-permissions get$/ },
  ],
  [
    'purge on certificates',
    { vault: having.policies(policyOf({ certificates: ['PURGE'] })) },
    'fail low/low',
    { ...own, remedy: /--certificate-permissions$/ },
  ],
  ['purge, with a blank', { vault: having.policies(policyOf({ keys: ['purge '] })) }, 'fail low/low', own],
  [
    'all',
    { vault: having.policies(secrets('all')) },
    'fail info/info',
    { ...own, message: /sources differ/, remedy: /--secret-permissions get list delete recover backup restore set$/ },
  ],
  [
    'all and purge',
    { vault: having.policies(policyOf({ keys: ['all'], secrets: ['purge'] })) },
    'fail low/low',
    {
      ...own,
      remedy:
        / --key-permissions get list delete recover backup restore create import update rotate getrotationpolicy setrotationpolicy encrypt decrypt sign verify wrapKey unwrapKey release --secret-permissions$/,
    },
  ],
  [
    'all on certificates',
    { vault: having.policies(policyOf({ certificates: ['all'] })) },
    'fail info/info',
    {
      ...own,
      remedy:
        / --certificate-permissions get list delete recover backup restore create import update managecontacts manageissuers getissuers listissuers setissuers deleteissuers$/,
    },
  ],
  [
    'purge for another identity of the workspace',
    {
      workspace: { identity: { principalId: '12345678-0000-4000-8000-000000000000' } },
      vault: having.policies(
        secrets('get'),
        accessPolicy('12345678-0000-4000-8000-000000000000', { secrets: ['purge'] }),
      ),
    },
    'fail low/low',
    { ...own, remedy: /^az keyvault set-policy [^\n]* --object-id 12345678[^\n]*$/ },
  ],
  [
    'purge for two identities of the workspace',
    {
      workspace: { identity: { principalId: '12345678-0000-4000-8000-000000000000' } },
      vault: having.policies(
        secrets('purge', 'list'),
        accessPolicy('12345678-0000-4000-8000-000000000000', { keys: [], secrets: ['purge'], certificates: [] }),
      ),
    },
    'fail low/low',
    { ...own, remedy: /^az [^\n]* --object-id 12345678\S* --secret-permissions\naz [^\n]* --secret-permissions list$/ },
  ],
  [
    'purge for somebody else',
    {
      vault: having.policies(
        secrets('get'),
        accessPolicy('99999999-0000-4000-8000-000000000000', { secrets: ['purge'] }),
      ),
    },
    'pass',
    own,
  ],
  ['no entry', { vault: having.policies() }, 'unknown not-observable low/low', own],
  [
    'one identity unknown',
    {
      workspace: { identity: { userAssignedIdentities: { '/subscriptions/x/other': {} } } },
      vault: having.policies(secrets('get')),
    },
    'unknown property-absent low/low',
    { ...own, message: /which object in Entra the workspace is/ },
  ],
  [
    'one identity unknown, another may purge',
    {
      workspace: { identity: { userAssignedIdentities: { '/subscriptions/x/other': {} } } },
      vault: having.policies(secrets('purge')),
    },
    'fail low/low',
    { ...own, remedy: /^az keyvault set-policy [^\n]*$/ },
  ],
  [
    'the identity forbidden',
    together(identityHidden, { vault: having.policies(secrets('get')) }),
    'unknown forbidden low/low',
    own,
  ],
  [
    'no identity at all',
    { workspace: { identity: null }, vault: having.policies(secrets('get')) },
    'unknown not-observable low/low',
    own,
  ],
  forbidden('low/low'),
])

cases('key-vault/separation', [
  ['two vaults', {}, 'pass', { ...cmk, reads: ['id', ids.cmkVault] }],
  ['one vault', oneVault, 'fail info/info', { ...cmk, message: /That is allowed/, remedy: /not in kv-fraud-cmk/ }],
  ['forbidden', { hide: { cmkVault: 'forbidden' } }, 'unknown forbidden info/info', cmk],
  ['gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', cmk],
  ['no key', having.noKey, 'not-applicable not-used'],
  ['not asked of a managed HSM', having.hsm, 'not-applicable not-used'],
  ['project', having.project, 'not-applicable inherited'],
])

const standard = cmkVault({ sku: { name: 'Standard' } })
/** The account uses a key of another name. */
const storageKey = (more: Overrides): Change => ({
  storage: {
    properties: {
      encryption: { keyvaultproperties: { keyname: 'other', currentVersionedKeyIdentifier: null, ...more } },
    },
  },
})
cases('key-vault/hsm-backed', [
  ['premium, with a capital', cmkVault({ sku: { name: 'Premium' } }), 'pass', cmk],
  ['premium', {}, 'pass', { ...cmk, reads: ['properties.sku.name', 'premium'] }],
  ['Premium, oddly cased', cmkVault({ sku: { name: 'PREMIUM' } }), 'pass', cmk],
  ['standard, with a key in hardware', standard, 'pass', cmk],
  [
    'standard, with a key in software',
    together(standard, { key: { properties: { kty: 'RSA' } } }),
    'fail info/info',
    { ...cmk, message: /protected by software/, remedy: /kv-fraud-cmk/ },
  ],
  [
    'standard, type of the key absent',
    together(standard, { key: { properties: { kty: null } } }),
    'fail info/info',
    cmk,
  ],
  ['standard, key gone', together(standard, { hide: { key: 'absent' } }), 'fail info/info', cmk],
  ['standard, key forbidden', together(standard, { hide: { key: 'forbidden' } }), 'unknown forbidden info/info', cmk],
  ['standard, one of two keys not read', together(standard, storageKey({})), 'unknown not-visible info/info', cmk],
  [
    'standard, a key in another vault not read',
    together(standard, storageKey({ keyvaulturi: 'https://kv-fraud.vault.azure.net' })),
    'pass',
    cmk,
  ],
  ['standard, a key in another tenant', together(standard, having.otherTenant), 'pass', cmk],
  [
    'standard, something that may use another key is hidden',
    together(standard, { hide: { registry: 'forbidden' } }),
    'unknown forbidden info/info',
    cmk,
  ],
  ['tier unheard of', cmkVault({ sku: { name: 'ultra' } }), 'unknown unrecognised-value info/info', cmk],
  ['tier absent', cmkVault({ sku: null }), 'unknown property-absent info/info', cmk],
  ['managed HSM', having.hsm, 'pass', { ...hsm, reads: ['type', 'microsoft.keyvault/managedhsms'] }],
  ['not asked of another vault', having.noKeysAtAll, 'not-applicable not-used'],
  ['gone', { hide: { cmkVault: 'absent' } }, 'not-applicable absent', cmk],
])

describe('key vaults', () => {
  it('that hold both the secrets and a key are one subject', () => {
    expect(outcomes('key-vault/exists', oneVault)).toHaveLength(1)
  })

  it('named in two casings are one subject', () => {
    const shouted = { workspace: { properties: { keyVault: ids.cmkVault.toUpperCase() } } }
    expect(outcomes('key-vault/exists', shouted)).toHaveLength(1)
  })

  it('known by their host only are not subjects', () => {
    expect(outcomes('key-vault/exists', having.otherTenant).map(({ subject }) => subject?.id)).toEqual([
      ids.vault,
      ids.cmkVault,
    ])
  })

  it('of a managed HSM are asked for four things only', () => {
    const inHsm = together(having.hsm, { hsm: { properties: { enablePurgeProtection: false } } })
    const asked = [
      'exists',
      'purge-protection',
      'soft-delete',
      'rbac-authorization',
      'trusted-services',
      'workspace-access',
      'cmk-access',
      'least-privilege',
      'separation',
      'hsm-backed',
    ]
    const judged = asked.filter((slug) =>
      outcomes(`key-vault/${slug}`, inHsm).some(({ subject }) => subject?.id === ids.hsm),
    )
    expect(judged).toEqual(['exists', 'purge-protection', 'soft-delete', 'hsm-backed'])
  })

  it('are asked for what they are there for', () => {
    const subjectsOf = (slug: string, change: Change = {}) =>
      outcomes(`key-vault/${slug}`, change).map(({ subject }) => subject?.id)
    for (const slug of ['workspace-access', 'least-privilege']) expect(subjectsOf(slug)).toEqual([ids.vault])
    const elsewhere = storageKey({ keyvaulturi: 'https://kv-fraud.vault.azure.net' })
    for (const slug of ['cmk-access', 'separation']) expect(subjectsOf(slug, elsewhere)).toEqual([ids.cmkVault])
    expect(subjectsOf('hsm-backed', elsewhere)).toEqual([ids.vault, ids.cmkVault])
  })

  it('take the key of the workspace from a vault that several keys are in', () => {
    const other = `https://kv-fraud-cmk.vault.azure.net/keys/other/${versions.current}`
    const change = together(
      {
        storage: {
          properties: {
            encryption: { keyvaultproperties: { keyname: 'other', currentVersionedKeyIdentifier: other } },
          },
        },
      },
      {
        without: ['keyRole'],
        more: [roleAssignment(ids.key, roles.keyVaultCryptoServiceEncryptionUser, principal)],
      },
    )
    expect(findings('key-vault/cmk-access', change)[0]?.status).toBe('pass')
  })
})

it('least privilege looks at every identity of the workspace', () => {
  const other = '12345678-0000-4000-8000-000000000000'
  const secrets = (...granted: string[]) => ({ keys: [], certificates: [], secrets: granted })
  const change: Change = {
    workspace: { identity: { principalId: other } },
    vault: having.policies(accessPolicy(principal, secrets('get')), accessPolicy(other, secrets('purge'))),
  }
  const [finding] = findings('key-vault/least-privilege', change)
  expect(finding).toMatchObject({ status: 'fail', resource: ids.vault })
  expect(stepsText(finding?.steps ?? [])).toBe(
    `az keyvault set-policy --name kv-fraud --resource-group rg-Fraud --subscription ${scope.subscriptionId} --object-id ${other} --secret-permissions`,
  )
})
