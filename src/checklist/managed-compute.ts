import { peek, type Resource } from '../evidence/resource.ts'
import type { Workspace } from '../evidence/workspace/model.ts'
import type { Step } from '../model.ts'
import { computeTypes, mlCompute } from '../resources/compute.ts'
import { webService } from '../resources/web-service.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { said } from '../said.ts'
import { isOn, unknown, type Verdict } from './check.ts'
import { movingWorkspace } from './moving.ts'
import { instruction } from './remedy.ts'

/** Lower-cased `computeType` of a compute or a web service; empty when it does not say. */
export function computeType(resource: Resource): string {
  const property = resource.type === webService.type ? webService.computeType : mlCompute.computeType
  return String(peek(resource, property) ?? '').toLowerCase()
}

/** A compute of a type that nobody has heard of may be one that Azure Machine Learning manages, or not. */
export function isUnheardOf(compute: Resource): boolean {
  return !computeTypes.includes(computeType(compute))
}

/** An instance shows its settings only when it is there. */
export function isBeingCreated(compute: Resource, state = peek(compute, mlCompute.provisioningState)): boolean {
  return computeType(compute) === 'computeinstance' && String(state).toLowerCase() === 'creating'
}

/** Null when the type of the compute is known. */
export function ofUnheardType(compute: Resource): Verdict | null {
  if (!isUnheardOf(compute)) return null
  const type = compute.read(mlCompute.computeType)
  if (type === undefined) return unknown('property-absent', 'Azure did not report what kind of compute this is.')
  return unknown('unrecognised-value', said`Unrecognized compute type ${{ name: JSON.stringify(type) }}.`)
}

/** Follows the flag of the workspace, or of a project's hub; managed endpoints follow it as well. */
export function scratchDiskOf({ resource, hub }: Workspace): Verdict {
  return isOn(
    (hub ?? resource).read(mlWorkspace.highBusinessImpact),
    said`The ${hub ? 'hub' : 'workspace'} does not have the high-business-impact flag.`,
  )
}

/** What is to be done about it, for one of the things that run in the workspace. */
export function newWorkspace(running: Resource, { resource, hub }: Workspace): Step {
  return instruction`Scratch disks are encrypted only under the high-business-impact flag, which is set when a ${hub ? 'hub' : 'workspace'} is created (\`hbi_workspace: true\`): make one in place of ${hub ?? resource}, and move ${running} there. ${movingWorkspace}`
}
