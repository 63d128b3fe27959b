import { isManagedHsm, parseKeyId } from '../evidence/key-id.ts'
import type { Resource } from '../evidence/resource.ts'
import { parseResourceId, type ResourceId } from '../evidence/resource-id.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { anyResource } from '../resources/type.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { said, words } from '../said.ts'
import { check, fail, isOn, notApplicable, oneOf, pass, severity, unknown } from './check.ts'
import { movingWorkspace, notWorthMoving } from './moving.ts'
import { instruction } from './remedy.ts'
import { vaultUrl } from './vault-url.ts'

const cmk = 'https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys'
const setup = 'https://learn.microsoft.com/azure/machine-learning/how-to-setup-customer-managed-keys'

export const customerManagedKey = check({
  id: 'workspace/customer-managed-key',
  title: 'The workspace is encrypted with a customer-managed key',
  failed: 'The workspace has no customer-managed key',
  rows: ['S18', 'S20'],
  severity: severity('high', 'info'),
  subjects: (workspace) => workspace.settings,
  judge: (workspace) =>
    oneOf(
      workspace.read(mlWorkspace.encryptionStatus),
      { pass: ['Enabled'], fail: ['Disabled'] },
      'The workspace is encrypted with Microsoft-managed keys.',
    ),
  passes: 'Encryption with a customer-managed key is enabled.',
  fails: 'It is disabled, or not configured.',
  cannotTell: 'Encryption is configured without a status, or with one that is not recognized.',
  why: 'Metadata of the workspace (run history, metrics, models) is then encrypted with Microsoft-managed keys, and you can neither rotate nor revoke them.',
  remedy: (workspace) =>
    instruction`Only a new workspace can have a customer-managed key: name the vault and the key under \`customer_managed_key\` in its YAML file, then create it with \`az ml workspace create --file workspace.yml\` in place of ${workspace}. ${movingWorkspace}`,
  creationOnly: true,
  reference: cmk,
  policies: [
    {
      name: 'Azure Machine Learning workspaces should be encrypted with a customer-managed key',
      id: 'ba769a63-b8cc-4b2d-abf6-ac33c7204be8',
    },
  ],
})

export const cmkArchitecture = check({
  id: 'workspace/cmk-architecture',
  title: 'The location of the encrypted metadata is known',
  failed: 'The location of the encrypted metadata is not known',
  rows: ['S18', 'S22', 'S23'],
  severity: severity('info'),
  subjects: (workspace) => (workspace.architecture === 'undetermined' ? workspace.settings : workspace.encrypted),
  judge: (resource, { architecture, encrypted }) => {
    switch (architecture) {
      case 'service-side':
        resource.read(mlWorkspace.serviceSideEncryption)
        return pass(
          "Service-side: metadata is encrypted with your key in Microsoft's stores, pipeline metadata is in the workspace's storage account.",
        )
      case 'subscription-side':
        resource.read(mlWorkspace.managedResourceGroup)
        return pass('Subscription-side: metadata is in a managed resource group with Cosmos DB, AI Search and storage.')
      case 'bring-your-own':
        resource.read(mlWorkspace.cosmosDb)
        return pass('Bring your own: metadata is in stores that you named.')
      default:
        if (encrypted.all.length === 0) {
          resource.read(mlWorkspace.encryptionStatus)
          return unknown('property-absent', 'Azure did not report whether a customer-managed key is on.')
        }
        resource.read(mlWorkspace.serviceSideEncryption)
        return unknown('property-absent', 'A customer-managed key is on, but nothing shows where the metadata is kept.')
    }
  },
  passes: 'Service-side encryption is on, or a managed resource group or stores of your own are named.',
  fails: 'Never.',
  cannotTell: 'A customer-managed key is on, or may be, and nothing shows where the metadata is kept.',
  why: 'Where metadata is kept decides what else has to be encrypted with your customer-managed key.',
  reference: cmk,
})

