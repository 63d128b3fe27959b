import type { CloudResource, Estate, RoleAtScope } from '../estate.ts'
import {
  change,
  classicComponent,
  cluster,
  commandJob,
  component,
  containerRegistry,
  cosmosDbKey,
  guidOf,
  hub,
  type KeyReference,
  keyDates,
  keyVault,
  keyWithVersion,
  logAnalyticsWorkspace,
  managementGroupId,
  notifiesOnly,
  project,
  roleAssignment,
  roles,
  type Scope,
  serviceSideKey,
  storageAccount,
  systemDatastores,
  systemPrincipalOf,
  tier,
  toGroup,
  uses,
  workspace,
} from '../templates.ts'
import { chatbotContents, demoSecrets, fraudContents, pricingContents, visionContents } from './demo-contents.ts'
import { encryptedWorkspace, monitoring } from './encrypted.ts'
import { estateOf, reader, resourceOf, subscriptionIds, vaultWithKey } from './parts.ts'
import { portalWorkspace } from './portal.ts'

const { production, research, platform } = subscriptionIds

const groups = {
  fraud: { subscriptionId: production, resourceGroup: 'rg-fraud-prod' },
  vision: { subscriptionId: production, resourceGroup: 'rg-vision' },
  research: { subscriptionId: research, resourceGroup: 'rg-research', location: 'northeurope' },
  lab: { subscriptionId: research, resourceGroup: 'rg-lab' },
  genai: { subscriptionId: research, resourceGroup: 'rg-genai', location: 'swedencentral' },
  monitoring: { subscriptionId: platform, resourceGroup: 'rg-platform-monitoring' },
  vaults: { subscriptionId: platform, resourceGroup: 'rg-shared-vaults', location: 'northeurope' },
  registries: { subscriptionId: platform, resourceGroup: 'rg-shared-registries', location: 'northeurope' },
  security: { subscriptionId: platform, resourceGroup: 'rg-security', location: 'swedencentral' },
  lake: { subscriptionId: platform, resourceGroup: 'rg-data-lake' },
  archive: { subscriptionId: platform, resourceGroup: 'rg-camera-archive' },
}

/** Encrypted with the bank's own key by people who meant well: the key's vault can be purged, and the key runs out. */
function fraud(logs: CloudResource, now: number) {
  const tags = { environment: 'production', data: 'sensitive', owner: 'fraud-analytics' }
  const parts = encryptedWorkspace({
    scope: groups.fraud,
    stem: 'fraud',
    stage: 'prod',
    now,
    logs,
    overrides: { tags },
  })
  const attributes = keyDates(now, { createdDaysAgo: 345, expiresInDays: 20 })
  const lake = vaultWithKey(groups.vaults, 'kv-data-lake', 'cmk-data-lake', now)
  parts.resources.push(
    ...earlierKey(parts.resources, parts.cmkVault),
    ...lake.resources,
    ...fraudContents(parts.workspace, groups.fraud, parts.key, { scope: groups.lake, key: lake.key }),
  )
  change(parts.cmkVault, { properties: { enablePurgeProtection: undefined } })
  for (const key of keysOf(parts.resources, parts.cmkVault.id)) {
    const rotationPolicy = key.type.endsWith('/keys') ? notifiesOnly : undefined
    change(key, { properties: { attributes, rotationPolicy } }, recoveryLevel('Recoverable+Purgeable'))
  }
  return { ...parts, lakeVault: lake.vault }
}

/** The workspace was given another key, and its metadata stayed with the one before; search decides index by index. */
function earlierKey(resources: CloudResource[], vault: CloudResource) {
  const earlier = keyWithVersion(vault, 'cmk-fraud-2024')
  for (const store of resources) {
    if (store.type.endsWith('/databaseAccounts')) change(store, cosmosDbKey(earlier.reference))
    if (store.type.endsWith('/searchServices')) change(store, { properties: { encryptionWithCmk: searchByIndex } })
  }
  return earlier.resources
}

const searchByIndex = { enforcement: 'Unspecified', encryptionComplianceStatus: 'NonCompliant' }

const keysOf = (resources: CloudResource[], vaultId: string) =>
  resources.filter(({ id }) => id.startsWith(`${vaultId}/keys/`))

const recoveryLevel = (level: string) => ({ properties: { attributes: { recoveryLevel: level } } })

