import {
  customRole,
  managementGroupId,
  type Overrides,
  roleAssignment,
  roleOf,
  roles,
  toGroup,
} from '../../simulator/templates.ts'
import { collectionKey } from '../../src/evidence/collection-key.ts'
import { type Change, group, ids, type Part, type Row, scope, together } from './builder.ts'

const crypto = roles.keyVaultCryptoServiceEncryptionUser
const subscription = `/subscriptions/${scope.subscriptionId}`
const vaults = 'Microsoft.KeyVault/vaults'
const team = 'bbbbbbbb-0000-4000-8000-000000000001'

const wrapping = customRole(subscription, 'Wraps', { dataActions: [`${vaults}/keys/*/action`] })
const allButUnwrap = customRole(subscription, 'Half', {
  dataActions: [`${vaults}/*`],
  notDataActions: [`${vaults}/keys/unwrap/action`],
})

/** Who reaches the key: the part of the scene that is its role assignment, and the object id it is for. */
interface Holder {
  role: Part
  principal: string
  /** the subject of the check */
  of: string
  /** what the scene needs besides */
  also?: Part[]
}

/** What every check says of an identity that needs the key of the scene, in a vault that uses Azure RBAC. */
export function keyRoleRows({ role, principal, of, also = [] }: Holder): Row[] {
  const given = (...assignments: [at: string, role: string, ...Overrides[]][]): Change => ({
    without: [role],
    more: [
      wrapping,
      allButUnwrap,
      ...assignments.map(([at, one, ...rest]) => roleAssignment(at, one, principal, ...rest)),
    ],
  })
  const toTeam = { properties: { principalId: team } }
  const lists = [ids.cmkVault, ids.key].map((at) => collectionKey.assigned(at, principal))
  const seen = `roleAssignments[assignedTo=${principal}]`
  const remedy = new RegExp(
    `^az role assignment create --role 'Key Vault Crypto Service Encryption User' --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --scope \\S+/vaults/kv-fraud-cmk$`,
  )
  const lacking = (message: RegExp) => ({ of, message, remedy, reads: [seen, null] as [string, null] })
  const rows: Row[] = [
    ['Crypto Service Encryption User', {}, 'pass', { of, reads: ['properties.scope', ids.cmkVault] }],
    ['at the key', given([ids.key, crypto]), 'pass', { of, reads: ['properties.scope', ids.key] }],
    ['at the group', given([group, roles.keyVaultAdministrator]), 'pass', { of, reads: ['properties.scope', group] }],
    ['Crypto Officer', given([ids.cmkVault, roles.keyVaultCryptoOfficer]), 'pass', { of }],
    ['through a group', given([ids.cmkVault, crypto, toGroup, toTeam]), 'pass', { of }],
    [
      'at a management group',
      given([managementGroupId('contoso'), crypto]),
      'pass',
      { of, reads: ['properties.scope', managementGroupId('contoso')] },
    ],
    [
      'a role of its own and a part of another one',
      given([group, roles.keyVaultReader], [ids.cmkVault, roleOf(wrapping)]),
      'pass',
      { of, reads: ['properties.permissions', '1 entry'] },
    ],
    [
      'a role that takes one action away',
      given([ids.cmkVault, roleOf(allButUnwrap)]),
      'fail medium/medium',
      lacking(/^No role gives the identity keys\/unwrap\/action on the key\. .*Lighthouse/),
    ],
    [
      'only a role that is enough in part',
      given([ids.cmkVault, roles.keyVaultReader]),
      'fail medium/medium',
      lacking(/keys\/wrap\/action and keys\/unwrap\/action on/),
    ],
    [
      'at another key',
      given([`${ids.key}2`, crypto]),
      'fail medium/medium',
      lacking(/keys\/read, keys\/wrap\/action and keys\/unwrap\/action/),
    ],
    ['no role', given(), 'fail medium/medium', lacking(/Lighthouse delegates is not listed\.$/)],
    [
      'only with a condition',
      given([ids.cmkVault, crypto, { properties: { condition: '((true))' } }]),
      'unknown not-observable medium/medium',
      { of, message: /with a condition/, reads: ['properties.scope', ids.cmkVault] },
    ],
    [
      'assignments may not be listed',
      together(given(), { hideCollections: forbidden(lists) }),
      'unknown forbidden medium/medium',
      { of, message: /lacks Microsoft\.Authorization\/roleAssignments\/read/ },
    ],
    [
      'those at the key may not be listed',
      together(given(), { hideCollections: forbidden(lists.slice(1)) }),
      'unknown forbidden medium/medium',
      { of },
    ],
    [
      'the role may not be read',
      { hide: { encryptionUser: 'forbidden' } },
      'unknown forbidden medium/medium',
      { of, message: /lacks Microsoft\.Authorization\/roleDefinitions\/read/ },
    ],
    [
      'nobody asked',
      together(given(), { drop: lists }),
      'unknown not-visible medium/medium',
      { of, message: /role assignments of \S+ at kv-fraud-cmk were not read/ },
    ],
    ['nobody asked, and Resource Graph shows enough', { drop: lists }, 'pass', { of }],
  ]
  return rows.map(([name, changes, ...rest]) => [name, together({ also }, changes), ...rest])
}

function forbidden(keys: string[]): Change['hideCollections'] {
  return Object.fromEntries(keys.map((key) => [key, 'forbidden']))
}
