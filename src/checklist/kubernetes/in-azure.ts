import { only, type Workspace } from '../../evidence/workspace/model.ts'

/** Disks and versions of an Arc cluster are its owner's infrastructure, which Azure does not see. */
export const inAzure = (workspace: Workspace) => only(workspace.clusters, ({ isArc }) => !isArc)
