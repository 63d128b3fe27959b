import type { Profile, Severity } from '../model.ts'
import { rank, severities } from '../severity.ts'
import { listed, oneLine } from '../text.ts'
import type { Config, ConfigWaiver } from './model.ts'
import { disabledReason, profileFor, severityFor } from './rules.ts'

/** What the comparison has to know of a check. */
export interface JudgedCheck {
  id: string
  severity: unknown
}

export interface JudgedWorkspace {
  id: string
  name: string
  tags: Record<string, string>
}

/**
 * The risks that one config file accepts and another does not, a sentence each: waivers, disabled checks, weaker
 * severities, profiles and thresholds.
 *
 * @param base the file as the base branch has it
 * @param fallback profile of workspaces that no rule matches
 */
export function acceptedRisks(
  base: Config,
  head: Config,
  checks: readonly JudgedCheck[],
  workspaces: JudgedWorkspace[],
  fallback: Profile,
): string[] {
  return [
    ...head.waivers.flatMap((waiver) => addedWaiver(waiver, base.waivers)),
    ...switchedOff(base, head, checks),
    ...weakerSeverities(base, head, checks),
    ...weakerProfiles(base, head, workspaces, fallback),
    ...weakerThresholds(base, head),
  ]
}

function addedWaiver(waiver: ConfigWaiver, before: ConfigWaiver[]): string[] {
  const known = before.filter((other) => sameTarget(waiver, other))
  if (known.some(({ expires }) => expires >= waiver.expires)) return []
  const { check, workspace, resource, owner, reason, expires } = waiver
  const places = [
    ...(resource === undefined ? [] : [`resources like ${oneLine(resource, 120)}`]),
    ...(workspace === undefined ? [] : [`workspaces like ${oneLine(workspace, 120)}`]),
  ]
  const where = places.length === 0 ? 'everywhere' : `for ${places.join(' in ')}`
  const verb = known.length === 0 ? 'is waived' : 'stays waived longer,'
  return [`${check} ${verb} ${where} until ${expires}, by ${oneLine(owner, 80)}: ${oneLine(reason, 200)}`]
}

function sameTarget(one: ConfigWaiver, other: ConfigWaiver): boolean {
  const target = ({ check, workspace, resource }: ConfigWaiver) =>
    JSON.stringify([check, workspace?.toLowerCase(), resource?.toLowerCase()])
  return target(one) === target(other)
}

function switchedOff(base: Config, head: Config, checks: readonly JudgedCheck[]): string[] {
  const disabled = checks.filter(({ id }) => disabledReason(base, id) === null && disabledReason(head, id) !== null)
  const byRule = Map.groupBy(disabled, ({ id }) => disabledReason(head, id) as string)
  const gone = base.enable.filter((id) => !head.enable.includes(id))
  return [
    ...[...byRule].map(([reason, those]) => `${named(those)} ${are(those)} disabled: ${oneLine(reason, 200)}`),
    ...gone.map((id) => `${id} is no longer enabled.`),
    ...base.jobNames
      .filter((pattern) => !head.jobNames.includes(pattern))
      .map((pattern) => `Jobs may be called ${oneLine(pattern, 80)} again.`),
  ]
}

function weakerSeverities(base: Config, head: Config, checks: readonly JudgedCheck[]): string[] {
  const weaker = checks.flatMap((check) => {
    const [before, after] = [severityFor(base, check.id), severityFor(head, check.id)]
    return before !== after && isWeaker(before, after, check) ? [{ id: check.id, before, after }] : []
  })
  const alike = Map.groupBy(weaker, ({ before, after }) => `${before} ${after}`)
  return [...alike.values()].map((those) => {
    const [{ before, after }] = those as [(typeof those)[number]]
    return `${named(those)} ${those.length === 1 ? 'counts' : 'count'} as ${after ?? 'the checklist says'} instead of ${before ?? 'as the checklist says'}.`
  })
}

/** A check whose own severity depends on what it judges may be as severe as any, and as mild. */
function isWeaker(before: Severity | null, after: Severity | null, { severity }: JudgedCheck): boolean {
  const own = (typeof severity === 'object' && severity !== null ? Object.values(severity) : [severity]).filter(
    (each): each is Severity => severities.includes(each as Severity),
  )
  const ranks = (own.length === 0 ? severities : own).map(rank)
  const then = before === null ? Math.min(...ranks) : rank(before)
  const now = after === null ? Math.max(...ranks) : rank(after)
  return now > then
}

function weakerProfiles(base: Config, head: Config, workspaces: JudgedWorkspace[], fallback: Profile): string[] {
  const weaker = workspaces.filter(
    (workspace) =>
      profileFor(base, workspace, fallback) === 'cmk-required' && profileFor(head, workspace, fallback) === 'baseline',
  )
  if (weaker.length === 0) return []
  const names = weaker.map(({ name }) => name)
  return [`${listed(names, 5)} ${are(weaker)} judged by the profile baseline instead of cmk-required.`]
}

function weakerThresholds({ thresholds: base }: Config, { thresholds: head }: Config): string[] {
  // what nobody asks is laxer than any number
  const validity = ({ keyMaximumValidityDays }: Config['thresholds']) =>
    keyMaximumValidityDays ?? Number.POSITIVE_INFINITY
  const rules: [string, number, number, boolean][] = [
    ['key-minimum-bits', base.keyMinimumBits, head.keyMinimumBits, false],
    ['key-maximum-age-days', base.keyMaximumAgeDays, head.keyMaximumAgeDays, true],
    ['key-maximum-validity-days', validity(base), validity(head), true],
    ['key-expiry-warning-days', base.keyExpiryWarningDays, head.keyExpiryWarningDays, false],
    ['jobs-per-workspace', base.jobsPerWorkspace, head.jobsPerWorkspace, false],
  ]
  return rules
    .filter(([, before, after, isLaxerAbove]) => (isLaxerAbove ? after > before : after < before))
    .map(([name, before, after]) => `${name} is ${Number.isFinite(after) ? after : 'not set'} instead of ${before}.`)
}

function named(checks: { id: string }[]): string {
  return listed(
    checks.map(({ id }) => id),
    5,
  )
}

function are(things: unknown[]): string {
  return things.length === 1 ? 'is' : 'are'
}
