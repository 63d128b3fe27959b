import { peek, type Resource } from '../evidence/resource.ts'
import { mayBeOnInstances } from '../evidence/workspace/contents.ts'
import { only, type Workspace } from '../evidence/workspace/model.ts'
import type { Said, UnknownReason } from '../model.ts'
import { webService } from '../resources/web-service.ts'
import { said } from '../said.ts'
import { computeType } from './managed-compute.ts'

/** Services that were deployed with SDK or CLI v1; while the list cannot be read, only `legacy-service` says so. */
export const services = (workspace: Workspace) =>
  only(workspace.list('services'), ({ unreadable }) => unreadable === null)

export const onInstances = (workspace: Workspace) => only(services(workspace), mayBeOnInstances)

/** Why nobody knows what a service runs in when no container group has its address. */
export function withoutGroup(service: Resource): { reason: UnknownReason; message: Said } {
  const type = computeType(service)
  const message = 'No container group in the resource group of the workspace has the address of this service.'
  if (type === 'aci') return { reason: 'not-visible', message }
  if (type === '')
    return { reason: 'property-absent', message: `Azure did not report where the service runs. ${message}` }
  return {
    reason: 'unrecognised-value',
    message: said`The service runs on ${{ name: String(peek(service, webService.computeType)) }}, which this version does not know. ${message}`,
  }
}
