import * as aiServices from './ai-services.ts'
import type { Check } from './check.ts'
import * as compute from './compute.ts'
import * as containerInstance from './container-instance.ts'
import * as containerRegistry from './container-registry.ts'
import * as databricks from './databricks.ts'
import * as datastore from './datastore.ts'
import * as diagnostics from './diagnostics.ts'
import * as endpoint from './endpoint.ts'
import * as hdinsight from './hdinsight.ts'
import * as keyLifetime from './key/lifetime.ts'
import * as keyRotation from './key/rotation.ts'
import * as keyTypeAndSize from './key/type-and-size.ts'
import * as keyUse from './key/use.ts'
import * as vaultAccess from './key-vault/access.ts'
import * as vaultCmk from './key-vault/customer-managed-key.ts'
import * as vaultDeletion from './key-vault/deletion.ts'
import * as vaultFirewall from './key-vault/firewall.ts'
import * as kubernetesCluster from './kubernetes/cluster.ts'
import * as kubernetesDiskSet from './kubernetes/disk-encryption-set.ts'
import * as kubernetesDisks from './kubernetes/disks.ts'
import * as kubernetesTls from './kubernetes/tls.ts'
import * as metadata from './metadata.ts'
import * as platform from './platform.ts'
import * as provider from './provider.ts'
import * as secretsCredentials from './secrets/credentials.ts'
import * as secretsEnvironment from './secrets/environment.ts'
import * as secretsJobNames from './secrets/job-names.ts'
import * as storageAccount from './storage/account.ts'
import * as storageFiles from './storage/azure-files.ts'
import * as storageCmk from './storage/customer-managed-key.ts'
import * as storageEncryption from './storage/encryption.ts'
import * as storageTransport from './storage/transport.ts'
import * as virtualMachine from './virtual-machine.ts'
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
  keyUse.readable,
  keyUse.enabled,
  keyLifetime.validity,
  keyTypeAndSize.type,
  keyTypeAndSize.size,
  keyUse.operations,
  keyLifetime.expirySet,
  keyRotation.rotationPolicy,
  keyLifetime.age,
  keyLifetime.validityPeriod,
  keyRotation.currentVersion,
  vaultDeletion.exists,
  vaultDeletion.purgeProtection,
  vaultDeletion.softDelete,
  vaultAccess.rbacAuthorization,
  vaultFirewall.trustedServices,
  vaultAccess.workspaceAccess,
  vaultCmk.cmkAccess,
  vaultAccess.leastPrivilege,
  vaultCmk.separation,
  vaultCmk.hsmBacked,
  storageAccount.exists,
  storageEncryption.encryptionAtRest,
  storageCmk.customerManagedKey,
  storageCmk.keyAutoRotation,
  storageCmk.cmkAccess,
  storageCmk.queueTableKey,
  storageEncryption.infrastructureEncryption,
  storageTransport.secureTransfer,
  storageFiles.fileEncryptionInTransit,
  storageFiles.smbSecurity,
  storageTransport.minimumTls,
  storageAccount.sharedKey,
  storageEncryption.encryptionScopes,
  containerRegistry.exists,
  containerRegistry.customerManagedKey,
  containerRegistry.keyAutoRotation,
  containerRegistry.cmkAccess,
  containerRegistry.premiumSku,
  containerRegistry.adminUser,
  diagnostics.workspaceBased,
  diagnostics.customerManagedKey,
  diagnostics.doubleEncryption,
  diagnostics.queryEncryption,
  diagnostics.cmkAccess,
  metadata.resourceGroup,
  metadata.cosmosCmk,
  metadata.cosmosTls,
  metadata.searchCmk,
  metadata.sameKey,
  datastore.protocol,
  datastore.unsupported,
  datastore.credentials,
  compute.osDisk,
  compute.scratchDisk,
  compute.instanceForDevelopment,
  compute.productionTraining,
  compute.ephemeralNodes,
  compute.remoteLogin,
  compute.localAuth,
  kubernetesDisks.diskCmk,
  kubernetesDiskSet.diskEncryptionSet,
  kubernetesDiskSet.cmkAccess,
  kubernetesDisks.hostEncryption,
  kubernetesCluster.version,
  kubernetesCluster.etcdEncryption,
  kubernetesTls.scoringTls,
  kubernetesTls.extensionTls,
  kubernetesCluster.productionInference,
  databricks.dbfsCmk,
  databricks.managedServicesCmk,
  databricks.managedDiskCmk,
  databricks.infrastructureEncryption,
  databricks.premiumSku,
  databricks.clusterEncryption,
  aiServices.customerManagedKey,
  aiServices.localAuth,
  containerInstance.legacyService,
  containerInstance.scoringTls,
  containerInstance.customerManagedKey,
  virtualMachine.diskEncryption,
  hdinsight.diskCmk,
  hdinsight.hostEncryption,
  hdinsight.inTransit,
  hdinsight.minimumTls,
  endpoint.scoringTls,
  endpoint.authMode,
  endpoint.scratchDisk,
  secretsEnvironment.jobEnvironment,
  secretsEnvironment.deploymentEnvironment,
  secretsEnvironment.scheduleEnvironment,
  secretsEnvironment.computeEnvironment,
  secretsJobNames.jobNames,
  secretsCredentials.systemDatastores,
  secretsCredentials.connections,
  secretsCredentials.repositoryCredentials,
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
