import type { CloudResource } from '../estate.ts'
import { build, locationOf, type Overrides, resourceId, type Scope, systemData } from './build.ts'
import { type KeyReference, keyUri, keyUriWithVersion } from './key-vault.ts'

type Tier = 'Basic' | 'Standard' | 'Premium'

export const tier = (name: Tier) => ({ sku: { name, tier: name } })

// Example: Microsoft.ContainerRegistry RegistryGet.json
export function containerRegistry(scope: Scope, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: resourceId(scope, 'Microsoft.ContainerRegistry/registries', name),
    name,
    type: 'Microsoft.ContainerRegistry/registries',
    location: locationOf(scope),
    sku: { name: 'Standard', tier: 'Standard' },
    tags: {},
    systemData,
    properties: {
      loginServer: `${name}.azurecr.io`,
      creationDate: '2025-03-11T08:40:26.1537861Z',
      provisioningState: 'Succeeded',
      adminUserEnabled: false,
      networkRuleSet: { defaultAction: 'Allow', ipRules: [] },
      policies: {
        quarantinePolicy: { status: 'disabled' },
        trustPolicy: { type: 'Notary', status: 'disabled' },
        retentionPolicy: { days: 7, lastUpdatedTime: '2025-03-11T08:40:33.8506835+00:00', status: 'disabled' },
        exportPolicy: { status: 'enabled' },
        azureADAuthenticationAsArmPolicy: { status: 'enabled' },
        softDeletePolicy: {
          retentionDays: 7,
          lastUpdatedTime: '2025-03-11T08:40:33.8506835+00:00',
          status: 'disabled',
        },
      },
      encryption: { status: 'disabled' },
      dataEndpointEnabled: false,
      dataEndpointHostNames: [],
      privateEndpointConnections: [],
      publicNetworkAccess: 'Enabled',
      networkRuleBypassOptions: 'AzureServices',
      zoneRedundancy: 'Disabled',
      anonymousPullEnabled: false,
    },
  }
  return build(template, overrides)
}

// Fields: "Enable a customer-managed key" in the registry's documentation; `identity` is a client id, not a resource id
export const registryKey = (key: KeyReference, identity: CloudResource, keyRotationEnabled = true) => ({
  sku: { name: 'Premium', tier: 'Premium' },
  identity: {
    type: 'userAssigned',
    userAssignedIdentities: { [identity.id]: principalAndClient(identity) },
  },
  properties: {
    encryption: {
      status: 'enabled',
      keyVaultProperties: {
        identity: principalAndClient(identity).clientId,
        keyIdentifier: keyRotationEnabled ? keyUri(key) : keyUriWithVersion(key),
        versionedKeyIdentifier: keyUriWithVersion(key),
        keyRotationEnabled,
        lastKeyRotationTimestamp: '2025-09-02T10:21:44.702329Z',
      },
    },
  },
})

function principalAndClient(identity: CloudResource) {
  const { principalId, clientId } = identity.properties as { principalId: string; clientId: string }
  return { principalId, clientId }
}
