import type { Estate, RoleAtScope } from './estate.ts'

/** Whether the identity may perform an action at a scope. */
export type Authorize = (action: string, scope: string) => boolean

interface CompiledRole {
  scope: string
  /** what lies in the scope begins with this */
  prefix: string
  allows: (action: string) => boolean
}

const managementGroupScope = /^\/providers\/microsoft\.management\/managementgroups\/([^/]+)$/i

/** Answers by roles and deny assignments as they are now. */
export function authorizer(estate: Estate): Authorize {
  const roles = compile(estate, estate.identity.roles)
  const denials = compile(estate, estate.identity.denials ?? [])
  return (action, scope) => {
    const wanted = scope.toLowerCase()
    const holds = (role: CompiledRole) => isWithin(wanted, role) && role.allows(action)
    return roles.some(holds) && !denials.some(holds)
  }
}

/** Whether the identity sees a subscription at all: any right in it or above it will do. */
export function seesSubscription(estate: Estate, subscriptionId: string): boolean {
  const scope = `/subscriptions/${subscriptionId}`.toLowerCase()
  const action = 'Microsoft.Resources/subscriptions/read'
  const denied = compile(estate, estate.identity.denials ?? []).some(
    (role) => isWithin(scope, role) && role.allows(action),
  )
  return (
    !denied &&
    compile(estate, estate.identity.roles).some((role) => isWithin(scope, role) || role.scope.startsWith(`${scope}/`))
  )
}

function compile(estate: Estate, roles: RoleAtScope[]): CompiledRole[] {
  return roles.flatMap((role) => {
    const actions = role.actions.map(pattern)
    const notActions = (role.notActions ?? []).map(pattern)
    const allows = (action: string) =>
      actions.some((each) => each.test(action)) && !notActions.some((each) => each.test(action))
    return scopes(estate, role.scope).map((scope) => ({ scope, prefix: `${scope}/`, allows }))
  })
}

function scopes(estate: Estate, scope: string): string[] {
  return subscriptionsOf(estate, scope) ?? [scope.toLowerCase().replace(/\/+$/, '')]
}

/** Those of a management group, as ids in lower case; undefined for any other scope. */
function subscriptionsOf(estate: Estate, scope: string): string[] | undefined {
  const group = managementGroupScope.exec(scope)?.[1]?.toLowerCase()
  if (group === undefined) return undefined
  return estate.subscriptions
    .filter((subscription) => subscription.managementGroups?.some((name) => name.toLowerCase() === group))
    .map((subscription) => `/subscriptions/${subscription.id}`.toLowerCase())
}

/** Whether what holds at one scope, a management group perhaps, holds at another one. */
export function reaches(estate: Estate, above: string, scope: string): boolean {
  const wanted = `${scope}/`.toLowerCase()
  return scopes(estate, above).some((each) => wanted.startsWith(`${each}/`))
}

/** As Azure tells it of the caller: an entry for each role that reaches a scope. Deny assignments do not show. */
export function permissionsAt(estate: Estate, scope: string) {
  return estate.identity.roles
    .filter((role) => reaches(estate, role.scope, scope))
    .map(({ actions, notActions = [] }) => ({ actions, notActions, dataActions: [], notDataActions: [] }))
}

/** In lower case; the root scope is empty, and everything begins with its `/`. */
function isWithin(scope: string, role: CompiledRole): boolean {
  return scope === role.scope || scope.startsWith(role.prefix)
}

const patterns = new Map<string, RegExp>()

function pattern(action: string): RegExp {
  const known = patterns.get(action)
  if (known) return known
  const escaped = action.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  const compiled = new RegExp(`^${escaped}$`, 'i')
  patterns.set(action, compiled)
  return compiled
}
