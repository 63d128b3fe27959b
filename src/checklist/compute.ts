import { peek, type Resource } from '../evidence/resource.ts'
import { only, type Workspace } from '../evidence/workspace/model.ts'
import type { Step } from '../model.ts'
import { mlCompute } from '../resources/compute.ts'
import { said, words } from '../said.ts'
import { plural } from '../text.ts'
import { attested, check, fail, isOn, notApplicable, oneOf, pass, severity, unknown, type Verdict } from './check.ts'
import {
  computeType,
  isBeingCreated,
  isUnheardOf,
  newWorkspace,
  ofUnheardType,
  scratchDiskOf,
} from './managed-compute.ts'
import { az, instruction, named } from './remedy.ts'

const dataEncryption = 'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption'

/** Computes that fit; a list that cannot be read stands for all of them. */
const computes = (fits: (compute: Resource) => boolean) => (workspace: Workspace) =>
  only(workspace.list('computes'), (compute) => compute.unreadable !== null || fits(compute))

const ofType = (...types: string[]) => computes((compute) => types.includes(computeType(compute)))

const managedTypes = ['amlcompute', 'computeinstance']
const managed = ofType(...managedTypes)

/** The same, and what may be one of them. */
const perhapsManaged = computes((compute) => managedTypes.includes(computeType(compute)) || isUnheardOf(compute))

const ofKnownType =
  (judge: (compute: Resource, workspace: Workspace) => Verdict) => (compute: Resource, workspace: Workspace) =>
    ofUnheardType(compute) ?? judge(compute, workspace)

const isNew = (compute: Resource) => isBeingCreated(compute, compute.read(mlCompute.provisioningState))

/** A new compute costs minutes; what matters is the order. */
function newCompute(compute: Resource, how: string): Step {
  return instruction`Only a new compute can have it: create ${compute} again under another name ${words(how)}, point jobs to it, and delete the old one when it is idle. An instance loses what is on its own disk; notebooks are in the file share of the workspace.`
}

export const osDisk = check({
  id: 'compute/os-disk',
  title: 'OS disks of computes are encrypted by the platform',
  failed: 'OS disks of computes are not encrypted',
  rows: ['S32'],
  severity: severity('info'),
  subjects: managed,
  judge: (_compute, { profile }) =>
    attested(
      profile === 'cmk-required'
        ? 'OS disks are encrypted with Microsoft-managed keys; a customer-managed key is not available for them.'
        : 'OS disks are encrypted with Microsoft-managed keys.',
    ),
  passes: 'Always: it is attested.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'The OS disk of every node is in storage of Azure Machine Learning, encrypted with Microsoft-managed keys; that cannot be changed.',
  reference: dataEncryption,
})

export const scratchDisk = check({
  id: 'compute/scratch-disk',
  title: 'Scratch disks of computes are encrypted',
  failed: 'Scratch disks of computes are not encrypted',
  rows: ['S33', 'S10'],
  severity: severity('medium', 'info'),
  subjects: perhapsManaged,
  judge: ofKnownType((_compute, workspace) => scratchDiskOf(workspace)),
  passes: 'The workspace, or the hub of a project, has the high-business-impact flag.',
  fails: 'It has not.',
  cannotTell: 'The compute is of a type that is not recognized, or the hub cannot be read.',
  why: 'Training data that is staged on the local disk of a node is then not encrypted.',
  remedy: newWorkspace,
  creationOnly: true,
  reference: dataEncryption,
})

export const instanceForDevelopment = check({
  id: 'compute/instance-for-development',
  title: 'Compute instances are for development',
  failed: 'Compute instances are used for more than development',
  rows: ['S03'],
  severity: severity('info'),
  subjects: ofType('computeinstance'),
  judge: () => ({ status: 'manual' }),
  passes: 'Never: people have to judge.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'A compute instance is a development environment: keep files in a share and data in a datastore.',
  reference: dataEncryption,
})

