import type { Resource } from '../evidence/resource.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { mlDatastore } from '../resources/datastore.ts'
import { said } from '../said.ts'
import { check, fail, notApplicable, oneOf, pass, severity, unknown, type Verdict } from './check.ts'
import { az, instruction, named } from './remedy.ts'

const subjects = (workspace: Workspace) => workspace.list('datastores')

export const protocol = check({
  id: 'datastore/protocol',
  title: 'Datastores are reached over an encrypted protocol',
  failed: 'A datastore is reached over an unencrypted protocol',
  irreversible: 'data',
  rows: ['S38'],
  severity: severity('medium'),
  subjects,
  judge: (datastore) => {
    const protocol = datastore.read(mlDatastore.protocol)
    if (protocol === undefined) {
      datastore.read(mlDatastore.datastoreType)
      return pass('No protocol is set, and the default is https.')
    }
    return oneOf(
      protocol,
      { pass: ['https', 'wasbs', 'abfss'], fail: ['http', 'wasb', 'abfs'] },
      (name) => said`The datastore uses ${{ name }}.`,
    )
  },
  passes: 'It is `https`, `wasbs` or `abfss`, or not set.',
  fails: 'It is `http`, `wasb` or `abfs`.',
  cannotTell: 'It is not recognized.',
  why: 'Training data can be read on its way.',
  remedy: (datastore, workspace) => [
    instruction`Register the datastore ${datastore} again with \`protocol: https\`:`,
    az`ml datastore create --file datastore.yml ${named(workspace.id, '--workspace-name')}`,
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/reference-yaml-datastore-blob',
})

export const unsupported = check({
  id: 'datastore/unsupported',
  title: 'Datastores are of a kind whose encryption can be checked',
  failed: 'The encryption of a datastore cannot be checked',
  rows: ['S14'],
  severity: severity('info'),
  subjects,
  judge: (datastore) => {
    const known = {
      pass: ['AzureBlob', 'AzureFile', 'AzureDataLakeGen2'],
      fail: ['AzureDataLakeGen1', 'OneLake', 'AzureSqlDatabase', 'AzurePostgreSql', 'AzureMySql', 'Hdfs'],
    }
    const verdict = oneOf(datastore.read(mlDatastore.datastoreType), known)
    return verdict.status === 'fail' ? notApplicable('not-used') : verdict
  },
  passes: 'It is Blob, File or Data Lake Gen2 storage. Other known kinds are not judged.',
  fails: 'Never.',
  cannotTell: 'It is of a kind that is not recognized.',
  why: 'Data Lake Gen1 is retired; how OneLake encrypts is a matter of Microsoft Fabric.',
  reference: 'https://learn.microsoft.com/azure/machine-learning/concept-data',
})

export const credentials = check({
  id: 'datastore/credentials',
  title: 'Datastores are reached with identities, not with stored credentials',
  failed: 'A datastore is reached with stored credentials',
  rows: ['S44', 'S16'],
  severity: severity('medium', 'low'),
  subjects,
  judge: (datastore) =>
    isSystem(datastore) ? notApplicable('not-used') : credentialVerdict(datastore.read(mlDatastore.credentialsType)),
  passes: 'No credential is kept. The datastores that every workspace has are not judged here.',
  fails: 'An account key or a shared access signature is kept. Low: a service principal or a certificate.',
  cannotTell: 'Azure does not report it, or it is of a kind that is not recognized.',
  why: 'The credential is kept in the vault of the workspace, and everyone who uses the workspace can get it.',
  remedy: (datastore, workspace) => [
    instruction`Register the datastore ${datastore} again without credentials, and give users and computes a role on its storage:`,
    az`ml datastore create --file datastore.yml ${named(workspace.id, '--workspace-name')}`,
  ],
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
})

function credentialVerdict(type: string | undefined): Verdict {
  if (type === undefined) return unknown('property-absent', 'Azure did not report how the datastore is reached.')
  const stored = said`The datastore keeps a credential (${{ name: type }}).`
  if (['serviceprincipal', 'certificate'].includes(type.toLowerCase())) return fail(stored, { severity: 'low' })
  return oneOf(type, { pass: ['None'], fail: ['AccountKey', 'Sas', 'KerberosKeytab', 'KerberosPassword'] }, stored)
}

const systemDatastores = [
  'workspaceblobstore',
  'workspacefilestore',
  'workspaceartifactstore',
  'workspaceworkingdirectory',
]

/** Those that every workspace has; how they are reached is a setting of the workspace. */
function isSystem({ name }: Resource): boolean {
  return systemDatastores.includes(name.toLowerCase())
}
