import { only, type StorageAccount, type StorageRole, type Workspace } from '../../evidence/workspace/model.ts'
import type { Remedy } from '../remedy.ts'

/** Subjects of a check that only makes sense for accounts of these roles. */
const ofRoles =
  (...roles: StorageRole[]) =>
  (workspace: Workspace) =>
    only(workspace.storageAccounts, (account) => roles.some((role) => account.roles.has(role)))

export const everyAccount = ofRoles('workspace', 'datastore', 'metadata')
export const customerAccounts = ofRoles('workspace', 'datastore')
export const workspaceAccount = ofRoles('workspace')
export const fileAccounts = ofRoles('workspace', 'files')

/** Customers cannot change the accounts of a managed resource group. */
export const unlessManaged =
  (remedy: (account: StorageAccount, workspace: Workspace) => Remedy) =>
  (account: StorageAccount, workspace: Workspace) =>
    isCustomers(account) ? remedy(account, workspace) : null

export const isCustomers = ({ roles }: StorageAccount) => roles.has('workspace') || roles.has('datastore')
