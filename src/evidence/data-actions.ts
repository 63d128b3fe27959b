import { inVaults } from '../resources/key-vault.ts'

/** Data actions by which a workspace keeps secrets in its vault. */
export const secretActions = inVaults(
  'secrets/getSecret/action',
  'secrets/setSecret/action',
  'secrets/readMetadata/action',
  'secrets/delete',
)

/** Data actions by which a service uses a customer-managed key. */
export const keyActions = inVaults('keys/read', 'keys/wrap/action', 'keys/unwrap/action')

/** Somebody who needs data actions in a vault that uses Azure RBAC. */
export interface Need {
  /** id of the vault */
  vault: string
  /** id of what the actions are needed on: the vault, or a key in it */
  at: string
  principalId: string
  actions: readonly string[]
}
