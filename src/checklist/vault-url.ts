import type { Workspace } from '../evidence/workspace/model.ts'

/** Stands in a command for the address of a vault, in the cloud that was read. */
export function vaultUrl({ evidence }: Workspace): string {
  return `https://<vault>.${evidence.keyHosts.vault ?? '<suffix of vaults>'}`
}
