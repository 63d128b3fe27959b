import type { CloudResource } from '../estate.ts'
import { build, childId, locationOf, type Overrides, resourceId, type Scope } from './build.ts'
import { type KeyReference, keyUri, keyUriWithVersion } from './key-vault.ts'

const created = '2025-03-11T08:15:02.4322836Z'

const encryptedService = { keyType: 'Account', enabled: true, lastEnabledTime: created }

const endpoints = (name: string) =>
  Object.fromEntries(
    ['dfs', 'web', 'blob', 'queue', 'table', 'file'].map((service) => [
      service,
      `https://${name}.${service === 'web' ? 'z6.web' : service}.core.windows.net/`,
    ]),
  )

// Example: Microsoft.Storage StorageAccountGetProperties.json; settings of an account that the portal creates today
export function storageAccount(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: resourceId(scope, 'Microsoft.Storage/storageAccounts', name),
    name,
    type: 'Microsoft.Storage/storageAccounts',
    kind: 'StorageV2',
    location: locationOf(scope),
    sku: { name: 'Standard_LRS', tier: 'Standard' },
    tags: {},
    properties: {
      keyCreationTime: { key1: created, key2: created },
      dnsEndpointType: 'Standard',
      defaultToOAuthAuthentication: false,
      publicNetworkAccess: 'Enabled',
      allowCrossTenantReplication: false,
      privateEndpointConnections: [],
      isNfsV3Enabled: false,
      isLocalUserEnabled: true,
      isSftpEnabled: false,
      minimumTlsVersion: 'TLS1_2',
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: true,
      isHnsEnabled: false,
      largeFileSharesState: 'Enabled',
      networkAcls: {
        ipv6Rules: [],
        resourceAccessRules: [],
        bypass: 'AzureServices',
        virtualNetworkRules: [],
        ipRules: [],
        defaultAction: 'Allow',
      },
      supportsHttpsTrafficOnly: true,
      encryption: {
        services: { file: encryptedService, blob: encryptedService },
        keySource: 'Microsoft.Storage',
      },
      accessTier: 'Hot',
      provisioningState: 'Succeeded',
      creationTime: created,
      primaryEndpoints: endpoints(name),
      primaryLocation: locationOf(scope),
      statusOfPrimary: 'available',
      isSkuConversionBlocked: false,
      accountMigrationInProgress: false,
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.Storage StorageAccountGetPropertiesCMKEnabled.json; an empty keyversion follows the current one
export const storageKey = (key: KeyReference, keyversion = '') => ({
  properties: {
    encryption: {
      keySource: 'Microsoft.Keyvault',
      keyvaultproperties: {
        keyvaulturi: key.vaultUri,
        keyname: key.name,
        keyversion,
        currentVersionedKeyIdentifier: keyUriWithVersion(key),
        lastKeyRotationTimestamp: '2025-09-02T10:21:44.7023290Z',
      },
    },
  },
})

/** What can only be chosen when an account is created. */
export const hardenedStorage = {
  properties: {
    allowSharedKeyAccess: false,
    defaultToOAuthAuthentication: true,
    encryption: {
      requireInfrastructureEncryption: true,
      services: { queue: encryptedService, table: encryptedService },
    },
  },
}

// Example: Microsoft.Storage StorageAccountGetEncryptionScope.json
export function encryptionScope(account: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: childId(account, 'encryptionScopes', name),
    name,
    type: 'Microsoft.Storage/storageAccounts/encryptionScopes',
    properties: {
      source: 'Microsoft.Storage',
      state: 'Enabled',
      creationTime: created,
      lastModifiedTime: created,
      requireInfrastructureEncryption: null,
    },
  }
  return build(template, overrides)
}

// Example: Microsoft.Storage FileServicesGet.json; settings of an account that the portal creates today
export function fileService(account: CloudResource, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: childId(account, 'fileServices', 'default'),
    name: 'default',
    type: 'Microsoft.Storage/storageAccounts/fileServices',
    sku: { name: 'Standard_LRS', tier: 'Standard' },
    properties: {
      protocolSettings: { smb: {} },
      cors: { corsRules: [] },
      shareDeleteRetentionPolicy: { enabled: true, days: 7 },
    },
  }
  return build(template, overrides)
}

/** The strictest that it can be. */
export const hardenedFiles = {
  properties: {
    protocolSettings: {
      smb: {
        versions: 'SMB3.1.1;',
        authenticationMethods: 'Kerberos;',
        kerberosTicketEncryption: 'AES-256;',
        channelEncryption: 'AES-256-GCM;',
        encryptionInTransit: { required: true },
      },
    },
  },
}

/** The source is spelt `Microsoft.KeyVault` here, and `Microsoft.Keyvault` on the account. */
export const encryptionScopeKey = (key: KeyReference) => ({
  properties: {
    source: 'Microsoft.KeyVault',
    keyVaultProperties: {
      keyUri: keyUri(key),
      currentVersionedKeyIdentifier: keyUriWithVersion(key),
      lastKeyRotationTimestamp: created,
    },
  },
})