export const cmkVaultSubscription = check({
  id: 'workspace/cmk-vault-subscription',
  title: "The key's vault is in the workspace's subscription",
  failed: "The key's vault is in another subscription",
  rows: ['S21'],
  severity: severity('medium'),
  subjects: (workspace) => workspace.encrypted,
  judge: (resource) => {
    const vault = vaultOf(resource)
    if (!vault) return noVault(resource)
    if (vault.subscriptionId === parseResourceId(resource.id)?.subscriptionId) return pass()
    return fail(said`The key vault ${{ name: vault.name }} is in subscription ${{ name: vault.subscriptionId }}.`)
  },
  passes: 'Vault and workspace are in the same subscription.',
  fails: 'They are in different ones.',
  cannotTell: 'No vault is named, or not by the id of a vault or a managed HSM.',
  why: 'Azure Machine Learning documents that the vault must be in the same subscription as the workspace; other set-ups are unsupported and can stop working.',
  remedy: (workspace) =>
    instruction`For a new workspace in place of ${workspace}, create the key in a vault of its subscription; an existing workspace can change to another key of the same vault only. ${movingWorkspace}`,
  creationOnly: true,
  reference: setup,
})

export const cmkVaultRegion = check({
  id: 'workspace/cmk-vault-region',
  title: "The key's vault is in the workspace's region",
  failed: "The key's vault is in another region",
  rows: ['S21'],
  severity: severity('low'),
  subjects: (workspace) => workspace.encrypted,
  judge: (resource, workspace) => {
    const id = resource.read(mlWorkspace.keyVaultOfKey)
    if (!id || !vaultOf(resource)) return noVault(resource)
    const [here, there] = [resource.read(anyResource.location), workspace.at(id).read(anyResource.location)]
    if (!here || !there)
      return unknown('property-absent', 'Azure did not report in which region the workspace or the vault is.')
    if (region(here) === region(there)) return pass()
    return fail(
      said`The vault is in ${{ name: there }}, the workspace in ${{ name: here }}. The 2021 guidance required one region; the documentation of 2025 no longer repeats it.`,
    )
  },
  passes: 'Vault and workspace are in the same region, however it is written.',
  fails: 'They are in different ones.',
  cannotTell: 'No vault is named, it cannot be read, or Azure does not report where one of the two is.',
  why: 'A vault in another region adds its outages to those of the workspace.',
  remedy: (workspace) =>
    instruction`For a new workspace in place of ${workspace}, create the key in a vault of its region; an existing workspace can change to another key of the same vault only. ${notWorthMoving}`,
  creationOnly: true,
  reference: setup,
})

export const cmkKeyReference = check({
  id: 'workspace/cmk-key-reference',
  title: 'The key identifier is complete and names the vault given',
  failed: 'The key identifier is incomplete, or names another vault',
  rows: ['S20'],
  severity: severity('low'),
  subjects: (workspace) => workspace.encrypted,
  judge: (resource, workspace) => {
    const url = resource.read(mlWorkspace.keyIdentifier)
    if (url === undefined)
      return unknown('property-absent', 'A customer-managed key is on, but no key identifier is given.')
    const key = parseKeyId(url, workspace.evidence.keyHosts)
    if (!key)
      return fail(said`The key identifier is not of the form ${words(vaultUrl(workspace))}/keys/<name>/<version>.`, {
        severity: 'medium',
      })
    const vault = vaultOf(resource)
    if (vault && !isNamedBy(vault, key.host)) {
      return fail(
        said`The key is in ${{ name: key.host }}, but the vault named beside it is ${{ name: vault.name }}.`,
        { severity: 'medium' },
      )
    }
    if (key.version === null)
      return fail('The key identifier has no version; the documented form has one.', {
        severity: severity('low', 'info'),
      })
    return vault ? pass() : noVault(resource)
  },
  passes: 'The identifier is `https://<vault>/keys/<name>/<version>`, with the vault that is named beside it.',
  fails: 'Medium: it has another form, or names another vault. Low, info under `baseline`: it has no version.',
  cannotTell: 'No identifier is given, or the vault beside it is not named by the id of a vault or a managed HSM.',
  why: 'A key identifier that does not fit its vault, or has no version, is not what Azure Machine Learning documents, and nobody can say which key is in use.',
  remedy: (resource, workspace) =>
    instruction`Set \`${words(mlWorkspace.keyIdentifier.path)}\` of ${resource} to the complete identifier of a key in the same vault: ${words(vaultUrl(workspace))}/keys/<name>/<version>.`,
  reference: setup,
})

