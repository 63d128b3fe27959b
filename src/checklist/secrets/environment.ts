import type { ChildKind } from '../../evidence/children.ts'
import type { UnreadableRecord } from '../../evidence/records.ts'
import type { Resource } from '../../evidence/resource.ts'
import type { Subject } from '../../evidence/subjects.ts'
import type { Workspace } from '../../evidence/workspace/model.ts'
import { words } from '../../said.ts'
import { type Check, check, severity } from '../check.ts'
import { onInstances, withoutGroup } from '../on-instances.ts'
import { instruction } from '../remedy.ts'
import { found, nothingFound, verdictOf } from './search.ts'

const advice = 'https://learn.microsoft.com/azure/machine-learning/concept-secret-injection'
const why =
  'Environment variables are logged, and Microsoft stores them with diagnostic data; whoever reads the job reads the secret.'

/** A check that looks for secrets among the variables of everything of these kinds. */
function environmentCheck(
  id: Check['id'],
  title: string,
  failed: string,
  rows: Check['rows'],
  kinds: ChildKind[],
  moveTo: string,
  also: (workspace: Workspace) => Resource[] = () => [],
): Check {
  return check<Subject>({
    id,
    title,
    failed,
    irreversible: 'keys',
    rows,
    severity: severity('medium'),
    subjects: (workspace) => found(workspace, kinds, undefined, also(workspace)),
    judge: (subject, workspace) =>
      subject.id === workspace.id
        ? nothingFound(workspace, kinds, 'Nothing looks like a secret', also(workspace).length)
        : verdictOf(subject as Resource),
    passes:
      'No value has the shape of a credential, no variable is named like a secret; references to vaults are fine.',
    fails: 'High: a value has the shape of a credential. Medium: only the name says so.',
    cannotTell:
      'Nothing was found, but a list cannot be read, holds more than the run reads, or shows variables in a shape that this version does not know.',
    why,
    remedy: (resource) =>
      instruction`Remove the secret from the variables of ${resource} and replace it: it has been logged. ${words(moveTo)}`,
    reference: advice,
  })
}

export const jobEnvironment = environmentCheck(
  'secrets/job-environment',
  'No job has a secret in its environment variables',
  'A job has a secret in its environment variables',
  ['S41'],
  ['jobs'],
  'Read it in the job from the key vault, with the identity of the compute.',
)

export const deploymentEnvironment: Check = {
  ...environmentCheck(
    'secrets/deployment-environment',
    'No deployment has a secret in its environment variables',
    'A deployment has a secret in its environment variables',
    ['S41'],
    ['onlineDeployments', 'batchDeployments', 'services'],
    'Inject it instead: `${{azureml://connections/<name>/credentials/key}}` or `${{keyvault:https://<vault>/secrets/<name>}}`.',
    containersOf,
  ),
  cannotTell:
    'Nothing was found, but a list cannot be read, or shows variables in a shape that this version does not know; or no container group has the address of a service of SDK v1.',
  // a cloud that has given up SDK v1 has hardly a service of it, and nobody can make it list them
  severity: ({ unreadable }) => severity(isWithoutServices(unreadable) ? 'low' : 'medium'),
}

/** Container groups show variables that their services do not; a service of which none is found keeps its own place. */
function containersOf(workspace: Workspace): Resource[] {
  return onInstances(workspace).all.map((service) => {
    const group = workspace.containerGroupOf(service)
    if (group) return group
    const { id } = service
    return { ...service, unreadable: { state: 'unreadable', id, action: null, scope: null, ...withoutGroup(service) } }
  })
}

function isWithoutServices(hidden: UnreadableRecord | null): boolean {
  return hidden?.reason === 'api-unsupported' && hidden.id.endsWith('/services')
}

export const scheduleEnvironment = environmentCheck(
  'secrets/schedule-environment',
  'No schedule has a secret in its environment variables',
  'A schedule has a secret in its environment variables',
  ['S41'],
  ['schedules'],
  'Read it in the job from the key vault, with the identity of the compute.',
)

export const computeEnvironment: Check = {
  ...environmentCheck(
    'secrets/compute-environment',
    'No custom service of a compute instance has a secret in its environment variables',
    'A compute instance has a secret in its variables',
    ['S41'],
    ['computes'],
    'Let the service read it from the key vault, with the identity of the compute instance.',
  ),
  cannotTell:
    'Nothing was found, but the list cannot be read, or an instance does not show its settings, or shows variables in a shape that this version does not know.',
}
