import { isOnInstances } from '../evidence/workspace/contents.ts'
import { only, type Workspace } from '../evidence/workspace/model.ts'

/** Services that were deployed with SDK or CLI v1; while the list cannot be read, only `legacy-service` says so. */
export const services = (workspace: Workspace) =>
  only(workspace.list('services'), ({ unreadable }) => unreadable === null)

export const onInstances = (workspace: Workspace) => only(services(workspace), isOnInstances)

export const noContainerGroup =
  'No container group in the resource group of the workspace has the address of this service.'
