import type { CloudResource, Estate } from '../estate.ts'
import {
  accessPolicy,
  change,
  customRole,
  guidOf,
  managementGroupId,
  principalOf,
  roleAssignment,
  roleOf,
  roles,
  systemPrincipalOf,
  toGroup,
} from '../templates.ts'
import { encryptedComputes } from './attached.ts'
import { encryptedWorkspace, monitoring } from './encrypted.ts'
import { estateOf, subscriptionIds } from './parts.ts'

const subscriptionId = subscriptionIds.production
const subscription = `/subscriptions/${subscriptionId}`
const managementGroups = ['contoso', 'contoso-landing-zones']
const vaults = 'Microsoft.KeyVault/vaults'

/** Roles of Contoso's own, made for all of it, for one subscription, and with a hole in them. */
const everywhere = customRole(managementGroupId('contoso'), 'Workspace secrets and keys', {
  dataActions: [`${vaults}/secrets/*`, `${vaults}/keys/*`],
})
const wrapping = customRole(subscription, 'Key wrapping', { dataActions: [`${vaults}/keys/*wrap/action`] })
const writing = customRole(subscription, 'Secret writing', {
  dataActions: [`${vaults}/secrets/setSecret/action`, `${vaults}/secrets/delete`],
})
const holed = customRole(subscription, 'Almost everything', {
  dataActions: ['*'],
  notDataActions: [`${vaults}/keys/unwrap/action`, `${vaults}/secrets/delete`],
})

/** Vaults, and who needs them: the first holds secrets, the others keys. */
interface Place {
  vaults: [secrets: CloudResource, ...keys: CloudResource[]]
  keys: string[]
  principals: string[]
}

interface Granted {
  resources?: CloudResource[]
  /** of whom the principals are members, through as many groups */
  groups?: string[]
}

const group = (name: string) => guidOf(`group ${name}`)
const toAll = (place: Place, scope: string, ...definitions: string[]) =>
  place.principals.flatMap((each) => definitions.map((definition) => roleAssignment(scope, definition, each)))
const perVault = (place: Place, ...definitions: string[]) =>
  place.vaults.flatMap(({ id }) => toAll(place, id, ...definitions))

const firewall = {
  properties: { condition: "((!(ActionMatches{'Microsoft.KeyVault/vaults/*'})))", conditionVersion: '2.0' },
}

/** Ways in which access is given, and what becomes of it. */
const ways: Record<string, (place: Place) => Granted> = {
  direct: (place) => ({ resources: perVault(place, roles.keyVaultAdministrator) }),
  above: (place) => ({ resources: toAll(place, subscription, roles.keyVaultAdministrator) }),
  group: ({ vaults: all }) => ({
    groups: ['inner', 'outer'].map(group),
    resources: all.map(({ id }) => roleAssignment(id, roles.keyVaultAdministrator, group('outer'), toGroup)),
  }),
  'management-group': () => ({
    groups: [group('landing-zones')],
    resources: [
      roleAssignment(managementGroupId('contoso'), roles.keyVaultAdministrator, group('landing-zones'), toGroup),
    ],
  }),
  root: (place) => ({ resources: toAll(place, '/', roles.keyVaultAdministrator) }),
  custom: (place) => ({ resources: perVault(place, roleOf(everywhere)) }),
  parts: (place) => ({
    resources: [
      ...toAll(place, subscription, roles.keyVaultReader, roles.keyVaultSecretsUser),
      ...perVault(place, roleOf(wrapping), roleOf(writing)),
    ],
  }),
  key: (place) => ({
    resources: [
      ...toAll(place, place.vaults[0].id, roles.keyVaultSecretsOfficer),
      ...place.keys.flatMap((id) => toAll(place, id, roles.keyVaultCryptoServiceEncryptionUser)),
    ],
  }),
  policies: (place) => underPolicies(place, place.principals),
  none: (place) => ({ resources: perVault(place, roles.contributor) }),
  holed: (place) => ({ resources: perVault(place, roleOf(holed)) }),
  condition: (place) => ({
    resources: perVault(place, roles.keyVaultAdministrator).map((each) => change(each, firewall)),
  }),
  'group-policies': (place) => underPolicies(place, [group('policies')]),
}

export const accessWays = Object.keys(ways)

function underPolicies({ vaults: all }: Place, holders: string[]): Granted {
  const accessPolicies = holders.map((each) => accessPolicy(each))
  for (const vault of all) change(vault, { properties: { enableRbacAuthorization: false, accessPolicies } })
  return {}
}

/** A workspace with all that needs a key, and nobody who may use one. */
function closed(stem: string, now: number) {
  const scope = { subscriptionId, resourceGroup: `rg-${stem}` }
  const logs = monitoring(scope, stem, now)
  const parts = encryptedWorkspace({ scope, stem: `ml-${stem}`, now, logs: logs.logs, architecture: 'service-side' })
  const computes = encryptedComputes(parts.workspace, scope, stem, parts)
  const resources = [...logs.resources, ...parts.resources, ...computes.resources]
  const isSet = ({ type }: CloudResource) => type === 'Microsoft.Compute/diskEncryptionSets'
  const place: Place = {
    vaults: [parts.keyVault, parts.cmkVault, logs.vault],
    keys: resources.filter(({ type }) => /vaults\/keys$/i.test(type)).map(({ id }) => id),
    principals: [parts.identity, logs.cluster, ...resources.filter(isSet)].map((each) =>
      each === parts.identity ? principalOf(each) : systemPrincipalOf(each),
    ),
  }
  return { place, resources: resources.filter(({ type }) => !/roleAssignments$/i.test(type)) }
}

/** A workspace for each way in which access to vaults is given or is not; whoever reads it may read everything. */
export function accessEstate(now = Date.now()): Estate {
  const all = Object.entries(ways).map(([stem, grant]) => {
    const { place, resources } = closed(stem, now)
    return { place, resources, granted: grant(place) }
  })
  const estate = estateOf({
    subscriptions: [{ id: subscriptionId, name: 'contoso-ml-production', managementGroups }],
    resources: [
      ...all.flatMap(({ resources, granted }) => [...resources, ...(granted.resources ?? [])]),
      ...[everywhere, wrapping, writing, holed],
    ],
  })
  return { ...estate, groups: Object.assign({}, ...all.map(({ place, granted }) => membership(place, granted))) }
}

/** The first group holds the principals, each other one the group before it. */
function membership({ principals }: Place, { groups = [] }: Granted): Record<string, string[]> {
  return Object.fromEntries(groups.map((each, at) => [each, at === 0 ? principals : [groups[at - 1] ?? '']]))
}
