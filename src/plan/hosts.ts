import type { KeyHosts } from '../evidence/key-id.ts'

/**
 * The address of a vault or a managed HSM, by its name. In a cloud that is known by its addresses alone nobody knows what
 * it ends in: the public cloud's tells one vault from another as well.
 */
export function hostsOf({ vault, hsm }: KeyHosts): (kind: 'vault' | 'hsm', name: string) => string {
  const suffixes = { vault: vault ?? 'vault.azure.net', hsm: hsm ?? 'managedhsm.azure.net' }
  return (kind, name) => `${name}.${suffixes[kind]}`.toLowerCase()
}
