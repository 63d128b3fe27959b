/**
 * What Microsoft's encryption guidance for Azure Machine Learning says, row by row, in our words. Documentation only:
 * the checks name the rows that they answer, and nothing that the action runs reads this file.
 */
export interface GuidanceRow {
  id: `S${number}`
  /** what the article said on 2021-04-21 */
  statement: string
  /** what has changed since, or why there is nothing, or only little, to check */
  note?: string
}

const guaranteed = 'Guaranteed by Microsoft; no setting to read.'

/** In the order of https://learn.microsoft.com/azure/machine-learning/concept-data-encryption as of 2021-04-21. */
export const guidance: readonly GuidanceRow[] = [
  {
    id: 'S01',
    statement: 'For training in production, use compute clusters.',
    note: 'A recommendation: only people know what is production. Serverless compute, newer than the text, runs on the same machines; hubs and projects have no clusters.',
  },
  {
    id: 'S02',
    statement: 'For inference in production, use Azure Kubernetes Service.',
    note: 'A recommendation, and outdated in part: managed online and batch endpoints came later and are encrypted as compute clusters are.',
  },
  {
    id: 'S03',
    statement: 'A compute instance is for development: keep files in a file share, data in a datastore.',
    note: 'A recommendation: nothing shows what an instance is used for.',
  },
  {
    id: 'S04',
    statement: 'Flag a workspace with sensitive data as high business impact; only possible when it is created.',
  },
  {
    id: 'S05',
    statement: 'The flag makes Microsoft collect less diagnostic data, and adds encryption in what Microsoft manages.',
    note: 'The flag is checked; its effect is guaranteed by Microsoft. It never changed encryption in transit.',
  },
  {
    id: 'S06',
    statement:
      'The flag encrypts scratch disks of clusters only if the subscription had no cluster before; otherwise a support request is needed.',
    note: 'No API shows whether it took effect, so the check is always undecided while the flag is on.',
  },
  { id: 'S07', statement: 'The flag has scratch disks cleaned between runs.', note: guaranteed },
  {
    id: 'S08',
    statement: 'The flag has credentials of storage, registry and SSH passed to clusters through the key vault.',
    note: guaranteed,
  },
  {
    id: 'S09',
    statement: 'The flag restricts by IP address who may call the Batch pools behind clusters.',
    note: 'Nothing to check: superseded. By January 2025 the description of the flag no longer listed it, the pools are in subscriptions that Microsoft manages, and no API shows it.',
  },
  {
    id: 'S10',
    statement: 'Compute instances can be used in a flagged workspace.',
    note: 'Today the text says instead that the flag encrypts the scratch disks of instances as well; that is what is checked.',
  },
  {
    id: 'S11',
    statement: 'Snapshots, outputs and logs are kept in the storage account of the workspace.',
    note: 'Where they are is guaranteed by Microsoft; that the account is there is checked.',
  },
  {
    id: 'S12',
    statement: 'Data in Blob storage is encrypted at rest with Microsoft-managed keys.',
    note: 'Encryption at rest cannot be turned off; encryption twice can be chosen.',
  },
  {
    id: 'S13',
    statement: 'Storage accounts can have a customer-managed key.',
    note: 'By now the vault may be in another region, subscription or even tenant.',
  },
  {
    id: 'S14',
    statement: 'Training data is mostly in Blob storage too, which Azure Machine Learning mounts and does not manage.',
    note: 'Accounts behind datastores are judged like that of the workspace. Databases, Data Lake Gen1 and OneLake are not judged.',
  },
  {
    id: 'S15',
    statement: 'You can rotate or revoke the key of a storage account at any time; it takes about an hour.',
    note: 'Azure Storage now documents that it looks for a new version once a day, only when no version is pinned, and that the old version has to stay enabled for 24 hours.',
  },
  {
    id: 'S16',
    statement: 'Account keys can be regenerated; the workspace has to be told.',
    note: 'Better since 2025: the workspace reaches its storage with identities, and account keys are turned off.',
  },
  {
    id: 'S17',
    statement:
      'Without a customer-managed key, metadata is in a Cosmos DB that Microsoft manages, encrypted with Microsoft-managed keys.',
    note: guaranteed,
  },
  {
    id: 'S18',
    statement: 'With a customer-managed key, metadata is in a Cosmos DB in your subscription.',
    note: 'Superseded: there are two ways since 2024. Service-side, your key encrypts documents in stores that Microsoft manages; subscription-side, a managed resource group holds Cosmos DB, AI Search and storage. Or you bring stores along.',
  },
  {
    id: 'S19',
    statement: 'For that, register the providers Microsoft.MachineLearning and Microsoft.DocumentDB.',
    note: 'Superseded: Microsoft.MachineLearning was the provider of Studio (classic), which is retired. By February 2025 five are documented: MachineLearningServices, Storage, KeyVault, DocumentDB, Search.',
  },
  {
    id: 'S20',
    statement: 'Name both the key, with its version, and its vault when you create the workspace.',
    note: 'Still so. Later the workspace can only change to another key of the same vault.',
  },
  {
    id: 'S21',
    statement: 'The vault of the key is in the region and the subscription of the workspace.',
    note: 'The February 2025 documentation still asks for the subscription and no longer for the region, which therefore counts as low.',
  },
  { id: 'S22', statement: 'The vault of the key may be that of the workspace, or another.' },
  {
    id: 'S23',
    statement:
      'One key encrypts Cosmos DB, AI Search and storage of the metadata; clusters and container instances have keys of their own.',
  },
  {
    id: 'S24',
    statement: 'You can rotate or revoke the key of Cosmos DB at any time; it takes about an hour.',
    note: 'The sentence is gone from the documentation by 2025; that a revoked key stops the workspace still holds.',
  },
  {
    id: 'S25',
    statement: 'Container images are encrypted at rest.',
    note: 'Cannot be turned off; a customer-managed key can be chosen.',
  },
  {
    id: 'S26',
    statement:
      'For a customer-managed key, attach a registry that has one, or encrypt the one made with the workspace.',
    note: 'Superseded: a registry gets a key only when it is created, in the Premium tier. What can be done later is to attach another registry.',
  },
  {
    id: 'S27',
    statement: 'The registry must have its admin account enabled.',
    note: 'Superseded: by June 2025 the set-up with managed identities, and without the admin account, is documented. The check asks for the opposite of the text.',
  },
  { id: 'S28', statement: 'Never delete the registry of a workspace.' },
  {
    id: 'S29',
    statement: 'A container instance can be deployed with a key: vault, name and version.',
    note: 'Superseded: only SDK and CLI v1 deploy there, and they have been out of support since 2026-06-30.',
  },
  {
    id: 'S30',
    statement: 'OS and data disks of a Kubernetes cluster can get a customer-managed key at any time.',
    note: 'Superseded: Azure Kubernetes Service documents that OS disks get one only when the cluster is created. Data disks follow it, unless their storage class says otherwise, which Resource Manager does not show.',
  },
  {
    id: 'S31',
    statement: 'That needs Kubernetes 1.17 or newer.',
    note: 'Superseded: Azure Kubernetes Service asks for 1.24, and 1.24 itself is long out of support. The check asks for a supported version.',
  },
  {
    id: 'S32',
    statement: 'OS disks of cluster nodes are encrypted with Microsoft-managed keys and deleted with their nodes.',
    note: 'The key cannot be chosen. How soon nodes are released can.',
  },
  { id: 'S33', statement: 'Scratch disks of nodes are encrypted, with Microsoft-managed keys, under the flag.' },
  {
    id: 'S34',
    statement: 'Databricks can encrypt the root of its file system with a customer-managed key.',
    note: 'By now there are three such keys: root of DBFS, managed services, managed disks. All need the Premium plan.',
  },
  {
    id: 'S35',
    statement: 'Data that automated machine learning prepares is kept in a datastore of the workspace.',
    note: `${guaranteed} The storage account behind the datastore is checked.`,
  },
  { id: 'S36', statement: 'Consider encrypting what endpoints log to Application Insights.' },
  { id: 'S37', statement: 'Services of Azure Machine Learning talk to each other over TLS.', note: guaranteed },
  { id: 'S38', statement: 'Storage is reached over a secure channel.' },
  {
    id: 'S39',
    statement: 'Calls from outside to a scoring endpoint use TLS.',
    note: 'Managed endpoints always do. On Kubernetes it is a setting, and in SDK v1 it was one.',
  },
  {
    id: 'S40',
    statement:
      'The data that Microsoft collects is encrypted with Microsoft-managed keys, in subscriptions that Microsoft manages.',
    note: `${guaranteed} It stays in the region of the workspace.`,
  },
  { id: 'S41', statement: 'Keep secrets out of environment variables: they are logged and stored.' },
  { id: 'S42', statement: 'Keep names of people and projects out of run ids: support engineers can see them.' },
  { id: 'S43', statement: 'The flag opts out of the collection of diagnostic data.' },
  {
    id: 'S44',
    statement: 'The vault of the workspace holds credentials of storage, registry and datastores.',
    note: 'Avoidable today: identities for datastores, and a registry without its admin account.',
  },
  {
    id: 'S45',
    statement:
      'SSH secrets of virtual machines and HDInsight are in a vault that Microsoft manages, with keys made by Azure Machine Learning.',
    note: `${guaranteed} The readable part is checked: disks of the attached machines, and SSH to managed ones.`,
  },
  {
    id: 'S46',
    statement: 'The identity of the workspace, system-assigned and named like it, may use everything in its vault.',
    note: 'Identities can be user-assigned by now. The June 2025 documentation asks for every permission besides purge.',
  },
]
