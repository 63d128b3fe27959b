import type { CloudResource } from '../estate.ts'
import {
  build,
  childId,
  day,
  hexOf,
  locationOf,
  type Overrides,
  resourceId,
  type Scope,
  systemData,
  tenantId,
  unixSeconds,
} from './build.ts'

/** A key as its consumers name it. */
export interface KeyReference {
  vaultId: string
  /** without a trailing slash */
  vaultUri: string
  name: string
  version: string
}

export const keyUri = (key: KeyReference) => `${key.vaultUri}/keys/${key.name}`

export const keyUriWithVersion = (key: KeyReference) => `${keyUri(key)}/${key.version}`

export const keyVersion = (vault: CloudResource, name: string, number = 1) => hexOf(`${vault.id}/${name}/${number}`)

// Example: Microsoft.KeyVault listVaultByResourceGroup.json; a vault of today, with Azure RBAC
export function keyVault(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: resourceId(scope, 'Microsoft.KeyVault/vaults', name),
    name,
    type: 'Microsoft.KeyVault/vaults',
    location: locationOf(scope),
    tags: {},
    systemData,
    properties: {
      sku: { family: 'A', name: 'standard' },
      tenantId,
      networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
      accessPolicies: [],
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      vaultUri: `https://${name}.vault.azure.net/`,
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
    },
  }
  return build(template, overrides)
}

/** An access policy as the workspace's own deployment writes it. */
export const accessPolicy = (objectId: string, permissions: Record<string, string[]> = {}) => ({
  tenantId,
  objectId,
  permissions: { keys: ['all'], secrets: ['all'], certificates: ['all'], storage: [], ...permissions },
})

const attributes = (now: number) => ({
  enabled: true,
  created: unixSeconds(now - 90 * day),
  updated: unixSeconds(now - 90 * day),
  recoveryLevel: 'Recoverable',
  exportable: false,
})

/** Dates of a key, in days before and after now; an absent one is not set. */
export function keyDates(now: number, dates: { createdDaysAgo: number; expiresInDays?: number; validInDays?: number }) {
  const created = unixSeconds(now - dates.createdDaysAgo * day)
  const later = (days?: number) => (days === undefined ? undefined : unixSeconds(now + days * day))
  return { created, updated: created, exp: later(dates.expiresInDays), nbf: later(dates.validInDays) }
}

// Fields: Microsoft.KeyVault 2026-02-01 RotationPolicy; no published response shows one
export const rotates = {
  attributes: { created: 1741680000, updated: 1741680000, expiryTime: 'P2Y' },
  lifetimeActions: [
    { trigger: { timeAfterCreate: 'P18M' }, action: { type: 'rotate' } },
    { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } },
  ],
}

export const notifiesOnly = {
  attributes: { created: 1741680000, updated: 1741680000, expiryTime: undefined },
  lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'notify' } }],
}

function keyProperties(baseUri: string, name: string, version: string) {
  const uri = `${baseUri}:443/keys/${name}`
  return {
    attributes: attributes(Date.now()),
    kty: 'RSA',
    keyOps: ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'],
    keySize: 3072,
    keyUri: uri,
    keyUriWithVersion: `${uri}/${version}`,
  }
}

const baseUriOf = (vault: CloudResource) => {
  const { vaultUri, hsmUri } = vault.properties as { vaultUri?: string; hsmUri?: string }
  return (vaultUri ?? hsmUri ?? '').replace(/\/$/, '')
}

// Example: Microsoft.KeyVault getKey.json; answers with the current version, its URIs with `:443`
export function vaultKey(
  vault: CloudResource,
  name: string,
  version: string,
  ...overrides: Overrides[]
): CloudResource {
  const template = {
    id: childId(vault, 'keys', name),
    name,
    type: `${vault.type}/keys`,
    location: vault.location ?? '',
    properties: keyProperties(baseUriOf(vault), name, version),
  }
  return build(template, overrides)
}

// Example: Microsoft.KeyVault getKeyVersion.json
export function vaultKeyVersion(
  vault: CloudResource,
  name: string,
  version: string,
  ...overrides: Overrides[]
): CloudResource {
  const template = {
    id: `${childId(vault, 'keys', name)}/versions/${version}`,
    name: version,
    type: `${vault.type}/keys/versions`,
    location: vault.location ?? '',
    properties: keyProperties(baseUriOf(vault), name, version),
  }
  return build(template, overrides)
}

/** A key with one version: both resources, and how consumers name it. */
export function keyWithVersion(vault: CloudResource, name: string, ...overrides: Overrides[]) {
  const version = keyVersion(vault, name)
  const reference: KeyReference = { vaultId: vault.id, vaultUri: baseUriOf(vault), name, version }
  const resources = [
    vaultKey(vault, name, version, ...overrides),
    vaultKeyVersion(vault, name, version, ...overrides, { properties: { rotationPolicy: undefined } }),
  ]
  return { reference, resources }
}

// Example: Microsoft.KeyVault ManagedHsm_Get.json, its host with the region in it
export function managedHsm(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: resourceId(scope, 'Microsoft.KeyVault/managedHSMs', name),
    name,
    type: 'Microsoft.KeyVault/managedHSMs',
    location: locationOf(scope),
    sku: { family: 'B', name: 'Standard_B1' },
    tags: {},
    systemData,
    properties: {
      tenantId,
      initialAdminObjectIds: ['ad314000-0000-4000-8000-000000000001'],
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
      hsmUri: `https://${locationOf(scope)}.${name}.managedhsm.azure.net`,
      provisioningState: 'Succeeded',
      statusMessage: 'The Managed HSM is provisioned and ready to use.',
      networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
      publicNetworkAccess: 'Enabled',
      regions: [],
      securityDomainProperties: { activationStatus: 'Active', activationStatusMessage: 'Your HSM is active.' },
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.KeyVault managedHsmGetKey.json, which has no location
export function managedHsmKey(
  hsm: CloudResource,
  name: string,
  version: string,
  ...overrides: Overrides[]
): CloudResource {
  return vaultKey(hsm, name, version, { location: undefined, properties: { kty: 'RSA-HSM' } }, ...overrides)
}