/** An old account, a classic component, and a vault and a registry that other teams keep to themselves. */
function researchers() {
  const parts = {
    containerRegistry: containerRegistry(groups.registries, 'crcontososhared'),
    storageAccount: storageAccount(groups.research, 'stresearch', {
      properties: { minimumTlsVersion: 'TLS1_0', allowSharedKeyAccess: null, allowCrossTenantReplication: true },
    }),
    keyVault: keyVault(groups.vaults, 'kv-research'),
    applicationInsights: classicComponent(groups.research, 'appi-research'),
  }
  const machineLearning = workspace(groups.research, 'mlw-research', { tags: { environment: 'test' } }, uses(parts))
  const access = roleAssignment(parts.keyVault.id, roles.keyVaultSecretsOfficer, systemPrincipalOf(machineLearning))
  const datastores = systemDatastores(machineLearning, parts.storageAccount)
  const contents = [cluster(machineLearning, 'cpu-spot'), commandJob(machineLearning, 'ablation-2026-10-30')]
  const resources = [machineLearning, ...Object.values(parts), access, ...datastores, ...contents]
  return { ...parts, workspace: machineLearning, resources }
}

function lab() {
  const registry = containerRegistry(groups.lab, 'crmlwlab', tier('Basic'), { properties: { adminUserEnabled: true } })
  const parts = portalWorkspace(groups.lab, 'mlw-lab', { containerRegistry: registry })
  return { ...parts, containerRegistry: registry, resources: [...parts.resources, registry] }
}

/** A group in Entra whose members are the workspaces of the sandboxes. */
const sandboxes = guidOf('contoso-sandboxes')

/** The hub may use its vault as a member of a group, by a role that is assigned far above. */
function genai() {
  const logs = logAnalyticsWorkspace(groups.security, 'law-security')
  const parts = {
    storageAccount: storageAccount(groups.genai, 'stgenai', { properties: { allowSharedKeyAccess: false } }),
    keyVault: keyVault(groups.genai, 'kv-genai'),
    applicationInsights: component(groups.genai, 'appi-genai', logs),
  }
  const parent = hub(groups.genai, 'hub-genai', uses(parts))
  const child = project(groups.genai, 'proj-chatbot', parent)
  change(parent, { properties: { associatedWorkspaces: [child.id] } })
  const access = roleAssignment(managementGroupId('contoso-sandboxes'), roles.keyVaultAdministrator, sandboxes, toGroup)
  const datastores = [parent, child].flatMap((each) => systemDatastores(each, parts.storageAccount, 'None'))
  const contents = chatbotContents(parent, child, groups.genai)
  const resources = [parent, child, ...Object.values(parts), logs, access, ...datastores, ...contents]
  return { ...parts, logs, hub: parent, project: child, resources }
}

function visionWorkspaces(logs: CloudResource, key: KeyReference) {
  const shared = {
    keyVault: keyVault(groups.vision, 'kv-vision'),
    containerRegistry: containerRegistry(groups.vision, 'crvision'),
    applicationInsights: component(groups.vision, 'appi-vision', logs),
  }
  const accounts = ['stvision', 'stpricing'].map((name) => storageAccount(groups.vision, name))
  const [visionAccount, pricingAccount] = accounts
  const vision = workspace(
    groups.vision,
    'mlw-vision',
    uses({ ...shared, storageAccount: visionAccount }),
    serviceSideKey(key),
  )
  const pricing = workspace(groups.vision, 'mlw-pricing', uses({ ...shared, storageAccount: pricingAccount }))
  return { vision, pricing, ...shared, accounts }
}

/** Two workspaces with one vault, one registry and one component between them; the first has a service-side key. */
function vision(logs: CloudResource, now: number) {
  const keys = vaultWithKey(groups.vision, 'kv-vision-cmk', 'cmk-vision', now)
  const { accounts, ...parts } = visionWorkspaces(logs, keys.key)
  const access = [
    roleAssignment(parts.keyVault.id, roles.keyVaultAdministrator, systemPrincipalOf(parts.vision)),
    roleAssignment(parts.keyVault.id, roles.keyVaultAdministrator, systemPrincipalOf(parts.pricing)),
    roleAssignment(keys.vault.id, roles.keyVaultCryptoServiceEncryptionUser, systemPrincipalOf(parts.vision)),
  ]
  const datastores = [parts.vision, parts.pricing].flatMap((each, at) =>
    accounts.slice(at, at + 1).flatMap((account) => systemDatastores(each, account)),
  )
  const contents = [
    ...visionContents(parts.vision, groups.vision, groups.archive),
    ...accounts.slice(1).flatMap((account) => pricingContents(parts.pricing, groups.vision, account)),
  ]
  const resources = [...Object.values(parts), ...accounts, ...keys.resources, ...access, ...datastores, ...contents]
  return { ...parts, cmkVault: keys.vault, resources }
}