export const highBusinessImpact = check({
  id: 'workspace/high-business-impact',
  title: 'The workspace is flagged as high business impact',
  failed: 'The workspace is not flagged as high business impact',
  rows: ['S04', 'S05', 'S43'],
  severity: severity('medium', 'low'),
  subjects: (workspace) => workspace.settings,
  judge: (resource) =>
    isOn(
      resource.read(mlWorkspace.highBusinessImpact),
      'The workspace does not have the high-business-impact flag. The 2021 guidance promised IP filtering under it as well; the documentation of January 2025 no longer does.',
    ),
  passes: 'The flag is set.',
  fails: 'It is not.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Without the flag Microsoft collects more diagnostic data, and the scratch disks of computes are not encrypted.',
  remedy: (workspace) =>
    instruction`Only a new workspace can have the flag: put \`hbi_workspace: true\` into its YAML file, then create it with \`az ml workspace create --file workspace.yml\` in place of ${workspace}. Not needed where no data is sensitive. ${movingWorkspace}`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

export const scratchDiskInForce = check({
  id: 'workspace/scratch-disk-in-force',
  title: 'The encryption of scratch disks has taken effect',
  failed: 'The encryption of scratch disks has not taken effect',
  rows: ['S06'],
  severity: severity('info'),
  subjects: (workspace) => workspace.settings,
  judge: (resource) =>
    resource.read(mlWorkspace.highBusinessImpact) === true
      ? unknown(
          'not-observable',
          'Scratch disks are encrypted only if the subscription had no compute cluster before this workspace; otherwise a support request turns it on. No API shows which.',
        )
      : notApplicable('not-used'),
  passes: 'Never.',
  fails: 'Never.',
  cannotTell: 'Always, while the flag is on.',
  why: 'The flag alone does not encrypt scratch disks in a subscription that had clusters before.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
})

export const managedIdentity = check({
  id: 'workspace/managed-identity',
  title: 'The workspace uses a managed identity',
  failed: 'The workspace does not use a managed identity',
  rows: ['S46'],
  severity: severity('low'),
  subjects: (workspace) => ({ all: [workspace.resource], none: 'not-used' }),
  judge: (resource) => {
    const kinds = (resource.read(mlWorkspace.identityType) ?? '')
      .toLowerCase()
      .split(',')
      .map((kind) => kind.trim())
    const stranger = kinds.find((kind) => !['systemassigned', 'userassigned', 'none'].includes(kind))
    if (stranger !== undefined)
      return unknown('unrecognised-value', said`Unrecognized identity type ${{ name: JSON.stringify(stranger) }}.`)
    if (kinds.includes('systemassigned')) return pass()
    if (!kinds.includes('userassigned')) return fail('The workspace has no managed identity.')
    if (resource.read(mlWorkspace.primaryIdentity) !== undefined) return pass()
    return fail('The workspace has user-assigned identities, but none of them is its primary one.')
  },
  passes: 'It has a system-assigned identity, or user-assigned ones and one of them is primary.',
  fails: 'It has none, or user-assigned ones of which none is primary.',
  cannotTell: 'The identity is of a type that is not recognized.',
  why: 'Without a managed identity the workspace reaches its storage, registry and vault with stored keys.',
  remedy: (resource) =>
    instruction`Give ${resource} a system-assigned identity, or name its \`primary_user_assigned_identity\`, in its YAML file and run \`az ml workspace update --file workspace.yml\`.`,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
  policies: [
    {
      name: 'Azure Machine Learning workspaces should use user-assigned managed identity',
      id: '5f0c7d88-c7de-45b8-ac49-db49e72eaa78',
    },
  ],
})

function noVault(resource: Resource) {
  const reason = resource.read(mlWorkspace.keyVaultOfKey) === undefined ? 'property-absent' : 'unrecognised-value'
  return unknown(
    reason,
    'A customer-managed key is on, but its vault is not named by the id of a vault or a managed HSM.',
  )
}

/** A vault's name is the first label of its host; that of a managed HSM can have its region before it. */
function isNamedBy(vault: ResourceId, host: string): boolean {
  const isHsm = isManagedHsm(host)
  if (vault.type !== (isHsm ? managedHsm : keyVault).type) return false
  const labels = host.split('.')
  return labels[isHsm ? labels.indexOf('managedhsm') - 1 : 0] === vault.name.toLowerCase()
}

/** Null as well where the id is that of something else, and be it a key in the vault. */
function vaultOf(resource: Resource): ResourceId | null {
  const id = parseResourceId(resource.read(mlWorkspace.keyVaultOfKey) ?? '')
  return id !== null && [keyVault.type, managedHsm.type].includes(id.type) ? id : null
}

/** "East US 2" and "eastus2" are one region. */
function region(location: string): string {
  return location.toLowerCase().replace(/\s+/g, '')
}
