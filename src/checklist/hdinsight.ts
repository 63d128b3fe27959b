import type { Resource } from '../evidence/resource.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import { hdInsightCluster } from '../resources/hdinsight.ts'
import { said, words } from '../said.ts'
import { check, fail, isOn, oneOf, pass, severity } from './check.ts'
import { instruction } from './remedy.ts'

const subjects = (workspace: Workspace) => workspace.hdinsight
const both = severity('medium', 'low')
/** None of these settings can be changed on a cluster. */
const newCluster = (option: string) => (cluster: Resource) =>
  instruction`Only a new cluster can have it, so that two run for a while: create one (\`az hdinsight create ${words(option)}\`), attach it, copy what is in the storage of the old one only, move the jobs, delete ${cluster}.`

export const diskCmk = check({
  id: 'hdinsight/disk-cmk',
  title: 'Disks of the HDInsight cluster are encrypted with a customer-managed key',
  failed: 'Disks of the HDInsight cluster have no customer-managed key',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) =>
    cluster.read(hdInsightCluster.keyName) ? pass() : fail('Disks are encrypted with Microsoft-managed keys.'),
  passes: 'The cluster names a key.',
  fails: 'It does not.',
  cannotTell: 'The cluster cannot be read, or the compute does not name one.',
  why: 'Data on the disks of the cluster is then encrypted with Microsoft-managed keys.',
  remedy: newCluster('--encryption-key-name --encryption-vault-uri'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/disk-encryption',
  policies: [
    {
      name: 'Azure HDInsight clusters should use customer-managed keys to encrypt data at rest',
      id: '64d314f6-6062-4780-a861-c23e8951bee5',
    },
  ],
})

export const hostEncryption = check({
  id: 'hdinsight/host-encryption',
  title: 'The HDInsight cluster encrypts at the host',
  failed: 'The HDInsight cluster does not encrypt at the host',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) =>
    isOn(cluster.read(hdInsightCluster.encryptionAtHost) ?? false, 'Temporary disks are not encrypted at the host.'),
  passes: 'Encryption at host is on.',
  fails: 'It is off or absent.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Temporary disks of the nodes are otherwise not encrypted.',
  remedy: newCluster('--encryption-at-host true'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/disk-encryption',
  policies: [
    {
      name: 'Azure HDInsight clusters should use encryption at host to encrypt data at rest',
      id: '1fd32ebd-e4c3-4e13-a54a-d7422d4d95f6',
    },
  ],
})

export const inTransit = check({
  id: 'hdinsight/in-transit',
  title: 'Traffic between nodes of the HDInsight cluster is encrypted',
  failed: 'Traffic between HDInsight nodes is not encrypted',
  irreversible: 'data',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) =>
    isOn(cluster.read(hdInsightCluster.encryptedInTransit) ?? false, 'Traffic between nodes is not encrypted.'),
  passes: 'Encryption in transit is on.',
  fails: 'It is off or absent.',
  cannotTell: 'The value is neither true nor false.',
  why: 'Data can be read on its way between the nodes.',
  remedy: newCluster('--encryption-in-transit true'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/domain-joined/encryption-in-transit',
  policies: [
    {
      name: 'Azure HDInsight clusters should use encryption in transit to encrypt communication between Azure HDInsight cluster nodes',
      id: 'd9da03a1-f3c3-412a-9709-947156872263',
    },
  ],
})

export const minimumTls = check({
  id: 'hdinsight/minimum-tls',
  title: 'The HDInsight cluster refuses TLS older than 1.2',
  failed: 'The HDInsight cluster accepts TLS older than 1.2',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) => {
    const version = cluster.read(hdInsightCluster.minimumTlsVersion)
    return oneOf(
      version,
      { pass: ['1.2', '1.3'], fail: ['1.0', '1.1'] },
      (name) => said`The cluster accepts TLS ${{ name }}.`,
    )
  },
  passes: 'The minimum is 1.2 or 1.3.',
  fails: 'It is 1.0 or 1.1.',
  cannotTell: 'Azure does not report it, or it is not recognized.',
  why: 'TLS 1.0 and 1.1 have known weaknesses.',
  remedy: newCluster('--minimal-tls-version 1.2'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/transport-layer-security',
})