function content(now: number) {
  const monitor = monitoring(groups.monitoring, 'platform', now)
  return {
    monitor,
    fraud: fraud(monitor.logs, now),
    vision: vision(monitor.logs, now),
    researchers: researchers(),
    lab: lab(),
    genai: genai(),
  }
}

const sample = content(0)

export const demoIds = {
  fraud: sample.fraud.workspace.id,
  fraudStorage: sample.fraud.storageAccount.id,
  fraudVault: sample.fraud.keyVault.id,
  fraudCmkVault: sample.fraud.cmkVault.id,
  fraudKey: `${sample.fraud.cmkVault.id}/keys/${sample.fraud.key.name}`,
  lakeVault: sample.fraud.lakeVault.id,
  fraudRegistry: sample.fraud.containerRegistry.id,
  research: sample.researchers.workspace.id,
  researchStorage: sample.researchers.storageAccount.id,
  researchVault: sample.researchers.keyVault.id,
  researchRegistry: sample.researchers.containerRegistry.id,
  researchInsights: sample.researchers.applicationInsights.id,
  lab: sample.lab.workspace.id,
  labVault: sample.lab.keyVault.id,
  labRegistry: sample.lab.containerRegistry.id,
  hub: sample.genai.hub.id,
  project: sample.genai.project.id,
  genaiLogs: sample.genai.logs.id,
  vision: sample.vision.vision.id,
  visionVault: sample.vision.keyVault.id,
  visionCmkVault: sample.vision.cmkVault.id,
  pricing: sample.vision.pricing.id,
  logAnalyticsCluster: sample.monitor.cluster.id,
}

const subscriptions = [
  { id: production, name: 'contoso-ml-production', managementGroups: ['contoso', 'contoso-landing-zones'] },
  { id: research, name: 'contoso-ml-research', managementGroups: ['contoso', 'contoso-sandboxes'] },
  { id: platform, name: 'contoso-platform', managementGroups: ['contoso', 'contoso-platform'] },
]

/** The role that platform and security agreed on for sandboxes: nothing of what workspaces hold, or of registrations. */
const sandboxReader: RoleAtScope = {
  scope: `/subscriptions/${research}`,
  actions: ['*/read'],
  notActions: [
    'Microsoft.MachineLearningServices/workspaces/*/read',
    'Microsoft.Resources/subscriptions/providers/read',
  ],
}

const groupOf = (scope: Scope) => `/subscriptions/${scope.subscriptionId}/resourceGroups/${scope.resourceGroup}`

/** Contoso's seven workspaces, as they are before anybody looked. */
export function demoEstate(now = Date.now()): Estate {
  const estate = estateOf({
    subscriptions,
    resources: Object.values(content(now)).flatMap(({ resources }) => resources),
    roles: [
      reader(`/subscriptions/${production}`),
      sandboxReader,
      ...[groups.lab, groups.genai, groups.monitoring, groups.lake].map((scope) => reader(groupOf(scope))),
    ],
  })
  const members = { [sandboxes]: [systemPrincipalOf(sample.genai.hub)] }
  return {
    ...estate,
    groups: members,
    secrets: demoSecrets,
    providers: { [production]: { 'Microsoft.Search': 'Unregistered' } },
  }
}

/** What Contoso does about it: nothing high is left, and nothing unreadable. */
export function fixDemo(estate: Estate): Estate {
  change(resourceOf(estate, demoIds.fraudCmkVault), { properties: { enablePurgeProtection: true } })
  const resources = estate.entries.map(({ resource }) => resource)
  for (const key of keysOf(resources, demoIds.fraudCmkVault)) change(key, recoveryLevel('Recoverable'))
  change(resourceOf(estate, demoIds.researchStorage), { properties: { minimumTlsVersion: 'TLS1_2' } })
  estate.identity.roles.push(reader(demoIds.researchVault), reader(`/subscriptions/${research}`))
  estate.identity.roles.push(reader(`/subscriptions/${platform}`))
  return estate
}
