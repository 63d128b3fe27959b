const byDefault = { encryption: { value: { keySource: 'Default' } }, requireInfrastructureEncryption: { value: false } }
const managedByDefault = { managedServices: { keySource: 'Default' }, managedDisk: { keySource: 'Default' } }

/**
 * What the absence of a property means, by resource type: one table for all rules.
 * A path that is not here has no documented meaning, and a rule that needs it cannot decide.
 * Where a whole object is given, it stands for that object when it is absent, not for a member missing inside it.
 */
const absent: Record<string, Record<string, unknown>> = {
  'microsoft.machinelearningservices/workspaces': {
    'properties.encryption': { status: 'Disabled' },
    'properties.hbiworkspace': false,
    kind: 'default',
    identity: { type: 'None' },
    'identity.type': 'None',
  },
  'microsoft.storage/storageaccounts': {
    'properties.minimumtlsversion': 'TLS1_0',
    'properties.allowsharedkeyaccess': true,
    'properties.encryption.requireinfrastructureencryption': false,
    'properties.encryption.services': {},
    'properties.encryption.services.queue': { keyType: 'Service' },
    'properties.encryption.services.queue.keytype': 'Service',
    'properties.encryption.services.table': { keyType: 'Service' },
    'properties.encryption.services.table.keytype': 'Service',
    'properties.isnfsv3enabled': false,
  },
  'microsoft.keyvault/vaults': {
    'properties.enablepurgeprotection': false,
    'properties.enablerbacauthorization': false,
    'properties.publicnetworkaccess': 'Enabled',
    'properties.networkacls': { bypass: 'AzureServices', defaultAction: 'Allow' },
    'properties.networkacls.bypass': 'AzureServices',
    'properties.networkacls.defaultaction': 'Allow',
  },
  'microsoft.containerregistry/registries': {
    'properties.encryption': { status: 'disabled' },
  },
  'microsoft.machinelearningservices/workspaces/computes': {
    'properties.disablelocalauth': false,
  },
  'microsoft.containerservice/managedclusters': {
    'properties.securityprofile': { azureKeyVaultKms: { enabled: false } },
    'properties.securityprofile.azurekeyvaultkms': { enabled: false },
    'properties.securityprofile.azurekeyvaultkms.enabled': false,
  },
  'microsoft.compute/diskencryptionsets': {
    'properties.rotationtolatestkeyversionenabled': false,
  },
  'microsoft.databricks/workspaces': {
    'properties.parameters': byDefault,
    'properties.parameters.encryption': byDefault.encryption,
    'properties.parameters.requireinfrastructureencryption': byDefault.requireInfrastructureEncryption,
    'properties.encryption': { entities: managedByDefault },
    'properties.encryption.entities': managedByDefault,
    'properties.encryption.entities.managedservices': managedByDefault.managedServices,
    'properties.encryption.entities.manageddisk': managedByDefault.managedDisk,
  },
  'microsoft.operationalinsights/workspaces': {
    'properties.forcecmkforquery': false,
  },
}

/** Properties that came after the oldest api-version that is asked for: in older ones their absence says nothing. */
const since: Record<string, Record<string, string>> = {
  'microsoft.machinelearningservices/workspaces': {
    'properties.enableservicesidecmkencryption': '2025-06-01',
    'properties.systemdatastoresauthmode': '2025-06-01',
  },
  'microsoft.documentdb/databaseaccounts': {
    'properties.keyvaultkeyuriversion': '2025-10-15',
  },
  'microsoft.databricks/workspaces': {
    'properties.computemode': '2026-01-01',
  },
}

/** Properties that only previews show; what their absence leaves open, the checks say. */
const previews: Record<string, string[]> = {
  'microsoft.containerservice/managedclusters': [
    'properties.securityprofile.kubernetesresourceobjectencryptionprofile',
  ],
}

/** The documented meaning of an absent path, undefined where there is none. Paths and types are lower-cased. */
export function meaningOfAbsence(type: string, path: string): unknown {
  return absent[type]?.[path]
}

/** The api-version that introduced a path, when the one it was read with may be older. */
export function introducedIn(type: string, path: string): string | undefined {
  return since[type]?.[path]
}

/** Paths of a type whose absence means nothing when read with this api-version. */
export function notObservable(type: string, apiVersion: string | null): string[] {
  const late = Object.entries(since[type] ?? {})
    .filter(([, introduced]) => apiVersion === null || apiVersion < introduced)
    .map(([path]) => path)
  return apiVersion?.endsWith('-preview') ? late : [...late, ...(previews[type] ?? [])]
}

/** Types of which something came late, with the paths and the api-versions that brought them. */
export function latecomers(): [string, Record<string, string>][] {
  return Object.entries(since)
}
