import { Unknown } from '../evidence/unknown.ts'
import type { Made } from './created.ts'
import { databricksWorkspace } from './databricks.ts'
import { hdInsightCluster } from './hdinsight.ts'
import { connectedCluster, managedCluster } from './kubernetes.ts'
import { container, flag, type Link, number, resourceType, text } from './type.ts'
import { virtualMachine } from './virtual-machine.ts'
import { childOf, childVersions } from './workspace-child.ts'

const byNetwork = new Unknown(
  'Nothing is said of remote login, and Azure decides it by the network: set `remoteLoginPortPublicAccess` to make it known.',
)

const computeType = text('properties.computeType')

/** Of one type of compute, in lower case. */
const madeOf =
  (type: string, value: unknown): Made =>
  ({ at }) =>
    String(at(computeType.path)).toLowerCase() === type ? value : undefined

const own = {
  computeType,
  provisioningState: text('properties.provisioningState', { givenBy: 'azure' }),
  attachedTo: text('properties.resourceId'),
  localAuthDisabled: flag('properties.disableLocalAuth', { absent: false, made: () => false }),
  settings: container('properties.properties'),
  minimumNodes: number('properties.properties.scaleSettings.minNodeCount', { made: madeOf('amlcompute', 0) }),
  remoteLogin: text('properties.properties.remoteLoginPortPublicAccess', { made: madeOf('amlcompute', byNetwork) }),
  subnet: text('properties.properties.subnet.id'),
  sshPublicAccess: text('properties.properties.sshSettings.sshPublicAccess', {
    made: madeOf('computeinstance', 'Disabled'),
  }),
  sslStatus: text('properties.properties.sslConfiguration.status'),
}

interface Attachment {
  types: [usual: string, ...others: string[]]
  saidBy: string
}

const cluster: Attachment = { types: [managedCluster.type, connectedCluster.type], saidBy: 'kubernetes/disk-cmk' }

export const attachment: Link = { property: own.attachedTo }

/** Types of compute, in lower case, that never run web services of SDK v1. */
export const withoutServices = [
  'amlcompute',
  'computeinstance',
  'databricks',
  'datafactory',
  'datalakeanalytics',
  'hdinsight',
  'synapsespark',
  'virtualmachine',
]

/** All that are known. */
export const computeTypes = ['aks', 'kubernetes', ...withoutServices]

/** What a compute is attached to, by its type in lower case, and the check that says so when nobody can tell what it is. */
export const attachments: Record<string, Attachment> = {
  aks: cluster,
  kubernetes: cluster,
  databricks: { types: [databricksWorkspace.type], saidBy: 'databricks/dbfs-cmk' },
  virtualmachine: { types: [virtualMachine.type], saidBy: 'virtual-machine/disk-encryption' },
  hdinsight: { types: [hdInsightCluster.type], saidBy: 'hdinsight/disk-cmk' },
}

export const mlCompute = resourceType(`${childOf}/computes`, own, {
  label: 'compute',
  prefix: 'co-',
  apiVersions: childVersions,
  links: [attachment],
  secrets: true,
  whole: own.settings,
})
