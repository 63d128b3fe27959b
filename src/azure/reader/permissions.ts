import { propertyOf } from '../../evidence/resource.ts'
import { resourceTypes } from '../../resources/index.ts'
import { permission } from '../../resources/permission.ts'
import { matchesPattern } from '../../text.ts'
import type { Context } from './context.ts'

/** Whether the identity of this run may perform an action. */
export type Holds = (action: string) => boolean

/** An answer has one entry for each role; more pages than this are not read. */
const MOST_PAGES = 20

/**
 * What the identity may do in a resource group, by all roles that reach it
 * (https://learn.microsoft.com/rest/api/authorization/permissions/list-for-resource-group). Null when nobody can tell: then
 * nothing counts as permitted.
 */
export async function readPermissions(
  { client, versions }: Pick<Context, 'client' | 'versions'>,
  group: string,
): Promise<Holds | null> {
  const path = `${group}/providers/Microsoft.Authorization/permissions`
  const { apiVersions = [] } = resourceTypes[permission.type] ?? {}
  try {
    const { answer } = await versions.inTurn(permission.type, apiVersions, (version) => client.get(path, version))
    const entries: unknown[] = []
    let page = answer
    for (let count = 1; ; count += 1) {
      if (!Array.isArray(page.value) || count > MOST_PAGES) return null
      entries.push(...page.value)
      if (typeof page.nextLink !== 'string' || page.nextLink === '') break
      page = await client.get(page.nextLink, null)
    }
    return holder(entries)
  } catch {
    return null
  }
}

/** What one role does not grant, another one may. */
function holder(entries: unknown[]): Holds {
  const roles = entries.flatMap((entry) => roleIn(entry) ?? [])
  const fits = (action: string) => (pattern: string) => matchesPattern(pattern, action)
  return (action) =>
    roles.some(({ actions, notActions }) => actions.some(fits(action)) && !notActions.some(fits(action)))
}

/** An entry that cannot be understood, or holds on a condition, grants nothing. */
function roleIn(entry: unknown): Record<'actions' | 'notActions', string[]> | null {
  const [actions, notActions] = [permission.actions, permission.notActions].map((each) =>
    textsIn(propertyOf(entry, each) ?? []),
  )
  if (!actions || !notActions || propertyOf(entry, permission.condition) !== undefined) return null
  return { actions, notActions }
}

function textsIn(value: unknown): string[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null
}