export const productionTraining = check({
  id: 'compute/production-training',
  title: 'Production training runs on compute clusters',
  failed: 'Production training does not run on compute clusters',
  rows: ['S01'],
  severity: severity('info'),
  subjects: (workspace) =>
    ['hub', 'project'].includes(workspace.kind) || workspace.list('computes').all.length === 0
      ? { all: [], none: 'not-used' }
      : { all: [workspace.resource], none: 'not-used' },
  judge: () => ({ status: 'manual' }),
  passes: 'Never: people have to judge. Hubs and projects have no clusters; not asked without a compute.',
  fails: 'Never.',
  cannotTell: 'Never.',
  why: 'Microsoft recommends compute clusters or serverless compute for training in production.',
  reference: dataEncryption,
})

export const ephemeralNodes = check({
  id: 'compute/ephemeral-nodes',
  title: 'Compute clusters scale down to zero when idle',
  failed: 'A compute cluster keeps its nodes when idle',
  rows: ['S32'],
  severity: severity('low'),
  subjects: ofType('amlcompute'),
  judge: (compute) => {
    const least = compute.read(mlCompute.minimumNodes)
    if (least === undefined) return unknown('property-absent', 'Azure did not report how many nodes the cluster keeps.')
    return least === 0 ? pass() : fail(said`The cluster keeps ${words(plural(least, 'node'))}.`)
  },
  passes: 'The minimum of nodes is 0.',
  fails: 'It is more.',
  cannotTell: 'Azure does not report it.',
  why: 'The content of the OS disk of a node is deleted only when the node is released.',
  remedy: (compute, workspace) =>
    az`ml compute update ${named(compute.id)} --workspace-name ${{ name: workspace.name }} --min-instances 0`,
  reference: dataEncryption,
})

export const localAuth = check({
  id: 'compute/local-auth',
  title: 'Computes do not accept local accounts',
  failed: 'A compute accepts local accounts',
  rows: ['S45'],
  severity: severity('low'),
  subjects: perhapsManaged,
  judge: ofKnownType((compute) => {
    if (peek(compute, mlCompute.localAuthDisabled) === undefined && isNew(compute)) return notApplicable('not-used')
    return isOn(compute.read(mlCompute.localAuthDisabled), 'Local accounts with SSH keys are accepted.')
  }),
  passes: 'Local accounts are disabled.',
  fails: 'They are not.',
  cannotTell: 'The compute is of a type that is not recognized.',
  why: 'Whoever has an SSH key can read everything on the node, whatever access Entra allows.',
  remedy: (compute) => newCompute(compute, 'with `ssh_public_access_enabled: false` and without `ssh_settings`'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/machine-learning/security-controls-policy',
  policies: [
    {
      name: 'Azure Machine Learning Computes should have local authentication methods disabled',
      id: 'e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f',
    },
  ],
})

export const remoteLogin = check({
  id: 'compute/remote-login',
  title: 'SSH of computes is not open to the internet',
  failed: 'SSH of a compute is open to the internet',
  rows: ['S45'],
  severity: severity('medium'),
  subjects: perhapsManaged,
  judge: ofKnownType((compute) => {
    const open = { pass: ['Disabled'], fail: ['Enabled'] }
    if (computeType(compute) === 'computeinstance') {
      const access = compute.read(mlCompute.sshPublicAccess)
      const isDecided = access !== undefined && access.toLowerCase() !== 'notspecified'
      if (!isDecided && isNew(compute)) return notApplicable('not-used')
      return oneOf(access, open, 'SSH is open to the internet.')
    }
    const access = compute.read(mlCompute.remoteLogin)
    if (access?.toLowerCase() !== 'notspecified') return oneOf(access, open, 'SSH is open to the internet.')
    return compute.read(mlCompute.subnet)
      ? pass()
      : fail('SSH is open to the internet: nothing is specified, and there is no virtual network.')
  }),
  passes:
    'SSH is disabled; or nothing is specified, and the cluster is in a virtual network. An instance that is still being created is not judged.',
  fails: 'SSH is enabled; or nothing is specified, and there is no virtual network.',
  cannotTell: 'The setting is absent, or is not recognized.',
  why: 'Data that is staged on a node can be reached over SSH.',
  remedy: (compute) => newCompute(compute, 'with `ssh_public_access_enabled: false`, or inside a virtual network'),
  creationOnly: true,
  reference: 'https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet',
})
