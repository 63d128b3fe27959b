import { isManagedHsm } from '../evidence/key-id.ts'
import { accountByName, roleAssignmentsOf, vaultAt } from '../evidence/named.ts'
import type { UnreadableRecord } from '../evidence/records.ts'
import { idKey, parentId } from '../evidence/resource-id.ts'
import type { Name, Part, Said } from '../model.ts'
import { roleAssignment } from '../resources/identity.ts'
import { resourceTypes, typeOf } from '../resources/index.ts'
import { keyVault } from '../resources/key-vault.ts'
import { managedHsm } from '../resources/managed-hsm.ts'
import { storageAccount } from '../resources/storage-account.ts'
import { resourceProvider } from '../resources/subscription.ts'
import type { ResourceType } from '../resources/type.ts'
import { foreign, resourceName, said, words } from '../said.ts'
import { oneLine } from '../text.ts'
import { ReadFailure } from './requests/read-failure.ts'

/** What people call something, and what would let a run read it. */
interface Described {
  label: Part[]
  name: Name | Said
  action: string | null
  scope: string | null
}

/** What a failed read means for a resource: absent, or unreadable with the action and the scope that would help. */
export function unreadable(id: string, failure: ReadFailure): UnreadableRecord {
  return recordOf(id, failure, describe(id))
}

function recordOf(id: string, failure: ReadFailure, { label, name, action, scope }: Described): UnreadableRecord {
  const record = (message: Said, help = false): UnreadableRecord => ({
    state: failure.reason === 'absent' ? 'absent' : 'unreadable',
    id,
    reason: failure.reason,
    action: help ? action : null,
    scope: help ? scope : null,
    message,
  })
  switch (failure.reason) {
    case 'absent':
      return record(said`The ${label} ${name} does not exist.`)
    case 'forbidden':
      return record(
        said`The identity of this run may not read the ${label} ${name}${action ? said`: it lacks ${words(action)}` : ''}.`,
        true,
      )
    case 'not-visible':
      if (isOtherTenant(failure)) return record(said`The ${label} ${name} belongs to a different tenant from this run.`)
      return record(said`The ${label} ${name} is in a subscription that the identity of this run cannot see.`, true)
    case 'throttled':
      return record(said`Azure throttled every attempt to read the ${label} ${name}.`)
    case 'timeout':
      return record(
        failure.isCancelled
          ? said`The ${label} ${name} was not read before the run was cancelled.`
          : said`The ${label} ${name} was not read before the run reached its time limit (timeout-minutes).`,
      )
    case 'api-unsupported':
      return record(said`This cloud supports none of the API versions with which the ${label} ${name} can be read.`)
    default:
      return record(said`The ${label} ${name} could not be read: ${foreign(oneLine(failure.message))}`)
  }
}

/** No role that this tenant could give would help. */
function isOtherTenant({ code }: ReadFailure): boolean {
  return /^InvalidAuthenticationTokenTenant$/i.test(code)
}

/** Somebody's role assignments at a scope, which a service lists or does not: that they are not there says nothing. */
export function unreadableAssignments(scope: string, principalId: string, failure: ReadFailure): UnreadableRecord {
  const { reason, message, status, code } = failure
  const known = reason === 'absent' ? new ReadFailure('invalid-response', message, status, code) : failure
  return recordOf(roleAssignmentsOf(principalId, scope), known, {
    label: ['role assignments of'],
    name: said`${{ name: principalId }} at ${resourceName(scope)}`,
    action: roleAssignment.about.action,
    scope: grantScope(scope, typeOf(scope) ?? ''),
  })
}

/** A role, which was asked for where it is assigned. */
export function unreadableRole(id: string, scope: string, failure: ReadFailure): UnreadableRecord {
  const record = unreadable(id, failure)
  return record.scope === null ? record : { ...record, scope }
}

/** Something in a list that has neither an id nor a name. */
export function nameless(id: string, parent: string, entry: ResourceType): UnreadableRecord {
  const message = said`Of the ${words(entry.label)}s of ${resourceName(parent)}, ${{ name: resourceName(id).name }} has neither an id nor a name.`
  return { state: 'unreadable', id, reason: 'invalid-response', action: null, scope: null, message }
}

