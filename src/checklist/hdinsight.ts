import type { Resource } from '../evidence/resource.ts'
import type { Workspace } from '../evidence/workspace.ts'
import { check, fail, isOn, oneOf, pass, severity } from './check.ts'

const subjects = (workspace: Workspace) => workspace.hdinsight
const both = severity('medium', 'low')
/** None of these settings can be changed on a cluster. */
const anew = (option: string) => (cluster: Resource) =>
  `Only a new cluster can have it: create one (\`az hdinsight create ${option}\`), attach it, move the jobs, delete ${cluster.name}.`

export const diskCmk = check({
  id: 'hdinsight/disk-cmk',
  title: 'Disks of the HDInsight cluster are encrypted with a customer-managed key',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) =>
    cluster.text('properties.diskEncryptionProperties.keyName')
      ? pass()
      : fail('Disks are encrypted with Microsoft-managed keys.'),
  why: 'Data on the disks of the cluster is then encrypted with keys that Microsoft holds.',
  remedy: anew('--encryption-key-name --encryption-vault-uri'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/disk-encryption',
})

export const hostEncryption = check({
  id: 'hdinsight/host-encryption',
  title: 'The HDInsight cluster encrypts at the host',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) =>
    isOn(
      cluster.flag('properties.diskEncryptionProperties.encryptionAtHost') ?? false,
      'Temporary disks are not encrypted at the host.',
    ),
  why: 'Temporary disks of the nodes are otherwise not encrypted.',
  remedy: anew('--encryption-at-host true'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/disk-encryption',
})

export const inTransit = check({
  id: 'hdinsight/in-transit',
  title: 'Nodes of the HDInsight cluster encrypt what they send each other',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) =>
    isOn(
      cluster.flag('properties.encryptionInTransitProperties.isEncryptionInTransitEnabled') ?? false,
      'Traffic between nodes is not encrypted.',
    ),
  why: 'Data can be read on its way between the nodes.',
  remedy: anew('--encryption-in-transit true'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/domain-joined/encryption-in-transit',
})

export const minimumTls = check({
  id: 'hdinsight/minimum-tls',
  title: 'The HDInsight cluster refuses TLS older than 1.2',
  rows: ['S45'],
  severity: both,
  subjects,
  judge: (cluster) => {
    const version = cluster.text('properties.minSupportedTlsVersion')
    return oneOf(version, { pass: ['1.2', '1.3'], fail: ['1.0', '1.1'] }, `The cluster accepts TLS ${version}.`)
  },
  why: 'TLS 1.0 and 1.1 have known weaknesses.',
  remedy: anew('--minimal-tls-version 1.2'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/hdinsight/transport-layer-security',
})
