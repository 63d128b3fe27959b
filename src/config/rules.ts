import { isRedacted } from '../evidence/redact.ts'
import type { Profile, Severity } from '../model.ts'
import type { Config } from './model.ts'
import { covers, matchesResource } from './pattern.ts'

/** Encryption scopes are read only for this check, which has to be enabled. */
export const scopesCheck = 'storage/encryption-scopes'

export interface NamedWorkspace {
  id: string
  name: string
}

/** The profile that a workspace is judged by: of the first rule of which every condition holds. */
export function profileFor(
  { profiles }: Config,
  workspace: NamedWorkspace & { tags: Record<string, string> },
  fallback: Profile,
): Profile {
  // Azure compares names of tags in any case, and their values exactly; of one that was not kept, the stricter is assumed
  const tags = new Map(Object.entries(workspace.tags).map(([name, value]) => [name.toLowerCase(), value]))
  const rule = profiles.find(
    (each) =>
      (each.workspaces.length === 0 || each.workspaces.some((pattern) => matchesResource(pattern, workspace))) &&
      Object.entries(each.tags).every(([name, value]) => {
        const tag = tags.get(name.toLowerCase())
        return tag === value || (isRedacted(tag) && each.profile === 'cmk-required')
      }),
  )
  return rule?.profile ?? fallback
}

/** The severity that replaces a check's own. */
export function severityFor({ severity }: Config, check: string): Severity | null {
  return closest(severity, check)?.severity ?? null
}

/** Why a check is not judged; null: it is. */
export function disabledReason({ disable }: Config, check: string): string | null {
  return closest(disable, check)?.reason ?? null
}

/** Whether a check that is off unless asked for was asked for. */
export function isEnabled({ enable }: Config, check: string): boolean {
  return enable.includes(check)
}

/** A check id outranks `system/*`. */
function closest<T extends { check: string }>(rules: T[], check: string): T | undefined {
  return rules.find((rule) => rule.check === check) ?? rules.find((rule) => covers(rule.check, check))
}
