import { peek, type Resource } from '../evidence/resource.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { databricksWorkspace } from '../resources/databricks.ts'
import { check, isOn, notApplicable, oneOf, pass, severity, type Verdict } from './check.ts'
import { az, instruction, named } from './remedy.ts'
import { vaultUrl } from './vault-url.ts'

const keys = 'https://learn.microsoft.com/azure/databricks/security/keys/customer-managed-keys'
const subjects = (workspace: Workspace) => workspace.databricks

/** Serverless workspaces have no disks and no root of their own to encrypt. */
const unlessServerless = (judge: (databricks: Resource) => Verdict) => (databricks: Resource) =>
  isServerless(databricks) ? notApplicable('not-used') : judge(databricks)

/** Older api-versions do not show the mode. Only serverless workspaces have no managed group. */
function isServerless(databricks: Resource): boolean {
  const isShown = peek(databricks, databricksWorkspace.computeMode) !== undefined
  if (!isShown && databricks.has(databricksWorkspace.managedResourceGroup)) return false
  return databricks.read(databricksWorkspace.computeMode)?.toLowerCase() === 'serverless'
}

const sources = { pass: ['Microsoft.Keyvault'], fail: ['Default'] }

export const dbfsCmk = check({
  id: 'databricks/dbfs-cmk',
  title: 'The root of DBFS is encrypted with a customer-managed key',
  failed: 'The root of DBFS has no customer-managed key',
  rows: ['S34'],
  severity: severity('high', 'info'),
  subjects,
  judge: unlessServerless((databricks) =>
    oneOf(
      databricks.read(databricksWorkspace.rootKeySource),
      sources,
      'DBFS is encrypted with Microsoft-managed keys.',
    ),
  ),
  passes: 'The key source is Key Vault. Serverless workspaces are not judged.',
  fails: 'It is not, or none is configured.',
  cannotTell: 'The key source is not recognized, or the compute does not name a Databricks workspace.',
  why: 'Libraries, results and cached data in DBFS are then encrypted with Microsoft-managed keys.',
  remedy: (databricks, workspace) => [
    az`databricks workspace update ${named(databricks.id)} --prepare-encryption`,
    instruction`Then give its storage identity access to the key, and run`,
    az`databricks workspace update ${named(databricks.id)} --key-source Microsoft.Keyvault --key-name ${'<key>'} --key-vault ${vaultUrl(workspace)} --key-version ${'<version>'}`,
  ],
  reference: keys,
})

export const managedServicesCmk = check({
  id: 'databricks/managed-services-cmk',
  title: 'Managed services of Databricks are encrypted with a customer-managed key',
  failed: 'Managed services of Databricks have no customer-managed key',
  rows: ['S34'],
  severity: severity('medium', 'info'),
  subjects,
  judge: (databricks) =>
    oneOf(
      databricks.read(databricksWorkspace.servicesKeySource),
      sources,
      'Notebooks and secrets are encrypted with Microsoft-managed keys.',
    ),
  passes: 'The key source is Key Vault.',
  fails: 'It is not, or none is configured.',
  cannotTell: 'The key source is not recognized.',
  why: 'Notebooks, queries and secrets in the control plane are then encrypted with Microsoft-managed keys.',
  remedy: (databricks, workspace) =>
    az`databricks workspace update ${named(databricks.id)} --ms-key-name ${'<key>'} --ms-key-vault ${vaultUrl(workspace)} --ms-key-version ${'<version>'}`,
  reference: keys,
})

export const managedDiskCmk = check({
  id: 'databricks/managed-disk-cmk',
  title: 'Disks of Databricks clusters are encrypted with a customer-managed key',
  failed: 'Disks of Databricks clusters have no customer-managed key',
  rows: ['S34'],
  severity: severity('medium', 'info'),
  subjects,
  judge: unlessServerless((databricks) => {
    const source = databricks.read(databricksWorkspace.diskKeySource)
    const verdict = oneOf(source, sources, 'Disks are encrypted with Microsoft-managed keys.')
    if (verdict.status !== 'pass') return verdict
    const rotates = databricks.read(databricksWorkspace.diskRotation) === true
    return rotates
      ? pass()
      : pass('Disks are encrypted with a customer-managed key, but do not follow its new versions.')
  }),
  passes:
    'The key source is Key Vault; the message says when new versions are not followed. Serverless workspaces are not judged.',
  fails: 'It is not, or none is configured.',
  cannotTell: 'The key source is not recognized.',
  why: 'Data on the disks of clusters is then encrypted with Microsoft-managed keys.',
  remedy: (databricks, workspace) =>
    az`databricks workspace update ${named(databricks.id)} --disk-key-name ${'<key>'} --disk-key-vault ${vaultUrl(workspace)} --disk-key-version ${'<version>'} --disk-key-auto-rotation true`,
  reference: keys,
})

export const infrastructureEncryption = check({
  id: 'databricks/infrastructure-encryption',
  title: 'The root of DBFS is encrypted twice',
  failed: 'The root of DBFS is encrypted only once',
  rows: ['S34'],
  severity: severity('low', 'info'),
  subjects,
  judge: unlessServerless((databricks) =>
    isOn(databricks.read(databricksWorkspace.infrastructureEncryption), 'DBFS is encrypted once.'),
  ),
  passes: 'Infrastructure encryption is required. Serverless workspaces are not judged.',
  fails: 'It is not.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Double encryption protects against the compromise of one algorithm or key.',
  remedy: (databricks) =>
    instruction`Only a new Databricks workspace can have it (\`az databricks workspace create --require-infrastructure-encryption\`): make one in place of ${databricks}, move notebooks, jobs and what is in DBFS, attach it, then delete the old one.`,
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/databricks/security/keys/double-encryption',
})

export const clusterEncryption = check({
  id: 'databricks/cluster-encryption',
  title: 'Traffic between the worker nodes of Databricks clusters is encrypted',
  failed: 'Traffic between worker nodes is not encrypted',
  rows: ['S34'],
  severity: severity('info'),
  subjects,
  judge: () => ({ status: 'manual' }),
  passes: 'Never: people have to judge. Not asked without a Databricks workspace.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'Nodes exchange what they compute, without encryption unless an init script on each cluster turns it on; Resource Manager does not show the clusters.',
  reference: 'https://learn.microsoft.com/azure/databricks/security/keys/encrypt-otw',
})

export const premiumSku = check({
  id: 'databricks/premium-sku',
  title: 'Databricks is on the Premium plan, which customer-managed keys require',
  failed: 'Databricks is not on the Premium plan',
  rows: ['S34'],
  severity: severity('info'),
  subjects,
  judge: (databricks) =>
    oneOf(
      databricks.read(databricksWorkspace.sku),
      { pass: ['premium'], fail: ['standard', 'trial'] },
      'Only the Premium plan can have customer-managed keys.',
    ),
  passes: 'The plan is Premium.',
  fails: 'It is Standard or Trial.',
  cannotTell: 'It is absent, or is not recognized.',
  why: 'Only the Premium plan can have customer-managed keys.',
  remedy: (databricks) => az`databricks workspace update ${named(databricks.id)} --sku premium`,
  reference: keys,
  policies: [
    {
      name: 'Azure Databricks workspaces should be Premium SKU that supports features like private link, customer-managed key for encryption',
      id: '2cc2c3b5-c2f8-45aa-a9e6-f90d85ae8352',
    },
  ],
})
