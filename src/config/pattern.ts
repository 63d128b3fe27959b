import { parseResourceId } from '../evidence/resource-id.ts'
import { type Parser, Refusal } from '../inputs/values.ts'
import { mlWorkspace } from '../resources/workspace.ts'
import { matchesPattern } from '../text.ts'

/**
 * Whether a pattern means a resource. With a slash it is about the id, without one about the name alone: `*prod*` must
 * not accept everything in a resource group that has "prod" in its name.
 */
export function matchesResource(pattern: string, { id, name }: { id: string; name: string }): boolean {
  return matchesPattern(pattern, pattern.includes('/') ? id : name)
}

/** Whether a check is meant by a check id or `system/*`. */
export function covers(rule: string, check: string): boolean {
  return rule === check || (rule.endsWith('/*') && check.startsWith(rule.slice(0, -1)))
}

const mostCharacters = 500

const workspaceForms =
  'it must be a resource id (/subscriptions/…/workspaces/…) or a name, in both of which * stands for any characters'

/** What can match nothing is refused: nobody would notice that a profile or a waiver does not hold. */
export const workspacePattern: Parser<string> = (text) => {
  const pattern = plain(text)
  const isWorkspace = () => parseResourceId(pattern)?.type === mlWorkspace.type
  if (pattern.includes('/') ? isOfIds(pattern, isWorkspace) : /^[\w.*-]+$/.test(pattern)) return pattern
  throw new Refusal(workspaceForms)
}

const resourceForms =
  'it must be a resource id (/subscriptions/…) or the name of a resource, in both of which * stands for any characters'

export const resourcePattern: Parser<string> = (text) => {
  const pattern = plain(text)
  const isResource = () => parseResourceId(pattern) !== null || isGroup.test(pattern)
  // keys in vaults of other tenants are known by their address alone
  const isAddress = /^https:\/\/.*[^/]$/.test(pattern)
  if (!pattern.includes('/') || isAddress || isOfIds(pattern, isResource)) return pattern
  throw new Refusal(resourceForms)
}

const isGroup = /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/]+$/i

function isOfIds(pattern: string, isId: () => boolean): boolean {
  if (pattern.endsWith('/')) return false
  return pattern.includes('*') ? /^(\/subscriptions\/|\/?\*)/i.test(pattern) : pattern.startsWith('/') && isId()
}

/** Text to compare with: nothing in it that cannot be seen. */
export const plain: Parser<string> = (text) => {
  if (text !== text.trim()) throw new Refusal('it must not begin or end with white space')
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text))
    throw new Refusal('it must not have characters that cannot be seen')
  if (text.length > mostCharacters) throw new Refusal(`it must have at most ${mostCharacters} characters`)
  return text
}