/** A reference that is not a resource id, or of a type that nothing here reads. */
export function malformed(id: string): UnreadableRecord {
  const message = said`A resource refers to "${{ name: oneLine(id) }}", which is not a resource id that this action can read.`
  return { state: 'unreadable', id, reason: 'unrecognised-value', action: null, scope: null, message }
}

/** @param failure null: the query for this host has found no vault, which is hidden or of another tenant */
export function unreadableVault(host: string, failure: ReadFailure | null): UnreadableRecord {
  const id = vaultAt(host)
  const { action } = (isManagedHsm(host) ? managedHsm : keyVault).about
  if (failure) return recordOf(id, failure, { label: ['vault behind'], name: { name: host }, action, scope: null })
  return {
    state: 'unreadable',
    id,
    reason: 'not-visible',
    action,
    scope: null,
    message: said`The vault behind ${{ name: host }} is not visible to the identity of this run: it may not read it, or it is in another tenant.`,
  }
}

/** @param failure null: the query for this name has found no account, which is hidden or of another tenant */
export function unreadableAccount(name: string, failure: ReadFailure | null): UnreadableRecord {
  const id = accountByName(name)
  const { action } = storageAccount.about
  if (failure) return recordOf(id, failure, { label: ['storage account'], name: { name }, action, scope: null })
  return {
    state: 'unreadable',
    id,
    reason: 'not-visible',
    action,
    scope: null,
    message: said`The storage account ${{ name }} is not visible to the identity of this run: it may not read it, or it is in another tenant.`,
  }
}

/** A list that could not be read, or not to its end. That a list is not there says nothing about what it would hold. */
export function unreadableList(
  parent: string,
  segment: string,
  entry: ResourceType,
  failure: ReadFailure,
): UnreadableRecord {
  const known =
    failure.reason === 'absent'
      ? new ReadFailure('api-unsupported', failure.message, failure.status, failure.code)
      : failure
  const record = unreadable(`${parent}/${segment}`, known)
  const forbidden = known.reason === 'forbidden'
  const what = said`${words(entry.label)}s of ${resourceName(parent)}`
  const messages: Partial<Record<string, Said>> = {
    ...(isOtherTenant(known) ? { 'not-visible': said`The ${what} belong to a different tenant from this run.` } : {}),
    forbidden: said`The identity of this run may not list the ${what}: it lacks ${words(String(entry.action))}.`,
    'api-unsupported': said`The ${what} cannot be listed: Azure does not know this list, or none of the API versions that are tried.`,
  }
  const message = messages[known.reason] ?? said`The ${what} could not be listed: ${foreign(oneLine(known.message))}`
  return { ...record, message, action: forbidden ? entry.action : null, scope: forbidden ? parent : null }
}

/** A list that was read as far as it was asked for. */
export function cutShort(parent: string, segment: string, limit: number): UnreadableRecord {
  const message = said`The ${words(segment)} of ${resourceName(parent)} were read up to a limit of ${limit} (thresholds.jobs-per-workspace).`
  return { state: 'unreadable', id: `${parent}/${segment}`, reason: 'truncated', action: null, scope: null, message }
}

function describe(id: string): Described {
  const own = resourceName(id)
  const type = typeOf(id) ?? ''
  const entry = resourceTypes[type]
  const known = { action: entry?.action ?? null, scope: grantScope(id, type) }
  // providers are Microsoft's, and no secret
  if (type === resourceProvider.type)
    return { label: words(resourceProvider.about.label), name: words(own.name), ...known }
  if (!entry?.onlyOne) return { label: words(entry?.label ?? 'resource'), name: own, ...known }
  return { label: words(`${entry.label} of`), name: resourceName(parentId(id)), ...known }
}

/** Roles are given on a vault, not on a key; on an account, not on its file service; on a subscription, not on a provider registration. */
function grantScope(id: string, type: string): string {
  if (resourceTypes[type]?.onlyOne) return parentId(id)
  if (type.endsWith('/keys/versions')) return parentId(parentId(id))
  if (type.endsWith('/keys')) return parentId(id)
  if (type === resourceProvider.type) return id.split('/').slice(0, 3).join('/')
  return id.startsWith('/') ? id : idKey(id)
}
