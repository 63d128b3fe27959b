import { expect, it } from 'vitest'
import { accessPolicy, change, roleAssignment, roles, toGroup } from '../../../simulator/templates.ts'
import { checklist } from '../../../src/checklist/index.ts'
import { openWorkspace } from '../../../src/evidence/workspace/open.ts'
import { evaluate } from '../../../src/judge/evaluate.ts'
import { stepsText } from '../../../src/report/view/steps.ts'
import {
  assigned,
  type Change,
  cases,
  defaults,
  evidenceOf,
  findings,
  group,
  having,
  ids,
  type Part,
  principal,
  type Row,
  scope,
  together,
} from '../builder.ts'
import { forbidden, identityHidden, own, vault } from './changes.ts'

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

const noPrincipal: Change = {
  workspace: { identity: { userAssignedIdentities: { [ids.identity]: { principalId: null } } } },
  without: ['identity'],
}

const secrets = (...granted: string[]) => accessPolicy(principal, { keys: [], secrets: granted, certificates: [] })
const application = '77777777-0000-4000-8000-000000000001'
const onItsBehalf = (policy: object) => ({ ...policy, applicationId: application.toUpperCase() })
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
    { vault: having.policies({ objectId: principal, permissions: { keys: ['all'] } }) },
    'fail low/low',
    { ...own, remedy: /^az keyvault set-policy --name kv-fraud / },
  ],
  [
    'policy, without permissions',
    { vault: having.policies({ objectId: principal, permissions: null }) },
    'unknown property-absent low/low',
    { ...own, message: /shows no permissions/ },
  ],
  [
    'policy, somebody else',
    { vault: having.policies(accessPolicy('99999999-0000-4000-8000-000000000000')) },
    'unknown not-observable low/low',
    { ...own, message: /member of a group/ },
  ],
  [
    'policy, of an application on its behalf',
    { vault: having.policies(onItsBehalf(secrets('all'))) },
    'unknown not-observable low/low',
    { ...own, reads: [`properties.accessPolicies[objectId=${principal}]`, null] },
  ],
  [
    'policy, its own, naming no application',
    { vault: having.policies({ ...secrets('all'), applicationId: '' }) },
    'pass',
    own,
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
  [
    'purge of an application on its behalf',
    { vault: having.policies(secrets('get'), onItsBehalf(secrets('list', 'purge'))) },
    'fail low/low',
    {
      ...own,
      reads: [
        `properties.accessPolicies[objectId=${principal},applicationId=${application}]`,
        'keys: -; secrets: list purge; certificates: -',
      ],
      remedy: new RegExp(
        `^az [^\\n]* --object-id ${principal} --application-id ${application} --secret-permissions list$`,
      ),
    },
  ],
  [
    'purge of its own and of an application on its behalf',
    { vault: having.policies(secrets('get', 'purge'), onItsBehalf(secrets('purge'))) },
    'fail low/low',
    { ...own, remedy: /--secret-permissions get\naz [^\n]* --application-id \S+ --secret-permissions$/ },
  ],
  [
    'only of an application on its behalf, without purge',
    { vault: having.policies(onItsBehalf(secrets('get'))) },
    'unknown not-observable low/low',
    own,
  ],
  ...[{ secrets: 'purge' }, { secrets: { 0: 'purge' } }, { secrets: [{ purge: true }] }, ['purge'], 'purge'].map(
    (permissions): Row => [
      `permissions of another shape: ${JSON.stringify(permissions)}`,
      { vault: having.policies({ objectId: principal, permissions }) },
      'unknown unrecognised-value low/low',
      own,
    ],
  ),
  [
    'permissions absent',
    { vault: having.policies(secrets('all'), { objectId: principal, permissions: null }) },
    'unknown property-absent low/low',
    own,
  ],
  [
    'permissions of another shape, beside purge',
    { vault: having.policies(policyOf({ keys: ['purge'] }), { objectId: principal, permissions: { secrets: 'all' } }) },
    'fail low/low',
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

it.each<[string, Part, Change, string]>([
  [
    'storage/cmk-access',
    'storage',
    { storage: { properties: { encryption: { identity: null } } } },
    'encryption.identity',
  ],
  [
    'container-registry/cmk-access',
    'registry',
    { registry: { properties: { encryption: { keyVaultProperties: { identity: null } } } } },
    'encryption.keyVaultProperties.identity',
  ],
])('%s: evidence of an older version that did not keep whom %s names tells nothing', (id, part, change, path) => {
  const verdictOf = (unkept: string[]) => {
    const evidence = evidenceOf(change)
    const record = evidence.resources.get(ids[part].toLowerCase())
    if (record?.state === 'read') record.older = { version: '1.0.0', unkept }
    const workspace = openWorkspace(evidence, ids.workspace, 'baseline', defaults)
    return evaluate(
      checklist.filter((each) => each.id === id),
      workspace,
    ).find(({ subject }) => subject?.id === ids[part])?.verdict
  }
  expect(verdictOf([`properties.${path}`])).toMatchObject({ status: 'unknown', reason: 'not-observable' })
  expect(verdictOf(['properties.other'])).not.toMatchObject({ reason: 'not-observable' })
})
