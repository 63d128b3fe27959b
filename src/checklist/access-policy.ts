import { isObject, type Resource, Undecided, valueAt } from '../evidence/resource.ts'
import { keyVault } from '../resources/key-vault.ts'
import { said, words } from '../said.ts'
import { fail, pass, unknown, type Verdict } from './check.ts'
import { az, named } from './remedy.ts'

export const kinds = ['keys', 'secrets', 'certificates'] as const
export type PermissionKind = (typeof kinds)[number]

/** What an access policy grants, in lower case; of what cannot be read, why. */
export interface PolicyEntry extends Record<PermissionKind, string[] | Undecided> {
  /** of a compound identity: this application has it, on behalf of the principal, and the principal itself has not */
  application: string | null
}

/** The access policies of a vault that grant something to this very principal; a group's are nobody's to see. */
function ownEntries(vault: Resource, principalId: string): PolicyEntry[] {
  const entries = entriesOf(vault, principalId).filter(({ application }) => application === null)
  show(vault, `objectId=${principalId}`, entries)
  return entries
}

/** Those of applications as well that act on its behalf. */
export function entriesInItsName(vault: Resource, principalId: string): PolicyEntry[] {
  const ofApplications = entriesOf(vault, principalId).filter(({ application }) => application !== null)
  for (const [application, same] of Map.groupBy(ofApplications, (entry) => entry.application))
    show(vault, `objectId=${principalId},applicationId=${application}`, same)
  return [...ownEntries(vault, principalId), ...ofApplications]
}

function entriesOf(vault: Resource, principalId: string): PolicyEntry[] {
  const policies = vault.read(keyVault.accessPolicies) ?? []
  const named = policies.filter(
    (policy) => String(valueAt(policy, 'objectId')).toLowerCase() === principalId.toLowerCase(),
  )
  return named.map((policy) => {
    const application = valueAt(policy, 'applicationId')
    return {
      application: application === undefined ? null : String(application).toLowerCase(),
      keys: permissions(policy, 'keys'),
      secrets: permissions(policy, 'secrets'),
      certificates: permissions(policy, 'certificates'),
    }
  })
}

function show(vault: Resource, whose: string, entries: PolicyEntry[]): void {
  const text = (granted: string[] | Undecided) => (granted instanceof Undecided ? '?' : granted.join(' ') || '-')
  const shown = entries.map((entry) => kinds.map((kind) => `${kind}: ${text(entry[kind])}`).join('; '))
  vault.note(`properties.accessPolicies[${whose}]`, shown.join(' | ') || null)
}

/** All that can be read of what they grant. */
export function grantedBy(entries: PolicyEntry[], ...of: PermissionKind[]): string[] {
  return entries.flatMap((entry) => of.flatMap((kind) => (entry[kind] instanceof Undecided ? [] : entry[kind])))
}

/** Throws when more may be granted than can be read. */
export function refuseUnread(entries: PolicyEntry[], ...of: PermissionKind[]): void {
  const unread = entries.flatMap((entry) => of.map((kind) => entry[kind])).find((each) => each instanceof Undecided)
  if (unread) throw unread
}

export const noEntry = unknown(
  'not-observable',
  'No access policy names the identity; it may have access as a member of a group.',
)

/** Whether access policies grant all of this. `az` replaces what it sets: the remedy repeats what is granted. */
export function policyVerdict(vault: Resource, principalId: string, kind: PermissionKind, needed: string[]): Verdict {
  const entries = ownEntries(vault, principalId)
  if (entries.length === 0) return noEntry
  const granted = grantedBy(entries, kind)
  const lacking = needed.filter((permission) => !granted.includes(permission) && !granted.includes('all'))
  if (lacking.length === 0) return pass()
  refuseUnread(entries, kind)
  const option = `--${kind.slice(0, -1)}-permissions`
  return fail(said`The access policy of the identity lacks ${words(lacking.join(', '))} on ${kind}.`, {
    remedy: az`keyvault set-policy ${named(vault.id)} --object-id ${{ name: principalId }} ${option} ${[...granted, ...lacking]}`,
  })
}

function permissions(policy: unknown, kind: PermissionKind): string[] | Undecided {
  const all = valueAt(policy, 'permissions')
  if (all === undefined)
    return new Undecided('property-absent', 'An access policy of the identity shows no permissions.')
  const granted = isObject(all) ? (valueAt(all, kind) ?? []) : null
  if (Array.isArray(granted) && granted.every((permission) => typeof permission === 'string'))
    return granted.map((permission) => permission.toLowerCase())
  return new Undecided(
    'unrecognised-value',
    said`An access policy of the identity does not list what it grants on ${words(kind)}.`,
  )
}
