import type { Check } from './check.ts'
import * as containerRegistry from './container-registry.ts'
import * as diagnostics from './diagnostics.ts'
import * as key from './key.ts'
import * as keyVault from './key-vault.ts'
import * as metadata from './metadata.ts'
import * as platform from './platform.ts'
import * as provider from './provider.ts'
import * as storage from './storage.ts'
import * as workspace from './workspace.ts'

/** Every check, in the order in which reports list them. */
export const checklist: readonly Check[] = [
  workspace.customerManagedKey,
  workspace.cmkArchitecture,
  workspace.cmkVaultSubscription,
  workspace.cmkVaultRegion,
  workspace.cmkKeyReference,
  workspace.highBusinessImpact,
  workspace.scratchDiskInForce,
  workspace.managedIdentity,
  key.readable,
  key.enabled,
  key.validity,
  key.type,
  key.size,
  key.operations,
  key.expirySet,
  key.rotationPolicy,
  key.age,
  key.currentVersion,
  keyVault.exists,
  keyVault.purgeProtection,
  keyVault.softDelete,
  keyVault.rbacAuthorization,
  keyVault.trustedServices,
  keyVault.workspaceAccess,
  keyVault.cmkAccess,
  keyVault.leastPrivilege,
  keyVault.separation,
  keyVault.hsmBacked,
  storage.exists,
  storage.encryptionAtRest,
  storage.customerManagedKey,
  storage.keyAutoRotation,
  storage.cmkAccess,
  storage.queueTableKey,
  storage.infrastructureEncryption,
  storage.secureTransfer,
  storage.minimumTls,
  storage.sharedKey,
  containerRegistry.exists,
  containerRegistry.customerManagedKey,
  containerRegistry.keyAutoRotation,
  containerRegistry.premiumSku,
  containerRegistry.adminUser,
  diagnostics.workspaceBased,
  diagnostics.customerManagedKey,
  diagnostics.doubleEncryption,
  diagnostics.queryEncryption,
  metadata.resourceGroup,
  metadata.cosmosCmk,
  metadata.searchCmk,
  metadata.sameKey,
  provider.registration,
  platform.internalTls,
  platform.metadataEncryption,
  platform.diagnosticData,
  platform.scratchDiskCleanup,
  platform.credentialPassing,
  platform.imageEncryption,
  platform.automlData,
  platform.sshKeys,
]
