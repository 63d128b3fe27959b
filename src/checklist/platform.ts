import type { Resource } from '../evidence/resource.ts'
import type { Subjects } from '../evidence/subjects.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { words } from '../said.ts'
import { attested, type Check, check, notApplicable, severity, unknown, type Verdict } from './check.ts'

const dataEncryption = 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption'

/** What Microsoft guarantees in its documentation: there is nothing to read. */
function statement(id: Check['id'], rows: Check['rows'], title: string, failed: string, why: string): Check {
  return check({
    id,
    title,
    failed,
    rows,
    severity: severity('info'),
    subjects: (workspace) => ({ all: [workspace.resource], none: 'not-used' }),
    judge: () => attested(words(title)),
    passes: 'Always: it is attested.',
    fails: 'Never.',
    cannotTell: 'Never.',
    why,
    reference: dataEncryption,
  })
}

export const internalTls = statement(
  'platform/internal-tls',
  ['S37'],
  'Azure Machine Learning encrypts the traffic between its services',
  'Traffic between the services is not encrypted',
  'Azure Machine Learning uses TLS between its own services; that cannot be changed.',
)

export const imageEncryption = statement(
  'platform/image-encryption',
  ['S25'],
  'Container images are encrypted at rest',
  'Container images are not encrypted at rest',
  'Azure Container Registry encrypts every image before it stores it; that cannot be turned off.',
)

export const automlData = statement(
  'platform/automl-data',
  ['S35'],
  'Data that automated machine learning prepares stays in a datastore of the workspace',
  'Prepared data leaves the datastores of the workspace',
  'It is encrypted as the storage account behind that datastore is.',
)

export const sshKeys = statement(
  'platform/ssh-keys',
  ['S45'],
  'SSH keys of attached computes are kept in a vault that Microsoft manages',
  'SSH keys of attached computes are kept elsewhere',
  'Azure Machine Learning makes SSH keys of its own for virtual machines and HDInsight, and does not store those of users.',
)

export const metadataEncryption = check({
  id: 'platform/metadata-encryption',
  title: "Metadata in Microsoft's stores is encrypted at rest",
  failed: "Metadata in Microsoft's stores is not encrypted",
  rows: ['S17'],
  severity: severity('info'),
  subjects: (workspace) => ({ all: [workspace.resource], none: 'not-used' }),
  judge: (_resource, { architecture }) => {
    if (architecture === 'none')
      return attested("Metadata is in Microsoft's stores, encrypted with Microsoft-managed keys.")
    if (architecture === 'service-side')
      return attested("Metadata is in Microsoft's stores, encrypted with your customer-managed key.")
    return notApplicable(architecture === 'inherited' ? 'inherited' : 'not-used')
  },
  passes: 'Always, where Microsoft runs the stores: it is attested.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'Without subscription-side encryption the metadata of a workspace is in stores that Microsoft runs and encrypts.',
  reference: dataEncryption,
})

export const diagnosticData = check({
  id: 'platform/diagnostic-data',
  title: 'Diagnostic data that Microsoft collects is encrypted',
  failed: 'Diagnostic data that Microsoft collects is not encrypted',
  rows: ['S05', 'S40', 'S43'],
  severity: severity('info'),
  subjects: (workspace) => ({ all: [workspace.resource], none: 'not-used' }),
  judge: (resource, { hub }) => {
    const flagged = (hub ?? resource).unreadable === null && flagOf(hub ?? resource)
    return attested(
      flagged
        ? 'The high-business-impact flag keeps diagnostic data to a minimum; the data that is collected is encrypted with Microsoft-managed keys.'
        : 'Microsoft may collect resource names and job environment variables; they are encrypted with Microsoft-managed keys and stay in the region.',
    )
  },
  passes: 'Always: it is attested.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'Names and environment variables can reach Microsoft: keep secrets out of both.',
  reference: dataEncryption,
})

export const scratchDiskCleanup = underFlag(
  'platform/scratch-disk-cleanup',
  ['S07'],
  'The scratch disk is cleaned between runs',
  'The scratch disk is not cleaned between runs',
  'Under the high-business-impact flag Azure Machine Learning cleans local scratch disks, cached images among what is on them.',
)

export const credentialPassing = underFlag(
  'platform/credential-passing',
  ['S08'],
  'Credentials reach computes through the key vault',
  'Credentials do not reach computes through the key vault',
  'Under the high-business-impact flag credentials of storage, registry and SSH are passed through the vault of the workspace.',
)

/** Holds only with the high-business-impact flag, which a project takes from its hub. */
function underFlag(id: Check['id'], rows: Check['rows'], title: string, failed: string, why: string): Check {
  return check<Resource>({
    id,
    title,
    failed,
    rows,
    severity: severity('info'),
    subjects: ({ resource }: Workspace): Subjects<Resource> => ({ all: [resource], none: 'not-used' }),
    judge: (resource, { hub }): Verdict => {
      const flag = (hub ?? resource).read(mlWorkspace.highBusinessImpact)
      if (flag === undefined)
        return unknown(
          'property-absent',
          'Azure did not report whether the workspace has the high-business-impact flag.',
        )
      return flag ? attested(words(title)) : notApplicable('not-used')
    },
    passes: 'Always, under the flag: it is attested.',
    fails: 'Never.',
    cannotTell: 'The flag cannot be read.',
    why,
    reference: dataEncryption,
  })
}

function flagOf(resource: Resource): boolean {
  try {
    return resource.read(mlWorkspace.highBusinessImpact) === true
  } catch {
    return false
  }
}
