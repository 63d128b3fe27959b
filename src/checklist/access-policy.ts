import { type Resource, valueAt } from '../evidence/resource.ts'
import { keyVault } from '../resources/key-vault.ts'
import { said, words } from '../said.ts'
import { fail, pass, unknown, type Verdict } from './check.ts'
import { az, named } from './remedy.ts'

/** What an access policy grants, in lower case. */
export interface PolicyEntry {
  keys: string[]
  secrets: string[]
  certificates: string[]
}

/** The access policies of a vault that name this very principal; a group's are nobody's to see. */
export function ownEntries(vault: Resource, principalId: string): PolicyEntry[] {
  const policies = vault.read(keyVault.accessPolicies) ?? []
  const own = policies.filter(
    (policy) => String(valueAt(policy, 'objectId')).toLowerCase() === principalId.toLowerCase(),
  )
  const entries = own.map((policy) => ({
    keys: permissions(policy, 'keys'),
    secrets: permissions(policy, 'secrets'),
    certificates: permissions(policy, 'certificates'),
  }))
  const shown = entries.map(
    ({ keys, secrets, certificates }) =>
      `keys: ${keys.join(' ') || '-'}; secrets: ${secrets.join(' ') || '-'}; certificates: ${certificates.join(' ') || '-'}`,
  )
  vault.note(`properties.accessPolicies[objectId=${principalId}]`, shown.join(' | ') || null)
  return entries
}

export const noEntry = unknown(
  'not-observable',
  'No access policy names the identity; it may have access as a member of a group.',
)

/** Whether access policies grant all of this. `az` replaces what it sets: the remedy repeats what is granted. */
export function policyVerdict(
  vault: Resource,
  principalId: string,
  kind: 'keys' | 'secrets',
  needed: string[],
): Verdict {
  const entries = ownEntries(vault, principalId)
  if (entries.length === 0) return noEntry
  const granted = entries.flatMap((entry) => entry[kind])
  const lacking = needed.filter((permission) => !granted.includes(permission) && !granted.includes('all'))
  if (lacking.length === 0) return pass()
  const option = `--${kind.slice(0, -1)}-permissions`
  return fail(said`The access policy of the identity lacks ${words(lacking.join(', '))} on ${kind}.`, {
    remedy: az`keyvault set-policy ${named(vault.id)} --object-id ${{ name: principalId }} ${option} ${[...granted, ...lacking]}`,
  })
}

function permissions(policy: unknown, kind: string): string[] {
  const granted = valueAt(policy, `permissions.${kind}`)
  return Array.isArray(granted) ? granted.map((permission) => String(permission).toLowerCase()) : []
}
